package org.stockwright.service.ui.internal.template;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPage;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.service.BoundaryEffect;
import org.stockwright.service.Demand;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.Template;
import org.stockwright.service.Templates;
import org.stockwright.service.ui.internal.Latest;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.service.ui.internal.VersionEditor;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.KeyInput;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;
import org.stockwright.ui.entry.EntryKeys;
import org.stockwright.ui.master.MasterRow;
import org.stockwright.ui.master.MasterTable;

/**
 * A version of a service template: its head, its process as a diagram whose boundary can be moved while the effect of every
 * position is shown, and its stages in a table.
 */
public final class TemplateEditor extends VersionEditor<Templates, Template> {

    /** The editor's id. */
    public static final String ID = "org.stockwright.service.ui.template"; //$NON-NLS-1$

    private static final int AFTER_MILLIS = 300;

    private static final Kind<Templates, Template> KIND = new Kind<>(Templates.class, Template::code, Template::version,
        Template::state, Templates::approve,
        Templates::discard, Templates::retire);

    private Composite content;
    private TemplateForm form;
    private StageDiagram diagram;
    private EffectPane effects;
    private MeasuredPane measured;
    private CTabFolder tabs;
    private CTabItem headTab;
    private CTabItem processTab;
    private CTabItem stagesTab;
    private Optional<TemplateSheet> sheet = Optional.empty();
    private Optional<MasterTable> table = Optional.empty();
    private TemplateTexts shown;
    private final Latest records = new Latest();
    private final Latest measures = new Latest();
    private Optional<Question> calculated = Optional.empty();

    /** What the effects of positions depend on, beside the demand. */
    private record Question(TemplateTexts head, List<MasterRow> rows) {
    }

    /** Made by the workbench. */
    public TemplateEditor() {
        super(KIND);
    }

    /** Opens a version, a copy of one, or a new template: see {@link TemplateSheet}. */
    static void open(IWorkbenchPage page, String key, String title) {
        open(page, new KeyInput("service-template", key, title), ID); //$NON-NLS-1$
    }

    @Override
    protected Optional<Template> version() {
        return sheet.flatMap(TemplateSheet::version);
    }

    @Override
    protected List<Class<?>> needs() {
        return List.of(Templates.class, EntryMasters.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.SETTINGS, Topic.ACCESS, Topic.DOCUMENTS);
    }

