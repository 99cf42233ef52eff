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
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.spi.FreeStock;
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
     * The movements.
     *
     * @param kind how it is used up
     * @param order the number of the document that uses it up
     * @param queue the place where stored units wait: materials come from the same warehouse; from anywhere without one
     */
    public Outcome<List<MovementLine>> take(Transaction transaction, WorkTerms terms, MovementKind kind,
        String order, Optional<LocationId> queue, LocalDate day) throws SQLException {
        Map<ItemId, ItemFacts> facts = ItemFacts.read(transaction, wanted.keySet());
        Set<LocationId> roots = queue.map(place -> Set.of(terms.places().warehouse(place))).orElse(Set.of());
        FreeStock free = new FreeStock(transaction, terms.places(), Optional.empty());
        List<MovementLine> lines = new ArrayList<>();
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
            FreeStock.Found found = free.take(one.getKey(), one.getValue(), roots, day, false);
            if (found.missing().signum() > 0) {
                refusals.add(Refusal.of(ServiceRefusal.TOO_LITTLE_MATERIAL, new Quantity(found.missing(), item.unit()),
                    item.code(), order)
                    .hint("Receive more of it" + roots.stream().map(root -> " at " + terms.places().code(root))
                        .findFirst().orElse("")
                        + ", or release what is held. Locked and expired stock is not used up."));
            }
            for (FreeStock.Part part : found.parts()) {
                lines.add(MovementLine.of(kind, one.getKey(), new Quantity(part.quantity(), item.unit()),
                    Optional.of(part.stock().place().id()), Optional.empty()).withLot(part.stock().lot())
                    .withStatus(part.stock().status(), ""));
            }
        }
        return refusals.isEmpty() ? Outcome.done(lines) : Outcome.refused(refusals);
    }

}
