package org.stockwright.service.ui.internal.scores;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.service.ClientProfiles;
import org.stockwright.service.ScoreModel;
import org.stockwright.service.Scores;
import org.stockwright.service.Scores.Recomputed;
import org.stockwright.service.Scores.Supply;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.Template.State;
import org.stockwright.service.ui.internal.GridActions;
import org.stockwright.service.ui.internal.Latest;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.service.ui.internal.Panes;
import org.stockwright.service.ui.internal.VersionBar;
import org.stockwright.service.ui.internal.scores.ScoreTrial.ScoreDesk;
import org.stockwright.ui.Notices;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.Mark;

/** How fresh the scores of clients are, with what computes them anew; below, the versions of their formulas. */
public final class ScoresView extends StockwrightView {

    /** The view's id. */
    public static final String ID = "org.stockwright.service.ui.scores"; //$NON-NLS-1$

    private final Latest latest = new Latest();
    /** A second click while a dialog is not open yet opens no second one. */
    private final Latest dialogs = new Latest();
    private GridActions<Supply> actions;
    private GridActions<ScoreModel> modelActions;
    private Grid<Supply> supply;
    private Grid<ScoreModel> models;

    /** What is read at once. */
    private record Read(List<Supply> supply, List<ScoreModel> models) {
    }

    @Override
    protected List<Class<?>> needs() {
        return List.of(Scores.class, ClientProfiles.class, EntryMasters.class, Partners.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.SETTINGS, Topic.STOCK, Topic.PARTNERS, Topic.ACCESS);
    }

    @Override
    protected void createContent(Composite parent) {
        SashForm sash = new SashForm(parent, SWT.VERTICAL);
        Composite upper = Panes.part(sash);
        actions = new GridActions<>(upper);
        supply = new Grid<>(Panes.rows(upper), "service.scores", ScoreColumns.supply(), Supply::model); //$NON-NLS-1$
        supply.mark(row -> row.fresh() < row.clients() ? Mark.WARNING : Mark.NONE);
        actions.on(supply, chosen -> {
            // the buttons follow by themselves
        });
        supply.onOpen(actions.act(Messages.Score_recompute, ServicePermission.PREPARE, row -> row.clients() > 0,
            row -> recompute(row, false)));
        actions.act(Messages.Score_recomputeAll, ServicePermission.PREPARE, row -> row.clients() > 0,
            row -> recompute(row, true));
        actions.act(Messages.Score_writeOff, ServicePermission.PREPARE,
            row -> row.onHand().filter(units -> units.signum() > 0).isPresent(), this::writeOff);
        Composite lower = Panes.part(sash);
        modelActions = new GridActions<>(lower);
        modelActions.add(Messages.Model_new, ServicePermission.TEMPLATES, () -> edit(Optional.empty(), 0));
        models = new Grid<>(Panes.rows(lower), "service.scoreModels", ScoreColumns.models(), //$NON-NLS-1$
            row -> List.of(row.code(), row.version()));
        models.mark(row -> row.state() == State.RETIRED ? Mark.DIMMED : Mark.NONE);
        modelActions.on(models, chosen -> {
            // the buttons follow by themselves
        });
        models.onOpen(modelActions.act(Messages.Model_change, ServicePermission.TEMPLATES, ScoresView::isDraft,
            row -> edit(Optional.of(row), row.version())));
        modelActions.act(Messages.Version_approve, ServicePermission.APPROVE, ScoresView::isDraft,
            row -> step(Messages.Version_approving, Messages.Version_approved, row,
                (scores, model) -> scores.approve(model.code(), model.version())));
        modelActions.act(Messages.Version_copy, ServicePermission.TEMPLATES, row -> !isDraft(row),
            row -> edit(Optional.of(row), 0));
        modelActions.act(Messages.Version_retire, ServicePermission.APPROVE, row -> row.state() == State.APPROVED,
            this::retire);
        modelActions.act(Messages.Version_discard, ServicePermission.TEMPLATES, ScoresView::isDraft, this::discard);
        sash.setWeights(50, 50);
        supply.provideSelection(getSite());
        supply.fillToolBar(getViewSite().getActionBars().getToolBarManager());
    }

    private static boolean isDraft(ScoreModel row) {
        return row.state() == State.DRAFT;
    }

