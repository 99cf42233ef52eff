package org.stockwright.valuation.ui.internal.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.valuation.Accounts.Account;
import org.stockwright.valuation.Accounts.Kind;
import org.stockwright.valuation.Accounts.Rule;
import org.stockwright.valuation.Recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockwright.valuation.ui.internal.Examples.EURO;
import static org.stockwright.valuation.ui.internal.Examples.NOON;

class AccountSheetTest {

    private static final Account SALES = new Account("5000", "Cost of sales", Kind.EXPENSE, "", true);
    private static final Account OLD = new Account("5001", "Marketing", Kind.EXPENSE, "GL-1", false);

    private static Recorded<Rule> rule(String category, String kind, String account, Instant from) {
        return new Recorded<>(new Rule(category, kind, "customer", account, "", Optional.ofNullable(from)), NOON,
            "kim");
    }

    private static AccountSheet sheet(List<Recorded<Rule>> rules) {
        return AccountSheet.of(List.of(SALES, OLD), rules, EURO, NOON);
    }

    @Test
    void aRuleThatHoldsForAnInactiveAccountIsAProblem() {
        AccountSheet sheet = sheet(List.of(rule("", "", "5000", null), rule("", "issue", "5001", NOON),
            rule("Parts", "", "9999", NOON.plusSeconds(9))));
        assertThat(sheet.rules()).extracting(sheet::problem).containsExactly("", "Account 5001 is not active.",
            "There is no account 9999.");
        assertThat(sheet.remark())
            .isEqualTo("To be put right: Account 5001 is not active. There is no account 9999.");
        assertThat(sheet.problem(OLD)).isEqualTo("A posting rule names it");
        assertThat(sheet.problem(SALES)).isEmpty();
    }

    @Test
    void aRuleThatWasReplacedIsNone() {
        AccountSheet sheet = sheet(List.of(rule("", "issue", "5001", null), rule("", "issue", "5000", NOON)));
        assertThat(sheet.remark()).isEmpty();
        assertThat(sheet.users("5001")).isZero();
    }

    @Test
    void anAnswerNamesAccountCostCentreAndRule() {
        AccountSheet sheet = sheet(List.of());
        assertThat(sheet.answer(new Rule("", "", "customer", "5000", "", Optional.empty())))
            .isEqualTo("5000 Cost of sales by the general rule");
        assertThat(sheet.answer(new Rule("Parts", "return-in", "customer", "5001", "CC7", Optional.of(NOON))))
            .isEqualTo("5001 Marketing, cost centre CC7 by the rule for category Parts, kind Return in, "
                + "from 2026-03-31 12:00 on");
    }

    @Test
    void whatWasTypedBecomesARule() {
        assertThat(new RuleDraft(" Parts ", "issue", "customer", "5000", " CC7 ", "").rule(EURO, NOON).value())
            .isEqualTo(new Rule("Parts", "issue", "customer", "5000", "CC7", Optional.empty()));
        assertThat(new RuleDraft("", "", "customer", "5000", "", "soon").rule(EURO, NOON).isDone()).isFalse();
    }

}
