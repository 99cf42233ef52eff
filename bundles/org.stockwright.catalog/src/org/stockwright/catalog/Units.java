package org.stockwright.catalog;

import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.Unit;
import org.stockwright.security.Requires;

/** The units of measure. Thread-safe; answers come from memory. */
@ProviderType
@Requires(CatalogPermission.VIEW)
public interface Units {

    /** Stores a unit, new or changed. A unit that quantities were posted in keeps its dimension, factor and step. */
    @Requires(CatalogPermission.EDIT)
    Outcome<UnitView> save(UnitView unit);

    /** The unit with this code. */
    Optional<Unit> byCode(String code);

    /** All units by dimension and code. */
    List<UnitView> list();

    /**
     * The unit that a quantity of an item may be entered in by this code: the base unit, one of its packs, or another
     * unit of the base unit's dimension.
     */
    Outcome<Unit> unitFor(Item item, String unitCode);

}
