package org.stockwright.company.ui.internal;

import java.time.ZoneId;
import java.util.Currency;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** The one page of the wizard for a new company. */
final class NewCompanyPage extends WizardPage {

    private final NewCompanyModel model;
    private Text folder;
    private boolean showing;

    NewCompanyPage(NewCompanyModel model) {
        super("company"); //$NON-NLS-1$
        this.model = model;
        setTitle(Messages.NewCompany_title);
        setDescription(Messages.NewCompany_description);
    }

    @Override
    public void createControl(Composite parent) {
        Composite form = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).spacing(10, 8).applyTo(form);
        label(form, Messages.NewCompany_name);
        Text name = new Text(form, SWT.BORDER);
        wide(name, 2);
        label(form, Messages.NewCompany_currency);
        Combo currency = combo(form, Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode)
            .sorted().toArray(String[]::new), model.currency(), model::currency);
        label(form, Messages.NewCompany_zone);
        Combo zone = combo(form, ZoneId.getAvailableZoneIds().stream().sorted().toArray(String[]::new), model.zone(),
            model::zone);
        label(form, Messages.NewCompany_folder);
        folder = new Text(form, SWT.BORDER);
        wide(folder, 1);
        Button browse = new Button(form, SWT.PUSH);
        browse.setText(Messages.NewCompany_browse);
        browse.addListener(SWT.Selection, event -> browse());
        name.addListener(SWT.Modify, event -> change(() -> model.name(name.getText())));
        currency.addListener(SWT.Modify, event -> change(() -> model.currency(currency.getText())));
        zone.addListener(SWT.Modify, event -> change(() -> model.zone(zone.getText())));
        folder.addListener(SWT.Modify, event -> {
            if (!showing) {
                change(() -> model.folder(folder.getText()));
            }
        });
        createEncryption(form);
        setControl(form);
        setPageComplete(false);
    }

    private void createEncryption(Composite form) {
        new Label(form, SWT.NONE);
        Button encrypt = new Button(form, SWT.CHECK);
        encrypt.setText(Messages.NewCompany_encrypt);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(encrypt);
        Text password = password(form, Messages.NewCompany_password);
        Text again = password(form, Messages.NewCompany_again);
        Runnable read = () -> {
            password.setEnabled(encrypt.getSelection());
            again.setEnabled(encrypt.getSelection());
            change(() -> model.encryption(encrypt.getSelection(), password.getTextChars(), again.getTextChars()));
        };
        encrypt.addListener(SWT.Selection, event -> {
            read.run();
            if (encrypt.getSelection()) {
                password.setFocus();
            }
        });
        password.addListener(SWT.Modify, event -> read.run());
        again.addListener(SWT.Modify, event -> read.run());
    }

    private static Text password(Composite form, String text) {
        label(form, text);
        Text password = new Text(form, SWT.BORDER | SWT.PASSWORD);
        password.setEnabled(false);
        wide(password, 2);
        return password;
    }

    private static void label(Composite form, String text) {
        new Label(form, SWT.NONE).setText(text);
    }

    private static void wide(Text text, int columns) {
        GridDataFactory.fillDefaults().grab(true, false).span(columns, 1).hint(320, SWT.DEFAULT).applyTo(text);
    }

    private static Combo combo(Composite form, String[] items, String value, Consumer<String> setter) {
        Combo combo = new Combo(form, SWT.DROP_DOWN);
        combo.setItems(items);
        combo.setText(value);
        combo.setVisibleItemCount(15);
        combo.addListener(SWT.Selection, event -> setter.accept(combo.getText()));
        GridDataFactory.fillDefaults().span(2, 1).applyTo(combo);
        return combo;
    }

    private void browse() {
        DirectoryDialog dialog = new DirectoryDialog(getShell());
        dialog.setText(Messages.NewCompany_folder);
        String chosen = dialog.open();
        if (chosen != null) {
            folder.setText(chosen);
        }
    }

    private void change(Runnable change) {
        change.run();
        if (!folder.getText().equals(model.folder()) && !folder.isFocusControl()) {
            showing = true;
            folder.setText(model.folder());
            showing = false;
        }
        model.problem().ifPresentOrElse(this::setErrorMessage, () -> setErrorMessage(null));
        setPageComplete(model.problem().isEmpty());
    }

}
