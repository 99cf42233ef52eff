package org.stockwright.documents.ui.entry;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partner.Role;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.Units;
import org.stockwright.catalog.ui.Choices;
import org.stockwright.documents.DocumentQuery;
import org.stockwright.documents.Documents;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.ui.PlaceSearch;
import org.stockwright.ledger.ui.TypedParts;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.ui.CodeField.Choice;

/**
 * The fields that most entries have, searched in master data, and what their texts stand for. It is an OSGi service while a book
 * is open. Thread-safe.
 */
@Component(service = EntryMasters.class)
public final class EntryMasters {

    private static final int MOST = 12;
    private static final int ITEM_WIDTH = 18;
    private static final int CODE_WIDTH = 14;

    private final Items items;
    private final Units units;
    private final Locations locations;
    private final Partners partners;

    /** Of the open book. */
    @Activate
    public EntryMasters(@Reference Items items, @Reference Units units, @Reference Locations locations,
        @Reference Partners partners) {
        this.items = items;
        this.units = units;
        this.locations = locations;
        this.partners = partners;
    }

    /** The items. */
    public Items items() {
        return items;
    }

    /** The places. */
    public Locations locations() {
        return locations;
    }

    /** A field for an item's code. */
    public EntryField item(String id, String label) {
        return EntryField.code(id, label, ITEM_WIDTH, text -> items.search(text, MOST).stream()
            .map(row -> new Choice<Object>(row, row.code(), row.name())).toList());
    }

    /** A field for a place's code. */
    public EntryField place(String id, String label) {
        return EntryField.code(id, label, CODE_WIDTH, text -> PlaceSearch.find(locations.list(), text).stream()
            .map(choice -> new Choice<Object>(choice.value(), choice.code(), choice.label())).toList());
    }

    /** A field for a partner's code. */
    public EntryField partner(String id, String label, Role role) {
        return EntryField.code(id, label, CODE_WIDTH, text -> Choices.partners(partners, text, role, MOST).stream()
            .map(one -> new Choice<Object>(one, one.code(), one.name())).toList());
    }

    /** A field for the number of an open document of one of these kinds. */
    public static EntryField document(String id, String label, Documents documents, Set<String> kinds) {
        return document(id, label, documents, kinds, true);
    }

    /** A field for the number of a document of one of these kinds, whether work is left to be done with it or not. */
    public static EntryField anyDocument(String id, String label, Documents documents, Set<String> kinds) {
        return document(id, label, documents, kinds, false);
    }

    private static EntryField document(String id, String label, Documents documents, Set<String> kinds,
        boolean openOnly) {
        return EntryField.code(id, label, CODE_WIDTH,
            text -> documents
                .list(new DocumentQuery(kinds, Set.of(), openOnly, Optional.empty(), Optional.empty(), text),
                    MOST)
                .stream().map(row -> new Choice<Object>(row, row.number(),
                    (row.partnerCode() + "  " + row.partnerName()).strip())) //$NON-NLS-1$
                .toList());
    }

    /** What texts stand for, with what is wrong with them; for one use. */
    public TypedParts parts() {
        return new TypedParts(items, units, locations);
    }

    /** The day of today in the company's zone. */
    public LocalDate today() {
        return LocalDate.now(Zones.current());
    }

    /** The partner with a code; it must be there when it is needed. */
    public Optional<Partner> partner(TypedParts parts, String code, boolean needed, String column) {
        return parts.partner(partners, code, needed, 0, column);
    }

}
