package org.stockwright.reporting.spi;

import java.util.List;

/**
 * A question that a report asks.
 *
 * @param name how the command line and the design name it
 * @param label what the dialog says
 * @param type what may be answered
 * @param required whether it must be answered
 * @param defaultText the answer when none is given, as text; empty for none
 * @param choices the answers of a {@link Type#CHOICE}
 */
public record ReportParameter(String name, String label, Type type, boolean required, String defaultText,
    List<String> choices) {

    /** Kinds of answers. */
    public enum Type {
        /** Any text. */
        TEXT,
        /** An item's code; the dialog completes it. */
        ITEM,
        /** A location's code; the dialog completes it. */
        LOCATION,
        /** An instant or a date, meaning the end of that day. */
        AS_OF,
        /** An instant or a date, meaning the start of that day. */
        FROM,
        /** Yes or no. */
        FLAG,
        /** One of the choices. */
        CHOICE
    }

    /** An optional parameter without default. */
    public static ReportParameter optional(String name, String label, Type type) {
        return new ReportParameter(name, label, type, false, "", List.of());
    }

    /** A parameter that must be answered. */
    public static ReportParameter required(String name, String label, Type type) {
        return new ReportParameter(name, label, type, true, "", List.of());
    }

}
