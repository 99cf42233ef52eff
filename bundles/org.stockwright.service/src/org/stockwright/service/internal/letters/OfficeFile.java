package org.stockwright.service.internal.letters;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.ServiceRefusal;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A document of Word or Writer: a ZIP file of parts, of bounded size, without macros, embedded objects, and links that are
 * followed when it is opened. Written again it has the same bytes for the same parts.
 */
final class OfficeFile {

    private static final int MOST_PARTS = 1_000;
    private static final long MOST_BYTES = 40_000_000;
    /** The first month of what a ZIP file can say would be written in a second way, too. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);
    private static final String MIMETYPE = "mimetype";
    private static final Pattern FORBIDDEN = Pattern.compile(
        "(?i).*(vbaproject|vbadata|activex|embeddings/|macrosheets|afchunk|(^|/)(basic|scripts|dialogs|object [^/]*|object\\d*)/).*");
    private static final Pattern DOCX_TEXT = Pattern
        .compile("word/(document|header\\d*|footer\\d*|footnotes|endnotes)\\.xml");
    private static final Set<String> ODT_TEXT = Set.of("content.xml", "styles.xml");

    private final LetterFormat format;
    private final Map<String, byte[]> parts;

    private OfficeFile(LetterFormat format, Map<String, byte[]> parts) {
        this.format = format;
        this.parts = parts;
    }

    /** Reads and checks a document. */
    static Outcome<OfficeFile> read(LetterFormat format, byte[] bytes) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        long size = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                byte[] content = zip.readNBytes(Math.toIntExact(MOST_BYTES - size) + 1);
                size += content.length;
                if (size > MOST_BYTES || parts.size() == MOST_PARTS || parts.put(entry.getName(), content) != null) {
                    return no(format, "it has too many parts, too large ones, or one twice");
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            return no(format, "its ZIP is damaged");
        } catch (IOException e) {
            return no(format, "it is cut off");
        }
        OfficeFile file = new OfficeFile(format, parts);
        if (!parts.containsKey(format == LetterFormat.DOCX ? "word/document.xml" : "content.xml")
            || format == LetterFormat.ODT && !format.mediaType()
                .equals(new String(parts.getOrDefault(MIMETYPE, new byte[0]), StandardCharsets.US_ASCII).strip())) {
            return no(format, "it has no text");
        }
        Optional<Refusal> unsafe = parts.keySet().stream().map(file::unsafe).flatMap(Optional::stream).findFirst();
        return unsafe.map(Outcome::<OfficeFile>refused).orElseGet(() -> Outcome.done(file));
    }

    private static Outcome<OfficeFile> no(LetterFormat format, String why) {
        return Outcome.refused(Refusal.of(ServiceRefusal.NOT_A_DOCUMENT, format.name(), why));
    }

    private static Refusal unsafe(String what, String hint) {
        return Refusal.of(ServiceRefusal.UNSAFE_DOCUMENT, what).hint(hint);
    }

    private Optional<Refusal> unsafe(String name) {
        if (FORBIDDEN.matcher(name).matches()) {
            return Optional.of(unsafe(name, "Take macros and embedded objects out, and save it as plain "
                + format.name() + "."));
        }
        String ending = name.toLowerCase(Locale.ROOT);
        if (!ending.endsWith(".xml") && !ending.endsWith(".rels") && !ending.endsWith(".rdf")) {
            return Optional.empty();
        }
        Optional<Document> xml = PlainXml.read(parts.get(name));
        if (xml.isEmpty()) {
            return Optional
                .of(unsafe(name, "It is no plain XML without a document type: save it again by its program."));
        }
        return format == LetterFormat.DOCX ? unsafeWord(name, xml.get()) : unsafeWriter(xml.get());
    }

    private static Optional<Refusal> unsafeWord(String name, Document xml) {
        NodeList links = xml.getElementsByTagNameNS("*", "Relationship");
        for (int i = 0; name.endsWith(".rels") && i < links.getLength(); i++) {
            Element link = (Element) links.item(i);
            if (link.getAttribute("TargetMode").equalsIgnoreCase("External")
                && !link.getAttribute("Type").endsWith("/hyperlink")) {
                return Optional.of(unsafe("a link to " + link.getAttribute("Target"),
                    "Put pictures into the document, and attach no template to it."));
            }
        }
        if (xml.getElementsByTagNameNS("*", "altChunk").getLength() > 0) {
            return Optional.of(unsafe("another document", "Copy its text instead."));
        }
        return WordFields.unsafe(xml).map(field -> unsafe("the field " + field, "Take it out."));
    }

    private static Optional<Refusal> unsafeWriter(Document xml) {
        NodeList elements = xml.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            String namespace = String.valueOf(element.getNamespaceURI());
            if (namespace.endsWith(":script:1.0") || element.getLocalName().startsWith("dde-")
                || element.getLocalName().equals("event-listener") || element.getLocalName().equals("scripts")
                    && element.hasChildNodes()) {
                return Optional.of(unsafe(element.getNodeName(), "Take it out."));
            }
            String link = element.getAttributeNS("http://www.w3.org/1999/xlink", "href");
            // the name of the template that it was begun from is never followed
            if (!Set.of("a", "template").contains(element.getLocalName())
                && (link.contains(":") || link.startsWith("/") || link.contains(".."))) {
                return Optional.of(unsafe("a link to " + link, "Put pictures into the document."));
            }
        }
        return Optional.empty();
    }

    /** The parts that have text, by their names. */
    Map<String, byte[]> texts() {
        Map<String, byte[]> texts = new LinkedHashMap<>();
        parts.forEach((name, content) -> {
            if (format == LetterFormat.DOCX ? DOCX_TEXT.matcher(name).matches() : ODT_TEXT.contains(name)) {
                texts.put(name, content);
            }
        });
        return texts;
    }

    /** The document with other texts. */
    byte[] with(Map<String, byte[]> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            if (parts.containsKey(MIMETYPE)) {
                // the first one, and not compressed, so that other programs know the file by it
                byte[] content = parts.get(MIMETYPE);
                ZipEntry entry = entry(MIMETYPE);
                CRC32 sum = new CRC32();
                sum.update(content);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.length);
                entry.setCrc(sum.getValue());
                put(zip, entry, content);
            }
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                if (!part.getKey().equals(MIMETYPE)) {
                    put(zip, entry(part.getKey()), texts.getOrDefault(part.getKey(), part.getValue()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        return entry;
    }

    private static void put(ZipOutputStream zip, ZipEntry entry, byte[] content) throws IOException {
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

}
