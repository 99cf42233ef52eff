package org.stockwright.catalog.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.catalog.ItemRow;

/**
 * All items in memory, for lists and for searching while somebody types. A scan over a hundred thousand short texts takes
 * some milliseconds and finds any part of any word, which no index of the supported databases does; and it needs no
 * second column that has to be kept in step. Immutable.
 */
final class ItemIndex {

    /** Ranks of matches, the best first. */
    private static final int RANKS = 6;

    private final List<ItemRow> rows;
    private final List<String> codes;
    private final String[] texts;

    private ItemIndex(List<ItemRow> rows, Map<ItemId, StringBuilder> others) {
        this.rows = List.copyOf(rows);
        this.codes = rows.stream().map(ItemRow::code).toList();
        this.texts = new String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            ItemRow row = rows.get(i);
            StringBuilder other = others.get(row.id());
            texts[i] = (row.code() + '\n' + row.name() + (other == null ? "" : other)).toLowerCase(Locale.ROOT);
        }
    }

    static ItemIndex load(Connection connection) throws SQLException {
        Map<ItemId, StringBuilder> others = new HashMap<>();
        for (String select : List.of("SELECT item_id, alias FROM item_alias",
            "SELECT item_id, barcode FROM item_barcode",
            "SELECT item_id, supplier_code FROM item_supplier WHERE supplier_code IS NOT NULL")) {
            Chunks.query(connection, select, row -> others
                .computeIfAbsent(new ItemId(row.getLong(1)), id -> new StringBuilder()).append('\n')
                .append(row.getString(2)));
        }
        return new ItemIndex(new ItemReader(connection).rows(), others);
    }

    /** All items by code. */
    List<ItemRow> rows() {
        return rows;
    }

    /** All codes, sorted. */
    List<String> codes() {
        return codes;
    }

    /** Another code that this one looks like. */
    Optional<String> lookAlike(String code) {
        return LookAlikes.of(codes).like(code);
    }

    /** Items that have all words of the text in their code, name, aliases or barcodes, best matches first. */
    List<ItemRow> search(String text, int limit) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        String[] words = wanted.split("\\s+");
        List<List<ItemRow>> byRank = new ArrayList<>();
        for (int rank = 0; rank < RANKS; rank++) {
            byRank.add(new ArrayList<>());
        }
        for (int i = 0; i < texts.length; i++) {
            if (hasAll(texts[i], words)) {
                List<ItemRow> matches = byRank.get(rank(texts[i], wanted));
                if (matches.size() < limit) {
                    matches.add(rows.get(i));
                }
            }
        }
        return byRank.stream().flatMap(List::stream).limit(Math.max(0, limit)).toList();
    }

    private static boolean hasAll(String text, String[] words) {
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static int rank(String text, String wanted) {
        if (text.startsWith(wanted)) {
            return text.startsWith("\n", wanted.length()) ? 0 : 1;
        }
        int line = text.indexOf('\n' + wanted);
        if (line >= 0) {
            int end = line + 1 + wanted.length();
            boolean wholeLine = end == text.length() || text.charAt(end) == '\n';
            return wholeLine ? 2 : 3;
        }
        return text.contains(" " + wanted) ? 4 : 5;
    }

}
