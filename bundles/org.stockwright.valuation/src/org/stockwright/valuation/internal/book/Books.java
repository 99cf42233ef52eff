package org.stockwright.valuation.internal.book;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Which rows are read as the journal. The sub-ledger has a row for everything that moved value. The books have the same
 * rows where the perpetual inventory system is in force; where the periodic one is, those that it books, with its
 * accounts, and the rows of its closings.
 *
 * @param rows a table, or a query in its place, with the columns that {@link JournalReading} reads
 * @param document how the name of a row's document goes on, for rows that belong to no posting and no late cost
 */
record Books(String rows, String document) {

    /** The sub-ledger. */
    static final Books SUB_LEDGER = new Books("value_entry", "");

    private static final String COLUMNS = "SELECT id, item_id, kind, source_rank, source_seq, about_seq, ";
    private static final String REST = ", cost_centre, amount, effective_at, recorded_at, repriced, user_name, "
        + "CAST(NULL AS VARCHAR(128)) AS document FROM value_entry WHERE ";
    /** Events of the sub-ledger have ranks up to 3. */
    private static final String CLOSINGS = "SELECT id, item_id, kind, CAST(4 AS SMALLINT) AS source_rank, "
        + "source_id AS source_seq, CAST(0 AS BIGINT) AS about_seq, debit_account_id, credit_account_id, cost_centre, "
        + "amount, effective_at, recorded_at, CAST(0 AS SMALLINT) AS repriced, user_name, document FROM periodic_entry";

    /** The books, as the inventory systems that were chosen make them. */
    static Books of(Connection connection) throws SQLException {
        InventorySystems systems = InventorySystems.read(connection);
        if (systems.settings().isEmpty()) {
            return SUB_LEDGER;
        }
        String periodic = systems.condition("effective_at");
        return new Books("(" + COLUMNS + "debit_account_id, credit_account_id" + REST + "NOT " + wrapped(periodic)
            + " UNION ALL " + COLUMNS + "periodic_debit_id AS debit_account_id, periodic_credit_id AS credit_account_id"
            + REST + periodic + " AND periodic_debit_id <> 0 UNION ALL " + CLOSINGS + ")", ", e.document");
    }

    private static String wrapped(String condition) {
        return condition.startsWith("(") ? condition : "(" + condition + ")";
    }

}
