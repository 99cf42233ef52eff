package org.stockwright.service.internal.capacity;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** Chooses free stock for a booking, and holds it under the booking's number. */
final class Materials {

    private final StockStep step;
    private final PlaceTree places;

    Materials(StockStep step, PlaceTree places) {
        this.step = step;
        this.places = places;
    }

    /**
     * Holds so much of each material, what expires first of what can still be used on the day. The stock is locked before it is
     * chosen, by rising number.
     *
     * @param place where it may lie, with all its parts; empty for everywhere
     */
    Outcome<List<ReservationView>> hold(String number, Map<ItemId, BigDecimal> wanted, Map<ItemId, ItemFacts> items,
        Optional<LocationId> place, LocalDate day) throws SQLException {
        if (wanted.isEmpty()) {
            return Outcome.done(List.of());
        }
        FreeStock free = new FreeStock(step.transaction(), places, Optional.empty());
        Map<ItemId, List<FreeStock.Stock>> stock = free.read(wanted.keySet(), place.map(Set::of).orElse(Set.of()),
            true);
        List<Reservations.Request> requests = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Map.Entry<ItemId, BigDecimal> one : new TreeMap<>(wanted).entrySet()) {
            ItemFacts item = java.util.Objects.requireNonNull(items.get(one.getKey()));
            BigDecimal left = one.getValue();
            for (FreeStock.Stock part : stock.getOrDefault(one.getKey(), List.of()).stream()
                .filter(part -> part.isFresh(day)).sorted(FreeStock.FIRST_EXPIRED).toList()) {
                if (left.signum() > 0) {
                    BigDecimal taken = part.free().min(left);
                    left = left.subtract(taken);
                    requests.add(new Reservations.Request(number + "/" + requests.size(), item.id(), part.place().id(),
                        part.lot(), PartnerId.SELF, part.status(), new Quantity(taken, item.unit()), number,
                        Optional.empty()));
                }
            }
            if (left.signum() > 0) {
                refusals.add(Refusal
                    .of(ServiceRefusal.TOO_LITTLE_MATERIAL, new Quantity(left, item.unit()), item.code(), number)
                    .hint("What is held for others, locked or expired by then does not count."));
            }
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Outcome<List<ReservationView>> held = step.hold(requests);
        if (!held.isDone()
            && held.refusals().stream().allMatch(why -> why.code() == LedgerRefusal.NOT_ENOUGH_FREE)) {
            throw new LostRace();
        }
        return held;
    }

}
