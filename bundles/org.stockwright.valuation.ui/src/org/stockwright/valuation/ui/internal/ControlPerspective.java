package org.stockwright.valuation.ui.internal;

import java.util.List;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.stockwright.ui.Workbench;
import org.stockwright.valuation.ui.internal.account.AccountsView;
import org.stockwright.valuation.ui.internal.journal.JournalView;
import org.stockwright.valuation.ui.internal.method.CostMethodsView;
import org.stockwright.valuation.ui.internal.period.PeriodsView;
import org.stockwright.valuation.ui.internal.period.TieOutView;
import org.stockwright.valuation.ui.internal.rate.ExchangeRatesView;
import org.stockwright.valuation.ui.internal.standard.StandardCostsView;
import org.stockwright.valuation.ui.internal.value.CostLayersView;
import org.stockwright.valuation.ui.internal.value.StockValueView;
import org.stockwright.valuation.ui.internal.why.WhyCostView;
import org.stockwright.valuation.ui.internal.writedown.WriteDownsView;

/**
 * Control: values and the journal above, the layers and reasons of what is selected below. What is set now and then, such
 * as methods and accounts, stands beside them when it is opened.
 */
@SuppressWarnings("nls")
public final class ControlPerspective implements IPerspectiveFactory {

    /** The perspective's id. */
    public static final String ID = "org.stockwright.valuation.ui.perspective.control";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        IFolderLayout main = layout.createFolder(Workbench.MAIN_FOLDER, IPageLayout.TOP, 0.6f,
            IPageLayout.ID_EDITOR_AREA);
        main.addView(StockValueView.ID);
        main.addView(JournalView.ID);
        main.addView(TieOutView.ID);
        main.addView(PeriodsView.ID);
        main.addView("org.stockwright.ledger.ui.ledger");
        for (String opened : List.of(WriteDownsView.ID, CostMethodsView.ID, StandardCostsView.ID, AccountsView.ID,
            ExchangeRatesView.ID)) {
            main.addPlaceholder(opened);
        }
        IFolderLayout bottom = layout.createFolder(Workbench.BOTTOM_FOLDER, IPageLayout.BOTTOM, 0.6f,
            Workbench.MAIN_FOLDER);
        bottom.addView(CostLayersView.ID);
        bottom.addView(WhyCostView.ID);
        bottom.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
        layout.addPerspectiveShortcut(Workbench.STOCK_PERSPECTIVE);
        layout.addPerspectiveShortcut(Workbench.ADMINISTRATION_PERSPECTIVE);
    }

}
