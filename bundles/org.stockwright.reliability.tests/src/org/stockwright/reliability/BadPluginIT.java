package org.stockwright.reliability;

import java.net.URL;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.Contributions;
import org.stockwright.base.Contributions.Part;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.spi.InventoryRole;
import org.stockwright.catalog.spi.InventoryRoles;
import org.stockwright.documents.Documents;
import org.stockwright.documents.KindView;
import org.stockwright.documents.Task;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.documents.spi.TaskSource;
import org.stockwright.exchange.Imports;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.fulfilment.Allocation;
import org.stockwright.fulfilment.Availability;
import org.stockwright.fulfilment.spi.AllocationStrategy;
import org.stockwright.fulfilment.spi.IncomingSupply;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.Verification;
import org.stockwright.ledger.spi.BookCheck;
import org.stockwright.ledger.spi.PostingParticipant;
import org.stockwright.persistence.InstalledModule;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.Stores;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.spi.ModuleContribution;
import org.stockwright.reporting.Reports;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportParameter;
import org.stockwright.security.Permission;
import org.stockwright.security.Roles;
import org.stockwright.security.spi.PermissionSource;
import org.stockwright.testkit.OtherVersion;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;
import org.stockwright.testkit.process.Errand;
import org.stockwright.testkit.process.SecondProcess;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Contributions that throw, hang, do not fit or end the program: they are named, and nobody else is hurt. In one class although it is
 * long: most of it are the faulty contributions, one of each kind, which several tests share.
 */
class BadPluginIT {

    private static final int REFUSALS = Contributions.MOST_FAILURES;

    @TempDir
    private Path folder;

    private final List<ServiceRegistration<?>> registered = new ArrayList<>();
    private World world;
    private Warehouse warehouse;

    @BeforeEach
    void open() {
        world = World.open(folder.resolve("store"));
        warehouse = new Warehouse(world);
        warehouse.items("BOLT");
    }

    @AfterEach
    void forget() {
        registered.forEach(ServiceRegistration::unregister);
        Contributions contributions = world.service(Contributions.class);
        contributions.faulty().forEach(part -> contributions.enable(part.id()));
        world.close();
    }

    private <T> void register(Class<T> type, T contribution) {
        registered.add(FrameworkUtil.getBundle(BadPluginIT.class).getBundleContext().registerService(type,
            contribution, null));
    }

    private Outcome<PostingReceipt> post(String key) {
        return warehouse.ledger().post(warehouse.request(key, warehouse.line("SUPPLIER", "MAIN", "BOLT", 1)));
    }

    private Optional<Part> part(Object contribution) {
        return world.service(Contributions.class).faulty().stream()
            .filter(part -> part.id().equals(contribution.getClass().getName())).findFirst();
    }

    /** A check that does what a test wants. */
    private static class Check implements PostingParticipant {

        volatile Consumer<Transaction> deed;

        Check(Consumer<Transaction> deed) {
            this.deed = deed;
        }

        @Override
        public String name() {
            return "Cold chain";
        }

        @Override
        public List<Refusal> check(Transaction transaction, PostingRequest request) {
            deed.accept(transaction);
            return List.of();
        }

    }

    /** Its own class, since failures are counted by class. */
    private static final class Throwing extends Check {

        Throwing(Consumer<Transaction> deed) {
            super(deed);
        }

    }

    private static final class Hanging extends Check {

        Hanging(Consumer<Transaction> deed) {
            super(deed);
        }

    }

    private static final class Sound extends Check {

        Sound(Consumer<Transaction> deed) {
            super(deed);
        }

    }

    @Test
    void aCheckThatThrowsRefusesByItsNameAndIsDisabledAfterThreeTimes() {
        Throwing check = new Throwing(transaction -> {
            throw new NoSuchMethodError("org.example.Gone.method()");
        });
        register(PostingParticipant.class, check);
        for (int i = 0; i < REFUSALS; i++) {
            Refusal refusal = post("T" + i).refusals().getFirst();
            assertThat(refusal.code()).isEqualTo(LedgerRefusal.PARTICIPANT_REFUSED);
            assertThat(refusal.sentence()).contains("Cold chain", "NoSuchMethodError: org.example.Gone.method()");
        }
        assertThat(post("T9").isDone()).as("it is not asked any more").isTrue();
        assertThat(part(check)).hasValueSatisfying(part -> {
            assertThat(part.isDisabled()).isTrue();
            assertThat(part.bundle()).isEqualTo("org.stockwright.reliability.tests");
            assertThat(part.last()).contains("org.example.Gone.method()");
        });
        assertThat(world.service(Contributions.class).enable(check.getClass().getName())).isTrue();
        assertThat(post("T10").refusals()).as("it is asked again").hasSize(1);
    }

