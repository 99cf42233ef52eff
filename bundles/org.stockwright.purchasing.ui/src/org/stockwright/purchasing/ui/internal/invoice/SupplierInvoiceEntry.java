package org.stockwright.purchasing.ui.internal.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.Partner;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Documents;
import org.stockwright.documents.LineId;
import org.stockwright.documents.ui.Figures;
import org.stockwright.documents.ui.entry.EntryFacts;
import org.stockwright.documents.ui.entry.EntryField;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.ledger.ui.TypedParts;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchasingPermission;
import org.stockwright.purchasing.PurchasingSettings;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.SupplierInvoices;
import org.stockwright.purchasing.SupplierInvoices.Comparison;
import org.stockwright.purchasing.SupplierInvoices.Finding;
import org.stockwright.purchasing.SupplierInvoices.LineMatch;
import org.stockwright.purchasing.SupplierInvoices.Match;
import org.stockwright.purchasing.ui.internal.Messages;

/**
 * Enters suppliers' invoices against orders or receipts. While it is typed each line is matched: what was ordered, received
 * and invoiced stands beside it, with the difference and what would block the invoice. Another number adds its lines.
 */
@Component
@SuppressWarnings("nls")
public final class SupplierInvoiceEntry implements EntryModel {

    private static final String DOCUMENT = "document";
    private static final Set<String> KINDS = Set.of(PurchaseOrders.KIND, Receipts.KIND);

    private final SupplierInvoices invoices;
    private final Documents documents;
    private final EntryMasters masters;
    private final InvoiceRows rows;

    /** Enters them here. */
    @Activate
    public SupplierInvoiceEntry(@Reference SupplierInvoices invoices, @Reference Documents documents,
        @Reference EntryMasters masters) {
        this.invoices = invoices;
        this.documents = documents;
        this.masters = masters;
        this.rows = new InvoiceRows(documents);
    }

    @Override
    public String id() {
        return SupplierInvoices.KIND;
    }

    @Override
    public String title() {
        return Messages.Invoice_title;
    }

    @Override
    public String permission() {
        return PurchasingPermission.INVOICE;
    }

    @Override
    public List<EntryField> head() {
        return List.of(
            EntryMasters.anyDocument(DOCUMENT, Messages.Field_orderOrReceipt, documents, KINDS).filling(),
            masters.partner("supplier", Messages.Field_supplier, Partner.Role.SUPPLIER),
            EntryField.text("invoice", Messages.Field_invoice, 18),
            EntryField.text("date", Messages.Field_date, 17).hint(Messages.Field_dayHint),
            EntryField.text("due", Messages.Field_toPay, 17).hint(Messages.Field_dayHint));
    }

    @Override
    public List<EntryField> line() {
        return List.of(masters.item("item", Messages.Field_item),
            EntryField.number("quantity", Messages.Field_invoiced, 10),
            EntryField.text("unit", Messages.Field_unit, 8), EntryField.number("price", Messages.Field_price, 10));
    }

    @Override
    public List<EntryField> facts() {
        return List.of(EntryField.text("order", Messages.Field_order, 11),
            EntryField.number("ordered", Messages.Fact_ordered, 10),
            EntryField.number("received", Messages.Fact_kept, 10),
            EntryField.number("invoiced", Messages.Fact_invoiced, 10),
            EntryField.number("cost", Messages.Fact_orderPrice, 10),
            EntryField.number("difference", Messages.Fact_difference, 10),
            EntryField.text("match", Messages.Fact_match, 24));
    }

