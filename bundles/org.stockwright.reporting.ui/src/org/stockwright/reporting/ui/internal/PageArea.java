package org.stockwright.reporting.ui.internal;

import java.nio.file.Path;
import java.util.function.Function;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.browser.LocationListener;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Where a page of the report stands; without WebKit there is a plain message with the ways to the report instead. */
final class PageArea {

    private final Composite area;
    private final StackLayout stack = new StackLayout();
    private final Composite message;
    private final Label sentence;
    private final Composite ways;
    private Browser browser;

    /**
     * An empty area.
     *
     * @param browsers makes the browser, or throws an {@link SWTError} where there is none
     * @param open shows the report in the system's program, where there is no browser
     * @param export writes the report into a file, where there is no browser
     */
    PageArea(Composite parent, Function<Composite, Browser> browsers, Runnable open, Runnable export) {
        area = new Composite(parent, SWT.NONE);
        area.setLayout(stack);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        message = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(24, 24).spacing(8, 12).applyTo(message);
        sentence = new Label(message, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(sentence);
        ways = new Composite(message, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).applyTo(ways);
        button(Messages.Viewer_open, open);
        button(Messages.Viewer_export, export);
        try {
            browser = browsers.apply(area);
            // pages are ours and have no scripts; a link in one never leads out of it
            browser.setJavascriptEnabled(false);
            browser.addLocationListener(LocationListener.changingAdapter(
                event -> event.doit = event.location.startsWith("file:") || event.location.startsWith("about:"))); //$NON-NLS-1$ //$NON-NLS-2$
        } catch (SWTError e) {
            ILog.of(PageArea.class).warn(Messages.Viewer_noBrowser, e);
        }
        say(""); //$NON-NLS-1$
    }

    private void button(String text, Runnable action) {
        Button button = new Button(ways, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, event -> action.run());
        GridDataFactory.fillDefaults().applyTo(button);
    }

    /** Whether pages can be shown here. */
    boolean hasBrowser() {
        return browser != null;
    }

    /** Shows a page. */
    void show(Path page) {
        stack.topControl = browser;
        browser.setUrl(page.toUri().toString());
        area.layout();
    }

    /** Shows a sentence in the page's place. */
    void say(String text) {
        message(text, false);
    }

    /** Says that pages cannot be shown here, and offers the other ways. */
    void sayNoBrowser() {
        message(Messages.Viewer_noBrowser, true);
    }

    private void message(String text, boolean offer) {
        sentence.setText(text);
        ways.setVisible(offer);
        stack.topControl = message;
        message.layout(true);
        area.layout();
    }

}
