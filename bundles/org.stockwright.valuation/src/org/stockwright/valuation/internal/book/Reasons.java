package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Micros;
import org.stockwright.ledger.MovementView;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.CostLayer;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.CostReasons;
import org.stockwright.valuation.Journal;
import org.stockwright.valuation.JournalLine;
import org.stockwright.valuation.internal.engine.Event;
import org.stockwright.valuation.internal.engine.ItemState;
import org.stockwright.valuation.internal.engine.Key;
import org.stockwright.valuation.internal.engine.Layer;
import org.stockwright.valuation.internal.engine.Watcher;

/** Finds out why a movement cost what it did, by valuing its item up to it. */
final class Reasons {

    private final Transaction transaction;
    private final Connection connection;
    private final Rules rules;

    Reasons(Transaction transaction, Rules rules) {
        this.transaction = transaction;
        this.connection = transaction.connection();
        this.rules = rules;
    }

    /** The reasons of a movement that whoever asks may see. */
    Optional<CostReasons> of(MovementView movement) throws SQLException {
        long seq = movement.seq();
        long item = movement.itemId().value();
        List<JournalLine> lines = new ArrayList<>();
        new JournalReading(transaction, Books.SUB_LEDGER)
            .each(new Journal.Query(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.of(seq), Optional.empty()), Optional.empty(), lines::add);
        List<Layer> taken = new ArrayList<>();
        Event.Move[] move = new Event.Move[1];
        Simulation simulation = new Simulation(connection, rules, Micros.of(transaction.now()), Long.MAX_VALUE,
            new Key(Micros.of(movement.effective()), Key.MOVEMENT, seq), Optional.empty());
        ItemState state = simulation.watching(item, new Watcher() {
            @Override
            public void taken(long taking, Layer part) {
                if (taking == seq) {
                    taken.add(part);
                }
            }
        }).state(item, (one, event, made) -> {
            if (event instanceof Event.Move happened && happened.key().seq() == seq) {
                move[0] = happened;
            }
        });
        if (move[0] == null || lines.isEmpty() && taken.isEmpty()) {
            return Optional.empty();
        }
        ItemFacts facts = ItemFacts.read(connection, Optional.of(movement.itemId()))
            .get(item);
        if (move[0].takesFromOrder()) {
            collected(simulation, move[0], lines);
        }
        LayerReading reading = new LayerReading(transaction, rules, null);
        List<CostLayer> layers = new ArrayList<>();
        for (Layer part : taken) {
            layers.add(reading.view(move[0].from().pool(), part, facts.unit()));
        }
        return Optional
            .of(new CostReasons(movement, state.method(), cost(lines, seq, move[0]), rule(move[0], state, taken),
                layers, lines));
    }

    /** What its production order had collected until then, by the rows of what was used up. */
    private void collected(Simulation simulation, Event.Move move, List<JournalLine> lines) throws SQLException {
        for (OrderFlow order : simulation.orders()) {
            if (order.facts().reference().equals(move.reference())) {
                for (long used : order.facts().usedUp(move.key())) {
                    new JournalReading(transaction, Books.SUB_LEDGER).each(
                        new Journal.Query(Optional.empty(), Optional.empty(),
                            Optional.empty(), Optional.empty(), Optional.of(used), Optional.empty()),
                        Optional.empty(),
                        lines::add);
                }
            }
        }
    }

    /** With what came later: of a receipt all of it, wherever its goods are; of an issue what belongs to it. */
    private BigDecimal cost(List<JournalLine> lines, long seq, Event.Move move) throws SQLException {
        boolean receipt = move.to().isStock() && !move.from().isStock();
        BigDecimal sum = receipt ? late(seq) : BigDecimal.ZERO;
        for (JournalLine line : lines) {
            if (line.movement() == seq && !line.kind().equals("cost-variance")
                && !(receipt && line.kind().equals("late-cost"))) {
                sum = sum.add(line.amount());
            }
        }
        return ValuationComponent.plain(sum);
    }

    private BigDecimal late(long seq) throws SQLException {
        try (
            PreparedStatement select = connection.prepareStatement("SELECT SUM(material + freight + labour + overhead) "
                + "FROM (SELECT material, freight, labour, overhead FROM cost_event WHERE movement_seq = ? "
                + "AND kind = 'LATE_COST' UNION ALL SELECT material, freight, labour, overhead FROM order_late "
                + "WHERE movement_seq = ?) late")) {
            select.setLong(1, seq);
            select.setLong(2, seq);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBigDecimal(1) == null ? BigDecimal.ZERO : row.getBigDecimal(1);
            }
        }
    }

    private static String rule(Event.Move move, ItemState state, List<Layer> taken) {
        if (move.to().isStock() && !move.from().isStock()) {
            return in(move, state);
        }
        if (taken.stream().anyMatch(layer -> layer.origin() == move.key().seq())) {
            return "There was not enough stock: what was missing left at the last known cost, and the next receipt "
                + "settles the difference.";
        }
        if (move.reverses() != 0) {
            return "It reverses a movement: the goods that came with that one go back, at the cost at which they came.";
        }
        return move.from().pool().kind().isOurs() ? out(state.method())
            : "Goods on their way that were not ours left at the cost at which they came there.";
    }

    private static String out(CostMethod method) {
        return switch (method) {
            case FIFO -> "First in, first out: the oldest layers were taken.";
            case LIFO -> "Last in, first out: the newest layers were taken.";
            case AVERAGE -> "Moving average: the value of the pool, by the share of its quantity that was taken.";
            case STANDARD -> "Standard cost in force then.";
            case SPECIFIC -> "Specific identification: the layers of this lot or serial number were taken.";
        };
    }

    private static String in(Event.Move move, ItemState state) {
        if (move.reverses() != 0) {
            return "It reverses a movement and comes back at its cost.";
        }
        if (state.method() == CostMethod.STANDARD && move.to().pool().kind().isOurs()) {
            return "In stock at the standard cost in force then; what it cost more or less is a variance.";
        }
        if (move.takesFromOrder()) {
            return "What the production order " + move.reference() + " had collected and not given away yet"
                + ", by its share.";
        }
        if (move.unitCost() != null) {
            return "The cost per unit that was entered: " + move.unitCost().stripTrailingZeros().toPlainString() + ".";
        }
        return switch (move.kind()) {
            case RETURN_IN ->
                "The cost at which the goods of the same paper went out, else the cost of the stock then.";
            case RECEIPT, OPENING -> "No cost was entered: the standard cost, else the cost of the stock then.";
            default -> "No cost was entered: the cost of the stock then.";
        };
    }

}
