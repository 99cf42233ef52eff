package org.stockwright.bench.internal;

import java.sql.SQLException;

import org.stockwright.persistence.Transaction;

/** One posting with one movement and its row of the journal, by plain statements. */
final class ValuedMovement {

    private ValuedMovement() {
        // only a function
    }

    /**
     * Writes it.
     *
     * @return the movement's number and the posting's
     */
    static Numbers write(Transaction transaction, MovementRows.Row row) throws SQLException {
        Numbers numbers = new Numbers(transaction.nextId("movement_seq"), transaction.nextId("posting_seq"));
        try (MovementRows rows = new MovementRows(transaction); ValueRows values = new ValueRows(transaction)) {
            rows.add(row, numbers.posting(), numbers.movement());
            rows.write();
            values.add(transaction.nextId("movement_seq"), row.item(), numbers.movement(), row.effective(),
                row.recorded());
            values.write();
        }
        return numbers;
    }

    /** What it is found by. */
    record Numbers(long movement, long posting) {
    }

}
