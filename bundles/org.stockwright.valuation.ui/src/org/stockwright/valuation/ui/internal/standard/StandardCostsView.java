package org.stockwright.valuation.ui.internal.standard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.swt.widgets.Composite;
import org.stockwright.catalog.Items;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Grid;
import org.stockwright.valuation.CostSettings;
import org.stockwright.valuation.CostSettings.Standard;
import org.stockwright.valuation.ValuationPermission;
import org.stockwright.valuation.ui.internal.Effective;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.ValueView;

/** The standard costs of items by their parts, since when and by whose decision. Enter begins a new one for the row. */
public final class StandardCostsView extends ValueView {

    /** The view's id. */
    public static final String ID = "org.stockwright.valuation.ui.standards"; //$NON-NLS-1$

    private StandardSheet sheet = StandardSheet.EMPTY;
    private Grid<Effective<Standard>> grid;

    @Override
    protected List<Class<?>> needs() {
        return List.of(CostSettings.class, Items.class);
    }

    @Override
    protected void createContent(Composite parent) {
        grid = new Grid<>(parent, "valuation.standards", StandardSheet.columns(() -> sheet), //$NON-NLS-1$
            row -> List.of(row.what().item(), row.from(), row.recorded()));
        grid.mark(Effective::mark);
        grid.onOpen(row -> allowed(ValuationPermission.POLICIES, () -> open(Optional.of(row))));
        grid.provideSelection(getSite());
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        tool(bar, grid.control(), Messages.Standard_dialog, ValuationPermission.POLICIES,
            () -> open(grid.selection().stream().findFirst()));
        importTool(bar, grid.control(), "standard-costs"); //$NON-NLS-1$
        grid.fillToolBar(bar);
    }

    private void open(Optional<Effective<Standard>> row) {
        Items items = service(Items.class).orElseThrow();
        service(CostSettings.class).ifPresent(settings -> new StandardDialog(getSite().getShell(), settings, items,
            row.map(sheet::code).orElse(""), row.map(one -> one.what().cost())).open()); //$NON-NLS-1$
    }

    @Override
    protected void load() {
        Items items = service(Items.class).orElseThrow();
        service(CostSettings.class).ifPresent(settings -> start(ID, Work
            .load(Messages.Standard_load, progress -> StandardSheet.of(settings.standardHistory(), items.list(),
                Figures.current(), Instant.now()))
            .on(grid.control()).done(this::show)));
    }

    private void show(StandardSheet found) {
        sheet = found;
        grid.setRows(found.rows());
        setContentDescription(found.remark());
    }

    @Override
    protected void empty() {
        sheet = StandardSheet.EMPTY;
        grid.setRows(List.of());
        setContentDescription(""); //$NON-NLS-1$
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

}
