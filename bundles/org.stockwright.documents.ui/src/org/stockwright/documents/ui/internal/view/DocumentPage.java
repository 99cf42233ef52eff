package org.stockwright.documents.ui.internal.view;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.documents.Attachment;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentEvent;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentPermission;
import org.stockwright.documents.Documents;
import org.stockwright.documents.Link;
import org.stockwright.documents.Printing;
import org.stockwright.documents.Step;
import org.stockwright.documents.ui.DocumentAction;
import org.stockwright.documents.ui.DocumentPages;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.documents.ui.entry.EntryPages;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.documents.ui.internal.Kinds;
import org.stockwright.documents.ui.internal.Messages;
import org.stockwright.documents.ui.internal.print.Chosen;
import org.stockwright.documents.ui.internal.print.Prints;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Services;
import org.stockwright.ui.StockwrightEditor;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Grid;

/** A document: what it says, how far its lines have come, its chain, who did what, its files; and what can be done with it. */
public final class DocumentPage extends StockwrightEditor implements FilesTab.Host {

    /** The editor's id. */
    public static final String ID = "org.stockwright.documents.ui.document"; //$NON-NLS-1$

    private Composite content;
    private Composite actions;
    private DocumentHead head;
    private Composite rows;
    private Grid<DocumentLine> lines;
    private List<Step> steps = List.of();
    private ChainTab chain;
    private TrailTab trail;
    private FilesTab files;
    private PrintsTab prints;
    private String shownActions = ""; //$NON-NLS-1$
    private Document shown;

    /** What is read at once. */
    private record Read(Kinds kinds, Optional<Document> document, List<Link> chain, List<DocumentEvent> trail,
        List<Attachment> files, List<Printing.Print> prints) {
    }

    @Override
    protected List<Class<?>> needs() {
        return List.of(Documents.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.DOCUMENTS, Topic.ACCESS);
    }

    @Override
    protected void createContent(Composite parent) {
        content = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        head = new DocumentHead(content);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head.control());
        actions = new Composite(content, SWT.NONE);
        // what does not fit beside the others goes into the next row
        RowLayoutFactory.swtDefaults().spacing(6).margins(8, 0).applyTo(actions);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(actions);
        CTabFolder tabs = new CTabFolder(content, SWT.BOTTOM | SWT.FLAT);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tabs);
        rows = new Composite(tabs, SWT.NONE);
        rows.setLayout(new FillLayout());
        chain = new ChainTab(tabs,
            node -> node.document().ifPresent(id -> DocumentPages.open(getSite().getPage(), id, node.number())));
        trail = new TrailTab(tabs, this::note);
        files = new FilesTab(tabs, this);
        prints = new PrintsTab(tabs);
        tab(tabs, Messages.Page_lines, rows);
        tab(tabs, Messages.Page_chain, chain.control());
        tab(tabs, Messages.Page_trail, trail.control());
        tab(tabs, Messages.Page_files, files.control());
        tab(tabs, Messages.Page_prints, prints.control());
        tabs.setSelection(0);
        PrintKey.add(getSite(), this::chosen, this::notices);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(content, ID);
    }

    private List<Chosen> chosen() {
        return Optional.ofNullable(shown).map(Chosen::of).stream().toList();
    }

    private static void tab(CTabFolder tabs, String title, Control control) {
        CTabItem tab = new CTabItem(tabs, SWT.NONE);
        tab.setText(title);
        tab.setControl(control);
    }

    @Override
    public DocumentId document() {
        return new DocumentId(Long.parseLong(input().key()));
    }

    @Override
    public Optional<Documents> documents() {
        return service(Documents.class);
    }

    @Override
    protected void refresh() {
        DocumentId id = document();
        Optional<Printing> printing = service(Printing.class);
        documents().ifPresent(documents -> Work.load(Messages.Documents_load, progress -> {
            Optional<Document> found = documents.get(id);
            return new Read(Kinds.of(documents), found, found.isEmpty() ? List.of() : documents.chain(id),
                found.isEmpty() ? List.of() : documents.trail(id),
                found.isEmpty() ? List.of() : documents.attachments(id),
                printing.map(one -> one.prints(id)).orElse(List.of()));
        }).on(content).with(notices()).quietly().done(this::show).start());
    }

    private void show(Read read) {
        if (read.document().isEmpty()) {
            notices().failed(Messages.Page_gone);
            return;
        }
        shown = read.document().get();
        setPartName(shown.number());
        head.show(shown, read.kinds());
        showActions(shown);
        showLines(shown);
        chain.show(read.chain());
        trail.show(read.trail());
        files.show(read.files());
        prints.show(read.prints());
        content.layout(true, true);
    }

    /** The columns depend on the kind and on what happened: a new step makes a new grid. */
    private void showLines(Document document) {
        List<Step> now = Kinds.steps(document);
        if (lines == null || !now.equals(steps)) {
            steps = now;
            if (lines != null) {
                lines.control().dispose();
            }
            lines = new Grid<>(rows, "documents.lines." + document.kind(), DocumentColumns.lines(document), //$NON-NLS-1$
                DocumentLine::id);
            rows.layout();
        }
        lines.setRows(document.lines());
    }

    private void showActions(Document document) {
        List<DocumentAction> possible = Kinds.actions(document.kind(), document.state(), document.placeCode());
        List<EntryModel> copiers = Services.findAll(DocumentPage.class, EntryModel.class).stream()
            .filter(model -> model.copy(document).isPresent()).toList();
        boolean isPrinted = !Prints.forms(Set.of(document.kind())).isEmpty();
        String now = document.kind() + document.state() + possible.stream().map(DocumentAction::label).toList()
            + copiers.stream().map(EntryModel::id).toList() + isPrinted;
        if (now.equals(shownActions)) {
            return;
        }
        shownActions = now;
        for (Control child : actions.getChildren()) {
            child.dispose();
        }
        possible.forEach(action -> button(action.label(), action.permission(),
            () -> action.run().with(shown, getSite().getPage(), notices())));
        copiers.forEach(model -> button(Messages.Page_copy, model.permission(),
            () -> model.copy(shown).map(EntryState::asNew)
                .ifPresent(state -> EntryPages.open(getSite().getPage(), model, state))));
        if (isPrinted) {
            button(Messages.Page_print, DocumentPermission.PRINT,
                () -> Prints.ask(getSite().getShell(), chosen(), Optional.empty(), notices()));
        }
        actions.requestLayout();
        content.layout();
    }

    private void button(String label, String permission, Runnable action) {
        Button button = new Button(actions, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> action.run());
        Allowed.guard(button, permission);
    }

    private void note(String text) {
        documents().ifPresent(documents -> Work
            .request(Messages.Trail_adding, progress -> documents.note(document(), text)).on(content).with(notices())
            .done(event -> {
                trail.taken();
                again();
            }).start());
    }

    @Override
    public Notices told() {
        return notices();
    }

    @Override
    public void again() {
        refreshSoon();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        // nothing to save: what is done to a document is stored at once
    }

    @Override
    protected void focusContent() {
        if (lines != null) {
            lines.setFocus();
        } else {
            content.setFocus();
        }
    }

}
