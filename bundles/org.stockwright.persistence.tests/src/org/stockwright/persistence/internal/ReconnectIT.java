package org.stockwright.persistence.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.StoreRefusal;
import org.stockwright.testkit.CutProxy;
import org.stockwright.testkit.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The server goes away and comes back: the store stays open, says so, refuses, and works again by itself. */
class ReconnectIT {

    private static final Duration PROMISED = Duration.ofSeconds(5);
    /** Half a minute is what is promised; what happens happens in the first seconds. */
    private static final long AWAY_MILLIS = Boolean.getBoolean("stockwright.nightly") ? 30_000 : 2_500;

    @TempDir
    private Path folder;

    private StoreLocation.Server database;
    private CutProxy proxy;
    private ServerStores program;

    @BeforeEach
    void openByWayOfTheProxy() {
        ServerStores.onServer(folder);
        database = TestDatabases.empty();
        proxy = new CutProxy(database);
        program = ServerStores.open(proxy.way(), "tester", true).value();
    }

    @AfterEach
    void close() {
        if (program != null) {
            program.close();
            proxy.close();
            TestDatabases.drop(database);
        }
    }

    @Test
    void theStoreSaysThatTheServerIsGoneAndWorksAgainByItself() throws Exception {
        set("before");
        program.heard().clear();
        proxy.shut();
        within(PROMISED, () -> program.store().trouble().isDisconnected());
        within(PROMISED, () -> program.heard().contains(Topic.UPKEEP));
        Refusal refusal = program.execute("INSERT INTO setting VALUES ('away', '', 0)").refusals().getFirst();
        assertThat(refusal.code()).isEqualTo(StoreRefusal.DISCONNECTED);
        assertThat(refusal.hint()).contains("by itself");
        assertThatThrownBy(() -> program.number("SELECT COUNT(*) FROM setting")).isInstanceOf(StoreException.class)
            .hasMessageContaining("not been reachable since");
        Thread.sleep(AWAY_MILLIS);
        program.heard().clear();
        proxy.open();
        within(PROMISED, () -> program.store().trouble().current().isEmpty());
        within(PROMISED, () -> program.heard().contains(Topic.STOCK));
        set("after");
        assertThat(program.number("SELECT COUNT(*) FROM setting WHERE name IN ('before', 'away', 'after')"))
            .isEqualTo(2);
    }

    @Test
    void connectionsThatTheServerThrewOutAreReplacedWithoutAWord() {
        set("one");
        for (int i = 0; i < 5; i++) {
            TestDatabases.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                + database.url().replaceFirst(".*/", "").replaceFirst("\\?.*", "") + "'");
            assertThat(program.number("SELECT COUNT(*) FROM setting WHERE name = 'one'")).isEqualTo(1);
            set("round" + i);
        }
        assertThat(program.store().trouble().isDisconnected()).isFalse();
    }

    @Test
    void aServerThatTakesNoChangesIsSaidAndWorkGoesOnAfterwards() throws Exception {
        String name = database.url().replaceFirst(".*/", "").replaceFirst("\\?.*", "");
        TestDatabases.execute("ALTER DATABASE " + name + " SET default_transaction_read_only = on");
        proxy.cutAll();
        within(PROMISED, () -> readOnly());
        TestDatabases.execute("ALTER DATABASE " + name + " SET default_transaction_read_only = off");
        within(PROMISED, () -> program.store().trouble().current().isEmpty());
        set("again");
    }

    private boolean readOnly() {
        return program.execute("UPDATE setting SET text = text").refusals().stream()
            .anyMatch(refusal -> refusal.code() == StoreRefusal.SERVER_READ_ONLY);
    }

    private void set(String name) {
        program.execute("INSERT INTO setting VALUES ('" + name + "', '', 0)").value();
    }

    private static void within(Duration limit, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

}
