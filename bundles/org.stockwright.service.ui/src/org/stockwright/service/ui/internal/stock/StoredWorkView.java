package org.stockwright.service.ui.internal.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.documents.ui.DocumentPages;
import org.stockwright.documents.ui.Figures;
import org.stockwright.documents.ui.Reason;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.service.Batch;
import org.stockwright.service.Preparations;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.StoredWork;
import org.stockwright.service.StoredWork.Basis;
import org.stockwright.service.StoredWork.Freshness;
import org.stockwright.service.StoredWork.Level;
import org.stockwright.service.StoredWork.Lot;
import org.stockwright.service.StoredWork.Proposal;
import org.stockwright.service.ui.internal.GridActions;
import org.stockwright.service.ui.internal.Latest;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.service.ui.internal.Panes;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Column;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.Mark;

/** The stock of stored work: per template with how fresh it is, its batches, and the orders that prepare more. */
public final class StoredWorkView extends StockwrightView {

    /** The view's id. */
    public static final String ID = "org.stockwright.service.ui.storedWork"; //$NON-NLS-1$

    private static final int MOST = 500;
    private static final int DAYS = 56;

    private GridActions<Level> actions;
    private GridActions<Batch> orders;
    private Grid<Level> levels;
    private Grid<Lot> lots;
    private Grid<Batch> batches;
    private GridActions<Proposal> proposalActions;
    private Grid<Proposal> proposals;
    private CTabItem proposalTab;
    private final Latest latest = new Latest();
    /** A second click while a dialog is not open yet opens no second one. */
    private final Latest dialogs = new Latest();
    private FreshnessChart chart;

    /** What is read at once. */
    private record Read(List<Level> levels, List<Lot> lots, List<Batch> batches, List<Proposal> proposals) {
    }

    @Override
    protected List<Class<?>> needs() {
        return List.of(StoredWork.class, Preparations.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.STOCK, Topic.DOCUMENTS, Topic.SETTINGS, Topic.ACCESS);
    }

    @Override
    protected void createContent(Composite parent) {
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
        Composite left = Panes.part(sash);
        actions = new GridActions<>(left);
        actions.add(Messages.Stored_prepare, ServicePermission.PREPARE, () -> prepare(Optional.empty()));
        levels = new Grid<>(Panes.rows(left), "service.levels", levels(), Level::template); //$NON-NLS-1$
        levels.mark(row -> row.expired().signum() > 0 ? Mark.BAD
            : row.position().compareTo(row.minimum()) < 0 ? Mark.WARNING : Mark.NONE);
        actions.on(levels, chosen -> {
            // the buttons follow by themselves
        });
        levels.onOpen(actions.act(Messages.Stored_fill, ServicePermission.PREPARE, row -> true,
            row -> prepare(Optional.of(row))));
        actions.act(Messages.Stored_writeOff, ServicePermission.PREPARE, row -> row.expired().signum() > 0,
            this::writeOff);
        CTabFolder tabs = new CTabFolder(sash, SWT.BOTTOM | SWT.FLAT);
        chart = new FreshnessChart(tabs);
        Composite first = new Composite(tabs, SWT.NONE);
        first.setLayout(new FillLayout());
        lots = new Grid<>(first, "service.lots", lots(), row -> List.of(row.lot(), row.place())); //$NON-NLS-1$
        lots.mark(row -> switch (row.freshness()) {
            case FRESH -> Mark.NONE;
            case EXPIRING -> Mark.WARNING;
            case EXPIRED -> Mark.BAD;
        });
        lots.onOpen(row -> DocumentPages.open(getSite().getPage(), row.batch(), row.number()));
        Composite second = Panes.part(tabs);
        orders = new GridActions<>(second);
        batches = new Grid<>(Panes.rows(second), "service.batches", batches(), Batch::document); //$NON-NLS-1$
        batches.mark(row -> isOpen(row) ? Mark.NONE : Mark.DIMMED);
        batches.onOpen(row -> DocumentPages.open(getSite().getPage(), row.document(), row.number()));
        orders.on(batches, chosen -> {
            // the buttons follow by themselves
        });
        orders.act(Messages.Batch_begin, ServicePermission.PREPARE, StoredWorkView::isOpen, this::begin);
        orders.act(Messages.Batch_finish, ServicePermission.PREPARE, row -> row.state() == Batch.State.IN_WORK,
            row -> new FinishDialog(getSite().getShell(), preparations(), row, notices()).open());
        orders.act(Messages.Batch_cancel, ServicePermission.PREPARE, StoredWorkView::isOpen, this::cancel);
        Composite third = Panes.part(tabs);
        proposalActions = new GridActions<>(third);
        proposals = new Grid<>(Panes.rows(third), "service.proposals", ProposalColumns.all(), //$NON-NLS-1$
            row -> List.of(row.template(), row.basis()));
        proposals.mark(row -> Mark.WARNING);
        proposalActions.on(proposals, chosen -> {
            // the buttons follow by themselves
        });
        proposals.onOpen(proposalActions.act(Messages.Proposal_prepare, ServicePermission.PREPARE, row -> true,
            row -> new PrepareDialog(getSite().getShell(), preparations(), notices(), Optional.of(row.template()),
                Math.min(row.units(), Preparations.MOST_UNITS)).open()));
        Panes.tab(tabs, Messages.Stored_freshness, chart.control());
        Panes.tab(tabs, Messages.Stored_lots, first);
        Panes.tab(tabs, Messages.Stored_orders, second);
        proposalTab = Panes.tab(tabs, Messages.Proposal_title, third);
        tabs.setSelection(0);
        sash.setWeights(50, 50);
        levels.provideSelection(getSite());
        levels.fillToolBar(getViewSite().getActionBars().getToolBarManager());
    }

