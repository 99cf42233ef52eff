package org.stockwright.ledger.internal.stock;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks of the movements and postings by themselves. */
final class MovementChecks {

    private MovementChecks() {
    }

    static List<Check> all() {
        return List.of(new Check("movement-balances-same-item", MovementChecks::sameItem),
            new Check("quantities-fit-unit-step", MovementChecks::fitUnitStep),
            new Check("posting-lines-complete", MovementChecks::linesComplete),
            Check.bySql("reversals-match", "SELECT COUNT(*) FROM movement WHERE reverses_seq IS NOT NULL", """
                SELECT r.seq, r.reverses_seq FROM movement r JOIN posting p ON p.id = r.posting_id \
                LEFT JOIN movement o ON o.seq = r.reverses_seq WHERE r.reverses_seq IS NOT NULL AND (o.seq IS NULL \
                OR r.item_id <> o.item_id OR r.quantity <> o.quantity OR r.from_balance_id <> o.to_balance_id \
                OR r.to_balance_id <> o.from_balance_id OR p.reverses_id IS NULL OR p.reverses_id <> o.posting_id)""",
                "movement %s is not the opposite of %s, which it reverses"),
            Check.bySql("reversals-complete", "SELECT COUNT(*) FROM posting WHERE reverses_id IS NOT NULL", """
                SELECT p.posting_key, o.posting_key FROM posting p JOIN posting o ON o.id = p.reverses_id \
                WHERE p.reverses_id IS NOT NULL AND \
                (SELECT COUNT(*) FROM movement m WHERE m.posting_id = p.id AND m.reverses_seq IS NOT NULL) <> \
                (SELECT COUNT(*) FROM movement n WHERE n.posting_id = o.id)""",
                "the posting %s does not reverse all of %s"));
    }

    private static void sameItem(Connection connection, Findings findings) throws SQLException {
        Map<Long, Long> items = new HashMap<>();
        new SqlQuery("SELECT id, item_id FROM balance").forEach(connection,
            row -> items.put(row.getLong(1), row.getLong(2)));
        new SqlQuery("SELECT item_id, from_balance_id, to_balance_id, seq FROM movement").forEach(connection, row -> {
            findings.looked();
            Long item = row.getLong(1);
            long from = row.getLong(2);
            long to = row.getLong(3);
            if (from == to || !item.equals(items.get(from)) || !item.equals(items.get(to))) {
                findings.wrong("movement " + row.getLong(4) + " is not between two balances of its item");
            }
        });
    }

    private static void fitUnitStep(Connection connection, Findings findings) throws SQLException {
        Map<Long, BigDecimal> steps = new HashMap<>();
        new SqlQuery("SELECT i.id, u.step FROM item i JOIN unit u ON u.id = i.unit_id").forEach(connection,
            row -> steps.put(row.getLong(1), row.getBigDecimal(2)));
        new SqlQuery("SELECT item_id, quantity, seq FROM movement").forEach(connection, row -> {
            findings.looked();
            BigDecimal quantity = row.getBigDecimal(2);
            BigDecimal step = steps.get(row.getLong(1));
            if (step == null || quantity.signum() <= 0 || quantity.remainder(step).signum() != 0) {
                findings.wrong("movement %d has %s, no positive multiple of its item's step".formatted(row.getLong(3),
                    BalanceChecks.plain(quantity)));
            }
        });
    }

    /** Where one posting's lines end and the next one's begin, in the order of the index. */
    private static final class Lines {

        private long posting = Long.MIN_VALUE;
        private int line;
        private long postings;

        void next(long itsPosting, int itsLine, Findings findings) {
            if (itsPosting != posting) {
                posting = itsPosting;
                line = 0;
                postings++;
            }
            line++;
            if (itsLine != line) {
                findings.wrong("line " + line + " of the posting " + posting + " is missing");
                line = itsLine;
            }
        }

    }

    private static void linesComplete(Connection connection, Findings findings) throws SQLException {
        Lines lines = new Lines();
        new SqlQuery("SELECT posting_id, line FROM movement ORDER BY posting_id, line").forEach(connection, row -> {
            findings.looked();
            lines.next(row.getLong(1), row.getInt(2), findings);
        });
        if (new SqlQuery("SELECT COUNT(*) FROM posting").number(connection) != lines.postings) {
            new SqlQuery("""
                SELECT p.posting_key FROM posting p WHERE NOT EXISTS \
                (SELECT m.seq FROM movement m WHERE m.posting_id = p.id)""").forEach(connection,
                row -> findings.wrong("the posting " + row.getString(1) + " has no movements"));
        }
    }

}
