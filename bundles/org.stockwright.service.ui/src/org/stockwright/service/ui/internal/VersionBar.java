package org.stockwright.service.ui.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.stockwright.catalog.ui.TypedFields;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.Template.State;
import org.stockwright.ui.Allowed;

/** What version is edited, and what can be done with it as a whole: approve, discard, retire, begin a new one. */
public final class VersionBar {

    private final Composite bar;
    private final Label label;
    private final Button approve;
    private final Button discard;
    private final Button retire;
    private final Button copy;
    private Optional<State> state = Optional.empty();
    private String code = ""; //$NON-NLS-1$
    private int version;
    private boolean clean;

    /** What the buttons do. */
    public interface Steps {

        /** Puts the draft to use. */
        void approve();

        /** Throws the draft away; the user was asked. */
        void discard();

        /** Lets the version end. */
        void retire(LocalDate last);

        /** Begins a new version with this one. */
        void copy();

    }

    /** A bar over the width of a parent with a {@code GridLayout} of one column. */
    public VersionBar(Composite parent, Steps steps) {
        bar = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(5).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        label = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(label);
        approve = button(Messages.Version_approve, steps::approve);
        discard = button(Messages.Version_discard, () -> {
            if (askDiscard(bar.getShell(), code, version)) {
                steps.discard();
            }
        });
        retire = button(Messages.Version_retire, () -> askDay(bar.getShell()).ifPresent(steps::retire));
        copy = button(Messages.Version_copy, steps::copy);
        Allowed.follow(bar, this::enable);
    }

    private Button button(String text, Runnable run) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, event -> run.run());
        return button;
    }

    /** Asks whether a draft may be thrown away. */
    public static boolean askDiscard(Shell shell, String code, int version) {
        return MessageDialog.openQuestion(shell, Messages.Version_discardTitle,
            NLS.bind(Messages.Version_discardQuestion, String.valueOf(version), code));
    }

    /** Asks for the last day of a version; empty when the user does not want it. */
    public static Optional<LocalDate> askDay(Shell shell) {
        LocalDate today = LocalDate.now(Zones.current());
        InputDialog dialog = new InputDialog(shell, Messages.Version_retireTitle,
            Messages.Version_retireQuestion, today.toString(),
            text -> day(text, today).isPresent() ? null : Messages.Version_noDay);
        return dialog.open() == Window.OK ? day(dialog.getValue(), today) : Optional.empty();
    }

    private static Optional<LocalDate> day(String text, LocalDate today) {
        try {
            return Optional.of(TypedFields.day(text.strip(), today));
        } catch (DateTimeException e) {
            // the dialog says how it is written
            return Optional.empty();
        }
    }

    /**
     * Shows a version.
     *
     * @param now its state; empty while it is not stored
     * @param isClean whether nothing is unsaved
     */
    public void show(Optional<State> now, String itsCode, int number, boolean isClean) {
        state = now;
        code = itsCode;
        version = number;
        clean = isClean;
        String words = state.map(one -> NLS.bind(Messages.Version_is, String.valueOf(version), words(one)))
            .orElse(Messages.Version_isNew);
        if (!label.getText().equals(words)) {
            label.setText(words);
        }
        enable();
    }

    private void enable() {
        boolean draft = state.filter(one -> one == State.DRAFT).isPresent();
        Permit.enable(approve, ServicePermission.APPROVE, draft && clean,
            draft ? Messages.Version_saveFirst : ""); //$NON-NLS-1$
        Permit.enable(discard, ServicePermission.TEMPLATES, draft, ""); //$NON-NLS-1$
        Permit.enable(retire, ServicePermission.APPROVE, state.filter(one -> one == State.APPROVED).isPresent(), ""); //$NON-NLS-1$
        Permit.enable(copy, ServicePermission.TEMPLATES, state.isPresent() && clean,
            state.isPresent() ? Messages.Version_saveFirst : ""); //$NON-NLS-1$
    }

    /** What a state is called. */
    public static String words(State state) {
        return switch (state) {
            case DRAFT -> Messages.State_draft;
            case APPROVED -> Messages.State_approved;
            case RETIRED -> Messages.State_retired;
        };
    }

}
