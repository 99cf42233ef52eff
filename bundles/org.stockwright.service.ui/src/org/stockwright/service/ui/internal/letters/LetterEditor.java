package org.stockwright.service.ui.internal.letters;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.Items;
import org.stockwright.service.LetterData;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.LetterTemplate;
import org.stockwright.service.LetterTemplates;
import org.stockwright.service.LetterTemplates.Sketch;
import org.stockwright.service.Letters;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.ui.internal.FileOpener;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.service.ui.internal.VersionEditor;
import org.stockwright.service.ui.internal.letters.LetterDoc.Bytes;
import org.stockwright.service.ui.internal.letters.LetterDoc.Head;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.KeyInput;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;
import org.stockwright.ui.master.MasterRow;
import org.stockwright.ui.master.MasterTable;

/** A version of a letter template: its text, the fields that it asks for with sample data, and the letter of the sample. */
public final class LetterEditor extends VersionEditor<LetterTemplates, LetterTemplate> {

    /** The editor's id. */
    public static final String ID = "org.stockwright.service.ui.letterTemplate"; //$NON-NLS-1$

    private static final int AFTER_MILLIS = 400;

    private static final Kind<LetterTemplates, LetterTemplate> KIND = new Kind<>(LetterTemplates.class,
        LetterTemplate::code, LetterTemplate::version, LetterTemplate::state, LetterTemplates::approve,
        LetterTemplates::discard, LetterTemplates::retire);

    private Composite content;
    private Text code;
    private Text name;
    private Text from;
    private Text until;
    private Label format;
    private Composite holder;
    private Composite written;
    private Composite office;
    private Label file;
    private StyledText source;
    private TextUndo undo;
    private Button pdf;
    private Button replace;
    private Composite fields;
    private PreviewPane preview;
    private Optional<LetterDoc> doc = Optional.empty();
    private Optional<MasterTable> table = Optional.empty();
    private Head shown;
    private boolean busy;

    /** Made by the workbench. */
    public LetterEditor() {
        super(KIND);
    }

    /** Opens a version, a copy of one, or a new template: see {@link LetterDoc}. */
    static void open(IWorkbenchPage page, String key, String title) {
        open(page, new KeyInput("letter-template", key, title), ID); //$NON-NLS-1$
    }

    @Override
    protected Optional<LetterTemplate> version() {
        return doc.flatMap(LetterDoc::version);
    }

