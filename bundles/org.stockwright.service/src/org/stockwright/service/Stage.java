package org.stockwright.service;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.ItemId;

/**
 * A stage of a service's process. Stages up to the push-pull boundary are done before a customer arrives, the others when he is
 * there.
 *
 * @param code the stable code, unique in its template
 * @param name what people call it
 * @param performer who does it
 * @param automation what does it when nobody has to, for {@link Performer#AUTOMATION} only
 * @param minutes standard time for one unit, in minutes; not negative
 * @param cost what one unit costs beside its materials, in the company's currency; not negative
 * @param validityDays how many days its result can be used; empty when it does not age
 * @param gate what has to be true before the next stage, for whoever looks at the result; empty for no quality gate
 * @param dueMinutes how long after its case arrived, or after the stage before, it should be done; empty for no due time
 * @param materials what it uses up, for one unit
 * @param needs what it occupies, for one unit
 */
public record Stage(String code, String name, Performer performer, Optional<Automation> automation, BigDecimal minutes,
    BigDecimal cost, Optional<Integer> validityDays, String gate, Optional<BigDecimal> dueMinutes,
    List<Material> materials, List<Need> needs) {

    /** Takes copies. */
    public Stage {
        materials = List.copyOf(materials);
        needs = List.copyOf(needs);
    }

    /**
     * What does a stage without people.
     *
     * @param kind the id of an {@link org.stockwright.service.spi.StageAutomation}: {@code letter}, {@code decision},
     *     {@code score}, or a partner's
     * @param code which of that kind, for example the code of a letter template
     */
    public record Automation(String kind, String code) {
    }

    /**
     * Material of a stage.
     *
     * @param item what
     * @param quantity how much for one unit, in the item's base unit; positive
     */
    public record Material(ItemId item, BigDecimal quantity) {
    }

    /**
     * A resource of a stage.
     *
     * @param pool the code of the pool, any member of which will do
     * @param minutes how long for one unit; positive
     */
    public record Need(String pool, BigDecimal minutes) {
    }

}
