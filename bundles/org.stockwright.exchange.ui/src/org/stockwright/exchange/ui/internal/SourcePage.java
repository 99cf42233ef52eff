package org.stockwright.exchange.ui.internal;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.stockwright.base.Outcome;
import org.stockwright.exchange.SourceTable;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.ui.Notices;

/** The first page: what is imported, from where. */
final class SourcePage extends ImportPage {

    private static final int NAME_WIDTH = 150;
    private static final int REQUIRED_WIDTH = 80;
    private static final int MEANING_WIDTH = 480;

    private Table columns;
    private Text file;

    SourcePage(ImportModel model) {
        super("source", model); //$NON-NLS-1$
        setTitle(Messages.Source_title);
        setDescription(model.isPasted() ? Messages.Source_descriptionPaste : Messages.Source_description);
    }

    @Override
    public void createControl(Composite parent) {
        Composite form = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).spacing(10, 8).applyTo(form);
        new Label(form, SWT.NONE).setText(Messages.Source_kind);
        List<ImportKind> kinds = model().kinds();
        Combo kind = new Combo(form, SWT.READ_ONLY);
        kind.setItems(kinds.stream().map(ImportKind::title).toArray(String[]::new));
        kind.setVisibleItemCount(15);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(kind);
        kind.addListener(SWT.Selection, event -> {
            model().kind(kinds.get(kind.getSelectionIndex()));
            describe();
            changed();
        });
        if (model().isPasted()) {
            new Label(form, SWT.NONE).setText(Messages.Source_rows);
            Label rows = new Label(form, SWT.NONE);
            SourceTable table = model().table();
            rows.setText(Messages.bind(Messages.Source_clipboard, table.rows().size(), table.header().size()));
            GridDataFactory.fillDefaults().span(2, 1).applyTo(rows);
        } else {
            createFile(form);
        }
        Label heading = new Label(form, SWT.NONE);
        heading.setText(Messages.Source_columns);
        GridDataFactory.fillDefaults().span(3, 1).indent(0, 6).applyTo(heading);
        columns = new Table(form, SWT.BORDER | SWT.FULL_SELECTION);
        columns.setHeaderVisible(true);
        column(Messages.Source_column, NAME_WIDTH);
        column(Messages.Source_required, REQUIRED_WIDTH);
        column(Messages.Source_meaning, MEANING_WIDTH);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, true).applyTo(columns);
        setControl(form);
        setPageComplete(false);
        model().kind().ifPresent(chosen -> {
            kind.select(kinds.indexOf(chosen));
            describe();
        });
    }

    private void createFile(Composite form) {
        new Label(form, SWT.NONE).setText(Messages.Source_file);
        file = new Text(form, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(file);
        file.addListener(SWT.Modify, event -> {
            model().file(file.getText());
            changed();
        });
        Button browse = new Button(form, SWT.PUSH);
        browse.setText(Messages.Source_browse);
        browse.addListener(SWT.Selection, event -> browse());
    }

    private void column(String title, int width) {
        TableColumn column = new TableColumn(columns, SWT.NONE);
        column.setText(title);
        column.setWidth(width);
    }

    private void describe() {
        columns.removeAll();
        for (ImportColumn column : model().columns()) {
            new TableItem(columns, SWT.NONE).setText(new String[] { column.name(),
                column.required() ? Messages.Source_yes : "", column.description() }); //$NON-NLS-1$
        }
    }

    private void browse() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setText(Messages.Import_title);
        dialog.setFilterNames(new String[] { Messages.Source_filesTables, Messages.Source_filesAll });
        dialog.setFilterExtensions(new String[] { "*.csv;*.tsv;*.txt;*.xlsx", "*" }); //$NON-NLS-1$ //$NON-NLS-2$
        String chosen = dialog.open();
        if (chosen != null) {
            file.setText(chosen);
        }
    }

    private void changed() {
        setErrorMessage(null);
        setMessage(model().sourceProblem().orElse(null), INFORMATION);
        setPageComplete(model().sourceProblem().isEmpty());
    }

    /** Reads the rows; false when they cannot be read, and then the page says why. */
    boolean read() {
        setErrorMessage(null);
        if (!model().fileExists()) {
            setErrorMessage(Messages.bind(Messages.Source_notFound, model().file()));
            return false;
        }
        Optional<Outcome<SourceTable>> read = run(Messages.bind(Messages.Import_read,
            model().isPasted() ? Messages.Source_rows : model().file()), model()::prepare);
        read.filter(outcome -> !outcome.isDone())
            .ifPresent(refused -> setErrorMessage(Notices.text(refused.refusals())));
        return read.filter(Outcome::isDone).isPresent();
    }

}
