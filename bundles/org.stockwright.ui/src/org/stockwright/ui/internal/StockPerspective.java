package org.stockwright.ui.internal;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.IPlaceholderFolderLayout;
import org.stockwright.ui.Workbench;

/** Stock: places on the left, grids in the middle, editors beside them; areas add their views by extensions. */
@SuppressWarnings("nls")
public final class StockPerspective implements IPerspectiveFactory {

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(true);
        IPlaceholderFolderLayout left = layout.createPlaceholderFolder(Workbench.LEFT_FOLDER, IPageLayout.LEFT, 0.22f,
            IPageLayout.ID_EDITOR_AREA);
        left.addPlaceholder("org.stockwright.ledger.ui.locations");
        IFolderLayout main = layout.createFolder(Workbench.MAIN_FOLDER, IPageLayout.TOP, 0.5f,
            IPageLayout.ID_EDITOR_AREA);
        main.addPlaceholder("org.stockwright.ledger.ui.stock");
        main.addPlaceholder("org.stockwright.catalog.ui.items");
        main.addPlaceholder("org.stockwright.ledger.ui.ledger");
        IPlaceholderFolderLayout bottom = layout.createPlaceholderFolder(Workbench.BOTTOM_FOLDER, IPageLayout.BOTTOM,
            0.7f, IPageLayout.ID_EDITOR_AREA);
        bottom.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
        layout.addPerspectiveShortcut(Workbench.ADMINISTRATION_PERSPECTIVE);
    }

}
