package org.stockwright.service.internal.letters;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

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

    /** How many tags and attributes there are at most. */
    static int markup(byte[] xml) {
        int count = 0;
        for (byte octet : xml) {
            count += octet == '<' || octet == '=' ? 1 : 0;
        }
        return count;
    }

    /** The document; empty when it is no XML, has a document type, or is too deep. */
    static Optional<Document> read(byte[] xml) {
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
