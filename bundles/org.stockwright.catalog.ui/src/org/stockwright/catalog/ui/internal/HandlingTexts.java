package org.stockwright.catalog.ui.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Handling.ItemHandling;

/** How an item is handled, as typed; no widgets. Numbers are read here, the rest is checked by the catalog. */
@SuppressWarnings("nls")
record HandlingTexts(String weight, String volume, String temperature, String hazard, String abc, String commodity,
    String origin, String days) {

    /** The texts that show what is stored. */
    static HandlingTexts of(ItemHandling handling) {
        return new HandlingTexts(plain(handling.weight()), plain(handling.volume()), handling.temperatureClass(),
            handling.hazardClass(), handling.abcClass(), handling.commodityCode(), handling.originCountry(),
            handling.daysKept().map(String::valueOf).orElse(""));
    }

    private static String plain(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("");
    }

    /** What was typed, or everything that is no number. */
    Outcome<ItemHandling> read(ItemId item) {
        List<Refusal> refusals = new ArrayList<>();
        ItemHandling handling = new ItemHandling(item, ItemTexts.number(weight, "weight", refusals),
            ItemTexts.number(volume, "volume", refusals), temperature, hazard, abc, commodity, origin,
            ItemTexts.days(days, "least days", refusals));
        return refusals.isEmpty() ? Outcome.done(handling) : Outcome.refused(refusals);
    }

}
