package org.stockwright.ledger.internal.posting;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Refusal;
import org.stockwright.base.ReservationId;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.persistence.Transaction;

/** A posting takes what a reservation holds. One for each command; a command that is tried again begins anew. */
final class ReservedTaking implements PostingEngine.Taking {

    private final ReservationId id;
    private long balance;
    private BigDecimal taken = BigDecimal.ZERO;

    ReservedTaking(ReservationId id) {
        this.id = id;
    }

    @Override
    public Optional<Refusal> from(Transaction transaction, PostingWriter writer) throws SQLException {
        ReservationRows rows = new ReservationRows(transaction);
        Optional<ReservationRows.Held> found = rows.lock(id.value());
        if (found.isEmpty()) {
            return Optional.of(Refusal.of(LedgerRefusal.UNKNOWN_RESERVATION, id));
        }
        ReservationRows.Held held = found.get();
        if (held.open().signum() == 0) {
            return Optional.of(Refusal.of(LedgerRefusal.RESERVATION_CLOSED, held.view().holder()));
        }
        List<CheckedLine> lines = writer.documents().get(0).lines();
        CheckedLine line = lines.get(0);
        boolean fromIt = line.from().isKept() && writer.idOf(line.from()) == held.balance();
        if (lines.size() != 1 || !fromIt || line.quantity().compareTo(held.open()) > 0) {
            return Optional.of(Refusal.of(LedgerRefusal.RESERVATION_DOES_NOT_FIT, held.view().holder(),
                held.view().open())
                .hint("Post one line from " + held.view().location() + " with at most " + held.view().open() + "."));
        }
        balance = held.balance();
        taken = line.quantity();
        rows.reduce(held, taken);
        writer.changes().unreserve(balance, taken);
        return Optional.empty();
    }

    @Override
    public void posted(Transaction transaction, long posting) throws SQLException {
        new ReservationRows(transaction).event(id.value(), balance, ReservationRows.Event.POSTED, taken.negate(),
            Optional.of(posting));
    }

}
