package org.stockwright.valuation.ui.internal.value;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
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
    private Optional<CostMethod> method = Optional.empty();
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
        grid = new Grid<>(rest(body), "valuation.layers", ValueColumns.layers(() -> sheet.figures()), //$NON-NLS-1$
            ValueColumns::key);
        total = text(body);
        grid.mark(layer -> layer.quantity().signum() < 0 ? Mark.BAD : Mark.NONE);
        grid.provideSelection(getSite());
        grid.fillToolBar(getViewSite().getActionBars().getToolBarManager());
        fillMenu(getViewSite().getActionBars().getMenuManager());
        setContentDescription(sheet.heading());
        getSite().getWorkbenchWindow().getSelectionService().addSelectionListener(items);
    }

    private void fillMenu(IMenuManager menu) {
        MenuManager methods = new MenuManager(Messages.Layers_method);
        methods.add(radio(Messages.Layers_asBooked, Optional.empty()));
        for (CostMethod each : CostMethod.values()) {
            methods.add(radio(Words.of(each), Optional.of(each)));
        }
        menu.add(methods);
    }

    private Action radio(String label, Optional<CostMethod> wanted) {
        Action action = new Action(label, IAction.AS_RADIO_BUTTON) {

            @Override
            public void run() {
                if (isChecked()) {
                    method = wanted;
                    refreshSoon();
                }
            }

        };
        action.setChecked(wanted.equals(method));
        return action;
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
        Question asked = question.get().by(method);
        service(Valuation.class).ifPresent(valuation -> start(Work
            .load(Messages.Layers_load, progress -> new LayerSheet(Optional.of(asked),
                valuation.layers(asked.itemId(), asked.asOf(), asked.knownAt(), asked.method()), Figures.current()))
            .on(grid.control()).quietly().done(this::show)));
    }

    private void show(LayerSheet found) {
        sheet = found;
        grid.setRows(found.layers());
        setContentDescription(found.heading());
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
