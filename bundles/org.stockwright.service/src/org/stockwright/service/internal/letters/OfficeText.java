package org.stockwright.service.internal.letters;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.LetterTable;
import org.stockwright.service.ServiceRefusal;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

/**
 * Turns the XML of a part of a document into a text for the engine. Programs cut what was typed into runs wherever they like: a
 * marker is put together again in the run where it begins. What a condition or list over several paragraphs, cells or rows
 * takes is whole paragraphs or rows.
 */
final class OfficeText {

    private static final String AGAIN = "Save it again by its program.";
    /** Between paragraphs; a marker that has it goes over several. */
    private static final char PARAGRAPH = '\u2029';

    private final LetterFormat format;
    private final Document xml;
    private final Fields fields;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Set<Element> touched = new LinkedHashSet<>();

    /**
     * A text node of a paragraph.
     *
     * @param node the node
     * @param start where it begins in the text of all paragraphs
     * @param end where it ends
     */
    private record Piece(Text node, int start, int end) {
    }

    private OfficeText(LetterFormat format, Document xml, Fields fields) {
        this.format = format;
        this.xml = xml;
        this.fields = fields;
    }

    /** The text for the engine; empty when nothing of it is filled in. */
    static Outcome<Optional<String>> of(LetterFormat format, byte[] part, Fields fields) {
        Optional<Document> xml = PlainXml.read(part);
        if (xml.isEmpty()) {
            return Outcome.refused(Refusal.of(ServiceRefusal.NOT_A_DOCUMENT, format.name(), "its text is no XML")
                .hint(AGAIN));
        }
        return new OfficeText(format, xml.get(), fields).run();
    }

    private Outcome<Optional<String>> run() {
        dropInstructions(xml);
        if (format == LetterFormat.DOCX) {
            WordFields.unwrap(xml);
        } else {
            columns();
        }
        String text = text();
        ReadText read = ReadText.of(text, fields);
        read.markers().stream().filter(marker -> marker.text().indexOf(PARAGRAPH) >= 0).findFirst()
            .ifPresent(
                marker -> refusals.add(Refusal.of(ServiceRefusal.BAD_MARKER, marker.text().replace(PARAGRAPH, ' '))
                    .hint("It goes over several paragraphs.")));
        refusals.addAll(read.refusals());
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        if (read.markers().isEmpty()) {
            return Outcome.done(Optional.empty());
        }
        if (!String.valueOf(xml.getDocumentElement().lookupNamespaceURI(format == LetterFormat.DOCX ? "w" : "text"))
            .contains(format == LetterFormat.DOCX ? "wordprocessingml" : ":text:")) {
            // line breaks are put in by these names
            return Outcome.refused(Refusal.of(ServiceRefusal.NOT_A_DOCUMENT, format.name(),
                "its parts have names of another kind").hint(AGAIN));
        }
        blocks(read.markers(), place(read.markers()));
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        touched.forEach(this::drop);
        return Outcome.done(Optional.of(new TemplateXml(format).write(xml)));
    }

    private static void dropInstructions(Node node) {
        Node child = node.getFirstChild();
        while (child != null) {
            Node next = child.getNextSibling();
            if (child.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE || child.getNodeType() == Node.COMMENT_NODE) {
                node.removeChild(child);
            } else {
                dropInstructions(child);
            }
            child = next;
        }
    }

    /** The fields of Writer's own mail merge. */
    private void columns() {
        for (Element column : WordFields.elements(xml, "database-display")) {
            String name = column.getAttributeNS(column.getNamespaceURI(), "column-name");
            column.getParentNode().replaceChild(xml.createTextNode("${" + LetterTable.name(name) + "}"), column);
        }
    }

    private boolean isParagraph(Node node) {
        if (format == LetterFormat.DOCX) {
            return isWord(node, "p");
        }
        String namespace = String.valueOf(node.getNamespaceURI());
        return ("p".equals(node.getLocalName()) || "h".equals(node.getLocalName())) && namespace.endsWith(":text:1.0");
    }

    private static boolean isWord(Node node, String name) {
        return name.equals(node.getLocalName())
            && String.valueOf(node.getNamespaceURI()).contains("wordprocessingml");
    }

