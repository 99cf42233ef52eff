package org.stockwright.service.internal.letters;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.stockwright.base.Refusal;
import org.stockwright.service.LetterData;
import org.stockwright.service.LetterFormat;

import static org.assertj.core.api.Assertions.assertThat;

/** Documents of word processors, made by hand, and what becomes of them. */
abstract class OfficeDocuments {

    static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    static final LetterData DATA = new LetterData(
        Map.of("name", "Ada & Co <x>", "paid", "yes", "address", "1 Road\nTown"),
        Map.of("rows", List.of(Map.of("item", "Bolt", "qty", "2"), Map.of("item", "Nut", "qty", "30"))));

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

    static byte[] odt(String body) {
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

    static String part(byte[] document, String name) {
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

    static String run(String text) {
        return "<w:r><w:rPr><w:b/></w:rPr><w:t>" + text + "</w:t></w:r>";
    }

    static String p(String... texts) {
        StringBuilder runs = new StringBuilder("<w:p>");
        for (String text : texts) {
            runs.append(run(text));
        }
        return runs.append("</w:p>").toString();
    }

    static byte[] fill(LetterFormat format, byte[] template) {
        byte[] filled = PreparedLetter.of(format, template).then(letter -> letter.fill(DATA)).value();
        String text = part(filled, format == LetterFormat.DOCX ? "word/document.xml" : "content.xml");
        assertThat(PlainXml.read(text.getBytes(StandardCharsets.UTF_8))).as(text).isPresent();
        return filled;
    }

    static String docx(String body) {
        return part(fill(LetterFormat.DOCX, docx(body, Map.of())), "word/document.xml");
    }

    /** What a reader sees: the texts, a line for each paragraph. */
    static String seen(String xml) {
        return xml.replaceAll("(?s)^.*?<w:body>|^.*?<office:text>", "").replaceAll("</w:p>|</text:p>", "\n")
            .replaceAll("<w:br/>|<text:line-break/>", "/").replaceAll("<[^>]*>", "").strip();
    }

    static List<Refusal> refusals(LetterFormat format, byte[] template) {
        return PreparedLetter.of(format, template).then(letter -> letter.fill(DATA)).refusals();
    }

    static String links(String type, String target) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
            + "Id=\"r1\" Type=\"http://x/" + type + "\" Target=\"" + target + "\"/></Relationships>";
    }

}
