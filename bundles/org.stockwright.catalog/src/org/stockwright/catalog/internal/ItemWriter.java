package org.stockwright.catalog.internal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.stockwright.base.Rational;
import org.stockwright.catalog.ItemAlias;
import org.stockwright.catalog.ItemBarcode;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.Pack;
import org.stockwright.model.CodesConverter;
import org.stockwright.model.MicrosConverter;
import org.stockwright.persistence.Transaction;

/**
 * Writes items that were checked, in batches: first what goes away, then what changes, then what is new, so that a code
 * is free before it is taken.
 */
final class ItemWriter {

    /**
     * An item to be written.
     *
     * @param draft what it shall be, in its normal form
     * @param id its identity
     * @param old what is stored, or {@code null} for a new item
     */
    record Change(ItemDraft draft, long id, StoredItem old) {

        List<Pack> oldPacks() {
            return old == null ? List.of() : old.item().packs();
        }

        List<ItemBarcode> oldBarcodes() {
            return old == null ? List.of() : old.item().barcodes();
        }

        List<ItemAlias> oldAliases() {
            return old == null ? List.of() : old.item().aliases();
        }

    }

    private final Transaction tx;
    private final Connection connection;
    private final Map<String, Long> unitIds;

    ItemWriter(Transaction tx, Map<String, Long> unitIds) {
        this.tx = tx;
        this.connection = tx.connection();
        this.unitIds = unitIds;
    }

    void write(Collection<Change> changes) throws SQLException {
        Set<String> paths = new HashSet<>();
        changes.stream().map(change -> change.draft().category()).filter(path -> !path.isEmpty())
            .forEach(paths::add);
        Map<String, Long> categories = paths.isEmpty() ? Map.of() : CategoryTable.require(tx, paths);
        watch(changes);
        removeParts(changes);
        items(changes, categories);
        packsAndBarcodes(changes);
        aliases(changes);
    }

    private void watch(Collection<Change> changes) throws SQLException {
        watch("item", changes, change -> true);
        watch("item_pack", changes, change -> !change.oldPacks().isEmpty() || !change.draft().packs().isEmpty());
        watch("item_barcode", changes,
            change -> !change.oldBarcodes().isEmpty() || !change.draft().barcodes().isEmpty());
        watch("item_alias", changes, change -> !change.oldAliases().isEmpty() || !change.draft().aliases().isEmpty());
    }

    private void watch(String table, Collection<Change> changes, Predicate<Change> concerned) throws SQLException {
        List<Long> stored = new ArrayList<>();
        List<Long> made = new ArrayList<>();
        for (Change change : changes) {
            if (concerned.test(change)) {
                (change.old() == null ? made : stored).add(change.id());
            }
        }
        tx.watch(table, stored);
        tx.watchNew(table, made);
    }

    private void removeParts(Collection<Change> changes) throws SQLException {
        try (Batch barcodes = new Batch(connection, "DELETE FROM item_barcode WHERE item_id = ? AND normalised = ?");
            Batch aliases = new Batch(connection,
                "DELETE FROM item_alias WHERE item_id = ? AND partner_id = ? AND alias = ?");
            Batch packs = new Batch(connection, "DELETE FROM item_pack WHERE item_id = ? AND code = ?")) {
            for (Change change : changes) {
                for (ItemBarcode barcode : missing(change.oldBarcodes(), change.draft().barcodes())) {
                    barcodes.add(change.id(), barcode.barcode().normalised());
                }
                for (ItemAlias alias : missing(change.oldAliases(), change.draft().aliases())) {
                    aliases.add(change.id(), alias.partner().value(), alias.code());
                }
            }
            barcodes.finish();
            aliases.finish();
            for (Change change : changes) {
                Set<String> kept = new HashSet<>();
                change.draft().packs().forEach(pack -> kept.add(pack.code()));
                for (Pack pack : change.oldPacks()) {
                    if (!kept.contains(pack.code())) {
                        packs.add(change.id(), pack.code());
                    }
                }
            }
            packs.finish();
        }
    }

    private static <T> Collection<T> missing(Collection<T> from, Collection<T> in) {
        Set<T> rest = new HashSet<>(from);
        rest.removeAll(new HashSet<>(in));
        return rest;
    }

