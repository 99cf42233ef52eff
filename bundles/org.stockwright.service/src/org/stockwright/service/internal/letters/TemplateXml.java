package org.stockwright.service.internal.letters;

import org.stockwright.service.LetterFormat;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/**
 * Writes XML as a text for the engine: markers, which are processing instructions, as they are, and everything else so that the
 * engine finds nothing in it.
 */
final class TemplateXml {

    /** The name of a field among the nodes. */
    static final String FIELD = "letter-field";
    /** The name of an instruction among the nodes. */
    static final String BLOCK = "letter-block";

    private final LetterFormat format;
    private final StringBuilder out = new StringBuilder(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");

    TemplateXml(LetterFormat format) {
        this.format = format;
    }

    String write(Document xml) {
        node(xml.getDocumentElement());
        return out.toString();
    }

    private void node(Node node) {
        switch (node.getNodeType()) {
            case Node.ELEMENT_NODE -> element(node);
            case Node.TEXT_NODE, Node.CDATA_SECTION_NODE -> escape(node.getNodeValue(), false);
            case Node.PROCESSING_INSTRUCTION_NODE -> out.append(node.getNodeValue());
            default -> {
                // comments are left out
            }
        }
    }

    private void element(Node element) {
        out.append('<').append(element.getNodeName());
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            out.append(' ').append(attribute.getName()).append("=\"");
            escape(attribute.getValue(), true);
            out.append('"');
        }
        if (element.getFirstChild() == null) {
            out.append("/>");
            return;
        }
        out.append('>');
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            node(child);
        }
        if (format == LetterFormat.DOCX && "tc".equals(element.getLocalName())
            && element.getLastChild().getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
            // a cell of Word has a paragraph, also when none of its conditions holds
            String name = element.getNodeName();
            out.append('<').append(name, 0, name.length() - 2).append("p/>");
        }
        out.append("</").append(element.getNodeName()).append('>');
    }

    private void escape(String text, boolean attribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '$', '[', '\r' -> out.append("&#").append((int) c).append(';');
                case '"', '\n', '\t' -> {
                    if (attribute) {
                        out.append("&#").append((int) c).append(';');
                    } else {
                        out.append(c);
                    }
                }
                default -> out.append(c);
            }
        }
    }

}
