package org.stockwright.ledger.ui.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jface.action.ControlContribution;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.stockwright.ui.Notices;

/** A field of a view's tool bar for a date or an instant: Enter takes it, empty means now. */
final class InstantControl extends ControlContribution {

    private final String label;
    private final String tip;
    private final Supplier<Notices> notices;
    private final Runnable changed;
    private Text field;
    private String taken = ""; //$NON-NLS-1$
    private Optional<Instant> instant = Optional.empty();

    InstantControl(String id, String label, String tip, Supplier<Notices> notices, Runnable changed) {
        super(id);
        this.label = label;
        this.tip = tip;
        this.notices = notices;
        this.changed = changed;
    }

    @Override
    protected Control createControl(Composite parent) {
        Composite pair = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(4, 0).applyTo(pair);
        Label caption = new Label(pair, SWT.NONE);
        caption.setText(label);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(caption);
        field = new Text(pair, SWT.BORDER);
        field.setMessage(Messages.Instant_now);
        field.setToolTipText(tip);
        field.setText(taken);
        GC gc = new GC(field);
        int width = gc.stringExtent("0000-00-00 00:00 ").x; //$NON-NLS-1$
        gc.dispose();
        GridDataFactory.fillDefaults().hint(width, SWT.DEFAULT).align(SWT.BEGINNING, SWT.CENTER).applyTo(field);
        field.addListener(SWT.DefaultSelection, event -> take());
        field.addListener(SWT.FocusOut, event -> take());
        return pair;
    }

    private void take() {
        String typed = field.getText().strip();
        if (typed.equals(taken)) {
            return;
        }
        ZoneId zone = Zones.current();
        try {
            instant = TypedInstant.end(typed, zone, LocalDate.now(zone));
        } catch (DateTimeException e) {
            // What was typed stays, so that it can be mended; the figures stay those of the last good instant.
            notices.get().failed(NLS.bind(Messages.Instant_bad, typed));
            return;
        }
        taken = typed;
        notices.get().clear();
        changed.run();
    }

    /** What was taken last; empty for now. */
    Optional<Instant> instant() {
        return instant;
    }

}
