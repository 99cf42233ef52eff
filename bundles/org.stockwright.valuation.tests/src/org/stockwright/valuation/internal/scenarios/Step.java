package org.stockwright.valuation.internal.scenarios;

import java.time.Instant;
import java.util.List;

/**
 * Something that is entered: the rows of one document, or one row that is no movement.
 *
 * @param verb what happens
 * @param argument what stands behind the verb, for example {@code 20.00 by value on R1}
 * @param refusal the code with which it is refused; empty when it is done
 * @param effective when it takes effect
 * @param document its key; empty for settings
 * @param rows its rows
 */
record Step(Verb verb, String argument, String refusal, Instant effective, String document, List<Table.Row> rows) {

    /** Its first row. */
    Table.Row row() {
        return rows.get(0);
    }

    /** Whether another one has to be entered before this one. */
    boolean needs(Step earlier) {
        return effective.equals(earlier.effective) || verb.isPolicy() && earlier.verb.isPolicy()
            || names(earlier.document) || makesLotOf(earlier) || names(earlier.row().text("Reference"));
    }

    private boolean names(String other) {
        return !other.isEmpty() && !verb.movesGoods()
            && List.of(argument.split("[ ,]+")).contains(other);
    }

    private boolean makesLotOf(Step earlier) {
        return earlier.rows.stream().anyMatch(row -> !row.text("Lot").isEmpty()
            && rows.stream().anyMatch(own -> own.text("Lot").equals(row.text("Lot"))
                && own.text("Item").equals(row.text("Item"))));
    }

}
