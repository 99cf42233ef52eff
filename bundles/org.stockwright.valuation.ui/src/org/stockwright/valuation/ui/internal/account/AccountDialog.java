package org.stockwright.valuation.ui.internal.account;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Work;
import org.stockwright.valuation.Accounts;
import org.stockwright.valuation.Accounts.Account;
import org.stockwright.valuation.Accounts.Kind;
import org.stockwright.valuation.ui.internal.Fields;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.Words;

/** Asks for a new account, or for what one is called, which code the general ledger has for it, and whether it is used. */
final class AccountDialog extends EntryDialog {

    private static final List<Kind> KINDS = Arrays.asList(Kind.values());

    private final Accounts accounts;
    private final AccountSheet sheet;
    private final Optional<Account> changed;
    private Text code;
    private Text name;
    private Combo kind;
    private Text external;
    private Button active;

    /**
     * A dialog that is not open yet.
     *
     * @param changed the account that is changed; empty for a new one
     */
    AccountDialog(Shell shell, Accounts accounts, AccountSheet sheet, Optional<Account> changed) {
        super(shell, Words.title(changed.isPresent() ? Messages.Account_change : Messages.Account_new),
            changed.isPresent() ? Messages.Account_changeMessage : Messages.Account_newMessage,
            changed.isPresent() ? Messages.Account_save : Messages.Account_add);
        this.accounts = accounts;
        this.sheet = sheet;
        this.changed = changed;
    }

    @Override
    protected void fields(Composite parent) {
        code = field(parent, Messages.Account_code, SWT.NONE);
        name = field(parent, Messages.Account_name, SWT.NONE);
        kind = Fields.combo(parent, Messages.Account_type, KINDS.stream().map(Words::of).toList());
        external = field(parent, Messages.Account_external, SWT.NONE);
        external.setMessage(Messages.Account_externalHint);
        active = Fields.check(parent, Messages.Account_activeBox);
        active.setSelection(true);
        changed.ifPresent(this::fill);
        active.addListener(SWT.Selection, event -> activeChanged());
    }

    private void fill(Account account) {
        code.setText(account.code());
        code.setEnabled(false);
        name.setText(account.name());
        kind.select(KINDS.indexOf(account.kind()));
        external.setText(account.external());
        active.setSelection(account.active());
        name.setFocus();
    }

    private void activeChanged() {
        long users = changed.map(account -> sheet.users(account.code())).orElse(0L);
        setErrorMessage(null);
        if (active.getSelection() || users == 0) {
            setMessage(changed.isPresent() ? Messages.Account_changeMessage : Messages.Account_newMessage);
        } else {
            setMessage(NLS.bind(users == 1 ? Messages.Account_stillOne : Messages.Account_still,
                Long.toString(users)), IMessageProvider.WARNING);
        }
    }

    @Override
    protected String problem() {
        return changed.isEmpty() && sheet.accounts().stream().anyMatch(known -> known.code().equals(typedCode()))
            ? NLS.bind(Messages.Account_taken, typedCode()) : ""; //$NON-NLS-1$
    }

    private String typedCode() {
        return code.getText().strip();
    }

    @Override
    protected Work<?> request() {
        Account account = new Account(typedCode(), name.getText().strip(), KINDS.get(kind.getSelectionIndex()),
            external.getText().strip(), active.getSelection());
        return Work.request(Messages.Account_job, progress -> accounts.saveAccounts(List.of(account)))
            .done(stored -> finish());
    }

    @Override
    protected void again() {
        (changed.isEmpty() ? code : name).setFocus();
    }

}
