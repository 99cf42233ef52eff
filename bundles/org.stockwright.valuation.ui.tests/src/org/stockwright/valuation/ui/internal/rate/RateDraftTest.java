package org.stockwright.valuation.ui.internal.rate;

import java.time.Instant;
import java.util.Currency;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.stockwright.valuation.CostSettings.Rate;
import org.stockwright.valuation.Recorded;
import org.stockwright.valuation.ui.internal.Effective;
import org.stockwright.valuation.ui.internal.Effective.State;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockwright.valuation.ui.internal.Examples.EURO;
import static org.stockwright.valuation.ui.internal.Examples.NOON;
import static org.stockwright.valuation.ui.internal.Examples.money;

class RateDraftTest {

    private static List<String> sentences(String currency, String from, String rate) {
        return new RateDraft(currency, from, rate).rate(EURO, NOON).refusals().stream()
            .map(refusal -> refusal.sentence()).toList();
    }

    @Test
    void whatWasTypedBecomesARate() {
        assertThat(new RateDraft(" usd ", "2026-01-01", "0,92").rate(EURO, NOON).value()).isEqualTo(
            new Rate(Currency.getInstance("USD"), Instant.parse("2026-01-01T00:00:00Z"), money("0.92")));
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThat(sentences("XQZ", "2026-01-01", "1")).containsExactly("'XQZ' is no currency");
        assertThat(sentences("EUR", "2026-01-01", "1")).containsExactly("EUR is the company's own currency");
        assertThat(sentences("", "", "")).hasSize(3).allMatch(text -> text.endsWith(" is missing"));
        assertThat(sentences("USD", "soon", "x")).hasSize(2);
    }

    @Test
    void theNewestRateOfACurrencyIsInForce() {
        Currency dollar = Currency.getInstance("USD");
        RateSheet sheet = RateSheet.of(
            List.of(new Recorded<>(new Rate(dollar, NOON.minusSeconds(9), money("0.9")), NOON, "kim"),
                new Recorded<>(new Rate(dollar, NOON, money("0.92")), NOON, "kim")),
            EURO, NOON);
        assertThat(sheet.rows()).extracting(Effective::state).containsExactly(State.SUPERSEDED, State.IN_FORCE);
        assertThat(sheet.remark()).isEqualTo("What one unit of the currency is worth in EUR.");
        assertThat(RateSheet.EMPTY.remark()).contains("Add one, or import a file");
    }

}
