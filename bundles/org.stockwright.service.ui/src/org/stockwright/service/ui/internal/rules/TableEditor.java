package org.stockwright.service.ui.internal.rules;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.catalog.Items;
import org.stockwright.service.DecisionTable;
import org.stockwright.service.DecisionTable.HitPolicy;
import org.stockwright.service.DecisionTables;
import org.stockwright.service.Decisions;
import org.stockwright.service.Decisions.Decision;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.service.ui.internal.TryPane;
import org.stockwright.service.ui.internal.VersionEditor;
import org.stockwright.service.ui.internal.rules.TableDoc.Content;
import org.stockwright.service.ui.internal.rules.TableDoc.Head;
import org.stockwright.service.ui.internal.rules.TableDoc.Part;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.KeyInput;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;
import org.stockwright.ui.master.MasterTable;

/**
 * A version of a decision table: its rules as a grid, its columns and its samples, what is wrong with them as they are typed,
 * and a case to try.
 */
public final class TableEditor extends VersionEditor<DecisionTables, DecisionTable> {

    /** The editor's id. */
    public static final String ID = "org.stockwright.service.ui.decisionTable"; //$NON-NLS-1$

    private static final int AFTER_MILLIS = 500;

    private static final Kind<DecisionTables, DecisionTable> KIND = new Kind<>(DecisionTables.class,
        DecisionTable::code, DecisionTable::version, DecisionTable::state, DecisionTables::approve,
        DecisionTables::discard, DecisionTables::retire);

    private Composite content;
    private Text code;
    private Text name;
    private Combo policy;
    private Text from;
    private Text until;
    private CTabFolder tabs;
    private FindingsPane findings;
    private TryPane trial;
    private final Map<Part, CTabItem> items = new EnumMap<>(Part.class);
    private final Map<Part, PartSheet> sheets = new EnumMap<>(Part.class);
    private final Map<Part, MasterTable> parts = new EnumMap<>(Part.class);
    private Optional<TableDoc> doc = Optional.empty();
    private Map<Long, String> names = Map.of();
    private List<TableRows.Col> cols = List.of();
    private int seen;
    private boolean busy;

    /** Made by the workbench. */
    public TableEditor() {
        super(KIND);
    }

    /** Opens a version, a copy of one, or a new table: see {@link TableDoc}. */
    static void open(IWorkbenchPage page, String key, String title) {
        open(page, new KeyInput("decision-table", key, title), ID); //$NON-NLS-1$
    }

    @Override
    protected Optional<DecisionTable> version() {
        return doc.flatMap(TableDoc::version);
    }

    @Override
    protected List<Class<?>> needs() {
        return List.of(DecisionTables.class, Decisions.class, Items.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.SETTINGS, Topic.ACCESS);
    }

