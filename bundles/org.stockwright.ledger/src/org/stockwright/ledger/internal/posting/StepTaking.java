package org.stockwright.ledger.internal.posting;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.stockwright.base.Refusal;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.ReservationView;
import org.stockwright.ledger.spi.StockStep.Keep;
import org.stockwright.ledger.spi.StockStep.Take;
import org.stockwright.persistence.Transaction;

/** A document's posting takes what reservations hold, and holds what it brings. One for each try of a step. */
final class StepTaking implements PostingEngine.Taking {

    private final List<Take> takes;
    private final List<Keep> keeps;
    private final List<ReservationRows.Change> taken = new ArrayList<>();
    private final List<ReservationRows.New> kept = new ArrayList<>();

    StepTaking(List<Take> takes, List<Keep> keeps) {
        this.takes = takes;
        this.keeps = keeps;
    }

    @Override
    public Optional<Refusal> from(Transaction transaction, PostingWriter writer) throws SQLException {
        Optional<Refusal> misfit = take(new ReservationRows(transaction), writer);
        return misfit.isPresent() ? misfit : keep(new ReservationRows(transaction), writer);
    }

    private Optional<Refusal> take(ReservationRows rows, PostingWriter writer) throws SQLException {
        Map<Long, BigDecimal> left = new HashMap<>();
        for (CheckedLine line : writer.documents().get(0).lines()) {
            if (line.from().isKept()) {
                left.merge(writer.idOf(line.from()), line.quantity(), BigDecimal::add);
            }
        }
        for (Held held : lock(rows, takes)) {
            BigDecimal wanted = held.quantity();
            BigDecimal rest = left.getOrDefault(held.row().balance(), BigDecimal.ZERO).subtract(wanted);
            if (held.row().open().signum() == 0) {
                return Optional.of(Refusal.of(LedgerRefusal.RESERVATION_CLOSED, rows.view(held.row().id()).holder()));
            }
            if (wanted.signum() <= 0 || wanted.compareTo(held.row().open()) > 0 || rest.signum() < 0) {
                ReservationView view = rows.view(held.row().id());
                return Optional.of(Refusal.of(LedgerRefusal.RESERVATION_DOES_NOT_FIT, view.holder(), view.open())
                    .hint("At most " + view.open() + " can be taken from " + view.location() + " by it."));
            }
            left.put(held.row().balance(), rest);
            writer.changes().unreserve(held.row().balance(), wanted);
            taken.add(new ReservationRows.Change(held.row().id(), held.row().balance(), wanted.negate()));
        }
        rows.change(taken);
        return takes.size() == taken.size() ? Optional.empty()
            : Optional.of(Refusal.of(LedgerRefusal.UNKNOWN_RESERVATION, takes));
    }

    private Optional<Refusal> keep(ReservationRows rows, PostingWriter writer) throws SQLException {
        List<CheckedLine> lines = writer.documents().get(0).lines();
        Map<String, Instant> used = rows.since(keeps.stream().map(Keep::key).toList());
        for (Keep keep : keeps) {
            CheckedLine line = lines.get(keep.line() - 1);
            Optional<Refusal> badKey = RequestChecks.key(keep.key());
            if (badKey.isPresent()) {
                return badKey;
            }
            if (!line.to().isKept()) {
                return Optional.of(Refusal
                    .of(LedgerRefusal.NOT_ENOUGH_FREE, 0, line.quantity(), line.item().code(), line.to().place().code())
                    .hint("Only stock at a place of ours can be held.").at(Refusal.Place.line(keep.line())));
            }
            Instant since = used.get(keep.key());
            if (since != null) {
                return Optional.of(KnownPostings.reused(keep.key(), since));
            }
            long balance = writer.idOf(line.to());
            writer.changes().reserve(balance, line.quantity());
            kept.add(new ReservationRows.New(keep.key(), balance, line.quantity(), keep.holder(), keep.expires()));
        }
        return Optional.empty();
    }

    @Override
    public void posted(Transaction transaction, long posting) throws SQLException {
        ReservationRows rows = new ReservationRows(transaction);
        rows.events(taken, ReservationRows.Event.POSTED, Optional.of(posting));
        rows.insert(kept);
    }

    /**
     * A reservation that is locked.
     *
     * @param row as it is stored
     * @param quantity how much is to be taken of it
     */
    record Held(ReservationRows.Locked row, BigDecimal quantity) {
    }

    /** Locks reservations by rising number; those that are not there, or are named twice, are left out. */
    static List<Held> lock(ReservationRows rows, List<Take> takes) throws SQLException {
        TreeMap<Long, List<Take>> order = new TreeMap<>();
        takes.forEach(
            take -> order.computeIfAbsent(take.reservation().value(), id -> new ArrayList<>()).add(take));
        List<Held> result = new ArrayList<>();
        for (ReservationRows.Locked locked : rows.lockAll(order.navigableKeySet())) {
            List<Take> named = order.getOrDefault(locked.id(), List.of());
            if (named.size() == 1) {
                result.add(new Held(locked, named.getFirst().quantity().orElse(locked.open())));
            }
        }
        return result;
    }

}
