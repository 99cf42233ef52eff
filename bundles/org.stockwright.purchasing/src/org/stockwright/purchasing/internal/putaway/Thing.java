package org.stockwright.purchasing.internal.putaway;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.Unit;
import org.stockwright.catalog.Handling.ItemHandling;

/**
 * An item as put-away sees it.
 *
 * @param id its identity
 * @param code its code
 * @param category its category's path, or empty
 * @param unit its base unit
 * @param handling how it is stored
 */
record Thing(ItemId id, String code, String category, Unit unit, ItemHandling handling) {

    /** Of things and places of which nothing is said. */
    private static final String AMBIENT = "AMBIENT";

    /** An item that came to a bin after items were read: nothing is known of it. */
    static Thing unknown(ItemId id) {
        return new Thing(id, id.toString(), "", Unit.EACH, ItemHandling.none(id));
    }

    /** Its temperature class, where nothing said means that of the room. */
    String temperature() {
        return temperature(handling.temperatureClass());
    }

    static String temperature(String said) {
        return said.isEmpty() ? AMBIENT : said;
    }

    /** How much of it is within a limit, in whole steps of the unit; empty when it is not known what one unit takes. */
    Optional<BigDecimal> within(BigDecimal limit, Optional<BigDecimal> each) {
        if (each.isEmpty()) {
            return Optional.empty();
        }
        if (each.get().signum() == 0) {
            return Optional.of(MANY);
        }
        BigDecimal steps = limit.max(BigDecimal.ZERO).divide(each.get().multiply(unit.step()), 0, RoundingMode.DOWN);
        return Optional.of(steps.multiply(unit.step()));
    }

    /** More than any bin takes. */
    static final BigDecimal MANY = BigDecimal.TEN.pow(18);

}
