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
import org.stockwright.documents.ui.Figures;
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

/** Revises an order: its lines as they are, to be typed over. What is the same or emptied stays. */
@Component(service = EntryModel.class)
@SuppressWarnings("nls")
public final class RevisionEntry extends FollowEntry {

    /** The model's id. */
    static final String ID = "order-revision";
    /** The field with the revision that was read; not shown. */
    private static final String REVISION = "revision";

    private final PurchaseOrders orders;

    /** Revises here. */
    @Activate
    public RevisionEntry(@Reference PurchaseOrders orders, @Reference Documents documents,
        @Reference EntryMasters masters) {
        super(new Texts(ID, Messages.Revision_title, PurchasingPermission.ORDER, Messages.Field_order), documents,
            masters,
            Set.of(PurchaseOrders.KIND, PurchaseOrders.BLANKET));
        this.orders = orders;
    }

    @Override
    public List<EntryField> head() {
        return List.of(document(), EntryField.text("reason", Messages.Field_reason, 40));
    }

    @Override
    public List<EntryField> line() {
        return List.of(masters().item(ITEM, Messages.Field_item),
            EntryField.number("quantity", Messages.Field_quantity, 10),
            EntryField.number("price", Messages.Field_price, 10),
            EntryField.text("due", Messages.Field_lineDue, 14).hint(Messages.Field_dayShort));
    }

    @Override
    public List<EntryField> facts() {
        return List.of(EntryField.number("ordered", Messages.Fact_ordered, 12),
            EntryField.number("was", Messages.Fact_wasPrice, 10), EntryField.text("day", Messages.Fact_wasDue, 12),
            EntryField.number("received", Messages.Fact_received, 12), name(Messages.Fact_name));
    }

    @Override
    protected List<EntryRow> rows(Document order) {
        Step end = order.kind().equals(PurchaseOrders.BLANKET) ? Step.ORDERED : Step.RECEIVED;
        return order.lines().stream().filter(line -> line.open(end).signum() > 0)
            .map(line -> row(line, "quantity", Figures.text(line.entered()), "price",
                LineFigures.price(line, order.currency()), "due", LineFigures.due(order, line), REVISION,
                Integer.toString(order.revision())))
            .toList();
    }

    @Override
    protected Map<String, String> facts(Document order, DocumentLine line) {
        Map<String, String> facts = named(line);
        facts.put("ordered", Figures.text(line.entered()) + ' ' + line.enteredUnit());
        facts.put("was", LineFigures.price(line, order.currency()));
        facts.put("day", LineFigures.due(order, line));
        facts.put("received", LineFigures.text(line, line.done(Step.RECEIVED).max(line.done(Step.ORDERED))));
        return facts;
    }

    @Override
    protected Outcome<Posted> post(EntryState state, Document order) {
        TypedParts parts = masters().parts();
        LocalDate today = masters().today();
        List<Typed> typed = typed(order, state, parts);
        List<PurchaseOrders.Revision> revisions = new ArrayList<>();
        for (Typed one : typed) {
            DocumentLine line = one.line();
            Optional<BigDecimal> quantity = parts.number(one.row().get("quantity"), one.number(), "quantity")
                .filter(much -> much.compareTo(line.entered()) != 0);
            Optional<BigDecimal> price = parts.number(one.row().get("price"), one.number(), "price")
                .filter(amount -> line.price().map(was -> was.compareTo(amount) != 0).orElse(true));
            Optional<LocalDate> due = parts.day(one.row().get("due"), today, one.number(), "due")
                .filter(day -> !line.due().or(order::due).equals(Optional.of(day)));
            if (quantity.isPresent() || price.isPresent() || due.isPresent()) {
                revisions.add(new PurchaseOrders.Revision(line.line(), quantity, price, due));
            }
        }
        if (!parts.refusals().isEmpty()) {
            return Outcome.refused(parts.refusals());
        }
        int read = Integer.parseInt(typed.getFirst().row().get(REVISION));
        return told(orders.revise(order.id(), read, revisions, state.head().get("reason")),
            refusals -> atEntered(refusals, typed))
            .map(now -> new Posted(now.state().equals(PurchaseOrders.OPEN) && !order.state().equals(now.state())
                ? NLS.bind(Messages.Revision_toApprove, now.number(), Integer.valueOf(now.revision()))
                : NLS.bind(Messages.Revision_done, now.number(), Integer.valueOf(now.revision())), now.number(),
                orders.duplicates(order.id())));
    }

}
