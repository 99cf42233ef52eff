package org.stockwright.fulfilment.ui.internal.order;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.documents.Document;
import org.stockwright.documents.ui.Figures;
import org.stockwright.fulfilment.Allocation;
import org.stockwright.fulfilment.Allocation.Choice;
import org.stockwright.fulfilment.Allocation.Held;
import org.stockwright.fulfilment.Allocation.Result;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.fulfilment.ui.internal.TickTable;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** Holds stock for an order by a strategy that is chosen: what would be held, and why, is shown before it is. */
final class AllocateDialog extends EntryDialog {

    private final Document order;
    private final Allocation allocation;
    private final List<Allocation.Strategy> strategies;
    private final Consumer<Result> done;
    private Combo strategy;
    private Button anew;
    private Button expired;
    private TickTable<Held> held;
    private Text missing;
    private int previews;

    /** A dialog for an order; what came of it is told to somebody. */
    AllocateDialog(Shell shell, Document order, Allocation allocation, List<Allocation.Strategy> strategies,
        Consumer<Result> done) {
        super(shell, Messages.AllocateBy_title, NLS.bind(Messages.AllocateBy_message, order.number()),
            Messages.AllocateBy_button);
        this.order = order;
        this.allocation = allocation;
        this.strategies = strategies;
        this.done = done;
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void fields(Composite parent) {
        new Label(parent, SWT.NONE).setText(Messages.AllocateBy_strategy);
        strategy = new Combo(parent, SWT.READ_ONLY);
        strategy.add(Messages.AllocateBy_policy);
        strategies.forEach(one -> strategy.add(one.title()));
        strategy.select(0);
        strategy.addListener(SWT.Selection, event -> preview());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(strategy);
        anew = check(parent, Messages.AllocateBy_anew);
        expired = check(parent, Messages.AllocateBy_expired);
        Allowed.guard(expired, FulfilmentPermission.EXPIRED);
        held = new TickTable<Held>(parent, 760, 170, false).column(Messages.Lines_line, SWT.RIGHT)
            .column(Messages.Field_item, SWT.LEFT).column(Messages.Held_place, SWT.LEFT)
            .column(Messages.Field_lot, SWT.LEFT).column(Messages.Field_quantity, SWT.RIGHT)
            .column(Messages.AllocateBy_why, SWT.LEFT);
        held.show(List.of(), row -> List.of(), row -> false);
        missing = new Text(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(760, 60).applyTo(missing);
        preview();
    }

    private Button check(Composite parent, String label) {
        Button check = new Button(parent, SWT.CHECK);
        check.setText(label);
        check.addListener(SWT.Selection, event -> preview());
        GridDataFactory.fillDefaults().span(2, 1).applyTo(check);
        return check;
    }

    private Choice choice() {
        int chosen = strategy.getSelectionIndex();
        return new Choice(chosen <= 0 ? "" : strategies.get(chosen - 1).id(), expired.getSelection()); //$NON-NLS-1$
    }

    private void preview() {
        int mine = ++previews;
        Choice choice = choice();
        boolean isAnew = anew.getSelection();
        Work.request(Messages.AllocateBy_preview, progress -> isAnew ? allocation.previewAnew(order.id(), choice)
            : allocation.preview(order.id(), choice)).on(missing).quietly().done(result -> {
                if (mine == previews) {
                    setErrorMessage(null);
                    show(result);
                }
            }).refused(refusals -> setErrorMessage(Notices.text(refusals))).start();
    }

    private void show(Result result) {
        held.show(result.held(), one -> List.of(Integer.toString(one.line()), one.item(), one.location(), one.lot(),
            Figures.text(one.quantity().amount()) + ' ' + one.quantity().unit().code(), one.why()), one -> false);
        List<String> sentences = new ArrayList<>();
        if (result.held().isEmpty()) {
            sentences.add(Messages.AllocateBy_nothing);
        }
        result.missing().stream().map(FulfilmentParts::told).forEach(sentences::add);
        missing.setText(sentences.isEmpty() ? Messages.AllocateBy_all
            : sentences.stream().collect(Collectors.joining("\n"))); //$NON-NLS-1$
    }

    @Override
    protected Work<?> request() {
        Choice choice = choice();
        boolean isAnew = anew.getSelection();
        return Work.request(Messages.Allocate_job, progress -> isAnew ? allocation.reallocate(order.id(), choice)
            : allocation.allocate(order.id(), choice)).done(result -> {
                finish();
                done.accept(result);
            });
    }

    @Override
    protected void again() {
        strategy.setFocus();
    }

}
