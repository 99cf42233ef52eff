package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.ledger.MovementKind;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.internal.engine.Engine;
import org.stockwright.valuation.internal.engine.Event;
import org.stockwright.valuation.internal.engine.History;
import org.stockwright.valuation.internal.engine.ItemState;
import org.stockwright.valuation.internal.engine.Key;
import org.stockwright.valuation.internal.engine.Line;
import org.stockwright.valuation.internal.engine.Side;
import org.stockwright.valuation.internal.engine.StateBytes;
import org.stockwright.valuation.internal.engine.Watcher;

/**
 * What the engine asks about an item's past while it is valued in a transaction: up to the event from which it is valued
 * anew by what is booked, from there on by what this transaction said of it.
 */
final class BookedHistory implements History {

    private final Connection connection;
    private final Rules rules;
    private final Head head;
    private final Events events;
    private final Checkpoints checkpoints;
    private final Entries entries;
    private final Map<Long, Cost> issued = new HashMap<>();
    private final Map<Long, Cost> entered = new HashMap<>();
    private ItemProfile profile;
    /** From here on the journal is written anew; what is said about it is not in the database. */
    private Key from = Events.END;
    private Uses uses;

    BookedHistory(Transaction transaction, Rules rules, Head head, Events events) {
        this.connection = transaction.connection();
        this.rules = rules;
        this.head = head;
        this.events = events;
        this.checkpoints = new Checkpoints(connection);
        this.entries = new Entries(transaction);
    }

    /** The item's standard costs and categories. */
    void take(ItemProfile known) {
        profile = known;
    }

    /** From which event on the journal is written anew. */
    void writtenFrom(Key key) {
        from = key;
    }

    /** Remembers what a line says about the cost of a movement. */
    void note(Event event, Line line) {
        boolean own = event.key().rank() == Key.MOVEMENT && event.key().seq() == line.about();
        if (Entries.counts(line.kind(), own, false)) {
            issued.merge(line.about(), line.amount(), Cost::plus);
        }
        if (Entries.counts(line.kind(), own, true)) {
            entered.merge(line.about(), line.amount(), Cost::plus);
        }
    }

    @Override
    public List<Original> originals(Event.Move move) {
        try {
            boolean comesBack = move.to().isStock();
            List<Original> result = new ArrayList<>();
            for (Original part : move.reverses() != 0 ? reversed(move) : onSamePaper(move, comesBack)) {
                Cost known = (comesBack ? issued : entered).getOrDefault(part.movement(), Cost.ZERO)
                    .plus(head.isNew() ? Cost.ZERO : entries.about(part.movement(), move.key(), from, !comesBack));
                if (move.kind() == MovementKind.PRODUCE && !comesBack) {
                    known = known.plus(passedOn(part.movement(), move.key()));
                }
                result.add(new Original(part.movement(), part.quantity(), part.before(), part.part(), known));
            }
            return result;
        } catch (SQLException e) {
            throw new StoreException("The movement that is brought back cannot be read", e);
        }
    }

    private List<Original> reversed(Event.Move move) throws SQLException {
        try (PreparedStatement select = connection
            .prepareStatement("SELECT seq, effective_at, quantity FROM movement WHERE seq = ?")) {
            select.setLong(1, move.reverses());
            try (ResultSet row = select.executeQuery()) {
                return row.next() && new Key(row.getLong(2), Key.MOVEMENT, row.getLong(1)).isBefore(move.key())
                    ? List.of(new Original(row.getLong(1), row.getBigDecimal(3), BigDecimal.ZERO, move.quantity(),
                        Cost.ZERO))
                    : List.of();
            }
        }
    }

