package org.stockwright.fulfilment.ui.internal.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.Item;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.ui.Figures;
import org.stockwright.documents.ui.entry.EntryFacts;
import org.stockwright.documents.ui.entry.EntryField;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.ui.TypedParts;

/**
 * What the entries of orders of all kinds share: what is available and when it can be promised stands beside the lines while
 * they are typed; scans, copies, posting. A kind says for whom or where to the goods are.
 */
@SuppressWarnings("nls")
abstract class OrderEntry implements EntryModel {

    static final String ITEM = "item";
    static final String PLACE = "place";
    static final String DUE = "due";
    static final String PRIORITY = "priority";

    private final OrderKind kind;
    private final OrderDesk desk;

    OrderEntry(OrderKind kind, OrderDesk desk) {
        this.kind = kind;
        this.desk = desk;
    }

    /** The order for whom it is, or nothing when that was refused; due day, priority and place follow. */
    abstract Optional<OrderRequest> begun(EntryState state, TypedParts parts, List<OrderRequest.Line> lines);

    /** What is told once it was placed. */
    abstract String placed(Document order);

    /** The head of a copy. */
    abstract EntryRow copied(Document order);

    final EntryMasters masters() {
        return desk.masters();
    }

    @Override
    public final String id() {
        return kind.id();
    }

    @Override
    public final String permission() {
        return FulfilmentPermission.ORDER;
    }

    /** The day on which it is wanted, priority, and where the goods come from. */
    final List<EntryField> wanted() {
        return List.of(EntryField.text(DUE, Messages.Field_due, 18).hint(Messages.Field_dayHint),
            EntryField.number(PRIORITY, Messages.Field_priority, 6), masters().place(PLACE, Messages.Field_from));
    }

    @Override
    public List<EntryField> line() {
        return List.of(masters().item(ITEM, Messages.Field_item),
            EntryField.number("quantity", Messages.Field_quantity, 10),
            EntryField.text("unit", Messages.Field_unit, 8), EntryField.text(DUE, Messages.Field_lineDue, 12),
            EntryField.text("lot", Messages.Field_lot, 14), EntryField.text("note", Messages.Field_note, 18));
    }

    @Override
    public List<EntryField> facts() {
        return List.of(EntryField.text("name", Messages.Fact_name, 22),
            EntryField.number("available", Messages.Fact_available, 12),
            EntryField.text("promised", Messages.Fact_promised, 11));
    }

    @Override
    public final EntryFacts look(EntryState state, Optional<EntryRow> typed) {
        EntryState whole = typed.map(state::plus).orElse(state);
        List<Map<String, String>> lines = desk.stock(whole.lines(),
            masters().parts().place(state.head().get(PLACE), 0, PLACE).map(Location::id));
        Outcome<Document> rehearsed = request(whole).then(desk.orders()::rehearse);
        if (rehearsed.isDone()) {
            List<DocumentLine> own = own(rehearsed.value());
            for (int i = 0; i < Math.min(own.size(), lines.size()); i++) {
                lines.get(i).put("promised",
                    own.get(i).promised().map(LocalDate::toString).orElse(Messages.Order_noPromise));
                priced(lines.get(i), rehearsed.value(), own.get(i));
            }
        }
        String total = rehearsed.isDone() ? total(rehearsed.value(), typed) : "";
        if (typed.isEmpty()) {
            return new EntryFacts(lines, "", total);
        }
        Map<String, String> last = lines.getLast();
        return new EntryFacts(lines.subList(0, lines.size() - 1), last.isEmpty() ? "" : typed(last), total);
    }

    /** The lines that were asked for, without the components of kits. */
    private static List<DocumentLine> own(Document order) {
        return order.lines().stream().filter(line -> line.parent().isEmpty()).toList();
    }

    /** Adds what a line costs, where orders have prices. */
    void priced(Map<String, String> facts, Document order, DocumentLine line) {
        // orders within the company have none
    }

    /** What the whole costs, where orders have prices. */
    String total(Document order, Optional<EntryRow> typed) {
        return "";
    }

    /** What is told about the line that is being typed. */
    String typed(Map<String, String> facts) {
        return NLS.bind(Messages.Order_typedWithin, new Object[] { facts.getOrDefault("name", ""),
            facts.getOrDefault("available", "–"), facts.getOrDefault("promised", "–") });
    }

    private Outcome<OrderRequest> request(EntryState state) {
        TypedParts parts = masters().parts();
        LocalDate today = masters().today();
        Optional<LocalDate> due = parts.day(state.head().get(DUE), today, 0, DUE);
        int priority = OrderDesk.priority(parts, state.head().get(PRIORITY));
        Optional<Location> place = parts.place(state.head().get(PLACE), 0, PLACE);
        List<OrderRequest.Line> lines = new ArrayList<>();
        for (int i = 0; i < state.lines().size(); i++) {
            line(state.lines().get(i), i + 1, today, parts).ifPresent(lines::add);
        }
        Optional<OrderRequest> request = begun(state, parts, lines)
            .map(begun -> begun.wanted(due, priority).from(place.map(Location::id)));
        return parts.refusals().isEmpty() ? Outcome.done(request.orElseThrow()) : Outcome.refused(parts.refusals());
    }

    private static Optional<OrderRequest.Line> line(EntryRow row, int number, LocalDate today, TypedParts parts) {
        Optional<BigDecimal> price = parts.number(row.get("price"), number, "price");
        Optional<LocalDate> due = parts.day(row.get(DUE), today, number, DUE);
        Optional<Item> item = parts.item(row.get(ITEM), number, ITEM);
        Optional<Quantity> quantity = item.flatMap(known -> parts.quantity(known,
            row.get("quantity").isEmpty() ? "1" : row.get("quantity"), row.get("unit"), number, "quantity"));
        return item.flatMap(known -> quantity.map(much -> OrderRequest.Line.of(known.id(), much).priced(price)
            .wanted(due).ofLot(row.get("lot")).noted(row.get("note"))));
    }

    @Override
    public final Outcome<EntryState> scanned(EntryState state, String code) {
        return masters().items().resolve(code).map(match -> state.count("quantity", EntryRow.of(ITEM, match.code(),
            "unit", match.entered().equals(match.unit()) ? "" : match.entered().code())));
    }

    @Override
    public final Outcome<Posted> post(EntryState state) {
        return request(state).then(desk.orders()::place)
            .map(order -> new Posted(placed(order), order.number(), List.of()));
    }

    @Override
    public final Optional<EntryState> copy(Document document) {
        return Optional.of(document).filter(one -> one.kind().equals(id())).map(one -> new EntryState("", copied(one),
            own(one).stream().map(line -> EntryRow.of(ITEM, line.item(), "quantity", Figures.text(line.entered()),
                "unit", line.enteredUnit(), "note", line.note())).toList()));
    }

}
