package org.stockwright.ledger.ui.internal.entry;

import java.util.ArrayList;
import java.util.List;

import org.stockwright.ledger.MovementKind;
import org.stockwright.ui.entry.TextRows;

/** A movement that is being entered as a text, for the draft in the book: one row for the header and one per line. */
@SuppressWarnings("nls")
final class EntryText {

    private static final int HEADER_FIELDS = 5;
    private static final int LINE_FIELDS = 8;
    /** Drafts of earlier versions have no expiry. */
    private static final int OLDER_LINE_FIELDS = 7;

    private EntryText() {
    }

    static String write(EntryState state) {
        TextRows text = new TextRows();
        text.row(state.key(), state.kind().name(), state.effective(), state.reference(), state.note());
        for (EntryLine line : state.lines()) {
            text.row(line.item(), line.quantity(), line.unit(), line.from(), line.to(), line.lot(), line.reason(),
                line.expires());
        }
        return text.toString();
    }

    /**
     * The state that the text was written from.
     *
     * @throws IllegalArgumentException when the text was not written by {@link #write}
     */
    static EntryState read(String text) {
        List<List<String>> rows = TextRows.read(text);
        List<String> header = fields(rows.getFirst(), HEADER_FIELDS, HEADER_FIELDS);
        List<EntryLine> lines = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            List<String> line = fields(row, LINE_FIELDS, OLDER_LINE_FIELDS);
            lines.add(new EntryLine(line.get(0), line.get(1), line.get(2), line.get(3), line.get(4), line.get(5),
                line.size() > OLDER_LINE_FIELDS ? line.get(7) : "", line.get(6)));
        }
        return new EntryState(header.get(0), MovementKind.valueOf(header.get(1)), header.get(2), header.get(3),
            header.get(4), lines);
    }

    private static List<String> fields(List<String> row, int expected, int older) {
        if (row.size() != expected && row.size() != older) {
            throw new IllegalArgumentException("a draft's row has " + expected + " fields: " + row);
        }
        return row;
    }

}
