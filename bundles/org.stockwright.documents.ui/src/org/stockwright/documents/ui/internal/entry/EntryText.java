package org.stockwright.documents.ui.internal.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.ui.entry.TextRows;

/**
 * A document that is being entered as a text, for the draft in the book: a row of the key and the head, then one per line;
 * fields and values in turn.
 */
final class EntryText {

    private EntryText() {
    }

    static String write(EntryState state) {
        TextRows text = new TextRows();
        List<String> head = new ArrayList<>();
        head.add(state.key());
        head.addAll(fields(state.head()));
        text.row(head);
        state.lines().forEach(line -> text.row(fields(line)));
        return text.toString();
    }

    private static List<String> fields(EntryRow row) {
        List<String> fields = new ArrayList<>();
        new TreeMap<>(row.values()).forEach((field, value) -> {
            fields.add(field);
            fields.add(value);
        });
        return fields;
    }

    /** The state that the text was written from. */
    static EntryState read(String text) {
        List<List<String>> rows = TextRows.read(text);
        List<String> head = rows.getFirst();
        return new EntryState(head.getFirst(), row(head.subList(1, head.size())),
            rows.subList(1, rows.size()).stream().map(EntryText::row).toList());
    }

    private static EntryRow row(List<String> fields) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i + 1 < fields.size(); i += 2) {
            values.put(fields.get(i), fields.get(i + 1));
        }
        return new EntryRow(values);
    }

}
