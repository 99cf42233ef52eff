package org.stockwright.valuation.internal.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.Micros;
import org.stockwright.base.Quantity;
import org.stockwright.base.Unit;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostLayer;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.internal.engine.Deficit;
import org.stockwright.valuation.internal.engine.ItemState;
import org.stockwright.valuation.internal.engine.Key;
import org.stockwright.valuation.internal.engine.Layer;
import org.stockwright.valuation.internal.engine.PoolKey;

/** The layers of an item, in words that people know. */
final class LayerReading {

    private final Transaction transaction;
    private final Rules rules;
    private final ItemMemory memory;
    private final Map<Long, String> documents = new HashMap<>();
    private final Map<Long, String> lots = new HashMap<>();

    LayerReading(Transaction transaction, Rules rules, ItemMemory memory) {
        this.transaction = transaction;
        this.rules = rules;
        this.memory = memory;
    }

    List<CostLayer> layers(ItemId item, Optional<Instant> asOf, Optional<Instant> knownAt,
        Optional<CostMethod> method) throws SQLException {
        ItemFacts facts = ItemFacts.read(transaction.connection(), Optional.of(item)).get(item.value());
        if (facts == null) {
            return List.of();
        }
        ItemState state = state(item.value(), asOf, knownAt, method);
        List<CostLayer> result = new ArrayList<>();
        for (PoolKey key : state.poolKeys()) {
            for (Layer layer : state.layers(key, rules.scale())) {
                result.add(view(key, layer, facts.unit()));
            }
            for (Deficit deficit : state.deficits(key)) {
                long left = effective(deficit.movement());
                result.add(view(key, new Layer(left, deficit.movement(), left, deficit.movement(), 0, "",
                    deficit.quantity().negate(), deficit.value().negate()), facts.unit()));
            }
        }
        return result;
    }

    private ItemState state(long item, Optional<Instant> asOf, Optional<Instant> knownAt, Optional<CostMethod> method)
        throws SQLException {
        Connection connection = transaction.connection();
        Key until = asOf.map(instant -> Key.endOf(Micros.of(instant))).orElse(Events.END);
        Head head = Heads.find(connection, item);
        if (knownAt.isEmpty() && method.isEmpty() && head != null && !head.isNew()) {
            Key last = until.isBefore(head.key()) ? until : head.key();
            return new ItemRun(transaction, rules, head, memory, null).stateAt(last);
        }
        return new Simulation(connection, rules, Micros.of(transaction.now()),
            knownAt.map(Micros::of).orElse(Long.MAX_VALUE), until, method).state(item, Simulation.Listener.NONE);
    }

    CostLayer view(PoolKey key, Layer layer, Unit unit) throws SQLException {
        Cost value = layer.value();
        return new CostLayer(key.kind().word(), place(key.place()),
            Micros.toInstant(layer.effective()), layer.origin(), document(layer.origin()), lot(layer.lot()),
            new Quantity(layer.quantity(), unit), value,
            Values.unitCost(value.total(), layer.quantity(), rules.scale()));
    }

    private String place(long id) throws SQLException {
        return id == 0 ? "" : text("SELECT code FROM location WHERE id = ?", id);
    }

    private String lot(long id) throws SQLException {
        String known = lots.get(id);
        if (known == null) {
            known = id == 0 ? "" : text("SELECT code FROM lot WHERE id = ?", id);
            lots.put(id, known);
        }
        return known;
    }

    private String document(long seq) throws SQLException {
        String known = documents.get(seq);
        if (known == null) {
            known = text("SELECT COALESCE(p.number, p.posting_key) FROM movement m JOIN posting p "
                + "ON p.id = m.posting_id WHERE m.seq = ?", seq);
            documents.put(seq, known);
        }
        return known;
    }

    private long effective(long seq) throws SQLException {
        return Long.parseLong(text("SELECT effective_at FROM movement WHERE seq = ?", seq));
    }

    private String text(String sql, long id) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

}
