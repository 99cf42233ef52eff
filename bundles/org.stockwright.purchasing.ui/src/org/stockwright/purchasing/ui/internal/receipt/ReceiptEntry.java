package org.stockwright.purchasing.ui.internal.receipt;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.Units;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Documents;
import org.stockwright.documents.LineId;
import org.stockwright.documents.ui.entry.EntryFacts;
import org.stockwright.documents.ui.entry.EntryField;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.ui.TypedParts;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.ReceivingPermission;
import org.stockwright.purchasing.ui.internal.Messages;

/**
 * Receives goods: the number of an order or advice fills in all that is open of it, scans count up, Ctrl+Enter posts. Without
 * an order the supplier is named.
 */
@Component
@SuppressWarnings("nls")
public final class ReceiptEntry implements EntryModel {

    private final Receipts receipts;
    private final Documents documents;
    private final EntryMasters masters;

    /** Receives here. */
    @Activate
    public ReceiptEntry(@Reference Receipts receipts, @Reference Documents documents, @Reference Items items,
        @Reference Units units, @Reference Locations locations, @Reference Partners partners) {
        this.receipts = receipts;
        this.documents = documents;
        this.masters = new EntryMasters(items, units, locations, partners);
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
    public String permission() {
        return ReceivingPermission.RECEIVE;
    }

    @Override
    public List<EntryField> head() {
        return List.of(
            EntryMasters.document("order", Messages.Field_order, documents,
                Set.of(PurchaseOrders.KIND, Receipts.ADVICE)).hint(Messages.Receipt_orderHint).filling(),
            masters.partner("supplier", Messages.Field_supplier, Partner.Role.SUPPLIER)
                .hint(Messages.Receipt_supplierHint),
            EntryField.text("paper", Messages.Field_deliveryNote, 16));
    }

    @Override
    public List<EntryField> line() {
        return List.of(masters.item("item", Messages.Field_item),
            EntryField.number("quantity", Messages.Field_quantity, 10),
            EntryField.text("unit", Messages.Field_unit, 8), EntryField.text("lot", Messages.Field_lot, 14),
            EntryField.text("expires", Messages.Field_expires, 12), masters.place("place", Messages.Field_place),
            EntryField.number("rejected", Messages.Field_rejected, 9),
            EntryField.text("reason", Messages.Field_reason, 14));
    }

    @Override
    public List<EntryField> facts() {
        return List.of(EntryField.number("expected", Messages.Fact_open, 10),
            EntryField.text("name", Messages.Fact_name, 20));
    }

    @Override
    public EntryFacts look(EntryState state, Optional<EntryRow> typed) {
        List<Map<String, String>> lines = new ArrayList<>();
        int counted = 0;
        for (EntryRow row : state.lines()) {
            Map<String, String> facts = new HashMap<>();
            facts.put("expected", row.get(ReceiptCount.OPEN));
            lines.add(facts);
            counted += ReceiptCount.amount(row).signum() > 0 ? 1 : 0;
        }
        Map<String, String> names = new HashMap<>();
        masters.items().byCodes(state.lines().stream().map(row -> row.get("item")).distinct().toList())
            .forEach((code, item) -> names.put(code, item.name()));
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).put("name", names.getOrDefault(state.lines().get(i).get("item"), ""));
        }
        return new EntryFacts(lines, "", state.lines().isEmpty() ? ""
            : NLS.bind(Messages.Receipt_total, Integer.valueOf(counted), Integer.valueOf(lines.size())));
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
            against.head().with("paper", state.head().get("paper")), against.lines()));
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
        Optional<Location> place = masters.locations().byCode(code.strip());
        if (place.isPresent()) {
            return Outcome.done(ReceiptCount.at(state, place.get().code()));
        }
        return masters.items().scan(code).then(scan -> ReceiptCount.plus(state, scan));
    }

    @Override
    public Outcome<Posted> post(EntryState state) {
        TypedParts parts = masters.parts();
        String order = state.head().get("order");
        Optional<Document> against = order.isEmpty() ? Optional.empty() : documents.find(order);
        if (!order.isEmpty() && against.isEmpty()) {
            parts.refusals().add(unknown(state));
        }
        Optional<Partner> supplier = masters.partner(parts, state.head().get("supplier"), order.isEmpty(),
            "supplier");
        List<Receipts.Line> lines = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < state.lines().size(); i++) {
            int number = i + 1;
            line(state.lines().get(i), number, parts).ifPresent(line -> {
                lines.add(line);
                numbers.add(Integer.valueOf(number));
            });
        }
        if (!parts.refusals().isEmpty()) {
            return Outcome.refused(parts.refusals());
        }
        Receipts.Request request = new Receipts.Request(state.key(), Receipts.Origin.SUPPLIER,
            against.map(Document::id),
            against.isPresent() ? PartnerId.SELF : supplier.map(Partner::id).orElse(PartnerId.SELF), Optional.empty(),
            Optional.empty(), state.head().get("paper"), "", Instant.now(), false, lines);
        Outcome<Receipts.Received> received = receipts.receive(request);
        return received.isDone()
            ? Outcome.done(new Posted(NLS.bind(Messages.Receipt_posted, received.value().receipt().number(),
                Integer.valueOf(lines.size())), received.value().receipt().number(), received.value().warnings()))
            : Outcome.refused(received.refusals().stream().map(refusal -> placed(refusal, numbers)).toList());
    }

    /** Lines of nothing were left out: what is refused is told at the line as it was entered. */
    private static Refusal placed(Refusal refusal, List<Integer> numbers) {
        int line = (int) refusal.place().line();
        return line < 1 || line > numbers.size() ? refusal
            : refusal.at(Place.field(numbers.get(line - 1).intValue(), refusal.place().column()));
    }

    /** A line with something on it; one of nothing is not received. */
    private Optional<Receipts.Line> line(EntryRow row, int number, TypedParts parts) {
        Optional<BigDecimal> quantity = parts.number(
            row.get("quantity").isEmpty() && row.get(ReceiptCount.SOURCE).isEmpty() ? "1" : row.get("quantity"),
            number, "quantity");
        Optional<LocalDate> expires = parts.day(row.get("expires"), masters.today(), number, "expires");
        Optional<Location> place = parts.place(row.get("place"), number, "place");
        BigDecimal rejected = parts.number(row.get("rejected"), number, "rejected").orElse(BigDecimal.ZERO);
        return quantity.filter(much -> much.signum() != 0).map(much -> new Receipts.Line(
            Optional.of(row.get(ReceiptCount.SOURCE)).filter(id -> !id.isEmpty())
                .map(id -> new LineId(Long.parseLong(id))),
            row.get("item"), Optional.of(much), row.get("unit"), row.get("lot"), expires, place.map(Location::id), "",
            rejected, "", row.get("reason"), Optional.empty()));
    }

}