    private static boolean isRow(Node node) {
        return "tr".equals(node.getLocalName()) || "table-row".equals(node.getLocalName());
    }

    private Element paragraph(Node node) {
        Node at = node.getParentNode();
        while (!isParagraph(at)) {
            at = at.getParentNode();
        }
        return (Element) at;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        NodeList elements = xml.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            if (isParagraph(elements.item(i))) {
                collect((Element) elements.item(i), elements.item(i), text);
                text.append(PARAGRAPH);
            }
        }
        return text.toString();
    }

    private void collect(Element paragraph, Node node, StringBuilder text) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text one) {
                if (format == LetterFormat.ODT || "t".equals(node.getLocalName())) {
                    pieces.add(new Piece(one, text.length(), text.length() + one.getLength()));
                    text.append(plainQuotes(one.getData()));
                }
            } else if (!isParagraph(child)) {
                collect(paragraph, child, text);
            }
        }
    }

    /** Programs make quotes round while somebody types; the engine knows the plain ones. As long as before. */
    private static String plainQuotes(String text) {
        return text.replace('\u201C', '"').replace('\u201D', '"').replace('\u201E', '"').replace('\u2018', '\'')
            .replace('\u2019', '\'').replace('\u201A', '\'').replace('\u00A0', ' ').replace(PARAGRAPH, ' ');
    }

    /** Puts a node in the place of each marker, and takes its text out of the runs. */
    private List<Node> place(List<Marker> markers) {
        List<Node> placed = new ArrayList<>();
        int first = 0;
        for (Piece piece : pieces) {
            while (first < markers.size() && markers.get(first).end() <= piece.start()) {
                first++;
            }
            if (first == markers.size() || markers.get(first).start() >= piece.end()) {
                continue;
            }
            Node parent = piece.node().getParentNode();
            String data = piece.node().getData();
            int at = piece.start();
            for (int i = first; i < markers.size() && markers.get(i).start() < piece.end(); i++) {
                Marker marker = markers.get(i);
                if (format == LetterFormat.DOCX && !isWord(parent, "t")) {
                    refusals.add(Refusal.of(ServiceRefusal.BAD_MARKER, marker.text())
                        .hint("Fields stand in the text and in text boxes, not in formulas and drawings."));
                }
                if (marker.start() >= piece.start()) {
                    before(piece, data.substring(at - piece.start(), marker.start() - piece.start()));
                    Node node = xml.createProcessingInstruction(
                        marker.kind() == Marker.Kind.FIELD ? TemplateXml.FIELD : TemplateXml.BLOCK, marker.text());
                    parent.insertBefore(node, piece.node());
                    placed.add(node);
                }
                at = Math.min(marker.end(), piece.end());
            }
            before(piece, data.substring(at - piece.start()));
            parent.removeChild(piece.node());
            if (format == LetterFormat.DOCX) {
                ((Element) parent).setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
            }
        }
        return placed;
    }

    private void before(Piece piece, String text) {
        if (!text.isEmpty()) {
            piece.node().getParentNode().insertBefore(xml.createTextNode(text), piece.node());
        }
    }

    /** Conditions and lists, the outer ones before those inside of them. */
    private void blocks(List<Marker> markers, List<Node> nodes) {
        List<List<Node>> blocks = new ArrayList<>();
        Deque<List<Node>> open = new ArrayDeque<>();
        for (int i = 0; i < markers.size(); i++) {
            if (markers.get(i).kind() == Marker.Kind.OPEN) {
                open.push(new ArrayList<>());
                blocks.add(open.peek());
            }
            if (markers.get(i).kind() != Marker.Kind.FIELD) {
                open.peek().add(nodes.get(i));
            }
            if (markers.get(i).kind() == Marker.Kind.CLOSE) {
                open.pop();
            }
        }
        blocks.forEach(this::block);
    }

    private void block(List<Node> parts) {
        Node common = common(parts);
        Element paragraph = paragraph(parts.getFirst());
        if (parts.stream().allMatch(part -> paragraph(part) == paragraph)) {
            parts.forEach(part -> lift(part, common));
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            if (!stands(parts.get(i), last) || !fits(common, child(common, parts.get(i)))
                || isRow(common) && parts.size() > 2
                || !isRow(common) && i > 0 && !last && child(common, parts.get(i)) == child(common, parts.get(i - 1))) {
                refusals.add(Refusal.of(ServiceRefusal.BLOCK_MIXED, parts.get(i).getNodeValue())
                    .hint(
                        "Put it into a paragraph of its own, or all of it into one paragraph or into one row of a table."));
                return;
            }
        }
        List<Node> anchors = parts.stream().map(part -> isRow(common) ? common : child(common, part)).toList();
        for (int i = 0; i < parts.size(); i++) {
            touched.add(paragraph(parts.get(i)));
            Node anchor = anchors.get(i);
            anchor.getParentNode().insertBefore(parts.get(i), i == parts.size() - 1 ? anchor.getNextSibling() : anchor);
        }
    }

    /** What a block over several paragraphs begins and ends with: whole paragraphs, rows, cells of one row, or items. */
    private boolean fits(Node common, Node child) {
        return isParagraph(child) || isRow(child) || isRow(common) || "list-item".equals(child.getLocalName());
    }

    /** Whether it is the first in its paragraph, or the last one, but for other instructions. */
    private boolean stands(Node part, boolean last) {
        Element paragraph = paragraph(part);
        boolean[] state = { false, true };
        look(paragraph, part, last, state);
        return state[1];
    }

    private void look(Node node, Node part, boolean last, boolean[] state) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child == part) {
                state[0] = true;
            } else if (state[0] == last && (child instanceof Text text && !text.getData().isBlank()
                || child.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE
                    && child.getNodeName().equals(TemplateXml.FIELD))) {
                state[1] = false;
            }
            look(child, part, last, state);
        }
    }

    private static Node common(List<Node> nodes) {
        Node common = nodes.getFirst().getParentNode();
        for (Node node : nodes) {
            while (!contains(common, node)) {
                common = common.getParentNode();
            }
        }
        return common;
    }

    private static boolean contains(Node ancestor, Node node) {
        for (Node at = node; at != null; at = at.getParentNode()) {
            if (at == ancestor) {
                return true;
            }
        }
        return false;
    }

    private static Node child(Node ancestor, Node node) {
        Node at = node;
        while (at.getParentNode() != ancestor) {
            at = at.getParentNode();
        }
        return at;
    }

    /** Splits runs so that the node stands directly in the ancestor. */
    private static void lift(Node node, Node ancestor) {
        while (node.getParentNode() != ancestor) {
            Node parent = node.getParentNode();
            Node rest = parent.cloneNode(false);
            for (Node child = parent.getFirstChild(); child != node; child = child.getNextSibling()) {
                if ("rPr".equals(child.getLocalName())) {
                    rest.appendChild(child.cloneNode(true));
                }
            }
            while (node.getNextSibling() != null) {
                rest.appendChild(node.getNextSibling());
            }
            parent.getParentNode().insertBefore(rest, parent.getNextSibling());
            parent.getParentNode().insertBefore(node, rest);
        }
    }

    /** Takes a paragraph away that only held instructions, or its row when nothing else is in it. */
    private void drop(Element paragraph) {
        if (paragraph.getParentNode() == null || hasContent(paragraph)) {
            return;
        }
        Node parent = paragraph.getParentNode();
        boolean isCell = "tc".equals(parent.getLocalName()) || "table-cell".equals(parent.getLocalName());
        if (!isCell || siblings(paragraph) > 0) {
            parent.removeChild(paragraph);
            return;
        }
        Node row = parent.getParentNode();
        if (isRow(row) && !hasContent(row) && row.getParentNode() != null) {
            row.getParentNode().removeChild(row);
        }
    }

    private long siblings(Element paragraph) {
        long count = 0;
        for (Node child = paragraph.getParentNode().getFirstChild(); child != null; child = child.getNextSibling()) {
            count += child != paragraph && isParagraph(child) ? 1 : 0;
        }
        return count;
    }

    private static boolean hasContent(Node node) {
        if (node instanceof Text text) {
            return !text.getData().isBlank();
        }
        if (node.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE || Set
            .of("drawing", "pict", "object", "sectPr", "br",
                "fldChar", "frame", "image", "custom-shape", "page-number")
            .contains(String.valueOf(node.getLocalName()))) {
            return true;
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (hasContent(child)) {
                return true;
            }
        }
        return false;
    }

}
