package org.stockwright.service.internal.letters;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML that has no document type, so that it can name no file and no address. */
final class PlainXml {

    private static final String DEPTH = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";
    private static final int DEEPEST = 200;
    /** Between the signs of a text, the zeros of those that have two bytes as well. */
    private static final String BLANK = "\0\t\n\r ";
    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final int LONGEST_DECLARATION = 200;
    /** In other ones a tag may begin with another byte, so that nobody could count the tags before they are read. */
    private static final Set<String> ENCODINGS = Set.of("utf-8", "utf-16", "utf-16be", "utf-16le", "us-ascii",
        "iso-8859-1", "windows-1252");

    private PlainXml() {
        // only functions
    }

    /** Whether bytes begin as XML does, in whatever encoding. */
    static boolean looksLikeIt(byte[] bytes) {
        int at = bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB ? 3
            : bytes.length > 1 && (bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF) ? 2 : 0;
        while (at < bytes.length && BLANK.indexOf(bytes[at]) >= 0) {
            at++;
        }
        int next = at + 1;
        while (next < bytes.length && bytes[next] == 0) {
            next++;
        }
        return next < bytes.length && bytes[at] == '<'
            && (Character.isLetter(bytes[next]) || "_:?!".indexOf(bytes[next]) >= 0);
    }

    /** Whether its tags begin with the byte, or the two bytes, of a {@code <}. */
    private static boolean isCountable(byte[] xml) {
        String begin = new String(xml, 0, Math.min(xml.length, 2 * LONGEST_DECLARATION), StandardCharsets.ISO_8859_1)
            .replace("\0", "");
        int declared = begin.indexOf("<?xml");
        if (!looksLikeIt(xml) || declared < 0) {
            return looksLikeIt(xml);
        }
        int end = begin.indexOf("?>", declared);
        Matcher encoding = ENCODING.matcher(end < 0 ? "" : begin.substring(declared, end));
        return end >= 0
            && (!encoding.find() || ENCODINGS.contains(encoding.group(1).toLowerCase(Locale.ROOT)));
    }

    /** How many tags and attributes there are at most. */
    static int markup(byte[] xml) {
        int count = 0;
        for (byte octet : xml) {
            count += octet == '<' || octet == '=' ? 1 : 0;
        }
        return count;
    }

    /** The document; empty when it is no XML, has a document type or an unusual encoding, or is too deep. */
    static Optional<Document> read(byte[] xml) {
        if (!isCountable(xml)) {
            return Optional.empty();
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute(DEPTH, DEEPEST);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setNamespaceAware(true);
            factory.setCoalescing(true);
            factory.setIgnoringComments(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            builder.setEntityResolver((publicId, systemId) -> {
                throw new SAXException("nothing from elsewhere");
            });
            return Optional.of(builder.parse(new InputSource(new ByteArrayInputStream(xml))));
        } catch (SAXException | IOException e) {
            return Optional.empty();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Java's own XML parser cannot be made safe", e);
        }
    }

}
