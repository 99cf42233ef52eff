package org.stockwright.exchange.ui.internal;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** The third page: everything that is wrong with the rows, and the first of them as they will be read. */
final class PreviewPage extends ImportPage {

    private static final int[] PROBLEM_WIDTHS = { 70, 60, 120, 190, 560 };
    private static final int ROW_WIDTH = 120;

    private Label counts;
    private TabFolder tabs;
    private TabItem problemsTab;
    private Table problems;
    private Table rows;
    private Button keep;
    private Button saveBad;
    private List<Problem> shown = List.of();

    PreviewPage(ImportModel model) {
        super("preview", model); //$NON-NLS-1$
        setTitle(Messages.Preview_title);
        setDescription(Messages.Preview_description);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).spacing(8, 8).applyTo(page);
        counts = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).applyTo(counts);
        tabs = new TabFolder(page, SWT.TOP);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, true).hint(SWT.DEFAULT, 200).applyTo(tabs);
        problems = new Table(tabs, SWT.VIRTUAL | SWT.FULL_SELECTION);
        problems.setHeaderVisible(true);
        String[] titles = { Messages.Preview_kind, Messages.Preview_line, Messages.Preview_column,
            Messages.Preview_code, Messages.Preview_what };
        for (int i = 0; i < titles.length; i++) {
            column(problems, titles[i], PROBLEM_WIDTHS[i], i == 1 ? SWT.RIGHT : SWT.LEFT);
        }
        problems.addListener(SWT.SetData, event -> show((TableItem) event.item, shown.get(event.index)));
        problemsTab = tab(problems, Messages.bind(Messages.Preview_problems, 0));
        rows = new Table(tabs, SWT.FULL_SELECTION);
        rows.setHeaderVisible(true);
        tab(rows, Messages.Preview_first);
        keep = new Button(page, SWT.CHECK);
        keep.setText(Messages.Preview_keep);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(keep);
        keep.addListener(SWT.Selection, event -> {
            model().keepGood(keep.getSelection());
            judge();
        });
        saveBad = new Button(page, SWT.PUSH);
        saveBad.setText(Messages.Preview_saveBad);
        saveBad.addListener(SWT.Selection, event -> saveBad());
        Button again = new Button(page, SWT.PUSH);
        again.setText(Messages.Preview_again);
        again.addListener(SWT.Selection, event -> check());
        setControl(page);
    }

    private TabItem tab(Table table, String title) {
        TabItem tab = new TabItem(tabs, SWT.NONE);
        tab.setText(title);
        tab.setControl(table);
        return tab;
    }

    private static void column(Table table, String title, int width, int alignment) {
        TableColumn column = new TableColumn(table, alignment);
        column.setText(title);
        column.setWidth(width);
    }

    private static void show(TableItem item, Problem problem) {
        item.setText(new String[] { problem.error() ? Messages.Check_error : Messages.Check_warning, problem.line(),
            problem.column(), problem.code(), problem.sentence() });
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            showRows();
            if (model().result().isPresent()) {
                showResult();
            } else {
                // behind the page's appearance, so that its progress and cancel are seen
                getShell().getDisplay().asyncExec(() -> {
                    if (!getControl().isDisposed()) {
                        check();
                    }
                });
            }
        }
    }

    private void check() {
        setErrorMessage(null);
        run(Messages.bind(Messages.Check_job, model().table().source()), model()::check);
        showResult();
    }

    private void showRows() {
        rows.setRedraw(false);
        rows.removeAll();
        for (TableColumn column : rows.getColumns()) {
            column.dispose();
        }
        for (String header : model().importedHeaders()) {
            column(rows, model().map().column(header), ROW_WIDTH, SWT.LEFT);
        }
        for (String[] cells : model().firstRows()) {
            new TableItem(rows, SWT.NONE).setText(cells);
        }
        rows.setRedraw(true);
    }

    private void showResult() {
        shown = model().result().map(Problem::of).orElse(List.of());
        problems.setItemCount(shown.size());
        problems.clearAll();
        problemsTab.setText(Messages.bind(Messages.Preview_problems, shown.size()));
        tabs.setSelection(shown.isEmpty() ? 1 : 0);
        counts.setText(model().counts());
        counts.requestLayout();
        judge();
    }

    private void judge() {
        boolean bad = model().badRows() > 0;
        saveBad.setEnabled(bad);
        keep.setEnabled(bad && model().isHeaderSound());
        boolean clean = model().isReady() || model().result().filter(result -> result.isClean()).isPresent();
        setMessage(model().verdict(), clean ? INFORMATION : WARNING);
        setPageComplete(model().isReady());
        getContainer().updateButtons();
    }

    private void saveBad() {
        FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
        dialog.setText(Messages.Preview_saveBad.replace("&", "")); //$NON-NLS-1$ //$NON-NLS-2$
        dialog.setFileName(model().badRowsName());
        dialog.setFilterExtensions(new String[] { "*.csv" }); //$NON-NLS-1$
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file != null) {
            run(Messages.bind(Messages.Preview_writing, file), progress -> {
                model().writeBadRows(Path.of(file));
                return file;
            }).ifPresent(written -> setMessage(Messages.bind(Messages.Preview_savedBad, written), INFORMATION));
        }
    }

}
