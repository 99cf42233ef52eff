package org.stockwright.fulfilment.ui.internal;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.stockwright.documents.ui.DocumentPages;
import org.stockwright.fulfilment.ui.internal.channel.ChannelsView;
import org.stockwright.fulfilment.ui.internal.pack.PackStation;
import org.stockwright.fulfilment.ui.internal.unit.UnitView;
import org.stockwright.ui.Workbench;

/** Fulfilment: orders, pick lists, shipments and what waits above; what is opened or entered, and the packing table, below. */
@SuppressWarnings("nls")
public final class FulfilmentPerspective implements IPerspectiveFactory {

    /** The perspective's id. */
    public static final String ID = "org.stockwright.fulfilment.ui.perspective.fulfilment";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        IFolderLayout main = layout.createFolder(Workbench.MAIN_FOLDER, IPageLayout.TOP, 0.36f,
            IPageLayout.ID_EDITOR_AREA);
        main.addView("org.stockwright.fulfilment.ui.orders");
        main.addView("org.stockwright.fulfilment.ui.internalOrders");
        main.addView("org.stockwright.fulfilment.ui.transferOrders");
        main.addView("org.stockwright.fulfilment.ui.pickLists");
        main.addView("org.stockwright.fulfilment.ui.shipments");
        main.addView("org.stockwright.fulfilment.ui.returns");
        main.addView(DocumentPages.INBOX);
        main.addPlaceholder("org.stockwright.fulfilment.ui.arrivals");
        main.addPlaceholder("org.stockwright.fulfilment.ui.assemblies");
        main.addPlaceholder(DocumentPages.LIST + ":*");
        main.addPlaceholder("org.stockwright.fulfilment.ui.dropShipments");
        main.addPlaceholder(ChannelsView.ID);
        main.addPlaceholder(UnitView.ID);
        IFolderLayout table = layout.createFolder(Workbench.BOTTOM_FOLDER, IPageLayout.RIGHT, 0.6f,
            IPageLayout.ID_EDITOR_AREA);
        table.addPlaceholder(PackStation.ID);
        layout.addPerspectiveShortcut(Workbench.STOCK_PERSPECTIVE);
    }

}
