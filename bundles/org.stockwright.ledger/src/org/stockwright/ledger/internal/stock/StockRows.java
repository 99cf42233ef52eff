package org.stockwright.ledger.internal.stock;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

import org.stockwright.base.Quantity;
import org.stockwright.base.Unit;
import org.stockwright.ledger.StockQuery.Grouping;
import org.stockwright.ledger.StockRow;

/**
 * Adds balances up to the rows that a question asked for. The available part is summed up balance by balance:
 * on hand less reserved where the item is not locked, the quality status is an available one, and the place is one to
 * pick from that neither itself nor anything above is locked; else nothing. Where stock lies, it is not less than
 * nothing; where a policy let it go negative, the deficit is taken off what the other balances of the row have. Locks
 * and statuses are those of now, also for a past instant: their history is not kept.
 */
final class StockRows {

    private static final Comparator<StockRow> ORDER = Comparator.comparing(StockRow::item)
        .thenComparing(StockRow::location).thenComparing(StockRow::lot).thenComparing(StockRow::owner)
        .thenComparing(StockRow::status).thenComparing(StockRow::handlingUnit);
    /** Stands for a part that is summed over; no identity is negative. */
    private static final long SUMMED = -1;

    private final Connection connection;
    private final Places places;
    private final Grouping grouping;

    StockRows(Connection connection, Places places, Grouping grouping) {
        this.connection = connection;
        this.places = places;
        this.grouping = grouping;
    }

    private record Group(long item, long location, long lot, long owner, String status, long handlingUnit) {
    }

    private static final class Sum {

        private BigDecimal onHand = BigDecimal.ZERO;
        private BigDecimal reserved = BigDecimal.ZERO;
        private BigDecimal available = BigDecimal.ZERO;

        Sum() {
        }

        Sum(BigDecimal onHand, BigDecimal reserved, BigDecimal available) {
            this.onHand = onHand;
            this.reserved = reserved;
            this.available = available;
        }

        boolean isZero() {
            return onHand.signum() == 0 && reserved.signum() == 0 && available.signum() == 0;
        }

    }

    List<StockRow> of(Scope scope, LongFunction<BigDecimal> onHand, LongFunction<BigDecimal> reserved)
        throws SQLException {
        Map<Long, ItemFacts> items = ItemFacts.load(connection, scope.items());
        Set<String> usable = availableStatuses();
        Map<Group, Sum> sums = new HashMap<>();
        for (BalanceKey balance : scope.balances().values()) {
            BigDecimal there = onHand.apply(balance.id());
            BigDecimal held = reserved.apply(balance.id());
            if (there.signum() == 0 && held.signum() == 0 && grouping != Grouping.ITEM) {
                continue;
            }
            Sum sum = sums.computeIfAbsent(group(balance), group -> new Sum());
            sum.onHand = sum.onHand.add(there);
            sum.reserved = sum.reserved.add(held);
            if (usable.contains(balance.status()) && places.get(balance.location()).usable()
                && !items.get(balance.item()).locked()) {
                BigDecimal free = there.subtract(held);
                sum.available = sum.available.add(there.signum() > 0 ? free.max(BigDecimal.ZERO) : free);
            }
        }
        return rows(sums, items);
    }

    /** One row per item, of what the database has added up. */
    List<StockRow> of(Map<Long, ItemTotals.Total> totals) throws SQLException {
        Map<Long, ItemFacts> items = ItemFacts.load(connection, totals.keySet());
        Map<Group, Sum> sums = new HashMap<>(totals.size() * 2);
        totals.forEach((item, total) -> sums.put(new Group(item, SUMMED, SUMMED, SUMMED, "", SUMMED),
            new Sum(total.onHand(), total.reserved(),
                items.get(item).locked() ? BigDecimal.ZERO : total.available())));
        return rows(sums, items);
    }

    /** The quality statuses whose stock may be used. */
    Set<String> availableStatuses() throws SQLException {
        Set<String> codes = new HashSet<>();
        new SqlQuery("SELECT code FROM quality_status WHERE available = 1").forEach(connection,
            row -> codes.add(row.getString(1)));
        return codes;
    }

    private Group group(BalanceKey balance) {
        return switch (grouping) {
            case ITEM -> new Group(balance.item(), SUMMED, SUMMED, SUMMED, "", SUMMED);
            case LOCATION -> new Group(balance.item(), balance.location(), SUMMED, SUMMED, "", SUMMED);
            case LOT -> new Group(balance.item(), balance.location(), balance.lot(), SUMMED, "", SUMMED);
            case BALANCE -> new Group(balance.item(), balance.location(), balance.lot(), balance.owner(),
                balance.status(), balance.handlingUnit());
        };
    }

    private List<StockRow> rows(Map<Group, Sum> sums, Map<Long, ItemFacts> items) throws SQLException {
        Codes lots = Codes.ofLots();
        Codes owners = Codes.ofPartners();
        Codes handlingUnits = Codes.ofHandlingUnits();
        Set<Long> lotIds = new HashSet<>();
        Set<Long> ownerIds = new HashSet<>();
        Set<Long> handlingUnitIds = new HashSet<>();
        for (Group group : sums.keySet()) {
            addNamed(lotIds, group.lot);
            addNamed(ownerIds, group.owner);
            addNamed(handlingUnitIds, group.handlingUnit);
        }
        lotIds.remove(0L);
        handlingUnitIds.remove(0L);
        lots.load(connection, lotIds);
        owners.load(connection, ownerIds);
        handlingUnits.load(connection, handlingUnitIds);
        List<StockRow> rows = new ArrayList<>(sums.size());
        sums.forEach((group, sum) -> {
            if (!sum.isZero() || grouping == Grouping.ITEM) {
                ItemFacts item = items.get(group.item);
                Unit unit = item.unit();
                Optional<Places.Place> place = group.location == SUMMED ? Optional.empty()
                    : Optional.of(places.get(group.location));
                rows.add(new StockRow(item.id(), item.code(), item.name(), item.category(),
                    place.map(Places.Place::id), place.map(Places.Place::code).orElse(""), lots.get(group.lot),
                    owners.get(group.owner), group.status, handlingUnits.get(group.handlingUnit),
                    new Quantity(sum.onHand, unit), new Quantity(sum.reserved, unit),
                    new Quantity(sum.available, unit)));
            }
        });
        rows.sort(ORDER);
        return rows;
    }

    private static void addNamed(Set<Long> ids, long id) {
        if (id != SUMMED) {
            ids.add(id);
        }
    }

}
