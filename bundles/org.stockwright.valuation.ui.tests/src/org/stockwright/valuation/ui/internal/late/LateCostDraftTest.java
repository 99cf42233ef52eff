package org.stockwright.valuation.ui.internal.late;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.LateCosts.Basis;
import org.stockwright.valuation.LateCosts.Receipt;
import org.stockwright.valuation.LateCosts.Request;
import org.stockwright.valuation.LateCosts.Share;
import org.stockwright.valuation.LateCosts.Target;
import org.stockwright.valuation.ui.internal.Examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockwright.valuation.ui.internal.Examples.EURO;
import static org.stockwright.valuation.ui.internal.Examples.money;

class LateCostDraftTest {

    private static LateCostDraft draft(String documents, String freight, String effective) {
        return new LateCostDraft(documents, "", freight, "", "", Basis.WEIGHT, effective, " INV-7 ", " ship ");
    }

    private static Outcome<Request> request(LateCostDraft draft) {
        return draft.request("key", EURO, Examples.NOON);
    }

    private static List<String> sentences(LateCostDraft draft) {
        return request(draft).refusals().stream().map(refusal -> refusal.sentence()).toList();
    }

    @Test
    void documentsStandApartByCommasBlanksOrLines() {
        assertThat(request(draft("GR-1, GR-2;GR-3\n GR-4", "10", "")).value().targets()).extracting(Target::document)
            .containsExactly("GR-1", "GR-2", "GR-3", "GR-4");
    }

    @Test
    void aLineAndItsWeightCanBeNamed() {
        assertThat(request(draft("GR-1/2 GR-3/1=3.5 wb-4=2", "10", "")).value().targets()).containsExactly(
            new Target("GR-1", Optional.of(2), Optional.empty()),
            new Target("GR-3", Optional.of(1), Optional.of(new BigDecimal("3.5"))),
            new Target("wb-4", Optional.empty(), Optional.of(new BigDecimal("2"))));
    }

    @Test
    void whatWasTypedBecomesARequest() {
        Request request = request(draft("GR-1", "-12,5", "2026-02-03")).value();
        assertThat(request.key()).isEqualTo("key");
        assertThat(request.amount())
            .isEqualTo(new Cost(BigDecimal.ZERO, money("-12.5"), BigDecimal.ZERO, BigDecimal.ZERO));
        assertThat(request.effective()).isEqualTo(Instant.parse("2026-02-03T00:00:00Z"));
        assertThat(request.basis()).isEqualTo(Basis.WEIGHT);
        assertThat(request.reference()).isEqualTo("INV-7");
        assertThat(request.reason()).isEqualTo("ship");
    }

    @Test
    void withoutADateItCountsNow() {
        assertThat(request(draft("GR-1", "1", " ")).value().effective()).isEqualTo(Examples.NOON);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(sentences(draft("GR-1/x=y=z", "ten", "yesterday"))).hasSize(3);
        assertThat(sentences(draft("", "1", ""))).containsExactly("The document is missing");
        assertThat(sentences(draft("GR-1", "0.00", ""))).containsExactly("The amount is missing");
    }

    @Test
    void anAmountIsNeededToGoOn() {
        assertThat(LateCostDraft.of("GR-1").isWithoutAmount()).isTrue();
        assertThat(draft("GR-1", "1", "").isWithoutAmount()).isFalse();
    }

    @Test
    void theSharesAddUpToTheWhole() {
        ShareSheet sheet = new ShareSheet(new Receipt("key", false, List.of(
            new Share(1, "BOLT", money("6"), money("4"), money("2"), money("0")),
            new Share(2, "NUT", money("4"), money("1"), money("2.5"), money("0.5")))), EURO);
        assertThat(sheet.total())
            .isEqualTo("10.00 EUR: 5.00 EUR to stock, 4.50 EUR to cost of sales, 0.50 EUR elsewhere.");
    }

}
