package org.stockwright.valuation.ui.internal.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.stockwright.exchange.ExchangePermission;
import org.stockwright.ui.FileImport;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.Mark;
import org.stockwright.valuation.Accounts;
import org.stockwright.valuation.Accounts.Account;
import org.stockwright.valuation.Accounts.Rule;
import org.stockwright.valuation.ValuationPermission;
import org.stockwright.valuation.ui.internal.Effective;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.GridTabs;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.ValueView;

/** The chart of accounts, and the rules by which movements are booked to them. Enter changes an account. */
public final class AccountsView extends ValueView {

    /** The view's id. */
    public static final String ID = "org.stockwright.valuation.ui.accounts"; //$NON-NLS-1$

    private AccountSheet sheet = AccountSheet.EMPTY;
    private Label problems;
    private GridTabs tabs;
    private Grid<Account> accounts;
    private Grid<Effective<Rule>> rules;
    private RuleTest test;

    @Override
    protected List<Class<?>> needs() {
        return List.of(Accounts.class);
    }

    @Override
    protected void createContent(Composite parent) {
        Composite body = column(parent);
        Composite header = line(body, 2);
        problems = new Label(header, SWT.NONE);
        // the colour of errors, whatever the theme has for labels
        problems.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); //$NON-NLS-1$
        problems.setForeground(JFaceColors.getErrorText(problems.getDisplay()));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(problems);
        tabs = new GridTabs(header, body);
        accounts = new Grid<>(rest(tabs.page(Messages.Account_chart)), "valuation.accounts", //$NON-NLS-1$
            AccountSheet.accountColumns(() -> sheet), Account::code);
        accounts.mark(account -> !sheet.problem(account).isEmpty() ? Mark.BAD
            : account.active() ? Mark.NONE : Mark.DIMMED);
        accounts.onOpen(account -> allowed(ValuationPermission.POLICIES, () -> edit(Optional.of(account))));
        tabs.add(accounts);
        Composite posting = tabs.page(Messages.Account_rules);
        rules = new Grid<>(rest(posting), "valuation.rules", AccountSheet.ruleColumns(() -> sheet), //$NON-NLS-1$
            row -> List.of(row.what().category(), row.what().kind(), row.what().side(), row.from()));
        rules.mark(row -> sheet.problem(row).isEmpty() ? row.mark() : Mark.BAD);
        tabs.add(rules);
        test = new RuleTest(posting, () -> sheet, this::notices);
        accounts.provideSelection(getSite());
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        tool(bar, tabs.control(), Messages.Account_new, ValuationPermission.POLICIES, () -> edit(Optional.empty()));
        tool(bar, tabs.control(), Messages.Account_change, ValuationPermission.POLICIES, this::editSelected);
        tool(bar, tabs.control(), Messages.Account_newRule, ValuationPermission.POLICIES, this::addRule);
        tool(bar, tabs.control(), Messages.Import_title, ExchangePermission.IMPORT,
            () -> FileImport.open(getSite().getWorkbenchWindow(),
                tabs.selected() == 0 ? "accounts" : "posting-rules")); //$NON-NLS-1$ //$NON-NLS-2$
    }

    private void edit(Optional<Account> account) {
        service(Accounts.class)
            .ifPresent(service -> new AccountDialog(getSite().getShell(), service, sheet, account).open());
    }

    private void editSelected() {
        accounts.selection().stream().findFirst().ifPresentOrElse(account -> edit(Optional.of(account)),
            () -> notices().failed(Messages.Account_selectFirst));
    }

    private void addRule() {
        tabs.select(1);
        service(Accounts.class).ifPresent(service -> new RuleDialog(getSite().getShell(), service, sheet).open());
    }

    @Override
    protected void load() {
        service(Accounts.class).ifPresent(service -> start(ID, Work
            .load(Messages.Account_load, progress -> AccountSheet.read(service, Figures.current(), Instant.now()))
            .on(tabs.control()).quietly().done(this::show)));
    }

    private void show(AccountSheet found) {
        sheet = found;
        accounts.setRows(found.accounts());
        rules.setRows(found.rules());
        show(problems, found.remark());
        test.refresh();
    }

    @Override
    protected void empty() {
        sheet = AccountSheet.EMPTY;
        accounts.setRows(List.of());
        rules.setRows(List.of());
        show(problems, ""); //$NON-NLS-1$
        test.refresh();
    }

    @Override
    protected void focusContent() {
        tabs.setFocus();
    }

}
