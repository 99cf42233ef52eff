package org.stockwright.company.ui.internal;

import java.util.Locale;

import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IWorkbenchWindow;

/** Makes a new company: name, currency, time zone, folder. */
final class NewCompanyWizard extends Wizard {

    private final IWorkbenchWindow window;
    private final Books books;
    private final NewCompanyModel model;

    NewCompanyWizard(IWorkbenchWindow window, Books books) {
        this.window = window;
        this.books = books;
        model = new NewCompanyModel(books.home(), Locale.getDefault());
        setWindowTitle(Messages.NewCompany_title);
        addPage(new NewCompanyPage(model));
    }

    @Override
    public boolean performFinish() {
        window.getShell().getDisplay().asyncExec(() -> model.password().ifPresentOrElse(
            password -> books.create(window, model.folder(), model.draft(), password),
            () -> books.create(window, model.folder(), model.draft())));
        return true;
    }

}
