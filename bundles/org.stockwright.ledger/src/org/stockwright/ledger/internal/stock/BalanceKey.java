package org.stockwright.ledger.internal.stock;

/**
 * A balance without its figures.
 *
 * @param kept whether its figures are stored; those of the others are derived from the movements
 */
record BalanceKey(long id, long item, long location, long lot, long owner, String status, long handlingUnit,
    boolean kept) {
}
