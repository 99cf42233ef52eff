package org.stockwright.base;

import java.util.List;
import java.util.NoSuchElementException;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Refusal.Place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A request has a value or reasons, and reasons read as sentences. */
class OutcomeTest {

    @Test
    void aRefusalGoesThroughEveryStep() {
        Outcome<Integer> refused = Outcome.refused(QuantityRefusal.NOT_A_NUMBER, "x");

        Outcome<String> after = refused.map(number -> number + 1).then(number -> Outcome.done("never " + number));

        assertThat(after.isDone()).isFalse();
        assertThat(after.refusals()).isEqualTo(refused.refusals());
        assertThatThrownBy(after::value).isInstanceOf(NoSuchElementException.class)
            .hasMessageContaining("NOT_A_NUMBER");
    }

    @Test
    void aValueGoesThroughEveryStep() {
        assertThat(Outcome.done(1).map(number -> number + 1).then(number -> Outcome.done("done " + number)).value())
            .isEqualTo("done 2");
        assertThat(Outcome.done(1).refusals()).isEmpty();
    }

    @Test
    void aRefusalNeedsAReason() {
        assertThatThrownBy(() -> Outcome.refused(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofAVeryLongValueTheBeginningIsShown() {
        assertThat(Refusal.of(QuantityRefusal.NOT_A_NUMBER, "x".repeat(40_000)).sentence())
            .isEqualTo("'" + "x".repeat(500) + "…' is no number");
        assertThat(Refusal.of(QuantityRefusal.NOT_A_NUMBER, "x".repeat(499) + "\uD83D\uDE00\uD83D\uDE00").sentence())
            .as("no half of a character").isEqualTo("'" + "x".repeat(499) + "…' is no number");
    }

    @Test
    void aRefusalSaysPlaceCodeSentenceAndHint() {
        Refusal refusal = Refusal.of(QuantityRefusal.NOT_A_NUMBER, "1e9 {0} 'x'").hint("Write digits.");

        assertThat(refusal.sentence()).isEqualTo("'1e9 {0} 'x'' is no number");
        assertThat(refusal).hasToString("NOT_A_NUMBER: '1e9 {0} 'x'' is no number Write digits.");
        assertThat(refusal.at(new Place("items.csv", 7, "list_price")).toString())
            .startsWith("items.csv:7, column list_price: NOT_A_NUMBER");
        assertThat(refusal.at(Place.line(3)).toString()).startsWith("line 3: ");
        assertThat(refusal.at(Place.field(0, "unit")).toString()).startsWith("column unit: ");
        assertThat(Place.NONE.isNone()).isTrue();
    }

    @Test
    void everySentenceCanBeFormatted() {
        for (RefusalCode code : QuantityRefusal.values()) {
            assertThat(Refusal.of(code, "a", "b", "c", "d").sentence()).doesNotContain("{");
        }
        for (RefusalCode code : Barcode.Code.values()) {
            assertThat(Refusal.of(code, "a", "b", "c", "d").sentence()).doesNotContain("{");
        }
    }

    @Test
    void numbersInSentencesAreNotGrouped() {
        assertThat(Refusal.of(QuantityRefusal.TOO_LARGE, 1234567, 18).sentence())
            .startsWith("1234567 has more than 18");
    }

}
