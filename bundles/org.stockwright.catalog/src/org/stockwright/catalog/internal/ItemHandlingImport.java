package org.stockwright.catalog.internal;

import java.sql.SQLException;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Progress;
import org.stockwright.catalog.CatalogPermission;
import org.stockwright.catalog.Handling.ItemHandling;
import org.stockwright.catalog.Item;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/** How items are handled, from a file. An empty cell changes nothing. */
@Component
public final class ItemHandlingImport implements ImportKind {

    private static final List<ImportColumn> COLUMNS = List.of(
        ImportColumn.required("item", "Code of the item"),
        ImportColumn.optional("weight_kg", "Kilograms per base unit"),
        ImportColumn.optional("volume_l", "Litres per base unit"),
        ImportColumn.optional("temperature_class", "ambient, chilled, frozen, or a word of your own"),
        ImportColumn.optional("hazard_class", "Class of dangerous goods, such as 3 or 2.1 of the ADR"),
        ImportColumn.optional("abc_class", "A, B or C"),
        ImportColumn.optional("commodity_code", "6 to 12 digits of the Harmonized System, dots do not matter"),
        ImportColumn.optional("origin_country", "Two letters of ISO 3166"),
        ImportColumn.optional("least_days", "Days of shelf life that must be left when it is shipped to a customer"));

    private final FileImport file;

    @Activate
    public ItemHandlingImport(@Reference UnitOfWork work, @Reference CatalogMemory memory) {
        file = new FileImport(work, memory);
    }

    @Override
    public String id() {
        return "item-handling";
    }

    @Override
    public String title() {
        return "Handling of items";
    }

    @Override
    public String permission() {
        return CatalogPermission.EDIT;
    }

    @Override
    public List<ImportColumn> columns() {
        return COLUMNS;
    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        return file.run(mode, Topic.ITEMS, tx -> store(tx, rows, mode, progress));
    }

    private static ImportResult store(Transaction tx, List<ImportRow> rows, ImportMode mode, Progress progress)
        throws SQLException {
        FileFacts facts = new FileFacts(tx, rows);
        HandlingSaving saving = new HandlingSaving(tx, facts.itemIds());
        return saving.saveFile(rows, mode, progress, "Checking the handling of items",
            cells -> facts.item(cells).map(item -> handling(cells, item, saving)).filter(
                value -> cells.findings().isClean()));
    }

    private static ItemHandling handling(Cells cells, Item item, HandlingSaving saving) {
        ItemHandling old = saving.stored(item.id()).orElse(ItemHandling.none(item.id()));
        return new ItemHandling(item.id(), cells.decimal("weight_kg").or(old::weight),
            cells.decimal("volume_l").or(old::volume), cells.text("temperature_class").orElse(old.temperatureClass()),
            cells.text("hazard_class").orElse(old.hazardClass()), cells.text("abc_class").orElse(old.abcClass()),
            cells.text("commodity_code").orElse(old.commodityCode()),
            cells.text("origin_country").orElse(old.originCountry()), cells.whole("least_days").or(old::daysKept));
    }

}