    @Test
    void endlessRecursionAndTooLittleMemoryAreRefusalsToo() {
        Throwing check = new Throwing(transaction -> recurse(0));
        register(PostingParticipant.class, check);
        assertThat(post("R1").refusals().getFirst().sentence()).contains("Cold chain", "StackOverflowError");
        check.deed = transaction -> {
            throw new OutOfMemoryError("all of it");
        };
        assertThat(post("R2").refusals().getFirst().sentence()).contains("Cold chain", "OutOfMemoryError");
    }

    private static int recurse(int depth) {
        return recurse(depth + 1) + 1;
    }

    @Test
    void aCheckWhoseStatementTheDatabaseRefusesIsAtFaultAndSpoilsNothing() {
        Throwing check = new Throwing(transaction -> query(transaction, "SELECT nothing FROM nowhere"));
        register(PostingParticipant.class, check);
        assertThat(post("Q1").refusals().getFirst().sentence()).contains("Cold chain", "StoreException");
        assertThat(part(check)).isPresent();
        List<PostingRequest> many = List.of(warehouse.request("Q2", warehouse.line("SUPPLIER", "MAIN", "BOLT", 1)),
            warehouse.request("Q3", warehouse.line("SUPPLIER", "MAIN", "BOLT", 1)));
        assertThat(warehouse.ledger().postAll(many, Ledger.BulkMode.DRY_RUN, Progress.NONE).refusals())
            .as("the next document of a file is looked at in the same transaction").hasSize(REFUSALS - 1);
        assertThat(part(check)).hasValueSatisfying(part -> assertThat(part.isDisabled()).isTrue());
        assertThat(post("Q4").isDone()).isTrue();
    }

    @Test
    void aDeadlockIsNobodysFault() {
        Throwing check = new Throwing(new Consumer<>() {

            private boolean told;

            @Override
            public void accept(Transaction transaction) {
                if (!told) {
                    told = true;
                    throw new IllegalStateException(new SQLException("two wait for each other", "40001"));
                }
            }

        });
        register(PostingParticipant.class, check);
        assertThat(post("D1").isDone()).as("the whole posting was tried again").isTrue();
        assertThat(part(check)).isEmpty();
    }

