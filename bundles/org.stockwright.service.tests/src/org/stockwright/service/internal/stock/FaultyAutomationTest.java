package org.stockwright.service.internal.stock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.Contributions;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.service.Batch;
import org.stockwright.service.Preparations.Plan;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.Stage;
import org.stockwright.service.Template;
import org.stockwright.service.spi.StageAutomation;

import static org.assertj.core.api.Assertions.assertThat;

/** A plug-in that does stages badly is named; everything else goes on. */
class FaultyAutomationTest extends WorkWorld {

    private static final String NAME = "Faulty";

    /** Does whatever it is told to. */
    private static final class Faulty implements StageAutomation {

        private Supplier<String> kind = () -> "faulty";
        private Supplier<List<Choice>> choices = () -> List.of(new Choice("X", "X"));
        private Supplier<Outcome<List<Result>>> results = () -> Outcome.done(List.of());
        private int calls;

        @Override
        public String kind() {
            calls++;
            return kind.get();
        }

        @Override
        public String title() {
            throw new IllegalStateException("no title");
        }

        @Override
        public List<Choice> choices() {
            calls++;
            return choices.get();
        }

        @Override
        public Outcome<List<Result>> run(String code, List<Unit> units) {
            calls++;
            return results.get();
        }

    }

    private final Faulty faulty = new Faulty();
    private ServiceRegistration<StageAutomation> registration;

    @BeforeEach
    void install() {
        // of the highest ranking: it would be taken before others of its kind
        registration = FrameworkUtil.getBundle(WorkDesk.class).getBundleContext().registerService(StageAutomation.class,
            faulty, new Hashtable<>(Map.of(Constants.SERVICE_RANKING, 100)));
        contributions().enable(Faulty.class.getName());
    }

    @AfterEach
    void uninstall() {
        registration.unregister();
    }

    private Contributions contributions() {
        return world.service(Contributions.class);
    }

    private static <T> T fails() {
        throw new NoClassDefFoundError("org/example/Missing");
    }

    private Template drafted(String kind) {
        List<Stage> stages = new ArrayList<>(stages());
        Stage old = stages.get(1);
        stages.set(1, new Stage(old.code(), old.name(), old.performer(), Optional.of(new Stage.Automation(kind, "X")),
            old.minutes(), old.cost(), old.validityDays(), old.gate(), old.dueMinutes(), old.materials(), old.needs()));
        return templates().save(new Template("T-FAULTY", 0, "Faulty", Template.State.DRAFT,
            warehouse.itemOf("LETTER"), Optional.of(warehouse.itemOf("DRAFT")),
            Optional.of(warehouse.place("Q1").id()), TODAY, Optional.empty(), 2,
            new Template.Replenishment(number("0"), number("0")), new Template.Mismatch(number("25"), Optional.empty()),
            stages)).value();
    }

    private static Refusal only(Outcome<?> outcome) {
        assertThat(outcome.refusals()).hasSize(1);
        return outcome.refusals().getFirst();
    }

    @Test
    void oneThatDoesNotEvenSayWhatItIsKeepsNobodyFromWorking() {
        faulty.kind = FaultyAutomationTest::fails;
        receive("PAPER", 100, "1");
        receive("STAMP", 100, "1");
        approved(2, stages());
        prepared(2);
        ServiceCase one = ready();
        assertThat(cases().deliver(key(), one.document(), now()).isDone()).isTrue();
        assertThat(contributions().faulty()).anyMatch(part -> part.id().equals(Faulty.class.getName()));
        assertThat(faulty.calls).as("it was asked three times, and then no more").isLessThanOrEqualTo(3);
    }

    @Test
    void whatNobodyDoesIsToldWithThoseWhoSayNothing() {
        faulty.kind = FaultyAutomationTest::fails;
        Template draft = drafted("faulty");
        Outcome<Template> approved = templates().approve(draft.code(), 1);
        assertThat(codes(approved)).containsExactly("UNKNOWN_AUTOMATION", "FAILED");
        assertThat(approved.refusals()).allSatisfy(refusal -> {
            assertThat(refusal.hint()).isNotEmpty();
            assertThat(refusal.place().line()).isEqualTo(2);
        });
        assertThat(approved.refusals().get(1).sentence()).contains(NAME).contains("org/example/Missing");
    }

    @Test
    void oneThatDoesNotSayWhatItCanDoIsNamedAndNothingIsApproved() {
        Template draft = drafted("faulty");
        for (Supplier<List<StageAutomation.Choice>> bad : List.<Supplier<List<StageAutomation.Choice>>>of(
            FaultyAutomationTest::fails, () -> null, () -> Arrays.asList((StageAutomation.Choice) null))) {
            faulty.choices = bad;
            Refusal refusal = only(templates().approve(draft.code(), 1));
            assertThat(refusal.code().name()).isEqualTo("AUTOMATION_SILENT");
            assertThat(refusal.sentence()).contains(NAME);
        }
        assertThat(only(templates().approve(draft.code(), 1)).sentence()).contains("is disabled");
        assertThat(contributions().enable(Faulty.class.getName())).isTrue();
        faulty.choices = () -> List.of(new StageAutomation.Choice("X", "X"));
        assertThat(templates().approve(draft.code(), 1).isDone()).isTrue();
    }

    @Test
    void resultsThatCannotBeKeptAreItsFaultAndNothingIsHalfKept() {
        receive("PAPER", 100, "1");
        templates().approve(drafted("faulty").code(), 1).value();
        Batch batch = preparations().plan(Plan.of(key(), "T-FAULTY", 2)).value();
        StageAutomation.Result good = new StageAutomation.Result("ok", Map.of(), List.of());
        StageAutomation.Result mute = new StageAutomation.Result(null, Map.of(), List.of());
        StageAutomation.Result empty = new StageAutomation.Result("ok", Map.of(),
            List.of(new StageAutomation.File("a.txt", "text/plain", null)));
        List<Supplier<Outcome<List<StageAutomation.Result>>>> bad = List.of(() -> null,
            () -> Outcome.done(List.of(good)), () -> Outcome.done(Arrays.asList(good, null)),
            () -> Outcome.done(List.of(good, mute)), () -> Outcome.done(List.of(good, empty)),
            FaultyAutomationTest::fails);
        for (Supplier<Outcome<List<StageAutomation.Result>>> one : bad) {
            contributions().enable(Faulty.class.getName());
            faulty.results = one;
            Refusal refusal = only(preparations().begin(batch.document(), Progress.NONE));
            assertThat(refusal.code().name()).isEqualTo("AUTOMATION_FAILED");
            assertThat(refusal.sentence()).contains("'DRAFT'").contains(NAME);
            assertThat(refusal.hint()).isNotEmpty();
        }
        assertThat(warehouse.rows("service_result")).as("what the batch began with").isEqualTo(1);
        faulty.results = () -> Outcome.done(List.of(good, good));
        assertThat(preparations().begin(batch.document(), Progress.NONE).isDone()).isTrue();
        assertThat(finish(batch, List.of()).value().made()).isEqualTo(2);
    }

}
