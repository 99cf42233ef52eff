package org.stockwright.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Progress;
import org.stockwright.security.Requires;

/** Proves that the book is sound. Thread-safe. */
@ProviderType
@Requires(LedgerPermission.VERIFY)
public interface Verification {

    /**
     * What a check found.
     *
     * @param check the check's stable name, for example {@code balances-equal-movements}
     * @param rows how many rows it looked at
     * @param passed whether all were right
     * @param detail what is wrong, with the first rows that are; empty when it passed
     */
    record Result(String check, long rows, boolean passed, String detail) {
    }

    /** Runs all checks. */
    List<Result> verify(Progress progress);

    /**
     * Recomputes every balance from the movements and reservation events, compares and stores them.
     *
     * @return one result per check as {@link #verify}, first of all {@code rebuild-identical}: whether what was stored
     *         was what the movements say
     */
    @Requires(LedgerPermission.REBUILD)
    List<Result> rebuild(Progress progress);

    /**
     * The end of the chain of seals. Printed or sent elsewhere, it proves later that nothing up to it was changed.
     *
     * @param block the number of the newest block, from 1
     * @param lastSeq the number of the last movement that is sealed
     * @param hash SHA-256 over everything sealed so far, 64 small hexadecimal digits
     * @param sealed when the block was sealed
     */
    record Head(long block, long lastSeq, String hash, Instant sealed) {
    }

    /**
     * Seals the movements that are not sealed yet, as the background does within seconds.
     *
     * @return the end of the chain; empty when nothing was ever posted
     */
    Optional<Head> seal(Progress progress);

    /**
     * Does now what the background does within minutes: seals what is not sealed yet and makes the checkpoints that are
     * due. No figure changes by it; questions about the past that follow a large import are quicker.
     */
    void catchUp(Progress progress);

    /**
     * Seals what is not sealed yet, then recomputes the whole chain: finds every movement, posting or balance's identity
     * that was altered, removed or added since it was sealed, changed or missing blocks, and a chain that was cut off or
     * written anew after its head was kept outside the database. One result per check as {@link #verify}.
     */
    List<Result> verifyChain(Progress progress);

}
