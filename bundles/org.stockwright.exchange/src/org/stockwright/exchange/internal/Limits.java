package org.stockwright.exchange.internal;

/** How much is read of one file. Beyond, it is refused early rather than run out of memory late. */
final class Limits {

    /** As many characters as a cell of a spreadsheet holds. */
    static final int CELL_CHARACTERS = 32_767;
    static final int COLUMNS = 1_000;
    static final int ROWS = 1_000_000;
    static final long CELLS = 20_000_000;
    /** Distinct characters kept; equal neighbours count once. */
    static final long CHARACTERS = 200_000_000;
    static final long FILE_BYTES = 1L << 30;
    /** Uncompressed bytes of one part of a workbook. */
    static final long PART_BYTES = 1L << 31;
    static final int ZIP_ENTRIES = 10_000;
    /** Problems of single cells that are listed before reading gives up. */
    static final int PROBLEMS = 1_000;
    static final long MEGABYTE = 1L << 20;

    private Limits() {
    }

}
