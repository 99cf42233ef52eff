package org.stockwright.service.internal.capacity;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.ReservationView;
import org.stockwright.ledger.Reservations;
import org.stockwright.ledger.spi.FreeStock;
import org.stockwright.ledger.spi.LostRace;
import org.stockwright.ledger.spi.PlaceTree;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.internal.stock.FreeUnits;

/** Chooses free stock for a booking, and holds it under the booking's number. */
final class Materials {

    private final StockStep step;
    private final PlaceTree places;
    private final Optional<Set<LocationId>> allowed;

    /** @param allowed the places with their parts where whoever books may hold stock; empty for all */
    Materials(StockStep step, PlaceTree places, Optional<Set<LocationId>> allowed) {
        this.step = step;
        this.places = places;
        this.allowed = allowed;
    }

    /**
     * What a booking needs.
     *
     * @param number the booking's
     * @param before how much it has held so far: every reservation of it has a key of its own
     * @param materials how much of each material, in base units
     * @param place where materials may lie, with all its parts; empty for everywhere
     * @param day the day on which they are used
     * @param units a stored unit of these is held besides, if there is one that is good on that day; empty when none is needed
     */
    record Wanted(String number, int before, Map<ItemId, BigDecimal> materials, Optional<LocationId> place,
        LocalDate day, Optional<FreeUnits> units) {
    }

    /**
     * Holds it, what expires first of what can still be used on the day. The stock is locked before it is chosen, by rising
     * number.
     */
    Outcome<List<ReservationView>> hold(Wanted wanted) throws SQLException {
        Set<ItemId> all = new HashSet<>(wanted.materials().keySet());
        wanted.units().ifPresent(units -> all.addAll(units.items()));
        if (all.isEmpty()) {
            return Outcome.done(List.of());
        }
        Map<ItemId, ItemFacts> items = ItemFacts.read(step.transaction(), all);
        Map<ItemId, List<FreeStock.Stock>> stock = new FreeStock(step.transaction(), places, allowed)
            .read(all, Set.of(), true);
        List<Reservations.Request> requests = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Map.Entry<ItemId, BigDecimal> one : new TreeMap<>(wanted.materials()).entrySet()) {
            BigDecimal left = one.getValue();
            for (FreeStock.Stock part : usable(stock.getOrDefault(one.getKey(), List.of()), wanted)) {
                if (left.signum() > 0) {
                    BigDecimal taken = part.free().min(left);
                    left = left.subtract(taken);
                    requests.add(request(wanted, requests.size(), part, taken, items));
                }
            }
            if (left.signum() > 0) {
                ItemFacts item = Objects.requireNonNull(items.get(one.getKey()));
                refusals.add(Refusal
                    .of(ServiceRefusal.TOO_LITTLE_MATERIAL, new Quantity(left, item.unit()), item.code(),
                        wanted.number())
                    .hint("What is held for others, locked or expired by then does not count."));
            }
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        if (wanted.units().isPresent()) {
            wanted.units().get().anybodys(stock.values().stream().flatMap(Collection::stream).toList(), wanted.day())
                .ifPresent(unit -> requests.add(request(wanted, requests.size(), unit.stock(), BigDecimal.ONE, items)));
        }
        Outcome<List<ReservationView>> held = step.hold(requests);
        if (!held.isDone()
            && held.refusals().stream().allMatch(why -> why.code() == LedgerRefusal.NOT_ENOUGH_FREE)) {
            throw new LostRace();
        }
        return held;
    }

    private List<FreeStock.Stock> usable(List<FreeStock.Stock> stock, Wanted wanted) {
        return stock.stream().filter(part -> part.isFresh(wanted.day()))
            .filter(part -> wanted.place().map(root -> places.isWithin(part.place().id(), Set.of(root))).orElse(true))
            .sorted(FreeStock.FIRST_EXPIRED).toList();
    }

    private static Reservations.Request request(Wanted wanted, int index, FreeStock.Stock part, BigDecimal quantity,
        Map<ItemId, ItemFacts> items) {
        return new Reservations.Request(wanted.number() + "/" + (wanted.before() + index), part.item(),
            part.place().id(), part.lot(), PartnerId.SELF, part.status(),
            new Quantity(quantity, Objects.requireNonNull(items.get(part.item())).unit()), wanted.number(),
            Optional.empty());
    }

}
