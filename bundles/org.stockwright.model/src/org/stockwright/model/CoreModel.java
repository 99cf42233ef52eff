package org.stockwright.model;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;

/** What the core itself brings to the store, as a module does by its contribution. */
public final class CoreModel {

    /** The scripts of /migrations; a script that was released is never edited, a new one is added at the end. */
    private static final List<String> SCRIPTS = List.of(
        "0001-core.sql",
        "0002-append-only.derby.sql",
        "0002-append-only.postgresql.sql",
        "0003-indexes.postgresql.sql",
        "0004-seal.derby.sql",
        "0004-seal.postgresql.sql",
        "0005-audit.derby.sql",
        "0005-audit.postgresql.sql",
        "0006-users-and-roles.sql",
        "0007-checkpoints.sql",
        "0008-conversion.sql",
        "0009-logistics.sql",
        "0010-modules.sql");

    private CoreModel() {
        // only constants
    }

    /** The entity classes of the core, with the converters that their fields name. */
    public static List<Class<?>> entities() {
        return List.of(MicrosConverter.class, FlagConverter.class, CodesConverter.class,
            CompanyEntity.class, SettingEntity.class, UnitEntity.class, CategoryEntity.class,
            PartnerEntity.class, ItemEntity.class, ItemPackEntity.class, ItemBarcodeEntity.class,
            ItemAliasEntity.class, ItemSupplierEntity.class, LocationEntity.class, LotEntity.class,
            HandlingUnitEntity.class, DraftEntity.class, SavedViewEntity.class, BalanceEntity.class,
            PostingEntity.class, MovementEntity.class, ReservationEntity.class, ItemHandlingEntity.class,
            LocationLimitEntity.class, QuantityPriceEntity.class, SupplierPriceEntity.class, PriceListLineEntity.class,
            PartnerAddressEntity.class);
    }

    /** The SQL scripts of the core, named as {@code ModuleContribution.migrations()} says. */
    public static List<URL> migrations() {
        List<URL> scripts = new ArrayList<>();
        for (String name : SCRIPTS) {
            URL script = CoreModel.class.getResource("/migrations/" + name);
            if (script == null) {
                throw new IllegalStateException("The migration " + name + " is not in the bundle");
            }
            scripts.add(script);
        }
        return scripts;
    }

}
