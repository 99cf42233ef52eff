package org.stockwright.fulfilment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.security.Requires;

/** Which box for how much. Thread-safe; never called on the user interface's thread. */
@ProviderType
@Requires(FulfilmentPermission.VIEW)
public interface PackingRules {

    /** The name of the setting with the GS1 company prefix of SSCCs. */
    String PREFIX_SETTING = "fulfilment.gs1-company-prefix";

    /**
     * A kind of box or pallet; what is not limited is empty.
     *
     * @param code what people type and scan
     * @param level {@value #BOX} for what holds goods, {@value #PALLET} for what holds units of level {@value #BOX}
     * @param packingItem the item of which one is used up for each unit
     * @param materialPlace where it is taken from; with a packing item
     * @param onlyItem the only item that it is for
     * @param leastUnits it is not used for less: base units of goods, or units that a pallet holds
     * @param mostUnits no more fit
     * @param mostWeight kilograms of what it holds
     * @param mostVolume litres of what it holds
     * @param tare kilograms of the empty box; 0 when nobody weighed it
     * @param outerVolume litres that it takes up itself
     * @param active whether it is used
     */
    record Rule(String code, int level, Optional<ItemId> packingItem, Optional<LocationId> materialPlace,
        Optional<ItemId> onlyItem, Optional<BigDecimal> leastUnits, Optional<BigDecimal> mostUnits,
        Optional<BigDecimal> mostWeight, Optional<BigDecimal> mostVolume, BigDecimal tare,
        Optional<BigDecimal> outerVolume, boolean active) {

        /** A box without limits and material. */
        public static Rule box(String code) {
            return new Rule(code, BOX, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), BigDecimal.ZERO, Optional.empty(), true);
        }

        /** The same on another level. */
        public Rule onLevel(int other) {
            return new Rule(code, other, packingItem, materialPlace, onlyItem, leastUnits, mostUnits, mostWeight,
                mostVolume, tare, outerVolume, active);
        }

        /** The same for at least and at most so many units. */
        public Rule units(Optional<BigDecimal> least, Optional<BigDecimal> most) {
            return new Rule(code, level, packingItem, materialPlace, onlyItem, least, most, mostWeight, mostVolume,
                tare, outerVolume, active);
        }

        /** The same for at most so many kilograms and litres. */
        public Rule limited(Optional<BigDecimal> weight, Optional<BigDecimal> volume) {
            return new Rule(code, level, packingItem, materialPlace, onlyItem, leastUnits, mostUnits, weight, volume,
                tare, outerVolume, active);
        }

        /** The same, so heavy and so large itself. */
        public Rule sized(BigDecimal weight, Optional<BigDecimal> volume) {
            return new Rule(code, level, packingItem, materialPlace, onlyItem, leastUnits, mostUnits, mostWeight,
                mostVolume, weight, volume, active);
        }

        /** The same, using up one of this item from this place. */
        public Rule of(ItemId material, LocationId place) {
            return new Rule(code, level, Optional.of(material), Optional.of(place), onlyItem, leastUnits, mostUnits,
                mostWeight, mostVolume, tare, outerVolume, active);
        }

    }

    /** The level of what holds goods. */
    int BOX = 2;

    /** The level of what holds boxes. */
    int PALLET = 3;

    /** All rules, by level and code. */
    List<Rule> list();

    /** Stores rules, new or changed by their code, all or none. Refusals carry the index (from 1) as their line. */
    @Requires(FulfilmentPermission.RULES)
    Outcome<Integer> saveAll(List<Rule> rules);

    /** What {@link #saveAll} would answer; nothing is stored. */
    @Requires(FulfilmentPermission.RULES)
    Outcome<Integer> rehearse(List<Rule> rules);

    /** The GS1 company prefix of which SSCCs are made; empty when there is none. */
    String companyPrefix();

    /** Sets the GS1 company prefix, 4 to 12 digits; empty to have none. */
    @Requires(FulfilmentPermission.RULES)
    Outcome<String> setCompanyPrefix(String prefix);

    /** The code of the place to which goods are picked when a list names none; empty when there is none. */
    String stagingPlace();

    /** Sets the place to which goods are picked when a list names none. */
    @Requires(FulfilmentPermission.RULES)
    Outcome<String> setStagingPlace(String code);

}
