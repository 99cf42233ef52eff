package org.stockwright.service.internal.letters;

/**
 * A field or an instruction in the text of a template.
 *
 * @param start where it begins in the text
 * @param end where it ends, behind its last character
 * @param kind what it does
 * @param text as the engine reads it
 */
record Marker(int start, int end, Kind kind, String text) {

    /** What a marker does. */
    enum Kind {
        /** A value stands there. */
        FIELD,
        /** A condition or a list begins. */
        OPEN,
        /** It goes on with another part. */
        BETWEEN,
        /** It ends. */
        CLOSE
    }

}
