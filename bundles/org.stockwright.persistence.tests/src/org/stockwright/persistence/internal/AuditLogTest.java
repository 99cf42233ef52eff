package org.stockwright.persistence.internal;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.base.Sha256;
import org.stockwright.model.SettingEntity;
import org.stockwright.persistence.AuditAction;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.StoreRefusal;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What units of work leave in the audit trail. */
class AuditLogTest {

    private static final String UNIT = "INSERT INTO unit (id, code, name, dimension, numerator, denominator, scale, step,"
        + " version) VALUES (7, 'KG', 'kilogram', 'mass', 1000, 1, 3, 0.001, 0)";

    @TempDir
    private Path folder;

    private TestStore store;
    private UnitOfWork work;

    @BeforeEach
    void open() {
        store = TestStore.open(folder);
        work = store.work();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aNewRowIsToldWithItsValues() {
        makeUnit();
        assertThat(events()).containsExactly("tester CREATED unit KG {\"code\":[null,\"KG\"],"
            + "\"name\":[null,\"kilogram\"],\"dimension\":[null,\"mass\"],\"numerator\":[null,\"1000\"],"
            + "\"denominator\":[null,\"1\"],\"scale\":[null,\"3\"],\"step\":[null,\"0.001\"]}");
    }

    @Test
    void onlyWhatDiffersIsToldAndTheNameOfWhatARowNames() {
        makeUnit();
        work.write(transaction -> {
            transaction.watchNew("item", List.of(1L, 2L));
            execute(transaction, "INSERT INTO item (id, code, name, unit_id, roles, tracking, active, created_at, "
                + "version) VALUES (1, 'BOLT', 'Bolt', 7, '', 'NONE', 1, 0, 0)");
            return Outcome.done("x");
        }).value();
        work.write(transaction -> {
            transaction.watch("item", List.of(1L));
            transaction.watch("unit", List.of(7L));
            execute(transaction, "UPDATE item SET name = 'Bolt \"A\"', standard_cost = 1.500, version = 9");
            return Outcome.done("x");
        }).value();
        assertThat(events().get(1)).contains("CREATED item BOLT").contains("\"unit\":[null,\"KG\"]")
            .contains("\"created_at\":[null,\"1970-01-01T00:00:00Z\"]");
        assertThat(events().get(2)).endsWith(
            "CHANGED item BOLT {\"name\":[\"Bolt\",\"Bolt \\\"A\\\"\"],\"standard_cost\":[null,\"1.5\"]}");
        assertThat(events()).hasSize(3);
    }

    @Test
    void aDeletedRowIsToldWithWhatItHad() {
        makeUnit();
        work.write(transaction -> {
            transaction.watch("unit", List.of(7L));
            execute(transaction, "DELETE FROM unit WHERE id = 7");
            return Outcome.done("x");
        }).value();
        assertThat(events().get(1)).startsWith("tester DELETED unit KG").contains("\"code\":[\"KG\",null]");
    }

    @Test
    void whatEntitiesChangeIsToldAsWell() {
        work.write(transaction -> {
            transaction.watch("setting", List.of("colour"));
            SettingEntity setting = new SettingEntity("colour");
            setting.setText("red");
            transaction.entities().persist(setting);
            return Outcome.done("x");
        }).value();
        work.write(transaction -> {
            transaction.watch("setting", List.of("colour"));
            transaction.entities().find(SettingEntity.class, "colour").setText("green");
            return Outcome.done("x");
        }).value();
        assertThat(events()).containsExactly(
            "tester CREATED setting colour {\"name\":[null,\"colour\"],\"text\":[null,\"red\"]}",
            "tester CHANGED setting colour {\"text\":[\"red\",\"green\"]}");
    }

    @Test
    void refusedAttemptedAndReadingWorkLeavesNothing() {
        work.write(transaction -> {
            transaction.watchNew("unit", List.of(7L));
            transaction.tell(AuditAction.EXPORTED, "table", "stock", Map.of());
            execute(transaction, UNIT);
            return Outcome.refused(StoreRefusal.UNSUPPORTED, "it");
        });
        work.attempt(transaction -> {
            transaction.watchNew("unit", List.of(7L));
            transaction.tell(AuditAction.EXPORTED, "table", "stock", Map.of());
            execute(transaction, UNIT);
            return Outcome.done("x");
        }).value();
        work.read(transaction -> {
            transaction.watch("unit", List.of(7L));
            transaction.tell(AuditAction.EXPORTED, "table", "stock", Map.of());
            return "x";
        });
        assertThat(events()).isEmpty();
    }

    @Test
    void otherEventsAreToldInTheirOrder() {
        work.write(transaction -> {
            transaction.tell(AuditAction.REPORT_RUN, "report", "stock-card", Map.of("format", "pdf"));
            transaction.tell(AuditAction.ENDED, "report", "stock-card", Map.of());
            return Outcome.done("x");
        }).value();
        assertThat(events()).containsExactly("tester REPORT_RUN report stock-card {\"format\":[null,\"pdf\"]}",
            "tester ENDED report stock-card {}");
    }

    @Test
    void aLongTextIsCutAndKnownByItsHash() {
        String text = "x".repeat(9_000);
        work.write(transaction -> {
            transaction.watch("setting", List.of("long"));
            execute(transaction, "INSERT INTO setting (name, text, version) VALUES ('long', '" + text + "', 0)");
            return Outcome.done("x");
        }).value();
        assertThat(events().getFirst()).contains("x… (9000 characters, SHA-256 " + Sha256.of(text) + ")")
            .hasSizeLessThan(5_000);
    }

    @Test
    void aSecretIsToldAsChangedWithoutItsValue() {
        WatchedTable table = WatchedTable.named("partner");
        assertThat(AuditDetail.of(table, password("abc"), password("def")).text())
            .isEqualTo("{\"password\":[\"(not shown)\",\"(not shown)\"]}");
    }

    private static WatchedRows.Row password(String password) {
        return new WatchedRows.Row("ACME", Map.of("password", password), Map.of());
    }

    @Test
    void theTrailIsNeverChangedAndNeverDeleted() {
        makeUnit();
        for (String sql : new String[] { "UPDATE audit_event SET user_name = 'x'",
            "UPDATE audit_event SET detail = 'x'",
            "DELETE FROM audit_event" }) {
            assertThatThrownBy(() -> store.execute(sql)).as(sql).isInstanceOf(StoreException.class);
        }
        assertThat(events()).hasSize(1);
    }

    @Test
    void aTableThatIsNoMasterDataIsNotWatched() {
        assertThatThrownBy(() -> work.write(transaction -> {
            transaction.watch("movement", List.of(1L));
            return Outcome.done("x");
        })).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("movement");
    }

    private void makeUnit() {
        work.write(transaction -> {
            transaction.watchNew("unit", List.of(7L));
            execute(transaction, UNIT);
            return Outcome.done("x");
        }).value();
    }

    private static void execute(Transaction transaction, String sql) throws SQLException {
        try (Statement statement = transaction.connection().createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private List<String> events() {
        return work.read(transaction -> {
            List<String> events = new ArrayList<>();
            try (Statement statement = transaction.connection().createStatement();
                ResultSet rows = statement.executeQuery("SELECT user_name, action, subject, subject_key, detail "
                    + "FROM audit_event ORDER BY id")) {
                while (rows.next()) {
                    events.add(rows.getString(1) + ' ' + rows.getString(2) + ' ' + rows.getString(3) + ' '
                        + rows.getString(4) + ' ' + rows.getString(5));
                }
            }
            return events;
        });
    }

}
