package org.stockwright.ledger.internal.posting;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import org.stockwright.base.Micros;
import org.stockwright.base.Refusal;
import org.stockwright.ledger.BulkResult;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.persistence.UnitOfWork;

/**
 * Tells who posts that the date is before that of the last posting: the paper is an old one, or the clock of this machine
 * went back. Allowed, since order comes from the sequence numbers. Of many postings at once one warning tells how many
 * there are, and which is the earliest. Thread-safe.
 */
final class Backdating {

    private static final int ALL = 0;
    private static final int[] LOOKED_AT = { 1, 40, ALL };

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

    /**
     * One that is dated after it was recorded says nothing about those that come later. The last days are looked at first,
     * because Derby goes through all that it is asked for.
     */
    private Instant stored() {
        return work.read(transaction -> {
            Instant now = transaction.now();
            try (PreparedStatement select = transaction.connection()
                .prepareStatement(
                    "SELECT MAX(effective_at) FROM movement WHERE effective_at > ? AND effective_at <= ?")) {
                select.setLong(2, Micros.of(now));
                for (int days : LOOKED_AT) {
                    select.setLong(1, days == ALL ? Long.MIN_VALUE : Micros.of(now.minus(days, ChronoUnit.DAYS)));
                    try (ResultSet row = select.executeQuery()) {
                        row.next();
                        Instant found = Micros.toInstant(row.getLong(1));
                        if (!row.wasNull()) {
                            return found;
                        }
                    }
                }
                return Instant.EPOCH;
            }
        });
    }

    /** The receipt, with a warning when the posting took effect before the last one. */
    PostingReceipt look(PostingRequest request, PostingReceipt receipt, Instant before) {
        if (receipt.repeated()) {
            return receipt;
        }
        Instant effective = request.effective();
        last.accumulateAndGet(earlier(effective, receipt.recorded()), Backdating::later);
        if (!effective.isBefore(before)) {
            return receipt;
        }
        List<Refusal> warnings = new ArrayList<>(receipt.warnings());
        warnings.add(Refusal.of(LedgerRefusal.BEFORE_LAST_POSTING, effective, before)
            .hint("Check the date, and the clock of this machine."));
        return new PostingReceipt(receipt.id(), receipt.key(), receipt.number(), receipt.firstSeq(), receipt.lines(),
            receipt.recorded(), false, warnings);
    }

    /**
     * The result, with one warning when some took effect before what was posted before this began. It has the place of the
     * earliest. Documents that were repeated or refused do not count.
     *
     * @param before when the last posting took effect then
     * @param began by the store's clock; repetitions were recorded before it, unless the clock stood still
     * @param stored whether this was no dry run
     */
    BulkResult look(List<PostingRequest> requests, BulkResult result, Instant before, Instant began, boolean stored) {
        if (result.posted() == 0) {
            return result;
        }
        Set<Long> refused = result.refusals().stream().map(refusal -> refusal.place().line())
            .collect(Collectors.toSet());
        Map<String, Integer> early = new LinkedHashMap<>();
        Instant latest = before;
        for (int i = 0; i < requests.size(); i++) {
            if (!refused.contains(i + 1L)) {
                Instant effective = requests.get(i).effective();
                latest = later(latest, effective);
                if (effective.isBefore(before)) {
                    early.putIfAbsent(requests.get(i).key(), i);
                }
            }
        }
        if (stored) {
            last.accumulateAndGet(earlier(latest, work.clock().instant()), Backdating::later);
        }
        if (result.repeated() > 0 && !early.isEmpty()) {
            Map<String, KnownPostings.Known> known = work
                .read(transaction -> KnownPostings.find(transaction, early.keySet()));
            early.keySet().removeIf(key -> known.containsKey(key) && known.get(key).recorded().isBefore(began));
        }
        return early.isEmpty() ? result : warned(requests, result, List.copyOf(early.values()), before);
    }

    private static BulkResult warned(List<PostingRequest> requests, BulkResult result, List<Integer> early,
        Instant before) {
        int earliest = early.stream().min(Comparator.comparing(index -> requests.get(index).effective())).orElseThrow();
        List<Refusal> warnings = new ArrayList<>(result.warnings());
        warnings.add(Refusal
            .of(LedgerRefusal.SOME_BEFORE_LAST_POSTING, early.size(), before, requests.get(earliest).effective())
            .hint("Reports of that time change. Check the dates if that is not what you want.")
            .at(Refusal.Place.line(earliest + 1)));
        return new BulkResult(result.posted(), result.repeated(), result.refusals(), List.copyOf(warnings));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

}
