package org.stockwright.service.ui.internal;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.stockwright.ui.Workbench;

/**
 * The service desk: cases, stored work, capacity and what they follow. They have all the room until something is opened, which
 * then stands below them.
 */
@SuppressWarnings("nls")
public final class ServicePerspective implements IPerspectiveFactory {

    /** The perspective's id. */
    public static final String ID = "org.stockwright.service.ui.perspective.service";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        IFolderLayout main = layout.createFolder(Workbench.MAIN_FOLDER, IPageLayout.TOP, 0.36f,
            IPageLayout.ID_EDITOR_AREA);
        main.addView("org.stockwright.service.ui.cases");
        main.addView("org.stockwright.service.ui.storedWork");
        main.addView("org.stockwright.service.ui.calendar");
        main.addView("org.stockwright.service.ui.templates");
        main.addView("org.stockwright.service.ui.decisionTables");
        main.addView("org.stockwright.service.ui.letters");
        main.addView("org.stockwright.service.ui.scores");
        layout.addPerspectiveShortcut(Workbench.STOCK_PERSPECTIVE);
    }

}
