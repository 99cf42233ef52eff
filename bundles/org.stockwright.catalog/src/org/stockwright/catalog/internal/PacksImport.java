package org.stockwright.catalog.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.stockwright.base.Rational;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemBarcode;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.Pack;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/** Items' packs from a file: a row is a new pack or changes the stored one. An empty cell changes nothing. */
@Component(service = ImportKind.class)
public final class PacksImport extends CatalogImport {

    private static final List<ImportColumn> COLUMNS = List.of(
        ImportColumn.required("item", "Code of the item"),
        ImportColumn.required("pack", "Code of the pack, what people type as unit, such as BOX"),
        ImportColumn.required("quantity", "How many of the item's base unit it holds"),
        ImportColumn.optional("barcode", "A barcode of the pack, added to those it has; check digits are verified"),
        ImportColumn.optional("level", "1 for the innermost pack, 2 for what holds those, and so on; empty: 0"));

    private final KnownRoles roles;

    /** A row that could be read. */
    private record PackRow(ImportRow row, Item item, Pack pack, Optional<Barcode> barcode) {

        boolean isStored() {
            return item.packs().contains(pack) && barcode.map(code -> item.barcodes().stream().anyMatch(
                known -> known.pack().equals(pack.code()) && known.barcode().normalised().equals(code.normalised())))
                .orElse(true);
        }

    }

    @Activate
    public PacksImport(@Reference UnitOfWork work, @Reference CatalogMemory memory, @Reference KnownRoles roles) {
        super("packs", "Packs of items", COLUMNS, Topic.ITEMS, new FileImport(work, memory));
        this.roles = roles;
    }

    @Override
    ImportResult store(Transaction tx, List<ImportRow> rows, ImportMode mode, Progress progress)
        throws SQLException {
        List<Refusal> refusals = new ArrayList<>();
        List<PackRow> good = read(tx, rows, refusals);
        ItemSaving saving = new ItemSaving(tx, roles.codes());
        List<Refusal> found = saving.check(entries(good), progress).refusals();
        // A row that is refused leaves its item's other rows; they are checked again without it.
        while (!found.isEmpty()) {
            refusals.addAll(found);
            Set<Long> bad = found.stream().map(refusal -> refusal.place().line()).collect(Collectors.toSet());
            good = good.stream().filter(row -> !bad.contains(row.row().line())).toList();
            saving = new ItemSaving(tx, roles.codes());
            found = saving.check(entries(good), Progress.NONE).refusals();
        }
        refusals.sort((a, b) -> Long.compare(a.place().line(), b.place().line()));
        if (FileImport.writes(mode, refusals)) {
            saving.write();
        }
        int unchanged = (int) good.stream().filter(PackRow::isStored).count();
        return FileImport.result(rows, mode, good.size() - unchanged, unchanged, refusals, List.of());
    }

    private static List<PackRow> read(Transaction tx, List<ImportRow> rows, List<Refusal> refusals)
        throws SQLException {
        Map<String, StoredItem> items = new ItemReader(tx.connection())
            .byCodes(rows.stream().map(row -> row.get("item")).toList());
        Map<List<String>, ImportRow> seen = new HashMap<>();
        List<PackRow> good = new ArrayList<>();
        for (ImportRow row : rows) {
            Cells cells = new Cells(row);
            PackRow read = read(cells, items.get(cells.required("item")));
            if (seen.putIfAbsent(List.of(row.get("item"), row.get("pack")), row) != null) {
                cells.findings().add("pack", Refusal.of(CatalogRefusal.CODE_TAKEN, row.get("pack"), "an earlier line")
                    .hint("Keep one of the two lines."));
            }
            refusals.addAll(cells.findings().refusals());
            if (cells.findings().isClean()) {
                good.add(read);
            }
        }
        return good;
    }

    private static PackRow read(Cells cells, Item item, String code, Rational content) {
        Optional<Pack> old = item.packs().stream().filter(pack -> pack.code().equals(code)).findFirst();
        int level = cells.whole("level").or(() -> old.map(Pack::level)).orElse(0);
        Optional<Barcode> barcode = cells.text("barcode")
            .map(text -> cells.findings().take("barcode", Barcode.parse(text)));
        return new PackRow(cells.row(), item, new Pack(code, old.map(Pack::name).orElse(code), content, level),
            barcode);
    }

    private static PackRow read(Cells cells, StoredItem stored) {
        String code = cells.required("pack");
        cells.required("quantity");
        Rational content = cells.decimal("quantity").map(Rational::of).orElse(Rational.ONE);
        if (stored == null) {
            if (cells.row().has("item")) {
                cells.findings().add("item", Refusal.of(CatalogRefusal.UNKNOWN_ITEM, cells.row().get("item"))
                    .hint("Import the item first."));
            }
            return null;
        }
        return read(cells, stored.item(), code, content);
    }

    private static List<ItemEntry> entries(List<PackRow> rows) {
        Map<String, List<PackRow>> byItem = rows.stream()
            .collect(Collectors.groupingBy(row -> row.item().code(), LinkedHashMap::new, Collectors.toList()));
        return byItem.values().stream().map(PacksImport::entry).toList();
    }

    private static ItemEntry entry(List<PackRow> rows) {
        Map<String, Place> lines = new HashMap<>();
        Map<String, Pack> packs = new LinkedHashMap<>();
        ItemDraft draft = ItemDraft.of(rows.getFirst().item());
        draft.packs().forEach(pack -> packs.put(pack.code(), pack));
        List<ItemBarcode> barcodes = new ArrayList<>(draft.barcodes());
        for (PackRow row : rows) {
            packs.put(row.pack().code(), row.pack());
            lines.put(row.pack().code(), row.row().at());
            row.barcode().map(code -> new ItemBarcode(code, row.pack().code()))
                .filter(code -> barcodes.stream().noneMatch(known -> known.pack().equals(code.pack())
                    && known.barcode().normalised().equals(code.barcode().normalised())))
                .ifPresent(barcodes::add);
        }
        ImportRow first = rows.getFirst().row();
        return new ItemEntry(new ItemDraft(draft.id(), draft.code(), draft.name(), draft.description(),
            draft.category(), draft.unit(), draft.roles(), draft.tracking(), draft.shelfLifeDays(),
            draft.standardCost(), draft.listPrice(), draft.safetyStock(), draft.reorderPoint(), draft.active(),
            List.copyOf(packs.values()), barcodes, draft.aliases(), -1), (field, part) -> {
                Place line = lines.getOrDefault(part, first.at());
                return new Place(line.source(), line.line(), field);
            });
    }

}
