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
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.stockwright.documents.ui.Figures;
import org.stockwright.service.Templates.Starter;
import org.stockwright.service.ui.internal.Messages;

/** Chooses what a new template begins with: one of those that come with the product, or nothing. */
final class StarterDialog extends TitleAreaDialog {

    private final List<Starter> starters;
    private org.eclipse.swt.widgets.List names;
    private Label about;
    private int chosen;

    StarterDialog(Shell shell, List<Starter> starters) {
        super(shell);
        this.starters = starters;
        setHelpAvailable(false);
    }

    /** The id of what was chosen, empty for a blank one; nothing when the user does not want any. */
    Optional<String> choose() {
        if (open() != Window.OK) {
            return Optional.empty();
        }
        return Optional.of(chosen < starters.size() ? starters.get(chosen).id() : ""); //$NON-NLS-1$
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
        starters.forEach(starter -> names.add(starter.name()));
        names.add(Messages.Starter_blank);
        about = new Label(body, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(460, 90).applyTo(about);
        names.addListener(SWT.Selection, event -> tell());
        names.addListener(SWT.DefaultSelection, event -> okPressed());
        names.select(0);
        tell();
        return area;
    }

    private void tell() {
        chosen = Math.max(0, names.getSelectionIndex());
        about.setText(chosen < starters.size() ? words(starters.get(chosen)) : Messages.Starter_blankAbout);
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
