package org.stockwright.ui.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stockwright.ui.scan.ScanDetector.Settings;
import org.stockwright.ui.scan.ScanDetector.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class ScanDetectorTest {

    private final ScanDetector detector = new ScanDetector(Settings.DEFAULT);
    private long now = 1_000;

    private Verdict key(char character, long gap) {
        now += gap;
        return detector.key(character, now);
    }

    private List<Verdict> keys(String text, long gap) {
        List<Verdict> verdicts = new ArrayList<>();
        for (char character : text.toCharArray()) {
            verdicts.add(key(character, gap));
        }
        return verdicts;
    }

    private Verdict scan(String code, long gap) {
        now += 1_000;
        keys(code, gap);
        return key('\r', gap);
    }

    @ParameterizedTest
    @ValueSource(longs = { 0, 1, 10, 55, 100 })
    void aBurstThatEndsInEnterIsAScanAtAnyPaceOfAScanner(long gap) {
        assertThat(scan("4006381333931", gap)).isEqualTo(Verdict.SCANNED);
        assertThat(detector.code()).contains("4006381333931");
    }

    @Test
    void aTabEndsAScanToo() {
        keys("4006381333931", 5);
        assertThat(key('\t', 5)).isEqualTo(Verdict.SCANNED);
    }

    @Test
    void onlyTheFirstCharacterOfABurstAsksToRememberTheField() {
        assertThat(keys("4006", 5)).containsExactly(Verdict.PERHAPS_FIRST, Verdict.PERHAPS, Verdict.PERHAPS,
            Verdict.PERHAPS);
    }

    @Test
    void theGapsDecideUpToTheMillisecond() {
        assertThat(scan("ABCD", 100)).isEqualTo(Verdict.SCANNED);
        assertThat(scan("ABCD", 101)).isEqualTo(Verdict.TYPED);
    }

    @Test
    void threeCharactersAreTyped() {
        assertThat(scan("ABC", 5)).isEqualTo(Verdict.TYPED);
        assertThat(scan("ABCD", 5)).isEqualTo(Verdict.SCANNED);
    }

    @Test
    void enterAfterAPauseDoesNotEndAScan() {
        keys("4006381333931", 5);
        assertThat(key('\r', 101)).isEqualTo(Verdict.TYPED);
    }

    @Test
    void aFastTypistIsNotSwallowed() {
        long seed = 20_261_122;
        Random random = new Random(seed);
        int swallowed = 0;
        for (int word = 0; word < 20_000; word++) {
            now += 400;
            int length = 4 + random.nextInt(9);
            for (int i = 0; i < length; i++) {
                key((char) ('a' + random.nextInt(26)), 85 + Math.round(35 * random.nextGaussian()));
            }
            if (key('\r', 90 + random.nextInt(80)) != Verdict.TYPED) {
                swallowed++;
            }
        }
        // 130 words a minute; what remains are words of four letters at the pace of a slow scanner.
        assertThat(swallowed).as("of 20000 words, seed %d", seed).isLessThan(300);
    }

    @Test
    void theEndOfATypedWordAtScannerPaceIsStillTyped() {
        keys("typed slowly ", 180);
        keys("4711", 20);
        assertThat(key('\r', 20)).isEqualTo(Verdict.TYPED);
    }

    @Test
    void twoScansOneBehindTheOtherAreTwo() {
        assertThat(scan("11112222", 3)).isEqualTo(Verdict.SCANNED);
        keys("33334444", 3);
        assertThat(key('\r', 3)).isEqualTo(Verdict.SCANNED);
        assertThat(detector.code()).contains("33334444");
    }

    @Test
    void lineFeedBehindCarriageReturnIsSwallowed() {
        scan("11112222", 3);
        assertThat(key('\n', 1)).isEqualTo(Verdict.SWALLOW);
        assertThat(key('\r', 400)).isEqualTo(Verdict.TYPED);
    }

    @Test
    void shiftDoesNotBreakABurst() {
        now += 1_000;
        for (char character : "AB12Cd".toCharArray()) {
            key((char) 0, 1);
            key(character, 1);
        }
        assertThat(key('\r', 1)).isEqualTo(Verdict.SCANNED);
        assertThat(detector.code()).contains("AB12Cd");
    }

    @Test
    void backspaceMakesItTyping() {
        keys("4006", 5);
        key('\b', 5);
        keys("381333", 5);
        assertThat(key('\r', 5)).isEqualTo(Verdict.TYPED);
    }

    @Test
    void groupSeparatorsAndSymbologyPrefixesBelongToTheCode() {
        for (String prefix : List.of("]C1", "]d2", "]Q3", "]e0")) {
            String code = prefix + "0104006381333931" + (char) 29 + "10LOT7";
            assertThat(scan(code, 2)).isEqualTo(Verdict.SCANNED);
            assertThat(detector.code()).contains(code);
        }
    }

    @Test
    void prefixAndSuffixAreTakenOffAndAskedFor() {
        ScanDetector strict = new ScanDetector(new Settings(4, 100, 300, "~", "#"));
        assertThat(end(strict, "~4006#")).isEqualTo(Verdict.SCANNED);
        assertThat(strict.code()).contains("4006");
        assertThat(end(strict, "4006#")).isEqualTo(Verdict.TYPED);
        assertThat(end(strict, "~40065")).isEqualTo(Verdict.TYPED);
        assertThat(end(strict, "~~#")).isEqualTo(Verdict.TYPED);
    }

    private Verdict end(ScanDetector its, String burst) {
        now += 1_000;
        burst.chars().forEach(character -> its.key((char) character, ++now));
        return its.key('\r', ++now);
    }

    @Test
    void tenThousandCharactersAreSwallowedAndAreNoCode() {
        now += 1_000;
        IntStream.range(0, 10_000).forEach(i -> key('7', 1));
        assertThat(key('\r', 1)).isEqualTo(Verdict.SCANNED);
        assertThat(detector.code()).isEmpty();
        assertThat(detector.length()).isZero();
        assertThat(scan("11112222", 3)).isEqualTo(Verdict.SCANNED);
        assertThat(detector.code()).contains("11112222");
    }

    @Test
    void noiseNeverHidesTheNextGoodScan() {
        long seed = 77;
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            int length = random.nextInt(60);
            for (int i = 0; i < length; i++) {
                key((char) random.nextInt(0x300), random.nextInt(150));
            }
            assertThat(scan("4006381333931", random.nextInt(40))).as("round %d, seed %d", round, seed)
                .isEqualTo(Verdict.SCANNED);
            assertThat(detector.code()).contains("4006381333931");
        }
    }

}
