package org.stockwright.catalog.ui.internal.master;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPartSite;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ui.ItemPage;
import org.stockwright.ui.Notices;
import org.stockwright.ui.master.MasterPage;
import org.stockwright.ui.master.MasterTable;

/** A table about one item as a page of the item editor, saved with it. */
abstract class TablePage implements ItemPage {

    private final MasterPage page;
    private final int order;

    /** Shows this; its scope is the item's identity. */
    TablePage(MasterPage page, int order) {
        this.page = page;
        this.order = order;
    }

    @Override
    public final int order() {
        return order;
    }

    @Override
    public final String title() {
        return page.title();
    }

    @Override
    public final View create(Composite parent, IWorkbenchPartSite site, Notices notices) {
        return new Page(parent, site, notices);
    }

    private final class Page implements View {

        private final MasterTable table;
        private Runnable changed = () -> {
            // nobody listens yet
        };

        Page(Composite parent, IWorkbenchPartSite site, Notices notices) {
            table = new MasterTable(parent, page, site, notices, () -> changed.run());
        }

        @Override
        public void show(Item item) {
            String scope = item.id().toString();
            if (table.scope().equals(scope)) {
                table.refresh();
            } else {
                table.scope(scope);
            }
        }

        @Override
        public void onDirty(Runnable runnable) {
            changed = runnable;
        }

        @Override
        public boolean isDirty() {
            return table.isDirty();
        }

        @Override
        public void save(Runnable then) {
            table.save(then);
        }

        @Override
        public void setFocus() {
            table.setFocus();
        }

    }

}
