package org.stockwright.purchasing.ui.internal.receipt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.Partner;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Documents;
import org.stockwright.documents.ui.entry.EntryField;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.ledger.ui.TypedParts;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.ui.internal.Messages;

/**
 * Receives goods of suppliers: the number of an order or advice fills in all that is open of it, scans count up, Ctrl+Enter
 * posts. Without an order the supplier is named.
 */
@Component(service = EntryModel.class)
@SuppressWarnings("nls")
public final class ReceiptEntry extends ReceiptForm {

    private final Documents documents;

    /** Receives here. */
    @Activate
    public ReceiptEntry(@Reference Receipts receipts, @Reference Documents documents, @Reference EntryMasters masters) {
        super(receipts, masters);
        this.documents = documents;
    }

    @Override
    public String id() {
        return Receipts.KIND;
    }

    @Override
    public String title() {
        return Messages.Receipt_title;
    }

    @Override
    public List<EntryField> head() {
        return List.of(
            EntryMasters.document("order", Messages.Field_order, documents,
                Set.of(PurchaseOrders.KIND, Receipts.ADVICE)).hint(Messages.Receipt_orderHint).filling(),
            masters().partner("supplier", Messages.Field_supplier, Partner.Role.SUPPLIER)
                .hint(Messages.Receipt_supplierHint),
            EntryField.text("paper", Messages.Field_deliveryNote, 16), lots());
    }

    /** The state with which receiving a document begins. */
    static EntryState against(Document document) {
        EntryState fresh = EntryState.fresh();
        return new EntryState(fresh.key(),
            EntryRow.of("order", document.number(), "supplier", document.partnerCode()), ReceiptCount.open(document));
    }

    @Override
    public Outcome<EntryState> filled(EntryState state, String field) {
        Optional<Document> found = documents.find(state.head().get("order"));
        if (found.isEmpty()) {
            return Outcome.refused(unknown(state));
        }
        EntryState against = against(found.get());
        return Outcome.done(new EntryState(state.key(),
            state.head().with("order", against.head().get("order")).with("supplier", against.head().get("supplier")),
            against.lines()));
    }

    private static Refusal unknown(EntryState state) {
        return Refusal.of(DocumentRefusal.UNKNOWN_DOCUMENT, state.head().get("order"))
            .hint("Type a part of its number to choose from a list.").at(Place.field(0, "order"));
    }

    @Override
    public Outcome<EntryState> scanned(EntryState state, String code) {
        if (state.head().get("order").isEmpty() && state.lines().isEmpty()) {
            Optional<Document> order = documents.find(code.strip());
            if (order.isPresent()) {
                return filled(state.with("order", order.get().number()), "order");
            }
        }
        return counted(state, code);
    }

    @Override
    public Outcome<Posted> post(EntryState state) {
        TypedParts parts = masters().parts();
        String order = state.head().get("order");
        Optional<Document> against = order.isEmpty() ? Optional.empty() : documents.find(order);
        if (!order.isEmpty() && against.isEmpty()) {
            parts.refusals().add(unknown(state));
        }
        Optional<Partner> supplier = masters().partner(parts, state.head().get("supplier"), order.isEmpty(),
            "supplier");
        return receive(state, parts, lines -> new Receipts.Request(state.key(), Receipts.Origin.SUPPLIER,
            against.map(Document::id),
            against.isPresent() ? PartnerId.SELF : supplier.map(Partner::id).orElse(PartnerId.SELF), Optional.empty(),
            Optional.empty(), state.head().get("paper"), "", Instant.now(), false, lines));
    }

}
