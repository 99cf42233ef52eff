package org.stockwright.catalog.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Barcode;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemBarcode;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.Tracking;
import org.stockwright.catalog.internal.ItemSaving.Result;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Access;

/** Items from a file: a row is a new item or changes the stored one with its code. An empty cell changes nothing. */
@Component(service = ImportKind.class)
public final class ItemsImport extends CatalogImport {

    private static final List<ImportColumn> COLUMNS = List.of(
        ImportColumn.required("item", "Code, what people type"),
        ImportColumn.required("name", "What people call it"),
        ImportColumn.optional("category", "Path of the category with /, made where it is missing; empty: none"),
        ImportColumn.optional("unit", "Base unit in which it is counted; empty: EA"),
        ImportColumn.optional("roles", "Inventory types of the ASCM with | between them: "
            + String.join(", ", AscmRoles.ALL.stream().map(role -> role.code()).toList()) + "; empty: none"),
        ImportColumn.optional("tracking", "none, lot or serial; empty: none"),
        ImportColumn.optional("barcode",
            "A barcode of the base unit, added to those it has; check digits are verified"),
        ImportColumn.optional("standard_cost", "Cost per base unit in the company's currency"),
        ImportColumn.optional("list_price", "Price per base unit in the company's currency"),
        ImportColumn.optional("safety_stock", "In the base unit"),
        ImportColumn.optional("reorder_point", "In the base unit"),
        ImportColumn.optional("shelf_life_days", "Days from receipt to expiry"),
        ImportColumn.optional("active", "yes or no: whether new movements may name it; empty: yes"));

    private final KnownRoles roles;
    private final Costs costs;

    @Activate
    public ItemsImport(@Reference UnitOfWork work, @Reference CatalogMemory memory, @Reference KnownRoles roles,
        @Reference Access access) {
        super("items", "Items", COLUMNS, Topic.ITEMS, new FileImport(work, memory));
        this.costs = new Costs(access);
        this.roles = roles;
    }

    @Override
    ImportResult store(Transaction tx, List<ImportRow> rows, ImportMode mode, Progress progress)
        throws SQLException {
        Map<String, StoredItem> stored = new ItemReader(tx.connection())
            .byCodes(rows.stream().map(row -> row.get("item")).toList());
        List<Refusal> found = new ArrayList<>();
        List<ItemEntry> good = new ArrayList<>();
        for (ImportRow row : rows) {
            Cells cells = new Cells(row);
            cells.refuseCosts(costs, "standard_cost", "list_price");
            ItemDraft draft = draft(cells, Optional.ofNullable(stored.get(row.get("item"))).map(StoredItem::item));
            good.add(new ItemEntry(draft, (field, part) -> row.at(field)));
            found.addAll(cells.findings().refusals());
        }
        ItemSaving saving = new ItemSaving(tx, roles.codes());
        Result result = saving.check(good, progress);
        found.addAll(result.refusals());
        List<Refusal> refusals = new ArrayList<>();
        // What is left after the bad rows is checked again: only what is sound without them is stored.
        while (!found.isEmpty()) {
            refusals.addAll(found);
            Set<Long> bad = found.stream().map(refusal -> refusal.place().line()).collect(Collectors.toSet());
            good = good.stream().filter(entry -> !bad.contains(entry.places().apply("item", "").line())).toList();
            saving = new ItemSaving(tx, roles.codes());
            result = saving.check(good, Progress.NONE);
            found = result.refusals();
        }
        refusals.sort((a, b) -> Long.compare(a.place().line(), b.place().line()));
        boolean makes = good.stream().anyMatch(entry -> !stored.containsKey(entry.draft().code()));
        Optional<LookAlikes> known = makes ? Optional.of(LookAlikes.stored(tx.connection())) : Optional.empty();
        if (FileImport.writes(mode, refusals)) {
            saving.write();
        }
        return FileImport.result(rows, mode, result.stored(), result.unchanged(), refusals,
            lookAlikes(known, good, stored.keySet()));
    }

    /** Warns of new codes that look like others. */
    private static List<Refusal> lookAlikes(Optional<LookAlikes> known, List<ItemEntry> good, Set<String> stored) {
        List<Refusal> warnings = new ArrayList<>();
        known.ifPresent(codes -> good.stream().filter(entry -> !stored.contains(entry.draft().code()))
            .forEach(entry -> {
                String code = entry.draft().code();
                codes.like(code).ifPresent(other -> warnings.add(Refusal.of(CatalogRefusal.LOOKS_LIKE, code, other)
                    .hint("Compare the characters one by one; type the code anew.")
                    .at(entry.places().apply("item", ""))));
                codes.add(code);
            }));
        return warnings;
    }

    private static ItemDraft draft(Cells cells, Optional<Item> old) {
        List<ItemBarcode> barcodes = new ArrayList<>(old.map(Item::barcodes).orElse(List.of()));
        cells.text("barcode").map(text -> cells.findings().take("barcode", Barcode.parse(text)))
            .filter(code -> barcodes.stream()
                .noneMatch(known -> known.barcode().normalised().equals(code.normalised()) && known.pack().isEmpty()))
            .ifPresent(code -> barcodes.add(new ItemBarcode(code, "")));
        Set<String> roles = new LinkedHashSet<>();
        cells.list("roles").forEach(role -> roles.add(role.toUpperCase(Locale.ROOT)));
        return new ItemDraft(old.map(Item::id), cells.row().get("item"), cells.row().get("name"),
            old.map(Item::description).orElse(""),
            cells.text("category").or(() -> old.map(Item::category)).orElse(""),
            cells.text("unit").or(() -> old.map(item -> item.unit().code())).orElse("EA"),
            roles.isEmpty() ? old.map(Item::roles).orElse(Set.of()) : roles,
            cells.word("tracking", Tracking.class).or(() -> old.map(Item::tracking)).orElse(Tracking.NONE),
            cells.whole("shelf_life_days").or(() -> old.flatMap(Item::shelfLifeDays)),
            cells.decimal("standard_cost").or(() -> old.flatMap(Item::standardCost)),
            cells.decimal("list_price").or(() -> old.flatMap(Item::listPrice)),
            cells.decimal("safety_stock").or(() -> old.flatMap(Item::safetyStock)),
            cells.decimal("reorder_point").or(() -> old.flatMap(Item::reorderPoint)),
            cells.flag("active").or(() -> old.map(Item::active)).orElse(true),
            old.map(Item::packs).orElse(List.of()), barcodes, old.map(Item::aliases).orElse(List.of()), -1);
    }

}
