package org.stockwright.exchange.ui.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.stockwright.exchange.spi.ImportColumn;

/** The second page: what each column of the file means. */
final class MappingPage extends ImportPage {

    /** More columns than a person would map one by one. */
    private static final int MOST_SHOWN = 200;
    private static final int LONGEST_NAME = 60;
    private static final int HEADER_WIDTH = 190;
    private static final int SAMPLE_WIDTH = 280;

    private Combo saved;
    private Button forget;
    private ScrolledComposite scroll;

    MappingPage(ImportModel model) {
        super("mapping", model); //$NON-NLS-1$
        setTitle(Messages.Map_title);
        setDescription(Messages.Map_description);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(4).spacing(8, 8).applyTo(page);
        new Label(page, SWT.NONE).setText(Messages.Map_saved);
        saved = new Combo(page, SWT.READ_ONLY);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(saved);
        saved.addListener(SWT.Selection, event -> choose());
        button(page, Messages.Map_save).addListener(SWT.Selection, event -> saveAs());
        forget = button(page, Messages.Map_forget);
        forget.addListener(SWT.Selection, event -> forget());
        scroll = new ScrolledComposite(page, SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setShowFocusedControl(true);
        GridDataFactory.fillDefaults().span(4, 1).grab(true, true).hint(SWT.DEFAULT, 200).applyTo(scroll);
        setControl(page);
        setPageComplete(false);
    }

    private static Button button(Composite page, String text) {
        Button button = new Button(page, SWT.PUSH);
        button.setText(text);
        return button;
    }

    /** Shows the file that was read and its mapping. */
    void fill() {
        names(""); //$NON-NLS-1$
        showMap();
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            saved.setFocus();
        }
    }

    private void names(String chosen) {
        List<String> items = new ArrayList<>();
        items.add(Messages.Map_suggested);
        items.addAll(model().names());
        saved.setItems(items.toArray(String[]::new));
        saved.select(Math.max(0, chosen.isEmpty() ? 0 : items.indexOf(chosen)));
        forget.setEnabled(saved.getSelectionIndex() > 0);
    }

    private void showMap() {
        Control old = scroll.getContent();
        if (old != null) {
            old.dispose();
        }
        Composite rows = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).spacing(12, 4).applyTo(rows);
        for (String title : new String[] { Messages.Map_columnIn, Messages.Map_sample, Messages.Map_target }) {
            Label label = new Label(rows, SWT.NONE);
            label.setText(title);
            label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        }
        List<String> headers = model().map().headers();
        headers.stream().limit(MOST_SHOWN).forEach(header -> row(rows, header));
        if (headers.size() > MOST_SHOWN) {
            Label more = new Label(rows, SWT.NONE);
            more.setText(Messages.bind(Messages.Map_more, MOST_SHOWN));
            GridDataFactory.fillDefaults().span(3, 1).applyTo(more);
        }
        scroll.setContent(rows);
        scroll.setMinSize(rows.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        scroll.getVerticalBar().setIncrement(24);
        changed();
    }

    private void row(Composite rows, String header) {
        label(rows, header, HEADER_WIDTH);
        label(rows, model().map().samples(header), SAMPLE_WIDTH);
        List<ImportColumn> columns = model().map().columns();
        Combo target = new Combo(rows, SWT.READ_ONLY);
        target.add(Messages.Map_skip);
        int chosen = 0;
        for (ImportColumn column : columns) {
            target.add(Messages.bind(column.required() ? Messages.Map_required : Messages.Map_optional,
                column.name()));
            if (column.name().equals(model().map().column(header))) {
                chosen = target.getItemCount() - 1;
            }
        }
        target.select(chosen);
        target.setVisibleItemCount(18);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(target);
        target.setToolTipText(chosen == 0 ? null : columns.get(chosen - 1).description());
        target.getAccessible().addAccessibleListener(new AccessibleAdapter() {

            @Override
            public void getName(AccessibleEvent event) {
                event.result = header;
            }

        });
        target.addListener(SWT.Selection, event -> {
            int index = target.getSelectionIndex();
            model().map(header, index == 0 ? "" : columns.get(index - 1).name()); //$NON-NLS-1$
            target.setToolTipText(index == 0 ? null : columns.get(index - 1).description());
            changed();
        });
    }

    private static void label(Composite rows, String text, int width) {
        Label label = new Label(rows, SWT.NONE);
        label.setText(text.replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
        label.setToolTipText(text);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(width, SWT.DEFAULT).applyTo(label);
    }

    private void changed() {
        List<String> problems = model().map().problems();
        setErrorMessage(problems.isEmpty() ? null : problems.getFirst());
        List<String> ignored = model().map().ignored();
        setMessage(ignored.isEmpty() ? Messages.Map_description
            : Messages.bind(Messages.Map_ignored, String.join(", ", ignored)), //$NON-NLS-1$
            ignored.isEmpty() ? NONE : WARNING);
        setPageComplete(problems.isEmpty());
    }

    private void choose() {
        String name = saved.getSelectionIndex() <= 0 ? "" : saved.getText(); //$NON-NLS-1$
        run(Messages.bind(Messages.Map_using, saved.getText()), progress -> {
            model().choose(name, progress);
            return name;
        });
        forget.setEnabled(!name.isEmpty());
        showMap();
    }

    private void saveAs() {
        InputDialog dialog = new InputDialog(getShell(), Messages.Map_saveAs, Messages.Map_saveHint,
            saved.getSelectionIndex() > 0 ? saved.getText() : "", //$NON-NLS-1$
            name -> name.isBlank() || name.startsWith("*") || name.length() > LONGEST_NAME //$NON-NLS-1$
                ? Messages.bind(Messages.Map_saveName, LONGEST_NAME) : null);
        if (dialog.open() == Window.OK) {
            String name = dialog.getValue().strip();
            run(Messages.bind(Messages.Map_saving, name), progress -> {
                model().saveAs(name, progress);
                return name;
            }).ifPresent(this::names);
        }
    }

    private void forget() {
        String name = saved.getText();
        run(Messages.bind(Messages.Map_forgetting, name), progress -> {
            model().forget(name, progress);
            return name;
        }).ifPresent(gone -> names("")); //$NON-NLS-1$
    }

}
