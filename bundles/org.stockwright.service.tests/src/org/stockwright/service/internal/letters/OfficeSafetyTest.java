package org.stockwright.service.internal.letters;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.ServiceRefusal;

import static org.assertj.core.api.Assertions.assertThat;

/** Letters in the formats of word processors: what is refused, and what is never run, fetched or read. */
class OfficeSafetyTest extends OfficeDocuments {

    @TempDir
    Path folder;

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

}
