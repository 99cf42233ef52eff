package org.stockwright.valuation.ui.internal;

import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.exchange.ExchangePermission;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.FileImport;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;

/**
 * A view on values. Whoever may not see costs sees an empty one that says why. Another question ends the work on the
 * one before.
 */
public abstract class ValueView extends StockwrightView {

    private Job running;
    private Object asked;
    private boolean again;

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.STOCK, Topic.ITEMS, Topic.SETTINGS, Topic.ACCESS);
    }

    /** Loads what is shown; only called for somebody who may see it. */
    protected abstract void load();

    /** Shows nothing any more. */
    protected abstract void empty();

    @Override
    protected final void refresh() {
        Optional<String> reason = ValueAccess.whyNot();
        if (reason.isPresent()) {
            closed();
            notices().failed(reason.get());
        } else {
            load();
        }
    }

    @Override
    protected final void closed() {
        stop();
        empty();
    }

    /**
     * Starts the work that answers a question. Work on another question is ended; work on the same one goes on and is done
     * once more behind it, so that whoever posts all the time does not keep the answer from being shown.
     */
    protected final void start(Object question, Work<?> work) {
        if (running != null && question.equals(asked)) {
            again = true;
            return;
        }
        stop();
        asked = question;
        Job[] mine = new Job[1];
        mine[0] = work.with(notices()).always(() -> ended(mine[0])).start();
        running = mine[0];
    }

    private void ended(Job job) {
        if (job == running) {
            running = null;
            if (again) {
                again = false;
                refreshSoon();
            }
        }
    }

    private void stop() {
        again = false;
        if (running != null) {
            running.cancel();
            running = null;
        }
    }

    /**
     * Adds a tool that is disabled, with a tool tip that says why, while the user may not.
     *
     * @param owner a control that lives as long as the tool
     */
    protected static Action tool(IToolBarManager bar, Control owner, String label, String permission,
        Runnable runnable) {
        Action action = new Action(label) {

            @Override
            public void run() {
                runnable.run();
            }

        };
        bar.add(action);
        Allowed.guard(action, owner, permission);
        return action;
    }

    /** Goes on when the user may, or says why not. */
    protected final void allowed(String permission, Runnable runnable) {
        Allowed.whyNot(permission).ifPresentOrElse(notices()::failed, runnable);
    }

    /** Adds a tool that opens the import wizard for a kind of file. */
    protected final void importTool(IToolBarManager bar, Control owner, String kind) {
        tool(bar, owner, Messages.Import_title, ExchangePermission.IMPORT,
            () -> FileImport.open(getSite().getWorkbenchWindow(), kind));
    }

    /** A column of widgets that fills the parent. */
    protected static Composite column(Composite parent) {
        Composite body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        return body;
    }

    /** A line of so many fields above the rows. */
    protected static Composite line(Composite column, int fields) {
        Composite header = new Composite(column, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(fields).spacing(6, 4).margins(8, 6).applyTo(header);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
        return header;
    }

    /** The place of the rows, which takes all that is left. */
    protected static Composite rest(Composite column) {
        Composite rows = new Composite(column, SWT.NONE);
        rows.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
        return rows;
    }

    /** A line of text across the column. */
    protected static Label text(Composite column) {
        Label label = new Label(column, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 4).hint(200, SWT.DEFAULT).applyTo(label);
        return label;
    }

    /** Shows a text, in as many lines as it needs. */
    protected static void show(Label label, String text) {
        if (!label.getText().equals(text)) {
            label.setText(text);
            label.requestLayout();
        }
    }

}
