package org.stockwright.ui.scan;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;

/** What a field held before a scan ran into it. */
@FunctionalInterface
interface FieldContent {

    /** Not a field, or one that cannot be typed into. */
    FieldContent NONE = () -> {
        // nothing to restore
    };

    /** Puts it back, unless the field has gone. */
    void restore();

    /** Whether typed characters go into this control. */
    static boolean isField(Control control) {
        return of(control) != NONE;
    }

    /** What this control holds now. */
    static FieldContent of(Control control) {
        return switch (control) {
            case Text text when (text.getStyle() & SWT.READ_ONLY) == 0 && text.getEditable() -> {
                String content = text.getText();
                Point selection = text.getSelection();
                yield () -> {
                    if (!text.isDisposed() && !text.getText().equals(content)) {
                        text.setText(content);
                        text.setSelection(selection);
                    }
                };
            }
            case Combo combo when (combo.getStyle() & SWT.READ_ONLY) == 0 -> {
                String content = combo.getText();
                Point selection = combo.getSelection();
                yield () -> {
                    if (!combo.isDisposed() && !combo.getText().equals(content)) {
                        combo.setText(content);
                        combo.setSelection(selection);
                    }
                };
            }
            case Combo list -> {
                int selected = list.getSelectionIndex();
                yield () -> {
                    if (!list.isDisposed() && selected >= 0 && list.getSelectionIndex() != selected) {
                        list.select(selected);
                    }
                };
            }
            case StyledText text when text.getEditable() -> {
                String content = text.getText();
                Point selection = text.getSelection();
                yield () -> {
                    if (!text.isDisposed() && !text.getText().equals(content)) {
                        text.setText(content);
                        text.setSelection(selection);
                    }
                };
            }
            case Spinner spinner -> {
                int content = spinner.getSelection();
                yield () -> {
                    if (!spinner.isDisposed()) {
                        spinner.setSelection(content);
                    }
                };
            }
            case null, default -> NONE;
        };
    }

}