    private void items(Collection<Change> changes, Map<String, Long> categories) throws SQLException {
        try (Batch update = new Batch(connection, "UPDATE item SET code = ?, name = ?, description = ?, "
            + "category_id = ?, unit_id = ?, roles = ?, tracking = ?, shelf_life_days = ?, standard_cost = ?, "
            + "list_price = ?, safety_stock = ?, reorder_point = ?, active = ?, version = version + 1 "
            + "WHERE id = ? AND version = ?");
            Batch insert = new Batch(connection, "INSERT INTO item (code, name, description, category_id, unit_id, "
                + "roles, tracking, shelf_life_days, standard_cost, list_price, safety_stock, reorder_point, active, "
                + "id, created_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)")) {
            long now = MicrosConverter.toMicros(tx.now());
            for (Change change : changes) {
                ItemDraft draft = change.draft();
                Long category = categories.get(draft.category());
                (change.old() == null ? insert : update).add(draft.code(), draft.name(),
                    draft.description().isEmpty() ? null : draft.description(),
                    category == null ? Batch.Absent.BIGINT : category, unitIds.get(draft.unit()),
                    CodesConverter.toText(draft.roles()), draft.tracking().name(),
                    draft.shelfLifeDays().<Object>map(days -> days).orElse(Batch.Absent.INTEGER),
                    decimal(draft.standardCost()), decimal(draft.listPrice()), decimal(draft.safetyStock()),
                    decimal(draft.reorderPoint()), draft.active(), change.id(),
                    change.old() == null ? now : change.old().item().version());
            }
            Races.requireAllFound(update.finish());
            insert.finish();
        }
    }

    private static Object decimal(Optional<BigDecimal> number) {
        return number.<Object>map(value -> value).orElse(Batch.Absent.DECIMAL);
    }

    private void packsAndBarcodes(Collection<Change> changes) throws SQLException {
        try (Batch update = new Batch(connection, "UPDATE item_pack SET name = ?, numerator = ?, denominator = ?, "
            + "pack_level = ?, version = version + 1 WHERE id = ?");
            Batch insert = new Batch(connection, "INSERT INTO item_pack (name, numerator, denominator, pack_level, "
                + "version, id, item_id, code) VALUES (?, ?, ?, ?, 0, ?, ?, ?)");
            Batch barcodes = new Batch(connection, "INSERT INTO item_barcode (id, item_id, pack_id, barcode, "
                + "normalised, symbology, version) VALUES (?, ?, ?, ?, ?, ?, 0)")) {
            Map<Long, Map<String, Long>> packIds = new HashMap<>();
            for (Change change : changes) {
                Map<String, Long> ids = new HashMap<>(change.old() == null ? Map.of() : change.old().packIds());
                packIds.put(change.id(), ids);
                Set<Pack> same = new HashSet<>(change.oldPacks());
                for (Pack pack : change.draft().packs()) {
                    Long id = ids.get(pack.code());
                    if (id == null) {
                        ids.put(pack.code(), tx.nextId("catalog_seq"));
                        insert.add(pack.name(), numerator(pack.content()), denominator(pack.content()), pack.level(),
                            ids.get(pack.code()), change.id(), pack.code());
                    } else if (!same.contains(pack)) {
                        update.add(pack.name(), numerator(pack.content()), denominator(pack.content()), pack.level(),
                            id);
                    }
                }
            }
            Races.requireAllFound(update.finish());
            insert.finish();
            for (Change change : changes) {
                for (ItemBarcode barcode : missing(change.draft().barcodes(), change.oldBarcodes())) {
                    Long pack = packIds.get(change.id()).get(barcode.pack());
                    barcodes.add(tx.nextId("catalog_seq"), change.id(), pack == null ? Batch.Absent.BIGINT : pack,
                        barcode.barcode().text(), barcode.barcode().normalised(),
                        barcode.barcode().symbology().name());
                }
            }
            barcodes.finish();
        }
    }

    private static BigDecimal numerator(Rational content) {
        return Numbers.decimal(content.numerator());
    }

    private static BigDecimal denominator(Rational content) {
        return Numbers.decimal(content.denominator());
    }

    private void aliases(Collection<Change> changes) throws SQLException {
        try (Batch aliases = new Batch(connection,
            "INSERT INTO item_alias (id, item_id, partner_id, alias, version) VALUES (?, ?, ?, ?, 0)")) {
            for (Change change : changes) {
                for (ItemAlias alias : missing(change.draft().aliases(), change.oldAliases())) {
                    aliases.add(tx.nextId("catalog_seq"), change.id(), alias.partner().value(), alias.code());
                }
            }
            aliases.finish();
        }
    }

}
