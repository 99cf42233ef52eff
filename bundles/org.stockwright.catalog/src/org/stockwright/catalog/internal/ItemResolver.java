package org.stockwright.catalog.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.stockwright.base.Barcode;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Unit;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemMatch;

/** Finds the item that a typed or scanned text stands for: by code, own alias, barcode, then partners' codes. */
final class ItemResolver {

    /** An item and the pack that was scanned; empty for the base unit. */
    private record Found(long item, String pack) {
    }

    /**
     * What a text stands for.
     *
     * @param item the item
     * @param byBarcode whether a barcode was found, and not a code that people made
     */
    record Resolved(ItemMatch item, boolean byBarcode) {
    }

    private final Connection connection;

    ItemResolver(Connection connection) {
        this.connection = connection;
    }

    /** The match; empty when nothing has the text, a refusal when more than one item has it. */
    Optional<Outcome<Resolved>> resolve(ScannedText scanned) throws SQLException {
        boolean byBarcode = false;
        Optional<Found> found = first("SELECT id, '' FROM item WHERE code = ?", scanned.plain());
        if (found.isEmpty()) {
            found = first("SELECT item_id, '' FROM item_alias WHERE partner_id = 0 AND alias = ?",
                scanned.plain());
        }
        if (found.isEmpty() && scanned.barcode().isDone()) {
            found = first("SELECT b.item_id, p.code FROM item_barcode b LEFT JOIN item_pack p ON p.id = b.pack_id "
                + "WHERE b.normalised = ?", scanned.barcode().value().normalised());
            byBarcode = found.isPresent();
        }
        return found.isPresent() ? Optional.of(Outcome.done(new Resolved(match(found.get()), byBarcode)))
            : ofPartners(scanned.plain());
    }

    private Optional<Found> first(String select, String key) throws SQLException {
        List<Found> found = new ArrayList<>();
        Chunks.query(connection, select, row -> found.add(new Found(row.getLong(1), Numbers.text(row, 2))), key);
        return found.stream().findFirst();
    }

    private Optional<Outcome<Resolved>> ofPartners(String code) throws SQLException {
        TreeMap<String, Long> items = new TreeMap<>();
        for (String select : List.of(
            "SELECT i.code, i.id FROM item_alias a JOIN item i ON i.id = a.item_id WHERE a.alias = ?",
            "SELECT i.code, i.id FROM item_supplier s JOIN item i ON i.id = s.item_id WHERE s.supplier_code = ?")) {
            Chunks.query(connection, select, row -> items.put(row.getString(1), row.getLong(2)), code);
        }
        if (items.size() > 1) {
            return Optional.of(Outcome.refused(Refusal
                .of(CatalogRefusal.AMBIGUOUS_ITEM, code, String.join(", ", items.keySet()))
                .hint("Type our own code.")));
        }
        return items.isEmpty() ? Optional.empty()
            : Optional.of(Outcome.done(new Resolved(match(new Found(items.firstEntry().getValue(), "")), false)));
    }

    private ItemMatch match(Found found) throws SQLException {
        Item item = new ItemReader(connection).byIds(List.of(found.item())).values().iterator().next().item();
        Unit entered = found.pack().isEmpty() ? item.unit() : item.packUnit(found.pack()).orElse(item.unit());
        return new ItemMatch(item.id(), item.code(), item.name(), item.unit(), entered, item.tracking());
    }

    /**
     * Why nothing was found. A number that is as long as a GTIN and has a wrong check digit was misread; with eight digits
     * it may as well be a code that does not exist.
     */
    static Refusal unknown(ScannedText scanned, List<String> codes) {
        if (scanned.gtin().isPresent()) {
            return Refusal.of(CatalogRefusal.UNKNOWN_ITEM, scanned.gtin().get())
                .hint("Give this barcode to an item, or make the item first.");
        }
        if (scanned.elements().isDone()) {
            return Refusal.of(CatalogRefusal.NO_ITEM_IN_SCAN, scanned.elements().value().toHumanReadable())
                .hint("Scan the symbol that begins with 01 or 02, or type the item.");
        }
        if (scanned.isElementString()) {
            return scanned.elements().refusals().getFirst();
        }
        List<Refusal> misread = scanned.barcode().refusals();
        if (!misread.isEmpty() && misread.getFirst().code() == Barcode.Code.WRONG_CHECK_DIGIT
            && scanned.plain().length() > 8) {
            return misread.getFirst();
        }
        String shown = scanned.plain().replaceAll("\\p{Cntrl}", "?");
        return Refusal.of(CatalogRefusal.UNKNOWN_ITEM, shown.length() > 60 ? shown.substring(0, 60) + "…" : shown)
            .hint(Nearest.hint(scanned.plain(), codes, "Search by a part of its name, or make it first."));
    }

}
