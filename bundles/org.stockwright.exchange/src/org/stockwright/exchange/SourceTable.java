package org.stockwright.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A table that was read from a file or pasted.
 *
 * @param source the file's name, or {@code clipboard}
 * @param header the column headers as they stand there, stripped of blanks
 * @param rows the cells as text; numbers of spreadsheets as plain decimals, dates in ISO 8601
 * @param lines the line where each row begins, from 1
 * @param folder where the file stands; empty when the table was pasted
 */
public record SourceTable(String source, List<String> header, List<String[]> rows, long[] lines,
    Optional<Path> folder) {

    /** A table of no folder, as one that was pasted. */
    public SourceTable(String source, List<String> header, List<String[]> rows, long[] lines) {
        this(source, header, rows, lines, Optional.empty());
    }

    /** The same table, read from a file in this folder. */
    public SourceTable in(Path of) {
        return new SourceTable(source, header, rows, lines, Optional.of(of));
    }

    /** The same table with one more column that says the same in each row; a column of that name is replaced. */
    public SourceTable with(String column, String text) {
        int known = header.indexOf(column);
        int at = known < 0 ? header.size() : known;
        List<String> headers = new ArrayList<>(header);
        if (known < 0) {
            headers.add(column);
        }
        return new SourceTable(source, headers, rows.stream().map(row -> {
            String[] cells = Arrays.copyOf(row, Math.max(row.length, at + 1));
            Arrays.fill(cells, Math.min(row.length, at), at, "");
            cells[at] = text;
            return cells;
        }).toList(), lines, folder);
    }

}
