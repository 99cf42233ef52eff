package org.stockwright.ledger.internal.posting;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.stockwright.base.Refusal;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.persistence.UnitOfWork;

/**
 * Tells who posts by hand that the date is before that of the last posting: the paper is an old one, or the clock of
 * this machine went back. Allowed, since order comes from the sequence numbers. Thread-safe.
 */
final class Backdating {

    private final UnitOfWork work;
    /** When the last posting that this program knows of took effect, as far as it was not in the future; null: unknown. */
    private final AtomicReference<Instant> last = new AtomicReference<>();

    /** Looks at the postings of this store. */
    Backdating(UnitOfWork work) {
        this.work = work;
    }

    /** When the last posting took effect; asked before a new one is posted. */
    Instant last() {
        Instant known = last.get();
        return known != null ? known : last.updateAndGet(now -> now != null ? now : stored());
    }

    /** One that is dated after it was recorded says nothing about those that come later. */
    private Instant stored() {
        return work.read(transaction -> {
            try (PreparedStatement select = transaction.connection()
                .prepareStatement("SELECT MAX(effective_at) FROM movement WHERE effective_at <= ?")) {
                select.setLong(1, Micros.of(transaction.now()));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return Micros.toInstant(row.getLong(1));
                }
            }
        });
    }

    /** The receipt, with a warning when the posting took effect before the last one. */
    PostingReceipt look(PostingRequest request, PostingReceipt receipt, Instant before) {
        if (receipt.repeated()) {
            return receipt;
        }
        Instant effective = request.effective();
        last.accumulateAndGet(effective.isAfter(receipt.recorded()) ? receipt.recorded() : effective,
            (one, other) -> one.isAfter(other) ? one : other);
        if (!effective.isBefore(before)) {
            return receipt;
        }
        List<Refusal> warnings = new ArrayList<>(receipt.warnings());
        warnings.add(Refusal.of(LedgerRefusal.BEFORE_LAST_POSTING, effective, before)
            .hint("Check the date, and the clock of this machine."));
        return new PostingReceipt(receipt.id(), receipt.key(), receipt.number(), receipt.firstSeq(), receipt.lines(),
            receipt.recorded(), false, warnings);
    }

}
