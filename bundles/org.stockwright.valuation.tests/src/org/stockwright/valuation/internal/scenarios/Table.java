package org.stockwright.valuation.internal.scenarios;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table of a scenario, below one of its headings.
 *
 * @param file the file that it is in
 * @param section the heading of the second level
 * @param line the line of its columns, from 1
 * @param columns their names
 * @param rows its rows
 */
record Table(String file, String section, int line, List<String> columns, List<Row> rows) {

    /**
     * A row of it.
     *
     * @param file the file that it is in
     * @param line its line, from 1
     * @param cells what it has in each column
     */
    record Row(String file, int line, Map<String, String> cells) {

        /** The text in a column; empty when there is none. */
        String text(String column) {
            return cells.getOrDefault(column, "");
        }

        /** The text in a column that has to have one. */
        String needed(String column) {
            if (text(column).isEmpty()) {
                throw wrong("there is nothing in the column '" + column + "'");
            }
            return text(column);
        }

        BadScenario wrong(String what) {
            return new BadScenario(file, line, what);
        }

    }

    /** Makes sure that it has these columns and no others but those that it may have. */
    void expect(List<String> needed, List<String> possible) {
        Set<String> unknown = new HashSet<>(columns);
        needed.forEach(unknown::remove);
        possible.forEach(unknown::remove);
        List<String> missing = new ArrayList<>(needed);
        missing.removeAll(columns);
        if (!unknown.isEmpty() || !missing.isEmpty()) {
            throw new BadScenario(file, line, "a table of " + columns + " is not known here"
                + (missing.isEmpty() ? "" : ", " + missing + " are missing"));
        }
        if (rows.isEmpty()) {
            throw new BadScenario(file, line, "a table without rows");
        }
    }

}
