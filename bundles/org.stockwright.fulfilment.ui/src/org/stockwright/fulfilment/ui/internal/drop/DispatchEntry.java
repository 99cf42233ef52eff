package org.stockwright.fulfilment.ui.internal.drop;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemScan;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Tracking;
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
import org.stockwright.fulfilment.DropShipping;
import org.stockwright.fulfilment.DropShipping.Dispatch;
import org.stockwright.fulfilment.DropShipping.Sent;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ledger.ui.TypedParts;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.purchasing.PurchaseOrders;

/**
 * Confirms what a supplier sent straight to a customer: the purchase order's number fills in all that is open. Items with serial
 * numbers have a line for each piece; a scan of a label fills in lot or serial number and expiry.
 */
@Component
@SuppressWarnings("nls")
public final class DispatchEntry implements EntryModel {

    /** The model's id. */
    public static final String ID = "drop-ship-dispatch";
    private static final String LINE = "line";
    private static final int MOST_PIECES = 200;

    private final DropShipping dropShipping;
    private final Documents documents;
    private final EntryMasters masters;

    /** Confirms here. */
    @Activate
    public DispatchEntry(@Reference DropShipping dropShipping, @Reference Documents documents,
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
        return Messages.Dispatch_title;
    }

    @Override
    public String permission() {
        return FulfilmentPermission.SHIP;
    }

    @Override
    public List<EntryField> head() {
        return List.of(
            EntryMasters.document("order", Messages.Dispatch_order, documents, Set.of(PurchaseOrders.KIND)).filling(),
            EntryField.text("paper", Messages.Dispatch_paper, 16),
            masters.partner("carrier", Messages.Dispatch_carrier, Partner.Role.CARRIER)
                .hint(Messages.Dispatch_carrierHint),
            EntryField.text("tracking", Messages.Dispatch_tracking, 20),
            EntryField.text("left", Messages.Dispatch_left, 18).hint(Messages.Field_dayHint));
    }

    @Override
    public List<EntryField> line() {
        return List.of(EntryField.text("item", Messages.Field_item, 16),
            EntryField.number("quantity", Messages.Dispatch_sent, 10), EntryField.text("unit", Messages.Field_unit, 8),
            EntryField.text("lot", Messages.Field_lot, 16),
            EntryField.text("expires", Messages.Dispatch_expires, 12).hint("2027-12-31"));
    }

    @Override
    public List<EntryField> facts() {
        return List.of(EntryField.number("open", Messages.Dispatch_open, 10),
            EntryField.text("name", Messages.Fact_name, 24), EntryField.text("needs", Messages.Dispatch_needs, 14));
    }

    @Override
    public EntryFacts look(EntryState state, Optional<EntryRow> typed) {
        Optional<Document> order = order(state);
        if (order.isEmpty()) {
            return EntryFacts.NONE;
        }
        Map<String, Item> items = items(state.lines().stream().map(row -> row.get("item")));
        List<Map<String, String>> lines = state.lines().stream().map(row -> {
            Map<String, String> facts = new HashMap<>();
            line(order.get(), row).ifPresent(line -> facts.put("open", Figures.text(line.open(Step.RECEIVED))));
            Optional.ofNullable(items.get(row.get("item"))).ifPresent(item -> {
                facts.put("name", item.name());
                facts.put("needs", needs(item.tracking()));
            });
            return facts;
        }).toList();
        String to = order.get().source().flatMap(documents::get)
            .map(customer -> NLS.bind(Messages.Dispatch_for, customer.number(), customer.partnerName())).orElse("");
        return new EntryFacts(lines, NLS.bind(Messages.Dispatch_from, order.get().partnerName(), to).strip(), "");
    }

    private static String needs(Tracking tracking) {
        return switch (tracking) {
            case NONE -> "";
            case LOT -> Messages.Dispatch_needsLot;
            case SERIAL -> Messages.Dispatch_needsSerial;
        };
    }

    private Map<String, Item> items(Stream<String> codes) {
        return masters.items().byCodes(codes.filter(code -> !code.isEmpty()).distinct().toList());
    }

    private Optional<Document> order(EntryState state) {
        return documents.find(PurchaseOrders.KIND, state.head().get("order"));
    }

    /** The order's line of a row: the one that it was filled from, or else the first of the same item. */
    private static Optional<DocumentLine> line(Document order, EntryRow row) {
        return row.get(LINE).isEmpty()
            ? order.lines().stream().filter(line -> line.item().equals(row.get("item"))).findFirst()
            : order.line(Integer.parseInt(row.get(LINE)));
    }

