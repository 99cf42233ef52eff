package org.stockwright.service.ui.internal.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.Stage;
import org.stockwright.service.StarterParts;
import org.stockwright.service.Template;
import org.stockwright.service.Template.State;
import org.stockwright.service.Templates;
import org.stockwright.service.ui.internal.GridActions;
import org.stockwright.service.ui.internal.Latest;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.service.ui.internal.Panes;
import org.stockwright.service.ui.internal.VersionBar;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Column;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.Mark;

/** The library of service templates: every version of every template. */
public final class TemplatesView extends StockwrightView {

    /** The view's id. */
    public static final String ID = "org.stockwright.service.ui.templates"; //$NON-NLS-1$

    private final Latest latest = new Latest();
    /** A second click while the dialog is not open yet opens no second one. */
    private final Latest dialogs = new Latest();
    private Grid<Row> grid;

    /** A version with the code of its service. */
    private record Row(Template template, String service) {
    }

    @Override
    protected List<Class<?>> needs() {
        return List.of(Templates.class, StarterParts.class, Items.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.SETTINGS, Topic.ITEMS, Topic.ACCESS);
    }

    @Override
    protected void createContent(Composite parent) {
        Composite body = Panes.part(parent);
        GridActions<Row> actions = new GridActions<>(body);
        actions.add(Messages.Templates_new, ServicePermission.TEMPLATES, this::begin);
        grid = new Grid<>(Panes.rows(body), "service.templates", columns(), row -> TemplateSheet.key(row.template())); //$NON-NLS-1$
        grid.mark(row -> row.template().state() == State.RETIRED ? Mark.DIMMED : Mark.NONE);
        grid.onOpen(row -> open(row.template()));
        actions.on(grid, chosen -> {
            // the buttons follow by themselves
        });
        actions.act(Messages.Version_copy, ServicePermission.TEMPLATES, row -> true,
            row -> TemplateEditor.open(getSite().getPage(), TemplateSheet.COPY + TemplateSheet.key(row.template()),
                NLS.bind(Messages.Version_copyOf, row.template().code())));
        grid.provideSelection(getSite());
        grid.fillToolBar(getViewSite().getActionBars().getToolBarManager());
    }

    private void open(Template template) {
        TemplateEditor.open(getSite().getPage(), TemplateSheet.key(template), template.code());
    }

    /** Begins a template with one that comes with the product, or with nothing. */
    private void begin() {
        service(Templates.class).ifPresent(templates -> service(StarterParts.class).ifPresent(
            parts -> Work.load(Messages.Templates_load, progress -> StarterDialog.Ready.all(templates, parts))
                .on(grid.control()).with(notices()).quietly()
                .done(dialogs.only(ready -> new StarterDialog(getSite().getShell(), ready).choose()
                    .ifPresent(choice -> begin(parts, choice))))
                .start()));
    }

    private void begin(StarterParts parts, StarterDialog.Choice choice) {
        if (!choice.withParts()) {
            edit(choice.id());
            return;
        }
        Work.request(Messages.Starter_job, progress -> parts.draft(choice.id())).on(grid.control()).with(notices())
            .done(made -> {
                edit(choice.id());
                notices().done(NLS.bind(Messages.Starter_drafted, StarterDialog.words(made)));
            }).start();
    }

    private void edit(String starter) {
        TemplateEditor.open(getSite().getPage(), TemplateSheet.NEW + starter, Messages.Template_new);
    }

    @SuppressWarnings("nls")
    private static List<Column<Row>> columns() {
        return List.of(Column.<Row>text("code", Messages.Templates_code, row -> row.template().code()).width(16),
            Column.<Row>number("version", Messages.Templates_version,
                row -> BigDecimal.valueOf(row.template().version())).width(8),
            Column.<Row>text("state", Messages.Templates_state, row -> VersionBar.words(row.template().state()))
                .width(11),
            Column.<Row>text("name", Messages.Templates_name, row -> row.template().name()).width(36),
            Column.<Row>text("service", Messages.Templates_service, Row::service).width(16),
            Column.<Row>text("from", Messages.Templates_from, row -> row.template().from().toString()).width(11),
            Column.<Row>text("until", Messages.Templates_until,
                row -> row.template().until().map(String::valueOf).orElse("")).width(11),
            Column.<Row>number("stages", Messages.Templates_stages,
                row -> BigDecimal.valueOf(row.template().stages().size())).width(8),
            Column.<Row>text("boundary", Messages.Templates_boundary, row -> boundary(row.template())).width(30));
    }

    private static String boundary(Template template) {
        return EffectWords.position(template.boundary(), template.stages().stream().map(Stage::name)
            .map(name -> new StageDiagram.Box(name, "")).toList()); //$NON-NLS-1$
    }

    @Override
    protected void refresh() {
        Templates templates = service(Templates.class).orElseThrow();
        Items items = service(Items.class).orElseThrow();
        Work.load(Messages.Templates_load,
            progress -> templates.list().stream()
                .map(one -> new Row(one, items.get(one.service()).map(Item::code).orElse(""))).toList()) //$NON-NLS-1$
            .on(grid.control()).with(notices()).quietly().done(latest.only(this::show)).start();
    }

    private void show(List<Row> rows) {
        grid.setRows(rows);
        setContentDescription(rows.isEmpty() ? Messages.Templates_none : ""); //$NON-NLS-1$
    }

    @Override
    protected void closed() {
        latest.forget();
        show(List.of());
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

}
