package org.stockwright.documents.ui.internal.view;

import java.util.List;
import java.util.Set;

import org.eclipse.swt.widgets.Composite;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.documents.Documents;
import org.stockwright.documents.Task;
import org.stockwright.documents.ui.DocumentPages;
import org.stockwright.documents.ui.internal.Messages;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Grid;

/** What waits for whoever acts, by what is to be done, the most urgent first. Enter opens the document. */
public final class InboxView extends StockwrightView {

    private Grid<Task> grid;

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
        grid = new Grid<>(parent, "documents.inbox", DocumentColumns.tasks(), //$NON-NLS-1$
            task -> List.of(task.topic(), task.document()));
        grid.groupBy(List.of("title")); //$NON-NLS-1$
        grid.onOpen(task -> DocumentPages.open(getSite().getPage(), task.document(), task.number()));
        grid.provideSelection(getSite());
        grid.fillToolBar(getViewSite().getActionBars().getToolBarManager());
    }

    @Override
    protected void refresh() {
        service(Documents.class).ifPresent(documents -> Work
            .load(Messages.Inbox_load, progress -> documents.inbox()).on(grid.control()).with(notices()).quietly()
            .done(this::show).start());
    }

    private void show(List<Task> tasks) {
        grid.setRows(tasks);
        setContentDescription(tasks.isEmpty() ? Messages.Inbox_none : ""); //$NON-NLS-1$
    }

    @Override
    protected void closed() {
        grid.setRows(List.of());
        setContentDescription(""); //$NON-NLS-1$
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

}
