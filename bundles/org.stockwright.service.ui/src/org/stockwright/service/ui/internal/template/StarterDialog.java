package org.stockwright.service.ui.internal.template;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.stockwright.documents.ui.Figures;
import org.stockwright.service.StarterParts;
import org.stockwright.service.StarterParts.Part;
import org.stockwright.service.StarterParts.Standing;
import org.stockwright.service.Templates;
import org.stockwright.service.Templates.Starter;
import org.stockwright.service.ui.internal.Messages;

/** Chooses what a new template begins with: one of those that come with the product, or nothing. */
final class StarterDialog extends TitleAreaDialog {

    private final List<Ready> starters;
    private org.eclipse.swt.widgets.List names;
    private Label about;
    private Button parts;
    private int chosen;
    private boolean wanted = true;

    /**
     * A ready template, and those of its letters, tables and scores that are not there yet.
     *
     * @param starter the template
     * @param missing what is not there
     */
    record Ready(Starter starter, List<Part> missing) {

        /** All that there are. */
        static List<Ready> all(Templates templates, StarterParts parts) {
            return templates.starters().stream().map(one -> new Ready(one,
                parts.of(one.id()).stream().filter(each -> each.standing() == Standing.MISSING).toList())).toList();
        }

    }

    /**
     * What was chosen.
     *
     * @param id of the starter; empty for a blank template
     * @param withParts whether what is missing of its parts is to be drafted too
     */
    record Choice(String id, boolean withParts) {
    }

    StarterDialog(Shell shell, List<Ready> starters) {
        super(shell);
        this.starters = starters;
        setHelpAvailable(false);
    }

    /** What was chosen; nothing when the user does not want any. */
    Optional<Choice> choose() {
        if (open() != Window.OK) {
            return Optional.empty();
        }
        return Optional.of(chosen < starters.size()
            ? new Choice(starters.get(chosen).starter().id(), wanted && !starters.get(chosen).missing().isEmpty())
            : new Choice("", false)); //$NON-NLS-1$
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.Starter_title);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(shell, TemplateEditor.ID);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(Messages.Starter_title);
        setMessage(Messages.Starter_message);
        Composite body = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(12, 12).spacing(6, 8).applyTo(body);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        names = new org.eclipse.swt.widgets.List(body, SWT.BORDER | SWT.SINGLE | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).hint(460, 150).applyTo(names);
        starters.forEach(one -> names.add(one.starter().name()));
        names.add(Messages.Starter_blank);
        about = new Label(body, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(460, 90).applyTo(about);
        parts = new Button(body, SWT.CHECK | SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(460, 66).applyTo(parts);
        parts.setSelection(wanted);
        parts.addListener(SWT.Selection, event -> wanted = parts.getSelection());
        names.addListener(SWT.Selection, event -> tell());
        names.addListener(SWT.DefaultSelection, event -> okPressed());
        names.select(0);
        tell();
        return area;
    }

    private void tell() {
        chosen = Math.max(0, names.getSelectionIndex());
        about.setText(chosen < starters.size() ? words(starters.get(chosen).starter()) : Messages.Starter_blankAbout);
        List<Part> missing = chosen < starters.size() ? starters.get(chosen).missing() : List.of();
        parts.setVisible(!missing.isEmpty());
        parts.setText(NLS.bind(Messages.Starter_parts, words(missing)));
    }

    /** Parts in a sentence. */
    static String words(List<Part> parts) {
        return parts.stream().map(one -> one.name() + " (" + one.code() + ')').collect(Collectors.joining(", ")); //$NON-NLS-1$ //$NON-NLS-2$
    }

    /** What it is for, and what has to be added to it: materials are the company's own items. */
    private static String words(Starter starter) {
        return starter.materials().isEmpty() ? starter.about()
            : starter.about() + ' ' + NLS.bind(Messages.Starter_materials, starter.materials().stream()
                .map(one -> Figures.text(one.quantity()) + " x " + one.material()).collect(Collectors.joining(", "))); //$NON-NLS-1$ //$NON-NLS-2$
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.Starter_begin, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        names.setFocus();
    }

}
