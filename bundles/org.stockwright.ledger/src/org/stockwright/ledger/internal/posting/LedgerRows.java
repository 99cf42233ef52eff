package org.stockwright.ledger.internal.posting;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;

import org.stockwright.base.Micros;
import org.stockwright.persistence.Transaction;

/** Appends postings and movements, in batches. */
final class LedgerRows {

    private final Transaction transaction;
    private final long recorded;

    LedgerRows(Transaction transaction) {
        this.transaction = transaction;
        this.recorded = Micros.of(transaction.now());
    }

    /** Appends the postings; the numbers follow one another. */
    void postings(List<Document> documents, long firstId, List<String> numbers) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO posting (id, "
            + "posting_key, content_hash, number, reference, note, user_name, recorded_at, reverses_id) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < documents.size(); i++) {
                Document document = documents.get(i);
                insert.setLong(1, firstId + i);
                insert.setString(2, document.key());
                insert.setString(3, document.hash());
                text(insert, 4, numbers.get(i));
                text(insert, 5, document.reference());
                text(insert, 6, document.note());
                insert.setString(7, transaction.user());
                insert.setLong(8, recorded);
                number(insert, 9, document.reverses());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Appends the movements of all documents; the numbers follow one another. */
    void movements(List<Document> documents, long firstId, long firstSeq,
        Map<BalanceKey, BalanceIndex.Ref> balances) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO movement (seq, "
            + "posting_id, line, kind, item_id, from_balance_id, to_balance_id, quantity, entered_quantity, "
            + "entered_unit, unit_cost, reason, effective_at, recorded_at, reverses_seq) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            long seq = firstSeq;
            for (int i = 0; i < documents.size(); i++) {
                for (CheckedLine line : documents.get(i).lines()) {
                    insert.setLong(1, seq);
                    insert.setLong(2, firstId + i);
                    fill(insert, line, balances);
                    insert.setLong(13, Micros.of(documents.get(i).effective()));
                    insert.setLong(14, recorded);
                    insert.addBatch();
                    seq++;
                }
            }
            insert.executeBatch();
        }
    }

    private static void fill(PreparedStatement insert, CheckedLine line, Map<BalanceKey, BalanceIndex.Ref> balances)
        throws SQLException {
        insert.setInt(3, line.number());
        insert.setString(4, line.kind().name());
        insert.setLong(5, line.item().id().value());
        insert.setLong(6, balances.get(line.from().key()).id());
        insert.setLong(7, balances.get(line.to().key()).id());
        insert.setBigDecimal(8, line.quantity());
        insert.setBigDecimal(9, line.entered());
        insert.setString(10, line.enteredUnit());
        if (line.unitCost().isPresent()) {
            insert.setBigDecimal(11, line.unitCost().get());
        } else {
            insert.setNull(11, Types.DECIMAL);
        }
        text(insert, 12, line.reason());
        number(insert, 15, line.reverses());
    }

    private static void text(PreparedStatement insert, int at, String text) throws SQLException {
        insert.setString(at, text.isEmpty() ? null : text);
    }

    private static void number(PreparedStatement insert, int at, long number) throws SQLException {
        if (number == 0) {
            insert.setNull(at, Types.BIGINT);
        } else {
            insert.setLong(at, number);
        }
    }

}
