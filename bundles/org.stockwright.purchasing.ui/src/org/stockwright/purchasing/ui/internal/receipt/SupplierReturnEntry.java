package org.stockwright.purchasing.ui.internal.receipt;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Documents;
import org.stockwright.documents.Step;
import org.stockwright.documents.ui.Figures;
import org.stockwright.documents.ui.entry.EntryField;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.ui.TypedParts;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.ReceivingPermission;
import org.stockwright.purchasing.SupplierReturns;
import org.stockwright.purchasing.ui.internal.Messages;
import org.stockwright.purchasing.ui.internal.follow.FollowEntry;
import org.stockwright.purchasing.ui.internal.follow.LineFigures;
import org.stockwright.ui.CodeField.Choice;

/** Sends goods of a receipt back to the supplier: it begins with what was rejected; a line without a quantity stays here. */
@Component(service = EntryModel.class)
@SuppressWarnings("nls")
public final class SupplierReturnEntry extends FollowEntry {

    private final SupplierReturns returns;

    /** Sends back here. */
    @Activate
    public SupplierReturnEntry(@Reference SupplierReturns returns, @Reference Documents documents,
        @Reference EntryMasters masters) {
        super(new Texts(SupplierReturns.KIND, Messages.SupplierReturn_title, ReceivingPermission.RETURN,
            Messages.Field_receipt), documents, masters,
            Set.of(Receipts.KIND));
        this.returns = returns;
    }

    @Override
    public List<EntryField> head() {
        return List.of(
            EntryMasters.anyDocument(DOCUMENT, Messages.Field_receipt, documents(), Set.of(Receipts.KIND)).filling(),
            EntryField.text("reason", Messages.Field_reason, 32),
            EntryField.text("paper", Messages.Field_theirNumber, 18));
    }

    @Override
    public List<EntryField> line() {
        return List.of(masters().item(ITEM, Messages.Field_item),
            EntryField.number("quantity", Messages.Field_goesBack, 10),
            EntryField.code("status", Messages.Field_outOf, 14, SupplierReturnEntry::statuses)
                .hint(Messages.Return_statusHint),
            masters().place("place", Messages.Field_place));
    }

    private static List<Choice<Object>> statuses(String text) {
        String wanted = text.strip().toUpperCase(Locale.ROOT);
        return List.of(new Choice<Object>("REJECTED", "REJECTED", Messages.Status_rejected),
            new Choice<Object>("BLOCKED", "BLOCKED", Messages.Status_blocked),
            new Choice<Object>("AVAILABLE", "AVAILABLE", Messages.Status_available)).stream()
            .filter(choice -> choice.code().startsWith(wanted)).toList();
    }

    @Override
    public List<EntryField> facts() {
        return List.of(EntryField.number("came", Messages.Fact_came, 12),
            EntryField.number("rejected", Messages.Fact_rejected, 12),
            EntryField.number("returned", Messages.Fact_returned, 12), EntryField.text("lot", Messages.Field_lot, 14),
            EntryField.number("cost", Messages.Fact_cost, 10), name(Messages.Fact_name));
    }

    @Override
    protected List<EntryRow> rows(Document receipt) {
        return receipt.lines().stream()
            .filter(line -> line.quantity().amount().compareTo(line.done(Step.RETURNED)) > 0)
            .map(line -> row(line, "quantity", rejected(line).signum() > 0 ? Figures.text(rejected(line)) : ""))
            .toList();
    }

    private static BigDecimal rejected(DocumentLine line) {
        return line.done(Step.REJECTED).subtract(line.done(Step.RETURNED));
    }

    @Override
    protected Map<String, String> facts(Document receipt, DocumentLine line) {
        Map<String, String> facts = named(line);
        String unit = ' ' + line.quantity().unit().code();
        facts.put("came", Figures.text(line.quantity().amount()) + unit);
        facts.put("rejected",
            line.done(Step.REJECTED).signum() == 0 ? "" : Figures.text(line.done(Step.REJECTED)) + unit);
        facts.put("returned",
            line.done(Step.RETURNED).signum() == 0 ? "" : Figures.text(line.done(Step.RETURNED)) + unit);
        facts.put("lot", line.lot());
        facts.put("cost", LineFigures.price(line, receipt.currency()));
        return facts;
    }

    @Override
    protected Outcome<Posted> post(EntryState state, Document receipt) {
        TypedParts parts = masters().parts();
        List<SupplierReturns.Line> lines = new ArrayList<>();
        List<Integer> sent = new ArrayList<>();
        for (Typed typed : typed(receipt, state, parts)) {
            Optional<BigDecimal> quantity = parts.number(typed.row().get("quantity"), typed.number(), "quantity");
            Optional<Location> place = parts.place(typed.row().get("place"), typed.number(), "place");
            quantity.filter(much -> much.signum() != 0).ifPresent(much -> {
                lines.add(new SupplierReturns.Line(typed.line().id(), much, typed.row().get("status"),
                    place.map(Location::id)));
                sent.add(Integer.valueOf(typed.number()));
            });
        }
        if (!parts.refusals().isEmpty()) {
            return Outcome.refused(parts.refusals());
        }
        return told(returns.sendBack(new SupplierReturns.Request(state.key(), receipt.id(), Instant.now(),
            state.head().get("reason"), state.head().get("paper"), lines)), refusals -> placed(refusals, sent))
            .map(made -> new Posted(NLS.bind(Messages.SupplierReturn_done,
                new Object[] { made.number(), made.partnerName(),
                    Figures.amount(made.total(), made.currency()).toPlainString(),
                    made.currency().getCurrencyCode() }),
                made.number(), List.of()));
    }

}
