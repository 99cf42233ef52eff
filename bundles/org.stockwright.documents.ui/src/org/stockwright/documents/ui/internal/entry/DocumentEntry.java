package org.stockwright.documents.ui.internal.entry;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Refusal;
import org.stockwright.company.Companies;
import org.stockwright.company.Drafts;
import org.stockwright.company.ui.Autosave;
import org.stockwright.company.ui.KeptDrafts;
import org.stockwright.documents.Documents;
import org.stockwright.documents.ui.entry.EntryFacts;
import org.stockwright.documents.ui.entry.EntryField;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.documents.ui.entry.EntryModel.Posted;
import org.stockwright.documents.ui.entry.EntryPages;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.documents.ui.internal.Messages;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.KeyInput;
import org.stockwright.ui.Notices;
import org.stockwright.ui.StockwrightEditor;
import org.stockwright.ui.Work;
import org.stockwright.ui.entry.EntryKeys;
import org.stockwright.ui.entry.History;
import org.stockwright.ui.scan.ScanFeedback;
import org.stockwright.ui.scan.ScanTarget;

/**
 * Enters a document by keyboard and scanner, for the model that its input names. What is typed is kept as a draft within
 * five seconds; Ctrl+Enter posts. Totals and what else the model looks up come a moment after something was typed.
 */
public final class DocumentEntry extends StockwrightEditor implements ScanTarget {

    /** The editor's id. */
    public static final String ID = "org.stockwright.documents.ui.entry"; //$NON-NLS-1$
    private static final int LOOK_AFTER_MILLIS = 250;
    private static final int HEAD_PAIRS = 4;

    private History<EntryState> history;
    private Autosave autosave;
    private Composite content;
    private Fields head;
    private Fields line;
    private LineTable table;
    private Label typedFacts;
    private Label total;
    private EntryState begun;
    private boolean restored;
    private boolean posting;
    private int editing = -1;
    private int looks;
    private int scans;

    /** The kind of drafts of a model. */
    static String draftKind(String model) {
        return "document." + model; //$NON-NLS-1$
    }

    /** What a draft is about: the first field of its head. */
    static String subject(EntryModel model, EntryState state) {
        return state.head().get(model.head().getFirst().id());
    }

    private Optional<EntryModel> model() {
        return EntryPages.model(input().kind());
    }

    @Override
    protected List<Class<?>> needs() {
        return List.of(Documents.class, Drafts.class, EntryModel.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.ITEMS, Topic.PARTNERS, Topic.STOCK, Topic.DOCUMENTS);
    }

    @Override
    protected void createContent(Composite parent) {
        history = new History<>(new EntryState(input().key(), EntryRow.EMPTY, List.of()));
        content = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(content, ID);
        new EntryKeys(content, this::post, this::undo, this::redo);
        autosave = new Autosave(content, Messages.Entry_keep, this::drafts, this::draft,
            () -> isDirty() && !posting && head != null);
    }

