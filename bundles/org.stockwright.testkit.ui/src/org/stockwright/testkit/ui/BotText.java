package org.stockwright.testkit.ui;

import org.eclipse.swt.widgets.Text;

/** A text field. */
public final class BotText extends BotControl<Text> {

    BotText(Text widget) {
        super(widget);
    }

    /** Replaces its content, as if pasted. */
    public BotText setText(String text) {
        assertEnabled();
        Ui.run(() -> {
            widget.forceFocus();
            widget.setText(text);
        });
        return this;
    }

    /** Types into it, key by key, behind what is selected. */
    public BotText typeText(String text) {
        assertEnabled();
        setFocus();
        Keyboard.type(text);
        return this;
    }

    /** Whether it cannot be typed into. */
    public boolean isReadOnly() {
        return read(text -> !text.getEditable());
    }

}
