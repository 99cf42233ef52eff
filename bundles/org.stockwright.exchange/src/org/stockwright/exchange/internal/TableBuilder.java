package org.stockwright.exchange.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.exchange.ExchangeRefusal;
import org.stockwright.exchange.SourceTable;
import org.stockwright.exchange.spi.ImportRow;

/**
 * Collects the rows of one file within the {@link Limits}, or hands them on one by one. The first row that is not blank is the header. Blank rows and
 * blank cells at a row's end are left out.
 */
final class TableBuilder {

    private static final int CACHE = 1 << 13;
    private static final int CHECK_EVERY = 256;

    private final String source;
    private final Progress progress;
    private final Consumer<ImportRow> taker;
    private final Map<String, Integer> positions = new HashMap<>();
    private long taken;
    /** Files repeat the same few texts (units, places); equal ones are kept once. */
    private final String[] cache = new String[CACHE];
    private final List<String[]> rows = new ArrayList<>();
    private final List<Refusal> problems = new ArrayList<>();
    private long[] lines = new long[1024];
    private List<String> header;
    private long cells;
    private long characters;

    TableBuilder(String source, Progress progress) {
        this(source, progress, null);
    }

    /** One that hands its rows on instead of keeping them; {@code null} keeps them. */
    TableBuilder(String source, Progress progress, Consumer<ImportRow> taker) {
        this.source = source;
        this.progress = progress;
        this.taker = taker;
    }

    Place at(long line) {
        return new Place(source, line, "");
    }

    /** Where a cell stands: by its column's header, or by its number. */
    Place at(long line, int column) {
        List<String> names = header;
        String name = names != null && column < names.size() && !names.get(column).isEmpty() ? names.get(column)
            : Integer.toString(column + 1);
        return new Place(source, line, name);
    }

    /** A text of the file, the same object as an equal one shortly before. */
    String text(long line, String text) {
        if (text.isEmpty()) {
            return "";
        }
        if (text.length() > Limits.CELL_CHARACTERS) {
            throw new TableRefused(Refusal.of(ExchangeRefusal.CELL_TOO_LONG, Limits.CELL_CHARACTERS).at(at(line))
                .hint("Shorten it, or look for a quote that is not closed."));
        }
        int slot = text.hashCode() * 0x9E3779B1 >>> 32 - 13;
        String known = cache[slot];
        if (text.equals(known)) {
            return known;
        }
        cache[slot] = text;
        characters += text.length();
        if (characters > Limits.CHARACTERS) {
            throw new TableRefused(Refusal.of(ExchangeRefusal.TOO_MUCH_TEXT, Limits.CHARACTERS, "characters")
                .at(at(line)).hint("Split the file and import its parts one after the other."));
        }
        return text;
    }

    /** A cell that cannot be used; reading goes on to find the others. */
    void problem(Refusal refusal) {
        problems.add(refusal);
        if (problems.size() >= Limits.PROBLEMS) {
            throw new TableRefused(problems);
        }
    }

    /** A row; the array is copied. */
    void row(long line, String[] texts, int count) {
        int used = count;
        while (used > 0 && (texts[used - 1] == null || texts[used - 1].isBlank())) {
            used--;
        }
        if (used == 0) {
            return;
        }
        if (used > Limits.COLUMNS) {
            throw tooManyColumns(line);
        }
        if (header == null) {
            header = Arrays.stream(texts, 0, used).map(text -> text == null ? "" : text.strip()).toList();
            for (int i = 0; i < used; i++) {
                positions.putIfAbsent(header.get(i), i);
            }
            return;
        }
        if (taker != null) {
            take(line, Arrays.copyOf(texts, used));
            return;
        }
        cells += used;
        if (cells > Limits.CELLS) {
            throw new TableRefused(Refusal.of(ExchangeRefusal.TOO_MUCH_TEXT, Limits.CELLS, "cells").at(at(line))
                .hint("Split the file and import its parts one after the other."));
        }
        if (rows.size() == Limits.ROWS) {
            throw new TableRefused(Refusal.of(ExchangeRefusal.TOO_MANY_ROWS, Limits.ROWS).at(at(line))
                .hint("Split the file and import its parts one after the other."));
        }
        if (rows.size() == lines.length) {
            lines = Arrays.copyOf(lines, 2 * lines.length);
        }
        lines[rows.size()] = line;
        rows.add(Arrays.copyOf(texts, used));
        if (rows.size() % CHECK_EVERY == 0) {
            progress.worked(CHECK_EVERY);
            progress.check();
        }
    }

    private void take(long line, String[] row) {
        if (taken == Limits.ROWS) {
            throw new TableRefused(Refusal.of(ExchangeRefusal.TOO_MANY_ROWS, Limits.ROWS).at(at(line))
                .hint("Split the file and take its parts one after the other."));
        }
        taken++;
        // what was handed on is not kept
        characters = 0;
        taker.accept(new ImportRow(source, line, positions, row));
        if (taken % CHECK_EVERY == 0) {
            progress.check();
        }
    }

    /** The header. */
    List<String> header() {
        return header;
    }

    TableRefused tooManyColumns(long line) {
        return new TableRefused(Refusal.of(ExchangeRefusal.TOO_MANY_COLUMNS, Limits.COLUMNS).at(at(line))
            .hint("Delete the columns that are not needed."));
    }

    /** Fails when there is no table, or when cells of it cannot be used. */
    void check() {
        if (!problems.isEmpty()) {
            throw new TableRefused(problems);
        }
        if (header == null) {
            throw new TableRefused(Refusal.of(ExchangeRefusal.NO_HEADER).at(at(0))
                .hint("The first row has the names of the columns."));
        }
    }

    /** The table, unless there is none or cells of it cannot be used. */
    SourceTable table() {
        check();
        return new SourceTable(source, header, List.copyOf(rows), Arrays.copyOf(lines, rows.size()));
    }

}
