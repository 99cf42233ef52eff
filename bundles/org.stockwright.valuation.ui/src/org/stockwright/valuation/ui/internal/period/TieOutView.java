package org.stockwright.valuation.ui.internal.period;

import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.swt.widgets.Composite;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.ledger.ui.InstantControl;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.Mark;
import org.stockwright.valuation.TieOutRow;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.ValueView;

/**
 * Proves that values are what the movements say: every check with both figures. The checks run when somebody asks for
 * them, as a job that can be cancelled in the status line or here.
 */
public final class TieOutView extends ValueView {

    /** The view's id. */
    public static final String ID = "org.stockwright.valuation.ui.tieOut"; //$NON-NLS-1$

    private TieOutSheet sheet = TieOutSheet.EMPTY;
    private InstantControl asOf;
    private Grid<TieOutRow> grid;
    private Action run;
    private Action cancel;
    private Job running;

    @Override
    protected List<Class<?>> needs() {
        return List.of(Valuation.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.ACCESS);
    }

    @Override
    protected void createContent(Composite parent) {
        grid = new Grid<>(parent, "valuation.tieOut", PeriodColumns.checks(() -> sheet.figures()), //$NON-NLS-1$
            row -> List.of(row.check(), row.subject()));
        grid.mark(row -> row.agrees() ? Mark.NONE : Mark.BAD);
        run = action(Messages.TieOut_run, this::tieOut);
        cancel = action(Messages.TieOut_cancel, () -> running.cancel());
        cancel.setEnabled(false);
        asOf = InstantControl.asOf(this::notices, this::tieOut);
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        bar.add(asOf);
        bar.add(run);
        bar.add(cancel);
        grid.fillToolBar(bar);
        grid.provideSelection(getSite());
        setContentDescription(sheet.verdict());
    }

    private static Action action(String label, Runnable runnable) {
        return new Action(label) {

            @Override
            public void run() {
                runnable.run();
            }

        };
    }

    /** Runs all checks. */
    public void tieOut() {
        if (running != null || !isOpen()) {
            return;
        }
        var instant = asOf.instant();
        notices().clear();
        service(Valuation.class).ifPresent(valuation -> {
            run.setEnabled(false);
            cancel.setEnabled(true);
            running = Work
                .load(Messages.TieOut_job,
                    progress -> new TieOutSheet(valuation.tieOut(instant, progress), Figures.current()))
                .on(grid.control()).with(notices()).done(this::show).always(this::ended).start();
        });
    }

    private void ended() {
        running = null;
        run.setEnabled(true);
        cancel.setEnabled(false);
    }

    /** Shows what was found here or elsewhere. */
    void show(TieOutSheet found) {
        sheet = found;
        grid.setRows(found.rows());
        setContentDescription(found.verdict());
        if (found.differing() > 0) {
            notices().failed(found.verdict());
        }
    }

    @Override
    protected void load() {
        // The checks run when somebody asks for them.
    }

    @Override
    protected void empty() {
        if (running != null) {
            running.cancel();
        }
        sheet = TieOutSheet.EMPTY;
        grid.setRows(List.of());
        setContentDescription(sheet.verdict());
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

}
