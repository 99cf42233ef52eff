package org.stockwright.exchange;

/** Permissions of tables in and out. */
public final class ExchangePermission {

    /** Files are read and imported, as far as the kind of data is allowed too. */
    public static final String IMPORT = "exchange.import";

    /** What is shown is written to a file or the clipboard. */
    public static final String EXPORT = "exchange.export";

    private ExchangePermission() {
        // only constants
    }

}
