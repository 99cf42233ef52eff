package org.stockwright.fulfilment.internal.availability;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.base.Contributions;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.documents.spi.LineQuery;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.internal.availability.ItemFigures.Lying;
import org.stockwright.fulfilment.internal.availability.ItemFigures.Wanting;
import org.stockwright.fulfilment.internal.orders.OrderLines;
import org.stockwright.fulfilment.spi.IncomingSupply;
import org.stockwright.fulfilment.spi.IncomingSupply.Supply;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.spi.PlaceTree;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.Transaction;

/** Reads what the figures of items are made of. */
@Component(service = Figures.class)
public final class Figures {

    private static final String STOCK = "SELECT b.item_id, b.location_id, lot.code, b.on_hand, b.reserved, q.available, "
        + "b.owner_id, b.handling_unit_id FROM balance b JOIN lot ON lot.id = b.lot_id "
        + "JOIN quality_status q ON q.code = b.status WHERE b.kept = 1 AND (b.on_hand <> 0 OR b.reserved <> 0) "
        + "AND b.item_id IN ";
    private static final String HELD = "SELECT a.line_id, SUM(r.open_quantity) FROM allocation a JOIN reservation r "
        + "ON r.reservation_key = a.reservation_key WHERE a.line_id IN ";
    private static final String WHOLES = "SELECT DISTINCT l.parent_line_id FROM document_line l "
        + "WHERE l.parent_line_id IN ";
    private static final Set<String> KINDS = Arrays.stream(OrderKind.values()).map(OrderKind::id)
        .collect(Collectors.toUnmodifiableSet());
    private static final int ATTEMPTS = 3;

    private final DocumentBook book;
    private final Locations locations;
    private final CompanyProfiles profiles;
    private final List<IncomingSupply> supplies;
    private final Contributions contributions;

    /** Lives as long as the open book. */
    @Activate
    public Figures(@Reference DocumentBook book, @Reference Locations locations, @Reference CompanyProfiles profiles,
        @Reference(policyOption = ReferencePolicyOption.GREEDY) List<IncomingSupply> supplies,
        @Reference Contributions contributions) {
        this.book = book;
        this.locations = locations;
        this.profiles = profiles;
        this.supplies = List.copyOf(supplies);
        this.contributions = contributions;
    }

    /** The day on which something begins, where the company is. */
    LocalDate today(Transaction transaction) {
        ZoneId zone = profiles.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
        return LocalDate.ofInstant(transaction.now(), zone);
    }

    PlaceTree places() {
        return new PlaceTree(locations);
    }

    /**
     * All figures of one moment: they are read until two readings in a row agree; when clerks are too busy for that, they wait
     * for the time of one reading.
     */
    Map<ItemId, ItemFigures> steady(Transaction transaction, Collection<ItemId> items) throws SQLException {
        Map<ItemId, ItemFigures> before = read(transaction, items);
        for (int i = 0; i < ATTEMPTS; i++) {
            Map<ItemId, ItemFigures> again = read(transaction, items);
            if (again.equals(before)) {
                return again;
            }
            before = again;
        }
        try (Statement lock = transaction.connection().createStatement()) {
            // in the order in which writers come to them
            lock.execute("LOCK TABLE document IN SHARE MODE");
            lock.execute("LOCK TABLE balance IN SHARE MODE");
        }
        return read(transaction, items);
    }

    /** The figures of all places as they are read now; those of items that there are not are missing. */
    Map<ItemId, ItemFigures> read(Transaction transaction, Collection<ItemId> items) throws SQLException {
        Map<ItemId, ItemFigures> result = new LinkedHashMap<>();
        if (items.isEmpty()) {
            return result;
        }
        PlaceTree places = places();
        Map<ItemId, ItemFacts> facts = ItemFacts.read(transaction, items);
        Map<ItemId, List<Lying>> lying = stock(transaction, facts, places);
        Map<ItemId, List<Supply>> coming = new HashMap<>();
        for (IncomingSupply supply : supplies) {
            // what nobody can say is not promised
            for (Supply one : incoming(supply, transaction, facts.keySet())) {
                coming.computeIfAbsent(one.item(), item -> new ArrayList<>()).add(one);
            }
        }
        coming.values().forEach(some -> some.sort(
            Comparator.comparing((Supply one) -> one.day().orElse(LocalDate.MAX)).thenComparing(Supply::document)
                .thenComparing(Supply::line)));
        Map<ItemId, List<Wanting>> wanting = wanting(transaction, facts.keySet());
        for (ItemId item : items) {
            ItemFacts known = facts.get(item);
            if (known != null) {
                result.put(item, new ItemFigures(known, lying.getOrDefault(item, List.of()),
                    coming.getOrDefault(item, List.of()), wanting.getOrDefault(item, List.of())));
            }
        }
        return result;
    }

