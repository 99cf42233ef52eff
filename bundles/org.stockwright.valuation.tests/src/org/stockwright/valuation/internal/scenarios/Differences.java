package org.stockwright.valuation.internal.scenarios;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What was found otherwise than a page expects it: file, line, expected, found. */
final class Differences {

    private final String order;
    private final List<String> found = new ArrayList<>();

    /** Of a book whose steps were entered in this order. */
    Differences(String order) {
        this.order = order;
    }

    /** Compares two numbers by value. */
    void compare(Table.Row row, String subject, BigDecimal expected, BigDecimal actual) {
        if (expected.compareTo(actual) != 0) {
            add(row, subject, expected.toPlainString(), actual.toPlainString());
        }
    }

    void add(Table.Row row, String subject, String expected, String actual) {
        found.add(row.file() + ":" + row.line() + ": " + subject + ": expected " + expected + ", found " + actual
            + " (" + order + ")");
    }

    List<String> list() {
        return found;
    }

}
