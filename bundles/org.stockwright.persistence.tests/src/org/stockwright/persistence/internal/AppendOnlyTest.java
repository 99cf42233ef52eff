package org.stockwright.persistence.internal;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.persistence.StoreException;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The database itself refuses to change or delete what was posted. */
class AppendOnlyTest {

    private static final String[] ROWS = {
        "INSERT INTO unit (id, code, name, dimension, numerator, denominator, scale, step, version)"
            + " VALUES (1, 'PCS', 'piece', 'COUNT', 1, 1, 0, 1, 0)",
        "INSERT INTO item (id, code, name, unit_id, roles, tracking, active, created_at, version)"
            + " VALUES (1, 'BOLT', 'Bolt', 1, '', 'NONE', 1, 0, 0)",
        "INSERT INTO location (id, code, name, path, kind, partner_id, active, version)"
            + " VALUES (1, 'A1', 'A1', '/A1', 'BIN', 0, 1, 0)",
        "INSERT INTO location (id, code, name, path, kind, partner_id, active, version)"
            + " VALUES (2, 'A2', 'A2', '/A2', 'BIN', 0, 1, 0)",
        "INSERT INTO balance (id, item_id, location_id, lot_id, owner_id, status, handling_unit_id, kept,"
            + " negative_allowed, on_hand, reserved) VALUES (1, 1, 1, 0, 0, 'AVAILABLE', 0, 1, 0, 5, 0)",
        "INSERT INTO balance (id, item_id, location_id, lot_id, owner_id, status, handling_unit_id, kept,"
            + " negative_allowed, on_hand, reserved) VALUES (2, 1, 2, 0, 0, 'AVAILABLE', 0, 1, 0, 5, 0)",
        "INSERT INTO posting (id, posting_key, content_hash, user_name, recorded_at)"
            + " VALUES (1, 'K', 'h', 'tester', 0)",
        "INSERT INTO movement (seq, posting_id, line, kind, item_id, from_balance_id, to_balance_id, quantity,"
            + " entered_quantity, entered_unit, effective_at, recorded_at)"
            + " VALUES (1, 1, 1, 'TRANSFER', 1, 1, 2, 3, 3, 'PCS', 0, 1900000000000000)",
        "INSERT INTO reservation (id, reservation_key, balance_id, quantity, open_quantity, holder, user_name,"
            + " created_at) VALUES (1, 'R', 1, 1, 1, 'order', 'tester', 0)",
        "INSERT INTO reservation_event (id, reservation_id, balance_id, kind, delta, user_name, recorded_at)"
            + " VALUES (1, 1, 1, 'HELD', 1, 'tester', 0)" };

    /** What only grows. A table that is added here is tried below without anybody thinking of it. */
    static final Set<String> TABLES = Set.of("movement", "posting", "reservation_event", "seal_block", "audit_event");

    private static final String TRIGGERS_OF_POSTGRESQL = "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = "
        + "t.tgrelid WHERE t.tgname LIKE '%\\_append\\_only'";
    private static final String TRIGGERS_OF_DERBY = "SELECT DISTINCT LOWER(t.tablename) FROM sys.systriggers g JOIN "
        + "sys.systables t ON t.tableid = g.tableid WHERE g.triggername LIKE '%NO_DELETE'";

    @TempDir
    private Path folder;

