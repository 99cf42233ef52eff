package org.stockwright.valuation.ui.internal.method;

import java.time.Instant;
import java.util.List;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.stockwright.catalog.ItemMatch;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.ui.Choices;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.CodeField;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Grid;
import org.stockwright.valuation.CostSettings;
import org.stockwright.valuation.CostSettings.Policy;
import org.stockwright.valuation.ValuationPermission;
import org.stockwright.valuation.ui.internal.Effective;
import org.stockwright.valuation.ui.internal.Fields;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.ValueView;
import org.stockwright.valuation.ui.internal.Words;

/** How cost flows for the company, categories and items, since when and by whose decision. */
public final class CostMethodsView extends ValueView {

    /** The view's id. */
    public static final String ID = "org.stockwright.valuation.ui.methods"; //$NON-NLS-1$

    private static final int FIELD_WIDTH = 180;

    private MethodSheet sheet = MethodSheet.EMPTY;
    private Grid<Effective<Policy>> grid;
    private Label scope;
    private Label answer;
    private Action choose;

    @Override
    protected List<Class<?>> needs() {
        return List.of(CostSettings.class, Items.class);
    }

    @Override
    protected void createContent(Composite parent) {
        Composite body = column(parent);
        Composite header = line(body, 3);
        CodeField<String> item = Fields.code(header, Messages.Method_ask, Messages.Journal_itemHint, Choices::items);
        GridDataFactory.fillDefaults().hint(FIELD_WIDTH, SWT.DEFAULT).applyTo(item.text());
        item.onChosen(chosen -> chosen.ifPresentOrElse(this::ask, () -> show(answer, ""))); //$NON-NLS-1$
        answer = new Label(header, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(answer);
        grid = new Grid<>(rest(body), "valuation.methods", MethodSheet.columns(() -> sheet.figures()), //$NON-NLS-1$
            row -> List.of(row.what(), row.recorded()));
        grid.mark(Effective::mark);
        grid.provideSelection(getSite());
        scope = text(body);
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        tool(bar, grid.control(), Messages.Method_dialog, ValuationPermission.POLICIES, this::change);
        choose = tool(bar, grid.control(), Messages.Method_scopeDialog, ValuationPermission.POLICIES,
            this::chooseScope);
        grid.fillToolBar(bar);
    }

    private void ask(String code) {
        Items items = service(Items.class).orElseThrow();
        service(CostSettings.class).ifPresent(settings -> Work
            .request(Messages.Method_load,
                progress -> items.resolve(code).map(ItemMatch::item)
                    .map(item -> Words.of(settings.methodOf(item, Instant.now()))))
            .on(answer).with(notices()).quietly()
            .done(method -> show(answer, NLS.bind(Messages.Method_answer, code, method))).start());
    }

    private void change() {
        service(CostSettings.class).ifPresent(settings -> new MethodDialog(getSite().getShell(), settings).open());
    }

    private void chooseScope() {
        service(CostSettings.class)
            .ifPresent(settings -> new ScopeDialog(getSite().getShell(), settings, sheet.scope()).open());
    }

    @Override
    protected void load() {
        service(CostSettings.class).ifPresent(settings -> start(ID, Work
            .load(Messages.Method_load, progress -> MethodSheet.read(settings, Figures.current(), Instant.now()))
            .on(grid.control()).quietly().done(this::show)));
    }

    private void show(MethodSheet found) {
        sheet = found;
        grid.setRows(found.rows());
        setContentDescription(found.remark());
        show(scope, NLS.bind(Messages.Method_scopeLine, found.scopeText()));
        if (Allowed.may(ValuationPermission.POLICIES)) {
            choose.setEnabled(!found.scopeFixed());
            choose.setToolTipText(found.scopeFixed() ? Messages.Method_scopeFixedTip : Messages.Method_scopeMessage);
        }
    }

    @Override
    protected void empty() {
        sheet = MethodSheet.EMPTY;
        grid.setRows(List.of());
        setContentDescription(""); //$NON-NLS-1$
        show(scope, ""); //$NON-NLS-1$
        show(answer, ""); //$NON-NLS-1$
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

}
