package org.stockwright.service.ui.internal.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.ui.DocumentPages;
import org.stockwright.service.Cases;
import org.stockwright.service.Performer;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.ServiceCase.CaseStage;
import org.stockwright.service.ServiceCase.StageState;
import org.stockwright.service.ServiceCase.State;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.ui.internal.GridActions;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.Mark;

/** The queue of cases, what is due first before others; below it the stages of the selected case as tasks. */
public final class CasesView extends StockwrightView {

    /** The view's id. */
    public static final String ID = "org.stockwright.service.ui.cases"; //$NON-NLS-1$

    private static final int MOST = 2_000;

    private GridActions<ServiceCase> actions;
    private GridActions<CaseStage> tasks;
    private Grid<ServiceCase> grid;
    private Grid<CaseStage> stages;
    private Button openOnly;
    private Label whose;

    @Override
    protected List<Class<?>> needs() {
        return List.of(Cases.class, Partners.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.DOCUMENTS, Topic.ACCESS, Topic.PARTNERS);
    }

    @Override
    protected void createContent(Composite parent) {
        SashForm sash = new SashForm(parent, SWT.VERTICAL);
        Composite upper = part(sash);
        actions = new GridActions<>(upper);
        actions.add(Messages.Case_new, ServicePermission.CASES, this::open);
        openOnly = new Button(actions.bar(), SWT.CHECK);
        openOnly.setText(Messages.Case_openOnly);
        openOnly.setSelection(true);
        openOnly.addListener(SWT.Selection, event -> refresh());
        grid = new Grid<>(rows(upper), "service.cases", CaseColumns.cases(), ServiceCase::document); //$NON-NLS-1$
        grid.mark(
            row -> !CaseColumns.isOpen(row) ? Mark.DIMMED : CaseColumns.isLate(row) ? Mark.WARNING : Mark.NONE);
        grid.onOpen(row -> DocumentPages.open(getSite().getPage(), row.document(), row.number()));
        actions.on(grid, chosen -> stages());
        actions.act(Messages.Case_deliver, ServicePermission.CASES, row -> row.state() == State.READY, this::deliver);
        actions.act(Messages.Case_cancel, ServicePermission.CASES, CaseColumns::isOpen,
            row -> new CancelCaseDialog(getSite().getShell(), cases(), row, notices()).open());
        Composite lower = part(sash);
        tasks = new GridActions<>(lower);
        whose = new Label(tasks.bar(), SWT.NONE);
        stages = new Grid<>(rows(lower), "service.caseStages", CaseColumns.stages(), CaseStage::number); //$NON-NLS-1$
        stages.mark(row -> row.state() == StageState.READY ? Mark.WARNING
            : row.state() == StageState.WAITING ? Mark.NONE : Mark.DIMMED);
        stages.onOpen(row -> {
            if (isNext(row)) {
                finish(row);
            }
        });
        tasks.on(stages, chosen -> {
            // the buttons follow by themselves
        });
        tasks.act(Messages.Task_finish, ServicePermission.CASES, CasesView::isNext, this::finish);
        tasks.act(Messages.Task_run, ServicePermission.CASES,
            row -> isNext(row) && row.stage().performer() == Performer.AUTOMATION, row -> run());
        sash.setWeights(60, 40);
        grid.provideSelection(getSite());
        grid.fillToolBar(getViewSite().getActionBars().getToolBarManager());
    }

    private static Composite part(SashForm sash) {
        Composite part = new Composite(sash, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(part);
        return part;
    }

    private static Composite rows(Composite part) {
        Composite rows = new Composite(part, SWT.NONE);
        rows.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
        return rows;
    }

    private static boolean isNext(CaseStage row) {
        return row.state() == StageState.READY;
    }

    private Cases cases() {
        return service(Cases.class).orElseThrow();
    }

    private void open() {
        new CaseDialog(getSite().getShell(), cases(), service(Partners.class).orElseThrow(), notices()).open();
    }

    private Optional<ServiceCase> chosen() {
        List<ServiceCase> rows = grid.selection();
        return rows.size() == 1 ? Optional.of(rows.getFirst()) : Optional.empty();
    }

    /** Shows the stages of the case that is selected, with the one whose turn it is chosen. */
    private void stages() {
        Optional<ServiceCase> chosen = chosen();
        stages.setRows(chosen.map(ServiceCase::stages).orElse(List.of()));
        chosen.flatMap(ServiceCase::next).ifPresent(next -> stages.select(Set.of(next.number())));
        whose.setText(chosen.map(one -> NLS.bind(Messages.Task_of, one.number(), one.customerName()))
            .orElse(Messages.Task_none));
        tasks.update();
        whose.getParent().getParent().layout(true, true);
    }

    private void finish(CaseStage stage) {
        chosen().ifPresent(its -> Work
            .load(Messages.Case_load, progress -> stage.stage().performer() == Performer.CLIENT
                ? FormFields.of(its, stage) : List.<String>of())
            .on(grid.control()).with(notices()).quietly()
            .done(wanted -> new StageDialog(getSite().getShell(), cases(), its, stage, wanted, notices()).open())
            .start());
    }

    private void run() {
        chosen().ifPresent(its -> {
            Cases cases = cases();
            Work.request(Messages.Task_running, progress -> cases.run(its.document())).on(grid.control())
                .with(notices()).done(now -> notices().done(StageDialog.told(now))).start();
        });
    }

    private void deliver(ServiceCase its) {
        Cases cases = cases();
        Instant now = Instant.now();
        String key = UUID.randomUUID().toString();
        Work.request(Messages.Case_delivering, progress -> cases.deliver(key, its.document(), now)).on(grid.control())
            .with(notices()).done(done -> notices().done(NLS.bind(Messages.Case_isDelivered, done.number()))).start();
    }

    @Override
    protected void refresh() {
        Cases cases = cases();
        boolean only = openOnly.getSelection();
        Work.load(Messages.Case_load, progress -> cases.list(Optional.empty(), only, MOST)).on(grid.control())
            .with(notices()).quietly().done(this::show).start();
    }

    private void show(List<ServiceCase> rows) {
        grid.setRows(rows);
        setContentDescription(!rows.isEmpty() ? "" //$NON-NLS-1$
            : openOnly.getSelection() ? Messages.Case_noneOpen : Messages.Case_none);
        actions.update();
        stages();
    }

    @Override
    protected void closed() {
        grid.setRows(List.of());
        stages();
        setContentDescription(""); //$NON-NLS-1$
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

}
