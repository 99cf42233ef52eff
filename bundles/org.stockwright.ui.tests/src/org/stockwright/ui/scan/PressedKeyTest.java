package org.stockwright.ui.scan;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PressedKeyTest {

    private final PressedKey key = new PressedKey();

    @Test
    void theSameKeyWithTheSameStampIsToldAgain() {
        assertThat(key.isToldAgain('A', 7)).isFalse();
        assertThat(key.isToldAgain('A', 7)).isTrue();
        assertThat(key.isToldAgain('A', 7)).isTrue();
    }

    @Test
    void releasedAndPressedInOneMillisecondIsPressedTwice() {
        key.isToldAgain('0', 7);
        key.released();
        assertThat(key.isToldAgain('0', 7)).isFalse();
    }

    @Test
    void aKeyThatIsHeldRepeats() {
        key.isToldAgain('0', 500);
        assertThat(key.isToldAgain('0', 530)).isFalse();
    }

    @Test
    void shiftDoesNotCount() {
        assertThat(key.isToldAgain((char) 0, 7)).isFalse();
        assertThat(key.isToldAgain((char) 0, 7)).isFalse();
        assertThat(key.isToldAgain('A', 7)).isFalse();
        assertThat(key.isToldAgain('A', 7)).isTrue();
    }

}
