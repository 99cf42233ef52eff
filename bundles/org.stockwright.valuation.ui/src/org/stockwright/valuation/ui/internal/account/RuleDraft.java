package org.stockwright.valuation.ui.internal.account;

import java.time.Instant;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.valuation.Accounts.Rule;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Typed;

/**
 * A posting rule as it is typed. No widgets; never changes.
 *
 * @param category the path of a category; empty for any
 * @param kind the word of a kind of movement; empty for any
 * @param side the word of a side
 * @param account the account's code
 * @param costCentre the cost centre, or empty
 * @param from from when; empty for always
 */
record RuleDraft(String category, String kind, String side, String account, String costCentre, String from) {

    /** The rule, or why it is none. */
    Outcome<Rule> rule(Figures figures, Instant now) {
        Typed typed = new Typed(figures.zone(), now);
        Optional<Instant> begin = typed.start(from);
        return typed.outcome(
            () -> new Rule(category.strip(), kind, side, account, costCentre.strip(), begin));
    }

}
