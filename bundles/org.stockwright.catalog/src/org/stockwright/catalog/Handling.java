package org.stockwright.catalog;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.security.Requires;

/** How items are stored, packed and shipped. Thread-safe; never called on the user interface's thread. */
@ProviderType
@Requires(CatalogPermission.VIEW)
public interface Handling {

    /**
     * What is known of one item; what is not known is empty.
     *
     * @param item which
     * @param weight kilograms per base unit, packing of the single piece included
     * @param volume litres per base unit
     * @param temperatureClass how cold it is kept: {@code AMBIENT}, {@code CHILLED}, {@code FROZEN} or a word of one's
     *            own, in capitals
     * @param hazardClass its class of dangerous goods, for example {@code 3} or {@code 2.1} of the ADR, in capitals
     * @param abcClass {@code A}, {@code B} or {@code C}: how often it is wanted
     * @param commodityCode 6 to 12 digits of the Harmonized System and its national parts, for customs
     * @param originCountry where it was made: two letters of ISO 3166
     * @param daysKept the days of shelf life that must be left when it is shipped to a customer
     */
    record ItemHandling(ItemId item, Optional<BigDecimal> weight, Optional<BigDecimal> volume, String temperatureClass,
        String hazardClass, String abcClass, String commodityCode, String originCountry, Optional<Integer> daysKept) {

        /** Nothing is known of an item. */
        public static ItemHandling none(ItemId item) {
            return new ItemHandling(item, Optional.empty(), Optional.empty(), "", "", "", "", "", Optional.empty());
        }

    }

    /** The handling of each of these items, {@link ItemHandling#none} where nothing is known. */
    Map<ItemId, ItemHandling> of(Collection<ItemId> items);

    /**
     * Stores what is known of items in the place of what was known before, all or none. Words are stored in capitals,
     * commodity codes without dots and blanks. Refusals carry the index (from 1) as their line.
     *
     * @return how many differed from what was stored
     */
    @Requires(CatalogPermission.EDIT)
    Outcome<Integer> saveAll(List<ItemHandling> handling);

}
