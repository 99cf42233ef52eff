package org.stockwright.catalog.ui.internal.master;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPartSite;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.PriceBreaks;
import org.stockwright.catalog.ui.ItemPage;
import org.stockwright.catalog.ui.internal.Messages;
import org.stockwright.ui.Notices;
import org.stockwright.ui.master.MasterTable;

/** Who sells an item on which terms, and his prices by quantity below. */
@Component
public final class SuppliersPage implements ItemPage {

    private final Items items;
    private final Partners partners;
    private final PriceBreaks breaks;
    private final CompanyProfiles companies;

    /** Of the open book. */
    @Activate
    public SuppliersPage(@Reference Items items, @Reference Partners partners, @Reference PriceBreaks breaks,
        @Reference CompanyProfiles companies) {
        this.items = items;
        this.partners = partners;
        this.breaks = breaks;
        this.companies = companies;
    }

    @Override
    public int order() {
        return 6;
    }

    @Override
    public String title() {
        return Messages.Terms_title;
    }

    @Override
    public View create(Composite parent, IWorkbenchPartSite site, Notices notices) {
        return new Page(parent, site, notices);
    }

    private final class Page implements View {

        private final List<MasterTable> tables;
        private Runnable changed = () -> {
            // nobody listens yet
        };

        Page(Composite parent, IWorkbenchPartSite site, Notices notices) {
            SashForm halves = new SashForm(parent, SWT.VERTICAL);
            tables = List.of(
                new MasterTable(halves, new TermsTable(items, partners, companies), site, notices, () -> changed.run()),
                new MasterTable(halves, new BreaksTable(breaks, items, partners, companies), site, notices,
                    () -> changed.run()));
        }

        @Override
        public void show(Item item) {
            String scope = item.id().toString();
            tables.forEach(table -> {
                if (table.scope().equals(scope)) {
                    table.refresh();
                } else {
                    table.scope(scope);
                }
            });
        }

        @Override
        public void onDirty(Runnable runnable) {
            changed = runnable;
        }

        @Override
        public boolean isDirty() {
            return tables.stream().anyMatch(MasterTable::isDirty);
        }

        @Override
        public void save(Runnable then) {
            tables.getFirst().save(() -> tables.getLast().save(then));
        }

        @Override
        public void setFocus() {
            tables.getFirst().setFocus();
        }

    }

}
