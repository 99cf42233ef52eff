package org.stockwright.company.ui.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Composite;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Progress;
import org.stockwright.company.CompanyPermission;
import org.stockwright.company.SavedTexts;
import org.stockwright.ledger.LedgerPermission;
import org.stockwright.ledger.Verification;
import org.stockwright.ledger.Verification.Result;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Column;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.Mark;

/** Proves that the book is sound: every check with the rows that it looked at and what it found. */
public final class VerifyView extends StockwrightView {

    /** The view's id. */
    static final String ID = "org.stockwright.company.ui.verify"; //$NON-NLS-1$

    private Grid<Result> grid;
    private Job running;

    @Override
    protected List<Class<?>> needs() {
        return List.of(Verification.class, SavedTexts.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of();
    }

    @Override
    protected void createContent(Composite parent) {
        grid = new Grid<>(parent, "company.verify", List.of( //$NON-NLS-1$
            Column.<Result>text("check", Messages.Verify_check, Result::check).width(34), //$NON-NLS-1$
            Column.<Result>text("result", Messages.Verify_result, //$NON-NLS-1$
                result -> result.passed() ? Messages.Verify_passed : Messages.Verify_failed).width(12),
            Column.<Result>number("rows", Messages.Verify_rows, result -> BigDecimal.valueOf(result.rows())), //$NON-NLS-1$
            Column.<Result>text("detail", Messages.Verify_detail, Result::detail).width(80)), Result::check); //$NON-NLS-1$
        grid.mark(result -> result.passed() ? Mark.NONE : Mark.BAD);
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        add(bar, Messages.Verify_now, LedgerPermission.VERIFY, this::verify);
        add(bar, Messages.Verify_chain, LedgerPermission.VERIFY, this::verifyWithChain);
        add(bar, Messages.Verify_rebuild, LedgerPermission.REBUILD, this::rebuild);
        grid.fillToolBar(bar);
        grid.provideSelection(getSite());
    }

    /** Disabled, with a tool tip that says why, while the user may not. */
    private void add(IToolBarManager bar, String label, String permission, Runnable runnable) {
        Action action = new Action(label) {

            @Override
            public void run() {
                runnable.run();
            }

        };
        bar.add(action);
        Allowed.guard(action, grid.control(), permission);
    }

    /** Runs all checks in a job and shows what they found. */
    void verify() {
        service(Verification.class).ifPresent(book -> prove(Messages.Verify_job, book::verify));
    }

    private void verifyWithChain() {
        service(Verification.class).ifPresent(book -> prove(Messages.Verify_chainJob, progress -> {
            List<Result> results = new ArrayList<>(book.verify(progress));
            results.addAll(book.verifyChain(progress));
            return results;
        }));
    }

    private void rebuild() {
        if (MessageDialog.openConfirm(getSite().getShell(), Messages.Verify_rebuild, Messages.Verify_rebuildAsk)) {
            service(Verification.class).ifPresent(book -> prove(Messages.Verify_rebuildJob, book::rebuild));
        }
    }

    private void prove(String name, Function<Progress, List<Result>> checks) {
        if (running != null) {
            return;
        }
        notices().clear();
        running = Work.load(name, progress -> {
            List<Result> results = checks.apply(progress);
            if (Allowed.may(CompanyPermission.SHARE)) {
                // The lamp in the status line is everybody's.
                service(SavedTexts.class).ifPresent(texts -> LastProof.of(Instant.now(), results).save(texts));
            }
            return results;
        }).on(grid.control()).with(notices()).done(this::show).always(() -> running = null).start();
    }

    private void show(List<Result> results) {
        grid.setRows(results);
        long failed = results.stream().filter(result -> !result.passed()).count();
        if (failed == 0) {
            notices().done(Messages.bind(Messages.Verify_allPassed, results.size()));
        } else {
            notices().failed(Messages.bind(Messages.Verify_someFailed, failed, results.size()));
        }
    }

    @Override
    protected void refresh() {
        // The checks run when somebody asks for them; the lamp in the status line tells what they found last.
    }

    @Override
    protected void closed() {
        if (running != null) {
            running.cancel();
            running = null;
        }
        grid.setRows(List.of());
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

}
