package org.stockwright.service.internal.stock;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.stockwright.catalog.Partners;
import org.stockwright.documents.DocumentEvent;
import org.stockwright.service.Batch;
import org.stockwright.service.Cases;
import org.stockwright.service.Preparations;
import org.stockwright.service.Preparations.Plan;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Stage;
import org.stockwright.service.Template;
import org.stockwright.service.internal.InstalledAutomations;
import org.stockwright.service.internal.cases.CaseDesk;
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

    /** What is installed, asked with little patience. */
    private StageRunner impatient(List<Duration> budgets) {
        Contributions real = contributions();
        Contributions few = (Contributions) Proxy.newProxyInstance(getClass().getClassLoader(),
            new Class<?>[] { Contributions.class }, (proxy, method, arguments) -> {
                if (method.isDefault()) {
                    return InvocationHandler.invokeDefault(proxy, method, arguments);
                }
                if (method.getName().equals("callInTime")) {
                    budgets.add((Duration) arguments[1]);
                    arguments[1] = Duration.ofMillis(300);
                }
                return method.invoke(real, arguments);
            });
        return new StageRunner(
            new InstalledAutomations(List.of(faulty), few, warehouse.work()));
    }

    @Test
    void oneThatNeverAnswersIsNamedAndItsJobStopsWithNothingHalfKept() throws InterruptedException {
        receive("PAPER", 200, "1");
        templates().approve(drafted("faulty").code(), 1).value();
        Batch batch = preparations().plan(Plan.of(key(), "T-FAULTY", 60)).value();
        CountDownLatch late = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        StageAutomation.Result good = new StageAutomation.Result("ok", Map.of(), List.of());
        faulty.results = () -> {
            if (runs.incrementAndGet() == 1) {
                return Outcome.done(Collections.nCopies(50, good));
            }
            awaited(late);
            gone.countDown();
            return Outcome.done(Collections.nCopies(10, good));
        };
        List<Duration> budgets = new CopyOnWriteArrayList<>();
        Preparations impatient = new PreparationsComponent(world.service(WorkDesk.class), impatient(budgets),
            List.of());
        Refusal refusal = only(impatient.begin(batch.document(), Progress.NONE));
        assertThat(refusal.code().name()).isEqualTo("AUTOMATION_FAILED");
        assertThat(refusal.sentence()).contains("'DRAFT'").contains(NAME).contains("did not answer");
        assertThat(refusal.hint()).isNotEmpty();
        assertThat(budgets).as("what it is, then 50 units, then 10").containsExactly(Contributions.ANSWER,
            Duration.ofSeconds(210), Duration.ofSeconds(90));
        assertThat(contributions().faulty()).filteredOn(part -> part.id().equals(Faulty.class.getName()))
            .singleElement().satisfies(part -> assertThat(part.failures()).isEqualTo(1));
        assertThat(warehouse.rows("service_result")).as("what the batch began with, and the first part").isEqualTo(51);
        late.countDown();
        assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(warehouse.rows("service_result")).as("its late answer is not looked at").isEqualTo(51);
        faulty.results = () -> Outcome.done(Collections.nCopies(10, good));
        assertThat(preparations().begin(batch.document(), Progress.NONE).isDone()).isTrue();
        assertThat(finish(batch, List.of()).value().made()).isEqualTo(60);
    }

    @Test
    void aCaseWaitsForOneThatNeverAnswersNoLongerThanForOthersAndStaysToBeRun() {
        templates().approve(drafted("faulty").code(), 1).value();
        receive("PAPER", 10, "1");
        faulty.results = () -> Outcome.refused(ServiceRefusal.BAD_NAME, "not now");
        ServiceCase one = cases().open(new Cases.Arrival(key(), "T-FAULTY", customer, "", false, Map.of(), now()))
            .value();
        done(one.document(), "COLLECT").value();
        CountDownLatch never = new CountDownLatch(1);
        faulty.results = () -> {
            awaited(never);
            return Outcome.done(List.of());
        };
        CaseDesk impatient = new CaseDesk(world.service(WorkDesk.class), impatient(new CopyOnWriteArrayList<>()),
            world.service(Partners.class));
        for (int i = 0; i < Contributions.MOST_FAILURES; i++) {
            assertThat(impatient.runOrTell(one.document()).isDone()).isTrue();
        }
        assertThat(documents().trail(one.document())).extracting(DocumentEvent::detail)
            .filteredOn(detail -> detail.contains("did not answer within")).hasSize(Contributions.MOST_FAILURES);
        int calls = faulty.calls;
        assertThat(only(cases().run(one.document())).sentence()).contains("is disabled");
        assertThat(faulty.calls).isEqualTo(calls);
        never.countDown();
        contributions().enable(Faulty.class.getName());
        faulty.results = () -> Outcome
            .done(List.of(new StageAutomation.Result("ok", Map.of(), List.of())));
        assertThat(cases().run(one.document()).value().next().orElseThrow().stage().code()).isEqualTo("NAME");
    }

    @Test
    void insideOfAUnitOfWorkItIsAskedWhereThatIsSeen() {
        receive("PAPER", 10, "1");
        templates().approve(drafted("faulty").code(), 1).value();
        List<Thread> threads = new CopyOnWriteArrayList<>();
        faulty.results = () -> {
            threads.add(Thread.currentThread());
            return Outcome.done(List.of(new StageAutomation.Result("ok", Map.of(), List.of())));
        };
        assertThat(warehouse.work().isRunning()).isFalse();
        Batch made = warehouse.work().together(() -> {
            assertThat(warehouse.work().isRunning()).isTrue();
            return preparations().plan(Plan.of(key(), "T-FAULTY", 1))
                .then(batch -> preparations().begin(batch.document(), Progress.NONE));
        }, true).value();
        assertThat(threads).containsExactly(Thread.currentThread());
        assertThat(finish(made, List.of()).value().made()).isEqualTo(1);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
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
