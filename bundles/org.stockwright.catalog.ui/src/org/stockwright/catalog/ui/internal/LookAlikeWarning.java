package org.stockwright.catalog.ui.internal;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;
import org.stockwright.catalog.Items;
import org.stockwright.ui.Work;

/**
 * Warns that the code of a new item looks like another item's: at the field as soon as it is typed, and once more before
 * it is saved. Two such items are one item to everybody who reads a list. On the user interface's thread; the catalog
 * is asked in jobs.
 */
final class LookAlikeWarning {

    private static final int ASK_AFTER_MILLIS = 250;

    private final Text code;
    private final Supplier<Optional<Items>> items;
    private final ControlDecoration decoration;
    private boolean active;
    private String accepted = ""; //$NON-NLS-1$
    private int typed;

    LookAlikeWarning(Text code, Supplier<Optional<Items>> items) {
        this.code = code;
        this.items = items;
        decoration = new ControlDecoration(code, SWT.LEFT | SWT.TOP);
        decoration.setImage(FieldDecorationRegistry.getDefault()
            .getFieldDecoration(FieldDecorationRegistry.DEC_WARNING).getImage());
        decoration.hide();
        code.addListener(SWT.Modify, event -> later());
    }

    /** Only the codes of new items are looked at: nobody asks about one that is stored. */
    void setActive(boolean now) {
        active = now;
        if (!active) {
            decoration.hide();
        }
    }

    private void later() {
        decoration.hide();
        int mine = ++typed;
        if (active) {
            code.getDisplay().timerExec(ASK_AFTER_MILLIS, () -> {
                if (mine == typed && active && !code.isDisposed()) {
                    look(found -> {
                        if (mine == typed) {
                            found.ifPresent(this::decorate);
                        }
                    }, () -> {
                        // nobody waits
                    });
                }
            });
        }
    }

    /** Asks whether there is such an item. */
    private void look(Consumer<Optional<String>> answer, Runnable always) {
        String asked = code.getText().strip();
        items.get().ifPresentOrElse(catalog -> Work
            .load(Messages.Item_load, progress -> asked.isEmpty() ? Optional.<String>empty() : catalog.lookAlike(asked))
            .on(code).quietly().done(answer).always(always).start(), always);
    }

    private void decorate(String other) {
        decoration.setDescriptionText(sentence(other));
        decoration.show();
    }

    private String sentence(String other) {
        return NLS.bind(Messages.LookAlike_sentence, code.getText().strip(), other);
    }

    /**
     * Goes on with saving at once, or when the user says that it is meant so.
     *
     * @param save begins to save
     * @param stay runs instead when nothing is to be saved now
     */
    void before(Runnable save, Runnable stay) {
        String asked = code.getText().strip();
        if (!active || asked.equals(accepted)) {
            save.run();
            return;
        }
        boolean[] goesOn = new boolean[1];
        look(found -> {
            if (found.isEmpty() || isMeant(found.get())) {
                accepted = asked;
                goesOn[0] = true;
                save.run();
            }
        }, () -> {
            if (!goesOn[0]) {
                stay.run();
            }
        });
    }

    private boolean isMeant(String other) {
        decorate(other);
        MessageDialog dialog = new MessageDialog(code.getShell(), Messages.LookAlike_title, null,
            NLS.bind(Messages.LookAlike_question, sentence(other)), MessageDialog.WARNING, 1, Messages.LookAlike_save,
            Messages.LookAlike_back);
        boolean meant = dialog.open() == 0;
        if (!meant) {
            code.setFocus();
        }
        return meant;
    }

}
