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

/** Calls parts of a blanket order off: what is left of each line stands beside it; a line without a quantity is left out. */
@Component(service = EntryModel.class)
@SuppressWarnings("nls")
public final class CallOffEntry extends FollowEntry {

    /** The model's id. */
    static final String ID = "call-off";

    private final PurchaseOrders orders;

    /** Calls off here. */
    @Activate
    public CallOffEntry(@Reference PurchaseOrders orders, @Reference Documents documents,
        @Reference EntryMasters masters) {
        super(new Texts(ID, Messages.CallOff_title, PurchasingPermission.ORDER, Messages.Field_blanket), documents,
            masters, Set.of(PurchaseOrders.BLANKET));
        this.orders = orders;
    }

    @Override
    public List<EntryField> head() {
        return List.of(document());
    }

    @Override
    public List<EntryField> line() {
        return List.of(masters().item(ITEM, Messages.Field_item),
            EntryField.number("quantity", Messages.Field_callOff, 12),
            EntryField.text("due", Messages.Field_lineDue, 14).hint(Messages.Field_dayShort));
    }

    @Override
    public List<EntryField> facts() {
        return List.of(EntryField.number("left", Messages.Fact_left, 12),
            EntryField.number("price", Messages.Fact_price, 10), name(Messages.Fact_name));
    }

    @Override
    protected List<EntryRow> rows(Document blanket) {
        return blanket.lines().stream().filter(line -> line.open(Step.ORDERED).signum() > 0)
            .map(line -> row(line)).toList();
    }

    @Override
    protected Map<String, String> facts(Document blanket, DocumentLine line) {
        Map<String, String> facts = named(line);
        facts.put("left", LineFigures.text(line, line.open(Step.ORDERED)));
        facts.put("price", LineFigures.price(line, blanket.currency()));
        return facts;
    }

    @Override
    protected String total(Document blanket, EntryState state) {
        return blanket.due().map(day -> NLS.bind(Messages.CallOff_until, day)).orElse("");
    }

    @Override
    protected Outcome<Posted> post(EntryState state, Document blanket) {
        TypedParts parts = masters().parts();
        LocalDate today = masters().today();
        List<PurchaseOrders.Part> wanted = new ArrayList<>();
        List<Integer> sent = new ArrayList<>();
        for (Typed typed : typed(blanket, state, parts)) {
            Optional<BigDecimal> quantity = parts.number(typed.row().get("quantity"), typed.number(), "quantity");
            Optional<LocalDate> due = parts.day(typed.row().get("due"), today, typed.number(), "due");
            quantity.filter(much -> much.signum() != 0).ifPresent(much -> {
                wanted.add(new PurchaseOrders.Part(typed.line().line(), much, due));
                sent.add(Integer.valueOf(typed.number()));
            });
        }
        if (!parts.refusals().isEmpty()) {
            return Outcome.refused(parts.refusals());
        }
        return told(orders.callOff(state.key(), blanket.id(), Optional.empty(), wanted),
            refusals -> placed(refusals, sent)).map(
                order -> new Posted(
                    NLS.bind(Messages.CallOff_done, order.number(), blanket.number()), order.number(),
                    orders.duplicates(order.id())));
    }

}
