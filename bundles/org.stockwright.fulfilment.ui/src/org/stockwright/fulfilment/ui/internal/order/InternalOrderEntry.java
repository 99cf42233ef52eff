package org.stockwright.fulfilment.ui.internal.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.documents.Document;
import org.stockwright.documents.ui.entry.EntryField;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.ui.TypedParts;

/** Enters internal orders: what a department or production wants, and which cost centre bears it. */
@Component(service = EntryModel.class)
@SuppressWarnings("nls")
public final class InternalOrderEntry extends OrderEntry {

    /** Places orders here. */
    @Activate
    public InternalOrderEntry(@Reference OrderDesk desk) {
        super(OrderKind.INTERNAL, desk);
    }

    @Override
    public String title() {
        return Messages.InternalOrder_title;
    }

    @Override
    public List<EntryField> head() {
        List<EntryField> fields = new ArrayList<>();
        fields.add(EntryField.text("department", Messages.Field_department, 16));
        fields.add(EntryField.text("costCentre", Messages.Field_costCentre, 12));
        fields.addAll(wanted());
        fields.add(masters().place("target", Messages.Field_production).hint(Messages.Field_productionHint));
        return fields;
    }

    @Override
    Optional<OrderRequest> begun(EntryState state, TypedParts parts, List<OrderRequest.Line> lines) {
        Optional<Location> target = parts.place(state.head().get("target"), 0, "target");
        return Optional.of(OrderRequest
            .internal(state.key(), state.head().get("department"), state.head().get("costCentre"), lines)
            .to(target.map(Location::id)));
    }

    @Override
    String placed(Document order) {
        return NLS.bind(Messages.Order_placed, order.number(), order.department());
    }

    @Override
    EntryRow copied(Document order) {
        return EntryRow.of("department", order.department(), "costCentre", order.costCentre(), PLACE,
            order.placeCode(), "target", order.targetCode());
    }

}
