package org.stockwright.ui.internal;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.IPlaceholderFolderLayout;
import org.stockwright.ui.Workbench;

/** Administration: the company, its backups and proofs; areas add their views by extensions. */
@SuppressWarnings("nls")
public final class AdministrationPerspective implements IPerspectiveFactory {

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        IPlaceholderFolderLayout main = layout.createPlaceholderFolder(Workbench.MAIN_FOLDER, IPageLayout.TOP, 0.7f,
            IPageLayout.ID_EDITOR_AREA);
        main.addPlaceholder("org.stockwright.company.ui.company");
        main.addPlaceholder("org.stockwright.company.ui.verify");
        IPlaceholderFolderLayout bottom = layout.createPlaceholderFolder(Workbench.BOTTOM_FOLDER, IPageLayout.BOTTOM,
            0.7f, Workbench.MAIN_FOLDER);
        bottom.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
        bottom.addPlaceholder("org.eclipse.pde.runtime.LogView");
        layout.addPerspectiveShortcut(Workbench.STOCK_PERSPECTIVE);
    }

}