    private static void query(Transaction transaction, String sql) {
        try (Statement statement = transaction.connection().createStatement();
            ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                // it is the time that it takes
            }
        } catch (SQLException e) {
            throw new StoreException("It could not be read: " + e.getMessage(), e);
        }
    }

    /** A check whose name nobody gets to know. */
    private static final class Nameless implements PostingParticipant {

        private final CountDownLatch never = new CountDownLatch(1);

        @Override
        public String name() {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "";
        }

        @Override
        public List<Refusal> check(Transaction transaction, PostingRequest request) {
            throw new IllegalStateException("never works");
        }

    }

    @Test
    void aCheckThatHangsWhenItIsAskedForItsNameIsLeftBehindToo() {
        Nameless check = new Nameless();
        register(PostingParticipant.class, check);
        long begin = System.nanoTime();
        assertThat(post("N1").refusals().getFirst().sentence()).contains(Nameless.class.getName(),
            "did not answer within 2 s");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Contributions.CHECK.plusSeconds(8));
        check.never.countDown();
    }

    @Test
    void aStatementWithoutAnEndIsEndedByTheDatabase() {
        warehouse.items(IntStream.range(0, 40).mapToObj(i -> "MANY-" + i).toArray(String[]::new));
        Throwing check = new Throwing(transaction -> query(transaction, "SELECT COUNT(*) FROM item a, item b, item c, "
            + "item d, item e, item f, item g WHERE a.id + b.id + c.id + d.id + e.id + f.id + g.id < 0"));
        register(PostingParticipant.class, check);
        long begin = System.nanoTime();
        assertThat(post("E1").refusals().getFirst().sentence()).contains("Cold chain", "did not answer within 2 s");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Contributions.CHECK.plusSeconds(15));
        check.deed = transaction -> {
            // it is well again
        };
        assertThat(post("E2").isDone()).isTrue();
    }

    @Test
    void aPluginThatWasMadeForAnotherVersionIsNamedWithWhatItLacks() throws Exception {
        Bundle bundle = FrameworkUtil.getBundle(BadPluginIT.class).getBundleContext()
            .installBundle("com.example.later", OtherVersion.jar("com.example.later"));
        try {
            assertThat(world.service(Contributions.class).unfit()).singleElement().satisfies(unfit -> {
                assertThat(unfit.bundle()).isEqualTo("com.example.later");
                assertThat(unfit.title()).isEqualTo("Made for later");
                assertThat(unfit.why()).contains("org.stockwright.base", "99");
            });
            assertThat(post("V1").isDone()).as("nobody else is hurt").isTrue();
        } finally {
            bundle.uninstall();
        }
        assertThat(world.service(Contributions.class).unfit()).isEmpty();
    }

    @Test
    void aCheckThatHangsIsLeftBehindAndCanDoNothingWithTheTransactionAnyMore() throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        AtomicReference<Throwable> then = new AtomicReference<>();
        AtomicReference<Throwable> thenByStatement = new AtomicReference<>();
        Hanging check = new Hanging(transaction -> {
            try (Statement statement = transaction.connection().createStatement()) {
                late.await();
                try {
                    transaction.nextId("movement_seq");
                } catch (IllegalStateException e) {
                    then.set(e);
                }
                try {
                    statement.execute("DELETE FROM item");
                } catch (IllegalStateException e) {
                    thenByStatement.set(e);
                }
            } catch (InterruptedException | SQLException | RuntimeException e) {
                // the fence is closed for closing, too
            } finally {
                over.countDown();
            }
        });
        register(PostingParticipant.class, check);
        long begin = System.nanoTime();
        Refusal refusal = post("H1").refusals().getFirst();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(refusal.code()).isEqualTo(LedgerRefusal.PARTICIPANT_REFUSED);
        assertThat(refusal.sentence()).contains("Cold chain", "did not answer within 2 s");
        assertThat(took).isBetween(Contributions.CHECK, Contributions.CHECK.plusSeconds(8));
        late.countDown();
        assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(then.get()).isInstanceOf(IllegalStateException.class);
        assertThat(thenByStatement.get()).isInstanceOf(IllegalStateException.class);
        check.deed = transaction -> {
            // it is well again
        };
        assertThat(post("H1").isDone()).as("nothing of it was stored or is locked").isTrue();
        assertThat(warehouse.rows("item")).isEqualTo(1);
    }

    @Test
    void aSoundCheckReadsByTheTransactionAsEver() {
        List<String> seen = new ArrayList<>();
        // a busy machine may need its two seconds to load what queries need
        warehouse.work().read(transaction -> transaction.entities().createQuery("SELECT COUNT(i) FROM Item i")
            .getSingleResult());
        register(PostingParticipant.class, new Sound(transaction -> {
            try (PreparedStatement select = transaction.connection().prepareStatement("SELECT code FROM item");
                ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    seen.add(rows.getString(1));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            seen.add(transaction.entities().createQuery("SELECT COUNT(i) FROM Item i").getSingleResult()
                .toString());
        }));
        assertThat(post("S1").refusals()).isEmpty();
        assertThat(seen).containsExactly("BOLT", "1");
    }

    /** All that can be contributed without a workbench, each of which fails whatever is asked. */
    private static final class Failing implements TaskSource, PermissionSource, InventoryRoles, ImportKind,
        ReportContribution, BookCheck, ModuleContribution, DocumentKind, AllocationStrategy, IncomingSupply {

        private static <T> T fail() {
            throw new IllegalStateException("never works");
        }

        @Override
        public String permission() {
            return fail();
        }

        @Override
        public List<Task> tasks(int limit) {
            return fail();
        }

        @Override
        public List<Permission> permissions() {
            return fail();
        }

        @Override
        public List<InventoryRole> roles() {
            return fail();
        }

        @Override
        public String id() {
            return fail();
        }

        @Override
        public String title() {
            return fail();
        }

        @Override
        public String description() {
            return fail();
        }

        @Override
        public List<ImportColumn> columns() {
            return fail();
        }

        @Override
        public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
            return fail();
        }

        @Override
        public List<ReportParameter> parameters() {
            return fail();
        }

        @Override
        public URL design() {
            return fail();
        }

        @Override
        public List<ReportDataSet> dataSets() {
            return fail();
        }

        @Override
        public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
            return fail();
        }

        @Override
        public String name() {
            return fail();
        }

        @Override
        public Findings run(Connection connection) {
            return fail();
        }

        @Override
        public String moduleId() {
            return fail();
        }

        @Override
        public String version() {
            return fail();
        }

        @Override
        public List<Class<?>> entities() {
            return fail();
        }

        @Override
        public List<URL> migrations() {
            return fail();
        }

        @Override
        public List<InstalledModule.OwnedKind> documents() {
            return fail();
        }

        @Override
        public KindView view() {
            return fail();
        }

        @Override
        public String series() {
            return fail();
        }

        @Override
        public String viewPermission() {
            return fail();
        }

        @Override
        public boolean isPricedAtCost() {
            return fail();
        }

        @Override
        public List<Pick> choose(Need need, List<Candidate> candidates) {
            return fail();
        }

        @Override
        public List<Supply> incoming(Transaction transaction, Set<ItemId> items) {
            return fail();
        }

    }

    /** Registers a failing one of a type, and asks what is asked of all of that type. */
    private <T> void survives(Class<T> type, T failing, Runnable question) {
        register(type, failing);
        question.run();
        assertThat(part(failing)).as(type.getSimpleName()).hasValueSatisfying(
            part -> assertThat(part.last()).contains("never works"));
        registered.removeLast().unregister();
        world.service(Contributions.class).enable(failing.getClass().getName());
    }

    @Test
    void aContributionOfAnyKindThatFailsLeavesTheOthersTheirs() {
        Failing failing = new Failing();
        survives(TaskSource.class, failing, () -> world.service(Documents.class).inbox());
        survives(PermissionSource.class, failing,
            () -> assertThat(world.service(Roles.class).permissions()).isNotEmpty());
        survives(InventoryRoles.class, failing,
            () -> assertThat(world.service(Items.class).roles()).contains("RAW"));
        survives(ImportKind.class, failing, () -> assertThat(world.service(Imports.class).kinds())
            .anyMatch(kind -> kind.id().equals("items")));
        survives(ReportContribution.class, failing, () -> assertThat(world.service(Reports.class).list())
            .anyMatch(report -> report.id().equals("stock-on-hand")));
        survives(DocumentKind.class, failing, () -> world.service(Documents.class).kinds());
        survives(ModuleContribution.class, failing, () -> {
            world.service(Stores.class).close();
            world.reopen();
        });
        survives(BookCheck.class, failing, () -> assertThat(world.service(Verification.class).verify(Progress.NONE))
            .anyMatch(result -> !result.passed() && result.detail().contains("never works"))
            .anyMatch(result -> result.passed() && result.check().equals("checkpoints-equal-movements")));
        survives(AllocationStrategy.class, failing, () -> assertThat(world.service(Allocation.class).strategies())
            .extracting(Allocation.Strategy::id).contains("fefo"));
        assertThat(post("A1").isDone()).isTrue();
        survives(IncomingSupply.class, failing, () -> assertThat(world.service(Availability.class)
            .of(List.of(warehouse.itemOf("BOLT")), Optional.empty())).hasSize(1));
    }

    @Test
    void aTaskSourceThatHangsIsLeftBehind() {
        CountDownLatch never = new CountDownLatch(1);
        register(TaskSource.class, new TaskSource() {

            @Override
            public String permission() {
                return "ledger.view";
            }

            @Override
            public List<Task> tasks(int limit) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return List.of();
            }

        });
        long begin = System.nanoTime();
        world.service(Documents.class).inbox();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Contributions.ANSWER,
            Contributions.ANSWER.plusSeconds(20));
        never.countDown();
        assertThat(world.service(Contributions.class).faulty())
            .anyMatch(part -> part.last().contains("did not answer within 10 s"));
    }

    @Test
    void aCheckThatEndsTheProgramLosesNothingThatWasAcknowledged() throws Exception {
        World.assumeDerby("its files after the end of a process");
        world.close();
        try {
            endTheProgram();
        } finally {
            world = World.open(folder.resolve("store"));
        }
    }

    private void endTheProgram() throws Exception {
        Path store = folder.resolve("other");
        String[] errand;
        try (Book book = Book.make(store)) {
            errand = book.errand(store, "before", 3, 2);
        }
        try (SecondProcess process = SecondProcess.start(folder.resolve("first"), Map.of(), errand)) {
            process.within(120);
            process.listen(line -> assertThat(line).doesNotStartWith("refused"));
        }
        errand[0] = Errand.EXIT.name();
        errand[2] = "never";
        List<String> said = new ArrayList<>();
        try (SecondProcess process = SecondProcess.start(folder.resolve("second"), Map.of(), errand)) {
            process.within(120);
            process.listen(said::add);
            assertThat(process.end(60)).isEqualTo(Errand.EXITED);
        }
        assertThat(said).containsExactly("opened");
        try (Book book = Book.open(store)) {
            for (int i = 0; i < 3; i++) {
                assertThat(book.lines("before" + i)).isEqualTo(2);
            }
            assertThat(book.lines("never0")).isZero();
            book.assertClean();
        }
    }

}
