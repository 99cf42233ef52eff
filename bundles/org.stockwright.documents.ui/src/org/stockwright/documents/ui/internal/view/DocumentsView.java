package org.stockwright.documents.ui.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.documents.DocumentQuery;
import org.stockwright.documents.DocumentRow;
import org.stockwright.documents.Documents;
import org.stockwright.documents.KindView;
import org.stockwright.documents.KindView.State;
import org.stockwright.documents.ui.DocumentPages;
import org.stockwright.documents.ui.internal.Kinds;
import org.stockwright.documents.ui.internal.Messages;
import org.stockwright.documents.ui.internal.print.Chosen;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.Mark;

/**
 * Documents of one kind, which the secondary id or the extension names, or of all kinds: newest first. Enter opens one.
 */
public class DocumentsView extends StockwrightView {

    private static final int MOST = 2_000;
    private static final int FIND_AFTER_MILLIS = 250;

    private static final String WITHIN = "/within"; //$NON-NLS-1$

    private Optional<String> declared = Optional.empty();
    private boolean within;
    private Text find;
    private Combo state;
    private Button openOnly;
    private Grid<DocumentRow> grid;
    private Kinds kinds = Kinds.NONE;
    private List<State> states = List.of();
    private final List<IContributionItem> added = new ArrayList<>();
    private int typed;

    /** What is read at once. */
    private record Read(Kinds kinds, List<DocumentRow> rows, int count) {
    }

    private Optional<String> kind() {
        return declared.or(() -> Optional.ofNullable(getViewSite().getSecondaryId()));
    }

    /** In an extension the kind stands behind the class. */
    @Override
    public final void setInitializationData(IConfigurationElement config, String property, Object data) {
        super.setInitializationData(config, property, data);
        String text = Objects.toString(data, ""); //$NON-NLS-1$
        within = text.endsWith(WITHIN);
        declared = Optional.of(within ? text.substring(0, text.length() - WITHIN.length()) : text)
            .filter(kind -> !kind.isEmpty());
    }

    @Override
    protected final List<Class<?>> needs() {
        return List.of(Documents.class);
    }

    @Override
    protected final Set<Topic> topics() {
        return Set.of(Topic.DOCUMENTS, Topic.ACCESS, Topic.PARTNERS);
    }

    @Override
    protected final void createContent(Composite parent) {
        Composite body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        filters(body);
        Composite rows = new Composite(body, SWT.NONE);
        rows.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
        grid = new Grid<>(rows, "documents.list" + kind().map(one -> "." + one).orElse(""), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
            DocumentColumns.documents(() -> kinds, kind().isPresent(), within), DocumentRow::id);
        grid.onOpen(row -> DocumentPages.open(getSite().getPage(), row.id(), row.number()));
        grid.mark(row -> row.isOpen() ? Mark.NONE : Mark.DIMMED);
        grid.menu().addMenuListener(this::fill);
        PrintKey.add(getSite(), this::chosen, this::notices);
        grid.provideSelection(getSite());
        grid.fillToolBar(getViewSite().getActionBars().getToolBarManager());
    }

    private void filters(Composite body) {
        Composite header = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(5).spacing(6, 4).margins(8, 6).applyTo(header);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
        new Label(header, SWT.NONE).setText(Messages.Documents_find);
        find = new Text(header, SWT.BORDER | SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        find.setMessage(Messages.Documents_findHint);
        GridDataFactory.fillDefaults().hint(280, SWT.DEFAULT).applyTo(find);
        find.addListener(SWT.Modify, event -> later());
        find.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ARROW_DOWN) {
                event.doit = false;
                grid.setFocus();
            }
        });
        new Label(header, SWT.NONE).setText(Messages.Documents_state);
        state = new Combo(header, SWT.READ_ONLY);
        state.setItems(Messages.Documents_anyState);
        state.select(0);
        GridDataFactory.fillDefaults().hint(170, SWT.DEFAULT).applyTo(state);
        state.addListener(SWT.Selection, event -> refresh());
        openOnly = new Button(header, SWT.CHECK);
        openOnly.setText(Messages.Documents_openOnly);
        openOnly.setSelection(true);
        openOnly.addListener(SWT.Selection, event -> refresh());
    }

    private void later() {
        int mine = ++typed;
        find.getDisplay().timerExec(FIND_AFTER_MILLIS, () -> {
            if (mine == typed && !find.isDisposed() && isOpen()) {
                refresh();
            }
        });
    }

    /** What can be done with the selected documents, in front of the other entries. */
    private void fill(IMenuManager menu) {
        added.forEach(menu::remove);
        added.clear();
        List<DocumentRow> selected = grid.selection();
        Optional<DocumentRow> only = Optional.of(selected).filter(some -> some.size() == 1).map(List::getFirst);
        added.addAll(new RowActions(getSite(), () -> service(Documents.class), grid.control(), notices())
            .fill(grid.menu(), chosen(),
                only.map(row -> Kinds.actions(row.kind(), row.state(), row.placeCode())).orElse(List.of())));
    }

    private List<Chosen> chosen() {
        return grid.selection().stream().map(Chosen::of).toList();
    }

    @Override
    protected final void refresh() {
        DocumentQuery query = query();
        service(Documents.class).ifPresent(documents -> Work
            .load(Messages.Documents_load,
                progress -> new Read(Kinds.of(documents), documents.list(query, MOST), documents.count(query)))
            .on(grid.control()).with(notices()).quietly().done(this::show).start());
    }

    private DocumentQuery query() {
        DocumentQuery all = kind().map(DocumentQuery::of)
            .orElseGet(() -> new DocumentQuery(Set.of(), Set.of(), false, Optional.empty(), Optional.empty(), "")); //$NON-NLS-1$
        DocumentQuery having = all.having(find.getText().strip());
        DocumentQuery open = openOnly.getSelection() ? having.open() : having;
        int chosen = state.getSelectionIndex();
        return chosen > 0 && chosen <= states.size() ? open.in(Set.of(states.get(chosen - 1).id())) : open;
    }

    private void show(Read read) {
        kinds = read.kinds();
        kind().ifPresent(id -> setPartName(kinds.plural(id)));
        showStates();
        grid.setRows(read.rows());
        setContentDescription(remark(read));
    }

    private String remark(Read read) {
        if (read.count() > read.rows().size()) {
            return NLS.bind(Messages.Documents_more, Integer.valueOf(read.rows().size()),
                Integer.valueOf(read.count()));
        }
        if (!read.rows().isEmpty()) {
            return ""; //$NON-NLS-1$
        }
        if (!find.getText().isBlank()) {
            return NLS.bind(Messages.Documents_noneFits, find.getText().strip());
        }
        return openOnly.getSelection() ? Messages.Documents_noneOpen : Messages.Documents_none;
    }

    private void showStates() {
        List<State> now = kind().flatMap(kinds::find).map(KindView::states).orElse(List.of());
        if (!now.equals(states)) {
            states = now;
            state.setItems(Stream.concat(Stream.of(Messages.Documents_anyState), now.stream().map(State::title))
                .toArray(String[]::new));
            state.select(0);
        }
        state.setEnabled(!states.isEmpty());
    }

    @Override
    protected final void closed() {
        kinds = Kinds.NONE;
        find.setText(""); //$NON-NLS-1$
        grid.setRows(List.of());
        setContentDescription(""); //$NON-NLS-1$
    }

    @Override
    protected final void focusContent() {
        find.setFocus();
    }

}
