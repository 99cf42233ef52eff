package org.stockwright.service.internal.letters;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Refusal;
import org.stockwright.service.LetterData;
import org.stockwright.service.LetterField;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.ServiceRefusal;

import static org.assertj.core.api.Assertions.assertThat;

/** Letters in the formats of word processors: what is filled in. */
class OfficeLetterTest extends OfficeDocuments {

    @Test
    void aMarkerThatIsCutIntoRunsIsFilledIn() {
        String xml = docx(p("Dear ", "$", "{na", "me}", ", hello"));
        assertThat(seen(xml)).isEqualTo("Dear Ada &amp; Co &lt;x&gt;, hello");
        assertThat(xml).contains("<w:b/>");
    }

    @Test
    void aValueOfSeveralLinesHasLineBreaks() {
        assertThat(seen(docx(p("${address}")))).isEqualTo("1 Road/Town");
        assertThat(seen(part(fill(LetterFormat.ODT, odt("<text:p>${address}</text:p>")), "content.xml")))
            .isEqualTo("1 Road/Town");
    }

    @Test
    void aConditionInOneParagraphTakesOnlyItsWords() {
        assertThat(seen(docx(p("A [#if paid == “no”]B", "C[#el", "se]D[/#if] E")))).isEqualTo("A D E");
        assertThat(seen(docx(p("A [#if paid == “yes”]B", "C[#else]D[/#if] E")))).isEqualTo("A BC E");
    }

    @Test
    void aConditionOverParagraphsTakesThemWhole() {
        String body = p("[#if paid == 'no']") + p("Pay") + p("[#else]") + p("Thanks") + p("[/#if]") + p("Bye");
        assertThat(seen(docx(body))).isEqualTo("Thanks\nBye");
        assertThat(seen(docx(p("[#if paid == 'no']Pay") + p("now[/#if]") + p("Bye")))).isEqualTo("Bye");
    }

    @Test
    void aListInOneRowRepeatsTheRow() {
        String body = "<w:tbl><w:tr><w:tc>" + p("Item") + "</w:tc><w:tc>" + p("Quantity") + "</w:tc></w:tr><w:tr><w:tc>"
            + p("[#list rows as row]", "${row.item}") + "</w:tc><w:tc>" + p("${row.qty}[/#list]")
            + "</w:tc></w:tr></w:tbl>";
        String xml = docx(body);
        assertThat(seen(xml)).isEqualTo("Item\nQuantity\nBolt\n2\nNut\n30");
        assertThat(xml.split("<w:tr>", -1)).hasSize(4);
    }

    @Test
    void aListWhoseInstructionsHaveRowsOfTheirOwnRepeatsTheRowsBetween() {
        String body = "<w:tbl><w:tr><w:tc>" + p("[#list rows as row]") + "</w:tc></w:tr><w:tr><w:tc>" + p("${row.item}")
            + "</w:tc></w:tr><w:tr><w:tc>" + p("[/#list]") + "</w:tc></w:tr></w:tbl>";
        String xml = docx(body);
        assertThat(seen(xml)).isEqualTo("Bolt\nNut");
        assertThat(xml.split("<w:tr>", -1)).hasSize(3);
    }

    @Test
    void blocksInsideOfBlocksKeepTheirOrder() {
        String body = p("[#list rows as row]") + p("[#if row.item == 'Nut']") + p("${row.qty}") + p("[#else]")
            + p("other")
            + p("[/#if]") + p("[/#list]");
        assertThat(seen(docx(body))).isEqualTo("other\n30");
        String tight = p("[#list rows as row][#if row.item == 'Nut']") + p("${row.qty}") + p("[/#if][/#list]");
        assertThat(seen(docx(tight))).isEqualTo("30");
    }

    @Test
    void aBlockThatWouldTakeOtherWordsWithItIsRefused() {
        assertThat(refusals(LetterFormat.DOCX, docx(p("Dear [#if paid == 'no']") + p("x[/#if]"), Map.of())))
            .extracting(Refusal::code).containsExactly(ServiceRefusal.BLOCK_MIXED);
        assertThat(refusals(LetterFormat.DOCX, docx(p("[#if paid == 'no']a[#else]") + p("x[/#if]"), Map.of())))
            .extracting(Refusal::code).containsExactly(ServiceRefusal.BLOCK_MIXED);
        assertThat(refusals(LetterFormat.DOCX,
            docx("<w:tbl><w:tr><w:tc>" + p("[#if paid == 'no']") + "</w:tc></w:tr></w:tbl>" + p("[/#if]"), Map.of())))
            .extracting(Refusal::code).containsExactly(ServiceRefusal.BLOCK_MIXED);
        assertThat(refusals(LetterFormat.DOCX, docx(p("${na") + p("me}"), Map.of()))).isNotEmpty();
    }

