package org.stockwright.exchange.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The parts of an XLSX package (ECMA-376, part 2), found by their relationships and read as streams: nothing of it is
 * ever wholly in memory. Zip bombs are cut by {@link ZipSecureFile} and a limit on each part's length; document type
 * declarations are refused, so that nothing outside is read.
 */
final class WorkbookParts implements Closeable {

    private static final String ROOT = "_rels/.rels";

    private final ZipSecureFile zip;
    private final String workbook;
    private final Map<String, String> targets = new HashMap<>();
    private final Map<String, String> byType = new HashMap<>();
    private String firstSheet = "";
    private boolean from1904;

    /**
     * Opens a package and looks for its workbook.
     *
     * @throws IOException when it is damaged
     * @throws SAXException when its XML is, or has what is not allowed
     */
    WorkbookParts(Path file) throws IOException, SAXException {
        zip = new ZipSecureFile(file.toFile());
        try {
            int entries = 0;
            for (var all = zip.getEntries(); all.hasMoreElements(); all.nextElement()) {
                if (++entries > Limits.ZIP_ENTRIES) {
                    throw new IOException("it has more than " + Limits.ZIP_ENTRIES + " parts");
                }
            }
            workbook = workbook();
            relationships(relationshipsOf(workbook), folderOf(workbook));
            parse(workbook, new WorkbookHandler());
        } catch (IOException | SAXException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private String workbook() throws IOException, SAXException {
        if (zip.getEntry(ROOT) == null) {
            throw new IOException("it is a zip file, but no workbook");
        }
        relationships(ROOT, "");
        String target = byType.get("officeDocument");
        if (target == null) {
            throw new IOException("it is a zip file, but no workbook");
        }
        targets.clear();
        byType.clear();
        return target;
    }

    /** Whether days count from 1904. */
    boolean isFrom1904() {
        return from1904;
    }

    /** Lets the handler see the first sheet. */
    void firstSheet(ContentHandler handler) throws IOException, SAXException {
        String target = targets.get(firstSheet);
        if (target == null) {
            throw new IOException("it has no sheet");
        }
        parse(target, handler);
    }

    /** Lets the handler see the part with this type of relationship to the workbook, if there is one. */
    void part(String type, ContentHandler handler) throws IOException, SAXException {
        String target = byType.get(type);
        if (target != null) {
            parse(target, handler);
        }
    }

    private static String folderOf(String part) {
        return part.substring(0, part.lastIndexOf('/') + 1);
    }

    private static String relationshipsOf(String part) {
        String folder = folderOf(part);
        return folder + "_rels/" + part.substring(folder.length()) + ".rels";
    }

    private void relationships(String part, String folder) throws IOException, SAXException {
        parse(part, new DefaultHandler() {
            @Override
            public void startElement(String uri, String name, String qualified, Attributes attributes) {
                String target = attributes.getValue("Target");
                String type = attributes.getValue("Type");
                if (!"Relationship".equals(name) || target == null || type == null
                    || "External".equals(attributes.getValue("TargetMode"))) {
                    return;
                }
                String resolved = target.startsWith("/") ? target.substring(1) : folder + target;
                targets.put(String.valueOf(attributes.getValue("Id")), resolved);
                byType.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), resolved);
            }
        });
    }

    private void parse(String part, ContentHandler handler) throws IOException, SAXException {
        ZipArchiveEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new IOException("its part " + part + " is missing");
        }
        try (InputStream in = new Bounded(zip.getInputStream(entry))) {
            XMLReader reader = reader();
            reader.setContentHandler(handler);
            reader.parse(new InputSource(in));
        }
    }

    private static XMLReader reader() throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://javax.xml.XMLConstants/feature/secure-processing", true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            XMLReader reader = factory.newSAXParser().getXMLReader();
            // the default handler prints to standard error
            reader.setErrorHandler(new DefaultHandler());
            return reader;
        } catch (ParserConfigurationException e) {
            throw new SAXException(e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Remembers the first sheet's relationship and the calendar. */
    private final class WorkbookHandler extends DefaultHandler {

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            if ("workbookPr".equals(name)) {
                String flag = attributes.getValue("date1904");
                from1904 = "1".equals(flag) || "true".equals(flag);
            } else if ("sheet".equals(name) && firstSheet.isEmpty()) {
                for (int i = 0; i < attributes.getLength(); i++) {
                    if ("id".equals(attributes.getLocalName(i)) && attributes.getURI(i).endsWith("/relationships")) {
                        firstSheet = attributes.getValue(i);
                    }
                }
            }
        }

    }

    /** Ends a part that goes on for ever. */
    private static final class Bounded extends java.io.FilterInputStream {

        private long left = Limits.PART_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int octets) throws IOException {
            left -= octets;
            if (left < 0) {
                throw new IOException("a part has more than " + Limits.PART_BYTES / Limits.MEGABYTE + " MB");
            }
        }

    }

}