    @Override
    protected void createContent(Composite parent) {
        content = page(parent, ID);
        tabs = new CTabFolder(content, SWT.BOTTOM | SWT.FLAT);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tabs);
        Composite head = new Composite(tabs, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(4, 6).applyTo(head);
        form = new TemplateForm(head, this::typed);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(form.control());
        headTab = new CTabItem(tabs, SWT.NONE);
        headTab.setText(Messages.Template_head);
        headTab.setControl(head);
        Composite process = new Composite(tabs, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(4, 6).spacing(6, 8).applyTo(process);
        diagram = new StageDiagram(process);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(diagram.control());
        diagram.onMove(this::move);
        diagram.onStop(this::stopped);
        effects = new EffectPane(process);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(effects.control());
        effects.onMove(this::chosen);
        effects.onDemand(() -> {
            records.forget();
            calculateSoon();
        });
        effects.onRecorded(this::recorded, words -> notices().failed(words));
        processTab = new CTabItem(tabs, SWT.NONE);
        processTab.setText(Messages.Template_process);
        processTab.setControl(process);
        stagesTab = new CTabItem(tabs, SWT.NONE);
        stagesTab.setText(Messages.Template_stages);
        measured = new MeasuredPane(tabs);
        CTabItem third = new CTabItem(tabs, SWT.NONE);
        third.setText(Messages.Measured_title);
        third.setControl(measured.control());
        tabs.setSelection(headTab);
        new EntryKeys(head, this::saveNow, this::undo, this::redo);
        new EntryKeys(process, this::saveNow, this::undo, this::redo);
        Allowed.follow(content, this::enable);
    }

    private EntryMasters masters() {
        return service(EntryMasters.class).orElseThrow();
    }

    @Override
    protected void opened() {
        if (sheet.isEmpty()) {
            String key = input().key();
            Templates templates = versions();
            EntryMasters masters = masters();
            TemplateSheet its = new TemplateSheet(key, templates, masters);
            Composite holder = new Composite(tabs, SWT.NONE);
            holder.setLayout(new FillLayout());
            sheet = Optional.of(its);
            table = Optional.of(new MasterTable(holder, its, getSite(), notices(), this::touched));
            stagesTab.setControl(holder);
        }
    }

    @Override
    protected void closed() {
        if (stagesTab.getControl() != null) {
            stagesTab.getControl().dispose();
        }
        sheet = Optional.empty();
        table = Optional.empty();
        shown = null;
        calculated = Optional.empty();
        records.forget();
        measures.forget();
        forget();
        setDirty(false);
    }

    @Override
    protected void refresh() {
        if (shown != null) {
            table.ifPresent(MasterTable::refresh);
            measure();
        } else {
            // a new one is unsaved from the start, and read once all the same
            sheet.ifPresent(its -> Work.load(Messages.Template_load, progress -> its.read("")).on(content) //$NON-NLS-1$
                .with(notices()).quietly().done(rows -> table.ifPresent(one -> one.begin(rows))).start());
        }
    }

    private void measure() {
        Templates templates = versions();
        LocalDate today = masters().today();
        sheet.flatMap(TemplateSheet::version)
            .ifPresent(version -> Work
                .load(Messages.Measured_load,
                    progress -> templates.responseTimes(today.minusDays(MeasuredPane.DAYS), today).stream()
                        .filter(one -> one.code().equals(version.code())).toList())
                .on(content).with(notices()).quietly().done(measures.only(measured::show)).start());
    }

    /** Something in the table or what it read is another: the rest follows. */
    private void touched() {
        if (table.isEmpty() || sheet.isEmpty()) {
            return;
        }
        TemplateSheet its = sheet.get();
        if (its.isGone()) {
            gone();
            return;
        }
        if (shown == null && !input().key().startsWith(TemplateSheet.NEW)) {
            // what is there already is looked at; a new one is described first
            tabs.setSelection(processTab);
        }
        if (shown == null || !its.stored().equals(shown) && its.head().equals(its.stored())) {
            shown = its.stored();
            its.begin();
            form.show(its.head(), its.version().isEmpty());
            named(its);
            measure();
        }
        setDirty(table.get().isDirty());
        String title = (isDirty() ? "*" : "") + Messages.Template_stages; //$NON-NLS-1$ //$NON-NLS-2$
        if (!stagesTab.getText().equals(title)) {
            stagesTab.setText(title);
        }
        draw();
        enable();
        follow();
    }

    /** Has the effects worked out anew when they may be others. */
    private void follow() {
        sheet.ifPresent(its -> {
            Optional<Question> now = Optional.of(new Question(its.head().at(0), rows()));
            if (!now.equals(calculated)) {
                calculated = now;
                calculateSoon();
            }
        });
    }

    private void named(TemplateSheet its) {
        its.version().ifPresent(version -> name(its.key(), version));
    }

    private void draw() {
        sheet.ifPresent(its -> {
            List<MasterRow> rows = rows();
            diagram.show(rows.stream().map(StageRows::box).toList(), its.head().boundary(),
                its.before(), StageRows.most(rows), whyNot().isPresent());
            content.layout(true, true);
        });
    }

    private List<MasterRow> rows() {
        return table.map(MasterTable::rows).orElse(List.of());
    }

    private Optional<String> whyNot() {
        return sheet.map(TemplateSheet::whyFixed).filter(why -> !why.isEmpty())
            .or(() -> Allowed.whyNot(ServicePermission.TEMPLATES));
    }

    private void enable() {
        showBar();
        form.edit(whyNot());
    }

    private void typed() {
        sheet.ifPresent(its -> {
            TemplateTexts before = its.head();
            TemplateTexts now = form.typed(before.boundary());
            if (its.type(now)) {
                headChanged();
                follow();
            }
        });
    }

    private void headChanged() {
        table.ifPresent(its -> setDirty(its.isDirty()));
        enable();
    }

    /** The user moved the marker. */
    private void move(int position) {
        sheet.ifPresent(its -> {
            notices().clear();
            its.type(its.head().at(position));
            headChanged();
            effects.select(position, its.before());
            diagram.effect(effects.told(position, its.before()));
        });
    }

    /** The user chose a row of the effects. */
    private void chosen(int position) {
        sheet.ifPresent(its -> {
            if (position == its.head().boundary() || rows().isEmpty()) {
                return;
            }
            if (whyNot().isPresent() || position > StageRows.most(rows())) {
                stopped();
                effects.select(its.head().boundary(), its.before());
            } else {
                move(position);
                draw();
            }
        });
    }

    private void stopped() {
        notices().failed(whyNot().orElseGet(() -> NLS.bind(Messages.Diagram_stopped,
            rows().get(Math.min(StageRows.most(rows()), rows().size() - 1)).get("name")))); //$NON-NLS-1$
    }

    private void undo() {
        sheet.ifPresent(its -> back(its.undo()));
    }

    private void redo() {
        sheet.ifPresent(its -> back(its.redo()));
    }

    private void back(TemplateTexts texts) {
        form.show(texts, sheet.flatMap(TemplateSheet::version).isEmpty());
        draw();
        effects.select(texts.boundary(), sheet.map(TemplateSheet::before).orElse(-1));
        headChanged();
        follow();
    }

    private void calculateSoon() {
        soon(AFTER_MILLIS, this::calculate);
    }

    private void calculate(int mine) {
        sheet.ifPresent(its -> {
            List<MasterRow> rows = rows();
            if (rows.isEmpty()) {
                effects.failed(Messages.Effect_noStages);
                return;
            }
            TemplateTexts texts = its.head();
            Templates templates = versions();
            EntryMasters masters = masters();
            Outcome<Demand> demand = effects.demand();
            Work.request(Messages.Effect_load, progress -> demand.then(
                typed -> texts.read(masters, 0, rows).then(template -> templates.boundaries(template, typed))))
                .on(content).with(notices()).quietly().done(found -> {
                    if (isNewest(mine)) {
                        show(found);
                    }
                }).refused(refusals -> {
                    if (isNewest(mine)) {
                        diagram.effect(Optional.empty());
                        effects.failed(Messages.Effect_missing + '\n' + Notices.text(refusals));
                    }
                }).start();
        });
    }

    private void show(List<BoundaryEffect> found) {
        sheet.ifPresent(its -> {
            int stored = its.before();
            effects.show(found, rows().stream().map(StageRows::box).toList(), its.head().boundary(), stored);
            diagram.effect(effects.told(its.head().boundary(), stored));
        });
    }

    /** Takes the demand of so many days from the cases that were opened. */
    private void recorded(int days) {
        sheet.flatMap(TemplateSheet::version).ifPresentOrElse(version -> {
            Templates templates = versions();
            Work.load(Messages.Effect_load, progress -> templates.recorded(version.service(), days)).on(content)
                .with(notices()).quietly().done(records.only(effects::recorded)).start();
        }, () -> notices().failed(Messages.Demand_saveFirst));
    }

    @Override
    protected void copy(Template version) {
        open(getSite().getPage(), TemplateSheet.COPY + TemplateSheet.key(version),
            NLS.bind(Messages.Version_copyOf, version.code()));
    }

    private void saveNow() {
        table.ifPresent(its -> its.save(() -> {
            // nobody waits
        }));
    }

    @Override
    protected Optional<MasterTable> saver() {
        return table;
    }

    @Override
    protected void focusContent() {
        if (tabs.getSelection() == stagesTab) {
            table.ifPresent(MasterTable::setFocus);
        } else if (tabs.getSelection() == processTab) {
            diagram.setFocus();
        } else {
            form.setFocus();
        }
    }

}
