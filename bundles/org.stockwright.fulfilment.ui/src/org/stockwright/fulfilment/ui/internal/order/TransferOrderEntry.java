package org.stockwright.fulfilment.ui.internal.order;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.LocationId;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.Partner;
import org.stockwright.documents.Document;
import org.stockwright.documents.ui.entry.EntryField;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.ui.TypedParts;

/** Enters transfer orders: goods that change from one place of ours to another, who carries them, when they arrive. */
@Component(service = EntryModel.class)
@SuppressWarnings("nls")
public final class TransferOrderEntry extends OrderEntry {

    private static final String TARGET = "target";
    private static final String CARRIER = "carrier";
    private static final String ARRIVAL = "arrival";

    /** Places orders here. */
    @Activate
    public TransferOrderEntry(@Reference OrderDesk desk) {
        super(OrderKind.TRANSFER, desk);
    }

    @Override
    public String title() {
        return Messages.TransferOrder_title;
    }

    @Override
    public List<EntryField> head() {
        List<EntryField> wanted = wanted();
        return List.of(wanted.getLast(), masters().place(TARGET, Messages.Field_to),
            masters().partner(CARRIER, Messages.Field_carrier, Partner.Role.CARRIER),
            EntryField.text(ARRIVAL, Messages.Field_arrival, 18).hint(Messages.Field_dayHint), wanted.get(0),
            wanted.get(1));
    }

    @Override
    Optional<OrderRequest> begun(EntryState state, TypedParts parts, List<OrderRequest.Line> lines) {
        missing(state, parts, PLACE, "that goods come from");
        missing(state, parts, TARGET, "that goods go to");
        // where goods come from is looked up for orders of all kinds, and refused there
        Optional<LocationId> from = masters().locations().byCode(state.head().get(PLACE)).map(Location::id);
        Optional<LocationId> to = parts.place(state.head().get(TARGET), 0, TARGET).map(Location::id);
        PartnerId carrier = masters().partner(parts, state.head().get(CARRIER), false, CARRIER).map(Partner::id)
            .orElse(PartnerId.SELF);
        Optional<LocalDate> arrival = parts.day(state.head().get(ARRIVAL), masters().today(), 0, ARRIVAL);
        return from.flatMap(here -> to.map(there -> OrderRequest.transfer(state.key(), here, there, lines)
            .carried(carrier, arrival)));
    }

    private static void missing(EntryState state, TypedParts parts, String field, String what) {
        if (state.head().get(field).isEmpty()) {
            parts.refusals().add(Refusal.of(FulfilmentRefusal.PLACE_MISSING, what)
                .hint("Type a part of its code or name.").at(Place.field(0, field)));
        }
    }

    @Override
    String placed(Document order) {
        return NLS.bind(Messages.TransferOrder_placed,
            new Object[] { order.number(), order.placeCode(), order.targetCode() });
    }

    @Override
    EntryRow copied(Document order) {
        return EntryRow.of(PLACE, order.placeCode(), TARGET, order.targetCode(), CARRIER, order.carrierCode());
    }

}
