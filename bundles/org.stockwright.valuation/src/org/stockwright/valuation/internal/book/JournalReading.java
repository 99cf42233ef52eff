package org.stockwright.valuation.internal.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.stockwright.base.Micros;
import org.stockwright.persistence.Dialect;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.Journal;
import org.stockwright.valuation.JournalLine;
import org.stockwright.valuation.internal.engine.LineKind;

/** Reads rows of the journal for people. */
final class JournalReading {

    private static final String SELECT = "SELECT e.id, e.effective_at, e.recorded_at, e.kind, i.code, d.code, d.name, "
        + "c.code, c.name, e.cost_centre, e.amount, e.about_seq, COALESCE(p.number, p.posting_key, v.event_key";

    private static final String FROM = "), COALESCE(p.reference, v.reference), e.repriced, e.user_name FROM ";

    private static final String JOINS = " e LEFT JOIN item i ON i.id = e.item_id JOIN account d ON d.id = e.debit_account_id "
        + "JOIN account c ON c.id = e.credit_account_id LEFT JOIN movement m ON m.seq = e.about_seq "
        + "LEFT JOIN posting p ON p.id = m.posting_id "
        + "LEFT JOIN cost_event v ON v.id = e.source_seq AND e.source_rank = 2";

    private final Transaction transaction;
    private final Connection connection;
    private final Books books;

    JournalReading(Transaction transaction, Books books) {
        this.transaction = transaction;
        this.connection = transaction.connection();
        this.books = books;
    }

    /** The conditions of a query, with their values. */
    static final class Conditions {

        private final List<String> parts = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        static Conditions of(Journal.Query query) {
            Conditions conditions = new Conditions();
            query.from().ifPresent(instant -> conditions.add("e.effective_at >= ?", Micros.of(instant)));
            query.to().ifPresent(instant -> conditions.add("e.effective_at <= ?", Micros.of(instant)));
            query.item().ifPresent(item -> conditions.add("e.item_id = ?", item.value()));
            query.movement().ifPresent(seq -> conditions.add("e.about_seq = ?", seq));
            query.knownAt().ifPresent(instant -> conditions.add("e.recorded_at <= ?", Micros.of(instant)));
            query.account().ifPresent(code -> {
                conditions.parts.add("(e.debit_account_id IN (SELECT id FROM account WHERE code = ?) "
                    + "OR e.credit_account_id IN (SELECT id FROM account WHERE code = ?))");
                conditions.values.add(code);
                conditions.values.add(code);
            });
            return conditions;
        }

        void add(String part, Object value) {
            parts.add(part);
            values.add(value);
        }

        String where() {
            return parts.isEmpty() ? "" : " WHERE " + String.join(" AND ", parts);
        }

        void bind(PreparedStatement statement) throws SQLException {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
        }

    }

    /** The rows of a query, by effective instant and order of recording. */
    void each(Journal.Query query, Optional<Integer> limit, Consumer<JournalLine> consumer) throws SQLException {
        Conditions conditions = Conditions.of(query);
        String window = limit.map(rows -> transaction.dialect().window(0, rows)).orElse("");
        String sql = SELECT + books.document() + FROM + books.rows() + JOINS + conditions.where()
            + " ORDER BY e.effective_at, e.id" + window;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            if (transaction.dialect() == Dialect.POSTGRESQL) {
                select.setFetchSize(1000);
            }
            conditions.bind(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    consumer.accept(line(row));
                }
            }
        }
    }

    private static JournalLine line(ResultSet row) throws SQLException {
        return new JournalLine(row.getLong(1), Micros.toInstant(row.getLong(2)), Micros.toInstant(row.getLong(3)),
            LineKind.word(row.getString(4)), text(row, 5), row.getString(6),
            row.getString(7), row.getString(8), row.getString(9), text(row, 10),
            ValuationComponent.plain(row.getBigDecimal(11)), row.getLong(12), text(row, 13), text(row, 14),
            row.getInt(15) == 1, row.getString(16));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

}
