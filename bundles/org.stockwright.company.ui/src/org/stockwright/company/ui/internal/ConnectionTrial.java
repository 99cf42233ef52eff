package org.stockwright.company.ui.internal;

import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.stockwright.base.Outcome;
import org.stockwright.company.Companies.ServerBook;
import org.stockwright.ui.NoticeStrip;
import org.stockwright.ui.Work;

/**
 * The button that tries the connection typed into a {@link ServerForm}, with a line below for what came of it. The server
 * is asked in a job, so the dialog can be used, and closed, meanwhile.
 */
final class ConnectionTrial {

    private final ServerForm server;
    private final Function<String, Outcome<ServerBook>> look;
    private final Button button;
    private final NoticeStrip strip;
    private boolean enabled = true;
    private boolean running;
    private int tries;

    /**
     * Below the fields.
     *
     * @param form a grid of so many columns
     * @param look tries a JDBC address; called in a job
     */
    ConnectionTrial(Composite form, int columns, int indent, ServerForm server,
        Function<String, Outcome<ServerBook>> look) {
        this.server = server;
        this.look = look;
        button = new Button(form, SWT.PUSH);
        button.setText(Messages.Trial_button);
        button.addListener(SWT.Selection, event -> begin());
        GridDataFactory.swtDefaults().span(columns, 1).indent(indent, 4).applyTo(button);
        strip = new NoticeStrip(form);
        GridDataFactory.fillDefaults().grab(true, false).span(columns, 1).indent(indent, 0).exclude(true)
            .applyTo(strip);
        server.onChange(this::forget);
    }

    void setEnabled(boolean now) {
        enabled = now;
        enable();
        if (!enabled) {
            forget();
        }
    }

    private void enable() {
        button.setEnabled(enabled && !running);
        button.setText(running ? Messages.Trial_running : Messages.Trial_button);
        button.getParent().layout(true);
    }

    /** Something else is typed: what was found is true no longer, and what is still being asked is not wanted. */
    private void forget() {
        tries++;
        strip.clear();
    }

    private void begin() {
        strip.clear();
        server.typed().problem().ifPresentOrElse(problem -> {
            strip.failed(problem);
            grow();
        }, this::run);
    }

    private void run() {
        int mine = ++tries;
        String url = server.typed().url();
        running = true;
        enable();
        Work.request(Messages.Trial_job, progress -> look.apply(url)).on(button).with(strip).quietly().done(book -> {
            if (mine == tries) {
                strip.found(NLS.bind(book.older() ? Messages.Trial_older : Messages.Trial_good, book.engine()));
            }
        }).refused(refusals -> {
            if (mine == tries) {
                strip.refused(refusals);
            }
        }).always(() -> {
            running = false;
            enable();
            grow();
        }).start();
    }

    /** The line must not push the buttons out of the dialog. */
    private void grow() {
        Shell shell = button.getShell();
        Point size = shell.getSize();
        Point wanted = shell.computeSize(size.x, SWT.DEFAULT, true);
        if (wanted.y > size.y) {
            shell.setSize(size.x, wanted.y);
        }
    }

}
