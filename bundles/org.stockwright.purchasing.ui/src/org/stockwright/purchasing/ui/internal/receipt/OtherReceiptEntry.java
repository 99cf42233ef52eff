package org.stockwright.purchasing.ui.internal.receipt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.Partner;
import org.stockwright.documents.ui.entry.EntryField;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.ui.TypedParts;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.ReceivingRefusal;
import org.stockwright.purchasing.ui.internal.Messages;

/** Receives goods that no supplier sent: from another place of ours, or back from a customer. */
@Component(service = EntryModel.class)
@SuppressWarnings("nls")
public final class OtherReceiptEntry extends ReceiptForm {

    /** The model's id. */
    static final String ID = "goods-receipt-other";

    /** Receives here. */
    @Activate
    public OtherReceiptEntry(@Reference Receipts receipts, @Reference EntryMasters masters) {
        super(receipts, masters);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return Messages.OtherReceipt_title;
    }

    @Override
    public List<EntryField> head() {
        return List.of(masters().place("from", Messages.Field_fromPlace).hint(Messages.OtherReceipt_fromHint),
            masters().partner("customer", Messages.Field_customer, Partner.Role.CUSTOMER)
                .hint(Messages.OtherReceipt_customerHint),
            EntryField.text("shipment", Messages.Field_shipment, 14).hint(Messages.OtherReceipt_shipmentHint),
            EntryField.text("paper", Messages.Field_deliveryNote, 16),
            masters().place("warehouse", Messages.Field_arrivesAt), lots());
    }

    @Override
    public Outcome<EntryState> scanned(EntryState state, String code) {
        return counted(state, code);
    }

    @Override
    public Outcome<Posted> post(EntryState state) {
        TypedParts parts = masters().parts();
        boolean isTransfer = !state.head().get("from").isEmpty();
        Optional<Location> from = parts.place(state.head().get("from"), 0, "from");
        Optional<Location> warehouse = parts.place(state.head().get("warehouse"), 0, "warehouse");
        Optional<Partner> customer = masters().partner(parts, state.head().get("customer"), !isTransfer, "customer");
        if (isTransfer && !state.head().get("customer").isEmpty()) {
            parts.refusals().add(Refusal.of(ReceivingRefusal.BAD_CHOICE, state.head().get("customer"))
                .hint("Name the place that sent the goods, or the customer, not both.")
                .at(Place.field(0, "customer")));
        }
        return receive(state, parts, lines -> new Receipts.Request(state.key(),
            isTransfer ? Receipts.Origin.TRANSFER : Receipts.Origin.CUSTOMER, Optional.empty(),
            customer.map(Partner::id).orElse(PartnerId.SELF), warehouse.map(Location::id), from.map(Location::id),
            state.head().get("paper"), state.head().get("shipment"), Instant.now(), false, lines));
    }

}
