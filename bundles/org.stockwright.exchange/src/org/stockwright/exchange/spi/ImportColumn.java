package org.stockwright.exchange.spi;

/**
 * A column of an import kind.
 *
 * @param name the header, lower case with underscores
 * @param required whether the file must have it and no cell may be empty
 * @param description what it means, with its default when it is left empty
 */
public record ImportColumn(String name, boolean required, String description) {

    /** A column that every row must fill. */
    public static ImportColumn required(String name, String description) {
        return new ImportColumn(name, true, description);
    }

    /** A column that may be missing or empty. */
    public static ImportColumn optional(String name, String description) {
        return new ImportColumn(name, false, description);
    }

}
