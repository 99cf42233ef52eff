package org.stockwright.base.gs1;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stockwright.base.Barcode;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Element strings as labels have them and scanners send them. In the tables ¤ is GS, ¶ is CR and ‖ is Tab. */
class ElementStringTest {

    private static String characters(String text) {
        return text.replace('¤', '\u001D').replace('¶', '\r').replace('‖', '\t');
    }

    private static Outcome<ElementString> parse(String text) {
        return ElementString.parse(characters(text));
    }

    private static Refusal refusal(String text) {
        Outcome<ElementString> outcome = parse(text);
        assertThat(outcome.refusals()).as(text).hasSize(1);
        return outcome.refusals().getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', quoteCharacter = '\u0001', value = {
        // General Specifications and GS1's public examples
        "]C101950123456789033103000123 (01)95012345678903(3103)000123",
        "]C100006141411234567890 (00)006141411234567890",
        "]C1019501234567890331030001233922399 (01)95012345678903(3103)000123(3922)399",
        "]e00109521234543213320100123410ABC123 (01)09521234543213(3201)001234(10)ABC123",
        "]d201095212345432131726123110ABC¤21456 (01)09521234543213(17)261231(10)ABC(21)456",
        "]Q30109521234543213 (01)09521234543213",
        "]J1011234567890123110AB (01)12345678901231(10)AB",
        "]C1021234567890123137120¤10LOT (02)12345678901231(37)120(10)LOT",
        "]C1414950600013437610X (414)9506000134376(10)X",
        "]C18006095212345432130102 (8006)095212345432130102",
        "]C1253950600013437612345¤90x (253)950600013437612345(90)x",
        "]C17003261231235910A (7003)2612312359(10)A",
        "]C1421276LV1010¤10A (421)276LV1010(10)A",
        // without symbology identifier
        "00006141411234567890 (00)006141411234567890",
        "01095212345432131726123110ABC123 (01)09521234543213(17)261231(10)ABC123",
        "01076123456789001710050310AC3453G3¤21455777 (01)07612345678900(17)100503(10)AC3453G3(21)455777",
        "01030410947874432115Qbag!¤93Zjqw (01)03041094787443(21)15Qbag!(93)Zjqw",
        // what scanners send for FNC1
        "]C10109521234543213102A{GS}30123 (01)09521234543213(10)2A(30)123",
        "]C10109521234543213102A<GS>30123 (01)09521234543213(10)2A(30)123",
        "]C10109521234543213102A[GS]30123 (01)09521234543213(10)2A(30)123",
        "]C10109521234543213102A<gs>30123 (01)09521234543213(10)2A(30)123",
        "]C10109521234543213102A\\x1d30123 (01)09521234543213(10)2A(30)123",
        "]C10109521234543213102A\\x1D30123 (01)09521234543213(10)2A(30)123",
        "]C10109521234543213102A\\u001d30123 (01)09521234543213(10)2A(30)123",
        "]C10109521234543213102A^]30123 (01)09521234543213(10)2A(30)123",
        "]C10109521234543213102A|30123 (01)09521234543213(10)2A(30)123",
        "]C10109521234543213102A^30123 (01)09521234543213(10)2A(30)123",
        "]C10109521234543213102A~30123 (01)09521234543213(10)2A(30)123",
        "]C10109521234543213102A~130123 (01)09521234543213(10)2A(30)123",
        "]C10109521234543213102A<FNC1>30123 (01)09521234543213(10)2A(30)123",
        "]C10109521234543213102A␝30123 (01)09521234543213(10)2A(30)123",
        "~10109521234543213~11726123110A~12177 (01)09521234543213(17)261231(10)A(21)77",
        // separators too many, line ends
        "¤0109521234543213¤¤10A¤¤¤30123¤ (01)09521234543213(10)A(30)123",
        "]C1¤0109521234543213¤17261231¤10A (01)09521234543213(17)261231(10)A",
        "]d201095212345432132155¤¶ (01)09521234543213(21)55",
        "0109521234543213‖ (01)09521234543213",
        "]C1]C10109521234543213 (01)09521234543213",
        // as under the bars
        "(01)09521234543213(3103)001250(10)A-1/2 (01)09521234543213(3103)001250(10)A-1/2",
        "]C1(01)09521234543213(10)A(1)B¶ (01)09521234543213(10)A(1)B",
        "(01)09521234543213¤(17)261231¤(10)A (01)09521234543213(17)261231(10)A",
        "(10)ABC (10)ABC",
        // another keyboard layout than the scanner believes in: French, Belgian, German
        "à&à)(é&é\"'('\"é&\" -",
        "$C&à&àç(é&é\"'('\"é&\"&àLOT (01)09521234543213(10)LOT",
        "à&àç(é&é\"'('\"é&\"&à2A -",
        "à&àç(é&é\"'('\"é&\"&àQB& (01)09521234543213(10)AB1",
        "à&àç(é&é\"'('\"é&\"&èé-&é\"&&àQ)& (01)09521234543213(17)261231(10)A-1",
        "à&àç(é&é\"'('\"é&\"&èé§&é\"&&àQ)& (01)09521234543213(17)261231(10)A-1",
        "$dé¤à&àç(é&é\"'('\"é&\"&àZ:¤é&è (01)09521234543213(10)W.(21)7",
        "+C10109521234543213104Z7¤21ßA (01)09521234543213(10)4Y7(21)-A",
        "+d2010952123454321310ABC (01)09521234543213(10)ABC",
        // the same twice
        "0109521234543213¤10A¤10A (01)09521234543213(10)A",
        // a missing separator that cannot be but at one place
        "0109521234543213305¤10LOT (01)09521234543213(30)5(10)LOT",
        "010952123454321330510LOT (01)09521234543213(30)5(10)LOT",
        "010952123454321310ABCDEFGHIJKLMNOPQ17261231 (01)09521234543213(10)ABCDEFGHIJKLMNOPQ(17)261231",
        "010952123454321310ABCDEFGHIJKLMNOPQ17261231¤30123 "
            + "(01)09521234543213(10)ABCDEFGHIJKLMNOPQ(17)261231(30)123",
        // a scanner that sends GS sends it everywhere: the lot looks like more, and is not
        "¤010952123454321310LOT17261231 (01)09521234543213(10)LOT17261231",
        "010952123454321310LOT17261231¤30123 (01)09521234543213(10)LOT17261231(30)123" })
    void aScanIsRead(String scan, String expected) {
        Outcome<ElementString> outcome = parse(scan);

        if (expected.equals("-")) {
            assertThat(outcome.isDone()).as(scan).isFalse();
        } else {
            assertThat(outcome.refusals()).as(scan).isEmpty();
            assertThat(outcome.value().toHumanReadable()).as(scan).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', quoteCharacter = '\u0001', value = { "4006381333931 NOT_AN_ELEMENT_STRING",
        "036000291452 NOT_AN_ELEMENT_STRING", "10614141000415 NOT_AN_ELEMENT_STRING",
        "LOC-A-01-02 NOT_AN_ELEMENT_STRING", "]E04006381333931 NOT_AN_ELEMENT_STRING",
        "10ABC NOT_AN_ELEMENT_STRING", "]C1 NOT_AN_ELEMENT_STRING", "~ NOT_AN_ELEMENT_STRING",
        "(99 NOT_AN_ELEMENT_STRING", "(05)1 NOT_AN_ELEMENT_STRING", "]C1LOT UNKNOWN_IDENTIFIER",
        "010952123454321305 UNKNOWN_IDENTIFIER", "0109521234543214 WRONG_CHECK_DIGIT",
        "(01)09521234543214 WRONG_CHECK_DIGIT", "00006141411234567891 WRONG_CHECK_DIGIT",
        "(01)9521234543213 WRONG_LENGTH", "]C1019521234543213 WRONG_LENGTH", "(10) WRONG_LENGTH",
        "(10)ABCDEFGHIJKLMNOPQRSTU WRONG_LENGTH", "(3103)12345 WRONG_LENGTH", "(30)123456789 WRONG_LENGTH",
        "(10)Ü BAD_CHARACTER", "(10)A¤B BAD_CHARACTER", "(30)5A BAD_CHARACTER", "(01)0952123454321A BAD_CHARACTER",
        "(17)261301 BAD_DATE", "(17)260229 BAD_DATE", "(17)261232 BAD_DATE", "(7003)2612312400 BAD_DATE",
        "(7006)261200 BAD_DATE", "(10)A(10)B CONTRADICTION", "(3103)001250(3102)001250 CONTRADICTION",
        "010952123454321310A¤10B CONTRADICTION", "010952123454321310LOT17261231 AMBIGUOUS",
        "0109521234543213301210LOT7 AMBIGUOUS", "010952123454321310L0100009521234543213 NOT" })
    void aRefusalSaysWhy(String scan, String code) {
        if (code.equals("NOT")) {
            // a GTIN with a wrong check digit behind the lot convinces nobody: it is the lot's
            assertThat(parse(scan).value().lot()).contains("L0100009521234543213");
            return;
        }
        Refusal refusal = refusal(scan);

        assertThat(refusal.code().name()).as(scan + ": " + refusal).isEqualTo(code);
        assertThat(refusal.hint()).isNotEmpty();
        assertThat(refusal.sentence()).doesNotContain("{").doesNotContainPattern("\\p{Cntrl}");
    }

    @Test
    void anAmbiguousScanNamesBothReadingsAndWhatToConfigure() {
        assertThat(refusal("010952123454321310LOT17261231").toString())
            .isEqualTo("AMBIGUOUS: It may be (01)09521234543213(10)LOT17261231 or "
                + "(01)09521234543213(10)LOT(17)261231 Let the scanner send FNC1 as the character GS (hexadecimal 1D).");
    }

    @Test
    void allThatAScanSaysIsThere() {
        ElementString scan = parse("]d2010952123454321311260131132602281527030017270630310300125010AB-1¤21S/7¤3012")
            .value();

        assertThat(scan.gtin()).contains(Barcode.parse("09521234543213").value());
        assertThat(scan.lot()).contains("AB-1");
        assertThat(scan.serial()).contains("S/7");
        assertThat(scan.produced(2026)).contains(LocalDate.of(2026, 1, 31));
        assertThat(scan.packed(2026)).contains(LocalDate.of(2026, 2, 28));
        assertThat(scan.expires(2026)).contains(LocalDate.of(2027, 6, 30));
        assertThat(scan.count()).contains(new BigDecimal("12"));
        assertThat(scan.netWeight()).contains(new Measure(new BigDecimal("1.250"), "KG"));
        assertThat(scan.amounts()).containsExactly(new Measure(new BigDecimal("1.250"), "KG"));
        assertThat(scan.grossWeight()).isEmpty();
        assertThat(scan.bestBefore(2026)).contains(LocalDate.of(2027, 3, 31));
        assertThat(scan.sscc()).isEmpty();
        assertThat(scan.sellBy(2026)).isEmpty();
    }

    @Test
    void aPalletSaysWhatItHolds() {
        ElementString pallet = parse("(00)006141411234567890(02)09521234543213(37)48(3402)012345(7003)2612311200")
            .value();

        assertThat(pallet.sscc()).contains(new Sscc("006141411234567890"));
        assertThat(pallet.gtin()).isEmpty();
        assertThat(pallet.contained()).contains(Barcode.parse("09521234543213").value());
        assertThat(pallet.count()).contains(new BigDecimal("48"));
        assertThat(pallet.grossWeight()).contains(new Measure(new BigDecimal("123.45"), "LB"));
        assertThat(pallet.amounts()).as("gross weight is not how much there is").isEmpty();
        assertThat(pallet.expires(2026)).contains(LocalDate.of(2026, 12, 31));
    }

    @ParameterizedTest
    @CsvSource({ "3100,001234,1234,KG", "3101,001234,123.4,KG", "3102,001234,12.34,KG", "3103,001234,1.234,KG",
        "3104,001234,0.1234,KG", "3105,001234,0.01234,KG", "3203,999999,999.999,LB", "3152,000150,1.50,L",
        "3143,001000,1.000,M2", "3562,000100,1.00,OZT", "3373,000080,0.080,KG/M2" })
    void theFourthDigitIsTheNumberOfDecimals(String code, String value, BigDecimal amount, String unit) {
        assertThat(Element.of(code, value).value().measure()).contains(new Measure(amount, unit));
    }

    @ParameterizedTest
    @CsvSource({ "3922,399,3.99", "3932,9781250,12.50", "3900,15,15", "37,8,8", "30,00000008,8" })
    void amountsAndCountsAreNumbers(String code, String value, BigDecimal number) {
        assertThat(Element.of(code, value).value().number()).hasValueSatisfying(
            found -> assertThat(found).isEqualByComparingTo(number));
    }

    @Test
    void textsAreNoNumbersAndNoDates() {
        Element lot = Element.of("10", "261231").value();

        assertThat(lot.number()).isEmpty();
        assertThat(lot.date(2026)).isEmpty();
        assertThat(lot.measure()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "260101,2026,2026-01-01", "760101,2026,2076-01-01", "770101,2026,1977-01-01",
        "990101,2026,1999-01-01", "000101,2026,2000-01-01", "000101,1999,2000-01-01", "490101,1999,2049-01-01",
        "500101,1999,1950-01-01", "010101,2099,2101-01-01", "260200,2026,2026-02-28", "280200,2026,2028-02-29",
        "261200,2026,2026-12-31", "000229,2099,2100-02-28", "240229,2026,2024-02-29" })
    void aDateIsOfTheCenturyThatIsNearest(String digits, int thisYear, LocalDate day) {
        assertThat(Element.of("17", digits).value().date(thisYear)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = { "]C10109521234543213", "0109521234543213", "00006141411234567890", "(01)0", "(10)A",
        "]d2x", "10LOT\u001D17261231", "010952123454321410" })
    void aTextThatSaysItIsAnElementStringLooksLikeOne(String text) {
        assertThat(ElementString.looksLike(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "4006381333931", "10614141000415", "]E04006381333931", "]C0ABC", "]C1", "BOLT-8",
        "(c) BOLT", "(05)1", "A\u001DB", "~", "10LOT~17261231", "4006381333931\u001D" })
    void othersDoNot(String text) {
        assertThat(ElementString.looksLike(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "010952123454321310LOT17261231,true", "(01)09521234543213(zz),true", "]C10109521234543213,true",
        "0209521234543213999999,true", "0109521234543214,false", "01095212345432133,false", "4006381333931,false" })
    void anItemCanBeFoundAlthoughTheRestCannotBeRead(String text, boolean found) {
        assertThat(ElementString.gtinAtStart(text)).isEqualTo(
            found ? Optional.of(Barcode.parse("09521234543213").value()) : Optional.empty());
    }

    @Test
    void aTextForALabelHasFnc1OnlyWhereItIsNeeded() {
        ElementString label = parse("(01)09521234543213(10)A(17)261231(402)12345678901234560(21)S").value();

        assertThat(label.toText("<F>")).isEqualTo("010952123454321310A<F>1726123140212345678901234560<F>21S");
        assertThat(label.toHumanReadable())
            .isEqualTo("(01)09521234543213(10)A(17)261231(402)12345678901234560(21)S");
    }

    @Test
    void whatDoesNotFitCannotBeMade() {
        assertThatThrownBy(() -> new Element(ApplicationIdentifier.GTIN, "1"))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("WRONG_LENGTH");
        Element lot = new Element(ApplicationIdentifier.LOT, "A");
        Element other = new Element(ApplicationIdentifier.LOT, "B");
        assertThatThrownBy(() -> new ElementString(List.of(lot, other)))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("CONTRADICTION");
        assertThatThrownBy(() -> new ElementString(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThat(ElementString.of(List.of(lot, lot)).value().elements()).containsExactly(lot);
        assertThat(ElementString.of(List.of(lot, other)).isDone()).isFalse();
        assertThat(ElementString.of(List.of()).isDone()).isFalse();
        assertThat(Element.of("05", "1").refusals()).extracting(Refusal::code)
            .containsExactly(Gs1Refusal.UNKNOWN_IDENTIFIER);
    }

    @Test
    void noIdentifierIsTheBeginningOfAnother() {
        List<String> codes = ApplicationIdentifier.all().stream().map(ApplicationIdentifier::code).toList();

        for (String code : codes) {
            assertThat(codes).as(code).filteredOn(other -> other.startsWith(code)).containsExactly(code);
        }
        assertThat(ApplicationIdentifier.of("3103").orElseThrow().decimals()).isEqualTo(3);
        assertThat(ApplicationIdentifier.of("3106")).isEmpty();
        assertThat(ApplicationIdentifier.of("3943")).isPresent();
        assertThat(ApplicationIdentifier.all()).allSatisfy(identifier -> {
            assertThat(identifier.isPredefined()).as("fixed when predefined: %s", identifier)
                .isIn(identifier.isFixed(), false);
            assertThat(identifier.title()).isNotEmpty();
        });
    }

    @Test
    void aKeyboardHasEachKeyOnce() {
        for (KeyboardLayout layout : KeyboardLayout.values()) {
            assertThat(layout.meant("ABCDEFGHIJKLNOPQRSTUVWXYZ").orElseThrow().chars().distinct().count())
                .as(layout.name()).isEqualTo(25);
            assertThat(layout.meant("\u0416")).as(layout.name()).isEmpty();
        }
    }

}
