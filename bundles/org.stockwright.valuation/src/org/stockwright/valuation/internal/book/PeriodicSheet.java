package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.PeriodicInventory.Count;
import org.stockwright.valuation.ValuationRefusal;

/** What was counted for the end of a period, as it is stored. */
final class PeriodicSheet {

    private final Transaction transaction;
    private final Connection connection;
    private final Rules rules;
    private final long ends;

    PeriodicSheet(Transaction transaction, Rules rules, long ends) {
        this.transaction = transaction;
        this.connection = transaction.connection();
        this.rules = rules;
        this.ends = ends;
    }

    private record Goods(long item, long lot) {
    }

    /** The counts, by item, lot and place. */
    List<Count> list() throws SQLException {
        List<Count> result = new ArrayList<>();
        for (List<PeriodicCounts.Row> rows : PeriodicCounts.read(connection, ends).values()) {
            for (PeriodicCounts.Row row : rows) {
                result.add(new Count(new ItemId(row.item()), lotCode(row.lot()),
                    row.location() == 0 ? Optional.empty() : Optional.of(new LocationId(row.location())),
                    ValuationComponent.plain(row.quantity())));
            }
        }
        return result;
    }

    String lotCode(long lot) throws SQLException {
        if (lot == 0) {
            return "";
        }
        try (PreparedStatement select = connection.prepareStatement("SELECT code FROM lot WHERE id = ?")) {
            select.setLong(1, lot);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    /** Stores counts; those that are known are left out. */
    Outcome<Integer> store(List<Count> counts) throws SQLException {
        Map<Long, List<PeriodicCounts.Row>> known = PeriodicCounts.read(connection, ends);
        Map<Long, ItemFacts> facts = ItemFacts.read(connection, Optional.empty());
        Map<Goods, Boolean> whole = new HashMap<>();
        List<Refusal> refusals = new ArrayList<>();
        List<PeriodicCounts.Row> fresh = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            Count count = counts.get(i);
            ItemFacts item = facts.get(count.item().value());
            Optional<Long> lot = item == null ? Optional.empty() : lot(item, count.lot());
            Optional<String> wrong = item == null ? Optional.of("there is no such item")
                : wrong(item, count, lot, whole);
            if (wrong.isPresent()) {
                refusals.add(Refusal.of(ValuationRefusal.BAD_COUNT, item == null ? count.item() : item.code(),
                    wrong.get()).hint("Count it again and enter what is there.").at(Refusal.Place.line(i + 1)));
            } else {
                PeriodicCounts.Row row = new PeriodicCounts.Row(count.item().value(), lot.get(),
                    count.location().map(LocationId::value).orElse(0L), count.quantity());
                whole.put(new Goods(row.item(), row.lot()), row.location() == 0);
                if (known.getOrDefault(row.item(), List.of()).stream()
                    .noneMatch(one -> one.isOf(row) && one.quantity().compareTo(row.quantity()) == 0)) {
                    fresh.add(row);
                }
            }
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        insert(fresh);
        return Outcome.done(fresh.size());
    }

    /** The number of a lot; 0 for an item without lots; nothing when there is no such lot. */
    private Optional<Long> lot(ItemFacts item, String code) throws SQLException {
        if (code.isEmpty()) {
            return Optional.of(0L);
        }
        try (
            PreparedStatement select = connection
                .prepareStatement("SELECT id FROM lot WHERE item_id = ? AND code = ?")) {
            select.setLong(1, item.id().value());
            select.setString(2, code);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    private Optional<String> wrong(ItemFacts item, Count count, Optional<Long> lot, Map<Goods, Boolean> whole) {
        boolean tracked = !item.tracking().equals("NONE");
        if (tracked && count.lot().isEmpty()) {
            return Optional.of("its lot or serial number is missing");
        }
        if (lot.isEmpty() || !tracked && lot.get() != 0) {
            return Optional.of("it has no lot or serial number '" + count.lot() + "'");
        }
        BigDecimal quantity = count.quantity();
        if (quantity.signum() < 0) {
            return Optional.of("nobody counts less than nothing");
        }
        if (quantity.stripTrailingZeros().scale() > item.unit().scale()
            || quantity.precision() - quantity.scale() > org.stockwright.base.Quantity.MAX_INTEGER_DIGITS) {
            return Optional.of("it is counted in " + item.unit().code() + " with " + item.unit().scale() + " decimals");
        }
        if (count.location().isPresent() && (!rules.places().knows(count.location().get().value())
            || rules.places().isApart(count.location().get().value())
            || !rules.places().spot(count.location().get().value(), Micros.of(transaction.now()), 0, rules.scope())
                .isStock())) {
            return Optional.of("goods are not counted at that place");
        }
        Boolean before = whole.get(new Goods(item.id().value(), lot.get()));
        return before != null && before != count.location().isEmpty()
            ? Optional.of("it is counted at places as well as without a place") : Optional.empty();
    }

    private void insert(List<PeriodicCounts.Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        long id = transaction.nextIds("valuation_seq", rows.size());
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO period_count (id, ends_at, item_id, "
            + "lot_id, location_id, quantity, recorded_at, user_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (PeriodicCounts.Row row : rows) {
                insert.setLong(1, id);
                insert.setLong(2, ends);
                insert.setLong(3, row.item());
                insert.setLong(4, row.lot());
                insert.setLong(5, row.location());
                insert.setBigDecimal(6, row.quantity());
                insert.setLong(7, Micros.of(transaction.now()));
                insert.setString(8, transaction.user());
                insert.addBatch();
                id++;
            }
            insert.executeBatch();
        }
    }

}