    private Scores scores() {
        return service(Scores.class).orElseThrow();
    }

    private void recompute(Supply row, boolean all) {
        Scores scores = scores();
        Work.request(NLS.bind(Messages.Score_recomputing, row.model()),
            progress -> scores.recompute(row.model(), all, progress)).on(supply.control()).with(notices())
            .done(done -> told(row, done)).always(this::refresh).start();
    }

    /** Says what was computed, and whose score could not be. */
    private void told(Supply row, Recomputed done) {
        String words = NLS.bind(Messages.Score_recomputed, new Object[] { row.model(), String.valueOf(done.computed()),
            String.valueOf(done.kept()), String.valueOf(done.writtenOff()) });
        if (done.refused() > 0) {
            notices().failed(words + ' ' + NLS.bind(Messages.Score_refused, String.valueOf(done.refused()),
                Notices.text(List.of(done.refusals().getFirst()))));
        } else {
            notices().done(words);
        }
    }

    private void writeOff(Supply row) {
        Scores scores = scores();
        Work.request(Messages.Score_writingOff, progress -> scores.writeOff(row.model(), progress))
            .on(supply.control()).with(notices())
            .done(done -> notices()
                .done(NLS.bind(Messages.Score_writtenOff, String.valueOf(done.writtenOff()), row.model())))
            .start();
    }

    /** Changes a draft, or begins another version with one; without any, a new score. */
    private void edit(Optional<ScoreModel> like, int version) {
        Scores scores = scores();
        EntryMasters masters = service(EntryMasters.class).orElseThrow();
        ClientProfiles profiles = service(ClientProfiles.class).orElseThrow();
        Partners partners = service(Partners.class).orElseThrow();
        record Begun(ModelTexts texts, List<String> fields) {
        }
        Work.load(Messages.Score_load, progress -> {
            ModelTexts texts = like.map(one -> ModelTexts.of(one, masters))
                .orElseGet(() -> ModelTexts.blank(masters.today()));
            return new Begun(like.isPresent() && version == 0 ? texts.from(masters.today()) : texts,
                profiles.fields().stream().map(ClientProfiles.Field::name).toList());
        }).on(supply.control()).with(notices()).quietly()
            .done(dialogs.only(begun -> new ModelDialog(getSite().getShell(),
                new ScoreDesk(scores, profiles, partners, masters, begun.fields(), notices()), begun.texts(), version)
                .open()))
            .start();
    }

    private void retire(ScoreModel row) {
        VersionBar.askDay(getSite().getShell())
            .ifPresent(last -> step(Messages.Version_retiring, Messages.Version_retired, row,
                (scores, model) -> scores.retire(model.code(), model.version(), last)));
    }

    private void discard(ScoreModel row) {
        if (VersionBar.askDiscard(getSite().getShell(), row.code(), row.version())) {
            step(Messages.Version_discardTitle, Messages.Version_discarded, row,
                (scores, model) -> scores.discard(model.code(), model.version()));
        }
    }

    private void step(String job, String sentence, ScoreModel row,
        BiFunction<Scores, ScoreModel, Outcome<ScoreModel>> its) {
        Scores scores = scores();
        Work.request(job, progress -> its.apply(scores, row)).on(supply.control()).with(notices())
            .done(done -> notices().done(NLS.bind(sentence, done.code(), String.valueOf(done.version())))).start();
    }

    @Override
    protected void refresh() {
        service(Scores.class).ifPresent(scores -> Work
            .load(Messages.Score_load, progress -> new Read(scores.supply(), scores.models())).on(supply.control())
            .with(notices()).quietly().done(latest.only(this::show)).start());
    }

    private void show(Read read) {
        supply.setRows(read.supply());
        models.setRows(read.models());
        setContentDescription(read.models().isEmpty() ? Messages.Score_none
            : read.supply().stream().map(one -> NLS.bind(Messages.Score_fresh,
                new Object[] { one.model(), String.valueOf(one.fresh()), String.valueOf(one.clients()) }))
                .collect(Collectors.joining(" "))); //$NON-NLS-1$
        actions.update();
        modelActions.update();
    }

    @Override
    protected void closed() {
        latest.forget();
        show(new Read(List.of(), List.of()));
        setContentDescription(""); //$NON-NLS-1$
    }

    @Override
    protected void focusContent() {
        supply.setFocus();
    }

}
