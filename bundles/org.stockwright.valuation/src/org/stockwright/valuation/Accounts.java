package org.stockwright.valuation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.security.Requires;

/** The accounts that stock is booked to, and the rules by which. Thread-safe. */
@ProviderType
@Requires(ValuationPermission.VIEW)
public interface Accounts {

    /** What an account is. */
    enum Kind {
        /** What we have. */
        ASSET,
        /** What we owe. */
        LIABILITY,
        /** What the owners put in. */
        EQUITY,
        /** What we earn. */
        INCOME,
        /** What we spend. */
        EXPENSE
    }

    /**
     * An account.
     *
     * @param code its code, unique
     * @param name what people call it
     * @param kind what it is
     * @param external the general ledger's code for it in exports; empty for the same
     * @param active whether new rules may name it
     */
    record Account(String code, String name, Kind kind, String external, boolean active) {
    }

    /**
     * The account of one side of a movement. The deepest category decides first, then the kind of movement.
     *
     * @param category the path of a category; empty for any
     * @param kind the word of a kind of movement, for example {@code scrap}; empty for any
     * @param side the kind of place on that side ({@code inventory}, {@code transit}, {@code production},
     *            {@code supplier}, {@code customer}, {@code scrap}, {@code count-difference}, {@code opening}) or a kind of
     *            difference ({@code purchase-price-variance}, {@code cost-variance}, {@code revaluation},
     *            {@code write-down}, {@code late-cost}), or {@code purchases} of the periodic inventory system
     * @param account the account's code
     * @param costCentre the cost centre, or empty
     * @param from from when; empty for always
     */
    record Rule(String category, String kind, String side, String account, String costCentre,
        Optional<Instant> from) {
    }

    /** All accounts, by code. */
    List<Account> accounts();

    /** Stores accounts, new or changed, by code; all or none. Refusals carry the index (from 1) as their line. */
    @Requires(ValuationPermission.POLICIES)
    Outcome<Integer> saveAccounts(List<Account> accounts);

    /** What {@link #saveAccounts} would do now; nothing is stored. */
    @Requires(ValuationPermission.POLICIES)
    Outcome<Integer> rehearseAccounts(List<Account> accounts);

    /** All rules. */
    List<Rule> rules();

    /** All rules, with who recorded them when. Those that a book begins with were recorded at the epoch. */
    List<Recorded<Rule>> ruleHistory();

    /**
     * The rule that decides about one side of a movement.
     *
     * @param category the path of the item's category; empty for an item without one
     * @param kind the word of the kind of movement; empty for what is no movement, such as a late cost
     * @param side as in {@link Rule}
     * @param at when the movement happens
     */
    Outcome<Rule> deciding(String category, String kind, String side, Instant at);

    /**
     * Stores rules; one for the same condition and instant is replaced as long as nothing was booked. All or none.
     * Refusals carry the index (from 1) as their line. Rows that were booked stay as they are.
     */
    @Requires(ValuationPermission.POLICIES)
    Outcome<Integer> saveRules(List<Rule> rules);

    /** What {@link #saveRules} would do now; nothing is stored. */
    @Requires(ValuationPermission.POLICIES)
    Outcome<Integer> rehearseRules(List<Rule> rules);

}
