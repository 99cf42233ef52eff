package org.stockwright.bench.internal;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.stockwright.base.Outcome;
import org.stockwright.catalog.NegativePolicy;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/** The balances of the test book's items at its places, with what lies there. */
final class TestBalances {

    private static final int BATCH = 1_000;

    private final TestBook book;
    private final long[][] ids;
    private final long[][] onHand;

    private TestBalances(TestBook book) {
        this.book = book;
        this.ids = new long[book.items().size()][book.places().size()];
        this.onHand = new long[book.items().size()][book.places().size()];
    }

    /** Reads them and makes those that are missing. */
    static TestBalances make(UnitOfWork work, Locations locations, TestBook book) {
        TestBalances balances = new TestBalances(book);
        work.read(transaction -> {
            balances.load(transaction);
            return null;
        });
        for (int first = 0; first < book.items().size(); first += BATCH / 5) {
            int from = first;
            work.write(transaction -> {
                balances.insert(transaction, locations, from, Math.min(from + BATCH / 5, book.items().size()));
                return Outcome.done(from);
            }).value();
        }
        return balances;
    }

    private void load(Transaction transaction) throws SQLException {
        Map<Long, Integer> items = new HashMap<>();
        for (int i = 0; i < book.items().size(); i++) {
            items.put(book.items().get(i).value(), i);
        }
        Map<Long, Integer> places = new HashMap<>();
        for (int i = 0; i < book.places().size(); i++) {
            places.put(book.places().get(i).value(), i);
        }
        try (PreparedStatement select = transaction.connection().prepareStatement("""
            SELECT id, item_id, location_id, on_hand FROM balance WHERE lot_id = 0 AND owner_id = 0 \
            AND handling_unit_id = 0 AND status = 'AVAILABLE'"""); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Integer item = items.get(row.getLong(2));
                Integer place = places.get(row.getLong(3));
                if (item != null && place != null) {
                    ids[item][place] = row.getLong(1);
                    onHand[item][place] = row.getBigDecimal(4).longValueExact();
                }
            }
        }
    }

    private void insert(Transaction transaction, Locations locations, int from, int to) throws SQLException {
        long missing = Arrays.stream(ids, from, to).flatMapToLong(Arrays::stream).filter(id -> id == 0).count();
        if (missing == 0) {
            return;
        }
        long id = transaction.nextIds("balance_seq", Math.toIntExact(missing));
        try (PreparedStatement insert = transaction.connection()
            .prepareStatement("INSERT INTO balance VALUES (?, ?, ?, 0, 0, 'AVAILABLE', 0, ?, ?, ?, ?)")) {
            for (int item = from; item < to; item++) {
                for (int place = 0; place < book.places().size(); place++) {
                    if (ids[item][place] == 0) {
                        Location location = locations.get(book.place(place)).orElseThrow();
                        ids[item][place] = id;
                        insert.setLong(1, id++);
                        insert.setLong(2, book.items().get(item).value());
                        insert.setLong(3, location.id().value());
                        insert.setInt(4, location.kind().isKept() ? 1 : 0);
                        insert.setInt(5, locations.policy(location.kind()) == NegativePolicy.BLOCK ? 0 : 1);
                        insert.setBigDecimal(6, BigDecimal.ZERO);
                        insert.setBigDecimal(7, BigDecimal.ZERO);
                        insert.addBatch();
                    }
                }
            }
            insert.executeBatch();
        }
    }

    long id(int item, int place) {
        return ids[item][place];
    }

    long onHand(int item, int place) {
        return onHand[item][place];
    }

    void add(int item, int place, long quantity) {
        onHand[item][place] += quantity;
    }

}