    @Override
    protected void createContent(Composite parent) {
        content = page(parent, ID);
        Composite head = new Composite(content, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(10).spacing(8, 4).applyTo(head);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        code = field(head, Messages.Template_code, 120, false, this::typed);
        name = field(head, Messages.Template_name, 240, true, this::typed);
        new Label(head, SWT.NONE).setText(Messages.Rules_policy);
        policy = new Combo(head, SWT.READ_ONLY);
        policy.setItems(Messages.Rules_unique, Messages.Rules_first, Messages.Rules_priority, Messages.Rules_collect,
            Messages.Rules_sum, Messages.Rules_min, Messages.Rules_max, Messages.Rules_count);
        policy.addListener(SWT.Selection, event -> typed());
        from = field(head, Messages.Template_from, 90, false, this::typed);
        until = field(head, Messages.Template_until, 90, false, this::typed);
        until.setMessage(Messages.Template_untilHint);
        SashForm sash = new SashForm(content, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        tabs = new CTabFolder(sash, SWT.BOTTOM | SWT.FLAT);
        for (Part part : Part.values()) {
            CTabItem item = new CTabItem(tabs, SWT.NONE);
            item.setText(title(part));
            items.put(part, item);
        }
        tabs.setSelection(0);
        SashForm beside = new SashForm(sash, SWT.VERTICAL);
        findings = new FindingsPane(beside);
        trial = new TryPane(beside, Messages.Rules_tryHint, 2, this::decide);
        beside.setWeights(50, 50);
        sash.setWeights(62, 38);
        Allowed.follow(content, this::enable);
    }

    private static String title(Part part) {
        return switch (part) {
            case RULES -> Messages.Rules_rules;
            case COLUMNS -> Messages.Rules_columns;
            case SAMPLES -> Messages.Rules_samples;
        };
    }

    @Override
    protected void opened() {
        if (doc.isEmpty()) {
            doc = Optional.of(new TableDoc(input().key(), versions(),
                service(Items.class).orElseThrow()));
        }
    }

    @Override
    protected void closed() {
        for (CTabItem item : items.values()) {
            if (item.getControl() != null) {
                item.getControl().dispose();
            }
        }
        sheets.clear();
        parts.clear();
        doc = Optional.empty();
        seen = 0;
        forget();
        setDirty(false);
    }

    @Override
    protected void refresh() {
        if (seen > 0 && isDirty()) {
            return;
        }
        doc.ifPresent(its -> Work.load(Messages.Rules_load, progress -> its.load()).on(content).with(notices())
            .quietly().done(read -> read(its, read)).start());
    }

    /** Shows what was read, unless something was typed or saved meanwhile. */
    private void read(TableDoc its, TableDoc.Read read) {
        if (doc.filter(now -> now == its).isEmpty() || seen > 0 && isDirty() || !its.take(read)) {
            return;
        }
        if (read.isGone()) {
            gone();
        } else {
            touched();
        }
    }

    /** Something was typed into a table, or is stored: the rest follows. */
    private void touched() {
        if (busy || doc.isEmpty()) {
            return;
        }
        busy = true;
        try {
            TableDoc its = doc.get();
            if (its.generation() != seen) {
                seen = its.generation();
                begin(its);
            } else {
                follow(its);
            }
            its.version().ifPresent(version -> name(its.key(), version));
            setDirty(parts.values().stream().anyMatch(MasterTable::isDirty));
            enable();
            checkSoon();
        } finally {
            busy = false;
        }
    }

    /** Shows what is stored. */
    private void begin(TableDoc its) {
        Head head = its.stored().head();
        set(code, head.code());
        set(name, head.name());
        policy.select(head.policy().ordinal());
        set(from, head.from());
        set(until, head.until());
        its.type(its.stored());
        boolean same = cols.equals(its.stored().cols());
        for (Part part : Part.values()) {
            if (!parts.containsKey(part) || !same && part != Part.COLUMNS) {
                make(its, part);
            }
            parts.get(part).begin(sheets.get(part).begin(its.stored().of(part)));
        }
        cols = its.stored().cols();
        names = TableRows.names(parts.get(Part.COLUMNS).rows());
        trial.ask(inputs());
    }

    private void make(TableDoc its, Part part) {
        CTabItem item = items.get(part);
        Control before = item.getControl();
        PartSheet sheet = switch (part) {
            case RULES -> new PartSheet(its, part, Messages.Rules_rulesAbout,
                Messages.Rules_noRules);
            case COLUMNS -> new PartSheet(its, part, Messages.Rules_columnsAbout,
                Messages.Rules_noColumns);
            case SAMPLES -> new PartSheet(its, part, Messages.Rules_samplesAbout,
                Messages.Rules_noSamples);
        };
        Composite holder = new Composite(tabs, SWT.NONE);
        holder.setLayout(new FillLayout());
        sheets.put(part, sheet);
        parts.put(part, new MasterTable(holder, sheet, getSite(), notices(), this::touched));
        item.setControl(holder);
        if (before != null) {
            before.dispose();
        }
    }

    /** Takes what is typed; other columns make other grids, whose cells follow columns with other names. */
    private void follow(TableDoc its) {
        Content now = its.typed();
        for (Part part : Part.values()) {
            now = now.with(part, parts.get(part).rows());
        }
        if (!now.equals(its.typed())) {
            trial.forget();
        }
        if (!now.cols().equals(cols)) {
            Map<Long, String> after = TableRows.names(now.of(Part.COLUMNS));
            Map<String, String> renamed = new HashMap<>();
            names.forEach((id, old) -> {
                String fresh = after.get(id);
                if (fresh != null && !fresh.equals(old) && !fresh.isEmpty() && !old.isEmpty()) {
                    renamed.put(old, fresh);
                }
            });
            for (Part part : List.of(Part.RULES, Part.SAMPLES)) {
                now = now.with(part, TableRows.renamed(now.of(part), renamed));
            }
            its.type(now);
            cols = now.cols();
            names = after;
            for (Part part : List.of(Part.RULES, Part.SAMPLES)) {
                make(its, part);
                parts.get(part).begin(sheets.get(part).begin(now.of(part)));
            }
            trial.ask(inputs());
        }
        its.type(now);
    }

    private void typed() {
        if (!busy && seen > 0) {
            trial.forget();
            doc.ifPresent(its -> its.type(new Content(new Head(code.getText(), name.getText(),
                HitPolicy.values()[Math.max(0, policy.getSelectionIndex())], from.getText(), until.getText()),
                its.typed().rows())));
            touched();
        }
    }

    private void enable() {
        Optional<DecisionTable> version = doc.flatMap(TableDoc::version);
        showBar();
        boolean may = doc.map(TableDoc::whyFixed).orElse("").isEmpty() && Allowed.may(ServicePermission.TEMPLATES); //$NON-NLS-1$
        code.setEditable(may && version.isEmpty());
        for (Text text : List.of(name, from, until)) {
            text.setEditable(may);
        }
        policy.setEnabled(may);
    }

    private void checkSoon() {
        soon(AFTER_MILLIS, this::check);
    }

    private void check(int mine) {
        DecisionTables tables = versions();
        doc.ifPresent(its -> {
            Content now = its.typed();
            Work.request(Messages.Rules_checking, progress -> its.table(now).then(tables::check)).on(content)
                .with(notices()).quietly().done(found -> {
                    if (isNewest(mine)) {
                        findings.show(found);
                    }
                }).refused(refusals -> {
                    if (isNewest(mine)) {
                        findings.failed(refusals);
                    }
                }).start();
        });
    }

    private List<String> inputs() {
        return cols.stream().filter(TableRows.Col::isInput).map(TableRows.Col::name).toList();
    }

    private void decide(Map<String, String> inputs, Consumer<String> answer) {
        Decisions decisions = service(Decisions.class).orElseThrow();
        doc.ifPresent(its -> {
            Content now = its.typed();
            Work.request(Messages.Rules_trying,
                progress -> its.table(now).then(table -> decisions.tryOut(table, inputs))).on(content).with(notices())
                .quietly().done(decision -> answer.accept(told(decision)))
                .refused(refusals -> answer.accept(Notices.text(refusals))).start();
        });
    }

    private static String told(Decision decision) {
        return decision.sentence() + '\n' + String.join("\n", decision.reasons()); //$NON-NLS-1$
    }

    @Override
    protected void copy(DecisionTable version) {
        open(getSite().getPage(), TableDoc.COPY + TableDoc.key(version),
            NLS.bind(Messages.Version_copyOf, version.code()));
    }

    @Override
    protected Optional<MasterTable> saver() {
        return Optional.ofNullable(parts.get(Part.RULES));
    }

    @Override
    protected void focusContent() {
        if (doc.flatMap(TableDoc::version).isEmpty() && code.getText().isEmpty()) {
            code.setFocus();
            return;
        }
        for (Part part : Part.values()) {
            if (tabs.getSelection() == items.get(part) && parts.containsKey(part)) {
                parts.get(part).setFocus();
            }
        }
    }

}