    private static boolean isOpen(Batch row) {
        return row.state() == Batch.State.PLANNED || row.state() == Batch.State.IN_WORK;
    }

    @SuppressWarnings("nls")
    private static List<Column<Level>> levels() {
        return List.of(Column.<Level>text("template", Messages.Case_service, Level::template).width(15),
            Column.<Level>text("name", Messages.Templates_name, Level::name).width(26),
            Column.<Level>number("fresh", Messages.Fresh_fresh, row -> Figures.plain(row.fresh())).width(8),
            Column.<Level>number("expiring", Messages.Fresh_expiring, row -> Figures.plain(row.expiring())).width(10),
            Column.<Level>number("expired", Messages.Fresh_expired, row -> Figures.plain(row.expired())).width(9),
            Column.<Level>number("reserved", Messages.Stored_reserved, row -> Figures.plain(row.reserved())).width(9),
            Column.<Level>number("inWork", Messages.Stored_inWork, row -> Figures.plain(row.inWork())).width(8),
            Column.<Level>number("position", Messages.Stored_position, row -> Figures.plain(row.position())).width(9),
            Column.<Level>number("minimum", Messages.Stored_minimum, row -> Figures.plain(row.minimum())).width(9),
            Column.<Level>number("target", Messages.Stored_target, row -> Figures.plain(row.target())).width(8));
    }

    @SuppressWarnings("nls")
    private static List<Column<Lot>> lots() {
        return List.of(Column.<Lot>text("lot", Messages.Stored_lot, Lot::lot).width(14),
            Column.<Lot>text("item", Messages.Stored_item, Lot::item).width(16),
            Column.<Lot>quantity("onHand", Messages.Stored_onHand, Lot::onHand).width(12),
            Column.<Lot>quantity("reserved", Messages.Stored_reserved, Lot::reserved).width(12),
            Column.<Lot>text("freshness", Messages.Stored_freshness, row -> freshness(row.freshness())).width(11),
            Column.<Lot>text("expires", Messages.Stored_expires,
                row -> row.expires().map(String::valueOf).orElse(Messages.Effect_noEnd)).width(11),
            Column.<Lot>number("daysLeft", Messages.Stored_daysLeft, StoredWorkView::daysLeft).width(10),
            Column.<Lot>text("stage", Messages.Stored_stage, Lot::stage).width(24),
            Column.<Lot>text("place", Messages.Stored_place, Lot::place).width(13),
            Column.<Lot>text("template", Messages.Case_service, Lot::template).width(15),
            Column.<Lot>number("version", Messages.Templates_version, row -> BigDecimal.valueOf(row.version()))
                .width(8),
            Column.<Lot>number("unitCost", Messages.Stored_unitCost, row -> row.unitCost().orElse(null)).width(10),
            Column.<Lot>text("batch", Messages.Stored_batch, Lot::number).width(12));
    }

    @SuppressWarnings("nls")
    private static List<Column<Batch>> batches() {
        return List.of(Column.<Batch>text("number", Messages.Stored_batch, Batch::number).width(12),
            Column.<Batch>text("state", Messages.Case_state, row -> state(row.state())).width(10),
            Column.<Batch>text("template", Messages.Case_service, Batch::template).width(16),
            Column.<Batch>number("units", Messages.Batch_units, row -> BigDecimal.valueOf(row.units())).width(8),
            Column.<Batch>number("made", Messages.Batch_made, row -> BigDecimal.valueOf(row.made())).width(8),
            Column.<Batch>text("lot", Messages.Stored_lot, Batch::lot).width(14),
            Column.<Batch, Instant>of("planned", Messages.Batch_planned, row -> row.planned().orElse(null),
                Zones::minutes).width(20),
            Column.<Batch, Instant>of("done", Messages.Task_done, row -> row.done().orElse(null), Zones::minutes)
                .width(20),
            Column.<Batch>text("expires", Messages.Stored_expires, row -> row.expires().map(String::valueOf).orElse(""))
                .width(11));
    }

    /** On how many more days it can be used, today among them; none when it does not age. */
    private static BigDecimal daysLeft(Lot row) {
        return row.expires().map(last -> BigDecimal
            .valueOf(Math.max(0, ChronoUnit.DAYS.between(LocalDate.now(Zones.current()), last) + 1))).orElse(null);
    }

