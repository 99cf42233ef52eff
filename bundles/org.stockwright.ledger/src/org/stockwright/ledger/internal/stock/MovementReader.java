package org.stockwright.ledger.internal.stock;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

import org.stockwright.base.Micros;
import org.stockwright.base.Quantity;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.MovementView.EnteredQuantity;

/**
 * Reads movements: the rows of one table in their order, and what they name looked up for many rows at a time, so that
 * a long list costs a few statements per {@value #BATCH} rows.
 */
final class MovementReader {

    /** What {@link #read} needs of the table, in this order. */
    static final String COLUMNS = "m.seq, m.posting_id, m.line, m.kind, m.item_id, m.from_balance_id, m.to_balance_id, "
        + "m.quantity, m.entered_quantity, m.entered_unit, m.unit_cost, m.reason, m.effective_at, m.recorded_at, "
        + "m.reverses_seq";

    private static final int BATCH = 500;

    private final Connection connection;
    private final Places places;
    private final Map<Long, ItemFacts> items = new HashMap<>();
    private final Codes lots = Codes.ofLots();
    private final Codes owners = Codes.ofPartners();

    MovementReader(Connection connection, Places places) {
        this.connection = connection;
        this.places = places;
    }

    /** Takes one movement with its two balances. */
    @FunctionalInterface
    interface Consumer {

        void accept(MovementView movement, BalanceKey from, BalanceKey to) throws SQLException;

    }

    /** Tells by its two balances whether a movement is wanted. */
    @FunctionalInterface
    interface Balances {

        boolean pass(long from, long to);

    }

    private record Raw(long seq, long posting, int line, String kind, long item, long from, long to,
        BigDecimal quantity, BigDecimal entered, String enteredUnit, Optional<BigDecimal> unitCost, String reason,
        long effective, long recorded, Optional<Long> reverses) {
    }

    private record Posting(String key, String number, String reference, String user) {
    }

    /** All rows of the query, one after the other. */
    void read(SqlQuery query, Consumer consumer) throws SQLException {
        read(query, (from, to) -> true, consumer);
    }

    /** The rows of the query whose balances pass. */
    void read(SqlQuery query, Balances passing, Consumer consumer) throws SQLException {
        List<Raw> batch = new ArrayList<>(BATCH);
        query.forEach(connection, row -> {
            if (!passing.pass(row.getLong(6), row.getLong(7))) {
                return;
            }
            batch.add(raw(row));
            if (batch.size() == BATCH) {
                hand(batch, consumer);
                batch.clear();
            }
        });
        hand(batch, consumer);
    }

    private static Raw raw(ResultSet row) throws SQLException {
        long reverses = row.getLong(15);
        Optional<Long> reversed = row.wasNull() ? Optional.empty() : Optional.of(reverses);
        return new Raw(row.getLong(1), row.getLong(2), row.getInt(3), row.getString(4), row.getLong(5),
            row.getLong(6), row.getLong(7), row.getBigDecimal(8), row.getBigDecimal(9), row.getString(10),
            Optional.ofNullable(row.getBigDecimal(11)).map(MovementReader::plain), text(row.getString(12)),
            row.getLong(13), row.getLong(14), reversed);
    }

    private void hand(List<Raw> batch, Consumer consumer) throws SQLException {
        if (batch.isEmpty()) {
            return;
        }
        Map<Long, Posting> postings = postings(ids(batch, Raw::posting));
        Set<Long> balanceIds = ids(batch, Raw::from);
        balanceIds.addAll(ids(batch, Raw::to));
        Map<Long, BalanceKey> balances = balances(balanceIds);
        Set<Long> unknown = ids(batch, Raw::item);
        unknown.removeAll(items.keySet());
        items.putAll(ItemFacts.load(connection, unknown));
        Set<Long> lotIds = new HashSet<>();
        Set<Long> ownerIds = new HashSet<>();
        for (BalanceKey balance : balances.values()) {
            if (balance.lot() != 0) {
                lotIds.add(balance.lot());
            }
            ownerIds.add(balance.owner());
        }
        lots.load(connection, lotIds);
        owners.load(connection, ownerIds);
        for (Raw row : batch) {
            BalanceKey from = balances.get(row.from);
            BalanceKey to = balances.get(row.to);
            consumer.accept(view(row, postings.get(row.posting), from, to), from, to);
        }
    }

    private static Set<Long> ids(List<Raw> batch, ToLongFunction<Raw> id) {
        Set<Long> ids = new HashSet<>();
        batch.forEach(row -> ids.add(id.applyAsLong(row)));
        return ids;
    }

    private Map<Long, Posting> postings(Set<Long> ids) throws SQLException {
        Map<Long, Posting> postings = new HashMap<>();
        new SqlQuery("SELECT id, posting_key, number, reference, user_name FROM posting WHERE id IN").list(ids)
            .forEach(connection, row -> postings.put(row.getLong(1), new Posting(row.getString(2),
                text(row.getString(3)), text(row.getString(4)), row.getString(5))));
        return postings;
    }

    private Map<Long, BalanceKey> balances(Set<Long> ids) throws SQLException {
        Map<Long, BalanceKey> balances = new HashMap<>();
        new SqlQuery("""
            SELECT id, item_id, location_id, lot_id, owner_id, status, handling_unit_id, kept FROM balance \
            WHERE id IN""").list(ids).forEach(connection,
            row -> balances.put(row.getLong(1), new BalanceKey(row.getLong(1), row.getLong(2), row.getLong(3),
                row.getLong(4), row.getLong(5), row.getString(6), row.getLong(7), row.getInt(8) == 1)));
        return balances;
    }

    private MovementView view(Raw row, Posting posting, BalanceKey from, BalanceKey to) {
        ItemFacts item = items.get(row.item);
        // A receipt's lot stands where it arrives, an issue's where it leaves: either side names it.
        String lot = lots.get(to.lot() != 0 ? to.lot() : from.lot());
        long owner = to.owner() != 0 ? to.owner() : from.owner();
        return new MovementView(row.seq, row.line, posting.key, posting.number, Micros.toInstant(row.effective),
            Micros.toInstant(row.recorded), MovementKind.valueOf(row.kind), item.id(), item.code(), item.name(),
            new Quantity(row.quantity, item.unit()), new EnteredQuantity(plain(row.entered), row.enteredUnit),
            places.get(from.location()).code(), places.get(to.location()).code(), lot, owners.get(owner),
            from.status(), to.status(), row.unitCost, row.reason, posting.reference, posting.user, row.reverses);
    }

    private static String text(String stored) {
        return stored == null ? "" : stored;
    }

    /** Without the zeros that the column's scale adds. */
    private static BigDecimal plain(BigDecimal stored) {
        BigDecimal stripped = stored.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

}
