package org.stockwright.valuation.ui.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.stockwright.ledger.ui.TypedInstant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TypedInstantTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 29);

    @Test
    void aDayBeginsAndEndsInTheCompanysZoneAlsoWhenItIsShorter() {
        assertThat(TypedInstant.start("2026-03-29", BERLIN, TODAY)).contains(Instant.parse("2026-03-28T23:00:00Z"));
        assertThat(TypedInstant.end("2026-03-29", BERLIN, TODAY))
            .contains(Instant.parse("2026-03-29T21:59:59.999999Z"));
    }

    @Test
    void aMinuteBeginsAndEnds() {
        assertThat(TypedInstant.start("2026-01-31 14:30", BERLIN, TODAY))
            .contains(Instant.parse("2026-01-31T13:30:00Z"));
        assertThat(TypedInstant.end("2026-01-31 14:30", BERLIN, TODAY))
            .contains(Instant.parse("2026-01-31T13:30:59.999999Z"));
    }

    @Test
    void daysAreCountedFromToday() {
        assertThat(TypedInstant.day("t", TODAY)).isEqualTo(TODAY);
        assertThat(TypedInstant.day("t-29", TODAY)).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(TypedInstant.start("t+3", BERLIN, TODAY)).contains(Instant.parse("2026-03-31T22:00:00Z"));
    }

    @Test
    void nothingTypedIsNoInstant() {
        assertThat(TypedInstant.start(" ", BERLIN, TODAY)).isEmpty();
        assertThat(TypedInstant.end("", BERLIN, TODAY)).isEmpty();
    }

    @Test
    void whatIsNoDateIsRefused() {
        assertThatThrownBy(() -> TypedInstant.start("tomorrow", BERLIN, TODAY)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> TypedInstant.end("2026-02-30", BERLIN, TODAY)).isInstanceOf(DateTimeException.class);
    }

}
