package org.stockwright.service.internal.letters;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashSet;
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
    /** So many tags and attributes a part has at most: each of them takes a hundred times its bytes in memory. */
    private static final int MOST_MARKUP = 400_000;
    /** The first month of what a ZIP file can say would be written in a second way, too. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);
    private static final int SHOWN = 120;
    private static final String MIMETYPE = "mimetype";
    private static final String TOO_MUCH = "it has too many parts, too large ones, or one twice";
    private static final Refusal TRACKED = unsafe("tracked changes",
        "Accept or reject them all: each letter would have what was taken out.");
    private static final Pattern FORBIDDEN = Pattern.compile(
        "(?i).*(vbaproject|vbadata|activex|embeddings/|macrosheets|afchunk|(^|/)(basic|scripts|dialogs|_xmlsignatures|object [^/]*|object\\d*)/|(document|macro)signatures).*");
    /** What the parts of a document may not be to each other, by the end of the type. */
    private static final Set<String> FORBIDDEN_LINKS = Set.of("vbaproject", "wordvbadata", "oleobject", "package",
        "control", "activexcontrolbinary", "attachedtemplate", "afchunk", "subdocument", "frame", "mailmergesource",
        "mailmergeheadersource", "keymapcustomizations", "attachedtoolbars", "xlmacrosheet");
    private static final Pattern FORBIDDEN_CONTENT = Pattern
        .compile("(?i).*(macroenabled|vbaproject|vbadata|activex|oleobject).*");
    private static final Pattern LINK = Pattern.compile("(?i)(https?|mailto):.*|#.*");
    /** A part of a ZIP file that would be written elsewhere when somebody unpacks it. */
    private static final Pattern ELSEWHERE = Pattern.compile("(/|.*[\\\\:\\p{Cntrl}]|(.*/)?\\.\\.(/|$)).*");
    private static final Pattern DOCX_MAIN = Pattern.compile("word/document\\d*\\.xml");
    private static final Pattern DOCX_TEXT = Pattern
        .compile("word/(document\\d*|header\\d*|footer\\d*|footnotes|endnotes)\\.xml");
    /** Of tracked changes: what was taken out would be in each letter. */
    private static final Set<String> WORD_CHANGES = Set.of("ins", "del", "moveFrom", "moveTo");
    private static final Set<String> WRITER_FORBIDDEN = Set.of("event-listener", "script", "execute-macro",
        "section-source", "object", "object-ole", "plugin", "applet", "floating-frame");
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
        Set<String> names = new HashSet<>();
        long size = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                byte[] content = zip.readNBytes(Math.toIntExact(MOST_BYTES - size) + 1);
                size += content.length;
                // to Word names that differ in small and capital letters are the same
                if (size > MOST_BYTES || parts.size() == MOST_PARTS
                    || !names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                    return no(format, TOO_MUCH);
                }
                if (ELSEWHERE.matcher(entry.getName()).matches()) {
                    return no(format, "a part of it has the name of a file elsewhere");
                }
                parts.put(entry.getName(), content);
            }
        } catch (ZipException | IllegalArgumentException e) {
            return no(format, "its ZIP is damaged");
        } catch (IOException e) {
            return no(format, "it is cut off");
        }
        OfficeFile file = new OfficeFile(format, parts);
        if (!parts.keySet().stream().anyMatch(format == LetterFormat.DOCX ? DOCX_MAIN.asMatchPredicate()
            : "content.xml"::equals)) {
            return no(format, "it has no text");
        }
        if (format == LetterFormat.ODT && !format.mediaType()
            .equals(new String(parts.getOrDefault(MIMETYPE, new byte[0]), StandardCharsets.US_ASCII).strip())) {
            // Writer's documents for the web, its templates, tables of Calc
            return no(format, "it is of another kind, though its name says so");
        }
        Optional<Refusal> unsafe = parts.keySet().stream().map(file::unsafe).flatMap(Optional::stream).findFirst();
        return unsafe.map(Outcome::<OfficeFile>refused).orElseGet(() -> Outcome.done(file));
    }

    /** How many bytes it has in memory. */
    long size() {
        return parts.values().stream().mapToLong(part -> part.length).sum();
    }

    private static Outcome<OfficeFile> no(LetterFormat format, String why) {
        return Outcome.refused(Refusal.of(ServiceRefusal.NOT_A_DOCUMENT, format.name(), why)
            .hint("Save it again by its program as " + format.name() + "."));
    }

    private static Refusal unsafe(String what, String hint) {
        return Refusal.of(ServiceRefusal.UNSAFE_DOCUMENT, what.substring(0, Math.min(what.length(), SHOWN))).hint(hint);
    }

    private Optional<Refusal> unsafe(String name) {
        if (FORBIDDEN.matcher(name).matches()) {
            return Optional.of(unsafe(name, "Take macros, embedded objects and signatures out, and save it as plain "
                + format.name() + "."));
        }
        String ending = name.toLowerCase(Locale.ROOT);
        // what a part is, is said elsewhere: it may have any name
        if (!ending.endsWith(".xml") && !ending.endsWith(".rels") && !ending.endsWith(".rdf")
            && !PlainXml.looksLikeIt(parts.get(name))) {
            return Optional.empty();
        }
        if (PlainXml.markup(parts.get(name)) > MOST_MARKUP) {
            return Optional.of(Refusal.of(ServiceRefusal.NOT_A_DOCUMENT, format.name(), TOO_MUCH)
                .hint("Take out what the letter does not need."));
        }
        Optional<Document> xml = PlainXml.read(parts.get(name));
        if (xml.isEmpty()) {
            return Optional
                .of(unsafe(name, "It is no plain XML without a document type: save it again by its program."));
        }
        return format == LetterFormat.DOCX ? unsafeWord(xml.get()) : unsafeWriter(xml.get());
    }

    private static Optional<Refusal> unsafeWord(Document xml) {
        NodeList elements = xml.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            boolean isWord = String.valueOf(element.getNamespaceURI()).contains("wordprocessingml");
            String name = element.getLocalName();
            Optional<Refusal> unsafe = switch (name) {
                case "Relationship" -> unsafeLink(element);
                case "Override", "Default" -> Optional.of(element.getAttribute("ContentType"))
                    .filter(FORBIDDEN_CONTENT.asMatchPredicate())
                    .map(type -> unsafe(type, "Take macros and embedded objects out."));
                case "altChunk" -> Optional.of(unsafe("another document", "Copy its text instead."));
                case "mailMerge" -> Optional.of(unsafe("the data source of Word's mail merge",
                    "Choose Mailings, Start Mail Merge, Normal Word Document, and save it: its fields stay."));
                case "commentReference" -> Optional.of(unsafe("a comment", "Delete it: each letter would have it."));
                default -> isWord && WORD_CHANGES.contains(name) ? Optional.of(TRACKED) : Optional.empty();
            };
            if (unsafe.isPresent()) {
                return unsafe;
            }
        }
        return WordFields.unsafe(xml).map(field -> unsafe("the field " + field, "Take it out."));
    }

    private static Optional<Refusal> unsafeLink(Element link) {
        String type = link.getAttribute("Type");
        String target = link.getAttribute("Target");
        String kind = type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (link.getAttribute("TargetMode").equalsIgnoreCase("External")) {
            return kind.equals("hyperlink") ? unsafeTarget(target) : Optional.of(unsafe("a link to " + target,
                "Put pictures into the document, and attach no template to it."));
        }
        if (kind.equals("officedocument") && !DOCX_MAIN.matcher(target.startsWith("/") ? target.substring(1) : target)
            .matches()) {
            return Optional.of(unsafe("its text in " + target, "Save it again by its program."));
        }
        return FORBIDDEN_LINKS.contains(kind)
            ? Optional.of(unsafe(target, "Take macros and embedded objects out, and attach no template to it."))
            : Optional.empty();
    }

    private static Optional<Refusal> unsafeTarget(String target) {
        return LINK.matcher(target).matches() ? Optional.empty() : Optional.of(unsafe("a link to " + target,
            "Links lead to addresses that begin with https:, http: or mailto:."));
    }

    private static Optional<Refusal> unsafeWriter(Document xml) {
        NodeList elements = xml.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            String namespace = String.valueOf(element.getNamespaceURI());
            String name = element.getLocalName();
            if (namespace.endsWith(":script:1.0") || namespace.endsWith(":form:1.0") || name.startsWith("dde-")
                || WRITER_FORBIDDEN.contains(name) || name.equals("scripts") && element.hasChildNodes()) {
                return Optional.of(unsafe(element.getNodeName(), "Take it out."));
            }
            if (name.equals("annotation")) {
                return Optional.of(unsafe("a comment", "Delete it: each letter would have it."));
            }
            if (name.equals("tracked-changes") && element.getFirstChild() != null) {
                return Optional.of(TRACKED);
            }
            String link = element.getAttributeNS("http://www.w3.org/1999/xlink", "href");
            if (name.equals("a") && unsafeTarget(link).isPresent()) {
                return unsafeTarget(link);
            }
            // the name of the template that it was begun from is never followed
            if (!Set.of("a", "template").contains(name)
                && (link.contains(":") || link.startsWith("/") || link.contains(".."))) {
                return Optional.of(unsafe("a link to " + link, "Put pictures into the document."));
            }
        }
        return Optional.empty();
    }

    /** Whether a letter that was made of it is such a document. */
    boolean again(byte[] letter) {
        return read(format, letter).isDone();
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
