package org.stockwright.valuation.ui.internal.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Work;
import org.stockwright.valuation.Accounts;
import org.stockwright.valuation.Accounts.Account;
import org.stockwright.valuation.ui.internal.Fields;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.Words;

/** Asks for a posting rule that holds from an instant on. */
final class RuleDialog extends EntryDialog {

    private final Accounts accounts;
    private final List<Account> active;
    private final List<String> sides;
    private final Figures figures = Figures.current();
    private RuleFields about;
    private Combo account;
    private Text costCentre;
    private Text from;

    RuleDialog(Shell shell, Accounts accounts, AccountSheet sheet) {
        super(shell, Words.title(Messages.Account_newRule), Messages.Account_ruleMessage, Messages.Account_ruleAdd);
        this.accounts = accounts;
        active = sheet.active();
        sides = sheet.sides();
    }

    @Override
    protected void fields(Composite parent) {
        about = new RuleFields(parent);
        about.sides(sides);
        account = Fields.combo(parent, Messages.Account_accountField,
            active.stream().map(AccountSheet::shown).toList());
        costCentre = field(parent, Messages.Account_centreField, SWT.NONE);
        costCentre.setMessage(Messages.Account_centreHint);
        from = field(parent, Messages.Dialog_from, SWT.NONE);
        from.setMessage(Messages.Dialog_fromHint);
        // what is booked stays by the rules of before: a new one begins behind it
        from.setText(LocalDate.now(figures.zone()).plusDays(1).toString());
    }

    @Override
    protected String problem() {
        return active.isEmpty() ? Messages.Account_noneActive : ""; //$NON-NLS-1$
    }

    @Override
    protected Work<?> request() {
        RuleDraft draft = new RuleDraft(about.categoryPath(), about.kindWord(), about.sideWord(),
            active.get(account.getSelectionIndex()).code(), costCentre.getText(), from.getText());
        return Work.request(Messages.Account_ruleJob,
            progress -> draft.rule(figures, Instant.now()).then(rule -> accounts.saveRules(List.of(rule))))
            .done(stored -> finish());
    }

    @Override
    protected void again() {
        from.setFocus();
    }

}
