package org.stockwright.ledger.ui.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.PostingView;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.ui.StockwrightEditor;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Grid;

/** A posted document: read only, as everything that was posted. */
public final class DocumentEditor extends StockwrightEditor {

    /** The editor's id. */
    public static final String ID = "org.stockwright.ledger.ui.document"; //$NON-NLS-1$

    private Composite content;
    private Label heading;
    private Grid<MovementView> grid;

    @Override
    protected List<Class<?>> needs() {
        return List.of(Ledger.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.STOCK);
    }

    @Override
    protected void createContent(Composite parent) {
        content = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(content);
        heading = new Label(content, SWT.WRAP);
        GridDataFactory.fillDefaults().indent(8, 6).grab(true, false).applyTo(heading);
        Composite body = new Composite(content, SWT.NONE);
        body.setLayout(new org.eclipse.swt.layout.FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        grid = new Grid<>(body, "ledger.document", LedgerColumns.movements(Zones.current()), MovementView::seq); //$NON-NLS-1$
        grid.provideSelection(getSite());
    }

    @Override
    protected void refresh() {
        service(Ledger.class).ifPresent(ledger -> Work
            .load(Messages.Ledger_load, progress -> ledger.find(input().key())).on(content).with(notices()).quietly()
            .done(this::show).start());
    }

    private void show(Optional<PostingView> found) {
        found.ifPresent(posting -> {
            heading.setText(heading(posting));
            heading.requestLayout();
            grid.setRows(posting.movements());
        });
    }

    private static String heading(PostingView posting) {
        String name = posting.number().isEmpty() ? posting.key() : posting.number();
        StringBuilder text = new StringBuilder(NLS.bind(Messages.Document_heading, new Object[] { name,
            posting.reference(), posting.user(), LedgerColumns.minutes(posting.recorded(), Zones.current()) }));
        posting.reverses().ifPresent(key -> text.append('\n').append(NLS.bind(Messages.Document_reverses, key)));
        posting.reversedBy().ifPresent(key -> text.append('\n').append(NLS.bind(Messages.Document_reversed, key)));
        if (!posting.note().isEmpty()) {
            text.append('\n').append(posting.note());
        }
        return text.toString();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        // nothing to save: what was posted never changes
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

}
