package org.stockwright.ledger.internal.reports;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.stockwright.base.LocationId;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.Unit;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.MovementQuery;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.StockQuery;
import org.stockwright.reporting.spi.ReportArguments;

/**
 * The balance of one item over a period, movement by movement. It holds the movements of the period; what was before
 * comes as one figure. All is read as known at one instant, so that its parts agree while postings go on.
 */
final class StockCard {

    /** More points than this would only draw over each other. */
    private static final int MOST_POINTS = 1200;

    private final Item item;
    private final String place;
    private final Instant from;
    private final Instant to;
    private final Quantity opening;
    private final List<Entry> entries;

    /** A movement and what it did to the balance. */
    private record Entry(MovementView movement, Quantity delta, Quantity balance) {
    }

    private StockCard(Item item, String place, Optional<Instant> from, Instant to, Quantity opening,
        List<Entry> entries) {
        this.item = item;
        this.place = place;
        this.to = to;
        this.opening = opening;
        this.entries = entries;
        this.from = from.orElseGet(
            () -> entries.isEmpty() ? to.minus(Duration.ofDays(1)) : entries.getFirst().movement.effective());
    }

    static StockCard read(Stock stock, Items items, ReportPlaces places, ReportArguments arguments, ZoneId zone,
        Progress progress) {
        Item item = items.get(items.resolve(arguments.get("item")).value().item()).orElseThrow();
        Optional<Location> location = places.find(arguments.get("location"));
        Optional<LocationId> scope = location.map(Location::id);
        Optional<Instant> from = arguments.since("from", zone);
        Instant to = arguments.until("to", zone).orElse(arguments.startedAt());
        Instant known = arguments.until("known_at", zone).orElse(arguments.startedAt());
        Quantity opening = from.map(start -> before(stock, item, scope, start, known))
            .orElseGet(() -> Quantity.zero(item.unit()));
        List<Entry> entries = new ArrayList<>();
        MovementQuery query = new MovementQuery(Optional.of(item.id()), scope, Optional.empty(), from,
            Optional.of(to), Optional.of(known), "", Optional.empty(), false);
        Quantity[] balance = { opening };
        stock.stream(query, movement -> {
            int sign = (places.inside(movement.to(), scope) ? 1 : 0) - (places.inside(movement.from(), scope) ? 1 : 0);
            // what moves within the scope leaves its balance as it was
            if (sign != 0) {
                Quantity delta = sign > 0 ? movement.quantity() : movement.quantity().negate();
                balance[0] = balance[0].plus(delta);
                entries.add(new Entry(movement, delta, balance[0]));
            }
        }, progress);
        String place = location.map(one -> one.code() + " " + one.name()).orElse("All places");
        return new StockCard(item, place, from, to, opening, entries);
    }

    private static Quantity before(Stock stock, Item item, Optional<LocationId> scope, Instant start,
        Instant known) {
        StockQuery query = StockQuery.of(item.id(), StockQuery.Grouping.ITEM)
            .at(Optional.of(start.minusNanos(1000)), Optional.of(known));
        return stock.onHand(scope.map(query::at).orElse(query)).stream().map(row -> row.onHand())
            .reduce(Quantity.zero(item.unit()), Quantity::plus);
    }

    private Quantity closing() {
        return entries.isEmpty() ? opening : entries.getLast().balance;
    }

    /** The movements between the balances brought and carried forward. */
    Iterable<Object[]> movements() {
        List<Object[]> rows = new ArrayList<>();
        rows.add(forward(from, "brought forward", opening));
        for (Entry entry : entries) {
            MovementView movement = entry.movement;
            boolean in = entry.delta.signum() > 0;
            BigDecimal amount = movement.quantity().amount();
            rows.add(new Object[] { Date.from(movement.effective()),
                movement.reverses().isPresent() ? "reversal" : movement.kind().word(), movement.number(),
                movement.reference(), movement.from(), movement.to(), movement.lot(), in ? amount : null,
                in ? null : amount, entry.balance.amount(), unit().code(), movement.user(), (long) unit().scale(),
                "" });
        }
        rows.add(forward(to, "carried forward", closing()));
        return rows;
    }

    private Object[] forward(Instant at, String words, Quantity balance) {
        return new Object[] { Date.from(at), words, "", "", "", "", "", null, null, balance.amount(), unit().code(),
            "", (long) unit().scale(), "yes" };
    }

    /** The item and the figures of the period, in one row. */
    Iterable<Object[]> summary() {
        Quantity in = Quantity.zero(unit());
        Quantity out = Quantity.zero(unit());
        for (Entry entry : entries) {
            if (entry.delta.signum() > 0) {
                in = in.plus(entry.delta);
            } else {
                out = out.minus(entry.delta);
            }
        }
        String tracking = item.tracking() == Tracking.NONE ? "by quantity"
            : "by " + item.tracking().name().toLowerCase(Locale.ROOT);
        return List.<Object[]>of(new Object[] { item.code(), item.name(), item.category(), unit().code(), tracking,
            place, opening.amount(), in.amount(), out.amount(), closing().amount(), (long) entries.size(),
            (long) unit().scale() });
    }

    /** Points of a line with steps: the balance holds until a movement changes it. */
    Iterable<Object[]> course() {
        List<Object[]> points = new ArrayList<>();
        points.add(point(from, opening));
        Quantity before = opening;
        int step = Math.max(1, entries.size() * 2 / MOST_POINTS);
        for (int i = 0; i < entries.size(); i++) {
            // of a crowd of movements only some are drawn, each from the balance that was drawn last
            if (i % step == 0 || i == entries.size() - 1) {
                Instant at = entries.get(i).movement.effective();
                points.add(point(at, before));
                before = entries.get(i).balance;
                points.add(point(at, before));
            }
        }
        points.add(point(to, before));
        return points;
    }

    private static Object[] point(Instant at, Quantity balance) {
        return new Object[] { Date.from(at), balance.amount() };
    }

    private Unit unit() {
        return item.unit();
    }

}
