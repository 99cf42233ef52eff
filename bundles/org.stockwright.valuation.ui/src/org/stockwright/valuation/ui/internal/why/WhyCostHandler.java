package org.stockwright.valuation.ui.internal.why;

import java.util.OptionalLong;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.Stock.Contribution;
import org.stockwright.ui.StockwrightHandler;
import org.stockwright.valuation.CostLayer;
import org.stockwright.valuation.JournalLine;
import org.stockwright.valuation.ui.internal.Messages;

/**
 * "Why this cost?": explains the movement that is selected, or that a row of the journal or a layer is about. It reads the
 * selection when it runs and says what to do when there is none, as "Why?" does.
 */
public final class WhyCostHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        OptionalLong movement = movement(selection(event).getFirstElement());
        if (movement.isEmpty()) {
            notices(window).failed(Messages.Why_nothing);
            return;
        }
        try {
            WhyCostView why = (WhyCostView) window.getActivePage().showView(WhyCostView.ID);
            why.explain(movement.getAsLong());
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The movement that a row is about; none for a row of the journal that is about no movement. */
    static OptionalLong movement(Object row) {
        return switch (row) {
            case MovementView moved -> OptionalLong.of(moved.seq());
            case Contribution part -> OptionalLong.of(part.movement().seq());
            case CostLayer layer -> OptionalLong.of(layer.movement());
            case JournalLine line when line.movement() > 0 -> OptionalLong.of(line.movement());
            case null, default -> OptionalLong.empty();
        };
    }

}
