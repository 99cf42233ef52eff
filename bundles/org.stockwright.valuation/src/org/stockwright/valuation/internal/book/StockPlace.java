package org.stockwright.valuation.internal.book;

/**
 * Where goods of an item lie.
 *
 * @param lot the lot or serial number, or 0
 * @param location the place
 * @param status their quality status
 * @param unit the code of their handling unit, or empty
 */
record StockPlace(long lot, long location, String status, String unit) {
}
