package org.stockwright.ui.entry;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/** The keys that work in every field of an entry form: Ctrl+Enter posts, Ctrl+Z and Ctrl+Y undo and redo. */
public final class EntryKeys implements Listener {

    private final Composite content;
    private final Runnable post;
    private final Runnable undo;
    private final Runnable redo;

    /** Works in this composite and all below it until it is disposed. */
    public EntryKeys(Composite content, Runnable post, Runnable undo, Runnable redo) {
        this.content = content;
        this.post = post;
        this.undo = undo;
        this.redo = redo;
        content.getDisplay().addFilter(SWT.KeyDown, this);
        content.addListener(SWT.Dispose, event -> content.getDisplay().removeFilter(SWT.KeyDown, this));
    }

    @Override
    public void handleEvent(Event event) {
        if ((event.stateMask & SWT.MODIFIER_MASK) != SWT.MOD1 || !inside(event)) {
            return;
        }
        Runnable action = switch (event.keyCode) {
            case SWT.CR, SWT.KEYPAD_CR -> post;
            case 'z' -> undo;
            case 'y' -> redo;
            default -> null;
        };
        if (action != null) {
            event.type = SWT.None;
            event.doit = false;
            action.run();
        }
    }

    private boolean inside(Event event) {
        for (Control control = event.widget instanceof Control c ? c : null; control != null; control = control
            .getParent()) {
            if (control == content) {
                return true;
            }
        }
        return false;
    }

}
