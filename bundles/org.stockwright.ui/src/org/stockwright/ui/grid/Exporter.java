package org.stockwright.ui.grid;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;

/** Writes what a grid shows into a file. Register it as an OSGi service; called in a job. */
public interface Exporter {

    /**
     * What is written.
     *
     * @param name the grid's name, for the file and the sheet
     * @param titles the titles of the visible columns
     * @param rows the cells of each row: {@code BigDecimal} for plain numbers, otherwise {@code String}; loads pages
     *            while it goes on
     * @param count how many rows there will be
     */
    record Table(String name, List<String> titles, Iterator<List<Object>> rows, long count) {
    }

    /** What the user chooses from, for example {@code Excel workbook}. */
    String label();

    /** The file name's extension without dot, for example {@code xlsx}. */
    String extension();

    /** Writes the file: complete, or not at all. Cells that look like formulas stay texts. */
    Outcome<Path> write(Table table, Path file, Progress progress);

}
