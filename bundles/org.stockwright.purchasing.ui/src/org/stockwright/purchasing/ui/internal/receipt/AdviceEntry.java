package org.stockwright.purchasing.ui.internal.receipt;

import java.time.LocalDate;
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
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.base.Rounding;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Documents;
import org.stockwright.documents.Step;
import org.stockwright.documents.ui.entry.EntryField;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.ledger.ui.TypedParts;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.ReceivingPermission;
import org.stockwright.purchasing.ui.internal.Messages;
import org.stockwright.purchasing.ui.internal.follow.FollowEntry;
import org.stockwright.purchasing.ui.internal.follow.LineFigures;

/** What a supplier announces of an order, and when it arrives: it begins with all that was neither announced nor received. */
@Component(service = EntryModel.class)
@SuppressWarnings("nls")
public final class AdviceEntry extends FollowEntry {

    private final Receipts receipts;

    /** Announces here. */
    @Activate
    public AdviceEntry(@Reference Receipts receipts, @Reference Documents documents, @Reference EntryMasters masters) {
        super(new Texts(Receipts.ADVICE, Messages.Advice_title, ReceivingPermission.RECEIVE, Messages.Field_order),
            documents, masters, Set.of(PurchaseOrders.KIND));
        this.receipts = receipts;
    }

    @Override
    public List<EntryField> head() {
        return List.of(document(), EntryField.text("paper", Messages.Field_theirNumber, 18),
            EntryField.text("expected", Messages.Field_arrives, 17).hint(Messages.Field_dayHint));
    }

    @Override
    public List<EntryField> line() {
        return List.of(masters().item(ITEM, Messages.Field_item),
            EntryField.number("quantity", Messages.Field_quantity, 10),
            EntryField.text("unit", Messages.Field_unit, 8), EntryField.text("lot", Messages.Field_lot, 16));
    }

    @Override
    public List<EntryField> facts() {
        return List.of(EntryField.number("open", Messages.Fact_open, 12),
            EntryField.number("advised", Messages.Fact_advised, 12), EntryField.text("due", Messages.Fact_wasDue, 12),
            name(Messages.Fact_name));
    }

    @Override
    protected List<EntryRow> rows(Document order) {
        return order.lines().stream().filter(line -> line.open(Step.RECEIVED).min(line.open(Step.ADVISED)).signum() > 0)
            .map(line -> row(line, "quantity",
                LineFigures.typed(line, line.open(Step.RECEIVED).min(line.open(Step.ADVISED))), "unit",
                line.enteredUnit()))
            .toList();
    }

    @Override
    protected Map<String, String> facts(Document order, DocumentLine line) {
        Map<String, String> facts = named(line);
        facts.put("open", LineFigures.text(line, line.open(Step.RECEIVED)));
        facts.put("advised",
            line.done(Step.ADVISED).signum() == 0 ? "" : LineFigures.text(line, line.done(Step.ADVISED)));
        facts.put("due", LineFigures.due(order, line));
        return facts;
    }

    @Override
    protected Outcome<Posted> post(EntryState state, Document order) {
        TypedParts parts = masters().parts();
        Optional<LocalDate> expected = parts.day(state.head().get("expected"), masters().today(), 0, "expected");
        if (state.head().get("expected").isBlank()) {
            parts.refusals().add(Refusal.of(CatalogRefusal.MISSING, "The day")
                .hint("Type the day on which the goods arrive, for example t+3.").at(Place.field(0, "expected")));
        }
        List<Receipts.Announced> lines = new ArrayList<>();
        List<Integer> sent = new ArrayList<>();
        for (Typed typed : typed(order, state, parts)) {
            if (!typed.row().get("quantity").isEmpty()) {
                quantity(typed, parts).filter(much -> much.signum() != 0).ifPresent(much -> {
                    lines.add(new Receipts.Announced(typed.line().id(), much.amount(), typed.row().get("lot")));
                    sent.add(Integer.valueOf(typed.number()));
                });
            }
        }
        if (!parts.refusals().isEmpty()) {
            return Outcome.refused(parts.refusals());
        }
        return told(receipts.advise(new Receipts.Advice(state.key(), order.id(), state.head().get("paper"),
            expected.orElseThrow(), lines)), refusals -> placed(refusals, sent))
            .map(made -> new Posted(NLS.bind(Messages.Advice_done,
                new Object[] { made.number(), order.number(), expected.orElseThrow() }), made.number(),
                List.of()));
    }

    private Optional<Quantity> quantity(Typed typed, TypedParts parts) {
        return masters().items().get(typed.line().itemId())
            .flatMap(item -> parts.quantity(item, typed.row().get("quantity"), typed.row().get("unit"),
                typed.number(), "quantity"))
            .flatMap(much -> parts.take(much.in(typed.line().quantity().unit(), Rounding.EXACT), typed.number(),
                "quantity"));
    }

}
