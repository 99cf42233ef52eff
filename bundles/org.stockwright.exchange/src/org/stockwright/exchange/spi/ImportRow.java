package org.stockwright.exchange.spi;

import java.util.Map;
import java.util.Objects;

import org.stockwright.base.Refusal.Place;

/**
 * One row of a file, its cells found by the kind's column names. Cells are stripped of blanks around them.
 */
public final class ImportRow {

    private final String source;
    private final long line;
    private final Map<String, Integer> positions;
    private final String[] cells;

    /**
     * A row.
     *
     * @param source the file's name, for error messages
     * @param line where the row begins in the file, from 1 (the header is line 1)
     * @param positions column name to index in the cells; shared by all rows of a file
     * @param cells the texts; may be shorter than the header
     */
    public ImportRow(String source, long line, Map<String, Integer> positions, String[] cells) {
        this.source = Objects.requireNonNull(source);
        this.line = line;
        this.positions = Objects.requireNonNull(positions);
        this.cells = cells;
    }

    /** The text of a cell; empty when the file has no such column or the cell is empty. */
    public String get(String column) {
        Integer position = positions.get(column);
        return position == null || position >= cells.length || cells[position] == null ? "" : cells[position].strip();
    }

    /** Whether the cell has a text. */
    public boolean has(String column) {
        return !get(column).isEmpty();
    }

    /** The line in the file. */
    public long line() {
        return line;
    }

    /** The place of a cell, for a refusal. */
    public Place at(String column) {
        return new Place(source, line, column);
    }

    /** The place of the whole row, for a refusal. */
    public Place at() {
        return new Place(source, line, "");
    }

}
