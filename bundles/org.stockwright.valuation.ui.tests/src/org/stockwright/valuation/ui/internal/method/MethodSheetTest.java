package org.stockwright.valuation.ui.internal.method;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.CostScope;
import org.stockwright.valuation.CostSettings.Level;
import org.stockwright.valuation.CostSettings.Policy;
import org.stockwright.valuation.CostSettings.PolicyEffect;
import org.stockwright.valuation.Recorded;
import org.stockwright.valuation.ui.internal.Effective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockwright.valuation.ui.internal.Examples.EURO;
import static org.stockwright.valuation.ui.internal.Examples.NOON;

class MethodSheetTest {

    private static Recorded<Policy> set(Level level, String subject, CostMethod method, Instant from) {
        return new Recorded<>(new Policy(level, subject, method, Optional.ofNullable(from)), NOON, "kim");
    }

    private static MethodSheet sheet(List<Recorded<Policy>> history) {
        return MethodSheet.of(history, CostScope.SITE, true, EURO, NOON);
    }

    @Test
    void withoutAnyDecisionItIsTheMovingAverage() {
        assertThat(sheet(List.of()).rows()).singleElement().satisfies(row -> {
            assertThat(row.what().method()).isEqualTo(CostMethod.AVERAGE);
            assertThat(row.state()).isEqualTo(Effective.State.IN_FORCE);
        });
    }

    @Test
    void theCompanyComesFirstAndTheNewestOfEach() {
        assertThat(sheet(List.of(set(Level.ITEM, "BOLT", CostMethod.FIFO, null),
            set(Level.CATEGORY, "Parts", CostMethod.STANDARD, null),
            set(Level.COMPANY, "", CostMethod.FIFO, NOON))).rows())
            .extracting(row -> row.what().level() + " " + row.what().method() + " " + row.state())
            .containsExactly("COMPANY FIFO IN_FORCE", "COMPANY AVERAGE SUPERSEDED", "CATEGORY STANDARD IN_FORCE",
                "ITEM FIFO IN_FORCE");
    }

    @Test
    void lifoIsRemarkedAsLongAsItHolds() {
        assertThat(sheet(List.of(set(Level.ITEM, "BOLT", CostMethod.LIFO, null))).remark()).contains("IAS 2");
        assertThat(sheet(List.of(set(Level.ITEM, "BOLT", CostMethod.LIFO, null),
            set(Level.ITEM, "BOLT", CostMethod.FIFO, NOON))).remark()).isEmpty();
    }

    @Test
    void theScopeSaysWhetherItCanBeChanged() {
        assertThat(sheet(List.of()).scopeText())
            .isEqualTo("the goods of an item at a site; fixed, since there are values already");
        assertThat(MethodSheet.of(List.of(), CostScope.LOT, false, EURO, NOON).scopeText())
            .isEqualTo("the goods of a lot or serial number");
    }

    @Test
    void whatWasTypedBecomesAPolicy() {
        assertThat(new MethodDraft(Level.ITEM, " BOLT ", CostMethod.FIFO, "2026-02-03").policy(EURO, NOON).value())
            .isEqualTo(new Policy(Level.ITEM, "BOLT", CostMethod.FIFO,
                Optional.of(Instant.parse("2026-02-03T00:00:00Z"))));
        assertThat(new MethodDraft(Level.COMPANY, "ignored", CostMethod.FIFO, " ").policy(EURO, NOON).value())
            .isEqualTo(new Policy(Level.COMPANY, "", CostMethod.FIFO, Optional.empty()));
        assertThat(new MethodDraft(Level.CATEGORY, "", CostMethod.FIFO, "x").policy(EURO, NOON).refusals()).hasSize(2);
    }

    @Test
    void theEffectIsToldInMoney() {
        assertThat(new MethodDraft(Level.COMPANY, "", CostMethod.FIFO, "").effect(
            new PolicyEffect(3, new BigDecimal("100"), new BigDecimal("90.5")), EURO))
            .isEqualTo("Items valued anew: 3. Value of stock: 100.00 EUR now, 90.50 EUR then (-9.50 EUR).");
    }

}
