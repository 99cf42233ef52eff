package org.stockwright.exchange.internal;

import org.xml.sax.Attributes;

/** Numbers in the attributes of a workbook's XML. */
final class Xml {

    private Xml() {
    }

    /** A whole number that is not negative, or the fallback when there is none. */
    static int number(Attributes attributes, String name, int fallback) {
        String text = attributes.getValue(name);
        if (text == null || text.isEmpty() || text.length() > 9) {
            return fallback;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return fallback;
            }
            number = 10 * number + c - '0';
        }
        return number;
    }

}