    @Test
    void everyColumnOfEveryTableThatOnlyGrowsIsRefusedToChangeAndEveryRowToGo() {
        try (TestStore store = TestStore.open(folder)) {
            for (String row : ROWS) {
                store.execute(row).value();
            }
            store
                .execute("INSERT INTO seal_block (number, first_seq, last_seq, movements, previous_hash, hash, prints, "
                    + "sealed_at, sealed_by) VALUES (1, 1, 1, 1, 'p', 'h', "
                    + (World.isPostgres() ? "'\\x00'::bytea" : "CAST(X'00' AS BLOB)") + ", 0, 'tester')")
                .value();
            store.execute("INSERT INTO audit_event (id, recorded_at, user_name, action, subject, subject_key, detail) "
                + "VALUES (1, 0, 'tester', 'DONE', 'item', 'BOLT', '{}')").value();
            assertThat(texts(store, World.isPostgres() ? TRIGGERS_OF_POSTGRESQL : TRIGGERS_OF_DERBY))
                .containsExactlyInAnyOrderElementsOf(TABLES);
            store.execute("INSERT INTO posting (id, posting_key, content_hash, user_name, recorded_at) "
                + "VALUES (2, 'without movements', 'h', 'tester', 0)").value();
            for (String table : TABLES) {
                long rows = store.count(table);
                assertThat(rows).as(table).isPositive();
                List<String> columns = columns(store, table);
                for (String column : columns) {
                    assertRefused(store, "UPDATE " + table + " SET " + column + " = " + column);
                }
                String key = columns.getFirst();
                assertRefused(store,
                    "DELETE FROM " + table + " WHERE " + key + " = (SELECT MAX(" + key + ") FROM " + table + ")");
                assertRefused(store, "TRUNCATE TABLE " + table);
                assertThat(store.count(table)).as(table).isEqualTo(rows);
            }
        }
    }

    private static void assertRefused(TestStore store, String sql) {
        assertThatThrownBy(() -> store.execute(sql)).as(sql).isInstanceOf(StoreException.class)
            .hasStackTraceContaining(World.isPostgres() ? "permission denied"
                : sql.startsWith("TRUNCATE") ? "TRUNCATE TABLE is not permitted"
                    : "LEDGER_ROWS_ARE_NEVER_CHANGED_OR_DELETED");
    }

    private static List<String> columns(TestStore store, String table) {
        return store.work().read(transaction -> {
            List<String> columns = new ArrayList<>();
            try (Statement statement = transaction.connection().createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    columns.add(rows.getMetaData().getColumnName(i));
                }
            }
            return columns;
        });
    }

    private static List<String> texts(TestStore store, String query) {
        return store.work().read(transaction -> {
            List<String> texts = new ArrayList<>();
            try (Statement statement = transaction.connection().createStatement();
                ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        });
    }

    @Test
    void rawSqlCannotChangeOrDeleteTheLedger() {
        try (TestStore store = TestStore.open(folder)) {
            for (String row : ROWS) {
                assertThat(store.execute(row).value()).isEqualTo(1);
            }
            for (String sql : new String[] { "UPDATE movement SET quantity = 4", "UPDATE movement SET reason = 'x'",
                "DELETE FROM movement", "UPDATE posting SET note = 'x'", "DELETE FROM posting",
                "UPDATE reservation_event SET delta = 2", "DELETE FROM reservation_event" }) {
                assertThatThrownBy(() -> store.execute(sql)).as(sql).isInstanceOf(StoreException.class);
            }
            assertThatThrownBy(() -> store.execute("DELETE FROM movement")).hasStackTraceContaining(
                World.isPostgres() ? "permission denied" : "LEDGER_ROWS_ARE_NEVER_CHANGED_OR_DELETED");
            assertThat(store.number("SELECT SUM(quantity) FROM movement")).isEqualTo(3);
            assertThatThrownBy(() -> store.execute("UPDATE balance SET on_hand = on_hand - 6 WHERE id = 1"))
                .hasStackTraceContaining(
                    World.isPostgres() ? "constraint \"balance_" : "constraint 'BALANCE_");
        }
    }

    @Test
    void timeBeginsAtWhatWasRecordedLastAlsoAfterReopening() {
        try (TestStore store = TestStore.open(folder)) {
            for (String row : ROWS) {
                store.execute(row);
            }
            store.reopen();
            assertThat(store.work().read(transaction -> transaction.now()).toString())
                .startsWith("2030-03-17T17:46:40");
        }
    }

}
