package org.stockwright.catalog.ui.internal.master;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.ui.ItemPage;

/** Who sells an item on which terms. */
@Component(service = ItemPage.class)
public final class SuppliersPage extends TablePage {

    /** Of the open book. */
    @Activate
    public SuppliersPage(@Reference Items items, @Reference Partners partners, @Reference CompanyProfiles companies) {
        super(new TermsTable(items, partners, companies), 6);
    }

}
