package org.stockwright.persistence.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of master data whose changes are told in the audit trail.
 *
 * @param name the table
 * @param by the column by which its rows are found: its own key, or that of the row they are parts of
 * @param constraint the constraint whose index finds them, for Derby; empty when {@link #by} is a primary key that has
 *            no name
 * @param id the column that tells its rows apart
 * @param key the columns that make what a person calls a row
 * @param references column to the table whose row it names
 */
record WatchedTable(String name, String by, String constraint, String id, List<String> key,
    Map<String, String> references) {

    private static final List<WatchedTable> CORE = List.of(
        rows("company", "id", "name"),
        rows("setting", "name", "name"),
        rows("unit", "id", "code"),
        rows("category", "id", "path").naming("parent_id", "category"),
        rows("partner", "id", "code"),
        rows("item", "id", "code").found("item_pk").naming("category_id", "category").naming("unit_id", "unit"),
        parts("item_pack", "item_id", "item_pack_unique", "item_id", "code").naming("item_id", "item"),
        parts("item_barcode", "item_id", "item_barcode_item", "item_id", "barcode").naming("item_id", "item")
            .naming("pack_id", "item_pack"),
        parts("item_alias", "item_id", "item_alias_item", "item_id", "partner_id", "alias").naming("item_id", "item")
            .naming("partner_id", "partner"),
        parts("item_supplier", "item_id", "item_supplier_unique", "item_id", "partner_id").naming("item_id", "item")
            .naming("partner_id", "partner"),
        rows("location", "id", "code").naming("parent_id", "location").naming("partner_id", "partner"),
        rows("negative_stock_policy", "location_kind", "location_kind"),
        rows("saved_view", "id", "view_id", "name"));

    /** What stands for a row of these tables where another row names it. */
    private static final Map<String, String> CODES = Map.of("category", "path", "unit", "code", "item", "code",
        "item_pack", "code", "partner", "code", "location", "code");

    private static WatchedTable rows(String name, String id, String... key) {
        return new WatchedTable(name, id, "", id, List.of(key), Map.of());
    }

    private static WatchedTable parts(String name, String by, String constraint, String... key) {
        return new WatchedTable(name, by, constraint, "id", List.of(key), Map.of());
    }

    private WatchedTable found(String byConstraint) {
        return new WatchedTable(name, by, byConstraint, id, key, references);
    }

    private WatchedTable naming(String column, String table) {
        Map<String, String> more = new HashMap<>(references);
        more.put(column, table);
        return new WatchedTable(name, by, constraint, id, key, Map.copyOf(more));
    }

    /**
     * The table with this name.
     *
     * @throws IllegalArgumentException when it is none of master data
     */
    static WatchedTable named(String name) {
        return CORE.stream().filter(table -> table.name.equals(name)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No table of master data: " + name));
    }

    /** All of them. */
    static List<WatchedTable> all() {
        return CORE;
    }

    /** The column that stands for a row of a table where another row names it. */
    static String codeOf(String table) {
        return CODES.get(table);
    }

    /** Whether nothing is told of a column: numbers of rows and counters of changes. */
    boolean isSilent(String column) {
        return column.equals("version") || column.equals("id");
    }

    /** Whether of a column only a change is told, and no value. */
    static boolean isSecret(String column) {
        return column.equals("password") || column.contains("secret");
    }

    /** What a column is called in the trail: what it names, where it names another row. */
    String field(String column) {
        return references.containsKey(column) ? column.substring(0, column.length() - "_id".length()) : column;
    }

}
