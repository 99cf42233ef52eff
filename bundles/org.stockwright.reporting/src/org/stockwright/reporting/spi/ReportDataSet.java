package org.stockwright.reporting.spi;

import java.util.List;

/**
 * The shape of rows that a design may bind.
 *
 * @param name how the design names it
 * @param columns the columns in order
 */
public record ReportDataSet(String name, List<Column> columns) {

    /** What a cell holds. */
    public enum Type {
        /** A string. */
        TEXT,
        /** A {@link java.math.BigDecimal}. */
        DECIMAL,
        /** A {@link Long}. */
        INTEGER,
        /** A {@link java.util.Date}. */
        TIMESTAMP
    }

    /**
     * A column.
     *
     * @param name how the design and CSV exports name it
     * @param type what its cells hold
     */
    public record Column(String name, Type type) {
    }

}
