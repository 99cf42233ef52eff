package org.stockwright.ui;

import java.util.List;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;

/**
 * A dialog of a few fields that stays open until its request was done. What was refused stands above them until something
 * else is typed. Closing it cancels a request that is not done yet.
 */
public abstract class EntryDialog extends TitleAreaDialog {

    private final String title;
    private final String message;
    private final String button;
    private Job running;

    /**
     * A dialog that is not open yet.
     *
     * @param title of the window and above the message
     * @param message what it is for
     * @param button what OK does, in a word
     */
    protected EntryDialog(Shell shell, String title, String message, String button) {
        super(shell);
        this.title = title;
        this.message = message;
        this.button = button;
        setHelpAvailable(false);
    }

    /** Makes the fields in a parent with two columns: label and field. */
    protected abstract void fields(Composite parent);

    /** What is wrong before anybody is asked; empty when nothing is. */
    protected String problem() {
        return ""; //$NON-NLS-1$
    }

    /** What is asked for now; its result closes the dialog. */
    protected abstract Work<?> request();

    /** Whether the request can last, so that its progress is shown in the status line. */
    protected boolean isLong() {
        return false;
    }

    /** Gives the focus to the field that has to be typed again after a refusal. */
    protected abstract void again();

    @Override
    protected final void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
    }

    @Override
    protected final Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(title);
        setMessage(message);
        Composite form = new Composite(area, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).spacing(12, 8).applyTo(form);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(form);
        fields(form);
        for (Control field : form.getChildren()) {
            field.addListener(SWT.Modify, event -> setErrorMessage(null));
        }
        return area;
    }

    /** A labelled field. */
    public static Text field(Composite parent, String label, int style) {
        new Label(parent, SWT.NONE).setText(label);
        Text text = new Text(parent, SWT.BORDER | style);
        GridDataFactory.fillDefaults().grab(true, false).hint(260, SWT.DEFAULT).applyTo(text);
        return text;
    }

    @Override
    protected final void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, button, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    @Override
    protected final void okPressed() {
        String problem = problem();
        if (!problem.isEmpty()) {
            again();
            setErrorMessage(problem);
            return;
        }
        setErrorMessage(null);
        getButton(IDialogConstants.OK_ID).setEnabled(false);
        Work<?> work = request().on(getShell()).with(new InTitle()).always(this::ended);
        running = (isLong() ? work : work.quietly()).start();
    }

    /** Says in the title what became of the request. */
    private final class InTitle implements Notices {

        @Override
        public void done(String sentence) {
            setMessage(sentence);
        }

        @Override
        public void refused(List<Refusal> refusals) {
            // what is entered here is one thing, not the first line of many
            failed(Notices.text(refusals.stream()
                .map(refusal -> refusal.place().line() > 0 ? refusal.at(Place.NONE) : refusal).toList()));
        }

        @Override
        public void failed(String sentence) {
            again();
            setErrorMessage(sentence);
        }

        @Override
        public void clear() {
            setErrorMessage(null);
        }

    }

    private void ended() {
        running = null;
        enable();
    }

    @Override
    public boolean close() {
        if (running != null) {
            running.cancel();
        }
        return super.close();
    }

    private void enable() {
        if (getShell() != null && !getShell().isDisposed()) {
            getButton(IDialogConstants.OK_ID).setEnabled(true);
        }
    }

    /** It was done. */
    protected final void finish() {
        setReturnCode(OK);
        close();
    }

}