    private List<Original> onSamePaper(Event.Move move, boolean comesBack) throws SQLException {
        if (move.reference().isEmpty()) {
            return List.of();
        }
        PaperTrail trail = new PaperTrail();
        MovementKind delivery = comesBack ? MovementKind.ISSUE : MovementKind.RECEIPT;
        try (PreparedStatement select = connection.prepareStatement("SELECT m.seq, m.effective_at, "
            + "m.quantity, m.kind, m.reverses_seq FROM posting p JOIN movement m ON m.posting_id = p.id "
            + "JOIN balance b ON b.id = m.from_balance_id WHERE p.reference = ? AND m.item_id = ? "
            + "AND m.kind IN (?, ?) AND b.owner_id = 0 AND b.lot_id = ? ORDER BY m.effective_at, m.seq")) {
            select.setString(1, move.reference());
            select.setLong(2, head.item());
            select.setString(3, delivery.name());
            select.setString(4, move.kind().name());
            select.setLong(5, move.lot());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()
                    && new Key(row.getLong(2), Key.MOVEMENT, row.getLong(1)).isBefore(move.key())) {
                    if (row.getLong(5) != 0) {
                        trail.reversed(row.getLong(5), row.getBigDecimal(3));
                    } else if (row.getString(4).equals(delivery.name())) {
                        trail.delivered(row.getLong(1), row.getBigDecimal(3));
                    } else {
                        trail.returned(row.getLong(1), row.getBigDecimal(3));
                    }
                }
            }
        }
        return trail.parts(move.quantity());
    }

    /** What production passed on later to what a movement brought. */
    private Cost passedOn(long movement, Key before) throws SQLException {
        Cost sum = Cost.ZERO;
        try (PreparedStatement select = connection.prepareStatement("SELECT effective_at, id, material, "
            + "freight, labour, overhead FROM order_late WHERE movement_seq = ?")) {
            select.setLong(1, movement);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (new Key(row.getLong(1), Key.PASSED_ON, row.getLong(2)).isBefore(before)) {
                        sum = sum.plus(new Cost(row.getBigDecimal(3), row.getBigDecimal(4), row.getBigDecimal(5),
                            row.getBigDecimal(6)));
                    }
                }
            }
        }
        return sum;
    }

    /** Where goods went, from some receipt on. */
    private record Uses(Key since, Map<Long, List<Timed>> byReceipt) {
    }

    private record Timed(Key key, Use use) {
    }

    @Override
    public List<Use> uses(Event.LateCost late) {
        try {
            Key receipt = receiptKey(late.receipt());
            if (uses == null || receipt.isBefore(uses.since())) {
                uses = follow(receipt);
            }
            return uses.byReceipt().getOrDefault(late.receipt(), List.of()).stream()
                .filter(timed -> timed.key().isBefore(late.key())).map(Timed::use).toList();
        } catch (SQLException e) {
            throw new StoreException("Where the goods went cannot be read", e);
        }
    }

    /** Follows the goods once for all receipts; where they go does not depend on what they cost. */
    private Uses follow(Key receipt) throws SQLException {
        Key start = earliest(receipt);
        Optional<Checkpoints.Stored> base = checkpointUnchangedBefore(start);
        ItemState state = base.isPresent() ? StateBytes.read(base.get().state()) : profile.begin(rules.policies());
        Map<Long, List<Timed>> result = new HashMap<>();
        Key[] now = new Key[1];
        Engine follower = new Engine(rules.scale(), this, new Watcher() {
            @Override
            public void used(long origin, long movement, BigDecimal quantity, Side to) {
                result.computeIfAbsent(origin, key -> new ArrayList<>())
                    .add(new Timed(now[0], new Use(movement, quantity, to)));
            }
        });
        for (Event event : events.between(head.item(), profile, base.isPresent() ? base.get().key() : Key.FIRST,
            Events.END)) {
            boolean ofValueAlone = event instanceof Event.LateCost || event instanceof Event.WriteDown;
            if (!ofValueAlone) {
                now[0] = event.key();
                follower.apply(state, event);
            }
        }
        return new Uses(start, result);
    }

    private Optional<Checkpoints.Stored> checkpointUnchangedBefore(Key receipt) throws SQLException {
        Key key = from.isBefore(receipt) ? from : receipt;
        return head.isNew() ? Optional.empty() : checkpoints.before(head.item(), key.justBefore());
    }

    /** The earliest receipt that a late cost from here on is for. */
    private Key earliest(Key receipt) throws SQLException {
        Key earliest = receipt;
        try (PreparedStatement select = connection.prepareStatement("SELECT m.effective_at, m.seq FROM "
            + "cost_event e JOIN movement m ON m.seq = e.movement_seq WHERE e.item_id = ? AND e.effective_at >= ? "
            + "UNION ALL SELECT m.effective_at, m.seq FROM order_late l JOIN movement m ON m.seq = l.movement_seq "
            + "WHERE l.item_id = ? AND l.effective_at >= ?")) {
            long since = from == Key.FIRST ? Long.MIN_VALUE : from.effective();
            select.setLong(1, head.item());
            select.setLong(2, since);
            select.setLong(3, head.item());
            select.setLong(4, since);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Key key = new Key(row.getLong(1), Key.MOVEMENT, row.getLong(2));
                    earliest = key.isBefore(earliest) ? key : earliest;
                }
            }
        }
        return earliest;
    }

    private Key receiptKey(long seq) throws SQLException {
        try (PreparedStatement select = connection
            .prepareStatement("SELECT effective_at FROM movement WHERE seq = ?")) {
            select.setLong(1, seq);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Key(row.getLong(1), Key.MOVEMENT, seq);
            }
        }
    }

}
