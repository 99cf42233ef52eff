package org.stockwright.service.internal.letters;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.service.LetterData;
import org.stockwright.service.LetterField;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.ServiceRefusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What may stand in a letter, and what becomes of it. */
class LetterTextTest {

    private static final LetterData DATA = new LetterData(
        Map.of("name", "Ada <b>&Co", "paid", "yes", "amount", "1234.50", "day", "2026-01-05", "customer.city", "Łódź"),
        Map.of("rows", List.of(Map.of("item", "Bolt", "qty", "2"), Map.of("item", "Nut", "qty", "30"))));

    private static String letter(String text) {
        return letter(text, DATA);
    }

    private static String letter(String text, LetterData data) {
        return whole(text, data).replace(PreparedLetter.UTF_8, "");
    }

    private static String whole(String text, LetterData data) {
        return new String(prepared(text).then(letter -> letter.fill(data)).value(), StandardCharsets.UTF_8);
    }

    private static Outcome<PreparedLetter> prepared(String text) {
        return PreparedLetter.of(LetterFormat.HTML, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Refusal> refusals(String text) {
        return prepared(text).then(letter -> letter.fill(DATA)).refusals();
    }

    @Test
    void fieldsAreFilledInAndEscaped() {
        assertThat(letter("<p>Dear ${name}, ${customer.city}</p>")).isEqualTo("<p>Dear Ada &lt;b&gt;&amp;Co, Łódź</p>");
    }

    @Test
    void aValueIsNeverReadAsATemplate() {
        LetterData data = LetterData
            .of(Map.of("name", "${secret} [#if x]<script>alert('1')</script>\nsecond\u0007line"));
        assertThat(letter("<p>${name}</p>", data)).isEqualTo(
            "<p>${secret} [#if x]&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;<br/>secondline</p>");
    }

    @Test
    void conditionsChooseText() {
        String text = "[#if paid == \"yes\"]Thank you[#elseif paid == 'no']Please pay[#else]Hello[/#if]";
        assertThat(letter(text)).isEqualTo("Thank you");
        assertThat(letter(text, LetterData.of(Map.of("paid", "no")))).isEqualTo("Please pay");
        assertThat(letter(text, LetterData.of(Map.of("paid", "?")))).isEqualTo("Hello");
        assertThat(letter("[#if amount?number > 1000 && !(paid == 'no')]much[/#if]")).isEqualTo("much");
    }

    @Test
    void listsGoThroughTheRowsOfATable() {
        assertThat(
            letter("[#list rows as row]${row?counter}. ${row.qty?number * 2} ${row.item}[#sep]; [/#sep][/#list]"))
            .isEqualTo("1. 4 Bolt; 2. 60 Nut");
        assertThat(letter("[#if rows?size gt 1]${rows?size}[#list rows as row]${row.qty}[/#list][/#if]"))
            .isEqualTo("2230");
        assertThat(letter("[#list rows as row]${row.item}[#else]nothing[/#list]",
            new LetterData(Map.of(), Map.of("rows", List.of())))).isEqualTo("nothing");
    }

    @Test
    void numbersAndDaysAreWrittenAsAsked() {
        assertThat(
            letter("${amount?number?string(\"#,##0.00\")} ${day?date?string(\"d MMMM yyyy\")} ${amount?number / 3}"))
            .isEqualTo("1,234.50 5 January 2026 411.5");
        assertThat(letter("${(amount?number * 3)} ${0.1 + 0.2}")).isEqualTo("3703.5 0.3");
    }

    @Test
    void aRestIsThatOfDecimalsAndNothingIsDividedByZero() {
        assertThat(letter("${7.5 % 2} ${amount?number % 1} ${1 / 3}")).isEqualTo("1.5 0.5 0.333333333333");
        for (String text : List.of("${1 / 0}", "${1 % 0}", "${amount?number / (amount?number - 1234.5)}")) {
            assertThat(refusals(text)).as(text).extracting(Refusal::code).containsExactly(ServiceRefusal.LETTER_FAILED);
        }
    }

    @Test
    void numbersHaveTheSignsOfOtherCountriesWhenTheFormSaysSo() {
        assertThat(letter("${amount?number?string(\"#,##0.00;; groupingSeparator='.' decimalSeparator=','\")}"))
            .isEqualTo("1.234,50");
    }

    @Test
    void aFormRoundsHalfToTheEvenDigitUnlessItSaysHalfUp() {
        assertThat(letter("${0.125?string(\"0.00\")} ${0.135?string(\"0.00\")} "
            + "${0.125?string(\"0.00;; roundingMode=halfUp\")}")).isEqualTo("0.12 0.14 0.13");
    }

    @ParameterizedTest
    @ValueSource(strings = { "2026-02-30", "2026-13-01", "2026-01-05x", "05.01.2026", "" })
    void aDayThatIsNoneIsRefusedAndNotMovedToAnotherOne(String day) {
        assertThat(
            prepared("${day?date?string(\"d MMMM yyyy\")}").then(letter -> letter.fill(LetterData.of(Map.of("day",
                day)))).refusals())
            .extracting(Refusal::code).containsExactly(ServiceRefusal.LETTER_FAILED);
    }

    @Test
    void aBrowserIsToldTheEncoding() {
        assertThat(whole("<p>Größe</p>", DATA)).isEqualTo("<meta charset=\"utf-8\"/><p>Größe</p>");
        assertThat(whole("<!DOCTYPE html>\n<html lang='de'><body>ü</body></html>", DATA))
            .isEqualTo("<!DOCTYPE html>\n<html lang='de'><meta charset=\"utf-8\"/><body>ü</body></html>");
        assertThat(whole("<html><head><title>x</title></head></html>", DATA))
            .isEqualTo("<html><head><meta charset=\"utf-8\"/><title>x</title></head></html>");
        assertThat(whole("<!doctype html><p>ü", DATA)).isEqualTo("<!doctype html><meta charset=\"utf-8\"/><p>ü");
        String own = "<html><head><meta charset='UTF-8'></head></html>";
        assertThat(whole(own, DATA)).isEqualTo(own);
    }

    @Test
    void aNameThatDataCannotHaveIsRefusedWhenATemplateIsRead() {
        String part = "a".repeat(40);
        assertThat(refusals("${(" + part + "." + part + ")!}")).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.BAD_MARKER);
        assertThat(refusals("[#list " + part + "." + part + " as row]x[/#list]")).extracting(Refusal::code)
            .contains(ServiceRefusal.BAD_MARKER);
        assertThat(refusals("${" + part + part.substring(0, 24) + "!}")).isEmpty();
    }

    @Test
    void columnsWithADefaultAreToldApart() {
        PreparedLetter letter = prepared("[#list rows as row]${row.item}${row.note!}[#if row.more??]x[/#if][/#list]")
            .value();
        assertThat(letter.softColumns("rows")).containsExactlyInAnyOrder("note", "more");
        assertThat(letter.softColumns("others")).isEmpty();
    }

    @Test
    void aStyleIsFoundBehindLettersThatBecomeTwoWhenTheyAreMadeSmall() {
        assertThat(letter("<title>İİİİ</title><style>p { margin: 0 }</style><p>x</p>")).endsWith("<p>x</p>");
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aHugeNumberOfStylesIsReadInSeconds() {
        String text = "<style></style>".repeat(300_000);
        assertThat(HtmlCheck.refusals(text, List.of())).isEmpty();
    }

    @Test
    void aMissingFieldIsNamedAndOneWithADefaultIsNot() {
        assertThat(refusals("<p>${absent}</p>")).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(ServiceRefusal.FIELD_MISSING);
            assertThat(refusal.arguments()).containsExactly("absent");
        });
        assertThat(letter("<p>${absent!\"none\"}[#if absent??]x[/#if]${(deep.absent)!}</p>")).isEqualTo("<p>none</p>");
    }

