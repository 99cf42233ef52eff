package org.stockwright.documents.internal.printing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.stockwright.documents.Printing;

import static org.stockwright.documents.internal.printing.LineColumn.AMOUNT;
import static org.stockwright.documents.internal.printing.LineColumn.DUE;
import static org.stockwright.documents.internal.printing.LineColumn.EXPIRES;
import static org.stockwright.documents.internal.printing.LineColumn.HAZARD;
import static org.stockwright.documents.internal.printing.LineColumn.HS_CODE;
import static org.stockwright.documents.internal.printing.LineColumn.ITEM;
import static org.stockwright.documents.internal.printing.LineColumn.LINE;
import static org.stockwright.documents.internal.printing.LineColumn.LOT;
import static org.stockwright.documents.internal.printing.LineColumn.NAME;
import static org.stockwright.documents.internal.printing.LineColumn.NOTE;
import static org.stockwright.documents.internal.printing.LineColumn.ORIGIN;
import static org.stockwright.documents.internal.printing.LineColumn.PACKAGE;
import static org.stockwright.documents.internal.printing.LineColumn.PACKAGES;
import static org.stockwright.documents.internal.printing.LineColumn.PLACE;
import static org.stockwright.documents.internal.printing.LineColumn.PRICE;
import static org.stockwright.documents.internal.printing.LineColumn.QUANTITY;
import static org.stockwright.documents.internal.printing.LineColumn.UNIT;
import static org.stockwright.documents.internal.printing.LineColumn.VOLUME;
import static org.stockwright.documents.internal.printing.LineColumn.WEIGHT;

/** The papers and labels. */
enum Form {

    /** For whoever fetches goods. */
    PICK_LIST("Pick list", "What to fetch from which bin, in the order of the way, with room to tick it off.",
        Set.of("pick-list"), List.of(PLACE, ITEM, NAME, LOT, EXPIRES, QUANTITY, UNIT)),
    /** For whoever unpacks them. */
    PACKING_SLIP("Packing slip", "What is in a shipment, package by package, without prices.", Set.of("shipment"),
        List.of(PACKAGE, ITEM, NAME, LOT, EXPIRES, QUANTITY, UNIT)),
    /** For whoever carries them. */
    BILL_OF_LADING("Bill of lading", "Who sends what to whom by which carrier: packages, weights, dangerous goods.",
        Set.of("shipment", "transfer-order"), List.of(PACKAGES, PACKAGE, NAME, HAZARD, WEIGHT, VOLUME)),
    /** For customs, and for whoever pays. */
    COMMERCIAL_INVOICE("Commercial invoice", "What goods are worth, for customs: commodity code, origin, price, total.",
        Set.of("shipment", "customer-order"),
        List.of(LINE, ITEM, NAME, HS_CODE, ORIGIN, QUANTITY, UNIT, PRICE, AMOUNT)),
    /** For whoever takes them in. */
    DELIVERY_NOTE("Delivery note", "What is handed over, to be signed.", Set.of("shipment", "transfer-order"),
        List.of(LINE, ITEM, NAME, LOT, QUANTITY, UNIT)),
    /** For the supplier. */
    PURCHASE_ORDER("Purchase order", "What is ordered from a supplier, at which price, to be delivered where.",
        Set.of("purchase-order"), List.of(LINE, ITEM, NAME, DUE, QUANTITY, UNIT, PRICE, AMOUNT)),
    /** For goods that go back. */
    RETURN_FORM("Return form", "What comes or goes back and why, to be laid into the parcel.",
        Set.of("customer-return", "supplier-return"), List.of(LINE, ITEM, NAME, LOT, QUANTITY, UNIT, NOTE)),
    /** For what arrived. */
    GOODS_RECEIPT_NOTE("Goods receipt note", "What arrived, in which lot, and where it lies.", Set.of("goods-receipt"),
        List.of(LINE, ITEM, NAME, LOT, EXPIRES, PLACE, QUANTITY, UNIT, NOTE)),
    /** On each package. */
    SHIPPING_LABEL("Shipping label", "From whom to whom, one for each package that is loaded.",
        Set.of("shipment", "transfer-order")),
    /** On each package, for scanners. */
    SSCC_LABEL("SSCC label", "The GS1 logistic label of each package that has an SSCC, or of one.",
        Set.of("shipment", "customer-order", "internal-order", "transfer-order")),
    /** On goods that arrived. */
    RECEIPT_LABEL("Receipt label", "Item, lot, expiry and quantity of each line of a receipt.",
        Set.of("goods-receipt"));

    private final String title;
    private final String description;
    private final Set<String> kinds;
    private final List<LineColumn> columns;

    Form(String title, String description, Set<String> kinds, List<LineColumn> columns) {
        this.title = title;
        this.description = description;
        this.kinds = kinds;
        this.columns = columns;
    }

    Form(String title, String description, Set<String> kinds) {
        this(title, description, kinds, List.of());
    }

    static Optional<Form> of(String id) {
        return Arrays.stream(values()).filter(form -> form.id().equals(id)).findFirst();
    }

    /** The id of the form, of its report and of its design. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The columns of its lines; none of a label. */
    List<LineColumn> columns() {
        return columns;
    }

    boolean isLabel() {
        return columns.isEmpty();
    }

    boolean isFor(String kind) {
        return kinds.contains(kind);
    }

    /** Whether goods are sold or bought on it. */
    boolean hasPrices() {
        return columns.contains(PRICE);
    }

    /** Whether somebody agrees on terms by it. */
    boolean hasTerms() {
        return hasPrices() || this == BILL_OF_LADING;
    }

    Printing.Form view() {
        return new Printing.Form(id(), title, description, kinds, isLabel(), hasTerms());
    }

}
