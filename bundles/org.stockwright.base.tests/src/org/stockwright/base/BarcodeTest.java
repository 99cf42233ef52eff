package org.stockwright.base;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stockwright.base.Barcode.Symbology;

import static org.assertj.core.api.Assertions.assertThat;

/** Check digits as GS1 publishes them. */
class BarcodeTest {

    @ParameterizedTest
    @CsvSource({ "96385074,EAN_8", "73513537,EAN_8", "036000291452,UPC_A", "614141000036,UPC_A", "4006381333931,EAN_13",
        "6291041500213,EAN_13", "5901234123457,EAN_13", "9780201379624,EAN_13", "10614141000415,GTIN_14",
        "LOC-A-01-02,CODE_128", "1234567,CODE_128", "123456789012345,CODE_128" })
    void publishedExamplesAreAccepted(String text, Symbology symbology) {
        assertThat(Barcode.parse(text).value()).isEqualTo(new Barcode(text, symbology));
    }

    @ParameterizedTest
    @ValueSource(strings = { "96385074", "036000291452", "4006381333931", "6291041500213", "10614141000415" })
    void everyErrorInOneDigitIsRefused(String text) {
        for (int position = 0; position < text.length(); position++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != text.charAt(position)) {
                    String wrong = text.substring(0, position) + digit + text.substring(position + 1);
                    assertThat(Barcode.parse(wrong).refusals()).as(wrong).extracting(Refusal::code)
                        .containsExactly(Barcode.Code.WRONG_CHECK_DIGIT);
                }
            }
        }
    }

    @Test
    void everyNumberWithItsCheckDigitIsAccepted() {
        Samples.check("check digits", samples -> {
            String digits = samples.digits(new int[] { 7, 11, 12, 13 }[samples.upTo(4) - 1]);

            Barcode barcode = Barcode.parse(digits + Barcode.checkDigit(digits)).value();

            assertThat(barcode.normalised()).hasSize(14).endsWith(barcode.text());
            assertThat(Barcode.parse(barcode.normalised()).value().normalised()).isEqualTo(barcode.normalised());
        });
    }

    @Test
    void allSpellingsOfAGtinAreTheSame() {
        String normal = Barcode.parse("036000291452").value().normalised();

        assertThat(Barcode.parse("0036000291452").value().normalised()).isEqualTo(normal);
        assertThat(Barcode.parse("00036000291452").value().normalised()).isEqualTo(normal);
    }

    @Test
    void garbageIsRefusedOrKeptButNeverThrows() {
        Samples.check("barcode garbage", samples -> {
            String text = samples.garbage();

            Outcome<Barcode> outcome = Barcode.parse(text);

            if (outcome.isDone()) {
                assertThat(outcome.value().text()).isEqualTo(text.strip()).hasSizeLessThanOrEqualTo(48)
                    .matches("[!-~]+");
            } else {
                assertThat(outcome.refusals().getFirst().hint()).isNotEmpty();
                assertThat(outcome.refusals().getFirst().toString()).hasSizeLessThan(300)
                    .doesNotContainPattern("\\p{Cntrl}");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "   ", "two words", "ümlaut", "line\nbreak" })
    void whatNoBarcodeHasIsRefused(String text) {
        assertThat(Barcode.parse(text).refusals()).extracting(Refusal::code)
            .containsExactly(Barcode.Code.NOT_A_BARCODE);
    }

}
