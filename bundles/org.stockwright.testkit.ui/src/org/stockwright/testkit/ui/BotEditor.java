package org.stockwright.testkit.ui;

import org.eclipse.ui.IEditorPart;

/** An open editor. */
public final class BotEditor {

    private final IEditorPart editor;
    private final BotView view;

    BotEditor(IEditorPart editor) {
        this.editor = editor;
        this.view = new BotView(editor);
    }

    /** Its title. */
    public String getTitle() {
        return Ui.get(editor::getTitle);
    }

    /** Brings it to the front. */
    public BotEditor show() {
        view.show();
        return this;
    }

    /** Whether there is something to save. */
    public boolean isDirty() {
        return Ui.get(editor::isDirty);
    }

    /** Saves it. */
    public void save() {
        Ui.later(() -> editor.getSite().getPage().saveEditor(editor, false));
    }

    /** Closes it; it may ask whether to save. */
    public void close() {
        Ui.later(() -> editor.getSite().getPage().closeEditor(editor, true));
    }

    /** Whether it is still open. */
    public boolean isOpen() {
        return Ui.get(() -> editor.getSite().getPage() != null
            && java.util.Arrays.stream(editor.getSite().getPage().getEditorReferences())
                .anyMatch(reference -> reference.getEditor(false) == editor));
    }

    /** Finds things in it alone. */
    public Bot bot() {
        return view.bot();
    }

    /** What its notices say; empty when nothing. */
    public String notice() {
        return view.notice();
    }

    /** The part itself; only for the user interface's thread. */
    public IEditorPart getReference() {
        return editor;
    }

}
