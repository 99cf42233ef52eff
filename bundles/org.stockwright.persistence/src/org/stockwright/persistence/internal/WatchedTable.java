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
 * @param id the column that tells its rows apart
 * @param key the columns that make what a person calls a row
 * @param references column to the table whose row it names
 * @param telling how its rows are told where that is not the same as for others
 */
record WatchedTable(String name, String by, String constraint, String id, List<String> key,
    Map<String, String> references, Telling telling) {

    /**
     * How rows are told.
     *
     * @param subject what the trail calls a row
     * @param flags columns that hold 1 and 0, to what they are called
     * @param parts rows that are told with those that they belong to
     */
    record Telling(String subject, Map<String, String> flags, List<WatchedParts> parts) {
    }

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
        rows("item_handling", "id", "item_id").found("item_handling_pk").naming("item_id", "item"),
        rows("location_limit", "id", "location_id").found("location_limit_pk").naming("location_id", "location")
            .naming("fixed_item_id", "item")
            .told("location_limit", Map.of("one_item_only", "one_item_only", "one_lot_only", "one_lot_only")),
        rows("supplier_price", "id", "item_id", "partner_id", "unit_code", "from_quantity", "valid_from")
            .found("supplier_price_pk").naming("item_id", "item").naming("partner_id", "partner"),
        rows("price_list_line", "id", "price_list", "item_id", "partner_id", "unit_code", "from_quantity", "valid_from")
            .found("price_list_line_pk").naming("item_id", "item").naming("partner_id", "partner"),
        rows("partner_address", "id", "partner_id", "code").found("partner_address_pk")
            .naming("partner_id", "partner"),
        rows("negative_stock_policy", "location_kind", "location_kind"),
        rows("saved_view", "id", "view_id", "name"),
        rows("app_user", "id", "name").told("user", Map.of("active", "may_sign_in", "password_due", "password_due"),
            new WatchedParts("roles", "user_role", "user_id", "user_role_pk", "role_id", "app_role")),
        rows("app_role", "id", "name").told("role", Map.of("administrator", "administrator"),
            new WatchedParts("permissions", "role_permission", "role_id", "role_permission_pk", "permission", ""),
            new WatchedParts("sites", "role_site", "role_id", "role_site_pk", "location_id", "location")));

    /** Numbers of rows, counters of changes, and what follows from another column. */
    private static final Set<String> SILENT = Set.of("id", "version", "name_key");

    /** What stands for a row of these tables where another row names it. */
    private static final Map<String, String> CODES = Map.of("category", "path", "unit", "code", "item", "code",
        "item_pack", "code", "partner", "code", "location", "code", "app_role", "name");

    private static WatchedTable rows(String name, String id, String... key) {
        return new WatchedTable(name, id, "", id, List.of(key), Map.of(), new Telling(name, Map.of(), List.of()));
    }

    private static WatchedTable parts(String name, String by, String constraint, String... key) {
        return new WatchedTable(name, by, constraint, "id", List.of(key), Map.of(),
            new Telling(name, Map.of(), List.of()));
    }

    private WatchedTable found(String byConstraint) {
        return new WatchedTable(name, by, byConstraint, id, key, references, telling);
    }

    private WatchedTable told(String subject, Map<String, String> flags, WatchedParts... parts) {
        return new WatchedTable(name, by, constraint, id, key, references,
            new Telling(subject, flags, List.of(parts)));
    }

    private WatchedTable naming(String column, String table) {
        Map<String, String> more = new HashMap<>(references);
        more.put(column, table);
        return new WatchedTable(name, by, constraint, id, key, Map.copyOf(more), telling);
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

    /** Whether nothing is told of a column. */
    boolean isSilent(String column) {
        return SILENT.contains(column);
    }

    /** Whether of a column only a change is told, and no value. */
    static boolean isSecret(String column) {
        return column.equals("password") || column.contains("secret");
    }

    /** What a column is called in the trail: what it names, where it names another row. */
    String field(String column) {
        return references.containsKey(column) ? column.substring(0, column.length() - "_id".length())
            : telling.flags().getOrDefault(column, column);
    }

}
