package org.stockwright.service.ui.internal.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.catalog.Items;
import org.stockwright.service.DecisionTable;
import org.stockwright.service.DecisionTable.HitPolicy;
import org.stockwright.service.DecisionTables;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.Template.State;
import org.stockwright.service.ui.internal.GridActions;
import org.stockwright.service.ui.internal.Latest;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.service.ui.internal.VersionBar;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Column;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.Mark;

/** Every version of every decision table. */
public final class TablesView extends StockwrightView {

    private final Latest latest = new Latest();
    private Grid<DecisionTable> grid;

    @Override
    protected List<Class<?>> needs() {
        return List.of(DecisionTables.class, Items.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.SETTINGS, Topic.ACCESS);
    }

    @Override
    protected void createContent(Composite parent) {
        Composite body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        GridActions<DecisionTable> actions = new GridActions<>(body);
        actions.add(Messages.Rules_new, ServicePermission.TEMPLATES,
            () -> TableEditor.open(getSite().getPage(), TableDoc.NEW, Messages.Rules_newTitle));
        Composite rows = new Composite(body, SWT.NONE);
        rows.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
        grid = new Grid<>(rows, "service.decisionTables", columns(), TableDoc::key); //$NON-NLS-1$
        grid.mark(row -> row.state() == State.RETIRED ? Mark.DIMMED : Mark.NONE);
        grid.onOpen(row -> TableEditor.open(getSite().getPage(), TableDoc.key(row), row.code()));
        actions.on(grid, chosen -> {
            // the buttons follow by themselves
        });
        actions.act(Messages.Version_copy, ServicePermission.TEMPLATES, row -> true, row -> TableEditor
            .open(getSite().getPage(), TableDoc.COPY + TableDoc.key(row), row.code()));
        grid.provideSelection(getSite());
        grid.fillToolBar(getViewSite().getActionBars().getToolBarManager());
    }

    @SuppressWarnings("nls")
    private static List<Column<DecisionTable>> columns() {
        return List.of(Column.<DecisionTable>text("code", Messages.Templates_code, DecisionTable::code).width(16),
            Column.<DecisionTable>number("version", Messages.Templates_version,
                row -> BigDecimal.valueOf(row.version())).width(8),
            Column.<DecisionTable>text("state", Messages.Templates_state, row -> VersionBar.words(row.state()))
                .width(11),
            Column.<DecisionTable>text("name", Messages.Templates_name, DecisionTable::name).width(36),
            Column.<DecisionTable>text("policy", Messages.Rules_policyColumn, row -> policy(row.policy())).width(20),
            Column.<DecisionTable>text("from", Messages.Templates_from, row -> row.from().toString()).width(11),
            Column.<DecisionTable>text("until", Messages.Templates_until,
                row -> row.until().map(String::valueOf).orElse("")).width(11),
            Column.<DecisionTable>text("inputs", Messages.Rules_condition,
                row -> String.join(", ", row.inputs().stream().map(DecisionTable.Input::name).toList())).width(30),
            Column.<DecisionTable>text("outputs", Messages.Rules_outcome,
                row -> String.join(", ", row.outputs().stream().map(DecisionTable.Output::name).toList())).width(24));
    }

    private static String policy(HitPolicy policy) {
        return switch (policy) {
            case UNIQUE -> Messages.Rules_unique;
            case FIRST -> Messages.Rules_first;
            case PRIORITY -> Messages.Rules_priority;
            case COLLECT -> Messages.Rules_collect;
            case SUM -> Messages.Rules_sum;
            case MIN -> Messages.Rules_min;
            case MAX -> Messages.Rules_max;
            case COUNT -> Messages.Rules_count;
        };
    }

    @Override
    protected void refresh() {
        DecisionTables tables = service(DecisionTables.class).orElseThrow();
        Work.load(Messages.Rules_load, progress -> tables.list()).on(grid.control()).with(notices()).quietly()
            .done(latest.only(this::show)).start();
    }

    private void show(List<DecisionTable> rows) {
        grid.setRows(rows);
        setContentDescription(rows.isEmpty() ? Messages.Rules_none : ""); //$NON-NLS-1$
    }

    @Override
    protected void closed() {
        latest.forget();
        grid.setRows(List.of());
        setContentDescription(""); //$NON-NLS-1$
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

}
