package org.stockwright.service.internal.stock;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.ledger.spi.FreeStock;
import org.stockwright.ledger.spi.PlaceTree;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Dialect;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.Batch;
import org.stockwright.service.Template;

/** Stored units of a template that a customer can be given: they lie in its queues, and nobody holds them in the ledger. */
public final class FreeUnits {

    private static final String BALANCES = "SELECT id FROM balance WHERE kept = 1 AND on_hand > 0 "
        + "AND item_id IN ";

    private final Transaction transaction;
    private final PlaceTree places;
    private final Set<LocationId> queues;
    private final BatchRows rows;
    private final Map<String, Batch> batches = new HashMap<>();

    /**
     * A unit, of some stock and a batch.
     *
     * @param batch the batch that it is of
     * @param stock where it lies
     */
    public record Unit(Batch batch, FreeStock.Stock stock) {
    }

    /**
     * In a transaction.
     *
     * @param template the code of the template
     * @param versions all its versions: the stored units of each can be given
     */
    public FreeUnits(Transaction transaction, PlaceTree places, String template, Collection<Template> versions)
        throws SQLException {
        this.transaction = transaction;
        this.places = places;
        this.queues = versions.stream().flatMap(one -> one.queue().stream()).collect(Collectors.toSet());
        this.rows = new BatchRows(transaction);
        for (Batch batch : rows.waiting(Optional.of(template))) {
            batches.put(key(batch.item(), batch.lot()), batch);
        }
    }

    private static String key(ItemId item, String lot) {
        return item.value() + " " + lot;
    }

    /** The items that such units are of. */
    public Set<ItemId> items() {
        return batches.values().stream().map(Batch::item).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Waits until those who are changing the stock of such units have ended, one by one: what somebody only tries to hold, or gives back
     * in the end, seems to be taken as long as he does.
     *
     * @return whether there may be others now
     */
    public boolean settle() throws SQLException {
        if (transaction.dialect() != Dialect.DERBY || batches.isEmpty()) {
            return false;
        }
        SortedSet<Long> balances = new TreeSet<>();
        BulkSelect.unlocked(transaction).each(BALANCES, items().stream().map(ItemId::value).toList(), "",
            row -> balances.add(row.getLong(1)));
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT reserved FROM balance WHERE id = ?")) {
            for (long balance : balances) {
                select.setLong(1, balance);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                }
            }
        }
        return !balances.isEmpty();
    }

    /** Those among free stock that can still be used on a day; what expires first is the first. */
    public List<Unit> among(Collection<FreeStock.Stock> stock, LocalDate day) {
        return stock.stream().filter(one -> batches.containsKey(key(one.item(), one.lot())))
            .filter(one -> queues.isEmpty() || places.isWithin(one.place().id(), queues))
            .filter(one -> one.isFresh(day) && one.free().compareTo(BigDecimal.ONE) >= 0)
            .sorted(FreeStock.FIRST_EXPIRED)
            .map(one -> new Unit(Objects.requireNonNull(batches.get(key(one.item(), one.lot()))), one))
            .toList();
    }

    /** The first of those among free stock, of a batch that was prepared for nobody in particular: a hold is of any unit of its lot. */
    public Optional<Unit> anybodys(Collection<FreeStock.Stock> stock, LocalDate day) throws SQLException {
        for (Unit one : among(stock, day)) {
            if (!rows.hasOwners(one.batch().document())) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

}
