package org.stockwright.fulfilment.ui.internal.drop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Documents;
import org.stockwright.documents.Step;
import org.stockwright.documents.ui.Figures;
import org.stockwright.documents.ui.entry.EntryFacts;
import org.stockwright.documents.ui.entry.EntryField;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.fulfilment.DropShipping;
import org.stockwright.fulfilment.DropShipping.Back;
import org.stockwright.fulfilment.DropShipping.DirectReturn;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ledger.ui.TypedParts;
import org.stockwright.purchasing.PurchaseOrders;

/** Takes what a customer sends straight back to the supplier: the shipment's number fills in all that can go back. */
@Component
@SuppressWarnings("nls")
public final class DirectReturnEntry implements EntryModel {

    /** The model's id. */
    public static final String ID = "drop-ship-return";
    private static final String LINE = "line";

    private final DropShipping dropShipping;
    private final Documents documents;
    private final EntryMasters masters;

    /** Takes back here. */
    @Activate
    public DirectReturnEntry(@Reference DropShipping dropShipping, @Reference Documents documents,
        @Reference EntryMasters masters) {
        this.dropShipping = dropShipping;
        this.documents = documents;
        this.masters = masters;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return Messages.DirectReturn_title;
    }

    @Override
    public String permission() {
        return FulfilmentPermission.RETURN;
    }

    @Override
    public List<EntryField> head() {
        return List.of(EntryField.text("shipment", Messages.Field_shipment, 14).filling(),
            EntryField.text("reason", Messages.Field_reason, 24),
            EntryField.text("paper", Messages.DirectReturn_paper, 16));
    }

    @Override
    public List<EntryField> line() {
        return List.of(EntryField.text("item", Messages.Field_item, 16),
            EntryField.number("quantity", Messages.DirectReturn_back, 12),
            EntryField.text("unit", Messages.Field_unit, 8), EntryField.text("lot", Messages.Field_lot, 16));
    }

    @Override
    public List<EntryField> facts() {
        return List.of(EntryField.number("most", Messages.DirectReturn_most, 12));
    }

    @Override
    public EntryFacts look(EntryState state, Optional<EntryRow> typed) {
        return shipment(state).map(found -> new EntryFacts(state.lines().stream()
            .map(row -> row.get(LINE).isEmpty() ? Map.<String, String>of()
                : found.line(Integer.parseInt(row.get(LINE)))
                    .map(line -> Map.of("most", Figures.text(line.open(Step.RETURNED)))).orElse(Map.of()))
            .toList(), NLS.bind(Messages.DirectReturn_who, found.partnerName(), found.carrierCode()), ""))
            .orElse(EntryFacts.NONE);
    }

    private Optional<Document> shipment(EntryState state) {
        return documents.find(Shipping.KIND, state.head().get("shipment"));
    }

    @Override
    public Outcome<EntryState> filled(EntryState state, String field) {
        Optional<Document> found = shipment(state);
        if (found.isEmpty()) {
            return Outcome.refused(unknown(state));
        }
        if (!PurchaseOrders.isDropShip(found.get())) {
            return Outcome.refused(Refusal.of(FulfilmentRefusal.NOT_DROP_SHIPPED, found.get().number())
                .hint("What we sent ourselves comes back as a customer return."));
        }
        List<EntryRow> rows = found.get().lines().stream().filter(line -> line.open(Step.RETURNED).signum() > 0)
            .map(line -> EntryRow.of("item", line.item(), "quantity", Figures.text(line.open(Step.RETURNED)), "unit",
                line.quantity().unit().code(), "lot", line.lot(), LINE, Integer.toString(line.line())))
            .toList();
        return Outcome.done(new EntryState(state.key(), state.head().with("shipment", found.get().number()), rows));
    }

    private static Refusal unknown(EntryState state) {
        return Refusal.of(DocumentRefusal.UNKNOWN_DOCUMENT, state.head().get("shipment"))
            .hint("Type the number of the shipment that the goods came by.").at(Place.field(0, "shipment"));
    }

    @Override
    public Outcome<EntryState> scanned(EntryState state, String code) {
        return filled(state.with("shipment", code.strip()), "shipment");
    }

    @Override
    public Outcome<Posted> post(EntryState state) {
        TypedParts parts = masters.parts();
        Optional<Document> shipment = shipment(state);
        if (shipment.isEmpty()) {
            parts.refusals().add(unknown(state));
        }
        List<Back> back = new ArrayList<>();
        for (int i = 0; i < state.lines().size(); i++) {
            EntryRow row = state.lines().get(i);
            int number = i + 1;
            Optional<BigDecimal> quantity = parts.number(row.get("quantity"), number, "quantity");
            if (row.get(LINE).isEmpty()) {
                parts.refusals().add(Refusal.of(DocumentRefusal.UNKNOWN_LINE, state.head().get("shipment"), number)
                    .hint("Only what the shipment brought can go back; its number fills it in.")
                    .at(Place.field(number, "item")));
            } else if (quantity.isPresent() && quantity.get().signum() > 0) {
                back.add(new Back(Integer.parseInt(row.get(LINE)), quantity.get()));
            }
        }
        if (back.isEmpty() && parts.refusals().isEmpty()) {
            parts.refusals().add(Refusal.of(DocumentRefusal.NO_LINES).hint("Type how much goes back."));
        }
        return parts.refusals().isEmpty()
            ? dropShipping.giveBack(new DirectReturn(state.key(), shipment.orElseThrow().id(), back,
                state.head().get("reason"), state.head().get("paper"), Instant.now()))
                .map(made -> new Posted(NLS.bind(Messages.DirectReturn_done, made.number()), made.number(), List.of()))
            : Outcome.refused(parts.refusals());
    }

}
