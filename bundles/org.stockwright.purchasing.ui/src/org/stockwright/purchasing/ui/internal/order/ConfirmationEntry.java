package org.stockwright.purchasing.ui.internal.order;

import java.math.BigDecimal;
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
import org.stockwright.purchasing.PurchasingPermission;
import org.stockwright.purchasing.ui.internal.Messages;
import org.stockwright.purchasing.ui.internal.follow.FollowEntry;
import org.stockwright.purchasing.ui.internal.follow.LineFigures;

/** What a supplier confirmed of an order, by line: it begins with all that is open, as ordered. */
@Component(service = EntryModel.class)
@SuppressWarnings("nls")
public final class ConfirmationEntry extends FollowEntry {

    /** The model's id. */
    static final String ID = "order-confirmation";

    private final PurchaseOrders orders;

    /** Confirms here. */
    @Activate
    public ConfirmationEntry(@Reference PurchaseOrders orders, @Reference Documents documents,
        @Reference EntryMasters masters) {
        super(new Texts(ID, Messages.Confirmation_title, PurchasingPermission.ORDER, Messages.Field_order), documents,
            masters, Set.of(PurchaseOrders.KIND));
        this.orders = orders;
    }

    @Override
    public List<EntryField> head() {
        return List.of(document(), EntryField.text("reference", Messages.Field_theirNumber, 18));
    }

    @Override
    public List<EntryField> line() {
        return List.of(masters().item(ITEM, Messages.Field_item),
            EntryField.number("quantity", Messages.Field_confirmed, 10),
            EntryField.text("promised", Messages.Field_promised, 14).hint(Messages.Field_dayShort));
    }

    @Override
    public List<EntryField> facts() {
        return List.of(EntryField.number("ordered", Messages.Fact_ordered, 12),
            EntryField.text("due", Messages.Fact_wasDue, 12),
            EntryField.number("before", Messages.Fact_confirmedBefore, 12),
            EntryField.text("differs", Messages.Fact_differs, 18), name(Messages.Fact_name));
    }

    @Override
    protected List<EntryRow> rows(Document order) {
        return order.lines().stream().filter(line -> line.open(Step.RECEIVED).signum() > 0)
            .map(line -> row(line, "quantity", LineFigures.typed(line, LineFigures.wanted(line)), "promised",
                line.promised().map(Object::toString).orElseGet(() -> LineFigures.due(order, line))))
            .toList();
    }

    @Override
    protected Map<String, String> facts(Document order, DocumentLine line) {
        Map<String, String> facts = named(line);
        facts.put("ordered", LineFigures.text(line, LineFigures.wanted(line)));
        facts.put("due", LineFigures.due(order, line));
        facts.put("before",
            line.done(Step.CONFIRMED).signum() == 0 ? "" : LineFigures.text(line, line.done(Step.CONFIRMED)));
        return facts;
    }

    @Override
    protected Map<String, String> facts(Document order, DocumentLine line, EntryRow row) {
        Map<String, String> facts = facts(order, line);
        TypedParts parts = masters().parts();
        Optional<BigDecimal> ordered = LineFigures.entered(line, LineFigures.wanted(line));
        BigDecimal less = parts.number(row.get("quantity"), 1, "quantity")
            .flatMap(much -> ordered.map(all -> much.subtract(all))).orElse(BigDecimal.ZERO);
        long late = parts.day(row.get("promised"), masters().today(), 1, "promised")
            .flatMap(day -> line.due().or(order::due).map(due -> Long.valueOf(day.toEpochDay() - due.toEpochDay())))
            .orElse(Long.valueOf(0));
        List<String> words = new ArrayList<>();
        if (less.signum() != 0) {
            words.add((less.signum() > 0 ? "+" : "−") + less.abs().stripTrailingZeros().toPlainString() + ' '
                + line.enteredUnit());
        }
        if (late != 0) {
            words.add(NLS.bind(late > 0 ? Messages.Confirmation_late : Messages.Confirmation_early,
                Long.valueOf(Math.abs(late))));
        }
        facts.put("differs", String.join(", ", words));
        return facts;
    }

    @Override
    protected Outcome<Posted> post(EntryState state, Document order) {
        TypedParts parts = masters().parts();
        LocalDate today = masters().today();
        List<Typed> typed = typed(order, state, parts);
        List<PurchaseOrders.Confirmation> lines = new ArrayList<>();
        for (Typed one : typed) {
            Optional<BigDecimal> quantity = parts.number(one.row().get("quantity"), one.number(), "quantity");
            Optional<LocalDate> promised = parts.day(one.row().get("promised"), today, one.number(), "promised");
            lines.add(new PurchaseOrders.Confirmation(one.line().line(), quantity, promised));
        }
        return parts.refusals().isEmpty()
            ? told(orders.confirm(order.id(), state.head().get("reference"), lines),
                refusals -> atEntered(refusals, typed))
                .map(now -> new Posted(NLS.bind(Messages.Done_confirmed, now.number()), now.number(), List.of()))
            : Outcome.refused(parts.refusals());
    }

}
