package org.stockwright.persistence.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table of master data whose changes are told in the audit trail.
 *
 * @param name the table
 * @param by the column by which its rows are found: its own key, or that of the row they are parts of
 * @param constraint the constraint whose index finds them, for Derby; empty when {@link #by} is a primary key that has
 *            no name
 * @param id the columns that tell its rows apart
 * @param key the columns that make what a person calls a row
 * @param references column to the table whose row it names
 */
record WatchedTable(String name, String by, String constraint, List<String> id, List<String> key,
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
        rows("saved_view", "id", "view_id", "name"),
        rows("app_role", "id", "name"),
        pairs("role_permission", "role_permission_pk", "role_id", "permission").naming("role_id", "app_role"),
        pairs("role_site", "role_site_pk", "role_id", "location_id").naming("role_id", "app_role")
            .naming("location_id", "location"),
        rows("app_user", "id", "name"),
        pairs("user_role", "user_role_pk", "user_id", "role_id").naming("user_id", "app_user")
            .naming("role_id", "app_role"));

    /** What stands for a row of these tables where another row names it. */
    private static final Map<String, String> CODES = Map.of("category", "path", "unit", "code", "item", "code",
        "item_pack", "code", "partner", "code", "location", "code", "app_role", "name", "app_user", "name");

    /** What signing in changes: events of its own tell that. */
    private static final Set<String> SIGNING_IN = Set.of("wrong_tries", "waits_until", "last_sign_in_at");

    private static WatchedTable rows(String name, String id, String... key) {
        return new WatchedTable(name, id, "", List.of(id), List.of(key), Map.of());
    }

    private static WatchedTable parts(String name, String by, String constraint, String... key) {
        return new WatchedTable(name, by, constraint, List.of("id"), List.of(key), Map.of());
    }

    private static WatchedTable pairs(String name, String constraint, String by, String other) {
        return new WatchedTable(name, by, constraint, List.of(by, other), List.of(by, other), Map.of());
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

    /** Whether nothing is told of a column: numbers of rows, counters of changes, and what signing in changes. */
    boolean isSilent(String column) {
        return column.equals("version") || column.equals("id") || SIGNING_IN.contains(column);
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
