package org.stockwright.valuation.ui.internal.standard;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostSettings.Standard;
import org.stockwright.valuation.ValuationRefusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockwright.valuation.ui.internal.Examples.EURO;
import static org.stockwright.valuation.ui.internal.Examples.NOON;

class StandardDraftTest {

    private static Outcome<ItemId> find(String code) {
        return code.equals("BOLT") ? Outcome.done(new ItemId(7))
            : Outcome.refused(ValuationRefusal.UNKNOWN_ITEM, code);
    }

    private static Outcome<Standard> read(StandardDraft draft) {
        return draft.standard(EURO, NOON, StandardDraftTest::find);
    }

    @Test
    void whatWasTypedBecomesAStandard() {
        assertThat(read(new StandardDraft("BOLT", "2026-01-01", "1,5", ".25", "", "0")).value())
            .isEqualTo(new Standard(new ItemId(7), Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                new Cost(new BigDecimal("1.5"), new BigDecimal("0.25"), BigDecimal.ZERO, BigDecimal.ZERO)));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(read(new StandardDraft("", "soon", "", "", "", "")).refusals()).hasSize(3);
        assertThat(read(new StandardDraft("NUT", "", "1", "", "", "")).refusals())
            .extracting(refusal -> refusal.sentence()).containsExactly("There is no item 'NUT'");
    }

    @Test
    void nothingMayCostNothing() {
        assertThat(read(new StandardDraft("BOLT", "", "0", "", "", "")).value().cost()).isEqualTo(Cost.ZERO);
    }

    @Test
    void theTotalIsShownAsLongAsAllPartsAreNumbers() {
        assertThat(new StandardDraft("", "", "1.5", "", ".25", "").total()).contains(new BigDecimal("1.75"));
        assertThat(new StandardDraft("", "", "1.5", "x", "", "").total()).isEmpty();
    }

}
