package org.stockwright.ledger.ui;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jface.action.ControlContribution;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.stockwright.ledger.ui.internal.Messages;
import org.stockwright.ui.Notices;

/** A field of a view's tool bar for a date or an instant: Enter takes it, empty means now. */
public final class InstantControl extends ControlContribution {

    private final String label;
    private final String tip;
    private final InstantField field;

    /**
     * A field that is not shown yet.
     *
     * @param id of the contribution
     * @param label what it is
     * @param tip what it means
     * @param notices where to say that something is no date
     * @param changed runs when another instant was taken
     */
    public InstantControl(String id, String label, String tip, Supplier<Notices> notices, Runnable changed) {
        super(id);
        this.label = label;
        this.tip = tip;
        field = new InstantField(InstantField.Edge.END, notices, changed);
    }

    /** Stock or values as they were at an instant. */
    public static InstantControl asOf(Supplier<Notices> notices, Runnable changed) {
        return new InstantControl("asOf", Messages.Instant_asOf, Messages.Instant_asOf_tip, notices, changed); //$NON-NLS-1$
    }

    /** Stock or values as they were known at an instant. */
    public static InstantControl knownAt(Supplier<Notices> notices, Runnable changed) {
        return new InstantControl("knownAt", Messages.Instant_knownAt, Messages.Instant_knownAt_tip, notices, //$NON-NLS-1$
            changed);
    }

    @Override
    protected Control createControl(Composite parent) {
        Composite pair = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(4, 0).applyTo(pair);
        field.create(pair, label, tip, Messages.Instant_now);
        return pair;
    }

    /** What was taken last; empty for now. */
    public Optional<Instant> instant() {
        return field.instant();
    }

}
