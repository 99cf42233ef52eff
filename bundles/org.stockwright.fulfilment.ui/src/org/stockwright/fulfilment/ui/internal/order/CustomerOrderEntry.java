package org.stockwright.fulfilment.ui.internal.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.catalog.Partner;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.ui.Figures;
import org.stockwright.documents.ui.entry.EntryField;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ledger.ui.TypedParts;

/** Enters customer orders: what is available, when it can be promised and what it costs stand beside the lines. */
@Component(service = EntryModel.class)
@SuppressWarnings("nls")
public final class CustomerOrderEntry extends OrderEntry {

    /** Places orders here. */
    @Activate
    public CustomerOrderEntry(@Reference OrderDesk desk) {
        super(OrderKind.CUSTOMER, desk);
    }

    @Override
    public String title() {
        return Messages.Order_title;
    }

    @Override
    public List<EntryField> head() {
        List<EntryField> fields = new ArrayList<>();
        fields.add(masters().partner("customer", Messages.Field_customer, Partner.Role.CUSTOMER));
        fields.add(EntryField.text("reference", Messages.Field_reference, 16));
        fields.addAll(wanted());
        return fields;
    }

    @Override
    public List<EntryField> line() {
        return List.of(masters().item(ITEM, Messages.Field_item),
            EntryField.number("quantity", Messages.Field_quantity, 10),
            EntryField.text("unit", Messages.Field_unit, 8), EntryField.number("price", Messages.Field_price, 10),
            EntryField.text(DUE, Messages.Field_lineDue, 12), EntryField.text("note", Messages.Field_note, 18));
    }

    @Override
    public List<EntryField> facts() {
        List<EntryField> fields = new ArrayList<>(super.facts());
        fields.add(EntryField.number("cost", Messages.Fact_price, 9));
        fields.add(EntryField.number("amount", Messages.Fact_amount, 11));
        return fields;
    }

    @Override
    Optional<OrderRequest> begun(EntryState state, TypedParts parts, List<OrderRequest.Line> lines) {
        return masters().partner(parts, state.head().get("customer"), true, "customer").map(customer -> OrderRequest
            .customer(state.key(), customer.id(), lines).about(state.head().get("reference")));
    }

    @Override
    void priced(Map<String, String> facts, Document order, DocumentLine line) {
        line.price().ifPresent(price -> facts.put("cost", Figures.amount(price, order.currency()).toPlainString()));
        line.amount()
            .ifPresent(amount -> facts.put("amount", Figures.amount(amount, order.currency()).toPlainString()));
    }

    @Override
    String total(Document order, Optional<EntryRow> typed) {
        return Figures.total(order, typed).map(sum -> NLS.bind(Messages.Order_total,
            Figures.amount(sum, order.currency()).toPlainString(), order.currency().getCurrencyCode())).orElse("");
    }

    @Override
    String typed(Map<String, String> facts) {
        return NLS.bind(Messages.Order_typed,
            new Object[] { facts.getOrDefault("name", ""), facts.getOrDefault("available", "–"),
                facts.getOrDefault("promised", "–"), facts.getOrDefault("cost", "–") });
    }

    @Override
    String placed(Document order) {
        return NLS.bind(Messages.Order_placed, order.number(), order.partnerName());
    }

    @Override
    EntryRow copied(Document order) {
        return EntryRow.of("customer", order.partnerCode(), PLACE, order.placeCode());
    }

}
