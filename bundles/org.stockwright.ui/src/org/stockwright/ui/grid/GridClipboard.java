package org.stockwright.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.stockwright.base.SpreadsheetText;

/** Copies rows as tab-separated lines with a line of titles; spreadsheets take them as cells. */
@SuppressWarnings("nls")
final class GridClipboard {

    private GridClipboard() {
    }

    static <T> void copy(Grid<T> grid) {
        List<T> rows = grid.selection();
        if (rows.isEmpty()) {
            return;
        }
        List<Column<T>> columns = visible(grid);
        StringBuilder text = new StringBuilder(columns.stream().map(Column::label).collect(Collectors.joining("\t")));
        for (T row : rows) {
            text.append('\n').append(columns.stream().map(column -> cell(column, row))
                .collect(Collectors.joining("\t")));
        }
        Clipboard clipboard = new Clipboard(grid.table().getDisplay());
        try {
            clipboard.setContents(new Object[] { text.toString() }, new Transfer[] { TextTransfer.getInstance() });
        } finally {
            clipboard.dispose();
        }
    }

    /** A tab or line break inside a cell would make two of it; a text is no formula, a number stays one. */
    private static <T> String cell(Column<T> column, T row) {
        String text = column.text(row).replaceAll("[\t\r\n]+", " ");
        return column.value(row) instanceof Number ? text : SpreadsheetText.protectTyped(text);
    }

    /** The visible columns from left to right. */
    static <T> List<Column<T>> visible(Grid<T> grid) {
        List<Column<T>> columns = new ArrayList<>();
        for (int i = 0; i < grid.layers().hideShow.getColumnCount(); i++) {
            columns.add(grid.columns().get(grid.layers().hideShow.getColumnIndexByPosition(i)));
        }
        return columns;
    }

}
