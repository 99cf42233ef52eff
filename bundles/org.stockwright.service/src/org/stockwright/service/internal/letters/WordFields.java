package org.stockwright.service.internal.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.stockwright.service.LetterTable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The fields of Word's own mail merge, and those that fetch something when a document is opened. */
final class WordFields {

    private static final Pattern UNSAFE = Pattern
        .compile(
            "(?i)(?:^|[^A-Z])(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|MACROBUTTON|DATABASE)(?:[^A-Z]|$)");
    /** A link to anything but an address of the web, of mail or in the document itself; its switches may come before. */
    private static final Pattern ELSEWHERE = Pattern
        .compile("(?i)(HYPERLINK)(?:[ ]++\\\\(?:[LOTS](?:[ ]++(?:\"[^\"\n]*+\"|[^\" \\\\\n]++))?+|[A-Z]))*+[ ]++"
            + "(?!\"?+[ ]*+(?:https?:|mailto:|#))(?:[^\\\\ \n]|\\\\{2})");
    private static final Pattern MERGE = Pattern.compile("(?i)\\s*MERGEFIELD\\s+(?:\"([^\"]+)\"|(\\S+)).*",
        Pattern.DOTALL);

    private WordFields() {
        // only functions
    }

    /** The first field that fetches something from elsewhere, or leads to it. Its name may be cut into several runs. */
    static Optional<String> unsafe(Document xml) {
        StringBuilder all = new StringBuilder();
        NodeList elements = xml.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            switch (element.getLocalName()) {
                case "instrText", "delInstrText" -> all.append(element.getTextContent().replace('\n', ' '));
                case "fldSimple" -> all.append('\n')
                    .append(attribute(element, "instr").replace('\n', ' ')).append('\n');
                case "fldChar" -> all.append('\n');
                default -> {
                    // no field
                }
            }
        }
        return Stream.of(UNSAFE, ELSEWHERE).map(pattern -> pattern.matcher(all)).filter(Matcher::find)
            .map(found -> found.group(1)).findFirst();
    }

    private static String attribute(Element element, String name) {
        return element.getAttributeNS(element.getNamespaceURI(), name);
    }

    /** Turns the fields of a mail merge into {@code ${name}}. */
    static void unwrap(Document xml) {
        for (Element simple : elements(xml, "fldSimple")) {
            Matcher matcher = MERGE.matcher(attribute(simple, "instr"));
            if (matcher.matches()) {
                show(elements(simple, "t"), matcher);
                while (simple.getFirstChild() != null) {
                    simple.getParentNode().insertBefore(simple.getFirstChild(), simple);
                }
                simple.getParentNode().removeChild(simple);
            }
        }
        for (Element paragraph : elements(xml, "p")) {
            complex(paragraph);
        }
    }

    /** A field of several runs: begin, instruction, separate, what is shown, end. */
    private static void complex(Element paragraph) {
        List<Element> runs = elements(paragraph, "r");
        List<Element> frame = new ArrayList<>();
        List<Element> shown = new ArrayList<>();
        StringBuilder instruction = new StringBuilder();
        int depth = 0;
        boolean separated = false;
        for (Element run : runs) {
            String mark = elements(run, "fldChar").stream().map(mine -> attribute(mine, "fldCharType")).findFirst()
                .orElse("");
            if (mark.equals("begin")) {
                depth++;
                frame.clear();
                shown.clear();
                instruction.setLength(0);
                separated = false;
            }
            if (depth != 1) {
                depth -= mark.equals("end") ? 1 : 0;
                continue;
            }
            if (separated && mark.isEmpty()) {
                shown.addAll(elements(run, "t"));
            } else {
                frame.add(run);
                elements(run, "instrText").forEach(text -> instruction.append(text.getTextContent()));
            }
            separated |= mark.equals("separate");
            if (mark.equals("end")) {
                depth--;
                Matcher matcher = MERGE.matcher(instruction);
                if (matcher.matches() && !shown.isEmpty()) {
                    show(shown, matcher);
                    frame.forEach(part -> part.getParentNode().removeChild(part));
                }
            }
        }
    }

    private static void show(List<Element> texts, Matcher matcher) {
        String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        for (int i = 0; i < texts.size(); i++) {
            texts.get(i).setTextContent(i == 0 ? "${" + LetterTable.name(name) + "}" : "");
        }
    }

    /** The elements of this name inside of a node, as they are before anything is changed. */
    static List<Element> elements(Node parent, String name) {
        NodeList found = parent instanceof Document xml ? xml.getElementsByTagNameNS("*", name)
            : ((Element) parent).getElementsByTagNameNS("*", name);
        List<Element> result = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            result.add((Element) found.item(i));
        }
        return result;
    }

}
