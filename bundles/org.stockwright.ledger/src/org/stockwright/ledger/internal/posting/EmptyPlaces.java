package org.stockwright.ledger.internal.posting;

import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.ledger.LedgerPermission;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.persistence.Transaction;

/**
 * Places where an item is kept though nothing of it lies there yet: opening stock of zero is no movement, but the item
 * is listed with nothing on hand from then on.
 */
@Component(service = EmptyPlaces.class)
public final class EmptyPlaces {

    private final PostingEngine engine;

    /** Makes balances by this engine's rules. */
    @Activate
    public EmptyPlaces(@Reference PostingEngine engine) {
        this.engine = engine;
    }

    /**
     * Makes the balances that goods of these lines would come to, where they are missing.
     *
     * @param lines of items that are not tracked by lot or serial number; their quantities do not matter
     * @return how many places were named, or why the lines could not be posted with a quantity
     */
    public Outcome<Integer> keep(List<MovementLine> lines) {
        return engine.again(() -> engine.work().write(transaction -> keep(transaction, lines)));
    }

    private Outcome<Integer> keep(Transaction transaction, List<MovementLine> lines) throws java.sql.SQLException {
        var premises = engine.premisesIndex().current(transaction);
        PostingRequest request = new PostingRequest("empty-places", transaction.now(),
            lines.stream().map(EmptyPlaces::oneStep).toList(), "", "", "");
        Outcome<List<CheckedLine>> checked = new LineChecks(
            Facts.of(transaction, premises, List.of(request), true), request,
            engine.sites(LedgerPermission.POST)).check();
        if (!checked.isDone()) {
            return Outcome.refused(checked.refusals());
        }
        Map<BalanceKey, BalanceIndex.Ref> made = engine.balances().of(transaction, premises,
            checked.value().stream().map(CheckedLine::to).toList());
        transaction.changes(Topic.STOCK);
        return Outcome.done(made.size());
    }

    /** The checks of posting want a quantity; the smallest that the unit knows stands for none. */
    private static MovementLine oneStep(MovementLine line) {
        Quantity step = new Quantity(line.quantity().unit().step(), line.quantity().unit());
        return new MovementLine(line.kind(), line.item(), step, line.from(), line.to(), line.lot(), line.expires(),
            line.owner(), line.status(), line.toStatus(), line.fromHandlingUnit(), line.toHandlingUnit(),
            line.unitCost(), line.reason());
    }

}
