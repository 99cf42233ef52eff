package org.stockwright.fulfilment.internal.allocation;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.internal.ItemFacts;
import org.stockwright.fulfilment.internal.PlaceTree;
import org.stockwright.persistence.Transaction;

/** Free stock that is used up at once: what expires first, then the oldest; nothing that has expired. */
public final class FreeStock {

    private FreeStock() {
        // only a function
    }

    /** A part of it, at one place and of one lot. */
    public record Part(LocationId place, String lot, String status, Quantity quantity) {
    }

    /** So much of an item at a place and its parts, or how much there is. */
    public static Outcome<List<Part>> take(Transaction transaction, PlaceTree places, ItemFacts item,
        Quantity quantity, LocationId root, LocalDate day) {
        List<Candidates.Free> free;
        try {
            free = new Candidates(transaction, places, Optional.of(Set.of(root)))
                .read(List.of(item.id()), Set.of(), false)
                .getOrDefault(item.id(), List.of()).stream()
                .filter(one -> one.stock().expires().filter(day::isAfter).isEmpty())
                .sorted(Comparator.comparing(Candidates.Free::stock, Strategies.EXPIRY)).toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        List<Part> result = new ArrayList<>();
        BigDecimal left = quantity.amount();
        for (Candidates.Free one : free) {
            if (left.signum() > 0) {
                BigDecimal part = one.stock().free().min(left);
                result.add(new Part(one.stock().location(), one.stock().lot(), one.status(),
                    new Quantity(part, item.unit())));
                left = left.subtract(part);
            }
        }
        return left.signum() <= 0 ? Outcome.done(result)
            : Outcome.refused(Refusal.of(FulfilmentRefusal.TOO_FEW_COMPONENTS,
                new Quantity(quantity.amount().subtract(left), item.unit()), item.code(), places.code(root), quantity)
                .hint("What is held for orders, locked or expired is not used up."));
    }

}