    private List<Supply> incoming(IncomingSupply supply, Transaction transaction, Set<ItemId> items) {
        Outcome<List<Supply>> answer = contributions.call(supply, one -> {
            try {
                return List.copyOf(one.incoming(transaction, items));
            } catch (SQLException e) {
                throw new StoreException("What will come could not be read: " + e.getMessage(), e);
            }
        });
        return answer.isDone() ? answer.value() : List.of();
    }

    private static Map<ItemId, List<Lying>> stock(Transaction transaction, Map<ItemId, ItemFacts> facts,
        PlaceTree places) throws SQLException {
        Map<ItemId, List<Lying>> result = new HashMap<>();
        Set<Long> ids = new TreeSet<>();
        facts.keySet().forEach(item -> ids.add(item.value()));
        new BulkSelect(transaction).each(STOCK, ids, "", row -> {
            LocationId at = new LocationId(row.getLong(2));
            ItemId item = new ItemId(row.getLong(1));
            boolean pickable = places.get(at).filter(one -> one.kind().isPickable()).isPresent();
            if (pickable) {
                boolean usable = row.getInt(6) == 1 && row.getLong(7) == 0 && places.isUsable(at)
                    && facts.get(item) instanceof ItemFacts known && !known.locked();
                BigDecimal onHand = row.getBigDecimal(4);
                BigDecimal free = onHand.subtract(row.getBigDecimal(5));
                // where a policy let stock go negative, the deficit is taken off what lies elsewhere
                BigDecimal available = onHand.signum() > 0 ? free.max(BigDecimal.ZERO) : free;
                result.computeIfAbsent(item, key -> new ArrayList<>())
                    .add(new Lying(at, row.getString(3), plain(onHand), plain(row.getBigDecimal(5)),
                        usable ? plain(available) : BigDecimal.ZERO));
            }
        });
        result.values().forEach(some -> some.sort(Comparator.comparing((Lying one) -> places.code(one.place()))
            .thenComparing(Lying::lot).thenComparing(Lying::onHand)));
        return result;
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private Map<ItemId, List<Wanting>> wanting(Transaction transaction, Set<ItemId> items)
        throws SQLException {
        record Found(Document head, DocumentLine line) {
        }
        List<Found> found = new ArrayList<>();
        book.lines(transaction, new LineQuery(KINDS, Set.of(), true, items, Optional.empty()), (head, line) -> {
            if (OrderLines.own(line).signum() > 0) {
                found.add(new Found(head, line));
            }
        });
        List<Long> ids = found.stream().map(one -> one.line().id().value()).toList();
        Set<Long> wholes = new HashSet<>();
        Map<Long, BigDecimal> held = new HashMap<>();
        BulkSelect select = new BulkSelect(transaction);
        select.each(WHOLES, ids, "", row -> wholes.add(row.getLong(1)));
        select.each(HELD, ids, " GROUP BY a.line_id", row -> held.put(row.getLong(1), plain(row.getBigDecimal(2))));
        Map<ItemId, List<Wanting>> result = new HashMap<>();
        for (Found one : found) {
            if (!wholes.contains(one.line().id().value())) {
                BigDecimal open = plain(OrderLines.own(one.line()));
                result.computeIfAbsent(one.line().itemId(), item -> new ArrayList<>())
                    .add(new Wanting(one.head().id(), one.head().number(), one.head().place(), one.line().id(),
                        one.line().line(),
                        one.line().due().or(one.head()::due), one.head().priority(), open,
                        held.getOrDefault(one.line().id().value(), BigDecimal.ZERO).min(open),
                        one.line().promised()));
            }
        }
        // as they are served: by priority, due day (those without one last), age
        result.values().forEach(some -> some.sort(Comparator.comparing(Wanting::priority).reversed()
            .thenComparing(one -> one.day().orElse(LocalDate.MAX)).thenComparing(Wanting::order)
            .thenComparing(Wanting::line)));
        return result;
    }

}
