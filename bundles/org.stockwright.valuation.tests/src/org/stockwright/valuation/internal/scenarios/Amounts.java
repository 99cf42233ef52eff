package org.stockwright.valuation.internal.scenarios;

import java.math.BigDecimal;

/** The numbers of the pages. */
final class Amounts {

    private Amounts() {
        // only functions
    }

    /** The number in a column, for example {@code -12.50}. */
    static BigDecimal of(Table.Row row, String column) {
        return of(row, column, row.needed(column));
    }

    /** A number in a text of a column. */
    static BigDecimal of(Table.Row row, String column, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw row.wrong("'" + text + "' in the column '" + column + "' is no number");
        }
    }

}
