package org.stockwright.ui.internal;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.IPlaceholderFolderLayout;
import org.eclipse.ui.PlatformUI;
import org.stockwright.ui.Workbench;

/** Stock: places on the left, grids in the middle, editors beside them; areas add their views by extensions. */
@SuppressWarnings("nls")
public final class StockPerspective implements IPerspectiveFactory {

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(true);
        IFolderLayout left = layout.createFolder(Workbench.LEFT_FOLDER, IPageLayout.LEFT, 0.2f,
            IPageLayout.ID_EDITOR_AREA);
        show(left, "org.stockwright.ledger.ui.locations");
        IFolderLayout main = layout.createFolder(Workbench.MAIN_FOLDER, IPageLayout.TOP, 0.55f,
            IPageLayout.ID_EDITOR_AREA);
        show(main, "org.stockwright.ledger.ui.stock");
        show(main, "org.stockwright.catalog.ui.items");
        show(main, "org.stockwright.ledger.ui.ledger");
        show(main, "org.stockwright.ledger.ui.reservations");
        main.addPlaceholder("org.stockwright.ledger.ui.why");
        IPlaceholderFolderLayout bottom = layout.createPlaceholderFolder(Workbench.BOTTOM_FOLDER, IPageLayout.BOTTOM,
            0.7f, IPageLayout.ID_EDITOR_AREA);
        bottom.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
        layout.addPerspectiveShortcut(Workbench.ADMINISTRATION_PERSPECTIVE);
    }

    /** An area that is not installed has no views. */
    private static void show(IFolderLayout folder, String view) {
        if (PlatformUI.getWorkbench().getViewRegistry().find(view) != null) {
            folder.addView(view);
        } else {
            folder.addPlaceholder(view);
        }
    }

}
