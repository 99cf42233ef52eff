package org.stockwright.fulfilment.ui.internal.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.Units;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.ui.Figures;
import org.stockwright.documents.ui.entry.EntryFacts;
import org.stockwright.documents.ui.entry.EntryField;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.fulfilment.Availability;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.Orders;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.ui.TypedParts;

/** Enters customer orders: what is available, when it can be promised and what it costs stand beside the lines. */
@Component
@SuppressWarnings("nls")
public final class CustomerOrderEntry implements EntryModel {

    private final Orders orders;
    private final Availability availability;
    private final EntryMasters masters;

    /** Places orders here. */
    @Activate
    public CustomerOrderEntry(@Reference Orders orders, @Reference Availability availability, @Reference Items items,
        @Reference Units units, @Reference Locations locations, @Reference Partners partners) {
        this.orders = orders;
        this.availability = availability;
        this.masters = new EntryMasters(items, units, locations, partners);
    }

    @Override
    public String id() {
        return OrderKind.CUSTOMER.id();
    }

    @Override
    public String title() {
        return Messages.Order_title;
    }

    @Override
    public String permission() {
        return FulfilmentPermission.ORDER;
    }

    @Override
    public List<EntryField> head() {
        return List.of(masters.partner("customer", Messages.Field_customer, Partner.Role.CUSTOMER),
            EntryField.text("reference", Messages.Field_reference, 16),
            EntryField.text("due", Messages.Field_due, 18).hint(Messages.Field_dayHint),
            EntryField.number("priority", Messages.Field_priority, 6), masters.place("place", Messages.Field_from));
    }

    @Override
    public List<EntryField> line() {
        return List.of(masters.item("item", Messages.Field_item),
            EntryField.number("quantity", Messages.Field_quantity, 10),
            EntryField.text("unit", Messages.Field_unit, 8), EntryField.number("price", Messages.Field_price, 10),
            EntryField.text("due", Messages.Field_lineDue, 12), EntryField.text("note", Messages.Field_note, 18));
    }

    @Override
    public List<EntryField> facts() {
        return List.of(EntryField.text("name", Messages.Fact_name, 20),
            EntryField.number("available", Messages.Fact_available, 12),
            EntryField.text("promised", Messages.Fact_promised, 11),
            EntryField.number("cost", Messages.Fact_price, 9), EntryField.number("amount", Messages.Fact_amount, 11));
    }

    @Override
    public EntryFacts look(EntryState state, Optional<EntryRow> typed) {
        EntryState whole = typed.map(state::plus).orElse(state);
        List<Map<String, String>> lines = stock(whole);
        String total = "";
        Outcome<Document> rehearsed = request(whole).then(orders::rehearse);
        if (rehearsed.isDone()) {
            Document document = rehearsed.value();
            List<DocumentLine> own = document.lines().stream().filter(line -> line.parent().isEmpty()).toList();
            for (int i = 0; i < Math.min(own.size(), lines.size()); i++) {
                priced(lines.get(i), document, own.get(i));
            }
            total = Figures.total(document, typed).map(sum -> NLS.bind(Messages.Order_total,
                Figures.amount(sum, document.currency()).toPlainString(), document.currency().getCurrencyCode()))
                .orElse("");
        }
        if (typed.isEmpty()) {
            return new EntryFacts(lines, "", total);
        }
        Map<String, String> last = lines.getLast();
        return new EntryFacts(lines.subList(0, lines.size() - 1), last.isEmpty() ? "" : NLS.bind(Messages.Order_typed,
            new Object[] { last.getOrDefault("name", ""), last.getOrDefault("available", "–"),
                last.getOrDefault("promised", "–"), last.getOrDefault("cost", "–") }),
            total);
    }

