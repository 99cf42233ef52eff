package org.stockwright.service.internal.letters;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.service.LetterData;
import org.stockwright.service.LetterField;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.ServiceRefusal;

import static org.assertj.core.api.Assertions.assertThat;

/** Letters in the formats of word processors. */
class OfficeLetterTest {

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final LetterData DATA = new LetterData(
        Map.of("name", "Ada & Co <x>", "paid", "yes", "address", "1 Road\nTown"),
        Map.of("rows", List.of(Map.of("item", "Bolt", "qty", "2"), Map.of("item", "Nut", "qty", "30"))));

    @TempDir
    Path folder;

    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] docx(String body, Map<String, String> more) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        parts.put("word/document.xml", document(body));
        parts.putAll(more);
        return zip(parts);
    }

    static String document(String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"" + WORD + "\"><w:body>" + body
            + "<w:sectPr/></w:body></w:document>";
    }

    private static byte[] odt(String body) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", LetterFormat.ODT.mediaType());
        parts.put("content.xml",
            "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                + "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
                + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
                + "xmlns:script=\"urn:oasis:names:tc:opendocument:xmlns:script:1.0\" "
                + "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
                + "xmlns:xlink=\"http://www.w3.org/1999/xlink\"><office:body><office:text>" + body
                + "</office:text></office:body></office:document-content>");
        return zip(parts);
    }

    private static String part(byte[] document, String name) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(document))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalArgumentException(name);
    }

    private static String run(String text) {
        return "<w:r><w:rPr><w:b/></w:rPr><w:t>" + text + "</w:t></w:r>";
    }

    private static String p(String... texts) {
        StringBuilder runs = new StringBuilder("<w:p>");
        for (String text : texts) {
            runs.append(run(text));
        }
        return runs.append("</w:p>").toString();
    }

    private static byte[] fill(LetterFormat format, byte[] template) {
        byte[] filled = PreparedLetter.of(format, template).then(letter -> letter.fill(DATA)).value();
        String text = part(filled, format == LetterFormat.DOCX ? "word/document.xml" : "content.xml");
        assertThat(PlainXml.read(text.getBytes(StandardCharsets.UTF_8))).as(text).isPresent();
        return filled;
    }

    private static String docx(String body) {
        return part(fill(LetterFormat.DOCX, docx(body, Map.of())), "word/document.xml");
    }

    /** What a reader sees: the texts, a line for each paragraph. */
    private static String seen(String xml) {
        return xml.replaceAll("(?s)^.*?<w:body>|^.*?<office:text>", "").replaceAll("</w:p>|</text:p>", "\n")
            .replaceAll("<w:br/>|<text:line-break/>", "/").replaceAll("<[^>]*>", "").strip();
    }

    private static List<Refusal> refusals(LetterFormat format, byte[] template) {
        return PreparedLetter.of(format, template).then(letter -> letter.fill(DATA)).refusals();
    }

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
    void whatStandsInTheXmlIsNoTemplateUnlessSomebodyTypedItIntoTheText() {
        String xml = docx("<w:p w:rsid=\"${name}\"><w:r><w:t>costs $5 [1] </w:t></w:r><?x ${name}?><!-- ${name} -->"
            + "<w:r><w:instrText>${name}</w:instrText></w:r></w:p>" + p("${name}"));
        assertThat(xml).contains("w:rsid=\"&#36;{name}\"").contains("costs &#36;5 &#91;1]")
            .contains("&#36;{name}</w:instr");
        assertThat(xml.split("Ada", -1)).hasSize(2);
    }

    @Test
    void hostileMarkersAreRefusedInDocumentsToo() {
        for (String text : List.of("${name?api}", "[#include 'x']", "${\"x\"?new()}", "[@m/]",
            "[#list 1..9 as x]a[/#list]")) {
            assertThat(refusals(LetterFormat.DOCX, docx(p(text.substring(0, 3), text.substring(3)), Map.of()))).as(text)
                .extracting(Refusal::code).containsExactly(ServiceRefusal.BAD_MARKER);
        }
    }

    @Test
    void aDocumentTypeIsRefusedInEachPartAndNoFileIsRead() throws IOException {
        Path canary = Files.writeString(folder.resolve("canary.txt"), "CANARY-42");
        String type = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + canary.toUri() + "\">]>";
        String word = type + document(p("&e;")).replaceFirst("<\\?xml.*?\\?>", "");
        Map<LetterFormat, List<byte[]>> hostile = Map.of(LetterFormat.DOCX,
            List.of(zip(Map.of("word/document.xml", word)),
                docx(p("x"), Map.of("word/settings.xml", type + "<x>&e;</x>")),
                docx(p("x"), Map.of("word/_rels/document.xml.rels", type + "<x>&e;</x>"))),
            LetterFormat.ODT,
            List.of(zip(new LinkedHashMap<>(Map.of("mimetype", LetterFormat.ODT.mediaType(), "content.xml",
                type + "<x>&e;</x>"))), zip(Map.of("mimetype", LetterFormat.ODT.mediaType(), "content.xml",
                    "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;\">]><x>&b;</x>"))));
        hostile.forEach((format, documents) -> documents.forEach(document -> assertThat(refusals(format, document))
            .singleElement().satisfies(refusal -> {
                assertThat(refusal.code()).isEqualTo(ServiceRefusal.UNSAFE_DOCUMENT);
                assertThat(refusal.toString()).doesNotContain("CANARY");
            })));
        assertThat(PlainXml.read((type + "<x>&e;</x>").getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void macrosEmbeddedObjectsAndLinksThatAreFollowedAreRefused() {
        String link = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
            + "Id=\"r1\" Type=\"http://x/%s\" Target=\"http://example.com/x\" TargetMode=\"External\"/></Relationships>";
        Outcome<?> good = PreparedLetter.of(LetterFormat.DOCX,
            docx(p("x"), Map.of("word/_rels/document.xml.rels", link.formatted("hyperlink"))));
        assertThat(good.isDone()).as(good.toString()).isTrue();
        for (byte[] document : List.of(docx(p("x"), Map.of("word/vbaProject.bin", "x")),
            docx(p("x"), Map.of("word/embeddings/oleObject1.bin", "x")),
            docx(p("x"), Map.of("word/_rels/settings.xml.rels", link.formatted("attachedTemplate"))),
            docx(p("x"), Map.of("word/_rels/document.xml.rels", link.formatted("image"))),
            docx(p("x") + "<w:altChunk/>", Map.of()),
            docx("<w:p><w:r><w:instrText>DDEA</w:instrText></w:r><w:r><w:instrText>UTO c:\\x</w:instrText></w:r></w:p>",
                Map.of()),
            docx("<w:p><w:fldSimple w:instr=\"INCLUDETEXT x\"/></w:p>", Map.of()))) {
            assertThat(refusals(LetterFormat.DOCX, document)).extracting(Refusal::code)
                .containsExactly(ServiceRefusal.UNSAFE_DOCUMENT);
        }
        for (byte[] document : List.of(odt("<draw:image xlink:href=\"http://example.com/x.png\"/>"),
            odt("<script:event-listener/>"), odt("<text:dde-connection-decl/>"))) {
            assertThat(refusals(LetterFormat.ODT, document)).extracting(Refusal::code)
                .containsExactly(ServiceRefusal.UNSAFE_DOCUMENT);
        }
    }

    private static void refused(LetterFormat format, ServiceRefusal code, byte[]... documents) {
        for (int i = 0; i < documents.length; i++) {
            assertThat(refusals(format, documents[i])).as("document %d", i).extracting(Refusal::code)
                .containsExactly(code);
        }
    }

    private static String links(String type, String target) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
            + "Id=\"r1\" Type=\"http://x/" + type + "\" Target=\"" + target + "\"/></Relationships>";
    }

    @ParameterizedTest
    @ValueSource(strings = { "HYPERLINK \"file:///etc/passwd\"", "hyperlink  other.docm",
        "HYPERLINK \"\\\\\\\\server\\\\share\"",
        "HYPERLINK \\n \"ftp://x\"", "HYPERLINK \\o \"https://tip\" \"javascript:x\"", "HYPERLINK \"${where}\"",
        "HYPERLINK \\\\server\\share" })
    void aFieldThatLeadsElsewhereIsRefused(String instruction) {
        refused(LetterFormat.DOCX, ServiceRefusal.UNSAFE_DOCUMENT, field(instruction));
    }

    @ParameterizedTest
    @ValueSource(strings = { "HYPERLINK \"https://example.com/a\" \\o \"Tip\"", " HYPERLINK  \\l \"_Toc12\" ",
        "HYPERLINK \\l _Toc12 ", "HYPERLINK mailto:a@example.com", "HYPERLINK \\n \\o \"x\" \"http://example.com\"",
        "PAGE" })
    void aFieldThatLeadsToThePublicIsTaken(String instruction) {
        assertThat(refusals(LetterFormat.DOCX, field(instruction))).isEmpty();
    }

    private static byte[] field(String instruction) {
        String run = "<w:r><w:fldChar w:fldCharType=\"%s\"/></w:r>";
        return docx("<w:p>" + run.formatted("begin") + "<w:r><w:instrText>" + instruction + "</w:instrText></w:r>"
            + run.formatted("separate") + "<w:r><w:t>here</w:t></w:r>" + run.formatted("end") + "</w:p>" + p("${name}"),
            Map.of());
    }

    @Test
    void whatAPartIsDoesNotDependOnItsName() {
        String hidden = document("<w:p><w:fldSimple w:instr=\"INCLUDETEXT x\"/></w:p>");
        refused(LetterFormat.DOCX, ServiceRefusal.UNSAFE_DOCUMENT,
            docx(p("x"), Map.of("word/_rels/document.xml.rels", links("vbaProject", "harmless.bin"))),
            docx(p("x"), Map.of("word/_rels/document.xml.rels", links("oleObject", "media/image1.png"))),
            docx(p("x"), Map.of("word/_rels/settings.xml.rels", links("attachedTemplate", "a.dotm"))),
            docx(p("x"), Map.of("_rels/.rels", links("officeDocument", "word/other.dat"))),
            docx(p("x"), Map.of("word/other.dat", hidden)), docx(p("x"), Map.of("word/other.dat", "\n " + hidden)),
            docx(p("x"), Map.of("[Content_Types].xml", "<Types><Override PartName=\"/word/document.xml\" ContentType=\""
                + "application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>")),
            docx(p("x"), Map.of("_xmlsignatures/sig1.xml", "<x/>")));
        Outcome<?> good = PreparedLetter.of(LetterFormat.DOCX,
            docx(p("x"), Map.of("_rels/.rels", links("officeDocument", "/word/document.xml"), "word/media/a.png",
                "\0\0\1\0< no XML", "word/fonts/f.odttf", "<\1\2")));
        assertThat(good.isDone()).as(good.toString()).isTrue();
    }

    @Test
    void aDocumentOfWordsOnlineEditorIsFilledIn() {
        byte[] template = zip(Map.of("_rels/.rels", links("officeDocument", "word/document2.xml"), "word/document2.xml",
            document(p("${name}"))));
        byte[] filled = PreparedLetter.of(LetterFormat.DOCX, template).then(letter -> letter.fill(DATA)).value();
        assertThat(part(filled, "word/document2.xml")).contains("Ada &amp; Co");
    }

    @Test
    void namesOfPartsThatLeadElsewhereOrAreTheSameToWordAreRefused() {
        for (String name : List.of("../evil.txt", "word/../../evil.txt", "/etc/passwd", "word\\..\\evil.txt",
            "C:evil.txt",
            "word/..")) {
            refused(LetterFormat.DOCX, ServiceRefusal.NOT_A_DOCUMENT, docx(p("x"), Map.of(name, "x")));
        }
        refused(LetterFormat.DOCX, ServiceRefusal.NOT_A_DOCUMENT,
            docx(p("x"), Map.of("Word/Document.xml", document(p("y")))));
        assertThat(PreparedLetter.of(LetterFormat.DOCX, docx(p("x"), Map.of("word/a..b.bin", "x"))).isDone()).isTrue();
    }

    @Test
    void whatWasTakenOutAndSaidAboutATemplateIsInNoLetter() {
        refused(LetterFormat.DOCX, ServiceRefusal.UNSAFE_DOCUMENT,
            docx("<w:p><w:del><w:r><w:delText>secret</w:delText></w:r></w:del></w:p>", Map.of()),
            docx("<w:p><w:ins>" + run("new") + "</w:ins></w:p>", Map.of()),
            docx("<w:p><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>", Map.of()));
        refused(LetterFormat.ODT, ServiceRefusal.UNSAFE_DOCUMENT,
            odt("<text:tracked-changes><text:changed-region/></text:tracked-changes>"),
            odt("<text:p>x<office:annotation><text:p>note</text:p></office:annotation></text:p>"));
        assertThat(PreparedLetter.of(LetterFormat.ODT, odt("<text:tracked-changes/><text:p>x</text:p>")).isDone())
            .isTrue();
    }

    @Test
    void theDataSourceOfAMailMergeIsToBeTakenOut() {
        List<Refusal> refusals = refusals(LetterFormat.DOCX,
            docx(p("x"), Map.of("word/settings.xml", "<w:settings xmlns:w=\""
                + WORD + "\"><w:mailMerge><w:query w:val=\"SELECT * FROM x\"/></w:mailMerge></w:settings>")));
        assertThat(refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(ServiceRefusal.UNSAFE_DOCUMENT);
            assertThat(refusal.hint()).contains("Normal Word Document");
        });
    }

    @Test
    void linksLeadToTheWebOrToMailOnly() {
        for (String target : List.of("file:///etc/passwd", "\\\\server\\share", "javascript:alert(1)", "other.docx")) {
            refused(LetterFormat.DOCX, ServiceRefusal.UNSAFE_DOCUMENT,
                docx(p("x"), Map.of("word/_rels/document.xml.rels",
                    links("hyperlink", target).replace("/></R", " TargetMode=\"External\"/></R"))));
            refused(LetterFormat.ODT, ServiceRefusal.UNSAFE_DOCUMENT,
                odt("<text:p><text:a xlink:href=\"" + target + "\">x</text:a></text:p>"));
        }
        assertThat(PreparedLetter.of(LetterFormat.ODT,
            odt("<text:p><text:a xlink:href=\"https://example.com\">x</text:a><text:a xlink:href=\"#top\"/></text:p>"))
            .isDone()).isTrue();
    }

    @Test
    void whatWriterWouldRunOrFetchIsRefused() {
        refused(LetterFormat.ODT, ServiceRefusal.UNSAFE_DOCUMENT,
            odt("<text:p><text:script script:language=\"JavaScript\">x</text:script></text:p>"),
            odt("<text:p><text:execute-macro text:name=\"x\"/></text:p>"),
            odt("<text:section><text:section-source xlink:href=\"other.odt\"/></text:section>"),
            odt("<draw:frame><draw:object xlink:href=\"./Foo\"/></draw:frame>"),
            odt("<draw:frame><draw:plugin xlink:href=\"x\"/></draw:frame>"),
            odt("<draw:frame><draw:applet/></draw:frame>"), odt("<draw:frame><draw:floating-frame/></draw:frame>"));
    }

    @Test
    void aPartWithMoreTagsThanMemoryHoldsIsRefused() {
        byte[] many = docx("<w:p/>".repeat(500_000), Map.of());
        assertThat(many.length).isLessThan(100_000);
        refused(LetterFormat.DOCX, ServiceRefusal.NOT_A_DOCUMENT, many);
    }

    /** In EBCDIC a tag begins with another byte: the tags of such a part would not be counted. */
    @Test
    void aPartWhoseTagsNobodyCanCountIsRefused() {
        Charset ebcdic = Charset.forName("IBM037");
        String xml = "<a>" + "<b/>".repeat(3) + "</a>";
        byte[] declared = "<?xml version=\"1.0\" encoding=\"IBM037\"?>".getBytes(StandardCharsets.US_ASCII);
        byte[] body = xml.getBytes(ebcdic);
        byte[] mixed = Arrays.copyOf(declared, declared.length + body.length);
        System.arraycopy(body, 0, mixed, declared.length, body.length);
        String late = "<?xml version=\"1.0\"" + " ".repeat(500) + "encoding=\"UTF-8\"?>" + xml;
        for (byte[] part : List.of(mixed,
            ("<?xml version=\"1.0\" encoding=\"IBM037\"?>" + xml).getBytes(ebcdic),
            late.getBytes(StandardCharsets.UTF_8))) {
            assertThat(PlainXml.read(part)).isEmpty();
        }
        for (String encoding : List.of("UTF-8", "UTF-16", "ISO-8859-1")) {
            assertThat(PlainXml.read(("<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>" + xml)
                .getBytes(Charset.forName(encoding)))).as(encoding).isPresent();
        }
        assertThat(PlainXml.read(xml.getBytes(StandardCharsets.UTF_8))).isPresent();
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void manyFieldsOfWriterAreReadInSeconds() {
        byte[] many = odt("<text:p>" + "<text:database-display text:column-name=\"\"/>".repeat(60_000) + "</text:p>");
        refused(LetterFormat.ODT, ServiceRefusal.TOO_MANY_MARKERS, many);
    }

    @Test
    void fieldsInFormulasAndDrawingsAreRefusedSinceLineBreaksWouldDamageThem() {
        refused(LetterFormat.DOCX, ServiceRefusal.BAD_MARKER,
            docx("<w:p><m:oMath xmlns:m=\"http://x/math\"><m:r><m:t>${address}</m:t></m:r></m:oMath></w:p>", Map.of()));
        String other = document(p("${address}")).replace("xmlns:w=", "xmlns:v=").replace("<w:", "<v:").replace("</w:",
            "</v:");
        refused(LetterFormat.DOCX, ServiceRefusal.NOT_A_DOCUMENT, zip(Map.of("word/document.xml", other)));
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
    void whatIsNoDocumentIsRefused() {
        byte[] good = docx(p("x"), Map.of());
        assertThat(refusals(LetterFormat.DOCX, "no zip".getBytes(StandardCharsets.UTF_8))).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.NOT_A_DOCUMENT);
        assertThat(refusals(LetterFormat.ODT, good)).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.NOT_A_DOCUMENT);
        assertThat(refusals(LetterFormat.ODT, zip(Map.of("mimetype", "application/vnd.oasis.opendocument.text-web",
            "content.xml", "<x/>")))).singleElement().satisfies(
                refusal -> assertThat(refusal.sentence()).contains("of another kind"));
        assertThat(refusals(LetterFormat.DOCX, java.util.Arrays.copyOf(good, good.length / 3))).isNotEmpty();
        byte[] bomb = docx(p("x"), Map.of("word/media/x.bin", "0".repeat(41_000_000)));
        assertThat(bomb.length).isLessThan(1_000_000);
        assertThat(refusals(LetterFormat.DOCX, bomb)).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.NOT_A_DOCUMENT);
        String deep = "<w:p>".repeat(5_000) + "</w:p>".repeat(5_000);
        assertThat(refusals(LetterFormat.DOCX, docx(deep, Map.of()))).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.UNSAFE_DOCUMENT);
    }

    @Test
    void fieldsOfAllPartsAreFound() {
        byte[] template = docx(p("${name}"),
            Map.of("word/footer1.xml", "<w:ftr xmlns:w=\"" + WORD + "\">" + p("${page}") + "</w:ftr>"));
        assertThat(PreparedLetter.of(LetterFormat.DOCX, template).value().fields()).extracting(LetterField::name)
            .containsExactly("name", "page");
    }

}
