package org.stockwright.ledger.internal.stock;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * One check of the book.
 *
 * @param name its stable name
 * @param body looks at all rows and tells what is wrong
 */
record Check(String name, Body body) {

    /** Looks at rows. */
    @FunctionalInterface
    interface Body {

        void run(Connection connection, Findings findings) throws SQLException;

    }

    /**
     * A check by two statements.
     *
     * @param count how many rows it is about
     * @param wrong the rows that are wrong
     * @param sentence a format that takes their columns as texts
     */
    static Check bySql(String name, String count, String wrong, String sentence) {
        return new Check(name, (connection, findings) -> {
            findings.looked(new SqlQuery(count).number(connection));
            new SqlQuery(wrong).forEach(connection, row -> {
                Object[] values = new Object[row.getMetaData().getColumnCount()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = row.getString(i + 1);
                }
                findings.wrong(sentence.formatted(values));
            });
        });
    }

}
