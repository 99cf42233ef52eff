package org.stockwright.ledger.ui;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.stockwright.ledger.ui.internal.Messages;
import org.stockwright.ui.Notices;

/**
 * A field for a date or an instant: Enter takes what was typed, and so does leaving it. Used on the user interface's
 * thread.
 */
public final class InstantField {

    /** What a day stands for. */
    public enum Edge {
        /** Its first instant: for what begins. */
        START,
        /** Its last instant: for what is asked for or ends. */
        END
    }

    private final Edge edge;
    private final Supplier<Notices> notices;
    private final Runnable changed;
    private Text field;
    private String taken = ""; //$NON-NLS-1$
    private Optional<Instant> instant = Optional.empty();

    /**
     * A field that is not shown yet.
     *
     * @param edge what a day stands for
     * @param notices where to say that something is no date
     * @param changed runs when another instant was taken
     */
    public InstantField(Edge edge, Supplier<Notices> notices, Runnable changed) {
        this.edge = edge;
        this.notices = notices;
        this.changed = changed;
    }

    /**
     * Makes label and field, two children of a parent with a {@code GridLayout}.
     *
     * @param label what it is
     * @param tip what it means
     * @param empty what is shown while nothing is typed
     */
    public void create(Composite parent, String label, String tip, String empty) {
        Label caption = new Label(parent, SWT.NONE);
        caption.setText(label);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(caption);
        field = new Text(parent, SWT.BORDER);
        field.setMessage(empty);
        field.setToolTipText(tip);
        field.setText(taken);
        GC gc = new GC(field);
        int width = gc.stringExtent("0000-00-00 00:00 ").x; //$NON-NLS-1$
        gc.dispose();
        GridDataFactory.fillDefaults().hint(width, SWT.DEFAULT).align(SWT.BEGINNING, SWT.CENTER).applyTo(field);
        field.addListener(SWT.DefaultSelection, event -> take());
        field.addListener(SWT.FocusOut, event -> take());
    }

    /**
     * Types for the user, before the field is made: nothing is told to listeners.
     *
     * @throws DateTimeException when it is no date
     */
    public void preset(String text) {
        instant = read(text);
        taken = text;
    }

    private Optional<Instant> read(String typed) {
        ZoneId zone = Zones.current();
        LocalDate today = LocalDate.now(zone);
        return edge == Edge.START ? TypedInstant.start(typed, zone, today) : TypedInstant.end(typed, zone, today);
    }

    private void take() {
        String typed = field.getText().strip();
        if (typed.equals(taken)) {
            return;
        }
        try {
            instant = read(typed);
        } catch (DateTimeException e) {
            // What was typed stays, so that it can be mended; the figures stay those of the last good instant.
            notices.get().failed(NLS.bind(Messages.Instant_bad, typed));
            return;
        }
        taken = typed;
        notices.get().clear();
        changed.run();
    }

    /** What was taken last; empty when nothing was typed. */
    public Optional<Instant> instant() {
        return instant;
    }

    /** What was typed when it was taken last; empty when nothing was. */
    public String text() {
        return taken;
    }

}
