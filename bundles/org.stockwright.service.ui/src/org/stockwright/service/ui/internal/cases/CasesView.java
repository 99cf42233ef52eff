package org.stockwright.service.ui.internal.cases;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.Documents;
import org.stockwright.documents.ui.DocumentPages;
import org.stockwright.service.Arrivals;
import org.stockwright.service.Cases;
import org.stockwright.service.Cases.CaseFile;
import org.stockwright.service.Performer;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.ServiceCase.CaseStage;
import org.stockwright.service.ServiceCase.StageState;
import org.stockwright.service.ServiceCase.State;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.ui.internal.DataText;
import org.stockwright.service.ui.internal.EditorRoom;
import org.stockwright.service.ui.internal.FileOpener;
import org.stockwright.service.ui.internal.GridActions;
import org.stockwright.service.ui.internal.Latest;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.service.ui.internal.Panes;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.Mark;
import org.stockwright.ui.scan.ScanFeedback;
import org.stockwright.ui.scan.ScanTarget;

/**
 * The queue of cases, what is due first before others; below it the stages of the selected case as tasks, and what is known of
 * it. It takes scans of customers, bookings and cases.
 */
public final class CasesView extends StockwrightView implements ScanTarget {

    /** The view's id. */
    public static final String ID = "org.stockwright.service.ui.cases"; //$NON-NLS-1$

    private static final int MOST = 2_000;
    private static final int MINUTE_MILLIS = 60_000;

    private GridActions<ServiceCase> actions;
    private GridActions<CaseStage> tasks;
    private Grid<ServiceCase> grid;
    private Grid<CaseStage> stages;
    private Button openOnly;
    private Label whose;
    private Text known;
    private final Latest latest = new Latest();
    /** A second click while a dialog is not open yet opens no second one. */
    private final Latest dialogs = new Latest();
    private Optional<DocumentId> wanted = Optional.empty();
    private boolean delivering;
    private Optional<Turn> turn = Optional.empty();

    /** Whose turn it is in the case that is shown. */
    private record Turn(DocumentId its, Optional<Integer> stage) {
    }

    @Override
    protected List<Class<?>> needs() {
        return List.of(Cases.class, Partners.class, Documents.class, Arrivals.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.DOCUMENTS, Topic.ACCESS, Topic.PARTNERS);
    }

