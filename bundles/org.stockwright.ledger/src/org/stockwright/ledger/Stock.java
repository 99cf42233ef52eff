package org.stockwright.ledger;

import java.util.List;
import java.util.function.Consumer;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Progress;
import org.stockwright.security.Requires;

/** What is where, now or at any instant as known at any instant. Thread-safe; never called on the UI's thread. */
@ProviderType
@Requires(LedgerPermission.VIEW)
public interface Stock {

    /**
     * The stock asked for, by item, location, lot. Rows that are all zero are left out, but by item those are there of
     * which something lay, or is meant to lie, at the places asked for.
     */
    List<StockRow> onHand(StockQuery query);

    /**
     * The movements whose sum is the on-hand that the query asks for, in effective order, each with what it added
     * (negative for what it took away) within the query's bounds.
     */
    List<Contribution> explain(StockQuery query);

    /**
     * A movement's share in a figure.
     *
     * @param movement the row of the ledger
     * @param delta what it added to the figure
     * @param running the figure after it
     */
    record Contribution(MovementView movement, org.stockwright.base.Quantity delta,
        org.stockwright.base.Quantity running) {
    }

    /** How many movements the query has. */
    long count(MovementQuery query);

    /** A window of the movements in effective order (or by recording when newest first), for a grid that pages. */
    List<MovementView> page(MovementQuery query, long offset, int rows);

    /** All movements of the query, one after the other, without holding them in memory. */
    void stream(MovementQuery query, Consumer<MovementView> consumer, Progress progress);

    /** The largest quantity that could be taken from this stock now, and who holds what of it. */
    List<ReservationView> holders(StockQuery query);

}
