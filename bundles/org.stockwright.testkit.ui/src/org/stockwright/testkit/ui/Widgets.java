package org.stockwright.testkit.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.Hyperlink;

/** Finds controls below others, in the order in which they stand; on the user interface's thread. */
final class Widgets {

    private Widgets() {
    }

    /** All visible controls of a type below this one. */
    static <T extends Control> List<T> find(Control root, Class<T> type, Predicate<? super T> matcher) {
        List<T> found = new ArrayList<>();
        collect(root, type, matcher, found);
        return found;
    }

    private static <T extends Control> void collect(Control control, Class<T> type, Predicate<? super T> matcher,
        List<T> found) {
        if (control == null || control.isDisposed() || !control.isVisible()) {
            return;
        }
        if (type.isInstance(control) && matcher.test(type.cast(control))) {
            found.add(type.cast(control));
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                collect(child, type, matcher, found);
            }
        }
    }

    /** The control of this type that a label with this text stands before. */
    static <T extends Control> T labelled(Control root, Class<T> type, String label) {
        List<Control> all = find(root, Control.class, control -> true);
        boolean after = false;
        for (Control control : all) {
            if (after && type.isInstance(control)) {
                return type.cast(control);
            }
            if (plain(textOf(control)).equals(label) && (control instanceof Label || control instanceof CLabel)) {
                after = true;
            }
        }
        return null;
    }

    /** What stands on a control. */
    static String textOf(Control control) {
        String found = switch (control) {
            case Label label -> label.getText();
            case CLabel label -> label.getText();
            case Button button -> button.getText();
            case Link link -> link.getText();
            case Hyperlink link -> link.getText();
            case Text text -> text.getText();
            case Shell shell -> shell.getText();
            default -> "";
        };
        // a label that never had a text has none
        return found == null ? "" : found;
    }

    /** Without the mnemonic's ampersand and a colon at the end. */
    static String plain(String text) {
        String without = text.replaceAll("&(.)", "$1");
        int tab = without.indexOf('\t');
        without = tab < 0 ? without : without.substring(0, tab);
        return without.endsWith(":") ? without.substring(0, without.length() - 1) : without;
    }

    /** The texts on the screen, for the message of a failed test. */
    static String describe() {
        return Ui.get(() -> {
            StringBuilder text = new StringBuilder();
            for (Shell shell : Ui.display().getShells()) {
                if (shell.isVisible()) {
                    text.append("\n  shell '").append(shell.getText()).append('\'');
                    if ((shell.getStyle() & SWT.ON_TOP) != 0) {
                        text.append(" (on top)");
                    }
                    find(shell, Control.class, control -> !textOf(control).isBlank()).forEach(
                        control -> text.append("\n    ").append(control.getClass().getSimpleName()).append(" '")
                            .append(textOf(control)).append("'").append(control.isEnabled() ? "" : " (disabled)"));
                }
            }
            return text.toString();
        });
    }

}
