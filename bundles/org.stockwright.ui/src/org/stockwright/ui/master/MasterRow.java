package org.stockwright.ui.master;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A row as it is typed: texts by column. Never changes.
 *
 * @param id tells the rows of one table apart, whatever stands in them
 * @param values the texts that are not empty, by the columns' ids
 */
public record MasterRow(long id, Map<String, String> values) {

    /** Leaves out what is empty. */
    public MasterRow {
        Map<String, String> filled = new HashMap<>(values);
        filled.values().removeIf(String::isEmpty);
        values = Map.copyOf(filled);
    }

    /** A row that is stored; the table gives it its id. The texts are pairs of a column's id and what stands there. */
    public static MasterRow of(String... columnsAndTexts) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i + 1 < columnsAndTexts.length; i += 2) {
            values.put(columnsAndTexts[i], columnsAndTexts[i + 1]);
        }
        return new MasterRow(0, values);
    }

    /** What stands in a column, without blanks around it; empty when nothing does. */
    public String get(String column) {
        return values.getOrDefault(column, "").strip(); //$NON-NLS-1$
    }

    /** The same with another text in a column. */
    public MasterRow with(String column, String text) {
        Map<String, String> changed = new HashMap<>(values);
        changed.put(column, text);
        return new MasterRow(id, changed);
    }

    /** Whether somebody filled something in: the words that a new row begins with do not count. */
    boolean isFilled(List<MasterColumn> columns) {
        return columns.stream().filter(MasterColumn::isEdited)
            .anyMatch(column -> column.type() != MasterColumn.Type.WORD && !get(column.id()).isEmpty());
    }

}
