package org.stockwright.fulfilment.internal.allocation;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.fulfilment.spi.AllocationStrategy.Candidate;
import org.stockwright.ledger.spi.FreeStock;
import org.stockwright.ledger.spi.PlaceTree;
import org.stockwright.persistence.Transaction;

/** Free stock as strategies of allocation see it. */
final class Candidates {

    private final FreeStock stock;

    /**
     * @param allowed the places with their parts where whoever acts may hold stock; empty for all
     */
    Candidates(Transaction transaction, PlaceTree places, Optional<Set<LocationId>> allowed) {
        this.stock = new FreeStock(transaction, places, allowed);
    }

    /**
     * Stock that may be held, with its quality status.
     *
     * @param stock what strategies see
     * @param item of which item
     * @param status its quality status
     */
    record Free(Candidate stock, ItemId item, String status) {
    }

    /** All of it, by item; the parts are as {@link FreeStock#read} tells them. */
    Map<ItemId, List<Free>> read(Collection<ItemId> items, Set<LocationId> roots, boolean locked)
        throws SQLException {
        Map<ItemId, List<Free>> result = new HashMap<>();
        stock.read(items, roots, locked)
            .forEach((item, some) -> result.put(item, some.stream().map(Candidates::free).toList()));
        return result;
    }

    private static Free free(FreeStock.Stock one) {
        return new Free(new Candidate(one.balance(), one.place().id(), one.place().code(), one.place().pickSequence(),
            one.lot(), one.expires(), one.received(), one.free()), one.item(), one.status());
    }

    /** How much of each item may be held at which place now, without what has expired; locks nothing. */
    Map<ItemId, Map<LocationId, BigDecimal>> free(Collection<ItemId> items, LocalDate today) throws SQLException {
        return stock.free(items, today);
    }

}
