package org.stockwright.ledger;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.security.Requires;
import org.stockwright.base.Progress;

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

}
