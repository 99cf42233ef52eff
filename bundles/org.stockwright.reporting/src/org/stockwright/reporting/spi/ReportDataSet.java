package org.stockwright.reporting.spi;

import java.util.List;

/**
 * The shape of rows that a design may bind. The engine gives the design these columns with these types; the design
 * names the data set and nothing else of it.
 *
 * @param name how the design names it: letters, digits and {@code _}
 * @param columns the columns in order
 */
public record ReportDataSet(String name, List<Column> columns) {

    /** Takes a copy. */
    public ReportDataSet {
        columns = List.copyOf(columns);
    }

    /** What a cell holds. */
    public enum Type {
        /** A string. */
        TEXT,
        /** A {@link java.math.BigDecimal}. */
        DECIMAL,
        /** A {@link Long}. */
        INTEGER,
        /** A {@link java.util.Date}. */
        TIMESTAMP,
        /** A {@code byte[]} with a PNG or JPEG image, for layout alone; {@code null} for none. */
        PICTURE
    }

    /**
     * A column.
     *
     * @param name how the design and CSV exports name it: letters, digits and {@code _}
     * @param type what its cells hold
     * @param layout whether it only tells the design how to show the row (the decimals of a number, the text of a
     *            subtotal) and is left out of CSV exports
     */
    public record Column(String name, Type type, boolean layout) {

        /** Checks that a picture is not asked into a CSV file. */
        public Column {
            if (type == Type.PICTURE && !layout) {
                throw new IllegalArgumentException("the picture " + name + " is layout");
            }
        }

        /** A column of data, for the design and for CSV exports. */
        public Column(String name, Type type) {
            this(name, type, false);
        }

        /** A column for the design alone. */
        public static Column layout(String name, Type type) {
            return new Column(name, type, true);
        }

    }

}
