package org.stockwright.valuation.ui.internal.late;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.ledger.MovementView;
import org.stockwright.ui.StockwrightHandler;
import org.stockwright.valuation.CostLayer;
import org.stockwright.valuation.JournalLine;
import org.stockwright.valuation.LateCosts;

/** Opens the assistant for a late cost; the documents of the rows that are selected are filled in. */
public final class LateCostHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        Stream<?> rows = selection(event).stream();
        String documents = rows.map(LateCostHandler::document).filter(text -> !text.isEmpty()).distinct()
            .collect(Collectors.joining(", ")); //$NON-NLS-1$
        with(LateCosts.class, window, costs -> LateCostWizard.open(window, costs, documents));
    }

    private static String document(Object row) {
        return switch (row) {
            case MovementView moved -> moved.number().isEmpty() ? moved.key() : moved.number();
            case CostLayer layer -> layer.document();
            case JournalLine line when line.movement() > 0 -> line.document();
            case null, default -> ""; //$NON-NLS-1$
        };
    }

}