    /** The widgets depend on the model, which is there while a book is open. */
    private void build(EntryModel model) {
        head = new Fields();
        Composite heading = new Composite(content, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2 * HEAD_PAIRS).spacing(8, 4).margins(8, 6).applyTo(heading);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(heading);
        for (EntryField field : model.head()) {
            new Label(heading, SWT.NONE).setText(field.label());
            head.add(heading, field);
        }
        head.onChange(field -> touched());
        head.onFocusOut(field -> takeHead());
        head.onLeft(this::filled);
        line = new Fields();
        Composite row = new Composite(content, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(model.line().size() + 1).spacing(6, 2).margins(8, 4).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        model.line().forEach(field -> new Label(row, SWT.NONE).setText(field.label()));
        new Label(row, SWT.NONE);
        model.line().forEach(field -> line.add(row, field));
        Button add = new Button(row, SWT.PUSH);
        add.setText(Messages.Entry_add);
        add.addListener(SWT.Selection, event -> add(model));
        line.onChange(field -> lookSoon());
        line.onLast(() -> add(model));
        head.onLast(() -> afterHead());
        typedFacts = new Label(content, SWT.NONE);
        GridDataFactory.fillDefaults().indent(8, 0).grab(true, false).applyTo(typedFacts);
        table = new LineTable(content, model.line(), model.facts(), this::editSoon, this::remove);
        Composite foot = new Composite(content, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 4).applyTo(foot);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(foot);
        total = new Label(foot, SWT.RIGHT);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(total);
        Button post = new Button(foot, SWT.PUSH);
        post.setText(Messages.Entry_post);
        post.setToolTipText(Messages.Entry_postTip);
        post.addListener(SWT.Selection, event -> post());
        Allowed.guard(post, model.permission());
        content.layout(true, true);
    }

    /** Behind the head: to the lines that were filled in, or to the fields of the first line. */
    private void afterHead() {
        if (history.current().lines().isEmpty()) {
            line.focusFirst();
        } else {
            table.focus(0);
        }
    }

    @Override
    protected void refresh() {
        Optional<EntryModel> model = model();
        if (model.isEmpty()) {
            return;
        }
        if (head == null) {
            build(model.get());
            show();
            focusContent();
        }
        if (begun != null) {
            take(begun);
        } else if (!restored) {
            drafts().ifPresent(kept -> Work
                .load(Messages.Entry_read, progress -> kept.find(input().key()).map(EntryText::read)).on(content)
                .with(notices()).quietly().done(found -> found.ifPresent(this::take)).start());
        }
        restored = true;
        lookSoon();
    }

    /** Begins with a state, for example the lines of an order. */
    public void begin(EntryState state) {
        begun = state;
        if (head != null) {
            take(state);
        }
    }

    private void take(EntryState state) {
        begun = null;
        restored = true;
        history.reset(state);
        show();
        setDirty(!state.isEmpty());
        autosave.touched();
        if (state.lines().isEmpty()) {
            focusContent();
        } else {
            table.focus(0);
        }
    }

    private void change(EntryState state) {
        if (history.change(state)) {
            show();
            touched();
        }
    }

    private void takeHead() {
        if (head != null) {
            history.change(history.current().withHead(head.values()));
        }
    }

    private void show() {
        if (head == null) {
            return;
        }
        EntryState state = history.current();
        head.show(state.head());
        table.show(state.lines());
        notices().clear();
        lookSoon();
    }

    private void touched() {
        setDirty(true);
        autosave.touched();
        lookSoon();
    }

    private Autosave.Draft draft() {
        takeHead();
        EntryState state = history.current();
        String title = model().map(model -> NLS.bind("{0} {1}", model.title(), subject(model, state))) //$NON-NLS-1$
            .orElse(input().name());
        return new Autosave.Draft(state.key(), title.strip(), EntryText.write(state));
    }

    private Optional<KeptDrafts> drafts() {
        return service(Drafts.class).map(
            drafts -> new KeptDrafts(draftKind(input().kind()), drafts, service(Companies.class).orElseThrow()));
    }

    /** What is looked up is asked for a moment after the last change, and shown when nothing was changed meanwhile. */
    private void lookSoon() {
        int mine = ++looks;
        content.getDisplay().timerExec(LOOK_AFTER_MILLIS, () -> {
            if (mine == looks && !content.isDisposed() && head != null && isOpen()) {
                model().ifPresent(model -> look(model, mine));
            }
        });
    }

    private void look(EntryModel model, int mine) {
        EntryState state = history.current().withHead(head.values());
        EntryRow values = line.values();
        Optional<EntryRow> typed = Optional.of(values)
            .filter(row -> !row.get(model.line().getFirst().id()).isEmpty());
        Work.load(Messages.Entry_look, progress -> model.look(state, typed)).on(content).quietly().done(found -> {
            if (mine == looks) {
                shown(found);
            }
        }).start();
    }

    private void shown(EntryFacts found) {
        table.facts(found.lines());
        typedFacts.setText(found.typed());
        total.setText(found.total());
    }

    private void filled(EntryField field) {
        takeHead();
        if (!field.isFilling() || head.value(field.id()).isEmpty()) {
            return;
        }
        EntryState before = history.current();
        model().ifPresent(model -> Work.request(Messages.Entry_fill, progress -> model.filled(before, field.id()))
            .on(content).with(notices()).quietly().done(state -> {
                if (history.current().equals(before) && !state.equals(before)) {
                    change(state);
                    afterHead();
                }
            }).start());
    }

    /** Adds what was typed, or puts it back where it was taken from. */
    private void add(EntryModel model) {
        int index = editing;
        if (flush(model)) {
            table.select(index >= 0 ? index : history.current().lines().size() - 1);
            touched();
        }
        if (index >= 0) {
            table.focus(index + 1);
        } else {
            line.focusFirst();
        }
    }

    /** Takes what was typed into the lines; whether there was anything. */
    private boolean flush(EntryModel model) {
        EntryRow typed = line.values();
        if (typed.get(model.line().getFirst().id()).isEmpty()) {
            return false;
        }
        EntryState state = history.current().withHead(head.values());
        boolean isBack = editing >= 0 && editing < state.lines().size();
        // what a line carries beside its fields, such as the order's line that it is for, stays with it
        EntryRow merged = isBack ? merged(model, state.lines().get(editing), typed) : typed;
        history.change(isBack ? state.replace(editing, merged) : state.plus(merged));
        EntryRow next = EntryRow.EMPTY;
        for (EntryField field : model.line()) {
            if (field.isKept() && !isBack) {
                next = next.with(field.id(), typed.get(field.id()));
            }
        }
        editing = -1;
        line.show(next);
        show();
        return true;
    }

    private static EntryRow merged(EntryModel model, EntryRow before, EntryRow typed) {
        EntryRow merged = before;
        for (EntryField field : model.line()) {
            merged = merged.with(field.id(), typed.get(field.id()));
        }
        return merged;
    }

    /** Not at once: the Enter behind a scan opens no line, and the scan is delivered a moment after it. */
    private void editSoon(int index) {
        int before = scans;
        content.getDisplay().timerExec(80, () -> {
            if (before == scans && !content.isDisposed() && index < history.current().lines().size()) {
                edit(index);
            }
        });
    }

    private void edit(int index) {
        model().ifPresent(model -> {
            flush(model);
            editing = index;
            line.show(history.current().lines().get(index));
            line.focus(model.line().get(Math.min(1, model.line().size() - 1)).id());
            lookSoon();
        });
    }

    private void remove(List<Integer> indexes) {
        editing = -1;
        change(history.current().without(indexes));
        if (history.current().lines().isEmpty()) {
            line.focusFirst();
        } else {
            table.focus(Collections.min(indexes));
        }
    }

    /** Takes the last change back. */
    private void undo() {
        takeHead();
        editing = -1;
        history.undo();
        show();
        touched();
    }

    /** Makes the last change that was taken back again. */
    private void redo() {
        editing = -1;
        history.redo();
        show();
        touched();
    }

    /** Posts what was entered; while one posting runs another cannot begin. */
    public void post() {
        if (posting || !isOpen() || head == null) {
            return;
        }
        model().ifPresent(model -> {
            flush(model);
            takeHead();
            EntryState state = history.current();
            posting = true;
            Work.request(Messages.Entry_posting, progress -> model.post(state)).on(content).with(notices())
                .done(this::posted).refused(this::refused).always(() -> posting = false).start();
        });
    }

    private void posted(Posted posted) {
        autosave.forget(history.current().key());
        EntryState next = EntryState.fresh();
        history.reset(next);
        // The next draft is found by this key when the editor is restored at the next start.
        setInputWithNotify(new KeyInput(input().kind(), next.key(), input().name()));
        editing = -1;
        line.show(EntryRow.EMPTY);
        show();
        setDirty(false);
        notices().done(posted.warnings().isEmpty() ? posted.sentence()
            : NLS.bind(Messages.Entry_postedWarnings, posted.sentence(), Notices.text(posted.warnings())));
        focusContent();
    }

    private void refused(List<Refusal> refusals) {
        table.problems(refusals);
        notices().refused(refusals);
    }

    @Override
    public void scanned(String code, ScanFeedback feedback) {
        scans++;
        Optional<EntryModel> model = model();
        if (model.isEmpty() || head == null) {
            feedback.bad();
            return;
        }
        takeHead();
        EntryState before = history.current();
        if (line.values().isEmpty()) {
            // whoever scans looks at the lines; a field of codes would offer what begins like its text
            table.focus();
        }
        Work.request(Messages.Entry_scan, progress -> model.get().scanned(before, code)).on(content).quietly()
            .done(state -> {
                if (!history.current().equals(before)) {
                    // a scan that overtook another one is counted on what that one left
                    scanned(code, feedback);
                    return;
                }
                feedback.good();
                int index = changed(before, state);
                change(state);
                table.select(index);
            }).refused(refusals -> {
                feedback.bad();
                notices().refused(refusals);
            }).start();
    }

    /** The first line that differs. */
    private static int changed(EntryState before, EntryState after) {
        for (int i = 0; i < after.lines().size(); i++) {
            if (i >= before.lines().size() || !after.lines().get(i).equals(before.lines().get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Saving keeps the draft; posting is a thing of its own. */
    @Override
    public void doSave(IProgressMonitor monitor) {
        model().ifPresent(this::flush);
        autosave.keep();
        setDirty(false);
    }

    /** What is entered now, for tests and other parts. */
    public EntryState state() {
        return history.current();
    }

    @Override
    protected void focusContent() {
        if (head != null) {
            head.focusFirst();
        } else {
            content.setFocus();
        }
    }

}
