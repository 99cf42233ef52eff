package org.stockwright.documents.ui.internal.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.documents.Document;
import org.stockwright.documents.Documents;
import org.stockwright.documents.Task;
import org.stockwright.documents.ui.DocumentPages;
import org.stockwright.documents.ui.internal.Kinds;
import org.stockwright.documents.ui.internal.Messages;
import org.stockwright.documents.ui.internal.print.Chosen;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.Mark;

/**
 * What waits for whoever acts, by what is to be done, the most urgent first. Enter opens the document; the menu on a task has
 * what can be done with it.
 */
public final class InboxView extends StockwrightView {

    private Composite body;
    private Label empty;
    private Grid<Task> grid;
    private Optional<Document> selected = Optional.empty();
    private final List<IContributionItem> added = new ArrayList<>();

    @Override
    protected List<Class<?>> needs() {
        return List.of(Documents.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.DOCUMENTS, Topic.STOCK, Topic.ACCESS);
    }

    @Override
    protected void createContent(Composite parent) {
        body = new Composite(parent, SWT.NONE);
        body.setLayout(new StackLayout());
        Composite page = new Composite(body, SWT.NONE);
        FillLayout margins = new FillLayout();
        margins.marginHeight = 8;
        margins.marginWidth = 8;
        page.setLayout(margins);
        empty = new Label(page, SWT.WRAP);
        empty.setText(Messages.Inbox_none);
        grid = new Grid<>(body, "documents.inbox", DocumentColumns.tasks(InboxView::today), //$NON-NLS-1$
            task -> List.of(task.topic(), task.document()));
        grid.groupBy(List.of("title")); //$NON-NLS-1$
        grid.mark(task -> task.due().map(due -> due.compareTo(today())).map(days -> days < 0 ? Mark.BAD
            : days == 0 ? Mark.WARNING : Mark.NONE).orElse(Mark.NONE));
        grid.onOpen(task -> DocumentPages.open(getSite().getPage(), task.document(), task.number()));
        grid.onSelect(this::selected);
        grid.menu().addMenuListener(this::fill);
        PrintKey.add(getSite(), () -> selected.map(Chosen::of).stream().toList(), this::notices);
        grid.provideSelection(getSite());
        grid.fillToolBar(getViewSite().getActionBars().getToolBarManager());
        front(true);
    }

    private static LocalDate today() {
        return LocalDate.now(Zones.current());
    }

    /** The menu says what can be done with a document in its state, which a task does not know. */
    private void selected(List<Task> tasks) {
        selected = Optional.empty();
        if (tasks.size() == 1 && isOpen()) {
            Task task = tasks.getFirst();
            service(Documents.class).ifPresent(documents -> Work
                .load(Messages.Inbox_load, progress -> documents.get(task.document())).on(grid.control()).quietly()
                .done(found -> {
                    if (grid.selection().equals(tasks)) {
                        selected = found;
                    }
                }).start());
        }
    }

    private void fill(IMenuManager menu) {
        added.forEach(menu::remove);
        added.clear();
        added.addAll(new RowActions(getSite(), () -> service(Documents.class), grid.control(), notices())
            .fill(grid.menu(), selected.map(Chosen::of).stream().toList(), selected
                .map(one -> Kinds.actions(one.kind(), one.state(), one.placeCode())).orElse(List.of())));
    }

    @Override
    protected void refresh() {
        service(Documents.class).ifPresent(documents -> Work
            .load(Messages.Inbox_load, progress -> documents.inbox()).on(grid.control()).with(notices()).quietly()
            .done(this::show).start());
    }

    private void show(List<Task> tasks) {
        grid.setRows(tasks);
        front(tasks.isEmpty());
        selected(grid.selection());
    }

    private void front(boolean isEmpty) {
        if (body.getLayout() instanceof StackLayout stack) {
            stack.topControl = isEmpty ? empty.getParent() : grid.control();
            body.layout();
        }
    }

    @Override
    protected void closed() {
        grid.setRows(List.of());
        front(true);
    }

    @Override
    protected void focusContent() {
        if (empty.isVisible()) {
            body.setFocus();
        } else {
            grid.setFocus();
        }
    }

}
