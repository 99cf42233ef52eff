package org.stockwright.ui.scan;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeyClockTest {

    private long seen = 50_000;
    private final KeyClock clock = new KeyClock(() -> seen);

    @Test
    void stampsCountAlsoWhenKeysAreSeenTogetherAfterAFreeze() {
        long first = clock.at(1_000);
        long second = clock.at(1_180);
        assertThat(second - first).isEqualTo(180);
    }

    @Test
    void stampsThatStartAgainGoOn() {
        long first = clock.at(-3);
        assertThat(clock.at(7) - first).isEqualTo(10);
        long before = clock.at(Integer.MAX_VALUE);
        assertThat(clock.at(Integer.MIN_VALUE + 4) - before).isEqualTo(5);
    }

    @Test
    void keysWithoutStampCountWhenTheyAreSeen() {
        long first = clock.at(0);
        seen += 42;
        assertThat(clock.at(0) - first).isEqualTo(42);
    }

    @Test
    void aStampedKeyIsNeverCloseToOneWithout() {
        long first = clock.at(0);
        assertThat(clock.at(1) - first).isGreaterThan(1_000);
    }

    @Test
    void timeNeverGoesBack() {
        long first = clock.at(1_000);
        assertThat(clock.at(900)).isGreaterThanOrEqualTo(first);
    }

}
