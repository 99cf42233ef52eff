package org.stockwright.valuation.ui.internal;

import java.util.List;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.stockwright.ui.CodeField;
import org.stockwright.ui.CodeField.Choice;

/** Labelled fields of the forms of this bundle: two children of a parent with a {@code GridLayout} each. */
public final class Fields {

    private Fields() {
    }

    /** The label of a field that is made next. */
    public static Label label(Composite parent, String label) {
        Label caption = new Label(parent, SWT.NONE);
        caption.setText(label);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(caption);
        return caption;
    }

    /** A list to choose from; the first entry is chosen. */
    public static Combo combo(Composite parent, String label, List<String> entries) {
        label(parent, label);
        Combo combo = new Combo(parent, SWT.READ_ONLY);
        combo.setItems(entries.toArray(String[]::new));
        combo.setVisibleItemCount(15);
        combo.select(0);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(combo);
        return combo;
    }

    /** A field for a code, with offers while it is typed. */
    public static CodeField<String> code(Composite parent, String label, String hint,
        Function<String, List<Choice<String>>> search) {
        label(parent, label);
        CodeField<String> field = new CodeField<>(parent, label.replace("&", "").replace(":", ""), search); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
        field.text().setMessage(hint);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER)
            .applyTo(field.text());
        return field;
    }

    /** A button of its own line in the column of fields. */
    public static Button check(Composite parent, String label) {
        new Label(parent, SWT.NONE);
        Button box = new Button(parent, SWT.CHECK);
        box.setText(label);
        return box;
    }

}
