package org.stockwright.fulfilment.ui.internal.move;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
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
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.fulfilment.Transfers;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.fulfilment.ui.internal.ScanCount;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.ui.TypedParts;

/**
 * Receives a transfer: the shipment's number fills in all that is on its way, as arrived. The first scan begins a count from
 * nothing. A place at a line says where its goods are put; without one they go where the order goes.
 */
@Component
@SuppressWarnings("nls")
public final class TransferReceiptEntry implements EntryModel {

    private static final String SHIPMENT = "shipment";
    private static final String LINE = "line";

    private final Transfers transfers;
    private final Documents documents;
    private final EntryMasters masters;

    /** Receives here. */
    @Activate
    public TransferReceiptEntry(@Reference Transfers transfers, @Reference Documents documents,
        @Reference EntryMasters masters) {
        this.transfers = transfers;
        this.documents = documents;
        this.masters = masters;
    }

    @Override
    public String id() {
        return Transfers.KIND;
    }

    @Override
    public String title() {
        return Messages.Arrival_title;
    }

    @Override
    public String permission() {
        return FulfilmentPermission.SHIP;
    }

    @Override
    public List<EntryField> head() {
        return List.of(EntryMasters
            .document(SHIPMENT, Messages.Field_shipment, documents, Set.of(Shipping.KIND)).filling());
    }

    @Override
    public List<EntryField> line() {
        return List.of(EntryField.text("item", Messages.Field_item, 16),
            EntryField.number("quantity", Messages.Field_arrived, 10), EntryField.text("unit", Messages.Field_unit, 8),
            EntryField.text("lot", Messages.Field_lot, 14), masters.place("place", Messages.Field_putAt));
    }

    @Override
    public List<EntryField> facts() {
        return List.of(EntryField.number("sent", Messages.Fact_onItsWay, 10),
            EntryField.text("name", Messages.Fact_name, 24));
    }

    @Override
    public EntryFacts look(EntryState state, Optional<EntryRow> typed) {
        Map<String, String> names = ScanCount.names(masters.items(), state);
        List<Map<String, String>> lines = state.lines().stream().map(row -> Map.of("sent", row.get(ScanCount.OPEN),
            "name", names.getOrDefault(row.get("item"), ""))).toList();
        return new EntryFacts(lines, "", lines.isEmpty() ? ""
            : NLS.bind(Messages.Arrival_total, Long.valueOf(ScanCount.whole(state)), Integer.valueOf(lines.size())));
    }

    /** The state with which the receipt of a shipment begins. */
    static EntryState of(Document shipment) {
        return new EntryState(EntryState.fresh().key(), EntryRow.of(SHIPMENT, shipment.number()), shipment.lines()
            .stream().filter(line -> line.open(Step.RECEIVED).signum() > 0).map(TransferReceiptEntry::row).toList());
    }

    private static EntryRow row(DocumentLine line) {
        String open = Figures.text(line.open(Step.RECEIVED));
        return EntryRow.of("item", line.item(), "quantity", open, "unit", line.quantity().unit().code(), "lot",
            line.lot(), LINE, Integer.toString(line.line()), ScanCount.OPEN, open);
    }

    @Override
    public Outcome<EntryState> filled(EntryState state, String field) {
        Optional<Document> shipment = documents.find(Shipping.KIND, state.head().get(SHIPMENT));
        if (shipment.isEmpty()) {
            return Outcome.refused(unknown(state));
        }
        EntryState filled = of(shipment.get());
        return Outcome.done(new EntryState(state.key(), filled.head(), filled.lines()));
    }

    private static Refusal unknown(EntryState state) {
        return Refusal.of(DocumentRefusal.UNKNOWN_DOCUMENT, state.head().get(SHIPMENT))
            .hint("Type a part of its number to choose from a list.").at(Place.field(0, SHIPMENT));
    }

    @Override
    public Outcome<EntryState> scanned(EntryState state, String code) {
        if (state.lines().isEmpty()) {
            return filled(state.with(SHIPMENT, code.strip()), SHIPMENT);
        }
        return masters.items().scan(code)
            .then(scan -> ScanCount.plus(state, scan, state.head().get(SHIPMENT), "", ""));
    }

    @Override
    public Outcome<Posted> post(EntryState state) {
        TypedParts parts = masters.parts();
        Optional<Document> shipment = documents.find(Shipping.KIND, state.head().get(SHIPMENT));
        if (shipment.isEmpty()) {
            parts.refusals().add(unknown(state));
        }
        List<Transfers.Arrived> arrived = new ArrayList<>();
        for (int i = 0; i < state.lines().size(); i++) {
            EntryRow row = state.lines().get(i);
            int number = i + 1;
            BigDecimal quantity = parts.number(row.get("quantity"), number, "quantity").orElse(BigDecimal.ZERO);
            Optional<Location> place = parts.place(row.get("place"), number, "place");
            if (row.get(LINE).isEmpty()) {
                parts.refusals().add(Refusal.of(DocumentRefusal.UNKNOWN_LINE, state.head().get(SHIPMENT), number)
                    .hint("Only what is on its way can arrive.").at(Place.field(number, "item")));
            } else if (quantity.signum() != 0) {
                arrived.add(new Transfers.Arrived(Integer.parseInt(row.get(LINE)), quantity, place.map(Location::id)));
            }
        }
        if (arrived.isEmpty() && parts.refusals().isEmpty()) {
            // without a line the service would take all that is on its way
            parts.refusals().add(Refusal.of(DocumentRefusal.NO_LINES).hint("Say how much arrived."));
        }
        return parts.refusals().isEmpty()
            ? transfers.receive(state.key(), shipment.orElseThrow().id(), arrived, Instant.now())
                .map(done -> new Posted(NLS.bind(Messages.Arrival_posted, new Object[] { done.number(),
                    Integer.valueOf(arrived.size()), shipment.get().number() }), done.number(), List.of()))
            : Outcome.refused(parts.refusals());
    }

}
