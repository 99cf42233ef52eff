package org.stockwright.purchasing.ui.internal.view;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.ui.DocumentPages;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Column;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.Mark;

/**
 * A table of figures of purchasing: loaded whole, filtered, grouped and exported by its tool bar.
 *
 * @param <S> the service that has them
 * @param <T> a row
 */
abstract class ReportView<S, T> extends StockwrightView {

    private final Class<S> type;
    private final String id;
    private final String task;
    private final String none;
    private Grid<T> grid;

    /**
     * A view.
     *
     * @param id under which the arrangement of the table is remembered
     * @param task what is loaded, for the job
     * @param none what is told when there is no row
     */
    ReportView(Class<S> type, String id, String task, String none) {
        this.type = type;
        this.id = id;
        this.task = task;
        this.none = none;
    }

    /** The columns. */
    abstract List<Column<T>> columns();

    /** What makes a row the same after loading again. */
    abstract Object key(T row);

    /** Reads the rows; in a job. */
    abstract List<T> rows(S service);

    /** Checks what is asked for, on the user interface's thread. */
    Outcome<String> asked() {
        return Outcome.done(""); //$NON-NLS-1$
    }

    /** How a row stands out. */
    Mark mark(T row) {
        return Mark.NONE;
    }

    /** The document that Enter opens, with its number. */
    Optional<Opened> opened(T row) {
        return Optional.empty();
    }

    /** A document to open. */
    record Opened(DocumentId document, String number) {
    }

    /** Makes the line of fields above the table, if there is one. */
    void header(Composite body) {
        // most tables have none
    }

    @Override
    protected List<Class<?>> needs() {
        return List.of(type);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.DOCUMENTS, Topic.PARTNERS, Topic.SETTINGS, Topic.ACCESS);
    }

    @Override
    protected void createContent(Composite parent) {
        Composite body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        header(body);
        Composite rows = new Composite(body, SWT.NONE);
        rows.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
        grid = new Grid<>(rows, id, columns(), this::key);
        grid.mark(this::mark);
        grid.onOpen(row -> opened(row)
            .ifPresent(found -> DocumentPages.open(getSite().getPage(), found.document(), found.number())));
        grid.provideSelection(getSite());
        grid.fillToolBar(getViewSite().getActionBars().getToolBarManager());
    }

    @Override
    protected final void refresh() {
        Outcome<String> asked = asked();
        if (!asked.isDone()) {
            notices().refused(asked.refusals());
            return;
        }
        service(type).ifPresent(service -> Work.load(task, progress -> rows(service)).on(grid.control())
            .with(notices()).quietly().done(this::show).start());
    }

    private void show(List<T> rows) {
        grid.setRows(rows);
        setContentDescription(rows.isEmpty() ? none : ""); //$NON-NLS-1$
    }

    @Override
    protected final void closed() {
        grid.setRows(List.of());
        setContentDescription(""); //$NON-NLS-1$
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

}
