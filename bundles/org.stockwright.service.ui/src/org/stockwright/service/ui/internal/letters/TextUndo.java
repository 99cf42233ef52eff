package org.stockwright.service.ui.internal.letters;

import java.util.ArrayDeque;
import java.util.Deque;

import org.eclipse.swt.custom.ExtendedModifyEvent;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.stockwright.ui.entry.EntryKeys;

/** Undo and redo of what is typed into a text: Ctrl+Z takes back a word, Ctrl+Y brings it again. On the user interface's thread. */
final class TextUndo {

    private static final int STEPS = 500;

    private final StyledText text;
    private final Deque<Edit> past = new ArrayDeque<>();
    private final Deque<Edit> future = new ArrayDeque<>();
    private boolean going;

    /** A part of the text that took the place of another. */
    private record Edit(int start, String before, String after) {

        /** Whether the other one goes on with typing where this one ended, within a word. */
        boolean goesOn(Edit next) {
            return before.isEmpty() && next.before.isEmpty() && next.after.length() == 1
                && next.start == start + after.length() && !Character.isWhitespace(next.after.charAt(0));
        }

    }

    /**
     * Follows a text.
     *
     * @param area where its keys work
     * @param save what Ctrl+Enter does there
     */
    TextUndo(StyledText text, Composite area, Runnable save) {
        this.text = text;
        text.addExtendedModifyListener(this::changed);
        new EntryKeys(area, save, this::undo, this::redo);
    }

    private void changed(ExtendedModifyEvent event) {
        if (going) {
            return;
        }
        String after = event.length == 0 ? "" : text.getTextRange(event.start, event.length); //$NON-NLS-1$
        Edit edit = new Edit(event.start, event.replacedText, after);
        future.clear();
        if (!past.isEmpty() && past.peek().goesOn(edit)) {
            Edit last = past.pop();
            past.push(new Edit(last.start(), "", last.after() + edit.after())); //$NON-NLS-1$
        } else {
            past.push(edit);
        }
        if (past.size() > STEPS) {
            past.removeLast();
        }
    }

    /** Another text is shown: there is nothing to take back. */
    void reset() {
        past.clear();
        future.clear();
    }

    void undo() {
        if (text.getEditable() && !past.isEmpty()) {
            Edit edit = past.pop();
            future.push(edit);
            replace(edit.start(), edit.after(), edit.before());
        }
    }

    void redo() {
        if (text.getEditable() && !future.isEmpty()) {
            Edit edit = future.pop();
            past.push(edit);
            replace(edit.start(), edit.before(), edit.after());
        }
    }

    private void replace(int start, String old, String fresh) {
        going = true;
        try {
            text.replaceTextRange(start, old.length(), fresh);
            text.setSelection(start + fresh.length());
        } finally {
            going = false;
        }
    }

}