    @Override
    protected void createContent(Composite parent) {
        EditorRoom.follow(getSite().getPage(), parent);
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
        Composite upper = Panes.part(sash);
        actions = new GridActions<>(upper);
        actions.add(Messages.Case_new, ServicePermission.CASES, this::open);
        openOnly = new Button(actions.bar(), SWT.CHECK);
        // the theme's background hides the tick
        openOnly.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); //$NON-NLS-1$
        openOnly.setText(Messages.Case_openOnly);
        openOnly.setSelection(true);
        openOnly.addListener(SWT.Selection, event -> refresh());
        grid = new Grid<>(Panes.rows(upper), "service.cases", CaseColumns.cases(), ServiceCase::document); //$NON-NLS-1$
        grid.mark(
            row -> !CaseColumns.isOpen(row) ? Mark.DIMMED : CaseColumns.isLate(row) ? Mark.WARNING : Mark.NONE);
        grid.onOpen(row -> DocumentPages.open(getSite().getPage(), row.document(), row.number()));
        actions.on(grid, chosen -> stages());
        actions.act(Messages.Case_letter, ServicePermission.VIEW, row -> true, this::letter);
        actions.act(Messages.Case_deliver, ServicePermission.CASES, row -> row.state() == State.READY, this::deliver);
        actions.act(Messages.Case_cancel, ServicePermission.CASES, CaseColumns::isOpen,
            row -> new CancelCaseDialog(getSite().getShell(), cases(), row, notices()).open());
        Composite lower = Panes.part(sash);
        tasks = new GridActions<>(lower);
        whose = new Label(tasks.bar(), SWT.NONE);
        SashForm below = new SashForm(lower, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(below);
        stages = new Grid<>(Panes.rows(Panes.part(below)), "service.caseStages", CaseColumns.stages(), //$NON-NLS-1$
            CaseStage::number);
        stages.mark(row -> row.state() == StageState.READY ? Mark.WARNING
            : row.state() == StageState.WAITING ? Mark.NONE : Mark.DIMMED);
        known = new Text(below, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        known.setMessage(Messages.Case_knownNone);
        known.setToolTipText(Messages.Case_known);
        below.setWeights(66, 34);
        tasks.on(stages, chosen -> {
            // the buttons follow by themselves
        });
        stages.onOpen(tasks.act(Messages.Task_finish, ServicePermission.CASES, CasesView::isNext, this::finish));
        tasks.act(Messages.Task_run, ServicePermission.CASES,
            row -> isNext(row) && row.stage().performer() == Performer.AUTOMATION, row -> run());
        sash.setWeights(56, 44);
        grid.provideSelection(getSite());
        grid.fillToolBar(getViewSite().getActionBars().getToolBarManager());
        followTheClock();
    }

    /** A case becomes late by the clock alone: nothing is changed then. */
    private void followTheClock() {
        Control rows = grid.control();
        rows.getDisplay().timerExec(MINUTE_MILLIS, () -> {
            if (!rows.isDisposed()) {
                Point size = rows.getSize();
                rows.redraw(0, 0, size.x, size.y, true);
                followTheClock();
            }
        });
    }

    private static boolean isNext(CaseStage row) {
        return row.state() == StageState.READY;
    }

    private Cases cases() {
        return service(Cases.class).orElseThrow();
    }

    private void open() {
        new CaseDialog(getSite().getShell(), cases(), service(Partners.class).orElseThrow(), notices(),
            Optional.empty()).open();
    }

    @Override
    public void scanned(String code, ScanFeedback feedback) {
        Documents documents = service(Documents.class).orElseThrow();
        Arrivals arrivals = service(Arrivals.class).orElseThrow();
        Partners partners = service(Partners.class).orElseThrow();
        Cases cases = cases();
        String its = code.strip();
        Work.request(Messages.Scan_reading, progress -> CaseScan.read(its, documents, cases, arrivals, partners))
            .on(grid.control()).with(notices()).quietly().done(scan -> {
                feedback.good();
                follow(scan);
            }).refused(refusals -> {
                feedback.bad();
                notices().refused(refusals);
            }).start();
    }

    /** Shows the case that was scanned, or opens one for the customer who was. */
    private void follow(CaseScan scan) {
        notices().clear();
        scan.its().ifPresent(its -> {
            if (!scan.booking().isEmpty()) {
                notices().done(NLS.bind(Messages.Calendar_arrived, scan.booking(), its.number()));
            }
            if (!CaseColumns.isOpen(its)) {
                openOnly.setSelection(false);
            }
            wanted = Optional.of(its.document());
            refresh();
        });
        scan.customer().ifPresent(customer -> new CaseDialog(getSite().getShell(), cases(),
            service(Partners.class).orElseThrow(), notices(), Optional.of(customer)).open());
    }

    private Optional<ServiceCase> chosen() {
        List<ServiceCase> rows = grid.selection();
        return rows.size() == 1 ? Optional.of(rows.getFirst()) : Optional.empty();
    }

    /** Shows the stages of the case that is selected, with the one whose turn it is chosen. */
    private void stages() {
        Optional<ServiceCase> chosen = chosen();
        stages.setRows(chosen.map(ServiceCase::stages).orElse(List.of()));
        Optional<Turn> now = chosen.map(one -> new Turn(one.document(), one.next().map(CaseStage::number)));
        if (!now.equals(turn)) {
            // not each time that something is read anew: the user may look at another stage
            turn = now;
            chosen.flatMap(ServiceCase::next).ifPresent(next -> stages.select(Set.of(next.number())));
        }
        whose.setText(chosen.map(one -> NLS.bind(Messages.Task_of, one.number(), one.customerName()))
            .orElse(Messages.Task_none));
        String words = chosen.map(one -> unit(one) + '\n' + DataText.of(plain(one.data()))).orElse(""); //$NON-NLS-1$
        if (!known.getText().equals(words)) {
            known.setText(words);
        }
        tasks.update();
        whose.getParent().getParent().layout(true, true);
    }

    /** What people read of the data: hashes are for proofs. */
    private static Map<String, String> plain(Map<String, String> data) {
        Map<String, String> plain = new HashMap<>(data);
        plain.keySet().removeIf(name -> name.endsWith("_hash")); //$NON-NLS-1$
        return plain;
    }

    /** Which unit it took and why that one. */
    private static String unit(ServiceCase its) {
        return its.unit()
            .map(unit -> NLS.bind(Messages.Case_took,
                new Object[] { String.valueOf(unit.unit()), unit.number(), String.valueOf(its.ahead()) }))
            .orElse(Messages.Case_tookNone);
    }

    /** Opens the letter that a stage of a case came to; of several ones the user chooses. */
    private void letter(ServiceCase its) {
        Cases cases = cases();
        Documents documents = service(Documents.class).orElseThrow();
        Work.load(Messages.Case_load, progress -> cases.files(its.document())).on(grid.control()).with(notices())
            .quietly().done(dialogs.only(files -> {
                if (files.isEmpty()) {
                    notices().failed(NLS.bind(Messages.Case_noLetter, its.number()));
                } else {
                    chosen(files).ifPresent(file -> FileOpener.open(grid.control(), notices(), file.name(),
                        () -> Outcome.done(documents.content(file.attachment()).orElseThrow())));
                }
            })).start();
    }

    private Optional<CaseFile> chosen(List<CaseFile> files) {
        if (files.size() == 1) {
            return Optional.of(files.getFirst());
        }
        ElementListSelectionDialog dialog = new ElementListSelectionDialog(getSite().getShell(),
            LabelProvider.createTextProvider(one -> ((CaseFile) one).name()));
        dialog.setTitle(Messages.Case_letters);
        dialog.setMessage(Messages.Case_whichLetter);
        dialog.setHelpAvailable(false);
        dialog.setElements(files.toArray());
        return dialog.open() == Window.OK ? Optional.of((CaseFile) dialog.getFirstResult()) : Optional.empty();
    }

    private void finish(CaseStage stage) {
        chosen().ifPresent(its -> Work
            .load(Messages.Case_load, progress -> stage.stage().performer() == Performer.CLIENT
                ? FormFields.of(its, stage) : List.<String>of())
            .on(grid.control()).with(notices()).quietly()
            .done(dialogs.only(
                wanted -> new StageDialog(getSite().getShell(), cases(), its, stage, wanted, notices()).open()))
            .start());
    }

    private void run() {
        chosen().ifPresent(its -> {
            Cases cases = cases();
            Work.request(Messages.Task_running, progress -> cases.run(its.document())).on(grid.control())
                .with(notices()).done(now -> notices().done(StageDialog.told(now))).start();
        });
    }

    /** A second click while the first one is not answered yet asks for nothing more. */
    private void deliver(ServiceCase its) {
        if (delivering) {
            return;
        }
        delivering = true;
        Cases cases = cases();
        Instant now = Instant.now();
        String key = UUID.randomUUID().toString();
        Work.request(Messages.Case_delivering, progress -> cases.deliver(key, its.document(), now)).on(grid.control())
            .with(notices()).done(done -> notices().done(NLS.bind(Messages.Case_isDelivered, done.number())))
            .always(() -> delivering = false).start();
    }

    @Override
    protected void refresh() {
        Cases cases = cases();
        boolean only = openOnly.getSelection();
        Work.load(Messages.Case_load, progress -> cases.list(Optional.empty(), only, MOST)).on(grid.control())
            .with(notices()).quietly().done(latest.only(this::show)).start();
    }

    private void show(List<ServiceCase> rows) {
        grid.setRows(rows);
        wanted.ifPresent(its -> grid.select(Set.of(its)));
        wanted = Optional.empty();
        setContentDescription(!rows.isEmpty() ? "" //$NON-NLS-1$
            : openOnly.getSelection() ? Messages.Case_noneOpen : Messages.Case_none);
        actions.update();
        stages();
    }

    @Override
    protected void closed() {
        latest.forget();
        grid.setRows(List.of());
        stages();
        setContentDescription(""); //$NON-NLS-1$
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

}
