package org.stockwright.exchange.spi;

import java.util.List;

import org.stockwright.base.Refusal;

/**
 * What became of a file.
 *
 * @param rows how many rows it had
 * @param stored how many were stored (or would be, in a dry run)
 * @param unchanged how many said what is stored already
 * @param refusals every error, each with its place
 * @param warnings what was stored but deserves a look
 */
public record ImportResult(long rows, long stored, long unchanged, List<Refusal> refusals, List<Refusal> warnings) {

    /** Takes copies. */
    public ImportResult {
        refusals = List.copyOf(refusals);
        warnings = List.copyOf(warnings);
    }

    /** Whether no row had an error. */
    public boolean isClean() {
        return refusals.isEmpty();
    }

}
