package org.stockwright.service.internal.stock;

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
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.ReservationId;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.spi.FreeStock;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Stage;

/** What stages use up, taken from free stock: what expires first before others, nothing that has expired. */
public final class Materials {

    private final Map<ItemId, BigDecimal> wanted = new TreeMap<>();

    /** Nothing yet. */
    public Materials() {
        // stages are added
    }

    /** What a stage uses up for so many units. */
    public void add(Stage stage, int units) {
        if (units > 0) {
            stage.materials().forEach(material -> wanted.merge(material.item(),
                material.quantity().multiply(BigDecimal.valueOf(units)), BigDecimal::add));
        }
    }

    /**
     * Stock that is held for whoever uses it up.
     *
     * @param reservation by which
     * @param item of which item
     * @param place where it lies
     * @param lot the lot's code, or empty
     * @param status its quality status
     * @param expires the day on which it expires, if it does
     * @param quantity how much is still held, in the item's base unit
     */
    public record Held(ReservationId reservation, ItemId item, LocationId place, String lot, String status,
        Optional<LocalDate> expires, BigDecimal quantity) {

        /** Whether it may still be used on a day. */
        public boolean isFresh(LocalDate day) {
            return expires.filter(day::isAfter).isEmpty();
        }

    }

    /**
     * What is used up.
     *
     * @param lines the movements
     * @param takes what they take of reservations
     */
    public record Taken(List<MovementLine> lines, List<StockStep.Take> takes) {

        /** Takes copies. */
        public Taken {
            lines = List.copyOf(lines);
            takes = List.copyOf(takes);
        }

    }

    /**
     * The movements.
     *
     * @param kind how it is used up
     * @param order the number of the document that uses it up
     * @param queue the place where stored units wait: materials come from the same warehouse; from anywhere without one
     */
    public Outcome<List<MovementLine>> take(Transaction transaction, WorkTerms terms, MovementKind kind,
        String order, Optional<LocationId> queue, LocalDate day) throws SQLException {
        return take(transaction, terms, kind, order, queue, day, List.of()).map(Taken::lines);
    }

    /** The same, of what is held before anything else; what of it has expired is left alone. */
    public Outcome<Taken> take(Transaction transaction, WorkTerms terms, MovementKind kind, String order,
        Optional<LocationId> queue, LocalDate day, List<Held> held) throws SQLException {
        Map<ItemId, ItemFacts> facts = ItemFacts.read(transaction, wanted.keySet());
        Set<LocationId> roots = queue.map(place -> Set.of(terms.places().warehouse(place))).orElse(Set.of());
        FreeStock free = new FreeStock(transaction, terms.places(), terms.moving());
        List<MovementLine> lines = new ArrayList<>();
        List<StockStep.Take> takes = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Map.Entry<ItemId, BigDecimal> one : wanted.entrySet()) {
            ItemFacts item = facts.get(one.getKey());
            if (item == null) {
                throw new IllegalStateException("no item " + one.getKey());
            }
            Outcome<Quantity> quantity = Quantity.checked(one.getValue(), item.unit());
            if (!quantity.isDone()) {
                refusals.addAll(quantity.refusals());
                continue;
            }
            BigDecimal left = one.getValue();
            for (Held some : held) {
                BigDecimal part = some.quantity().min(left);
                if (some.item().equals(item.id()) && some.isFresh(day) && part.signum() > 0) {
                    left = left.subtract(part);
                    takes.add(StockStep.Take.of(some.reservation(), part));
                    lines.add(line(kind, item, part, some.place(), some.lot(), some.status()));
                }
            }
            FreeStock.Found found = free.take(one.getKey(), left, roots, day, false);
            if (found.missing().signum() > 0) {
                refusals.add(Refusal.of(ServiceRefusal.TOO_LITTLE_MATERIAL, new Quantity(found.missing(), item.unit()),
                    item.code(), order)
                    .hint("Receive more of it" + roots.stream().map(root -> " at " + terms.places().code(root))
                        .findFirst().orElse("")
                        + ", or release what is held. Locked and expired stock is not used up."));
            }
            for (FreeStock.Part part : found.parts()) {
                lines.add(line(kind, item, part.quantity(), part.stock().place().id(), part.stock().lot(),
                    part.stock().status()));
            }
        }
        return refusals.isEmpty() ? Outcome.done(new Taken(lines, takes)) : Outcome.refused(refusals);
    }

    private static MovementLine line(MovementKind kind, ItemFacts item, BigDecimal quantity, LocationId place,
        String lot, String status) {
        return MovementLine.of(kind, item.id(), new Quantity(quantity, item.unit()), Optional.of(place),
            Optional.empty()).withLot(lot).withStatus(status, "");
    }

}
