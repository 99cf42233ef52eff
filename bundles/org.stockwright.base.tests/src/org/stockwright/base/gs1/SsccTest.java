package org.stockwright.base.gs1;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stockwright.base.Refusal;
import org.stockwright.base.Samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Serial shipping container codes. */
class SsccTest {

    @ParameterizedTest
    @CsvSource({ "0614141,0,123456789,006141411234567890", "0614141,1,234567890,106141412345678908",
        "9521234,3,0,395212340000000007" })
    void itIsMadeOfPrefixExtensionAndSerialReference(String prefix, int extension, String serial, String digits) {
        assertThat(Sscc.of(prefix, extension, new BigInteger(serial)).value()).hasToString(digits);
        assertThat(Sscc.parse(" " + digits + "\r").value().digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({ "061,0,1,BAD_COMPANY_PREFIX", "06141410614141,0,1,BAD_COMPANY_PREFIX",
        "0614x41,0,1,BAD_COMPANY_PREFIX",
        "0614141,10,1,BAD_EXTENSION", "0614141,-1,1,BAD_EXTENSION", "0614141,0,-1,BAD_SERIAL_REFERENCE",
        "0614141,0,1000000000,BAD_SERIAL_REFERENCE", "061414112345,0,10000,BAD_SERIAL_REFERENCE" })
    void whatDoesNotFitIsRefused(String prefix, int extension, String serial, String code) {
        assertThat(Sscc.of(prefix, extension, new BigInteger(serial)).refusals()).singleElement()
            .satisfies(refusal -> {
                assertThat(refusal.code().name()).isEqualTo(code);
                assertThat(refusal.hint()).isNotEmpty();
            });
    }

    @ParameterizedTest
    @CsvSource({ "006141411234567891,WRONG_CHECK_DIGIT", "00614141123456789,WRONG_LENGTH",
        "00614141123456789A,BAD_CHARACTER" })
    void aWrongOneIsRefused(String digits, String code) {
        assertThat(Sscc.parse(digits).refusals()).extracting(Refusal::code).extracting(Object::toString)
            .containsExactly(code);
        assertThatThrownBy(() -> new Sscc(digits)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining(code);
    }

    @Test
    void eachIsAnotherAndStandsInASymbol() {
        Set<String> made = new HashSet<>();
        Samples.check("sscc", samples -> {
            String prefix = samples.digits(3 + samples.upTo(9));
            BigInteger serial = new BigInteger(samples.digits(16 - prefix.length()));
            Sscc sscc = Sscc.of(prefix, samples.upTo(10) - 1, serial).value();

            assertThat(sscc.digits()).hasSize(18);
            assertThat(sscc.digits().substring(1)).startsWith(prefix);
            assertThat(ElementString.parse("]C100" + sscc).value().sscc()).contains(sscc);
            assertThat(sscc.element().toString()).isEqualTo("(00)" + sscc);
            made.add(sscc.digits());
        });
        assertThat(made).hasSizeGreaterThan(2_900);
    }

}
