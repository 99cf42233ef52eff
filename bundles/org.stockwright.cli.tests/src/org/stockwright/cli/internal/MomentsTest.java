package org.stockwright.cli.internal;

import java.time.ZoneId;
import java.util.Currency;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stockwright.catalog.CompanyProfile;

import static org.assertj.core.api.Assertions.assertThat;

class MomentsTest {

    private final Moments moments = new Moments(new CompanyProfile("Acme", Currency.getInstance("EUR"),
        ZoneId.of("Europe/Berlin"), false));

    @ParameterizedTest
    @CsvSource({ "2026-01-31,2026-01-30T23:00:00Z,2026-01-31T22:59:59.999999Z",
        "2026-03-29,2026-03-28T23:00:00Z,2026-03-29T21:59:59.999999Z",
        "2026-07-01T14:30,2026-07-01T12:30:00Z,2026-07-01T12:30:00Z",
        "2026-07-01 14:30:15,2026-07-01T12:30:15Z,2026-07-01T12:30:15Z",
        "2026-07-01T14:30:00Z,2026-07-01T14:30:00Z,2026-07-01T14:30:00Z",
        "2026-07-01T14:30+05:30,2026-07-01T09:00:00Z,2026-07-01T09:00:00Z",
        "2026-07-01T14:30:00.5+0200,2026-07-01T12:30:00.500Z,2026-07-01T12:30:00.500Z" })
    void aDateMeansTheStartOfTheDayOrItsEndAndAnInstantItself(String text, String start, String end) {
        assertThat(moments.start(text).value()).hasToString(start);
        assertThat(moments.end(text).value()).hasToString(end);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "today", "31.01.2026", "2026-02-30", "2026-13-01", "2026-01-31T25:00", "2026-1-1",
        "2026-01-31T10:00:00+99:00" })
    void whatIsNoDateIsRefusedWithAnExample(String text) {
        assertThat(moments.start(text).refusals()).hasSize(1).first()
            .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(CliRefusal.BAD_INSTANT))
            .satisfies(refusal -> assertThat(refusal.hint()).contains("2026-01-31"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "2026-03-29T02:30", "2026-10-25T02:30" })
    void anHourThatTheClocksSkipOrRepeatIsRefused(String text) {
        assertThat(moments.end(text).refusals().getFirst().code()).isEqualTo(CliRefusal.AMBIGUOUS_INSTANT);
    }

    @Test
    void nothingTypedIsNothingAskedFor() {
        assertThat(moments.startOf(null)).isEmpty();
        assertThat(moments.endOf(null)).isEmpty();
    }

}
