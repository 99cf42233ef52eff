package org.stockwright.exchange.internal;

import java.util.ArrayList;
import java.util.List;

import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The texts that a workbook's cells refer to by number. */
final class SharedTexts extends DefaultHandler {

    private final List<String> texts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private long characters;
    private boolean inText;
    private int inPhonetic;

    /** The text with this number, or {@code null}. */
    String get(int index) {
        return index >= 0 && index < texts.size() ? texts.get(index) : null;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "si" -> text.setLength(0);
            case "rPh" -> inPhonetic++;
            case "t" -> inText = true;
            default -> {
                // fonts of rich text do not matter
            }
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        switch (name) {
            case "si" -> {
                characters += text.length();
                if (characters > Limits.CHARACTERS || texts.size() > Limits.CELLS / 2) {
                    throw new SAXException("it has too many texts");
                }
                texts.add(text.toString());
            }
            case "rPh" -> inPhonetic--;
            case "t" -> inText = false;
            default -> {
                // as above
            }
        }
    }

    @Override
    public void characters(char[] buffer, int start, int length) throws SAXException {
        if (inText && inPhonetic == 0) {
            text.append(buffer, start, length);
            if (text.length() > Limits.CELL_CHARACTERS) {
                throw new SAXException("a cell has more than " + Limits.CELL_CHARACTERS + " characters");
            }
        }
    }

}
