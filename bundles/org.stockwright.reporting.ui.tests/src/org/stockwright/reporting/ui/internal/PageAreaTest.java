package org.stockwright.reporting.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PageAreaTest {

    @Test
    void withoutWebKitThereIsAMessageAndTheWaysToTheReport() {
        Display display = Display.getDefault();
        AtomicInteger opened = new AtomicInteger();
        AtomicInteger exported = new AtomicInteger();
        List<String> texts = new ArrayList<>();
        boolean[] browser = { true };
        display.syncExec(() -> {
            Shell shell = new Shell(display);
            shell.setLayout(new GridLayout());
            PageArea area = new PageArea(shell, parent -> {
                throw new SWTError(SWT.ERROR_NO_HANDLES);
            }, opened::incrementAndGet, exported::incrementAndGet);
            browser[0] = area.hasBrowser();
            area.sayNoBrowser();
            shell.open();
            press(shell, texts);
            shell.dispose();
        });
        assertThat(browser[0]).isFalse();
        assertThat(texts).containsExactly(Messages.Viewer_noBrowser, Messages.Viewer_open, Messages.Viewer_export);
        assertThat(opened).hasValue(1);
        assertThat(exported).hasValue(1);
    }

    private static void press(Composite parent, List<String> texts) {
        for (Control child : parent.getChildren()) {
            if (child instanceof Label label && child.isVisible()) {
                texts.add(label.getText());
            } else if (child instanceof Button button && child.isVisible()) {
                texts.add(button.getText());
                button.notifyListeners(SWT.Selection, null);
            } else if (child instanceof Composite composite) {
                press(composite, texts);
            }
        }
    }

}
