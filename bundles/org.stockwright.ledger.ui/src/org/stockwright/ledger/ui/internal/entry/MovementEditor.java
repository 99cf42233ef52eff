package org.stockwright.ledger.ui.internal.entry;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.ItemRow;
import org.stockwright.catalog.ItemScan;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Units;
import org.stockwright.company.Companies;
import org.stockwright.company.Drafts;
import org.stockwright.company.ui.Autosave;
import org.stockwright.company.ui.KeptDrafts;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.PostingPreview;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.ui.EnteredPosting;
import org.stockwright.ledger.ui.PlaceSearch;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.ledger.ui.internal.Kinds;
import org.stockwright.ledger.ui.internal.Messages;
import org.stockwright.ledger.ui.internal.entry.EntryScanner.Scanned;
import org.stockwright.ui.CodeField.Choice;
import org.stockwright.ui.KeyInput;
import org.stockwright.ui.Notices;
import org.stockwright.ui.StockwrightEditor;
import org.stockwright.ui.Work;
import org.stockwright.ui.entry.EntryKeys;
import org.stockwright.ui.entry.History;
import org.stockwright.ui.scan.ScanFeedback;
import org.stockwright.ui.scan.ScanTarget;

/**
 * Enters a movement of many lines by keyboard and scanner: what is typed is kept as a draft in the book within five
 * seconds, Ctrl+Enter posts it. Nothing is stored in the ledger before.
 */
public final class MovementEditor extends StockwrightEditor implements ScanTarget, EnteredPosting {

    /** The editor's id. */
    public static final String ID = "org.stockwright.ledger.ui.movement"; //$NON-NLS-1$
    /** The kind of its drafts. */
    static final String DRAFT_KIND = "movement"; //$NON-NLS-1$

    private History<EntryState> history;
    private Autosave autosave;
    private Text effective;
    private Text reference;
    private Text note;
    private EntryFields fields;
    private EntryTable table;
    private Composite content;
    private boolean restored;
    private boolean posting;

    @Override
    protected List<Class<?>> needs() {
        return List.of(Ledger.class, Items.class, Units.class, Locations.class, Drafts.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.ITEMS, Topic.LOCATIONS);
    }

    @Override
    protected void createContent(Composite parent) {
        history = new History<>(EntryState.empty(input().key(), MovementKind.valueOf(input().kind())));
        content = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        header(content);
        fields = new EntryFields(content, this::findItems, this::findPlaces,
            line -> change(history.current().plus(line)));
        table = new EntryTable(content, this::edit, this::remove);
        new EntryKeys(content, this::post, this::undo, this::redo);
        autosave = new Autosave(content, Messages.Entry_keep, this::drafts, this::draft, () -> isDirty() && !posting);
    }

    private void header(Composite parent) {
        Composite header = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(6).spacing(6, 4).margins(8, 6).applyTo(header);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
        effective = field(header, Messages.Entry_date, false);
        effective.setMessage(Messages.Entry_date_hint);
        reference = field(header, Messages.Entry_reference, true);
        note = field(header, Messages.Entry_note, true);
        for (Text text : new Text[] { effective, reference, note }) {
            text.addListener(SWT.FocusOut, event -> takeHeader());
            text.addListener(SWT.Modify, event -> touched());
        }
    }

