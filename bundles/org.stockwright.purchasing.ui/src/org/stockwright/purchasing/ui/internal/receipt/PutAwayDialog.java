package org.stockwright.purchasing.ui.internal.receipt;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.stockwright.purchasing.PutAway;
import org.stockwright.purchasing.PutAway.Move;
import org.stockwright.purchasing.PutAway.Proposal;
import org.stockwright.purchasing.PutAway.Way;
import org.stockwright.purchasing.ui.internal.Messages;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** Where the goods of a receipt go, and why there: what is ticked is put away. */
public final class PutAwayDialog extends EntryDialog {

    private static final int WHY = 4;

    private final PutAway putAway;
    private final Proposal proposal;
    private final Notices notices;
    private final String key = "wb-" + UUID.randomUUID(); //$NON-NLS-1$
    private Table table;

    /** A dialog on a proposal; what was done is told in the notices. */
    PutAwayDialog(Shell shell, PutAway putAway, String receipt, Proposal proposal, Notices notices) {
        super(shell, Messages.PutAway_title, NLS.bind(Messages.PutAway_message, receipt), Messages.PutAway_button);
        this.putAway = putAway;
        this.proposal = proposal;
        this.notices = notices;
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void fields(Composite parent) {
        table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.CHECK);
        table.setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(760, 220).applyTo(table);
        column(Messages.Field_item, SWT.LEFT);
        column(Messages.Field_quantity, SWT.RIGHT);
        column(Messages.PutAway_from, SWT.LEFT);
        column(Messages.PutAway_to, SWT.LEFT);
        column(Messages.PutAway_why, SWT.LEFT);
        for (Way way : proposal.ways()) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(new String[] { way.itemCode(), way.goods().quantity().toString(), way.fromCode(), way.toCode(),
                way.waitingOrder().isEmpty() ? way.why()
                    : NLS.bind(Messages.PutAway_waiting, way.waitingOrder(), way.why()) });
            item.setData(way);
            item.setChecked(true);
        }
        for (TableColumn column : table.getColumns()) {
            column.pack();
        }
        table.getColumn(WHY).setWidth(Math.max(table.getColumn(WHY).getWidth(), 320));
        if (!proposal.left().isEmpty()) {
            Label left = new Label(parent, SWT.WRAP);
            left.setText(Notices.text(proposal.left()));
            GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(760, SWT.DEFAULT).applyTo(left);
        }
    }

    private void column(String title, int style) {
        new TableColumn(table, style).setText(title);
    }

    private List<Move> moves() {
        return Arrays.stream(table.getItems()).filter(TableItem::getChecked)
            .map(item -> (Way) item.getData())
            .map(way -> new Move(way.goods(), way.to(), "", way.waitingOrder())).toList(); //$NON-NLS-1$
    }

    @Override
    protected String problem() {
        return moves().isEmpty() ? Messages.PutAway_nothing : ""; //$NON-NLS-1$
    }

    @Override
    protected Work<?> request() {
        List<Move> moves = moves();
        return Work.request(Messages.PutAway_title,
            progress -> putAway.store(new PutAway.Request(key, Instant.now(), moves))).done(stored -> {
                finish();
                notices.done(NLS.bind(Messages.PutAway_done, stored.document().number())
                    + (stored.warnings().isEmpty() ? "" : '\n' + Notices.text(stored.warnings()))); //$NON-NLS-1$
            });
    }

    @Override
    protected void again() {
        table.setFocus();
    }

}
