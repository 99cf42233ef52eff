package org.stockwright.persistence.internal;

/**
 * Rows that are told as a field of the row that they belong to: which came, and which went. All of their columns are told.
 *
 * @param field what they are called, such as {@code roles}
 * @param table their table
 * @param by the column with the number of the row that they belong to
 * @param constraint the constraint whose index finds them, for Derby
 * @param main the column that tells those of one row apart
 * @param named the table whose row the main column names; empty when it is a word of its own
 */
record WatchedParts(String field, String table, String by, String constraint, String main, String named) {
}