    @Test
    void whatATemplateAsksForIsFound() {
        String text = "${name}${customer.city}[#if note?has_content]${note}[/#if]"
            + "[#list rows as row]${row.item}${row.qty!0}[/#list]";
        assertThat(prepared(text).value().fields())
            .extracting(LetterField::name, LetterField::isTable, LetterField::required).containsExactly(
                tuple("customer.city", false, true), tuple("name", false, true), tuple("note", false, false),
                tuple("rows", true, true));
        assertThat(prepared(text).value().fields().getLast().columns()).containsExactlyInAnyOrder("item", "qty");
    }

    @Test
    void aTableThatIsAlsoAFieldIsRefused() {
        assertThat(refusals("${rows}[#list rows as row]${row.item}[/#list]")).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.BAD_FIELD);
    }

    @Test
    void aNumberThatIsNoneIsRefusedAndNotBlownUp() {
        LetterData data = LetterData.of(Map.of("amount", "1e999999999"));
        assertThat(prepared("${amount?number}").then(letter -> letter.fill(data)).refusals()).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.LETTER_FAILED);
    }

    @Test
    void dataThatAreNoDataAreRefused() {
        assertThat(LetterModel.of(LetterData.of(Map.of("a b", "x"))).refusals()).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.BAD_FIELD);
        assertThat(LetterModel.of(LetterData.of(Map.of("a", "x", "a.b", "y"))).refusals()).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.BAD_FIELD);
        assertThat(LetterModel.of(LetterData.of(Map.of("a", "x".repeat(1_000_001)))).refusals())
            .extracting(Refusal::code).containsExactly(ServiceRefusal.DATA_TOO_LARGE);
    }

    @Test
    void theHashOfDataDoesNotDependOnTheirOrderAndTellsSimilarOnesApart() {
        Map<String, String> one = new HashMap<>(Map.of("a", "1", "b", "2"));
        assertThat(LetterModel.hash(LetterData.of(one)))
            .isEqualTo(LetterModel.hash(LetterData.of(Map.of("b", "2", "a", "1"))))
            .isNotEqualTo(LetterModel.hash(LetterData.of(Map.of("a", "12", "b", ""))))
            .isNotEqualTo(LetterModel.hash(new LetterData(one, Map.of("rows", List.of()))));
    }

    @ParameterizedTest
    @ValueSource(strings = { "${\"freemarker.template.utility.Execute\"?new()(\"id\")}", "${name?api.class}",
        "${name.class.forName(\"java.lang.Runtime\")}", "[#include \"/etc/passwd\"]", "[#import \"x\" as x]",
        "[#list 1..999999999 as i]x[/#list]", "[#list 1.. as i]x[/#list]", "[#list rows?chunk(1) as i]x[/#list]",
        "[#macro m][@m/][/#macro][@m/]", "[@m/]", "[/@m]", "[#function f x][#return f(x)][/#function]${f(1)}",
        "[#assign x = name]", "[#global x = 1]", "[#local x = 1]", "[#ftl output_format=\"plainText\"]",
        "[#noautoesc]${name}[/#noautoesc]", "[#outputformat \"plainText\"]${name}[/#outputformat]", "${name?no_esc}",
        "[#setting locale=\"de\"]", "${.data_model}", "${.globals.name}", "${.get_optional_template(\"x\")}",
        "${name?eval}", "${name?eval_json}", "${name?interpret}", "[#visit name]", "[#attempt]x[#recover]y[/#attempt]",
        "${\"a${name}\"}", "${'a${name}'}", "${r\"x\"}", "${name?left_pad(999999999)}", "${name?matches(\"(a+)+\")}",
        "${name?replace(\"a\", \"b\", \"r\")}", "${name[0]}", "${name[0..]}", "${{\"a\":1}}", "${[1,2]}", "${name!{}}",
        "${name?word_list}", "${rows?join(\",\")}", "${rows?map(x -> x)}", "${name?url}", "${name\\u0041}",
        "[#-- x --]",
        "${1e9}", "${99999999999999999999}", "${name?then(1)}", "[#list rows as row]${row}[/#list]",
        "[#list rows as row][#list row.item as x]x[/#list][/#list]", "[#list rows as row]x", "[/#if]", "[#else]",
        "[#if paid][/#list]", "[#if paid]x[#else]y[#else]z[/#if]", "[#sep]x[/#sep]", "${name", "${}", "[#if ]x[/#if]",
        "${name;}", "[#stop]", "[#flush]", "[#t]", "[#nested]", "[#switch name][#case \"x\"][/#switch]",
        "[#list rows as row][#break][/#list]", "[# if paid]x[/# if]", "[# if paid]x[/#if]",
        "${day?date(\"dd.MM.yyyy\")}", "${((((((((((((((((((((((name))))))))))))))))))))))}" })
    void whatIsNotInTheLanguageIsRefusedWhenATemplateIsRead(String text) {
        assertThat(prepared("<p>" + text + "</p>").refusals()).singleElement()
            .satisfies(refusal -> assertThat(refusal.code()).isIn(ServiceRefusal.BAD_MARKER,
                ServiceRefusal.BLOCK_NOT_CLOSED, ServiceRefusal.BAD_FIELD));
    }

    @ParameterizedTest
    @ValueSource(strings = { "<script>alert(1)</script>", "<img src=\"http://example.com/a.png\">",
        "<img src=\"file:///etc/passwd\">", "<p onclick=\"x()\">x</p>", "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\"&#106;avascript:alert(1)\">x</a>", "<a href=\"${name}\">x</a>",
        "<p class=\"[#if paid]a[/#if]\">x</p>",
        "<p ${name}>x</p>", "<iframe src=\"x\"></iframe>", "<object data=\"x\"></object>", "<link rel=\"stylesheet\">",
        "<style>p { background: url(http://example.com) }</style>", "<style>@import 'x';</style>",
        "<style>p { color: ${name} }</style>", "<p style=\"background: u&#114;l(x)\">x</p>", "<!-- x -->",
        "<svg></svg>",
        "<form action=\"x\"></form>", "<base href=\"x\">", "<meta http-equiv=\"refresh\" content=\"0\">", "a < b",
        "<p class=a>x</p>", "<p", "<style>p { }", "<img src=\"data:image/svg+xml;base64,AAAA\">", "<${name}>",
        "<title><p title=\"</title><script>alert(1)</script>\"></title>", "<p title='a > b'>x</p>",
        "<p style=\"background: image-set('https://example.com/a.png' 1x)\">x</p>",
        "<style>p { background-image: -webkit-image-set('a' 1x) }</style>",
        "<style>p { background: image('https://example.com/a.png') }</style>",
        "<style>p { content: 'https://example.com' }</style>", "<meta charset=\"iso-8859-1\">" })
    void whatLettersMayNotHaveIsRefused(String html) {
        assertThat(prepared(html).refusals()).isNotEmpty()
            .allSatisfy(refusal -> assertThat(refusal.code()).isEqualTo(ServiceRefusal.UNSAFE_HTML));
    }

    @Test
    void aProperLetterIsAccepted() {
        String html = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><title>${name}</title>"
            + "<style>p { margin: 2mm; font-weight: bold }</style></head><body><h1 style='color: #333'>Letter</h1>"
            + "<img src=\"data:image/png;base64,iVBORw0KGgo=\" alt='Logo'><table border=\"1\"><tr><td>${amount}</td></tr>"
            + "</table><p>5 &lt; 6<br/>See <a href=\"https://example.com/a?b=1\">here</a>.</p></body></html>";
        assertThat(letter(html)).contains("<title>Ada &lt;b&gt;&amp;Co</title>").contains("<td>1234.50</td>");
    }

    @Test
    void whatIsPrintedHasTheGapsOfABrowserUnlessItsTagsSaySomethingElse() {
        assertThat(PrintedHtml.of("<H2 class='x'>a</H2><p>b</p>"))
            .isEqualTo("<H2 style=\"margin-top: 8pt; margin-bottom: 6pt\" class='x'>a</H2><p>b</p>");
        assertThat(PrintedHtml.of("<th align=\"right\">a</th><thead><ul style='margin-bottom: 0'><li>$1</li></ul>"))
            .isEqualTo("<th style=\"font-weight: bold; text-align: right\" align=\"right\">a</th><thead>"
                + "<ul style='margin-bottom: 8pt; margin-bottom: 0'><li>$1</li></ul>");
        assertThat(PrintedHtml.of("<tr>")).isEqualTo("<tr style=\"page-break-inside: avoid\">");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThat(PreparedLetter.of(LetterFormat.HTML, new byte[] { (byte) 0xC3, 0x28 }).refusals())
            .extracting(Refusal::code).containsExactly(ServiceRefusal.NOT_A_DOCUMENT);
        assertThat(PreparedLetter.of(LetterFormat.HTML, new byte[0]).refusals()).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.LETTER_TOO_LARGE);
        assertThat(PreparedLetter.of(LetterFormat.HTML, new byte[5_000_001]).refusals()).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.LETTER_TOO_LARGE);
    }

    /** The second line of defence: what the language does not have is given to the engine all the same. */
    private static Outcome<String> engine(String text, Map<String, Object> model) {
        return LetterEngine.compile(LetterFormat.HTML, text)
            .then(template -> LetterEngine.within(() -> LetterEngine.fill(template, model)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
        "${\"freemarker.template.utility.ObjectConstructor\"?new()(\"java.io.File\", \"/\")}", "${name?api}",
        "${name?api.class}", "${name.class}", "[#include \"/etc/passwd\"]", "[#import \"/etc/passwd\" as x]${x}",
        "[#macro m][@m/][/#macro][@m/]", "[#function f x][#return f(x)][/#function]${f(1)}", "${name?eval}",
        "${\"1e999999999\"?number}" })
    void theEngineAloneReachesNothing(String text) {
        assertThat(engine(text, Map.of("name", "x + y")).refusals()).singleElement()
            .satisfies(refusal -> assertThat(refusal.code()).isIn(ServiceRefusal.LETTER_FAILED,
                ServiceRefusal.FIELD_MISSING, ServiceRefusal.BAD_MARKER));
    }

    @ParameterizedTest
    @ValueSource(strings = { "[#list 1.. as i][/#list]", "[#list 1..2000000000 as i]x[/#list]",
        "[#list rows as a][#list rows as b][#list rows as c][#list rows as d][/#list][/#list][/#list][/#list]",
        "[#list rows as a][#list rows as b][#list rows as c]0123456789[/#list][/#list][/#list]" })
    void whatWouldNotEndIsCutOff(String text) {
        List<Object> rows = List.copyOf(java.util.Collections.nCopies(1_000, "x"));
        Instant start = Instant.now();
        assertThat(engine(text, Map.of("rows", rows)).refusals()).singleElement()
            .satisfies(refusal -> assertThat(refusal.code()).isIn(ServiceRefusal.LETTER_TOO_SLOW,
                ServiceRefusal.LETTER_TOO_LONG));
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(40));
        Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals("Letter")).forEach(
            thread -> await(thread));
    }

    /** A thread that was cut off becomes free. */
    private static void await(Thread thread) {
        Instant end = Instant.now().plusSeconds(20);
        while (thread.isAlive() && Instant.now().isBefore(end) && java.util.Arrays.stream(thread.getStackTrace())
            .anyMatch(frame -> frame.getClassName().startsWith("freemarker."))) {
            Thread.onSpinWait();
        }
        assertThat(thread.getStackTrace()).as("what the thread does")
            .noneMatch(frame -> frame.getClassName().startsWith("freemarker."));
    }

}
