package org.stockwright.valuation.internal.reports;

import java.util.List;
import java.util.Map;

import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.valuation.TieOutRow;

import static org.stockwright.reporting.spi.ReportDataSet.Type.DECIMAL;
import static org.stockwright.reporting.spi.ReportDataSet.Type.TEXT;

/** Shows what was compared, and in one sentence whether it agrees. */
final class TieOutCells {

    private static final Map<String, String> WORDS = Map.ofEntries(
        Map.entry("layers-equal-on-hand", "Layers and stock on hand"),
        Map.entry("values-equal-journal", "Value of stock and journal"), Map.entry("account", "Account"),
        Map.entry("nothing-is-worth-nothing", "Value without stock"), Map.entry("stored-values", "Stored values"),
        Map.entry("stored-quantities", "Stored quantities"), Map.entry("closed-period", "Period closed until"),
        Map.entry("account-in-books", "Account, periodic system"),
        Map.entry("periodic-closing", "Stock at the periodic closing"),
        Map.entry("periodic-purchases", "Purchases until the closing"),
        Map.entry("periodic-calculation", "Calculation of the closing"),
        Map.entry("orders-equal-journal", "Production orders and journal"),
        Map.entry("others-equal-on-hand", "Layers and goods in transit of others"),
        Map.entry("others-equal-journal", "Goods in transit of others and journal"));

    private TieOutCells() {
    }

    /** A data set of such rows. */
    static ReportDataSet dataSet(String name) {
        return new ReportDataSet(name,
            List.of(new Column("compared", TEXT), new Column("subject", TEXT), new Column("by_stock", DECIMAL),
                new Column("by_books", DECIMAL), new Column("difference", DECIMAL), new Column("result", TEXT),
                new Column("detail", TEXT), Column.layout("statement", TEXT), Column.layout("sound", TEXT)));
    }

    /**
     * The cells of rows.
     *
     * @param names subjects in words, by subject
     * @param agreed the sentence when all agree
     */
    static List<Object[]> of(List<TieOutRow> rows, Map<String, String> names, String agreed) {
        long apart = rows.stream().filter(row -> !row.agrees()).count();
        String statement = apart == 0 ? agreed + " (" + rows.size() + (rows.size() == 1 ? " check)." : " checks).")
            : apart + " of " + rows.size() + " checks " + (apart == 1 ? "does" : "do")
                + " not agree. The books need a look before anybody relies on them.";
        return rows.stream()
            .map(row -> new Object[] { WORDS.getOrDefault(row.check(), row.check().replace('-', ' ')),
                names.getOrDefault(row.subject(), row.subject()), row.stock(), row.books(), row.difference(),
                row.agrees() ? "agrees" : "differs", row.detail(), statement, apart == 0 ? "yes" : "no" })
            .toList();
    }

}
