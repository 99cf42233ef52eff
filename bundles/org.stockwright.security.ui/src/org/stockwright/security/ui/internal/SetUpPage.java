package org.stockwright.security.ui.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Shown on a book without users: what users change, and the button that makes the first one. */
final class SetUpPage {

    private final Composite page;

    SetUpPage(Composite parent, Runnable begin) {
        page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(24, 20).spacing(6, 12).applyTo(page);
        for (String text : new String[] { Messages.Users_none, Messages.Users_noneMore }) {
            Label label = new Label(page, SWT.WRAP);
            label.setText(text);
            GridDataFactory.fillDefaults().hint(640, SWT.DEFAULT).applyTo(label);
        }
        Button button = new Button(page, SWT.PUSH);
        button.setText(Messages.Users_setUp);
        button.addListener(SWT.Selection, event -> begin.run());
    }

    Composite control() {
        return page;
    }

}
