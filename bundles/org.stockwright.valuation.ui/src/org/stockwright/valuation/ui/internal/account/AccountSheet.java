package org.stockwright.valuation.ui.internal.account;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.stockwright.ui.grid.Column;
import org.stockwright.valuation.Accounts;
import org.stockwright.valuation.Accounts.Account;
import org.stockwright.valuation.Accounts.Rule;
import org.stockwright.valuation.Recorded;
import org.stockwright.valuation.ui.internal.Effective;
import org.stockwright.valuation.ui.internal.Effective.State;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.Words;

/**
 * The chart of accounts and the posting rules, with what is wrong between them. No widgets; never changes.
 *
 * @param accounts by code
 * @param rules by category, side and kind, oldest first
 * @param figures how instants are written
 */
record AccountSheet(List<Account> accounts, List<Effective<Rule>> rules, Figures figures) {

    /** Nothing was read yet. */
    static final AccountSheet EMPTY = new AccountSheet(List.of(), List.of(), Figures.PLAIN);

    /** Takes copies of the lists. */
    AccountSheet {
        accounts = List.copyOf(accounts);
        rules = List.copyOf(rules);
    }

    /** Reads both. */
    static AccountSheet read(Accounts accounts, Figures figures, Instant now) {
        return of(accounts.accounts(), accounts.ruleHistory(), figures, now);
    }

    /** What was read, and which rules hold. */
    static AccountSheet of(List<Account> accounts, List<Recorded<Rule>> rules, Figures figures, Instant now) {
        return new AccountSheet(accounts, Effective.of(rules, Rule::from,
            rule -> List.of(rule.category(), rule.kind(), rule.side()), now), figures);
    }

    private Map<String, Account> byCode() {
        return accounts.stream().collect(Collectors.toMap(Account::code, Function.identity()));
    }

    /** What is wrong with a rule that holds or will hold; empty when nothing is. */
    String problem(Effective<Rule> rule) {
        if (rule.state() == State.SUPERSEDED) {
            return ""; //$NON-NLS-1$
        }
        Account account = byCode().get(rule.what().account());
        return account == null ? NLS.bind(Messages.Account_unknown, rule.what().account())
            : account.active() ? "" : NLS.bind(Messages.Account_notActive, account.code()); //$NON-NLS-1$
    }

    /** How many rules that hold or will hold name an account. */
    long users(String code) {
        return rules.stream()
            .filter(rule -> rule.state() != State.SUPERSEDED && rule.what().account().equals(code)).count();
    }

    /** What is wrong with an account; empty when nothing is. */
    String problem(Account account) {
        long users = users(account.code());
        return account.active() || users == 0 ? "" //$NON-NLS-1$
            : NLS.bind(users == 1 ? Messages.Account_usedByOne : Messages.Account_usedBy, Long.toString(users));
    }

    /** All problems, in a sentence; empty when there are none. */
    String remark() {
        Set<String> problems = new LinkedHashSet<>();
        rules.stream().map(this::problem).filter(text -> !text.isEmpty()).forEach(problems::add);
        return problems.isEmpty() ? "" //$NON-NLS-1$
            : NLS.bind(Messages.Account_problems, String.join(" ", problems)); //$NON-NLS-1$
    }

    /** An account as lists show it: code and name. */
    static String shown(Account account) {
        return account.code() + ' ' + account.name();
    }

    /** An account as lists show it, by its code. */
    String shown(String code) {
        return Optional.ofNullable(byCode().get(code)).map(AccountSheet::shown).orElse(code);
    }

    /** Accounts that rules may name. */
    List<Account> active() {
        return accounts.stream().filter(Account::active).toList();
    }

    /** The sides that there are rules for: each has one for any category and kind. */
    List<String> sides() {
        return rules.stream().map(rule -> rule.what().side()).distinct().toList();
    }

    /** A condition in words; nothing is any. */
    static String any(String condition) {
        return condition.isEmpty() ? Messages.Account_any : condition;
    }

    /** The rule that decides, in a sentence. */
    String answer(Rule rule) {
        String centre = rule.costCentre().isEmpty() ? "" //$NON-NLS-1$
            : NLS.bind(Messages.Account_answerCentre, rule.costCentre());
        String since = rule.from().map(figures::minutes).map(text -> NLS.bind(Messages.Account_answerSince, text))
            .orElse(""); //$NON-NLS-1$
        String which = rule.category().isEmpty() && rule.kind().isEmpty() ? Messages.Account_answerGeneral
            : NLS.bind(Messages.Account_answerRule, any(rule.category()),
                rule.kind().isEmpty() ? Messages.Account_any : Words.spoken(rule.kind()));
        return shown(rule.account()) + centre + ' ' + which + since;
    }

    /** The columns of accounts. */
    @SuppressWarnings("nls")
    static List<Column<Account>> accountColumns(Supplier<AccountSheet> sheet) {
        return List.of(
            Column.<Account>text("account", Messages.Column_account, Account::code).width(14),
            Column.<Account>text("name", Messages.Column_name, Account::name).width(36),
            Column.<Account>text("kind", Messages.Column_accountKind, account -> Words.of(account.kind())).width(14),
            Column.<Account>text("external", Messages.Column_external,
                account -> account.external().isEmpty() ? account.code() : account.external()).width(27),
            Column.<Account>text("active", Messages.Column_active,
                account -> account.active() ? Messages.Account_active : Messages.Account_inactive).width(12),
            Column.<Account>text("problem", Messages.Column_problem, account -> sheet.get().problem(account))
                .width(40));
    }

    /** The columns of posting rules. */
    @SuppressWarnings("nls")
    static List<Column<Effective<Rule>>> ruleColumns(Supplier<AccountSheet> sheet) {
        Supplier<Figures> figures = () -> sheet.get().figures();
        return Stream.of(Stream.of(
            Column.<Effective<Rule>>text("category", Messages.Column_category, row -> any(row.what().category()))
                .width(26),
            Column.<Effective<Rule>>text("kind", Messages.Column_movementKind,
                row -> row.what().kind().isEmpty() ? Messages.Account_any : Words.spoken(row.what().kind())).width(14),
            Column.<Effective<Rule>>text("side", Messages.Column_side, row -> Words.spoken(row.what().side()))
                .width(24),
            Column.<Effective<Rule>>text("account", Messages.Column_account,
                row -> sheet.get().shown(row.what().account())).width(32),
            Column.<Effective<Rule>>text("costCentre", Messages.Column_costCentre, row -> row.what().costCentre())
                .width(12),
            Effective.<Rule>fromColumn(figures)), Effective.<Rule>recordedColumns(figures).stream(),
            Stream.of(Column.<Effective<Rule>>text("problem", Messages.Column_problem,
                row -> sheet.get().problem(row)).width(36)))
            .flatMap(Function.identity()).toList();
    }

}
