package org.stockwright.service.internal.letters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.StoredText;
import org.stockwright.documents.spi.Canonical;
import org.stockwright.service.LetterData;
import org.stockwright.service.ServiceRefusal;

/** The data of a letter as the engine reads them, and their hash. */
final class LetterModel {

    static final int MOST_CHARACTERS = 1_000_000;
    /** As long as a name can be, with its points. */
    static final int LONGEST_NAME = 64;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)*");

    private LetterModel() {
        // only functions
    }

    /** The SHA-256 of data: equal data have equal hashes, in whatever order they come. */
    static String hash(LetterData data) {
        Canonical text = new Canonical("letter-data");
        add(text, data.fields());
        text.add(data.tables().size());
        new TreeMap<>(data.tables()).forEach((name, rows) -> {
            text.add(name).add(rows.size());
            rows.forEach(row -> add(text, row));
        });
        return text.hash();
    }

    private static void add(Canonical text, Map<String, String> fields) {
        text.add(fields.size());
        new TreeMap<>(fields).forEach((name, value) -> text.add(name).add(value));
    }

    /** Texts and lists of texts by name, points made into groups. */
    static Outcome<Map<String, Object>> of(LetterData data) {
        Map<String, Object> model = new HashMap<>();
        long characters = 0;
        for (Map.Entry<String, String> field : data.fields().entrySet()) {
            characters += field.getKey().length() + field.getValue().length();
            if (!put(model, field.getKey(), StoredText.mended(field.getValue()))) {
                return bad(field.getKey());
            }
        }
        for (Map.Entry<String, List<Map<String, String>>> table : data.tables().entrySet()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (Map<String, String> row : table.getValue()) {
                Map<String, Object> cells = new HashMap<>();
                for (Map.Entry<String, String> cell : row.entrySet()) {
                    characters += cell.getKey().length() + cell.getValue().length();
                    if (!put(cells, cell.getKey(), StoredText.mended(cell.getValue()))) {
                        return bad(cell.getKey());
                    }
                }
                rows.add(cells);
            }
            if (!put(model, table.getKey(), rows)) {
                return bad(table.getKey());
            }
        }
        return characters > MOST_CHARACTERS
            ? Outcome.refused(Refusal.of(ServiceRefusal.DATA_TOO_LARGE, MOST_CHARACTERS).hint("Give it fewer rows."))
            : Outcome.done(model);
    }

    private static Outcome<Map<String, Object>> bad(String name) {
        return Outcome.refused(Refusal.of(ServiceRefusal.BAD_FIELD, name)
            .hint("Use letters, digits and _, points between parts, and no name as a field and as a group or table."));
    }

    @SuppressWarnings("unchecked")
    private static boolean put(Map<String, Object> model, String name, Object value) {
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            return false;
        }
        Map<String, Object> group = model;
        String[] parts = name.split("\\.");
        for (int i = 0; i + 1 < parts.length; i++) {
            if (!(group.computeIfAbsent(parts[i],
                part -> new HashMap<String, Object>()) instanceof HashMap<?, ?> inner)) {
                return false;
            }
            group = (Map<String, Object>) inner;
        }
        return group.putIfAbsent(parts[parts.length - 1], value) == null;
    }

}
