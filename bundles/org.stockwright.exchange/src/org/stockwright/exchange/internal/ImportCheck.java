package org.stockwright.exchange.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.base.RefusalCode;
import org.stockwright.exchange.ExchangeRefusal;
import org.stockwright.exchange.SourceTable;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportRow;

/**
 * What the engine itself checks before a kind sees rows: that every header is a column, that required columns are there,
 * that required cells are filled and texts are printable.
 */
final class ImportCheck {

    /** What spreadsheets show where a formula failed (ECMA-376, part 1, 18.18.11). */
    private static final Set<String> FAILED = Set.of("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!",
        "#SPILL!", "#CALC!", "#GETTING_DATA");
    private static final int CHECK_EVERY = 1024;

    private final ImportKind kind;
    private final SourceTable table;
    private final Map<String, String> mapping;
    private final List<ImportColumn> columns;
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<ImportRow> good = new ArrayList<>();
    private boolean headerSound = true;
    private boolean complete = true;

    ImportCheck(ImportKind kind, SourceTable table, Map<String, String> mapping) {
        this.kind = kind;
        this.table = table;
        this.mapping = mapping;
        this.columns = kind.columns();
    }

    /** Checks header and rows. */
    void run(Progress progress) {
        header();
        if (complete) {
            rows(progress);
        }
    }

    /** Everything that is wrong, in the order of the file. */
    List<Refusal> refusals() {
        return refusals;
    }

    /** The rows in which the engine found nothing wrong. */
    List<ImportRow> good() {
        return good;
    }

    /** Whether the header is right, so that good rows may be stored without the bad ones. */
    boolean isHeaderSound() {
        return headerSound;
    }

    private void refuseHeader(Refusal refusal) {
        headerSound = false;
        refusals.add(refusal);
    }

    private Place place(String header) {
        return new Place(table.source(), 1, header);
    }

    private void header() {
        int width = table.header().size();
        for (String mapped : mapping.keySet()) {
            if (!table.header().contains(mapped)) {
                refuseHeader(Refusal.of(ExchangeRefusal.NO_SUCH_HEADER, mapped).at(place(""))
                    .hint("Its columns are " + String.join(", ", table.header()) + "."));
            }
        }
        for (int i = 0; i < width; i++) {
            if (i != width - 1 || !ErrorRows.isReason(table)) {
                header(i);
            }
        }
        for (ImportColumn column : columns) {
            if (column.required() && !positions.containsKey(column.name())) {
                complete = false;
                refuseHeader(Refusal.of(ExchangeRefusal.MISSING_COLUMN, column.name()).at(place(column.name()))
                    .hint("It is required: " + column.description()));
            }
        }
    }

    private void header(int index) {
        String header = table.header().get(index);
        if (header.isEmpty() && !mapping.containsKey(header)) {
            if (table.rows().stream().anyMatch(row -> index < row.length && row[index] != null
                && !row[index].isBlank())) {
                refuseHeader(Refusal.of(ExchangeRefusal.UNNAMED_COLUMN, index + 1).at(place("" + (index + 1)))
                    .hint("Write its name into the first row, or delete the column."));
            }
            return;
        }
        String name = mapping.getOrDefault(header, header);
        if (name.isEmpty()) {
            return;
        }
        String column = ColumnNames.same(name, columns).orElse(null);
        if (column == null) {
            refuseHeader(Refusal.of(ExchangeRefusal.UNKNOWN_COLUMN, printable(name)).at(place(printable(header)))
                .hint(ColumnNames.nearest(name, columns).map(near -> "Did you mean '" + near + "'?")
                    .orElseGet(() -> "The columns of " + kind.id() + " are " + String.join(", ",
                        columns.stream().map(ImportColumn::name).toList()) + ".")));
        } else if (positions.putIfAbsent(column, index) != null) {
            refuseHeader(Refusal.of(ExchangeRefusal.DUPLICATE_COLUMN, column).at(place(header))
                .hint("Delete one, or map it to nothing."));
        }
    }

    private void rows(Progress progress) {
        List<ImportColumn> required = columns.stream().filter(ImportColumn::required).toList();
        Set<Integer> used = new HashSet<>(positions.values());
        int[] checked = used.stream().mapToInt(Integer::intValue).sorted().toArray();
        for (int i = 0; i < table.rows().size(); i++) {
            if (i % CHECK_EVERY == 0) {
                progress.check();
            }
            String[] cells = table.rows().get(i);
            ImportRow row = new ImportRow(table.source(), table.lines()[i], positions, cells, table.folder());
            int before = refusals.size();
            width(row, cells);
            for (ImportColumn column : required) {
                if (!row.has(column.name())) {
                    refusals.add(Refusal.of(ExchangeRefusal.EMPTY_CELL, column.name()).at(row.at(column.name()))
                        .hint("Every row needs it: " + column.description()));
                }
            }
            for (int position : checked) {
                if (position < cells.length && cells[position] != null) {
                    text(row, position, cells[position]);
                }
            }
            if (refusals.size() == before) {
                good.add(row);
            }
        }
    }

    private void width(ImportRow row, String[] cells) {
        if (cells.length > table.header().size()) {
            refusals.add(Refusal.of(ExchangeRefusal.TOO_MANY_CELLS, cells.length, table.header().size()).at(row.at())
                .hint("A text with a separator in it needs quotes around it."));
        }
    }

    private void text(ImportRow row, int position, String text) {
        if (text.startsWith("#") && FAILED.contains(text.strip())) {
            refuse(row, position, ExchangeRefusal.SPREADSHEET_ERROR, text.strip(),
                "Mend the formula, or write the value.");
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7F || Character.isSurrogate(c)
                && !isPaired(text, i)) {
                refuse(row, position, ExchangeRefusal.CONTROL_CHARACTER, String.format("%04X", (int) c),
                    "Type the text again.");
                return;
            }
        }
    }

    private static boolean isPaired(String text, int index) {
        return Character.isHighSurrogate(text.charAt(index))
            ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
            : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    }

    private void refuse(ImportRow row, int position, RefusalCode code, String argument, String hint) {
        refusals.add(Refusal.of(code, argument).hint(hint)
            .at(new Place(table.source(), row.line(), table.header().get(position))));
    }

    private static String printable(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
    }

    /** The cells of a row, as many as the header has. */
    static String[] padded(String[] cells, int width) {
        String[] all = Arrays.copyOf(cells, Math.max(width, cells.length));
        for (int i = 0; i < all.length; i++) {
            all[i] = all[i] == null ? "" : all[i];
        }
        return all;
    }

}
