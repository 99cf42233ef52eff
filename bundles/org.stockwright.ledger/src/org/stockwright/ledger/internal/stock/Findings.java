package org.stockwright.ledger.internal.stock;

import java.util.ArrayList;
import java.util.List;

import org.stockwright.base.Progress;
import org.stockwright.ledger.Verification.Result;

/** What one check has looked at and found wrong. */
public final class Findings {

    /** So many of the wrong rows are named. */
    private static final int NAMED = 5;
    private static final int ROWS_BETWEEN_LOOKS = 4_096;

    private final String check;
    private final Progress progress;
    private final List<String> first = new ArrayList<>();
    private long rows;
    private long wrong;

    /** Nothing found yet. */
    public Findings(String check, Progress progress) {
        this.check = check;
        this.progress = progress;
    }

    /** One row more was looked at. */
    public void looked() {
        if (++rows % ROWS_BETWEEN_LOOKS == 0) {
            progress.check();
        }
    }

    /** So many rows more were looked at. */
    public void looked(long more) {
        progress.check();
        rows += more;
    }

    /** Something is wrong, in words that name the row. */
    public void wrong(String words) {
        wrong++;
        if (first.size() < NAMED) {
            first.add(words);
        }
    }

    /** What was found. */
    public Result result() {
        String more = wrong > first.size() ? "; and " + (wrong - first.size()) + " more" : "";
        return new Result(check, rows, wrong == 0, String.join("; ", first) + more);
    }

}
