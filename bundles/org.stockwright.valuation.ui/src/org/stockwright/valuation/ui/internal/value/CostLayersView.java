package org.stockwright.valuation.ui.internal.value;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.stockwright.catalog.ItemRow;
import org.stockwright.ledger.StockRow;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.Mark;
import org.stockwright.valuation.CostLayer;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.ValueView;
import org.stockwright.valuation.ui.internal.Words;
import org.stockwright.valuation.ui.internal.value.LayerSheet.Question;

/** The layers of the item that is selected elsewhere: what is left of which receipt, and what it is worth. */
public final class CostLayersView extends ValueView {

    /** The view's id. */
    public static final String ID = "org.stockwright.valuation.ui.layers"; //$NON-NLS-1$

    private final ISelectionListener items = this::selected;
    private LayerSheet sheet = LayerSheet.EMPTY;
    private Optional<Question> question = Optional.empty();
    private Label heading;
    private Combo method;
    private Grid<CostLayer> grid;
    private Label total;

    /** Shows layers, in the view that is opened for it. */
    public static void open(IWorkbenchPage page, Question question) {
        try {
            ((CostLayersView) page.showView(ID)).ask(question);
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected List<Class<?>> needs() {
        return List.of(Valuation.class);
    }

    @Override
    protected void createContent(Composite parent) {
        Composite body = column(parent);
        header(line(body, 3));
        grid = new Grid<>(rest(body), "valuation.layers", ValueColumns.layers(() -> sheet.figures()), //$NON-NLS-1$
            ValueColumns::key);
        total = text(body);
        grid.mark(layer -> layer.quantity().signum() < 0 ? Mark.BAD : Mark.NONE);
        grid.provideSelection(getSite());
        grid.fillToolBar(getViewSite().getActionBars().getToolBarManager());
        show(heading, sheet.heading());
        getSite().getWorkbenchWindow().getSelectionService().addSelectionListener(items);
    }

    private void header(Composite header) {
        heading = new Label(header, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(heading);
        Label label = new Label(header, SWT.NONE);
        label.setText(Messages.Layers_method);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
        method = new Combo(header, SWT.READ_ONLY);
        method.add(Messages.Layers_asBooked);
        for (CostMethod each : CostMethod.values()) {
            method.add(Words.of(each));
        }
        method.select(0);
        method.setToolTipText(Messages.Layers_methodTip);
        method.addListener(SWT.Selection, event -> refreshSoon());
    }

    /** As if cost had always flowed so; empty for how it did, which stands first. */
    private Optional<CostMethod> method() {
        int index = method.getSelectionIndex();
        return index <= 0 ? Optional.empty() : Optional.of(CostMethod.values()[index - 1]);
    }

    private void selected(IWorkbenchPart part, ISelection selection) {
        Object first = selection instanceof IStructuredSelection some && some.size() == 1 ? some.getFirstElement()
            : null;
        switch (first) {
            case ValueSheet.Row row when part instanceof StockValueView view -> ask(view.question(row));
            case StockRow row -> ask(Question.of(row.itemId(), row.item()));
            case ItemRow row -> ask(Question.of(row.id(), row.code()));
            case null, default -> {
                // the layers of the last item stay
            }
        }
    }

    private void ask(Question wanted) {
        if (!question.equals(Optional.of(wanted))) {
            question = Optional.of(wanted);
            if (isOpen()) {
                refreshSoon();
            }
        }
    }

    @Override
    protected void load() {
        if (question.isEmpty()) {
            return;
        }
        Question asked = question.get().by(method());
        service(Valuation.class).ifPresent(valuation -> start(asked, Work
            .load(Messages.Layers_load, progress -> new LayerSheet(Optional.of(asked),
                valuation.layers(asked.itemId(), asked.asOf(), asked.knownAt(), asked.method()), Figures.current()))
            .on(grid.control()).quietly().done(this::show)));
    }

    private void show(LayerSheet found) {
        sheet = found;
        grid.setRows(found.layers());
        show(heading, found.heading());
        show(total, found.total());
    }

    @Override
    protected void empty() {
        question = Optional.empty();
        show(LayerSheet.EMPTY);
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

    @Override
    public void dispose() {
        getSite().getWorkbenchWindow().getSelectionService().removeSelectionListener(items);
        super.dispose();
    }

}
