package org.stockwright.service.ui.internal.letters;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextUndoTest {

    private StyledText text;
    private TextUndo undo;

    private void type(String words) {
        for (char letter : words.toCharArray()) {
            text.replaceTextRange(text.getCharCount(), 0, String.valueOf(letter));
        }
    }

    @Test
    void aWordIsTakenBackAtOnceAndComesAgain() {
        Display.getDefault().syncExec(() -> {
            Shell shell = new Shell(Display.getDefault());
            shell.setLayout(new FillLayout());
            text = new StyledText(shell, SWT.MULTI);
            undo = new TextUndo(text, shell, () -> {
                // nothing is saved here
            });
            try {
                text.setText("Dear");
                undo.reset();
                type(" Ada Lovelace");
                text.replaceTextRange(0, 4, "Hello");
                undo.undo();
                assertThat(text.getText()).isEqualTo("Dear Ada Lovelace");
                undo.undo();
                assertThat(text.getText()).isEqualTo("Dear Ada");
                undo.redo();
                assertThat(text.getText()).isEqualTo("Dear Ada Lovelace");
                undo.undo();
                undo.undo();
                assertThat(text.getText()).isEqualTo("Dear");
                undo.undo();
                assertThat(text.getText()).as("there is nothing more").isEqualTo("Dear");
                type("!");
                undo.redo();
                assertThat(text.getText()).as("what was typed since then stays").isEqualTo("Dear!");
                text.setEditable(false);
                undo.undo();
                assertThat(text.getText()).as("what cannot be typed is not taken back").isEqualTo("Dear!");
            } finally {
                shell.dispose();
            }
        });
    }

}
