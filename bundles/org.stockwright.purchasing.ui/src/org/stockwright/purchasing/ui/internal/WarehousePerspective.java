package org.stockwright.purchasing.ui.internal;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.stockwright.documents.ui.DocumentPages;
import org.stockwright.ui.Workbench;

/** Warehouse: what waits, what is expected and what came above; the entry of receipts below. */
@SuppressWarnings("nls")
public final class WarehousePerspective implements IPerspectiveFactory {

    /** The perspective's id. */
    public static final String ID = "org.stockwright.purchasing.ui.perspective.warehouse";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        IFolderLayout main = layout.createFolder(Workbench.MAIN_FOLDER, IPageLayout.TOP, 0.36f,
            IPageLayout.ID_EDITOR_AREA);
        main.addView(DocumentPages.INBOX);
        main.addView(PurchasingPerspective.ORDERS);
        main.addView("org.stockwright.purchasing.ui.receipts");
        main.addView("org.stockwright.ledger.ui.stock");
        main.addPlaceholder(DocumentPages.LIST + ":*");
        layout.addPerspectiveShortcut(Workbench.STOCK_PERSPECTIVE);
        layout.addPerspectiveShortcut(PurchasingPerspective.ID);
    }

}
