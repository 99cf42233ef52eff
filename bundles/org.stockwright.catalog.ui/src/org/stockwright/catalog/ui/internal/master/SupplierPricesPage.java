package org.stockwright.catalog.ui.internal.master;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.PriceBreaks;
import org.stockwright.catalog.ui.ItemPage;

/** What suppliers take for an item by quantity and day. */
@Component(service = ItemPage.class)
public final class SupplierPricesPage extends TablePage {

    /** Of the open book. */
    @Activate
    public SupplierPricesPage(@Reference PriceBreaks breaks, @Reference Items items, @Reference Partners partners,
        @Reference CompanyProfiles companies) {
        super(new BreaksTable(breaks, items, partners, companies), 7);
    }

}