    @Override
    public Outcome<EntryState> filled(EntryState state, String field) {
        Optional<Document> found = order(state);
        if (found.isEmpty()) {
            return Outcome.refused(unknown(state));
        }
        Document order = found.get();
        if (!PurchaseOrders.isDropShip(order)) {
            return Outcome.refused(Refusal.of(FulfilmentRefusal.NOT_DROP_SHIPPED, order.number())
                .hint("The view Drop-shipping lists what suppliers send straight to customers."));
        }
        Map<String, Item> items = items(order.lines().stream().map(DocumentLine::item));
        List<EntryRow> rows = order.lines().stream().filter(line -> line.open(Step.RECEIVED).signum() > 0)
            .flatMap(line -> rows(line, Optional.ofNullable(items.get(line.item())))).toList();
        return Outcome.done(new EntryState(state.key(), state.head().with("order", order.number()), rows));
    }

    private static Stream<EntryRow> rows(DocumentLine line, Optional<Item> item) {
        BigDecimal open = line.open(Step.RECEIVED);
        boolean pieces = item.filter(one -> one.tracking() == Tracking.SERIAL).isPresent()
            && open.compareTo(BigDecimal.valueOf(MOST_PIECES)) <= 0;
        EntryRow row = EntryRow.of("item", line.item(), "quantity", pieces ? "1" : Figures.text(open), "unit",
            line.quantity().unit().code(), LINE, Integer.toString(line.line()));
        return pieces ? Stream.generate(() -> row).limit(open.intValue()) : Stream.of(row);
    }

    private static Refusal unknown(EntryState state) {
        return Refusal.of(DocumentRefusal.UNKNOWN_DOCUMENT, state.head().get("order"))
            .hint("Type a part of its number to choose from a list.").at(Place.field(0, "order"));
    }

    @Override
    public Outcome<EntryState> scanned(EntryState state, String code) {
        return state.lines().isEmpty() ? filled(state.with("order", code.strip()), "order")
            : masters.items().scan(code).then(scan -> labelled(state, scan));
    }

    /** The first line of the item without a lot gets the one of the label. */
    private static Outcome<EntryState> labelled(EntryState state, ItemScan scan) {
        if (!scan.doubts().isEmpty()) {
            return Outcome.refused(scan.doubts());
        }
        for (int i = 0; i < state.lines().size(); i++) {
            EntryRow row = state.lines().get(i);
            if (row.get("item").equals(scan.match().code()) && row.get("lot").isEmpty()) {
                return Outcome.done(state.replace(i, row.with("lot", scan.tracked()).with("expires",
                    scan.expires().map(LocalDate::toString).orElse(row.get("expires")))));
            }
        }
        return Outcome.refused(Refusal
            .of(FulfilmentRefusal.ITEM_NOT_IN_ORDER, scan.match().code(), state.head().get("order"))
            .hint("No line of this item is without a lot or serial number."));
    }

    @Override
    public Outcome<Posted> post(EntryState state) {
        TypedParts parts = masters.parts();
        Optional<Document> order = order(state);
        if (order.isEmpty()) {
            parts.refusals().add(unknown(state));
        }
        Optional<Partner> carrier = masters.partner(parts, state.head().get("carrier"), false, "carrier");
        Optional<LocalDate> day = parts.day(state.head().get("left"), masters.today(), 0, "left");
        List<Sent> sent = new ArrayList<>();
        for (int i = 0; i < state.lines().size(); i++) {
            EntryRow row = state.lines().get(i);
            int number = i + 1;
            Optional<BigDecimal> quantity = parts.number(row.get("quantity").isEmpty() ? "1" : row.get("quantity"),
                number, "quantity");
            Optional<LocalDate> expires = parts.day(row.get("expires"), masters.today(), number, "expires");
            Optional<DocumentLine> line = order.flatMap(one -> line(one, row));
            if (order.isPresent() && line.isEmpty()) {
                parts.refusals().add(Refusal.of(FulfilmentRefusal.ITEM_NOT_IN_ORDER, row.get("item"),
                    order.get().number()).hint("Type an item of the order.").at(Place.field(number, "item")));
            }
            if (line.isPresent() && quantity.isPresent()) {
                sent.add(new Sent(line.get().line(), quantity.get(), row.get("lot"), expires));
            }
        }
        if (sent.isEmpty() && parts.refusals().isEmpty()) {
            parts.refusals().add(Refusal.of(DocumentRefusal.NO_LINES).hint("Type what the supplier sent."));
        }
        Instant left = day.filter(typed -> !typed.equals(masters.today()))
            .map(typed -> typed.atStartOfDay(Zones.current()).toInstant()).orElseGet(Instant::now);
        return parts.refusals().isEmpty()
            ? dropShipping.dispatch(new Dispatch(state.key(), order.orElseThrow().id(), sent, state.head().get("paper"),
                carrier.map(Partner::id).orElse(PartnerId.SELF), state.head().get("tracking"), left))
                .map(made -> new Posted(NLS.bind(Messages.Dispatch_done, made.number(), made.partnerName()),
                    made.number(), List.of()))
            : Outcome.refused(parts.refusals());
    }

}