    @Test
    void aCellWhoseConditionDoesNotHoldStillHasAParagraph() {
        String body = "<w:tbl><w:tr><w:tc>" + p("[#if paid == 'no']") + p("x") + p("[/#if]") + "</w:tc></w:tr></w:tbl>";
        assertThat(docx(body)).contains("<w:tc><w:p/></w:tc>");
    }

    @Test
    void headersAreFilledInAndOtherPartsAreLeftAlone() {
        String header = "<w:hdr xmlns:w=\"" + WORD + "\">" + p("${name}") + "</w:hdr>";
        byte[] filled = fill(LetterFormat.DOCX,
            docx(p("x"), Map.of("word/header1.xml", header, "word/theme/theme1.xml", "<a>${name}</a>")));
        assertThat(part(filled, "word/header1.xml")).contains("Ada &amp; Co");
        assertThat(part(filled, "word/theme/theme1.xml")).isEqualTo("<a>${name}</a>");
    }

    @Test
    void fieldsOfWordsOwnMailMergeAreFieldsOfTheLetter() {
        String body = "<w:p><w:fldSimple w:instr=\" MERGEFIELD name \\* MERGEFORMAT \">" + run("«name»")
            + "</w:fldSimple>"
            + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> MERGE</w:instrText></w:r><w:r><w:instrText>"
            + "FIELD \"paid\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run("«pa")
            + run("id»")
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
        String xml = docx(body);
        assertThat(seen(xml)).isEqualTo("Ada &amp; Co &lt;x&gt;yes");
        assertThat(xml).doesNotContain("fldChar").doesNotContain("fldSimple");
    }

    @Test
    void aDocumentOfWriterIsFilledInTheSameWay() {
        String body = "<text:p>Dear <text:span>$</text:span>{name}<text:database-display text:column-name=\"paid\">x"
            + "</text:database-display></text:p><text:p>[#if paid == 'no']</text:p><text:p>Pay</text:p><text:p>[/#if]</text:p>"
            + "<table:table><table:table-row><table:table-cell><text:p>[#list rows as row]${row.item}</text:p>"
            + "</table:table-cell><table:table-cell><text:p>${row.qty}[/#list]</text:p></table:table-cell>"
            + "</table:table-row></table:table>";
        byte[] filled = fill(LetterFormat.ODT, odt(body));
        assertThat(seen(part(filled, "content.xml"))).isEqualTo("Dear Ada &amp; Co &lt;x&gt;yes\nBolt\n2\nNut\n30");
        assertThat(new String(filled, 0, 100, StandardCharsets.ISO_8859_1)).contains("mimetypeapplication/vnd.oasis");
    }

    @Test
    void theSameDataMakeTheSameBytes() {
        byte[] template = docx(p("${name}"), Map.of());
        assertThat(fill(LetterFormat.DOCX, template)).isEqualTo(fill(LetterFormat.DOCX, template));
    }

    @Test
    void aDocumentOfWordsOnlineEditorIsFilledIn() {
        byte[] template = zip(Map.of("_rels/.rels", links("officeDocument", "word/document2.xml"), "word/document2.xml",
            document(p("${name}"))));
        byte[] filled = PreparedLetter.of(LetterFormat.DOCX, template).then(letter -> letter.fill(DATA)).value();
        assertThat(part(filled, "word/document2.xml")).contains("Ada &amp; Co");
    }

    @Test
    void blanksAndTabulatorsOfAValueAreKept() {
        LetterData data = LetterData.of(Map.of("name", " a  b\tc"));
        assertThat(part(PreparedLetter.of(LetterFormat.ODT, odt("<text:p>${name}</text:p>")).then(letter -> letter
            .fill(data)).value(), "content.xml")).contains("<text:s/>a <text:s/>b<text:tab/>c");
        assertThat(part(PreparedLetter.of(LetterFormat.DOCX, docx(p("${name}"), Map.of())).then(letter -> letter
            .fill(data)).value(), "word/document.xml"))
            .contains(" a  b</w:t><w:tab/><w:t xml:space=\"preserve\">c");
    }

    @Test
    void aSampleShowsWhetherADocumentCanBeRead() {
        byte[] template = docx(p("${name}"), Map.of());
        PreparedLetter letter = PreparedLetter.of(LetterFormat.DOCX, template).value();
        assertThat(letter.trial(DATA).isDone()).isTrue();
        OfficeFile file = OfficeFile.read(LetterFormat.DOCX, template).value();
        assertThat(file.again(letter.fill(DATA).value())).isTrue();
        assertThat(file.again(docx("<w:p><w:r></w:p>", Map.of()))).isFalse();
    }

    @Test
    void fieldsOfAllPartsAreFound() {
        byte[] template = docx(p("${name}"),
            Map.of("word/footer1.xml", "<w:ftr xmlns:w=\"" + WORD + "\">" + p("${page}") + "</w:ftr>"));
        assertThat(PreparedLetter.of(LetterFormat.DOCX, template).value().fields()).extracting(LetterField::name)
            .containsExactly("name", "page");
    }

}
