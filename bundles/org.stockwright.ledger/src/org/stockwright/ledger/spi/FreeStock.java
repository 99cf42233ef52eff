package org.stockwright.ledger.spi;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Micros;
import org.stockwright.ledger.Location;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;

/**
 * Stock that may be held or used up: our own, loose, in an available status, at a place to pick from that is not locked, and
 * held by nobody. Read inside of a transaction; used by its thread only.
 */
public final class FreeStock {

    /** What expires first, then what came first, then along the way, by code, lot and number of the balance. */
    public static final Comparator<Stock> FIRST_EXPIRED = Comparator
        .comparing((Stock one) -> one.expires().orElse(LocalDate.MAX)).thenComparing(Stock::received)
        .thenComparing((Stock one) -> one.place().pickSequence().orElse(Integer.MAX_VALUE))
        .thenComparing((Stock one) -> one.place().code()).thenComparing(Stock::lot).thenComparing(Stock::balance);

    private static final String SELECT = "SELECT b.id, b.item_id, b.location_id, b.lot_id, lot.code, lot.expires_on, "
        + "lot.created_at, b.status, b.on_hand - b.reserved FROM balance b JOIN lot ON lot.id = b.lot_id "
        + "JOIN quality_status q ON q.code = b.status WHERE b.kept = 1 AND b.owner_id = 0 AND b.handling_unit_id = 0 "
        + "AND q.available = 1 AND b.on_hand > b.reserved AND b.item_id IN ";
    private static final String ARRIVALS = "SELECT m.effective_at, m.quantity FROM movement m "
        + "WHERE m.to_balance_id = ? ORDER BY m.seq DESC";
    private static final String ON_HAND = "SELECT b.id, b.on_hand FROM balance b WHERE b.id IN ";
    /** So many of the last arrivals at a place are looked at to find out how old the oldest stock there is. */
    private static final int MOST_ARRIVALS = 1_000;

    private final Transaction transaction;
    private final PlaceTree places;
    private final Optional<Set<LocationId>> allowed;

    /**
     * @param allowed the places with their parts where whoever acts may hold stock; empty for all
     */
    public FreeStock(Transaction transaction, PlaceTree places, Optional<Set<LocationId>> allowed) {
        this.transaction = transaction;
        this.places = places;
        this.allowed = allowed;
    }

    /**
     * Some of it.
     *
     * @param balance the number of its balance
     * @param item of which item
     * @param place where it lies
     * @param lot the lot's or serial number's code, or empty
     * @param expires the day on which it expires, if it does
     * @param received when it came: a lot when it came first, other stock when the oldest of it came to this place;
     *     {@link Instant#EPOCH} when it is the only stock of its item and has no lot
     * @param status its quality status
     * @param free how much of it nobody holds, in the item's base unit; positive
     */
    public record Stock(long balance, ItemId item, Location place, String lot, Optional<LocalDate> expires,
        Instant received, String status, BigDecimal free) {

        /** Whether it may still be used on a day. */
        public boolean isFresh(LocalDate day) {
            return expires.filter(day::isAfter).isEmpty();
        }

    }

    /**
     * What was found for a quantity.
     *
     * @param parts of free stock, in the order in which it is used up
     * @param missing how much there is too little of; 0 when there is enough
     */
    public record Found(List<Part> parts, BigDecimal missing) {

        /** Takes a copy. */
        public Found {
            parts = List.copyOf(parts);
        }

    }

    /** A part of some stock. */
    public record Part(Stock stock, BigDecimal quantity) {
    }

    private record Row(long balance, ItemId item, Location place, long lot, String lotCode,
        Optional<LocalDate> expires, long lotMade, String status, BigDecimal free) {
    }

    /**
     * All of it, by item.
     *
     * @param roots the places with their parts that it may lie at; empty for everywhere
     * @param locked whether nobody else may change it until the transaction ends
     */
    public Map<ItemId, List<Stock>> read(Collection<ItemId> items, Set<LocationId> roots, boolean locked)
        throws SQLException {
        List<Row> found = find(items, roots);
        if (locked) {
            lock(found);
            found = find(items, roots);
        }
        Map<ItemId, Integer> counts = new HashMap<>();
        found.forEach(one -> counts.merge(one.item(), 1, Integer::sum));
        // a single candidate is chosen whatever its age: that of no lot stands for "not asked"
        Map<Long, Instant> ages = ages(
            found.stream().filter(one -> one.lot() == 0 && counts.getOrDefault(one.item(), 0) > 1).toList());
        Map<ItemId, List<Stock>> result = new HashMap<>();
        for (Row one : found) {
            Instant received = ages.getOrDefault(one.balance(), Micros.toInstant(one.lotMade()));
            result.computeIfAbsent(one.item(), item -> new ArrayList<>())
                .add(new Stock(one.balance(), one.item(), one.place(), one.lotCode(), one.expires(), received,
                    one.status(), one.free()));
        }
        return result;
    }