    private static Text field(Composite header, String caption, boolean wide) {
        new Label(header, SWT.NONE).setText(caption);
        Text text = new Text(header, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(wide, false).hint(170, SWT.DEFAULT).applyTo(text);
        return text;
    }

    private List<Choice<ItemRow>> findItems(String text) {
        return service(Items.class).map(items -> items.search(text, 12)).orElse(List.of()).stream()
            .map(row -> new Choice<>(row, row.code(), row.name())).toList();
    }

    private List<Choice<Location>> findPlaces(String text) {
        return service(Locations.class).map(Locations::list).map(all -> PlaceSearch.find(all, text)).orElse(List.of());
    }

    @Override
    protected void refresh() {
        if (!restored) {
            restored = true;
            drafts().ifPresent(kept -> Work
                .load(Messages.Entry_read, progress -> kept.find(input().key()).map(EntryText::read)).on(content)
                .with(notices()).quietly().done(found -> found.ifPresent(this::restore)).start());
        }
    }

    private void restore(EntryState state) {
        history.reset(state);
        show();
        setDirty(!state.isEmpty());
    }

    private void change(EntryState state) {
        if (history.change(state)) {
            show();
            touched();
        }
    }

    private void takeHeader() {
        history.change(history.current().withHeader(effective.getText(), reference.getText(), note.getText()));
    }

    private void show() {
        EntryState state = history.current();
        set(effective, state.effective());
        set(reference, state.reference());
        set(note, state.note());
        table.show(state.lines());
        notices().clear();
    }

    private static void set(Text text, String value) {
        if (!text.getText().equals(value)) {
            text.setText(value);
        }
    }

    private void touched() {
        setDirty(true);
        autosave.touched();
    }

    private Autosave.Draft draft() {
        takeHeader();
        EntryState state = history.current();
        return new Autosave.Draft(state.key(),
            NLS.bind("{0} {1}", Kinds.title(state.kind()), state.reference()).strip(), EntryText.write(state)); //$NON-NLS-1$
    }

    private Optional<KeptDrafts> drafts() {
        return service(Drafts.class)
            .map(drafts -> new KeptDrafts(DRAFT_KIND, drafts, service(Companies.class).orElseThrow()));
    }

    private void edit(int index) {
        EntryLine line = history.current().lines().get(index);
        change(history.current().without(List.of(index)));
        fields.show(line);
    }

    private void remove(List<Integer> indexes) {
        change(history.current().without(indexes));
        fields.focus();
    }

    /** Takes the last change back. */
    void undo() {
        history.undo();
        show();
        touched();
    }

    /** Makes the last change that was taken back again. */
    void redo() {
        history.redo();
        show();
        touched();
    }

    private void takeAll() {
        fields.flush().ifPresent(line -> history.change(history.current().plus(line)));
        takeHeader();
        show();
    }

    @Override
    public <T> Work<T> checked(String job, Function<PostingRequest, Outcome<T>> use) {
        takeAll();
        EntryState state = history.current();
        Items items = service(Items.class).orElseThrow();
        Units units = service(Units.class).orElseThrow();
        Locations locations = service(Locations.class).orElseThrow();
        ZoneId zone = Zones.current();
        return Work.request(job,
            (Progress progress) -> new EntryCheck(items, units, locations, zone, java.time.Instant.now()).check(state)
                .then(use))
            .on(content).with(notices()).refused(this::refused);
    }

    private Ledger ledger() {
        return service(Ledger.class).orElseThrow();
    }

    /** Posts what was entered; while one posting runs another cannot begin. */
    @Override
    public void post() {
        if (posting || !isOpen()) {
            return;
        }
        posting = true;
        checked(Messages.Entry_posting, ledger()::post).done(this::posted).always(() -> posting = false).start();
    }

    /** Shows what posting would change. */
    public void preview() {
        if (isOpen()) {
            checked(Messages.Entry_previewing, ledger()::preview).done(this::previewed).start();
        }
    }

    private void previewed(PostingPreview preview) {
        StringBuilder text = new StringBuilder();
        for (PostingPreview.Effect effect : preview.effects()) {
            text.append(text.isEmpty() ? "" : "\n").append(NLS.bind(Messages.Entry_preview_line, //$NON-NLS-1$ //$NON-NLS-2$
                new Object[] { effect.item(), effect.location(), effect.before(), effect.after() }));
        }
        notices().done(text.toString());
    }

    private void posted(PostingReceipt receipt) {
        String name = receipt.number().isEmpty() ? receipt.key() : receipt.number();
        String sentence = receipt.repeated() ? NLS.bind(Messages.Entry_repeated, name)
            : NLS.bind(receipt.lines() == 1 ? Messages.Entry_posted_one : Messages.Entry_posted, name,
                receipt.lines());
        String key = history.current().key();
        autosave.forget(key);
        String next = "wb-" + java.util.UUID.randomUUID(); //$NON-NLS-1$
        MovementKind kind = history.current().kind();
        history.reset(EntryState.empty(next, kind));
        // The next draft is found by this key when the editor is restored at the next start.
        setInputWithNotify(new KeyInput(kind.name(), next, Kinds.title(kind)));
        show();
        setDirty(false);
        notices().done(receipt.warnings().isEmpty() ? sentence
            : NLS.bind(Messages.Entry_posted_warnings, sentence, Notices.text(receipt.warnings())));
        fields.focus();
    }

    private void refused(List<Refusal> refusals) {
        table.problems(refusals);
        notices().refused(refusals);
    }

    /**
     * An item is added with what its label says, or as many more of the last line's; another symbol of that label says more
     * of it; a place goes into the field that it fits.
     */
    @Override
    public void scanned(String code, ScanFeedback feedback) {
        EntryScanner scanner = new EntryScanner(service(Items.class).orElseThrow(),
            service(Locations.class).orElseThrow());
        Optional<EntryLine> last = history.current().lines().stream().reduce((one, next) -> next);
        Work.request(Messages.Entry_check, progress -> scanner.read(code, last)).on(content).quietly()
            .done(scanned -> {
                switch (scanned) {
                    case Scanned.Place place -> {
                        feedback.good();
                        fields.place(place.location(), takesFromOurs(), bringsToOurs());
                    }
                    case Scanned.Goods goods -> take(goods.scan(), feedback);
                    case Scanned.More more -> complete(more.scan(), last, feedback);
                }
            }).refused(refusals -> refuse(refusals, feedback)).start();
    }

    private void take(ItemScan scan, ScanFeedback feedback) {
        EntryScan entry = new EntryScan(scan);
        EntryLine typed = fields.typed();
        if (entry.isDoubtful()) {
            fields.show(entry.line().goingAs(typed));
            refuse(scan.doubts(), feedback);
        } else {
            use(entry.into(history.current(), typed), feedback);
        }
    }

    /** The last line may have gone while the scan was looked up. */
    private void complete(ItemScan scan, Optional<EntryLine> last, ScanFeedback feedback) {
        List<EntryLine> lines = history.current().lines();
        if (!scan.doubts().isEmpty()) {
            refuse(scan.doubts(), feedback);
        } else if (lines.isEmpty() || !lines.getLast().item().equals(last.orElseThrow().item())) {
            feedback.bad();
        } else {
            use(new EntryScan(scan).completing(history.current(), history.before()), feedback);
        }
    }

    private void use(Outcome<EntryState> state, ScanFeedback feedback) {
        if (state.isDone()) {
            feedback.good();
            change(state.value());
        } else {
            refuse(state.refusals(), feedback);
        }
    }

    private void refuse(List<Refusal> refusals, ScanFeedback feedback) {
        feedback.bad();
        notices().refused(refusals);
    }

    private boolean takesFromOurs() {
        return switch (history.current().kind()) {
            case RECEIPT, RETURN_IN, OPENING, PRODUCE -> false;
            default -> true;
        };
    }

    private boolean bringsToOurs() {
        return switch (history.current().kind()) {
            case ISSUE, SCRAP, RETURN_OUT, CONSUME -> false;
            default -> true;
        };
    }

    /** Saving keeps the draft; posting is a thing of its own. */
    @Override
    public void doSave(IProgressMonitor monitor) {
        takeAll();
        autosave.keep();
        setDirty(false);
    }

    /** The lines as they are now, for tests and other parts. */
    public List<EntryLine> lines() {
        return new ArrayList<>(history.current().lines());
    }

    @Override
    protected void focusContent() {
        fields.focus();
    }

}