    private static String freshness(Freshness freshness) {
        return switch (freshness) {
            case FRESH -> Messages.Fresh_fresh;
            case EXPIRING -> Messages.Fresh_expiring;
            case EXPIRED -> Messages.Fresh_expired;
        };
    }

    private static String state(Batch.State state) {
        return switch (state) {
            case PLANNED -> Messages.Batch_isPlanned;
            case IN_WORK -> Messages.Case_inWork;
            case DONE -> Messages.Batch_isDone;
            case CANCELLED -> Messages.Case_cancelled;
        };
    }

    private Preparations preparations() {
        return service(Preparations.class).orElseThrow();
    }

    /** Asks for a batch; for a template with the number of units that is proposed. */
    private void prepare(Optional<Level> level) {
        StoredWork stored = service(StoredWork.class).orElseThrow();
        Work.load(Messages.Stored_load, progress -> level.map(one -> proposed(stored, one)).orElse(Integer.valueOf(0)))
            .on(levels.control()).with(notices()).quietly()
            .done(dialogs.only(units -> new PrepareDialog(getSite().getShell(), preparations(), notices(),
                level.map(Level::template), units.intValue()).open()))
            .start();
    }

    private static Integer proposed(StoredWork stored, Level level) {
        Outcome<List<Proposal>> proposals = stored.proposals(Basis.TEMPLATE, DAYS);
        return Integer.valueOf(!proposals.isDone() ? 0 : proposals.value().stream()
            .filter(one -> one.template().equals(level.template())).mapToInt(Proposal::units).findFirst().orElse(0));
    }

    private void writeOff(Level level) {
        StoredWork stored = service(StoredWork.class).orElseThrow();
        Reason.ask(getSite().getShell(), Messages.Stored_writeOffTitle,
            NLS.bind(Messages.Stored_writeOffQuestion, level.template())).ifPresent(why -> {
                String key = UUID.randomUUID().toString();
                Instant now = Instant.now();
                Work.request(Messages.Stored_writeOffTitle,
                    progress -> stored.writeOff(key, Optional.of(level.template()), why, now)).on(levels.control())
                    .with(notices()).done(gone -> notices()
                        .done(NLS.bind(Messages.Stored_writtenOff, String.valueOf(gone.size()), level.template())))
                    .start();
            });
    }

    private void begin(Batch batch) {
        Preparations preparations = preparations();
        Work.request(Messages.Batch_beginning, progress -> preparations.begin(batch.document(), progress))
            .on(levels.control()).with(notices())
            .done(now -> notices().done(NLS.bind(Messages.Prepare_isBegun, now.number()))).start();
    }

    private void cancel(Batch batch) {
        Preparations preparations = preparations();
        Reason.ask(getSite().getShell(), Messages.Batch_cancelTitle,
            NLS.bind(Messages.Batch_cancelQuestion, batch.number()))
            .ifPresent(why -> Work
                .request(Messages.Batch_cancelTitle, progress -> preparations.cancel(batch.document(), why))
                .on(levels.control()).with(notices())
                .done(now -> notices().done(NLS.bind(Messages.CancelCase_done, now.number()))).start());
    }

    @Override
    protected void refresh() {
        StoredWork stored = service(StoredWork.class).orElseThrow();
        Preparations preparations = preparations();
        Work.load(Messages.Stored_load,
            progress -> new Read(stored.levels(), stored.lots(Optional.empty()),
                preparations.list(Optional.empty(), false, MOST), proposals(stored)))
            .on(levels.control()).with(notices()).quietly().done(latest.only(this::show)).start();
    }

    /** By minimum and target, and by recorded demand; one that cannot be worked out is left out. */
    private static List<Proposal> proposals(StoredWork stored) {
        List<Proposal> all = new ArrayList<>();
        for (Basis basis : Basis.values()) {
            Outcome<List<Proposal>> its = stored.proposals(basis, DAYS);
            if (its.isDone()) {
                all.addAll(its.value());
            }
        }
        return all;
    }

    private void show(Read read) {
        levels.setRows(read.levels());
        lots.setRows(read.lots());
        batches.setRows(read.batches());
        proposals.setRows(read.proposals());
        proposalTab.setText(read.proposals().isEmpty() ? Messages.Proposal_title
            : Messages.Proposal_title + " (" + read.proposals().size() + ')'); //$NON-NLS-1$
        chart.show(read.levels());
        setContentDescription(read.levels().isEmpty() ? Messages.Stored_none : ""); //$NON-NLS-1$
        actions.update();
        orders.update();
        proposalActions.update();
    }

    @Override
    protected void closed() {
        latest.forget();
        show(new Read(List.of(), List.of(), List.of(), List.of()));
        setContentDescription(""); //$NON-NLS-1$
    }

    @Override
    protected void focusContent() {
        levels.setFocus();
    }

}