    /** How much of each item may be held at which place now, without what has expired; locks nothing. */
    public Map<ItemId, Map<LocationId, BigDecimal>> free(Collection<ItemId> items, LocalDate today)
        throws SQLException {
        Map<ItemId, Map<LocationId, BigDecimal>> result = new HashMap<>();
        for (Row one : find(items, Set.of())) {
            if (one.expires().filter(today::isAfter).isEmpty()) {
                result.computeIfAbsent(one.item(), item -> new TreeMap<>()).merge(one.place().id(), one.free(),
                    BigDecimal::add);
            }
        }
        return result;
    }

    /**
     * So much of an item, or how much there is: what expires first, then the oldest; nothing that has expired.
     *
     * @param roots the places with their parts that it may lie at; empty for everywhere
     * @param day nothing that expired before it is taken
     * @param locked whether nobody else may change it until the transaction ends
     */
    public Found take(ItemId item, BigDecimal quantity, Set<LocationId> roots, LocalDate day, boolean locked)
        throws SQLException {
        List<Part> parts = new ArrayList<>();
        BigDecimal left = quantity;
        for (Stock one : read(List.of(item), roots, locked).getOrDefault(item, List.of()).stream()
            .filter(stock -> stock.isFresh(day)).sorted(FIRST_EXPIRED).toList()) {
            if (left.signum() > 0) {
                BigDecimal part = one.free().min(left);
                parts.add(new Part(one, part));
                left = left.subtract(part);
            }
        }
        return new Found(parts, left.max(BigDecimal.ZERO));
    }

    private List<Row> find(Collection<ItemId> items, Set<LocationId> roots) throws SQLException {
        List<Row> result = new ArrayList<>();
        Set<Long> ids = new TreeSet<>();
        items.forEach(item -> ids.add(item.value()));
        BulkSelect.unlocked(transaction).each(SELECT, ids, "", row -> {
            LocationId id = new LocationId(row.getLong(3));
            if (places.isUsable(id) && (roots.isEmpty() || places.isWithin(id, roots))
                && allowed.map(some -> places.isWithin(id, some)).orElse(true)) {
                result.add(new Row(row.getLong(1), new ItemId(row.getLong(2)), places.get(id).orElseThrow(),
                    row.getLong(4), row.getString(5), Optional.ofNullable(row.getDate(6)).map(Date::toLocalDate),
                    row.getLong(7), row.getString(8), row.getBigDecimal(9).stripTrailingZeros()));
            }
        });
        return result;
    }

    private void lock(List<Row> found) throws SQLException {
        new BulkSelect(transaction).lock("SELECT id FROM balance", "id",
            new TreeSet<>(found.stream().map(Row::balance).toList()), row -> {
                // the lock is all that is wanted
            });
    }

    /** When the oldest of what lies there came, if what comes first leaves first. */
    private Map<Long, Instant> ages(List<Row> found) throws SQLException {
        Map<Long, Instant> result = new HashMap<>();
        if (found.isEmpty()) {
            return result;
        }
        Map<Long, BigDecimal> onHand = new HashMap<>();
        BulkSelect.unlocked(transaction).each(ON_HAND,
            new HashSet<>(found.stream().map(Row::balance).toList()), "",
            row -> onHand.put(row.getLong(1), row.getBigDecimal(2)));
        String sql = ARRIVALS + transaction.dialect().window(0, MOST_ARRIVALS)
            + transaction.dialect().withoutWaiting();
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            for (Map.Entry<Long, BigDecimal> one : onHand.entrySet()) {
                select.setLong(1, one.getKey());
                try (ResultSet row = select.executeQuery()) {
                    BigDecimal left = one.getValue();
                    while (left.signum() > 0 && row.next()) {
                        result.put(one.getKey(), Micros.toInstant(row.getLong(1)));
                        left = left.subtract(row.getBigDecimal(2));
                    }
                }
            }
        }
        return result;
    }

}
