package org.stockwright.fulfilment.internal.availability;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Quantity;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.LineId;
import org.stockwright.fulfilment.internal.availability.ItemFigures.Wanting;
import org.stockwright.ledger.spi.PlaceTree;
import org.stockwright.persistence.Transaction;

/** Serves what is open in thought, line by line in the order in which it will be: who waits, and until when? */
@Component(service = Served.class)
public final class Served {

    private final Figures figures;

    /** By the figures of items. */
    @Activate
    public Served(@Reference Figures figures) {
        this.figures = figures;
    }

    /**
     * A line that is not held whole.
     *
     * @param order its order
     * @param number the order's number
     * @param place where its goods come from, if the order says
     * @param id the line
     * @param line its number
     * @param item the item
     * @param itemCode its code
     * @param missing how much is open and not held
     * @param waits how much of that the stock that is there cannot fill
     * @param priority the order's priority
     * @param due when it is wanted
     * @param promised for which day it was promised
     * @param expected the first day on which all that is missing can be there
     */
    public record Line(DocumentId order, String number, Optional<LocationId> place, LineId id, int line, ItemId item,
        String itemCode, Quantity missing, Quantity waits, int priority, Optional<LocalDate> due,
        Optional<LocalDate> promised, Optional<LocalDate> expected) {
    }

    private record Open(ItemFigures figures, Wanting wanting) {
    }

    /** All lines of these items that are not held whole, as they will be served. */
    public List<Line> lines(Transaction transaction, Collection<ItemId> items) throws SQLException {
        LocalDate today = figures.today(transaction);
        Map<ItemId, ItemFigures> all = figures.steady(transaction, items);
        List<Open> open = new ArrayList<>();
        all.values().forEach(one -> one.wanting().stream().filter(wanting -> wanting.missing().signum() > 0)
            .forEach(wanting -> open.add(new Open(one, wanting))));
        open.sort(Comparator.comparing((Open one) -> one.wanting().priority()).reversed()
            .thenComparing(one -> one.wanting().day().orElse(LocalDate.MAX))
            .thenComparing(one -> one.wanting().order()).thenComparing(one -> one.wanting().line()));
        PlaceTree places = figures.places();
        PlacePromises promises = PlacePromises.ofSupply(today, all, places);
        Map<ItemId, Map<LocationId, BigDecimal>> free = new HashMap<>();
        all.forEach((item, one) -> one.lying().forEach(row -> free
            .computeIfAbsent(item, key -> new HashMap<>()).merge(row.place(), row.available(), BigDecimal::add)));
        List<Line> result = new ArrayList<>();
        for (Open one : open) {
            result.add(serve(one, today, promises, places,
                free.getOrDefault(one.figures().item().id(), new HashMap<>())));
        }
        return result;
    }

    private static Line serve(Open one, LocalDate today, PlacePromises promises, PlaceTree places,
        Map<LocationId, BigDecimal> free) {
        Wanting wanting = one.wanting();
        ItemId item = one.figures().item().id();
        Map<ItemId, BigDecimal> wanted = Map.of(item, wanting.missing());
        LocalDate from = wanting.day().filter(day -> day.isAfter(today)).orElse(today);
        Optional<LocalDate> expected = promises.at(wanting.place(), wanted.keySet()).firstDay(wanted, from);
        promises.take(wanted, wanting.place(), expected.orElse(from));
        BigDecimal waits = wanting.missing();
        for (LocationId place : free.keySet().stream().sorted().toList()) {
            BigDecimal there = Objects.requireNonNull(free.get(place));
            if (waits.signum() > 0 && there.signum() > 0
                && wanting.place().map(root -> places.isWithin(place, Set.of(root))).orElse(true)) {
                BigDecimal part = there.min(waits);
                free.put(place, there.subtract(part));
                waits = waits.subtract(part);
            }
        }
        return new Line(wanting.order(), wanting.number(), wanting.place(), wanting.id(), wanting.line(), item,
            one.figures().item().code(), new Quantity(wanting.missing(), one.figures().item().unit()),
            new Quantity(waits, one.figures().item().unit()), wanting.priority(), wanting.day(), wanting.promised(),
            expected);
    }

}
