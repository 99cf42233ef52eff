package org.stockwright.catalog.internal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.Barcode;
import org.stockwright.base.ItemId;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Unit;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemAlias;
import org.stockwright.catalog.ItemBarcode;
import org.stockwright.catalog.ItemRow;
import org.stockwright.catalog.Pack;
import org.stockwright.catalog.Tracking;
import org.stockwright.model.CodesConverter;

/** Reads items: a query for the items, one each for packs, barcodes and aliases, however many items there are. */
final class ItemReader {

    private static final String SELECT = "SELECT i.id, i.code, i.name, i.roles, i.tracking, i.standard_cost, "
        + "i.list_price, i.safety_stock, i.reorder_point, i.active, i.lock_reason, c.path, u.code, u.dimension, "
        + "u.numerator, u.denominator, u.scale, u.step, i.version, i.description, i.shelf_life_days FROM item i";
    private static final String JOINS = " JOIN unit u ON u.id = i.unit_id LEFT JOIN category c "
        + "ON c.id = i.category_id";

    private final Connection connection;
    private final Map<String, Unit> units = new HashMap<>();
    private final Map<String, Set<String>> roles = new HashMap<>();

    ItemReader(Connection connection) {
        this.connection = connection;
    }

    /** Items by code. */
    Map<String, StoredItem> byCodes(Collection<String> codes) throws SQLException {
        return complete(Chunks.by("item_code_unique") + JOINS + " WHERE i.code IN", codes);
    }

    /** Items by identity, keyed by code. */
    Map<String, StoredItem> byIds(Collection<Long> ids) throws SQLException {
        return complete(Chunks.by("item_pk") + JOINS + " WHERE i.id IN", ids);
    }

    /** All items by code, as lists show them. */
    List<ItemRow> rows() throws SQLException {
        List<ItemRow> rows = new ArrayList<>();
        Chunks.query(connection, SELECT + JOINS + " ORDER BY i.code", row -> rows.add(row(row)));
        return rows;
    }

    private ItemRow row(ResultSet row) throws SQLException {
        return new ItemRow(new ItemId(row.getLong(1)), row.getString(2), row.getString(3), Numbers.text(row, 12),
            unit(row), roles(row.getString(4)), Tracking.valueOf(row.getString(5)), Numbers.optional(row, 6),
            Numbers.optional(row, 7), Numbers.optional(row, 8), Numbers.optional(row, 9), row.getInt(10) == 1,
            Numbers.text(row, 11));
    }

    private Unit unit(ResultSet row) throws SQLException {
        String code = row.getString(13);
        Unit known = units.get(code);
        if (known == null) {
            BigDecimal step = row.getBigDecimal(18);
            known = new Unit(code, row.getString(14), Numbers.rational(row, 15), row.getInt(17), step);
            units.put(code, known);
        }
        return known;
    }

    private Set<String> roles(String text) {
        return roles.computeIfAbsent(text, CodesConverter::toSet);
    }

    private Map<String, StoredItem> complete(String rest, Collection<?> keys) throws SQLException {
        Map<Long, Parts> found = new LinkedHashMap<>();
        Chunks.each(connection, SELECT + rest, keys, row -> {
            Parts parts = new Parts(row(row), row.getLong(19), Numbers.text(row, 20), Numbers.whole(row, 21));
            found.put(parts.row.id().value(), parts);
        });
        Chunks.each(connection, "SELECT item_id, id, code, name, pack_level, numerator, denominator FROM item_pack"
            + Chunks.by("item_pack_unique") + "WHERE item_id IN", found.keySet(), row -> {
                Parts parts = found.get(row.getLong(1));
                parts.packIds.put(row.getString(3), row.getLong(2));
                parts.packs.add(new Pack(row.getString(3), row.getString(4), Numbers.rational(row, 6), row.getInt(5)));
            });
        Chunks.each(connection, "SELECT b.item_id, b.barcode, b.symbology, p.code FROM item_barcode b"
            + Chunks.by("item_barcode_item") + "LEFT JOIN item_pack p ON p.id = b.pack_id WHERE b.item_id IN",
            found.keySet(),
            row -> found.get(row.getLong(1)).barcodes.add(new ItemBarcode(
                new Barcode(row.getString(2), Barcode.Symbology.valueOf(row.getString(3))), Numbers.text(row, 4))));
        Chunks.each(connection, "SELECT item_id, partner_id, alias FROM item_alias"
            + Chunks.by("item_alias_item") + "WHERE item_id IN", found.keySet(),
            row -> found.get(row.getLong(1)).aliases.add(
                new ItemAlias(new PartnerId(row.getLong(2)), row.getString(3))));
        Map<String, StoredItem> items = new LinkedHashMap<>();
        found.values().forEach(parts -> items.put(parts.row.code(), parts.stored()));
        return items;
    }

    /** An item while it is put together. */
    private static final class Parts {

        private final ItemRow row;
        private final long version;
        private final String description;
        private final Optional<Integer> shelfLifeDays;
        private final Map<String, Long> packIds = new HashMap<>();
        private final List<Pack> packs = new ArrayList<>();
        private final List<ItemBarcode> barcodes = new ArrayList<>();
        private final List<ItemAlias> aliases = new ArrayList<>();

        private Parts(ItemRow row, long version, String description, Optional<Integer> shelfLifeDays) {
            this.row = row;
            this.version = version;
            this.description = description;
            this.shelfLifeDays = shelfLifeDays;
        }

        private StoredItem stored() {
            packs.sort(Comparator.comparingInt(Pack::level).thenComparing(Pack::content).thenComparing(Pack::code));
            barcodes.sort(Comparator.comparing(ItemBarcode::pack).thenComparing(code -> code.barcode().text()));
            aliases.sort(Comparator.comparing(ItemAlias::partner).thenComparing(ItemAlias::code));
            return new StoredItem(new Item(row.id(), row.code(), row.name(), description, row.category(), row.unit(),
                row.roles(), row.tracking(), shelfLifeDays, row.standardCost(), row.listPrice(), row.safetyStock(),
                row.reorderPoint(), row.active(), row.lockReason(), List.copyOf(packs), List.copyOf(barcodes),
                List.copyOf(aliases), version), Map.copyOf(packIds));
        }

    }

}
