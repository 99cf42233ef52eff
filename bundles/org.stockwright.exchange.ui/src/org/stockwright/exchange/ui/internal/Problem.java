package org.stockwright.exchange.ui.internal;

import java.util.ArrayList;
import java.util.List;

import org.stockwright.base.Refusal;
import org.stockwright.exchange.spi.ImportResult;

/**
 * An error or a warning of a file, as the preview lists it.
 *
 * @param error whether it keeps the row from being stored
 * @param line the line of the file, or an empty text
 * @param column the column, or an empty text
 * @param code the stable reason
 * @param sentence what is wrong and what to do
 */
record Problem(boolean error, String line, String column, String code, String sentence) {

    private static Problem of(Refusal refusal, boolean error) {
        String line = refusal.place().line() > 0 ? Long.toString(refusal.place().line()) : ""; //$NON-NLS-1$
        String sentence = refusal.sentence();
        if (!sentence.endsWith(".")) { //$NON-NLS-1$
            sentence += "."; //$NON-NLS-1$
        }
        return new Problem(error, line, refusal.place().column(), refusal.code().name(),
            refusal.hint().isEmpty() ? sentence : sentence + ' ' + refusal.hint());
    }

    /** All errors in the order of the file, then all warnings. */
    static List<Problem> of(ImportResult result) {
        List<Problem> problems = new ArrayList<>(result.refusals().size() + result.warnings().size());
        result.refusals().forEach(refusal -> problems.add(of(refusal, true)));
        result.warnings().forEach(warning -> problems.add(of(warning, false)));
        return problems;
    }

}
