package org.stockwright.fulfilment.ui.internal.drop;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.Addresses;
import org.stockwright.catalog.Addresses.Address;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemSupplierTerms;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Documents;
import org.stockwright.documents.ui.Figures;
import org.stockwright.documents.ui.entry.EntryFacts;
import org.stockwright.documents.ui.entry.EntryField;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.fulfilment.DropShipping;
import org.stockwright.fulfilment.DropShipping.Part;
import org.stockwright.fulfilment.DropShipping.Routable;
import org.stockwright.fulfilment.DropShipping.Routing;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ledger.ui.TypedParts;
import org.stockwright.ui.Notices;

/**
 * Orders lines of a customer's order from a supplier, to be sent to the customer: the order's number fills in what is neither
 * held nor with a supplier, and the supplier whose terms cover most of it. Prices and the address are shown before.
 */
@Component
@SuppressWarnings("nls")
public final class DropShipEntry implements EntryModel {

    /** The model's id. */
    public static final String ID = "drop-ship";
    private static final String LINE = "line";
    private static final Set<String> YES = Set.of("yes", "y");
    private static final Set<String> NO = Set.of("no", "n");

    private final DropShipping dropShipping;
    private final Documents documents;
    private final Addresses addresses;
    private final Partners partners;
    private final EntryMasters masters;

    /** Orders here. */
    @Activate
    public DropShipEntry(@Reference DropShipping dropShipping, @Reference Documents documents,
        @Reference Partners partners, @Reference Addresses addresses, @Reference EntryMasters masters) {
        this.dropShipping = dropShipping;
        this.documents = documents;
        this.addresses = addresses;
        this.partners = partners;
        this.masters = masters;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return Messages.Drop_title;
    }

    @Override
    public String permission() {
        return FulfilmentPermission.ORDER;
    }

    @Override
    public List<EntryField> head() {
        return List.of(
            EntryMasters.document("order", Messages.Drop_order, documents, Set.of(OrderKind.CUSTOMER.id())).filling(),
            masters.partner("supplier", Messages.Drop_supplier, Partner.Role.SUPPLIER),
            EntryField.text("any", Messages.Drop_anyQuantity, 6).hint(Messages.Drop_anyQuantityHint));
    }

    @Override
    public List<EntryField> line() {
        return List.of(EntryField.text("item", Messages.Field_item, 16),
            EntryField.number("quantity", Messages.Field_quantity, 10), EntryField.text("unit", Messages.Field_unit, 8),
            EntryField.number("price", Messages.Drop_price, 12).hint(Messages.Drop_priceHint));
    }

    @Override
    public List<EntryField> facts() {
        return List.of(EntryField.text("name", Messages.Fact_name, 20),
            EntryField.number("cost", Messages.Drop_theirPrice, 11),
            EntryField.number("amount", Messages.Fact_amount, 12),
            EntryField.text("expected", Messages.Drop_expected, 11),
            EntryField.text("terms", Messages.Drop_terms, 30));
    }

    @Override
    public EntryFacts look(EntryState state, Optional<EntryRow> typed) {
        Optional<Document> order = documents.find(OrderKind.CUSTOMER.id(), state.head().get("order"));
        if (order.isEmpty()) {
            return EntryFacts.NONE;
        }
        Map<String, Item> items = masters.items()
            .byCodes(state.lines().stream().map(row -> row.get("item")).distinct().toList());
        Map<String, String> terms = new HashMap<>();
        items.forEach((code, item) -> terms.put(code, terms(item)));
        String to = NLS.bind(Messages.Drop_to, address(order.get()));
        Outcome<Document> preview = state.lines().isEmpty() || state.head().get("supplier").isEmpty()
            ? Outcome.refused(DocumentRefusal.NO_LINES) : routing(state).then(dropShipping::preview);
        List<Map<String, String>> lines = new ArrayList<>();
        for (int i = 0; i < state.lines().size(); i++) {
            String code = state.lines().get(i).get("item");
            Map<String, String> facts = new HashMap<>();
            facts.put("name", Optional.ofNullable(items.get(code)).map(Item::name).orElse(""));
            facts.put("terms", terms.getOrDefault(code, ""));
            if (preview.isDone()) {
                priced(facts, preview.value(), preview.value().lines().get(i));
            }
            lines.add(facts);
        }
        if (preview.isDone()) {
            Document made = preview.value();
            return new EntryFacts(lines, to, NLS.bind(Messages.Drop_total, new Object[] { made.partnerName(),
                Figures.amount(made.total(), made.currency()).toPlainString(), made.currency().getCurrencyCode() }));
        }
        boolean waits = state.lines().isEmpty() || state.head().get("supplier").isEmpty();
        return new EntryFacts(lines, to, waits ? "" : Notices.text(preview.refusals().getFirst()));
    }

    private static void priced(Map<String, String> facts, Document made, DocumentLine line) {
        line.price().ifPresent(price -> facts.put("cost", Figures.amount(price, made.currency()).toPlainString()));
        line.amount().ifPresent(sum -> facts.put("amount", Figures.amount(sum, made.currency()).toPlainString()));
        line.due().or(made::due).ifPresent(day -> facts.put("expected", day.toString()));
    }

