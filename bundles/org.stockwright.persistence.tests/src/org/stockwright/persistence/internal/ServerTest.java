package org.stockwright.persistence.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.InstalledModule;
import org.stockwright.persistence.ServerState;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.StoreRefusal;
import org.stockwright.testkit.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A database on a server: who may do what there, and several programs at once. */
class ServerTest {

    @TempDir
    private Path folder;

    private StoreLocation.Server database;

    @BeforeEach
    void makeDatabase() {
        ServerStores.onServer(folder);
        database = TestDatabases.empty();
    }

    @AfterEach
    void dropDatabase() {
        if (database != null) {
            TestDatabases.drop(database);
        }
    }

    @Test
    void theProductMayOnlyAddToTheLedger() throws Exception {
        try (ServerStores one = open()) {
            for (String table : AppendOnlyTest.TABLES) {
                for (String right : List.of("UPDATE", "DELETE", "TRUNCATE")) {
                    assertThat(one.number("SELECT has_table_privilege('" + table + "', '" + right + "')::int"))
                        .as(right + ' ' + table).isZero();
                }
                assertThat(one.number("SELECT has_table_privilege('" + table + "', 'INSERT')::int")).isEqualTo(1);
            }
            assertThat(one.number("SELECT has_table_privilege('balance', 'UPDATE')::int")).isEqualTo(1);
            assertThatThrownBy(() -> one.execute("UPDATE movement SET reason = 'x'"))
                .hasStackTraceContaining("permission denied");
            assertThatThrownBy(() -> one.execute("DROP TABLE movement")).hasStackTraceContaining("must be owner");
            assertThatThrownBy(() -> one.execute("UPDATE schema_migration SET checksum = 'x'"))
                .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void theProductsLoginIsRefusedOnEveryTableThatOnlyGrows() throws Exception {
        open().close();
        String member = user("LOGIN");
        TestDatabases.execute("GRANT \"" + ServerRoles.name(name()) + "\" TO " + member);
        try (ServerStores works = ServerStores.open(as(member), "member", false).value();
            Connection login = TestDatabases.administrator(as(member));
            Statement raw = login.createStatement()) {
            for (String table : AppendOnlyTest.TABLES) {
                for (String column : columns(raw, table)) {
                    String update = "UPDATE " + table + " SET " + column + " = " + column;
                    assertThatThrownBy(() -> works.execute(update)).as(update)
                        .hasStackTraceContaining("permission denied for table " + table);
                    assertThatThrownBy(() -> raw.execute(update)).as("%s by the login itself", update)
                        .hasMessageContaining("permission denied for table " + table);
                }
                for (String sql : List.of("DELETE FROM " + table, "TRUNCATE TABLE " + table,
                    "SELECT * FROM " + table + " FOR UPDATE")) {
                    assertThatThrownBy(() -> works.execute(sql)).as(sql).hasStackTraceContaining("permission denied");
                    assertThatThrownBy(() -> raw.execute(sql)).as(sql).hasMessageContaining("permission denied");
                }
                for (String sql : List.of("ALTER TABLE " + table + " DISABLE TRIGGER ALL",
                    "DROP TRIGGER " + table + "_append_only ON " + table)) {
                    assertThatThrownBy(() -> works.execute(sql)).as(sql).hasStackTraceContaining("must be owner");
                }
            }
        }
        TestDatabases.execute("REVOKE \"" + ServerRoles.name(name()) + "\" FROM " + member);
        TestDatabases.execute("DROP ROLE " + member);
    }

    private static List<String> columns(Statement statement, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT column_name FROM information_schema.columns WHERE "
            + "table_schema = 'public' AND table_name = '" + table + "'")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        assertThat(columns).as(table).hasSizeGreaterThan(4);
        return columns;
    }

    @Test
    void aTriggerRefusesTheOwnerToo() throws Exception {
        try (ServerStores one = open();
            Connection owner = TestDatabases.administrator(database);
            Statement statement = owner.createStatement()) {
            one.execute("INSERT INTO posting (id, posting_key, content_hash, user_name, recorded_at) "
                + "VALUES (1, 'k', '" + "0".repeat(64) + "', 'x', 0)").value();
            assertThatThrownBy(() -> statement.execute("DELETE FROM posting"))
                .hasMessageContaining("never changed or deleted");
        }
    }

    @Test
    void programsThatStartTogetherMigrateOnce() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            List<Future<ServerStores>> opening = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                opening.add(pool.submit(() -> {
                    go.await();
                    return open();
                }));
            }
            go.countDown();
            for (Future<ServerStores> one : opening) {
                try (ServerStores store = one.get()) {
                    assertThat(store.number("SELECT COUNT(*) FROM quality_status")).isEqualTo(5);
                }
            }
        }
    }

    /** A module with one script and a guard in this table. */
    private static PresentModule module(String sql, String guarded) {
        return new PresentModule("test.module", "1.0.0", "Tests of modules", "test.feature", List.of(),
            Map.of(PostgresEngine.SCRIPTS, List.of(new Migration("test.module", 1, "a", sql))), List.of(),
            List.of(new InstalledModule.Guard(InstalledModule.Subject.ITEM, guarded, "id")), "", false);
    }

    @Test
    void programsThatStartTogetherPrepareTheirModuleOnce() throws Exception {
        List<PresentModule> modules = List.of(module("CREATE TABLE test_a (id BIGINT NOT NULL PRIMARY KEY)", "test_a"));
        ServerStores.open(database, "tester", true).value().close();
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            List<Future<ServerStores>> opening = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                opening.add(pool.submit(() -> {
                    go.await();
                    return ServerStores.open(database, "tester", false, modules).value();
                }));
            }
            go.countDown();
            for (Future<ServerStores> one : opening) {
                try (ServerStores store = one.get()) {
                    assertThat(store.number("SELECT COUNT(*) FROM schema_migration WHERE module = 'test.module'"))
                        .isEqualTo(1);
                    assertThat(store.store().modules()).noneMatch(InstalledModule::isMissing).hasSize(1);
                }
            }
        }
        try (ServerStores without = ServerStores.open(database, "tester", false).value()) {
            InstalledModule missing = without.store().modules().getFirst();
            assertThat(missing.isMissing()).isTrue();
            assertThat(missing.guards()).hasSize(1);
        }
    }

    @Test
    void aModuleOfFaultsKeepsNobodyFromTheRest() {
        ServerStores.open(database, "tester", true).value().close();
        Refusal refusal = ServerStores
            .open(database, "tester", false, List.of(module("CREATE TABLE test_a (id nonsense)",
                "test_a")))
            .refusals().getFirst();
        assertThat(refusal.code()).isEqualTo(StoreRefusal.MODULE_FAILED);
        assertThat(refusal.sentence()).contains("for Tests of modules", "1-a", "nonsense");
        ServerStores.open(database, "tester", false).value().close();
        try (ServerStores store = ServerStores.open(database, "tester", false,
            List.of(module("CREATE TABLE test_a (id BIGINT NOT NULL PRIMARY KEY)", "test_b"))).value()) {
            assertThat(store.store().modules().getFirst().guards()).as("there is no such table").isEmpty();
        }
    }

    @Test
    void oneHearsWhatTheOtherChangesWithinTwoSeconds() throws Exception {
        try (ServerStores one = open(); ServerStores other = open()) {
            settle();
            other.heard().clear();
            Instant begin = Instant.now();
            one.execute("INSERT INTO setting VALUES ('a', '', 0)", Topic.SETTINGS).value();
            await(() -> other.heard().contains(Topic.SETTINGS));
            one.execute("INSERT INTO setting VALUES ('b', '', 0)", Topic.STOCK).value();
            await(() -> other.heard().contains(Topic.STOCK));
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(4));
            assertThat(other.number("SELECT COUNT(*) FROM setting WHERE name IN ('a', 'b')")).isEqualTo(2);
        }
    }

    @Test
    void whatAProgramPostsBeforeItEndsIsHeard() throws Exception {
        try (ServerStores other = open()) {
            for (int i = 0; i < 5; i++) {
                try (ServerStores one = open()) {
                    settle();
                    other.heard().clear();
                    one.execute("INSERT INTO setting VALUES ('last" + i + "', '', 0)", Topic.STOCK).value();
                }
                await(() -> other.heard().contains(Topic.STOCK));
            }
        }
    }

    @Test
    void numbersAreSettledAmongSeveralPrograms() throws Exception {
        try (ServerStores one = open(); ServerStores other = open()) {
            assertThat(settled(other)).isEqualTo(999);
            CountDownLatch drawn = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
                Future<Long> slow = pool.submit(() -> one.work().<Long>write(transaction -> {
                    Long number = Long.valueOf(transaction.nextId("movement_seq"));
                    drawn.countDown();
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return Outcome.done(number);
                }).value());
                drawn.await();
                long quick = other.work().<Long>write(
                    transaction -> Outcome.done(Long.valueOf(transaction.nextIds("movement_seq", 2_500)))).value()
                    .longValue();
                long meanwhile = settled(other);
                go.countDown();
                long first = slow.get().longValue();
                assertThat(first).isLessThan(quick);
                assertThat(meanwhile).isLessThan(first);
                assertThat(settled(other)).isGreaterThanOrEqualTo(quick + 2_499);
            }
            assertThatThrownBy(() -> other.work().read(transaction -> Long.valueOf(transaction.settled("posting_seq"))))
                .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static long settled(ServerStores store) {
        return store.work().read(transaction -> Long.valueOf(transaction.settled("movement_seq"))).longValue();
    }

    @Test
    void eachProgramHasAJournalAndAllAreRead() throws Exception {
        try (ServerStores one = open(); ServerStores other = open()) {
            acknowledge(one, 1);
            acknowledge(other, 2);
            acknowledge(one, 3);
            List<Long> read = new ArrayList<>();
            other.store().journal().read((posting, hash) -> read.add(Long.valueOf(posting)));
            assertThat(read).containsExactlyInAnyOrder(1L, 2L, 3L);
        }
        try (ServerStores again = open()) {
            List<Long> read = new ArrayList<>();
            again.store().journal().read((posting, hash) -> read.add(Long.valueOf(posting)));
            assertThat(read).containsExactlyInAnyOrder(1L, 2L, 3L);
        }
    }

    private static void acknowledge(ServerStores store, long posting) {
        store.work().write(transaction -> {
            transaction.acknowledge(posting, "hash");
            return Outcome.done(Boolean.TRUE);
        }).value();
    }

    @Test
    void whoOnlyIsAMemberOfTheRoleWorksButDoesNotMigrate() throws Exception {
        String member = user("LOGIN");
        assertThat(refusal(as(member), false).code()).isEqualTo(StoreRefusal.NO_STORE);
        assertThat(refusal(as(member), true).code()).isEqualTo(StoreRefusal.NOT_ALLOWED);
        open().close();
        assertThat(refusal(as(member), false).hint()).contains("GRANT");
        String role = ServerRoles.name(name());
        TestDatabases.execute("GRANT \"" + role + "\" TO " + member);
        try (ServerStores works = ServerStores.open(as(member), "member", false).value()) {
            works.execute("INSERT INTO setting VALUES ('m', '', 0)").value();
            assertThatThrownBy(() -> works.execute("DELETE FROM posting")).hasStackTraceContaining("permission denied");
        }
        try (Connection owner = TestDatabases.administrator(database); Statement sql = owner.createStatement()) {
            sql.execute("DELETE FROM schema_migration WHERE number = (SELECT MAX(number) FROM schema_migration)");
        }
        assertThat(refusal(as(member), false).code()).isEqualTo(StoreRefusal.OWNER_NEEDED);
        TestDatabases.execute("REVOKE \"" + role + "\" FROM " + member);
        TestDatabases.execute("DROP ROLE " + member);
    }

    @Test
    void anOwnerWhoMayNotMakeRolesIsToldWhatToAskFor() {
        String owner = user("LOGIN");
        TestDatabases.execute("ALTER DATABASE " + name() + " OWNER TO " + owner);
        Refusal refusal = refusal(as(owner), true);
        assertThat(refusal.code()).isEqualTo(StoreRefusal.ROLE_NEEDED);
        for (String statement : refusal.hint().replace("Let an administrator of the server run: ", "").split(";")) {
            TestDatabases.execute(statement);
        }
        try (ServerStores works = ServerStores.open(as(owner), "owner", true).value()) {
            assertThat(works.number("SELECT COUNT(*) FROM quality_status")).isEqualTo(5);
            assertThat(works.number("SELECT has_table_privilege('movement', 'DELETE')::int")).isZero();
        }
    }

    @Test
    void databasesOfOthersAreLeftAlone() throws Exception {
        try (Connection owner = TestDatabases.administrator(database); Statement sql = owner.createStatement()) {
            sql.execute("CREATE TABLE theirs (id INTEGER)");
        }
        assertThat(refusal(database, true).code()).isEqualTo(StoreRefusal.NOT_EMPTY);
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(refusal(database, false).code()).isEqualTo(StoreRefusal.NO_STORE);
        StoreLocation.Server missing = new StoreLocation.Server(database.url().replace(name(), "no_such_database"));
        assertThat(refusal(missing, true).code()).isEqualTo(StoreRefusal.NO_DATABASE);
        StoreLocation.Server nobody = new StoreLocation.Server(database.url().replaceFirst(":\\d+/", ":1/"));
        assertThat(refusal(nobody, true).code()).isEqualTo(StoreRefusal.SERVER_UNREACHABLE);
        assertThat(refusal(as("no_such_user"), true).code()).isEqualTo(StoreRefusal.LOGIN_REFUSED);
    }

    @Test
    void lookingChangesNothingAndSaysWhatOpeningWouldDo() throws Exception {
        assertThat(look(database).refusals().getFirst().code()).isEqualTo(StoreRefusal.NO_STORE);
        assertThat(TestDatabases.number(database, "SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'"))
            .as("tables made by looking").isZero();
        open().close();
        assertThat(look(database).value().older()).isFalse();
        assertThat(look(database).value().engine()).startsWith("PostgreSQL 1");
        try (Connection owner = TestDatabases.administrator(database); Statement sql = owner.createStatement()) {
            sql.execute("DELETE FROM schema_migration WHERE number = (SELECT MAX(number) FROM schema_migration)");
        }
        long migrations = TestDatabases.number(database, "SELECT COUNT(*) FROM schema_migration");
        assertThat(look(database).value().older()).isTrue();
        assertThat(TestDatabases.number(database, "SELECT COUNT(*) FROM schema_migration")).isEqualTo(migrations);
        StoreLocation.Server nobody = new StoreLocation.Server(database.url().replaceFirst(":\\d+/", ":1/"));
        assertThat(look(nobody).refusals().getFirst().code()).isEqualTo(StoreRefusal.SERVER_UNREACHABLE);
    }

    private static Outcome<ServerState> look(StoreLocation.Server location) {
        return new ServerOpener(new StoreAssembly(List.of(), Clock::systemUTC, List::of, "test"), List.of())
            .look(location, "tester", Progress.NONE);
    }

    @Test
    void aPasswordIsUsedAndShownNowhere() throws Exception {
        assumeTrue(TestDatabases.number(database,
            "SELECT COUNT(*) FROM pg_hba_file_rules WHERE '+test_guarded' = ANY (user_name)") > 0,
            "the server for tests asks nobody for a password");
        String secret = "Canary-" + UUID.randomUUID();
        String owner = user("LOGIN CREATEROLE PASSWORD '" + secret + "'");
        TestDatabases.execute("GRANT test_guarded TO " + owner);
        TestDatabases.execute("ALTER DATABASE " + name() + " OWNER TO " + owner);
        assertThat(refusal(as(owner), true).code()).isEqualTo(StoreRefusal.NO_PASSWORD);
        StoreLocation wrong = StoreLocation.parse(as(owner).url() + "&password=not" + secret).value();
        Refusal refused = refusal((StoreLocation.Server) wrong, true);
        assertThat(refused.code()).isEqualTo(StoreRefusal.LOGIN_REFUSED);
        assertThat(refused.toString() + wrong).doesNotContain(secret);
        StoreLocation right = StoreLocation.parse(as(owner).url() + "&password=" + secret).value();
        assertThat(right.toString()).doesNotContain(secret);
        try (ServerStores works = ServerStores.open((StoreLocation.Server) right, "owner", true).value()) {
            works.execute("INSERT INTO setting VALUES ('m', '', 0)").value();
            assertThat(works.store().info().toString() + works.store()).doesNotContain(secret);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).as(file.toString())
                    .doesNotContain(secret);
            }
        }
    }

    private ServerStores open() {
        return ServerStores.open(database, "tester", true).value();
    }

    private static Refusal refusal(StoreLocation.Server location, boolean create) {
        return ServerStores.open(location, "tester", create).refusals().getFirst();
    }

    private String name() {
        return database.url().replaceFirst(".*/", "").replaceFirst("\\?.*", "");
    }

    private StoreLocation.Server as(String user) {
        return new StoreLocation.Server(database.url().replaceFirst("user=[^&]*", "user=" + user));
    }

    private static String user(String rights) {
        String name = "test_user_" + UUID.randomUUID().toString().substring(0, 8);
        TestDatabases.execute("CREATE ROLE " + name + ' ' + rights);
        return name;
    }

    private static void settle() throws InterruptedException {
        Thread.sleep(500);
    }

    /** Two seconds are what is promised; the rest is for a busy machine. */
    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 100 && !condition.getAsBoolean(); i++) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

}
