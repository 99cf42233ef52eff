package org.stockwright.cli.internal;

/** How results are printed. */
enum OutputFormat {
    /** RFC 4180. */
    CSV,
    /** One object per row and line. */
    JSON,
    /** Aligned text for people. */
    TABLE
}
