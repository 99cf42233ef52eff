package org.stockwright.purchasing.ui.internal;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.stockwright.documents.ui.DocumentPages;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.Receipts;
import org.stockwright.ui.Workbench;

/** Warehouse: what waits, what is expected and what came above; the entry of receipts below. */
public final class WarehousePerspective implements IPerspectiveFactory {

    /** The perspective's id. */
    public static final String ID = "org.stockwright.purchasing.ui.perspective.warehouse"; //$NON-NLS-1$

    @Override
    public void createInitialLayout(IPageLayout layout) {
        IFolderLayout main = layout.createFolder(Workbench.MAIN_FOLDER, IPageLayout.TOP, 0.36f,
            IPageLayout.ID_EDITOR_AREA);
        main.addView(DocumentPages.INBOX);
        main.addView(DocumentPages.list(PurchaseOrders.KIND));
        main.addView(DocumentPages.list(Receipts.KIND));
        main.addView("org.stockwright.ledger.ui.stock"); //$NON-NLS-1$
        main.addPlaceholder(DocumentPages.LIST + ":*"); //$NON-NLS-1$
        layout.addPerspectiveShortcut(Workbench.STOCK_PERSPECTIVE);
        layout.addPerspectiveShortcut(PurchasingPerspective.ID);
    }

}
