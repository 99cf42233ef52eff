package org.stockwright.service.internal.stock;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.Contributions;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.Tracking;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.Documents;
import org.stockwright.ledger.Verification;
import org.stockwright.service.Batch;
import org.stockwright.service.Cases;
import org.stockwright.service.Performer;
import org.stockwright.service.Preparations;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Stage;
import org.stockwright.service.StoredWork;
import org.stockwright.service.Template;
import org.stockwright.service.Templates;
import org.stockwright.service.spi.StageAutomation;
import org.stockwright.testkit.Invariants;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A company with letters as a service: data is collected and the letter is drafted ahead of demand, the customer names the
 * receiver, the letter is signed. Drafts are written by a program that writes one line, and fails when it is told to.
 */
public abstract class WorkWorld {

    /** The day on which every world begins. */
    protected static final LocalDate TODAY = LocalDate.of(2026, 1, 15);
    protected static final String CODE = "LETTER";

    @TempDir
    protected Path folder;

    protected World world;
    protected Warehouse warehouse;
    protected PartnerId customer = PartnerId.SELF;
    protected final Writer writer = new Writer();
    private ServiceRegistration<StageAutomation> registration;
    private int keys;

    /** Writes letters of one line. */
    protected static final class Writer implements StageAutomation {

        /** Refuses units from this number on; 0 for none. */
        public int refusesFrom;
        /** Says too much of units from this number on; 0 for none. */
        public int longFrom;
        /** Throws instead of writing. */
        public boolean breaks;
        /** What it throws says so. */
        public String trouble = "out of ink";
        /** How often it was called. */
        public int calls;

        @Override
        public String kind() {
            return "letter";
        }

        @Override
        public String title() {
            return "Letters of tests";
        }

        @Override
        public List<Choice> choices() {
            return List.of(new Choice("DRAFT", "A draft"));
        }

        @Override
        public synchronized Outcome<List<Result>> run(String code, List<Unit> units) {
            calls++;
            if (breaks) {
                throw new IllegalStateException(trouble);
            }
            List<Result> results = new ArrayList<>();
            for (Unit unit : units) {
                String[] key = unit.key().split(":");
                if (refusesFrom > 0 && Integer.parseInt(key[1]) >= refusesFrom) {
                    return Outcome.refused(Refusal.of(ServiceRefusal.BAD_NAME, unit.key())
                        .at(Refusal.Place.line(results.size() + 1L)));
                }
                String said = longFrom > 0 && Integer.parseInt(key[1]) >= longFrom ? "x".repeat(501) : "drafted";
                results.add(new Result(said, Map.of("draft", unit.key()),
                    List.of(new File("draft.txt", "text/plain",
                        ("Dear " + unit.data().getOrDefault("doctor", "doctor")).getBytes(StandardCharsets.UTF_8)))));
            }
            return Outcome.done(results);
        }

    }

    @BeforeEach
    void openWorld() {
        world = World.open(folder);
        BundleContext context = FrameworkUtil.getBundle(WorkDesk.class).getBundleContext();
        registration = context.registerService(StageAutomation.class, writer, null);
        world.service(Contributions.class).enable(Writer.class.getName());
        warehouse = new Warehouse(world);
        world.service(CompanyProfiles.class)
            .save(new CompanyProfile("Test", Currency.getInstance("EUR"), ZoneOffset.UTC, false)).value();
        customer = world.service(Partners.class).saveAll(List.of(
            new Partners.Draft("C1", "Clara", Set.of(Partner.Role.CUSTOMER), Optional.empty(), true),
            new Partners.Draft("S1", "Supplier", Set.of(Partner.Role.SUPPLIER), Optional.empty(), true))).value()
            .getFirst();
        warehouse.bins("Q1", "B1");
        warehouse.items("LETTER", "PAPER", "STAMP");
        warehouse.item("DRAFT", Warehouse.PCS, Tracking.LOT, "");
    }

    @AfterEach
    void closeWorld() {
        try {
            sound();
        } finally {
            world.close();
            registration.unregister();
        }
    }

    /** The book is sound, by what shares nothing with the product and by the product's own checks. */
    protected void sound() {
        Invariants.check(warehouse.work());
        for (Verification.Result one : world.service(Verification.class).verify(Progress.NONE)) {
            if (!one.passed()) {
                throw new AssertionError(one.check() + ": " + one.detail());
            }
        }
    }

