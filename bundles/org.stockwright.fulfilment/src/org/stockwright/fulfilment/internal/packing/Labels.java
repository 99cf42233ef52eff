package org.stockwright.fulfilment.internal.packing;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.stockwright.base.ItemId;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.fulfilment.PackedUnit;
import org.stockwright.fulfilment.Packing.Goods;
import org.stockwright.fulfilment.Packing.Label;
import org.stockwright.persistence.Transaction;

/** What stands on the labels of units, for each level what belongs there. */
final class Labels {

    private final Transaction transaction;
    private final Map<DocumentId, Document> documents;
    private final List<PackedUnit> units;
    private final Map<List<Object>, Words> words = new HashMap<>();

    Labels(Transaction transaction, Map<DocumentId, Document> documents, List<PackedUnit> units) {
        this.transaction = transaction;
        this.documents = documents;
        this.units = units;
    }

    /** What is printed of an item and a lot. */
    private record Words(String name, String barcode, Optional<LocalDate> expires) {
    }

    List<Label> list() throws SQLException {
        Map<Integer, Integer> of = new HashMap<>();
        units.forEach(unit -> of.merge(unit.level(), 1, Integer::sum));
        Map<Integer, Integer> at = new HashMap<>();
        List<Label> labels = new ArrayList<>();
        for (PackedUnit unit : units) {
            Document order = documents.get(unit.order());
            Optional<Document> shipment = unit.shipment().map(documents::get);
            labels.add(new Label(unit, order.number(), order.partnerName(),
                shipment.map(Document::number).orElse(""), shipment.map(Document::carrierCode).orElse(""),
                shipment.map(Document::tracking).orElse(""), at.merge(unit.level(), 1, Integer::sum),
                of.get(unit.level()), goods(unit)));
        }
        return labels;
    }

    private List<Goods> goods(PackedUnit unit) throws SQLException {
        Map<String, PackedUnit.Content> kinds = new TreeMap<>();
        Map<String, BigDecimal> sums = new HashMap<>();
        collect(unit, kinds, sums);
        List<Goods> result = new ArrayList<>();
        for (Map.Entry<String, PackedUnit.Content> one : kinds.entrySet()) {
            PackedUnit.Content content = one.getValue();
            BigDecimal quantity = sums.get(one.getKey());
            Words known = words(content.itemId(), content.lot(), quantity);
            result.add(new Goods(content.item(), known.name(), known.barcode(), content.lot(), known.expires(),
                quantity));
        }
        return result;
    }

    private void collect(PackedUnit unit, Map<String, PackedUnit.Content> kinds, Map<String, BigDecimal> sums) {
        for (PackedUnit.Content content : unit.content()) {
            if (content.line().isPresent()) {
                String key = content.item() + "\u0000" + content.lot();
                kinds.putIfAbsent(key, content);
                sums.merge(key, content.quantity(), BigDecimal::add);
            }
        }
        units.stream().filter(one -> one.holder().equals(unit.code())).forEach(one -> collect(one, kinds, sums));
    }

    private Words words(ItemId item, String lot, BigDecimal quantity) throws SQLException {
        List<Object> key = List.of(item, lot, quantity.stripTrailingZeros());
        Words known = words.get(key);
        if (known == null) {
            known = new Words(name(item), barcode(item, quantity), expires(item, lot));
            words.put(key, known);
        }
        return known;
    }

    private String name(ItemId item) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT name FROM item WHERE id = ?")) {
            select.setLong(1, item.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    private Optional<LocalDate> expires(ItemId item, String lot) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT expires_on FROM lot WHERE item_id = ? AND code = ?")) {
            select.setLong(1, item.value());
            select.setString(2, lot);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getDate(1)).map(Date::toLocalDate) : Optional.empty();
            }
        }
    }

    /** That of the pack which the quantity fills exactly, else that of the piece. */
    private String barcode(ItemId item, BigDecimal quantity) throws SQLException {
        String piece = "";
        try (PreparedStatement select = transaction.connection().prepareStatement("SELECT b.barcode, p.numerator, "
            + "p.denominator FROM item_barcode b LEFT JOIN item_pack p ON p.id = b.pack_id "
            + "WHERE b.item_id = ? ORDER BY b.barcode")) {
            select.setLong(1, item.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    BigDecimal content = row.getBigDecimal(2);
                    if (content == null) {
                        piece = piece.isEmpty() ? row.getString(1) : piece;
                    } else if (content.compareTo(quantity.multiply(row.getBigDecimal(3))) == 0) {
                        return row.getString(1);
                    }
                }
            }
        }
        return piece;
    }

}
