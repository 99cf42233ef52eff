package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.stockwright.base.ItemId;
import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.LateCosts.State;
import org.stockwright.valuation.LateCosts.WriteDown;
import org.stockwright.valuation.ValuationRefusal;

/** Proposed write-downs and what was decided about them, inside one transaction. */
final class WriteDowns {

    private static final String SELECT = "SELECT p.id, p.proposal_key, p.item_id, i.code, p.amount, p.effective_at, "
        + "p.reason, p.basis, p.stock_value, p.recorded_at, p.user_name, d.decision, d.reason, d.recorded_at, "
        + "d.user_name FROM write_down_proposal p JOIN item i ON i.id = p.item_id "
        + "LEFT JOIN write_down_decision d ON d.proposal_id = p.id";
    private static final String ALL = SELECT + " ORDER BY p.id";
    private static final String ONE = SELECT + " WHERE p.proposal_key = ?";

    private final Transaction transaction;
    private final Connection connection;
    private final Valuer valuer;

    WriteDowns(Transaction transaction, Valuer valuer) {
        this.transaction = transaction;
        this.connection = transaction.connection();
        this.valuer = valuer;
    }

    /** A stored proposal, by its number. */
    private record Stored(long id, WriteDown writeDown) {
    }

    List<WriteDown> list() throws SQLException {
        List<WriteDown> result = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(ALL); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.add(stored(row).writeDown());
            }
        }
        return result;
    }

    private Optional<Stored> find(String key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ONE)) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(stored(row)) : Optional.empty();
            }
        }
    }

    private static Stored stored(ResultSet row) throws SQLException {
        State state = row.getString(12) == null ? State.PROPOSED : State.valueOf(row.getString(12));
        return new Stored(row.getLong(1), new WriteDown(row.getString(2), new ItemId(row.getLong(3)), row.getString(4),
            ValuationComponent.plain(row.getBigDecimal(5)), Micros.toInstant(row.getLong(6)), row.getString(7),
            text(row, 8), ValuationComponent.plain(row.getBigDecimal(9)), Micros.toInstant(row.getLong(10)),
            row.getString(11), state, text(row, 13),
            state == State.PROPOSED ? Optional.empty() : Optional.of(Micros.toInstant(row.getLong(14))),
            text(row, 15)));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    /** Stores a proposal whose write-down could be posted now; the same again is harmless. */
    Outcome<WriteDown> propose(String key, ItemId item, BigDecimal amount, Instant effective, String reason,
        String basis) throws SQLException {
        // whoever proposes the same waits here
        valuer.lock(transaction, new TreeSet<>(List.of(item.value())));
        Optional<Stored> known = find(key);
        if (known.isPresent()) {
            WriteDown one = known.get().writeDown();
            boolean same = one.itemId().equals(item) && one.amount().compareTo(amount) == 0
                && Micros.of(one.effective()) == Micros.of(effective) && one.reason().equals(reason)
                && one.basis().equals(basis);
            return same ? Outcome.done(one) : Outcome.refused(Refusal.of(ValuationRefusal.KEY_REUSED, key)
                .hint("Use another key for another document."));
        }
        List<Refusal> refusals = new ArrayList<>();
        CostDocument document = new CostDocument(transaction, valuer);
        CostDocument.reason(basis, "basis", refusals);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO write_down_proposal (id, "
            + "proposal_key, item_id, amount, effective_at, reason, basis, stock_value, recorded_at, user_name) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, transaction.nextId("valuation_seq"));
            insert.setString(2, key);
            insert.setLong(3, item.value());
            insert.setBigDecimal(4, amount);
            insert.setLong(5, Micros.of(effective));
            insert.setString(6, reason);
            Heads.nullable(insert, 7, basis);
            insert.setBigDecimal(8, document.worth(item.value(), effective));
            insert.setLong(9, Micros.of(transaction.now()));
            insert.setString(10, transaction.user());
            insert.executeUpdate();
        }
        WriteDown made = find(key).orElseThrow().writeDown();
        tell("WRITE_DOWN_PROPOSED", made, reason);
        return Outcome.done(made);
    }

    private void tell(String action, WriteDown one, String reason) {
        transaction.tell(action, "write-down", one.key(), Map.of("item", one.item(), "amount",
            one.amount().toPlainString(), "proposed by", one.proposedBy(), "reason", reason));
    }

    /**
     * Approves a proposal and posts it as stock is now, or rejects it.
     *
     * @param alone whether whoever proposed may decide, since the book knows no users
     */
    Outcome<WriteDown> decide(String key, State decision, String reason, boolean alone) throws SQLException {
        Optional<Stored> found = find(key);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(ValuationRefusal.UNKNOWN_PROPOSAL, key)
                .hint("See which are there, and give the key of one."));
        }
        WriteDown one = found.get().writeDown();
        // whoever decides about the same proposal waits here
        valuer.lock(transaction, new TreeSet<>(List.of(one.itemId().value())));
        one = find(key).orElseThrow().writeDown();
        if (one.state() != State.PROPOSED) {
            return one.state() == decision ? Outcome.done(one)
                : Outcome.refused(Refusal.of(ValuationRefusal.DECIDED_ALREADY, key, one.state().word(),
                    one.decidedBy()).hint("Propose it anew under another key."));
        }
        if (!alone && one.proposedBy().equalsIgnoreCase(transaction.user())) {
            return Outcome.refused(Refusal.of(ValuationRefusal.OWN_PROPOSAL, key, one.proposedBy())
                .hint("Somebody else who may approve write-downs has to decide."));
        }
        if (decision == State.APPROVED) {
            Outcome<BigDecimal> posted = new CostDocument(transaction, valuer).writeDown(key, one.itemId(),
                one.amount(), one.effective(), one.reason());
            if (!posted.isDone()) {
                return Outcome.refused(posted.refusals());
            }
        }
        insert(found.get().id(), decision, reason);
        tell("WRITE_DOWN_" + decision.name(), one, reason.isEmpty() ? one.reason() : reason);
        return Outcome.done(find(key).orElseThrow().writeDown());
    }

    private void insert(long proposal, State decision, String reason) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO write_down_decision (id, "
            + "proposal_id, decision, reason, recorded_at, user_name) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, transaction.nextId("valuation_seq"));
            insert.setLong(2, proposal);
            insert.setString(3, decision.name());
            Heads.nullable(insert, 4, reason);
            insert.setLong(5, Micros.of(transaction.now()));
            insert.setString(6, transaction.user());
            insert.executeUpdate();
        }
    }

}