    protected Preparations preparations() {
        return world.service(Preparations.class);
    }

    protected Cases cases() {
        return world.service(Cases.class);
    }

    protected StoredWork stored() {
        return world.service(StoredWork.class);
    }

    protected Templates templates() {
        return world.service(Templates.class);
    }

    protected Documents documents() {
        return world.service(Documents.class);
    }

    /** Lets the program be called again that failed too often. */
    protected void enable() {
        assertThat(world.service(Contributions.class).enable(Writer.class.getName())).isTrue();
    }

    protected String key() {
        keys++;
        return "key-" + keys;
    }

    protected Instant now() {
        return world.clock().instant();
    }

    protected void later(Duration duration) {
        world.clock().advance(duration);
    }

    protected static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    /** Stock comes from a supplier, at a cost per piece. */
    protected void receive(String item, long pieces, String cost) {
        warehouse.ledger().post(warehouse.request(key(),
            warehouse.line("SUPPLIER", "B1", item, pieces).withUnitCost(number(cost)))).value();
    }

    protected static Stage stage(String code, Performer performer, String cost, Optional<Integer> validity, String due,
        Stage.Material... materials) {
        return new Stage(code, "Do " + code, performer,
            performer == Performer.AUTOMATION ? Optional.of(new Stage.Automation("letter", "DRAFT")) : Optional.empty(),
            number("6"), number(cost), validity, performer == Performer.STAFF ? "It is complete" : "",
            due.isEmpty() ? Optional.empty() : Optional.of(number(due)), List.of(materials), List.of());
    }

    protected Stage.Material material(String item, String quantity) {
        return new Stage.Material(warehouse.itemOf(item), number(quantity));
    }

    protected List<Stage> stages() {
        return List.of(
            stage("COLLECT", Performer.STAFF, "1.5", Optional.of(10), "", material("PAPER", "2")),
            stage("DRAFT", Performer.AUTOMATION, "0.1", Optional.of(30), ""),
            stage("NAME", Performer.CLIENT, "0", Optional.empty(), "60"),
            stage("SIGN", Performer.STAFF, "2", Optional.empty(), "30", material("STAMP", "1")));
    }

    protected Template approved(int boundary, List<Stage> stages) {
        return approved(boundary, stages, TODAY);
    }

    protected Template approved(int boundary, List<Stage> stages, LocalDate from) {
        ItemId service = warehouse.itemOf("LETTER");
        Template made = templates().save(new Template(CODE, 0, "Letter", Template.State.DRAFT, service,
            Optional.of(warehouse.itemOf("DRAFT")), Optional.of(warehouse.place("Q1").id()), from, Optional.empty(),
            boundary, new Template.Replenishment(number("3"), number("10")),
            new Template.Mismatch(number("25"), Optional.empty()), stages)).value();
        return templates().approve(CODE, made.version()).value();
    }

    /** A batch that is done; all of its units are good. */
    protected Batch prepared(int units) {
        Batch planned = preparations().plan(Preparations.Plan.of(key(), CODE, units)).value();
        preparations().begin(planned.document(), Progress.NONE).value();
        return finish(planned, List.of()).value();
    }

    protected Outcome<Batch> finish(Batch batch, List<Preparations.Failed> failed) {
        return preparations().finish(new Preparations.Finish(key(), batch.document(), failed, now()));
    }

    protected Cases.Arrival arrival() {
        return new Cases.Arrival(key(), CODE, customer, "", false, Map.of("doctor", "Dr. No"), now());
    }

    protected Cases.Arrival storedOnly() {
        return new Cases.Arrival(key(), CODE, customer, "", true, Map.of(), now());
    }

    protected ServiceCase opened() {
        return cases().open(arrival()).value();
    }

    protected Outcome<ServiceCase> done(DocumentId document, String stage) {
        return cases().done(new Cases.StageResult(key(), document, stage, "ok", Map.of("insurer", "AXA"), now()));
    }

    /** A case all of whose stages are done. */
    protected ServiceCase ready() {
        ServiceCase one = opened();
        while (one.next().isPresent()) {
            one = done(one.document(), one.next().get().stage().code()).value();
        }
        return one;
    }

    protected static List<String> codes(Outcome<?> outcome) {
        return outcome.refusals().stream().map(refusal -> refusal.code().name()).toList();
    }

    protected BigDecimal onHand(String place, String item) {
        return warehouse.onHand(place, item);
    }

}
