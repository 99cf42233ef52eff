package org.stockwright.exchange.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.stockwright.base.Refusal;
import org.stockwright.exchange.SourceTable;

/**
 * The rows of a file that were refused, to be mended and imported again: the columns of the file and, as the last one,
 * the reason. When such a file is read again that last column is left out.
 */
final class ErrorRows {

    static final String REASON = "reason";
    private static final String MARK = ".errors.";

    private ErrorRows() {
    }

    /** Whether the table's last column is the reason of a file of errors; told by its name and header. */
    static boolean isReason(SourceTable table) {
        return table.source().contains(MARK) && table.header().size() > 1 && REASON.equals(table.header().getLast());
    }

    /** The header of the file of errors. */
    static List<String> header(SourceTable table) {
        List<String> header = new ArrayList<>(isReason(table) ? table.header().subList(0, table.header().size() - 1)
            : table.header());
        header.add(REASON);
        return header;
    }

    /** The refused rows, each once, with all its reasons. */
    static Iterable<String[]> rows(SourceTable table, List<Refusal> refusals) {
        Map<Long, Set<String>> reasons = new TreeMap<>();
        for (Refusal refusal : refusals) {
            String column = refusal.place().column();
            Refusal reason = refusal.at(Refusal.Place.NONE);
            reasons.computeIfAbsent(refusal.place().line(), line -> new LinkedHashSet<>())
                .add(column.isEmpty() ? reason.toString() : column + ": " + reason);
        }
        int width = header(table).size();
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            Set<String> why = reasons.get(table.lines()[i]);
            if (why != null) {
                String[] cells = Arrays.copyOf(ImportCheck.padded(table.rows().get(i), width), width);
                cells[width - 1] = String.join("; ", why);
                rows.add(cells);
            }
        }
        return rows;
    }

}