    @Override
    public Outcome<EntryState> filled(EntryState state, String field) {
        String number = state.head().get(DOCUMENT);
        Optional<Document> found = documents.find(number).filter(document -> KINDS.contains(document.kind()));
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(DocumentRefusal.UNKNOWN_DOCUMENT, number)
                .hint("Type a part of its number to choose from a list.").at(Place.field(0, DOCUMENT)));
        }
        Document document = found.get();
        boolean isSame = state.head().get("supplier").equals(document.partnerCode());
        Set<String> there = new HashSet<>();
        List<EntryRow> lines = new ArrayList<>();
        if (isSame) {
            lines.addAll(state.lines());
            state.lines().forEach(row -> there.add(row.get(InvoiceRows.SOURCE)));
        }
        rows.of(document).stream().filter(row -> there.add(row.get(InvoiceRows.SOURCE))).forEach(lines::add);
        return Outcome.done(state.with(DOCUMENT, document.number()).with("supplier", document.partnerCode())
            .withLines(lines));
    }

    @Override
    public Outcome<EntryState> scanned(EntryState state, String code) {
        return filled(state.with(DOCUMENT, code.strip()), DOCUMENT);
    }

    /** What was typed, with the numbers of the lines that are sent: those without a quantity are not. */
    private record Typed(SupplierInvoices.Draft draft, List<Integer> sent) {
    }

    private Outcome<Typed> draft(EntryState state) {
        TypedParts parts = masters.parts();
        LocalDate today = masters.today();
        Optional<Partner> supplier = masters.partner(parts, state.head().get("supplier"), true, "supplier");
        Optional<Instant> date = parts.day(state.head().get("date"), today, 0, "date")
            .filter(day -> !day.equals(today)).map(day -> day.atStartOfDay(Zones.current()).toInstant());
        Optional<LocalDate> due = parts.day(state.head().get("due"), today, 0, "due");
        List<SupplierInvoices.Line> lines = new ArrayList<>();
        List<Integer> sent = new ArrayList<>();
        for (int i = 0; i < state.lines().size(); i++) {
            EntryRow row = state.lines().get(i);
            int number = i + 1;
            if (row.get(InvoiceRows.SOURCE).isEmpty() || !row.get("unit").equals(row.get(InvoiceRows.UNIT))
                || !row.get("item").equals(row.get(InvoiceRows.ITEM))) {
                parts.refusals().add(Refusal.of(DocumentRefusal.UNKNOWN_LINE, state.head().get(DOCUMENT), number)
                    .hint("Only what was ordered can be invoiced, in the unit in which it was ordered.")
                    .at(Place.field(number, "item")));
                continue;
            }
            Optional<BigDecimal> quantity = parts.number(row.get("quantity"), number, "quantity");
            Optional<BigDecimal> price = parts.number(row.get("price"), number, "price");
            quantity.filter(much -> much.signum() != 0).ifPresent(much -> {
                lines.add(new SupplierInvoices.Line(new LineId(Long.parseLong(row.get(InvoiceRows.SOURCE))), much,
                    price));
                sent.add(Integer.valueOf(number));
            });
        }
        return parts.refusals().isEmpty() ? Outcome.done(new Typed(new SupplierInvoices.Draft(state.key(),
            supplier.orElseThrow().id(), state.head().get("invoice"), date, due, Optional.empty(), lines), sent))
            : Outcome.refused(parts.refusals());
    }

    @Override
    public EntryFacts look(EntryState state, Optional<EntryRow> typed) {
        List<Map<String, String>> facts = new ArrayList<>();
        state.lines().forEach(row -> facts
            .add(new HashMap<>(Map.of("order", row.get(InvoiceRows.ORDER)))));
        Outcome<Typed> draft = draft(state);
        Outcome<Comparison> compared = draft.then(its -> invoices.compare(its.draft()));
        if (!compared.isDone()) {
            draft.map(Typed::sent).map(sent -> told(compared.refusals(), sent, facts));
            return new EntryFacts(facts, "", "");
        }
        Comparison comparison = compared.value();
        for (LineMatch line : comparison.lines()) {
            int number = draft.value().sent().get(line.line() - 1).intValue();
            Map<String, String> its = facts.get(number - 1);
            EntryRow row = state.lines().get(number - 1);
            its.put("ordered", InvoiceRows.inUnit(row, line.ordered()));
            its.put("received", InvoiceRows.inUnit(row, line.received()));
            its.put("invoiced", InvoiceRows.inUnit(row, line.invoiced()));
            its.put("cost", Figures.amount(line.price(), comparison.currency()).toPlainString());
            its.put("difference", line.difference().signum() == 0 ? ""
                : Figures.amount(line.difference(), comparison.currency()).toPlainString());
            its.put("match", line.findings().isEmpty()
                ? line.difference().signum() == 0 ? Messages.Invoice_fits : Messages.Invoice_tolerated
                : line.findings().stream().map(SupplierInvoiceEntry::words).collect(Collectors.joining(", ")));
        }
        return new EntryFacts(facts, "", total(comparison, draft.value().draft()));
    }

    /** What is wrong stands beside the lines, before they are posted. */
    private static List<Integer> told(List<Refusal> refusals, List<Integer> sent, List<Map<String, String>> facts) {
        refusals.stream().filter(refusal -> refusal.place().line() > 0 && refusal.place().line() <= sent.size())
            .forEach(refusal -> facts.get(sent.get((int) refusal.place().line() - 1).intValue() - 1).put("match",
                refusal.sentence()));
        return sent;
    }

    private static String words(Finding finding) {
        return switch (finding.kind()) {
            case PRICE -> Messages.Invoice_price;
            case MORE_THAN_ORDERED -> Messages.Invoice_moreThanOrdered;
            case MORE_THAN_RECEIVED -> Messages.Invoice_moreThanReceived;
        };
    }

    private static String total(Comparison comparison, SupplierInvoices.Draft draft) {
        BigDecimal total = comparison.difference();
        for (int i = 0; i < draft.lines().size(); i++) {
            LineMatch line = comparison.lines().get(i);
            total = total.add(line.price().multiply(draft.lines().get(i).quantity()));
        }
        PurchasingSettings.Matching by = comparison.tolerances();
        String matching = NLS.bind(by.threeWay() ? Messages.Invoice_threeWay : Messages.Invoice_twoWay,
            new Object[] { Figures.text(by.pricePercent()),
                Figures.amount(by.amount(), comparison.currency()).toPlainString(),
                Figures.text(by.quantityPercent()) });
        return NLS.bind(Messages.Invoice_total,
            new Object[] { matching, Figures.amount(comparison.difference(), comparison.currency()).toPlainString(),
                Figures.amount(total, comparison.currency()).toPlainString(),
                comparison.currency().getCurrencyCode() });
    }

    @Override
    public Outcome<Posted> post(EntryState state) {
        Outcome<Typed> typed = draft(state);
        if (!typed.isDone()) {
            return Outcome.refused(typed.refusals());
        }
        List<Integer> sent = typed.value().sent();
        Outcome<Document> entered = invoices.enter(typed.value().draft());
        return entered.isDone() ? Outcome.done(posted(entered.value()))
            : Outcome.refused(entered.refusals().stream()
                .map(refusal -> refusal.place().line() < 1 || refusal.place().line() > sent.size() ? refusal
                    : refusal.at(Place.field(sent.get((int) refusal.place().line() - 1).intValue(),
                        refusal.place().column())))
                .toList());
    }

    private Posted posted(Document invoice) {
        if (!invoice.state().equals(SupplierInvoices.BLOCKED)) {
            return new Posted(NLS.bind(Messages.Invoice_matched, invoice.number()), invoice.number(), List.of());
        }
        String findings = invoices.match(invoice.id()).map(Match::findings).orElse(List.of()).stream()
            .map(Finding::detail).collect(Collectors.joining(" "));
        return new Posted(NLS.bind(Messages.Invoice_blocked, invoice.number(), findings), invoice.number(), List.of());
    }

}