    /** Who sells an item and for how much, the first choice first. */
    private String terms(Item item) {
        return masters.items().suppliers(item.id()).stream().sorted(Comparator.comparingInt(ItemSupplierTerms::rank))
            .map(one -> (partners.get(one.supplier()).map(Partner::code).orElse("") + ' '
                + one.price().map(price -> Figures.amount(price.amount(), price.currency()).toPlainString() + ' '
                    + price.currency().getCurrencyCode()).orElse(""))
                .strip())
            .collect(Collectors.joining(", "));
    }

    private String address(Document order) {
        Optional<Address> found = addresses.find(order.partner(), order.address())
            .or(() -> addresses.find(order.partner(), ""));
        return Stream.concat(Stream.of(found.map(Address::name).filter(name -> !name.isEmpty())
            .orElse(order.partnerName())), found.stream().flatMap(DropShipEntry::lines)).filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    }

    private static Stream<String> lines(Address address) {
        return Stream.concat(address.lines().stream(),
            Stream.of((address.postalCode() + ' ' + address.city()).strip(), address.region(), address.country()));
    }

    @Override
    public Outcome<EntryState> filled(EntryState state, String field) {
        Optional<Document> found = documents.find(OrderKind.CUSTOMER.id(), state.head().get("order"));
        if (found.isEmpty()) {
            return Outcome.refused(unknown(state));
        }
        Document order = found.get();
        List<Routable> open = dropShipping.routable(order.id());
        if (open.isEmpty()) {
            return Outcome.refused(Refusal.of(DocumentRefusal.NO_LINES).hint(NLS.bind(Messages.Drop_nothing,
                order.number())));
        }
        String supplier = state.head().get("supplier").isEmpty() ? best(open) : state.head().get("supplier");
        return Outcome.done(new EntryState(state.key(),
            EntryRow.of("order", order.number(), "supplier", supplier, "any", state.head().get("any")),
            open.stream().map(one -> EntryRow.of("item", one.item(), "quantity", one.quantity().amountText(), "unit",
                one.quantity().unit().code(), LINE, Integer.toString(one.line()))).toList()));
    }

    /** The active supplier who sells most of what is open; of several, the one who is the earlier choice. */
    private String best(List<Routable> open) {
        Map<PartnerId, List<Integer>> ranks = new HashMap<>();
        masters.items().byCodes(open.stream().map(Routable::item).distinct().toList()).values()
            .forEach(item -> masters.items().suppliers(item.id()).forEach(terms -> ranks
                .computeIfAbsent(terms.supplier(), key -> new ArrayList<>()).add(Integer.valueOf(terms.rank()))));
        return ranks.entrySet().stream()
            .sorted(Comparator.comparingInt((Map.Entry<PartnerId, List<Integer>> one) -> -one.getValue().size())
                .thenComparingInt(one -> one.getValue().stream().mapToInt(Integer::intValue).sum())
                .thenComparing(Map.Entry::getKey))
            .flatMap(one -> partners.get(one.getKey()).stream()).filter(Partner::active).map(Partner::code).findFirst()
            .orElse("");
    }

    private static Refusal unknown(EntryState state) {
        return Refusal.of(DocumentRefusal.UNKNOWN_DOCUMENT, state.head().get("order"))
            .hint("Type a part of its number to choose from a list.").at(Place.field(0, "order"));
    }

    @Override
    public Outcome<EntryState> scanned(EntryState state, String code) {
        return state.lines().isEmpty() ? filled(state.with("order", code.strip()), "order")
            : Outcome.refused(Refusal.of(FulfilmentRefusal.ITEM_NOT_IN_ORDER, code, state.head().get("order"))
                .hint("Only an order is scanned here."));
    }

    private Outcome<Routing> routing(EntryState state) {
        TypedParts parts = masters.parts();
        Optional<Document> order = documents.find(OrderKind.CUSTOMER.id(), state.head().get("order"));
        if (order.isEmpty()) {
            parts.refusals().add(unknown(state));
        }
        Optional<Partner> supplier = masters.partner(parts, state.head().get("supplier"), true, "supplier");
        String any = state.head().get("any").toLowerCase(Locale.ROOT);
        if (!any.isEmpty() && !YES.contains(any) && !NO.contains(any)) {
            parts.refusals().add(Refusal.of(FulfilmentRefusal.NOT_YES_OR_NO, state.head().get("any"))
                .hint("Write yes or no.").at(Place.field(0, "any")));
        }
        List<Part> wanted = new ArrayList<>();
        for (int i = 0; i < state.lines().size(); i++) {
            EntryRow row = state.lines().get(i);
            int number = i + 1;
            Optional<BigDecimal> quantity = parts.number(row.get("quantity"), number, "quantity");
            Optional<BigDecimal> price = parts.number(row.get("price"), number, "price");
            if (row.get(LINE).isEmpty()) {
                parts.refusals().add(Refusal.of(DocumentRefusal.UNKNOWN_LINE, state.head().get("order"), number)
                    .hint("Only lines of the order can be sent; its number fills them in.")
                    .at(Place.field(number, "item")));
            } else {
                wanted.add(new Part(Integer.parseInt(row.get(LINE)), quantity, price));
            }
        }
        return parts.refusals().isEmpty() ? Outcome.done(new Routing(state.key(), order.orElseThrow().id(),
            supplier.orElseThrow().id(), wanted, Optional.empty(), YES.contains(any)))
            : Outcome.refused(parts.refusals());
    }

    @Override
    public Outcome<Posted> post(EntryState state) {
        return routing(state).then(dropShipping::route).map(made -> new Posted(
            NLS.bind(Messages.Drop_placed, made.number(), made.partnerName()), made.number(), List.of()));
    }

}