    /** Name and availability of each line's item. */
    private List<Map<String, String>> stock(EntryState state) {
        Map<String, Item> items = masters.items()
            .byCodes(state.lines().stream().map(row -> row.get("item")).distinct().toList());
        Set<ItemId> ids = items.values().stream().map(Item::id).collect(Collectors.toCollection(LinkedHashSet::new));
        TypedParts parts = masters.parts();
        Map<String, Availability.View> views = new HashMap<>();
        availability.of(ids, parts.place(state.head().get("place"), 0, "place").map(Location::id))
            .forEach(view -> views.put(view.item(), view));
        List<Map<String, String>> lines = new ArrayList<>();
        for (EntryRow row : state.lines()) {
            Map<String, String> facts = new HashMap<>();
            if (items.get(row.get("item")) instanceof Item item) {
                facts.put("name", item.name());
            }
            if (views.get(row.get("item")) instanceof Availability.View view) {
                facts.put("available",
                    Figures.text(view.available().amount()) + ' ' + view.available().unit().code());
            }
            lines.add(facts);
        }
        return lines;
    }

    private static void priced(Map<String, String> facts, Document document, DocumentLine line) {
        facts.put("promised", line.promised().map(LocalDate::toString).orElse(Messages.Order_noPromise));
        line.price().ifPresent(
            price -> facts.put("cost", Figures.amount(price, document.currency()).toPlainString()));
        line.amount().ifPresent(
            amount -> facts.put("amount", Figures.amount(amount, document.currency()).toPlainString()));
    }

    private Outcome<OrderRequest> request(EntryState state) {
        TypedParts parts = masters.parts();
        LocalDate today = masters.today();
        Optional<Partner> customer = masters.partner(parts, state.head().get("customer"), true, "customer");
        Optional<LocalDate> due = parts.day(state.head().get("due"), today, 0, "due");
        Optional<Location> place = parts.place(state.head().get("place"), 0, "place");
        int priority = parts.number(state.head().get("priority"), 0, "priority").map(BigDecimal::intValue).orElse(0);
        List<OrderRequest.Line> lines = new ArrayList<>();
        for (int i = 0; i < state.lines().size(); i++) {
            line(state.lines().get(i), i + 1, today, parts).ifPresent(lines::add);
        }
        return parts.refusals().isEmpty()
            ? Outcome.done(OrderRequest.customer(state.key(), customer.orElseThrow().id(), lines)
                .about(state.head().get("reference")).wanted(due, priority).from(place.map(Location::id)))
            : Outcome.refused(parts.refusals());
    }

    private static Optional<OrderRequest.Line> line(EntryRow row, int number, LocalDate today, TypedParts parts) {
        Optional<BigDecimal> price = parts.number(row.get("price"), number, "price");
        Optional<LocalDate> due = parts.day(row.get("due"), today, number, "due");
        Optional<Item> item = parts.item(row.get("item"), number, "item");
        Optional<Quantity> quantity = item.flatMap(known -> parts.quantity(known,
            row.get("quantity").isEmpty() ? "1" : row.get("quantity"), row.get("unit"), number, "quantity"));
        return item.flatMap(known -> quantity.map(much -> OrderRequest.Line.of(known.id(), much).priced(price)
            .wanted(due).noted(row.get("note"))));
    }

    @Override
    public Outcome<EntryState> scanned(EntryState state, String code) {
        return masters.items().resolve(code).map(match -> state.count("quantity", EntryRow.of("item", match.code(),
            "unit", match.entered().equals(match.unit()) ? "" : match.entered().code())));
    }

    @Override
    public Outcome<Posted> post(EntryState state) {
        return request(state).then(orders::place).map(order -> new Posted(
            NLS.bind(Messages.Order_placed, order.number(), order.partnerName()), order.number(), List.of()));
    }

    @Override
    public Optional<EntryState> copy(Document document) {
        return Optional.of(document).filter(one -> one.kind().equals(id()))
            .map(one -> new EntryState("", EntryRow.of("customer", one.partnerCode(), "place", one.placeCode()),
                one.lines().stream().filter(line -> line.parent().isEmpty())
                    .map(line -> EntryRow.of("item", line.item(), "quantity", Figures.text(line.entered()), "unit",
                        line.enteredUnit(), "note", line.note()))
                    .toList()));
    }

}
