package org.stockwright.bench.internal;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import org.stockwright.base.ItemId;
import org.stockwright.base.Progress;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.StockQuery.Grouping;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/** On-hand questions, to the stock service or by one plain statement each that gives the same figures by item. */
final class OnHandContest implements Contest {

    private static final String ITEM_NOW = """
        SELECT i.code, SUM(b.on_hand), SUM(b.reserved) FROM balance b JOIN item i ON i.id = b.item_id \
        WHERE b.kept = 1 AND b.item_id = ? GROUP BY i.code""";
    private static final String ALL_NOW = """
        SELECT i.code, SUM(b.on_hand), SUM(b.reserved) FROM balance b JOIN item i ON i.id = b.item_id \
        WHERE b.kept = 1 GROUP BY i.code ORDER BY i.code""";
    /** The kind tells what a movement does to our stock: cheaper than asking its balances, and right for this book. */
    private static final String ALL_PAST = """
        SELECT i.code, x.q FROM item i JOIN (SELECT m.item_id AS item_id, SUM(CASE m.kind WHEN 'RECEIPT' \
        THEN m.quantity WHEN 'ISSUE' THEN -m.quantity ELSE 0 END) AS q FROM movement m WHERE m.effective_at <= ?\
        %s GROUP BY m.item_id) x ON x.item_id = i.id ORDER BY i.code""";

    /** The instants lie between a month and eleven months ago. */
    private static final int FIRST_DAY = 31;
    private static final int DAYS = 303;

    private final Stock stock;
    private final UnitOfWork work;
    private final IntFunction<StockQuery> questions;
    private final String sql;
    private final IntFunction<List<Long>> values;

    private OnHandContest(Stock stock, UnitOfWork work, IntFunction<StockQuery> questions, String sql,
        IntFunction<List<Long>> values) {
        this.stock = stock;
        this.work = work;
        this.questions = questions;
        this.sql = sql;
        this.values = values;
    }

    /** One item after the other, or always the hot one. */
    static OnHandContest item(Stock stock, UnitOfWork work, TestBook book, boolean hot) {
        // A step that has no factor in common with the number of items visits all of them, far from each other.
        IntFunction<ItemId> item = i -> book.items().get(hot ? 0 : (int) (i * 7_919L % book.items().size()));
        return new OnHandContest(stock, work, i -> StockQuery.of(item.apply(i), Grouping.ITEM), ITEM_NOW,
            i -> List.of(item.apply(i).value()));
    }

    /** All items, now. */
    static OnHandContest all(Stock stock, UnitOfWork work) {
        return new OnHandContest(stock, work, i -> StockQuery.all(Grouping.ITEM), ALL_NOW, i -> List.of());
    }

    /** All items at instants all over the year, one after the other; as known a month later, or as known now. */
    static OnHandContest past(Stock stock, UnitOfWork work, boolean known) {
        Instant now = work.clock().instant();
        IntFunction<Instant> then = i -> now.minus(FIRST_DAY + i * 97L % DAYS, ChronoUnit.DAYS);
        IntFunction<Optional<Instant>> knownAt = i -> known ? Optional.of(then.apply(i).plus(30, ChronoUnit.DAYS))
            : Optional.empty();
        return new OnHandContest(stock, work,
            i -> StockQuery.all(Grouping.ITEM).at(Optional.of(then.apply(i)), knownAt.apply(i)),
            ALL_PAST.formatted(known ? " AND m.recorded_at <= ?" : ""),
            i -> Stream.concat(Stream.of(then.apply(i)), knownAt.apply(i).stream()).map(OnHandContest::micros)
                .toList());
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    @Override
    public long stockwright(int operations, Progress progress) {
        long rows = 0;
        for (int i = 0; i < operations; i++) {
            progress.check();
            rows += stock.onHand(questions.apply(i)).size();
        }
        return rows;
    }

    @Override
    public long raw(int operations, Progress progress) {
        long rows = 0;
        for (int i = 0; i < operations; i++) {
            progress.check();
            List<Long> bound = values.apply(i);
            rows += work.read(transaction -> read(transaction, bound));
        }
        return rows;
    }

    private long read(Transaction transaction, List<Long> bound) throws SQLException {
        List<String> codes = new ArrayList<>();
        List<BigDecimal> figures = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            for (int i = 0; i < bound.size(); i++) {
                select.setLong(i + 1, bound.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    codes.add(row.getString(1));
                    figures.add(row.getBigDecimal(2));
                }
            }
        }
        return codes.size() + figures.size();
    }

}