    @Override
    protected List<Class<?>> needs() {
        return List.of(LetterTemplates.class, Letters.class, Items.class);
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
        from = field(head, Messages.Template_from, 90, false, this::typed);
        until = field(head, Messages.Template_until, 90, false, this::typed);
        until.setMessage(Messages.Template_untilHint);
        format = new Label(head, SWT.NONE);
        pdf = new Button(head, SWT.PUSH);
        pdf.setText(Messages.Letter_pdf);
        pdf.addListener(SWT.Selection, event -> print());
        SashForm sash = new SashForm(content, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        holder = new Composite(sash, SWT.NONE);
        holder.setLayout(new StackLayout());
        written = new Composite(holder, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(written);
        new Label(written, SWT.NONE).setText(Messages.Letter_text);
        source = new StyledText(written, SWT.MULTI | SWT.WRAP | SWT.BORDER | SWT.V_SCROLL);
        source.setFont(JFaceResources.getTextFont());
        source.setMargins(6, 6, 6, 6);
        GridDataFactory.fillDefaults().grab(true, true).hint(200, 100).applyTo(source);
        source.addListener(SWT.Modify, event -> typed());
        // Tab leaves the text, as it leaves every other field
        source.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT
            || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        undo = new TextUndo(source, written, () -> table.ifPresent(its -> its.save(() -> {
            // nobody waits
        })));
        office();
        // beside each other: below each other neither has the height for more than a line or two
        fields = new Composite(sash, SWT.NONE);
        fields.setLayout(new FillLayout());
        preview = new PreviewPane(sash);
        sash.setWeights(38, 30, 32);
        Allowed.follow(content, this::enable);
    }

    /** Documents of Writer and Word are written there, not here. */
    private void office() {
        office = new Composite(holder, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(6, 6).spacing(6, 8).applyTo(office);
        file = new Label(office, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(260, SWT.DEFAULT).applyTo(file);
        replace = new Button(office, SWT.PUSH);
        replace.setText(Messages.Letter_replace);
        replace.addListener(SWT.Selection, event -> replace());
        Button look = new Button(office, SWT.PUSH);
        look.setText(Messages.Letter_look);
        look.addListener(SWT.Selection,
            event -> doc.ifPresent(its -> launch(its.typed().format(), its.typed().content().all())));
    }

    @Override
    protected void opened() {
        if (doc.isEmpty()) {
            LetterDoc its = new LetterDoc(input().key(), versions(), service(Items.class).orElseThrow());
            doc = Optional.of(its);
            table = Optional.of(new MasterTable(fields, its, getSite(), notices(), this::touched));
            fields.layout();
        }
    }

    @Override
    protected void closed() {
        table.ifPresent(its -> its.control().dispose());
        table = Optional.empty();
        doc = Optional.empty();
        shown = null;
        forget();
        setDirty(false);
    }

    @Override
    protected void refresh() {
        if (shown != null && isDirty()) {
            return;
        }
        doc.ifPresent(its -> Work.load(Messages.Letter_load, progress -> its.load()).on(content).with(notices())
            .quietly().done(read -> read(its, read)).start());
    }

    /** Shows what was read, unless something was typed or saved meanwhile. */
    private void read(LetterDoc its, LetterDoc.Read read) {
        if (doc.filter(now -> now == its).isEmpty() || shown != null && isDirty() || !its.take(read)) {
            return;
        }
        if (read.isGone()) {
            gone();
            return;
        }
        shown = null;
        table.ifPresent(one -> one.begin(read.rows()));
    }

    /** Something was typed into the table, or is stored: the rest follows. */
    private void touched() {
        if (busy || doc.isEmpty() || table.isEmpty()) {
            return;
        }
        busy = true;
        try {
            LetterDoc its = doc.get();
            if (shown == null || !its.stored().equals(shown) && its.typed().equals(its.stored())
                || !its.typed().equals(head(its))) {
                show(its);
            }
            its.version().ifPresent(version -> name(its.key(), version));
            setDirty(table.get().isDirty());
            enable();
            sketchSoon();
        } finally {
            busy = false;
        }
    }

    private void show(LetterDoc its) {
        shown = its.stored();
        Head head = its.typed();
        set(code, head.code());
        set(name, head.name());
        set(from, head.from());
        set(until, head.until());
        format.setText(head.format().name());
        boolean isText = head.format() == LetterFormat.HTML;
        if (isText && !source.getText().equals(head.content().text())) {
            source.setText(head.content().text());
            undo.reset();
        }
        file.setText(NLS.bind(Messages.Letter_office, head.format().name(),
            String.valueOf(head.content().all().length / 1024 + 1)));
        ((StackLayout) holder.getLayout()).topControl = isText ? written : office;
        holder.layout();
        content.layout(true, true);
    }

    /** The head as it stands in the fields. */
    private Head head(LetterDoc its) {
        Head before = its.typed();
        return new Head(code.getText(), name.getText(), from.getText(), until.getText(), before.format(),
            before.format() == LetterFormat.HTML ? Bytes.of(source.getText()) : before.content());
    }

    private void typed() {
        if (!busy && shown != null) {
            doc.ifPresent(its -> its.type(head(its)));
            touched();
        }
    }

    private void enable() {
        Optional<LetterTemplate> version = doc.flatMap(LetterDoc::version);
        showBar();
        boolean may = doc.map(LetterDoc::whyFixed).orElse("").isEmpty() && Allowed.may(ServicePermission.TEMPLATES); //$NON-NLS-1$
        code.setEditable(may && version.isEmpty());
        for (Text text : List.of(name, from, until)) {
            text.setEditable(may);
        }
        source.setEditable(may);
        replace.setEnabled(may);
        pdf.setEnabled(version.isPresent() && !isDirty() && version.get().format() == LetterFormat.HTML);
    }

    private void sketchSoon() {
        soon(AFTER_MILLIS, this::sketch);
    }

    private void sketch(int mine) {
        if (doc.isEmpty() || table.isEmpty()) {
            return;
        }
        Head head = doc.get().typed();
        List<MasterRow> rows = table.get().rows();
        LetterTemplates templates = versions();
        LetterData sample = LetterDoc.sample(rows);
        Work.load(Messages.Letter_load, progress -> Drawn.of(head, templates, sample)).on(content).with(notices())
            .quietly().done(drawn -> {
                if (isNewest(mine)) {
                    show(head, rows, drawn);
                }
            }).start();
    }

    /**
     * The letter of a sample.
     *
     * @param sketch what it asks for and what is wrong with it
     * @param page the letter as a text; empty when there is none to be shown here
     */
    private record Drawn(Sketch sketch, Optional<HtmlText> page) {

        /** Draws it; called in a job, since a long letter takes its time. */
        static Drawn of(Head head, LetterTemplates templates, LetterData sample) {
            Sketch sketch = templates.sketch(head.format(), head.content().all(), sample);
            Optional<String> html = head.format() != LetterFormat.HTML ? Optional.empty()
                : sketch.letter().map(letter -> new String(letter, StandardCharsets.UTF_8))
                    .or(() -> sketch.fields().isEmpty() ? Optional.of(head.content().text()) : Optional.empty());
            return new Drawn(sketch, html.map(HtmlText::of));
        }

    }

    private void show(Head head, List<MasterRow> rows, Drawn drawn) {
        Sketch found = drawn.sketch();
        doc.filter(its -> !found.fields().isEmpty()).ifPresent(its -> {
            List<MasterRow> wanted = its.rows(found.fields(), rows);
            if (!LetterDoc.sameFields(wanted, rows)) {
                table.ifPresent(one -> one.begin(its.begin(wanted)));
            }
        });
        preview.problems(Notices.text(found.problems()));
        if (head.format() != LetterFormat.HTML) {
            preview.say(found.letter().isPresent() ? Messages.Letter_officePreview : ""); //$NON-NLS-1$
        }
        drawn.page().ifPresent(preview::page);
    }

    private void replace() {
        FileDialog dialog = new FileDialog(content.getShell(), SWT.OPEN);
        dialog.setFilterExtensions(new String[] { "*.odt;*.docx" }); //$NON-NLS-1$
        String path = dialog.open();
        if (path != null) {
            Path chosen = Path.of(path);
            if (LetterDoc.format(chosen) == LetterFormat.HTML) {
                notices().failed(NLS.bind(Messages.Letter_noOffice, chosen.getFileName()));
                return;
            }
            Work.load(Messages.Letter_load, progress -> LetterDoc.bytes(chosen)).on(content).with(notices())
                .done(bytes -> doc.ifPresent(its -> {
                    Head before = its.typed();
                    its.type(new Head(before.code(), before.name(), before.from(), before.until(),
                        LetterDoc.format(chosen), new Bytes(bytes)));
                    show(its);
                    touched();
                })).start();
        }
    }

    /** Opens the letter of the sample as it is printed. */
    private void print() {
        Letters letters = service(Letters.class).orElseThrow();
        doc.flatMap(LetterDoc::version)
            .ifPresent(version -> Work
                .request(Messages.Letter_printing,
                    progress -> letters.preview(version.code(), version.version(), version.sample(),
                        Letters.Output.PDF))
                .on(content).with(notices()).done(bytes -> launch("pdf", bytes)).start()); //$NON-NLS-1$
    }

    private void launch(LetterFormat its, byte[] bytes) {
        launch(its.ending(), bytes);
    }

    private void launch(String ending, byte[] bytes) {
        FileOpener.open(content, notices(), "letter." + ending, () -> Outcome.done(bytes)); //$NON-NLS-1$
    }

    @Override
    protected void copy(LetterTemplate version) {
        open(getSite().getPage(), LetterDoc.COPY + LetterDoc.key(version),
            NLS.bind(Messages.Version_copyOf, version.code()));
    }

    @Override
    protected Optional<MasterTable> saver() {
        return table;
    }

    @Override
    protected void focusContent() {
        if (code.getText().isEmpty()) {
            code.setFocus();
        } else if (((StackLayout) holder.getLayout()).topControl == written) {
            source.setFocus();
        } else {
            replace.setFocus();
        }
    }

}
