package org.stockwright.purchasing.ui.internal;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.stockwright.documents.ui.DocumentPages;
import org.stockwright.ui.Workbench;

/** Purchasing: orders, requisitions and what waits above, what is opened or entered below. */
@SuppressWarnings("nls")
public final class PurchasingPerspective implements IPerspectiveFactory {

    /** The perspective's id. */
    public static final String ID = "org.stockwright.purchasing.ui.perspective.purchasing";
    /** The id of the list of purchase orders. */
    static final String ORDERS = "org.stockwright.purchasing.ui.orders";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        IFolderLayout main = layout.createFolder(Workbench.MAIN_FOLDER, IPageLayout.TOP, 0.42f,
            IPageLayout.ID_EDITOR_AREA);
        main.addView(ORDERS);
        main.addView("org.stockwright.purchasing.ui.requisitions");
        main.addView(DocumentPages.INBOX);
        main.addPlaceholder(DocumentPages.LIST + ":*");
        layout.addPerspectiveShortcut(Workbench.STOCK_PERSPECTIVE);
        layout.addPerspectiveShortcut(WarehousePerspective.ID);
    }

}
