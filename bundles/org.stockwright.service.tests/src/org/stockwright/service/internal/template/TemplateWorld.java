package org.stockwright.service.internal.template;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Tracking;
import org.stockwright.service.Performer;
import org.stockwright.service.Stage;
import org.stockwright.service.Template;
import org.stockwright.service.Templates;
import org.stockwright.service.spi.StageAutomation;
import org.stockwright.testkit.Invariants;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;

/** A company with letters as a service, prepared ones in a bin, paper to write them on, and a program that writes. */
abstract class TemplateWorld {

    /** The day on which every world begins. */
    static final LocalDate TODAY = LocalDate.of(2026, 1, 15);
    static final String CODE = "LETTER";

    @TempDir
    Path folder;

    World world;
    Warehouse warehouse;
    ItemId service;
    ItemId stored;
    LocationId queue;
    private ServiceRegistration<StageAutomation> writer;

    @BeforeEach
    void openWorld() {
        world = World.open(folder);
        writer = automation("letter", List.of("INSURER-LETTER", "CREDIT-DECISION", "INSPECTION-PROTOCOL",
            "SERVICE-REPORT", "ONBOARDING-PAPERS"));
        warehouse = new Warehouse(world);
        world.service(CompanyProfiles.class)
            .save(new CompanyProfile("Test", Currency.getInstance("EUR"), ZoneOffset.UTC, false)).value();
        warehouse.bins("Q1", "B1");
        warehouse.items("LETTER", "PAPER", "OTHER");
        service = warehouse.itemOf("LETTER");
        stored = warehouse.item("LETTER-DRAFT", Warehouse.PCS, Tracking.LOT, "");
        queue = warehouse.place("Q1").id();
    }

    @AfterEach
    void closeWorld() {
        try {
            Invariants.check(warehouse.work());
        } finally {
            world.close();
            writer.unregister();
        }
    }

    /** Something that can do stages, as a bundle would bring it. */
    static ServiceRegistration<StageAutomation> automation(String kind, List<String> codes) {
        BundleContext context = FrameworkUtil.getBundle(TemplatesComponent.class).getBundleContext();
        return context.registerService(StageAutomation.class, new StageAutomation() {

            @Override
            public String kind() {
                return kind;
            }

            @Override
            public String title() {
                return kind;
            }

            @Override
            public List<Choice> choices() {
                return codes.stream().map(code -> new Choice(code, code)).toList();
            }

            @Override
            public Outcome<List<Result>> run(String code, List<Unit> units) {
                throw new IllegalStateException("templates only ask what can be done");
            }

        }, null);
    }

    /** Writes rows of other areas as they would. */
    void run(String sql, Object... values) {
        warehouse.work().write(transaction -> {
            try (PreparedStatement statement = transaction.connection().prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                return Outcome.done(statement.executeUpdate());
            }
        }).value();
    }

    Templates templates() {
        return world.service(Templates.class);
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    static Stage stage(String code, Performer performer, String minutes, Stage.Material... materials) {
        return new Stage(code, "Do " + code, performer, Optional.empty(), number(minutes), number("1.5"),
            Optional.of(10), "", Optional.empty(), List.of(materials), List.of());
    }

    static Stage written(String code) {
        return new Stage(code, "Write", Performer.AUTOMATION,
            Optional.of(new Stage.Automation("letter", "INSURER-LETTER")), number("0.5"), number("0.1"),
            Optional.of(30), "", Optional.empty(), List.of(), List.of());
    }

    /** Collected by somebody, written by the program, named by the customer, signed by somebody. */
    Template draft(LocalDate from, int boundary) {
        return new Template(CODE, 0, "Letter", Template.State.DRAFT, service, Optional.of(stored), Optional.of(queue),
            from, Optional.empty(), boundary, new Template.Replenishment(number("5"), number("20")),
            new Template.Mismatch(number("25"), Optional.empty()),
            List.of(stage("COLLECT", Performer.STAFF, "6"), written("WRITE"), stage("NAME", Performer.CLIENT, "3"),
                stage("SIGN", Performer.STAFF, "2", new Stage.Material(warehouse.itemOf("PAPER"), number("2")))));
    }

    Template approved(Template draft) {
        Template made = templates().save(draft).value();
        return templates().approve(made.code(), made.version()).value();
    }

    /** What is wrong, each as {@code line column CODE}. */
    static List<String> told(Outcome<?> outcome) {
        return outcome.refusals().stream().map(TemplateWorld::told).toList();
    }

    static String told(Refusal refusal) {
        return refusal.place().line() + " " + refusal.place().column() + " " + refusal.code().name();
    }

}
