package org.stockwright.fulfilment.ui.internal.back;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Partner;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Documents;
import org.stockwright.documents.Step;
import org.stockwright.documents.ui.Figures;
import org.stockwright.documents.ui.entry.EntryField;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.fulfilment.CustomerReturns;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ledger.ui.TypedParts;

/** Announces what a customer sends back: the shipment's number fills in all that can come back; without one he is named. */
@Component
@SuppressWarnings("nls")
public final class ReturnEntry implements EntryModel {

    private static final String LINE = "line";

    private final CustomerReturns returns;
    private final Documents documents;
    private final EntryMasters masters;

    /** Announces here. */
    @Activate
    public ReturnEntry(@Reference CustomerReturns returns, @Reference Documents documents,
        @Reference EntryMasters masters) {
        this.returns = returns;
        this.documents = documents;
        this.masters = masters;
    }

    @Override
    public String id() {
        return CustomerReturns.KIND;
    }

    @Override
    public String title() {
        return Messages.Return_title;
    }

    @Override
    public String permission() {
        return FulfilmentPermission.RETURN;
    }

    @Override
    public List<EntryField> head() {
        return List.of(EntryField.text("shipment", Messages.Field_shipment, 14).filling(),
            masters.partner("customer", Messages.Field_customer, Partner.Role.CUSTOMER)
                .hint(Messages.Return_customerHint),
            EntryField.text("reason", Messages.Field_reason, 24));
    }

    @Override
    public List<EntryField> line() {
        return List.of(masters.item("item", Messages.Field_item),
            EntryField.number("quantity", Messages.Field_quantity, 10),
            EntryField.text("unit", Messages.Field_unit, 8), EntryField.text("lot", Messages.Field_lot, 14),
            EntryField.text("note", Messages.Field_note, 24));
    }

    /** The state with which a return of a shipment begins. */
    public static EntryState of(Document shipment) {
        return new EntryState(EntryState.fresh().key(),
            EntryRow.of("shipment", shipment.number(), "customer", shipment.partnerCode()),
            shipment.lines().stream().filter(line -> line.open(Step.RETURNED).signum() > 0).map(ReturnEntry::row)
                .toList());
    }

    private static EntryRow row(DocumentLine line) {
        return EntryRow.of("item", line.item(), "quantity", Figures.text(line.open(Step.RETURNED)), "unit",
            line.quantity().unit().code(), "lot", line.lot(), LINE, Integer.toString(line.line()));
    }

    @Override
    public Outcome<EntryState> filled(EntryState state, String field) {
        Optional<Document> shipment = documents.find(Shipping.KIND, state.head().get("shipment"));
        if (shipment.isEmpty()) {
            return Outcome.refused(unknown(state));
        }
        EntryState filled = of(shipment.get());
        return Outcome.done(new EntryState(state.key(), filled.head().with("reason", state.head().get("reason")),
            filled.lines()));
    }

    private static Refusal unknown(EntryState state) {
        return Refusal.of(DocumentRefusal.UNKNOWN_DOCUMENT, state.head().get("shipment"))
            .at(Place.field(0, "shipment"));
    }

    @Override
    public Outcome<EntryState> scanned(EntryState state, String code) {
        if (state.lines().isEmpty() && documents.find(Shipping.KIND, code.strip()).isPresent()) {
            return filled(state.with("shipment", code.strip()), "shipment");
        }
        return masters.items().resolve(code)
            .map(match -> state.count("quantity", EntryRow.of("item", match.code())));
    }

    @Override
    public Outcome<Posted> post(EntryState state) {
        TypedParts parts = masters.parts();
        String number = state.head().get("shipment");
        Optional<Document> shipment = number.isEmpty() ? Optional.empty() : documents.find(Shipping.KIND, number);
        if (!number.isEmpty() && shipment.isEmpty()) {
            parts.refusals().add(unknown(state));
        }
        Optional<Partner> customer = masters.partner(parts, state.head().get("customer"), number.isEmpty(),
            "customer");
        List<CustomerReturns.Line> lines = new ArrayList<>();
        for (int i = 0; i < state.lines().size(); i++) {
            EntryRow row = state.lines().get(i);
            int line = i + 1;
            Optional<Item> item = parts.item(row.get("item"), line, "item");
            Optional<Quantity> quantity = item.flatMap(known -> parts.quantity(known,
                row.get("quantity").isEmpty() ? "1" : row.get("quantity"), row.get("unit"),
                line, "quantity"));
            if (item.isPresent() && quantity.isPresent() && quantity.get().signum() > 0) {
                lines.add(new CustomerReturns.Line(row.get(LINE).isEmpty() ? 0 : Integer.parseInt(row.get(LINE)),
                    row.get(LINE).isEmpty() ? item.map(Item::id) : Optional.empty(),
                    row.get(LINE).isEmpty() ? row.get("lot") : "", quantity.get(), row.get("note")));
            }
        }
        return parts.refusals().isEmpty()
            ? returns.announce(new CustomerReturns.Announcement(state.key(), shipment.map(Document::id),
                shipment.isPresent() ? PartnerId.SELF : customer.map(Partner::id).orElse(PartnerId.SELF),
                state.head().get("reason"), lines, Instant.now()))
                .map(made -> new Posted(NLS.bind(Messages.Return_announced, made.number()), made.number(), List.of()))
            : Outcome.refused(parts.refusals());
    }

}
