package org.stockwright.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.security.Requires;

/**
 * Posting. The order of checks is part of the contract: the key (known with the same content: the first receipt again;
 * with other content: refused), then per line the item, the unit, the quantity, the places, lot and serial, owner and
 * status, locks, then participants, then stock. All refusals of the first failing stage come together.
 *
 * <p>Thread-safe; never called on the user interface's thread.
 */
@ProviderType
@Requires(LedgerPermission.VIEW)
public interface Ledger {

    /** Posts a document, all or nothing. */
    @Requires(LedgerPermission.POST)
    Outcome<PostingReceipt> post(PostingRequest request);

    /** What posting would do now; nothing is stored. */
    @Requires(LedgerPermission.POST)
    Outcome<PostingPreview> preview(PostingRequest request);

    /** What {@link #postAll} does with refused documents. */
    enum BulkMode {
        /** Checks everything, stores nothing. */
        DRY_RUN,
        /**
         * Posts all in one transaction that is undone, so that participants see each document after those before it. While it
         * runs, whoever posts the same items waits.
         */
        PREVIEW,
        /** Posts all, or nothing when one is refused. */
        ALL_OR_NOTHING,
        /** Posts those that are not refused. */
        KEEP_GOOD
    }

    /**
     * Posts many documents in their order, each by its own key. All are checked first, as if those before them were
     * posted; then they are posted in transactions of at most 500 lines. When another writer takes stock away between
     * check and posting, the documents refused then are reported and the others of the same transaction are posted;
     * repeating the call posts what is missing.
     *
     * @throws Progress.Cancelled when cancelled: whole documents are posted, a repetition skips them
     */
    @Requires(LedgerPermission.POST)
    BulkResult postAll(List<PostingRequest> requests, BulkMode mode, Progress progress);

    /**
     * Posts the opposite of a posting.
     *
     * @param key the key of the posting, or its document number
     * @param reversalKey the new posting's own key
     * @param effective when the reversal takes effect; empty for now
     * @param reason why, for the auditors; not empty
     */
    @Requires(LedgerPermission.REVERSE)
    Outcome<PostingReceipt> reverse(String key, String reversalKey, Optional<Instant> effective, String reason);

    /** The posting with this key or document number, if there is one. */
    Optional<PostingView> find(String keyOrNumber);

    /** Postings with a number, reference or key that begins with the text, newest first. */
    List<PostingView> search(String text, int limit);

}
