package org.stockwright.purchasing.ui.internal.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.Partner;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.ui.Figures;
import org.stockwright.documents.ui.entry.EntryFacts;
import org.stockwright.documents.ui.entry.EntryField;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.ui.TypedParts;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchasingPermission;
import org.stockwright.purchasing.ui.internal.Messages;

/** An entry of an order or blanket order: prices and days of the supplier's terms stand beside the lines while they are typed. */
@SuppressWarnings("nls")
abstract class OrderForm implements EntryModel {

    private final PurchaseOrders orders;
    private final EntryMasters masters;

    private final String kind;
    private final String title;
    private final String due;

    /**
     * An entry of a kind of orders.
     *
     * @param due what its due day is called
     */
    OrderForm(PurchaseOrders orders, EntryMasters masters, String kind, String title, String due) {
        this.orders = orders;
        this.masters = masters;
        this.kind = kind;
        this.title = title;
        this.due = due;
    }

    @Override
    public final String id() {
        return kind;
    }

    @Override
    public final String title() {
        return title;
    }

    /** Places it. */
    abstract Outcome<Document> place(PurchaseOrders.Draft draft);

    @Override
    public String permission() {
        return PurchasingPermission.ORDER;
    }

    @Override
    public List<EntryField> head() {
        return List.of(masters.partner("supplier", Messages.Field_supplier, Partner.Role.SUPPLIER),
            EntryField.text("due", due, 18).hint(Messages.Field_dayHint),
            masters.place("place", Messages.Field_deliverTo),
            EntryField.text("reference", Messages.Field_reference, 16));
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
        return List.of(EntryField.text("name", Messages.Fact_name, 22),
            EntryField.number("cost", Messages.Fact_price, 10), EntryField.number("amount", Messages.Fact_amount, 12),
            EntryField.text("expected", Messages.Fact_expected, 11));
    }

    @Override
    public EntryFacts look(EntryState state, Optional<EntryRow> typed) {
        EntryState whole = typed.map(state::plus).orElse(state);
        Outcome<Document> preview = draft(whole).then(orders::preview);
        if (!preview.isDone()) {
            return EntryFacts.NONE;
        }
        Document document = preview.value();
        List<Map<String, String>> lines = document.lines().stream().map(line -> facts(document, line)).toList();
        String total = Figures.total(document, typed).map(sum -> NLS.bind(Messages.Order_total,
            Figures.amount(sum, document.currency()).toPlainString(), document.currency().getCurrencyCode()))
            .orElse("");
        if (typed.isEmpty()) {
            return new EntryFacts(lines, "", total);
        }
        Map<String, String> last = lines.getLast();
        return new EntryFacts(lines.subList(0, lines.size() - 1), NLS.bind(Messages.Order_typed,
            new Object[] { last.get("name"), last.getOrDefault("cost", "–"), last.getOrDefault("amount", "–"),
                last.getOrDefault("expected", "–") }),
            total);
    }

    private static Map<String, String> facts(Document document, DocumentLine line) {
        Map<String, String> facts = new HashMap<>();
        facts.put("name", line.itemName());
        line.price().ifPresent(price -> facts.put("cost", Figures.amount(price, document.currency()).toPlainString()));
        line.amount()
            .ifPresent(amount -> facts.put("amount", Figures.amount(amount, document.currency()).toPlainString()));
        line.due().or(document::due).ifPresent(day -> facts.put("expected", day.toString()));
        return facts;
    }

    private Outcome<PurchaseOrders.Draft> draft(EntryState state) {
        TypedParts parts = masters.parts();
        LocalDate today = masters.today();
        Optional<Partner> supplier = masters.partner(parts, state.head().get("supplier"), true, "supplier");
        Optional<LocalDate> due = parts.day(state.head().get("due"), today, 0, "due");
        Optional<Location> place = parts.place(state.head().get("place"), 0, "place");
        List<PurchaseOrders.Line> lines = new ArrayList<>();
        for (int i = 0; i < state.lines().size(); i++) {
            EntryRow row = state.lines().get(i);
            int number = i + 1;
            Optional<BigDecimal> price = parts.number(row.get("price"), number, "price");
            Optional<LocalDate> lineDue = parts.day(row.get("due"), today, number, "due");
            parts.item(row.get("item"), number, "item")
                .ifPresent(item -> parts.number(quantity(row), number, "quantity")
                    .ifPresent(amount -> lines.add(new PurchaseOrders.Line(item.id(), amount,
                        Optional.of(row.get("unit")).filter(unit -> !unit.isEmpty()), price, lineDue, row.get("note"),
                        Optional.empty()))));
        }
        return parts.refusals().isEmpty()
            ? Outcome.done(new PurchaseOrders.Draft(state.key(), supplier.orElseThrow().id(), Optional.empty(), due,
                place.map(Location::id), "", state.head().get("reference"), Optional.empty(), "", "", false, lines))
            : Outcome.refused(parts.refusals());
    }

    /** A quantity that was left out is one. */
    static String quantity(EntryRow row) {
        return row.get("quantity").isEmpty() ? "1" : row.get("quantity");
    }

    @Override
    public Outcome<EntryState> scanned(EntryState state, String code) {
        return masters.items().resolve(code).map(match -> state.count("quantity", EntryRow.of("item", match.code(),
            "unit", match.entered().equals(match.unit()) ? "" : match.entered().code())));
    }

    @Override
    public Outcome<Posted> post(EntryState state) {
        return draft(state).then(this::place).map(order -> new Posted(
            NLS.bind(Messages.Order_placed, order.number(), order.partnerName()), order.number(),
            orders.duplicates(order.id())));
    }

    @Override
    public Optional<EntryState> copy(Document document) {
        return Optional.of(document).filter(one -> one.kind().equals(kind))
            .map(one -> new EntryState("", EntryRow.of("supplier", one.partnerCode(), "place", one.placeCode()),
                one.lines().stream().map(line -> EntryRow.of("item", line.item(), "quantity",
                    Figures.text(line.entered()), "unit", line.enteredUnit(), "note", line.note())).toList()));
    }

}
