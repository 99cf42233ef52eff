package org.stockwright.ledger.ui.internal.entry;

import java.util.ArrayList;
import java.util.List;

import org.stockwright.ledger.MovementKind;

/**
 * A movement that is being entered as a text, for the draft in the book: one line for the header and one per line, fields
 * apart by tabs, with backslash escapes.
 */
@SuppressWarnings("nls")
final class EntryText {

    private static final int HEADER_FIELDS = 5;
    private static final int LINE_FIELDS = 8;
    /** Drafts of earlier versions have no expiry. */
    private static final int OLDER_LINE_FIELDS = 7;

    private EntryText() {
    }

    static String write(EntryState state) {
        StringBuilder text = new StringBuilder();
        row(text, state.key(), state.kind().name(), state.effective(), state.reference(), state.note());
        for (EntryLine line : state.lines()) {
            row(text, line.item(), line.quantity(), line.unit(), line.from(), line.to(), line.lot(), line.reason(),
                line.expires());
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String... fields) {
        for (int i = 0; i < fields.length; i++) {
            text.append(i == 0 ? "" : "\t").append(escape(fields[i]));
        }
        text.append('\n');
    }

    private static String escape(String field) {
        return field.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }

    /**
     * The state that the text was written from.
     *
     * @throws IllegalArgumentException when the text was not written by {@link #write}
     */
    static EntryState read(String text) {
        String[] rows = text.split("\n");
        List<String> header = fields(rows[0], HEADER_FIELDS, HEADER_FIELDS);
        List<EntryLine> lines = new ArrayList<>();
        for (int i = 1; i < rows.length; i++) {
            List<String> line = fields(rows[i], LINE_FIELDS, OLDER_LINE_FIELDS);
            lines.add(new EntryLine(line.get(0), line.get(1), line.get(2), line.get(3), line.get(4), line.get(5),
                line.size() > OLDER_LINE_FIELDS ? line.get(7) : "", line.get(6)));
        }
        return new EntryState(header.get(0), MovementKind.valueOf(header.get(1)), header.get(2), header.get(3),
            header.get(4), lines);
    }

    private static List<String> fields(String row, int expected, int older) {
        String[] parts = row.split("\t", -1);
        if (parts.length != expected && parts.length != older) {
            throw new IllegalArgumentException("a draft's row has " + expected + " fields: " + row);
        }
        List<String> fields = new ArrayList<>();
        for (String part : parts) {
            fields.add(unescape(part));
        }
        return fields;
    }

    private static String unescape(String part) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '\\' && i + 1 < part.length()) {
                char next = part.charAt(++i);
                text.append(switch (next) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    default -> next;
                });
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

}
