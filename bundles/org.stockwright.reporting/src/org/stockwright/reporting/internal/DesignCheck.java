package org.stockwright.reporting.internal;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a design before BIRT does and says what in it is not allowed. It works by lists of what is allowed, so that
 * what nobody thought of is refused: layout, scripted data sets without code of their own, labels, data, images that are
 * cells of a row, charts, and the common library. Expressions may compute; {@link ScriptGuard} bounds what they reach.
 */
final class DesignCheck {

    /** The only library that designs may name. */
    static final String LIBRARY = "stockwright.rptlibrary";

    private static final int MAX_BYTES = 4_000_000;

    private static final Set<String> ELEMENTS = Set.of("report", "library", "property", "expression", "text-property",
        "list-property", "simple-property-list", "value", "structure", "xml-property", "data-sources",
        "script-data-source", "data-sets", "script-data-set", "styles", "style", "themes", "theme", "page-setup",
        "simple-master-page", "page-header", "page-footer", "components", "body", "header", "detail", "footer",
        "group", "grid", "table", "list", "column", "row", "cell", "label", "data", "image", "auto-text",
        "extended-item",
        "overridden-values", "ref-entry");

    private static final Set<String> LISTS = Set.of("libraries", "boundDataColumns", "arguments", "aggregateOn",
        "highlightRules", "mapRules", "sort", "visibility", "value1");

    private static final Set<String> FORBIDDEN = Set.of("eventHandlerClass", "backgroundImage", "uri", "imageName",
        "action", "actions", "hyperlink", "scriptLibs", "includeScripts", "includeResource", "cssStyleSheets",
        "queryText", "odaDriverClass", "externalResource", "images", "base", "userProperties", "propertyBindings");

    /** Older designs keep expressions where this check does not look; BIRT would convert them on the way. */
    private static final String VERSION = "3.2.23";

    private static final Set<String> CHART_FORBIDDEN = Set.of("Script", "Triggers", "Actions", "Action", "URL",
        "BaseUrl", "Image", "Images", "Icon", "IconPalette", "ExtendedProperties");

    /** Expressions have an element of their own; as a property they would not be looked at. */
    private static final Pattern EXPRESSIONS = Pattern.compile("(?i).*expr(ession)?|toc|bookmark|on[A-Z].*");

    private DesignCheck() {
    }

    /**
     * What is not allowed in the design; empty when all is.
     *
     * @param markup whether it may show cells as HTML
     */
    static Optional<String> objection(byte[] design, boolean markup) {
        if (design.length > MAX_BYTES) {
            return Optional.of("it is larger than " + MAX_BYTES + " bytes");
        }
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(design));
            try {
                return walk(reader, markup);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            return Optional.of("it is no plain XML: " + firstLine(e));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static Optional<String> walk(XMLStreamReader reader, boolean markup) throws XMLStreamException {
        while (reader.hasNext()) {
            Optional<String> objection = switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> element(reader, markup);
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> Optional.of("a document type");
                default -> Optional.empty();
            };
            if (objection.isPresent()) {
                return objection.map(text -> text + " (line " + reader.getLocation().getLineNumber() + ")");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> element(XMLStreamReader reader, boolean markup) throws XMLStreamException {
        String element = reader.getLocalName();
        String name = attribute(reader, "name");
        if (!ELEMENTS.contains(element) && !(markup && element.equals("text-data"))) {
            return Optional.of("the element <" + element + ">");
        }
        if (FORBIDDEN.contains(name) && !element.equals("style")) {
            return Optional.of("the property " + name);
        }
        return switch (element) {
            case "list-property", "simple-property-list" ->
                LISTS.contains(name) ? Optional.empty() : Optional.of("the list " + name);
            case "report", "library" -> VERSION.equals(attribute(reader, "version")) ? Optional.empty()
                : Optional.of("the version " + attribute(reader, "version") + " instead of " + VERSION);
            case "expression", "value" -> expression(reader);
            case "extended-item" -> attribute(reader, "extensionName").equals("Chart") ? Optional.empty()
                : Optional.of("the extension " + attribute(reader, "extensionName"));
            case "property" -> property(name, reader);
            case "xml-property" -> chart(reader.getElementText());
            default -> Optional.empty();
        };
    }

    private static Optional<String> expression(XMLStreamReader reader) throws XMLStreamException {
        String type = attribute(reader, "type");
        if (!Set.of("", "javascript", "constant").contains(type)) {
            return Optional.of("an expression in " + type);
        }
        return ExpressionCheck.objection(reader.getElementText());
    }

    private static Optional<String> property(String name, XMLStreamReader reader) throws XMLStreamException {
        if (name.equals("source")) {
            String source = reader.getElementText();
            return source.equals("expr") ? Optional.empty() : Optional.of("an image that is a " + source);
        }
        if (name.equals("fileName")) {
            String file = reader.getElementText();
            return file.equals(LIBRARY) ? Optional.empty() : Optional.of("the file " + file);
        }
        return EXPRESSIONS.matcher(name).matches() ? Optional.of("the property " + name) : Optional.empty();
    }

    /** A chart is XML within the XML; it may have code, links and images of its own. */
    private static Optional<String> chart(String xml) throws XMLStreamException {
        XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(xml.strip()));
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    return Optional.of("a document type in a chart");
                }
                if (event == XMLStreamConstants.START_ELEMENT && (CHART_FORBIDDEN.contains(reader.getLocalName())
                    || attribute(reader, "type").matches(".*(Image|Script|URL).*"))) {
                    return Optional.of("the chart's element <" + reader.getLocalName() + ">");
                }
                if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("Definition")) {
                    Optional<String> objection = ExpressionCheck.objection(reader.getElementText());
                    if (objection.isPresent()) {
                        return objection;
                    }
                }
            }
            return Optional.empty();
        } finally {
            reader.close();
        }
    }

    private static String attribute(XMLStreamReader reader, String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

}
