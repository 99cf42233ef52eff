package org.stockwright.catalog.ui;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPartSite;
import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.catalog.Item;
import org.stockwright.ui.Notices;

/**
 * A page that a bundle adds to the item editor, such as the item's stock. Register it as an OSGi service; all methods are
 * called on the user interface's thread, so data is loaded by way of {@link org.stockwright.ui.Work}.
 */
@ConsumerType
public interface ItemPage {

    /** Pages stand from left to right in this order; master data is 0. */
    int order();

    /** The tab's title. */
    String title();

    /** Makes the page's widgets for one editor; the parent has a {@code FillLayout}. */
    View create(Composite parent, IWorkbenchPartSite site, Notices notices);

    /** The page in one editor. */
    interface View {

        /** Shows an item; called when the page is shown and when something was changed. */
        void show(Item item);

        /** Gives the focus to the main widget. */
        void setFocus();

        /** Takes what to run whenever {@link #isDirty} may have changed. Pages that only show something never run it. */
        default void onDirty(Runnable changed) {
            // most pages only show something
        }

        /** Whether something on the page is not saved; the editor has the star then and asks before it is closed. */
        default boolean isDirty() {
            return false;
        }

        /**
         * Saves what was changed on the page, and tells in the notices what became of it.
         *
         * @param then runs at the end, whatever became of it
         */
        default void save(Runnable then) {
            then.run();
        }

    }

}
