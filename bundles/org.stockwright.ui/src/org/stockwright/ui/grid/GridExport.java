package org.stockwright.ui.grid;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.stockwright.base.Progress;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;
import org.stockwright.ui.internal.Messages;

/** Asks for a file and has what a grid shows written into it: its visible columns, filter and order. */
final class GridExport {

    private GridExport() {
    }

    static <T> void ask(Grid<T> grid, Exporter exporter) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        FileDialog dialog = new FileDialog(grid.table().getShell(), SWT.SAVE);
        dialog.setText(Messages.bind(Messages.Grid_exportAs, exporter.label()));
        dialog.setFileName(grid.id() + '.' + exporter.extension());
        dialog.setFilterExtensions(new String[] { "*." + exporter.extension() }); //$NON-NLS-1$
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file != null && window != null) {
            write(grid, exporter, Path.of(file), Notices.in(window));
        }
    }

    private static <T> void write(Grid<T> grid, Exporter exporter, Path file, Notices notices) {
        RowSource<T> source = grid.rowSource();
        List<Column<T>> columns = GridClipboard.visible(grid);
        List<String> titles = columns.stream().map(Column::label).toList();
        Work.request(Messages.bind(Messages.Grid_exportAs, exporter.label()), progress -> exporter.write(
            new Exporter.Table(grid.id(), titles, cells(source, columns, progress), source.count()), file, progress))
            .with(notices).done(path -> notices.done(Messages.bind(Messages.Grid_exported, path))).start();
    }

    private static <T> Iterator<List<Object>> cells(RowSource<T> source, List<Column<T>> columns, Progress progress) {
        Iterator<T> rows = source.rows(progress);
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public List<Object> next() {
                T row = rows.next();
                List<Object> cells = new ArrayList<>(columns.size());
                for (Column<T> column : columns) {
                    Object value = column.value(row);
                    cells.add(value instanceof BigDecimal ? value : column.text(row));
                }
                return cells;
            }

        };
    }

}
