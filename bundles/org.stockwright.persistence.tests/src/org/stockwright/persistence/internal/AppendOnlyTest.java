package org.stockwright.persistence.internal;

import java.nio.file.Path;

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

    @TempDir
    private Path folder;

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
