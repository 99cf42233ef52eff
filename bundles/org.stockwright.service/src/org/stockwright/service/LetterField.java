package org.stockwright.service;

import java.util.Set;

/**
 * What a letter template asks for.
 *
 * @param name of the field or table
 * @param isTable whether it is a table, whose rows are gone through
 * @param columns of a table; empty for a field
 * @param required whether each letter needs it; else the template says what stands there without it
 */
public record LetterField(String name, boolean isTable, Set<String> columns, boolean required) {

    /** Takes a copy. */
    public LetterField {
        columns = Set.copyOf(columns);
    }

}
