package org.stockwright.catalog.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.internal.UnitTable.StoredUnit;
import org.stockwright.persistence.UnitOfWork;

/**
 * What the catalog's services know by heart while a store is open. Our own changes are forgotten at once, those of other
 * programs on the same database when the store tells of them. Not for use inside a transaction, which reads its own
 * rows. Thread-safe.
 */
@Component(service = { CatalogMemory.class, ChangeListener.class })
public final class CatalogMemory implements ChangeListener {

    private final Remembered<Map<String, StoredUnit>> units;
    private final Remembered<PartnerBook> partners;
    private final Remembered<Optional<CompanyProfile>> profile;
    private final Remembered<ItemIndex> items;

    @Activate
    public CatalogMemory(@Reference UnitOfWork work) {
        units = new Remembered<>(() -> work.read(tx -> UnitTable.load(tx.connection())));
        partners = new Remembered<>(() -> work.read(tx -> PartnerTable.load(tx.connection())));
        profile = new Remembered<>(() -> work.read(tx -> CompanyTable.load(tx.connection())));
        items = new Remembered<>(() -> work.read(tx -> ItemIndex.load(tx.connection())));
    }

    /** All units by code, in the order of dimension and code. */
    Map<String, StoredUnit> units() {
        return units.get();
    }

    PartnerBook partners() {
        return partners.get();
    }

    Optional<CompanyProfile> profile() {
        return profile.get();
    }

    ItemIndex items() {
        return items.get();
    }

    @Override
    public void changed(Set<Topic> topics) {
        if (topics.contains(Topic.ITEMS)) {
            units.forget();
            items.forget();
        }
        if (topics.contains(Topic.PARTNERS)) {
            partners.forget();
        }
        if (topics.contains(Topic.SETTINGS)) {
            // the workbench asks for the company's zone where it must not wait
            profile.renew();
        }
    }

}
