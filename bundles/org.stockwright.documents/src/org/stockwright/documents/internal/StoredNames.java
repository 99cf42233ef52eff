package org.stockwright.documents.internal;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Micros;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Unit;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;

/**
 * What new documents name, so that they need not be read back: taken from documents that are known already as far as these
 * name the same, the rest with one statement for each kind of thing.
 */
final class StoredNames {

    private static final int DECIMALS = 9;
    private static final String ITEMS = "SELECT i.id, i.code, i.name, u.code, u.dimension, u.numerator, u.denominator, "
        + "u.scale, u.step FROM item i " + BulkSelect.by("item_pk") + "JOIN unit u ON u.id = i.unit_id WHERE i.id IN ";

    private final Map<Long, Thing> items = new HashMap<>();
    private final Map<Long, String> places = new HashMap<>();
    private final Map<Long, Thing> partners = new HashMap<>();

    /** A code with its name; of an item with its base unit. */
    private record Thing(String code, String name, Optional<Unit> unit) {
    }

    private StoredNames() {
        partners.put(PartnerId.SELF.value(), new Thing("", "", Optional.empty()));
    }

    /** All that these documents name. */
    static StoredNames of(Transaction transaction, Collection<Document> known, List<NewDocument> made)
        throws SQLException {
        StoredNames names = new StoredNames();
        known.forEach(names::learn);
        Set<Long> items = new TreeSet<>();
        Set<Long> places = new TreeSet<>();
        Set<Long> partners = new TreeSet<>();
        for (NewDocument one : made) {
            partners.add(one.partner().value());
            partners.add(one.carrier().value());
            one.place().ifPresent(place -> places.add(place.value()));
            one.target().ifPresent(place -> places.add(place.value()));
            one.lines().forEach(line -> {
                items.add(line.item().value());
                line.location().ifPresent(place -> places.add(place.value()));
            });
        }
        items.removeAll(names.items.keySet());
        places.removeAll(names.places.keySet());
        partners.removeAll(names.partners.keySet());
        BulkSelect select = new BulkSelect(transaction);
        select.each(ITEMS, items, "", row -> names.items.put(row.getLong(1),
            new Thing(row.getString(2), row.getString(3), Optional.of(DocumentRows.unit(row, 4)))));
        select.each("SELECT id, code FROM location WHERE id IN ", places, "",
            row -> names.places.put(row.getLong(1), row.getString(2)));
        select.each("SELECT id, code, name FROM partner WHERE id IN ", partners, "", row -> names.partners
            .put(row.getLong(1), new Thing(row.getString(2), row.getString(3), Optional.empty())));
        return names;
    }

    private void learn(Document document) {
        partners.putIfAbsent(document.partner().value(),
            new Thing(document.partnerCode(), document.partnerName(), Optional.empty()));
        document.place().ifPresent(place -> places.put(place.value(), document.placeCode()));
        document.target().ifPresent(place -> places.put(place.value(), document.targetCode()));
        for (DocumentLine line : document.lines()) {
            items.putIfAbsent(line.itemId().value(),
                new Thing(line.item(), line.itemName(), Optional.of(line.quantity().unit())));
            line.location().ifPresent(place -> places.put(place.value(), line.locationCode()));
        }
    }

    private Thing partner(PartnerId id) {
        return partners.get(id.value());
    }

    private String place(Optional<LocationId> id) {
        return id.map(place -> places.get(place.value())).orElse("");
    }

    private Thing item(ItemId id) {
        return items.get(id.value());
    }

    /** Whether the database keeps all decimals that were entered; it rounds others in a way of its own. */
    static boolean isKept(NewDocument.Line line) {
        return line.entered().stripTrailingZeros().scale() <= DECIMALS;
    }

    /** A document as it would be read back. */
    Document document(Transaction transaction, long id, String number, NewDocument made, boolean isOpen,
        List<Long> lines) {
        Thing partner = partner(made.partner());
        return new Document(new DocumentId(id), made.kind(), number, made.key(), made.state(), isOpen, made.partner(),
            partner.code(), partner.name(), made.address(), made.place(), place(made.place()), made.target(),
            place(made.target()), made.reference(), made.currency(),
            Micros.toInstant(Micros.of(made.effective())), made.due(), made.priority(), made.department(),
            made.costCentre(), partner(made.carrier()).code(), made.tracking(), made.source(), made.reverses(),
            Optional.empty(), made.posting(), 0, transaction.user(),
            Micros.toInstant(Micros.of(transaction.now())), Micros.toInstant(Micros.of(transaction.now())),
            lines(id, made.lines(), lines));
    }

    private List<DocumentLine> lines(long document, List<NewDocument.Line> made, List<Long> ids) {
        DocumentLine[] result = new DocumentLine[ids.size()];
        for (int i = 0; i < result.length; i++) {
            NewDocument.Line line = made.get(i);
            Thing item = item(line.item());
            result[i] = new DocumentLine(new LineId(ids.get(i)), new DocumentId(document), i + 1, line.item(),
                item.code(), item.name(), new Quantity(line.quantity().amount(), item.unit().orElseThrow()),
                line.entered().stripTrailingZeros(), line.enteredUnit(), line.lot(), line.location(),
                place(line.location()), line.price().map(price -> price.stripTrailingZeros()), line.due(),
                line.promised(), line.note(), line.source(),
                line.parent() < 0 ? Optional.empty() : Optional.of(new LineId(ids.get(line.parent()))), Map.of());
        }
        return List.of(result);
    }

}
