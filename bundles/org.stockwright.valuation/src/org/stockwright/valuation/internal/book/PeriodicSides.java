package org.stockwright.valuation.internal.book;

import org.stockwright.valuation.internal.engine.AccountSide;
import org.stockwright.valuation.internal.engine.Line;
import org.stockwright.valuation.internal.engine.Side;

/**
 * Where a row is booked under the periodic inventory system. What is owed for goods is booked against purchases; goods
 * with which the book was opened, write-downs and revaluations change the stock account as they always do; issues,
 * transfers, counts and the like are not booked: they show when the period is closed.
 *
 * @param debit the account that is debited; 0 when nothing is booked
 * @param credit the account that is credited; 0 when nothing is booked
 * @param purchase 1 when the debit is purchases, -1 when the credit is, else 0
 */
record PeriodicSides(long debit, long credit, int purchase) {

    /** Nothing is booked. */
    static final PeriodicSides NONE = new PeriodicSides(0, 0, 0);

    /** The sides of a line that takes effect at an instant. */
    static PeriodicSides of(Line line, PostingRules rules, long effective) {
        boolean debitOwed = line.debit().account().isOwed();
        boolean creditOwed = line.credit().account().isOwed();
        if (debitOwed != creditOwed) {
            return debitOwed
                ? new PeriodicSides(account(rules, line.debit(), effective), purchases(rules, line.debit(), effective),
                    -1)
                : new PeriodicSides(purchases(rules, line.credit(), effective),
                    account(rules, line.credit(), effective), 1);
        }
        return debitOwed || stays(line.debit().account()) || stays(line.credit().account())
            ? new PeriodicSides(account(rules, line.debit(), effective), account(rules, line.credit(), effective), 0)
            : NONE;
    }

    private static boolean stays(AccountSide side) {
        return side == AccountSide.OPENING || side == AccountSide.WRITE_DOWN || side == AccountSide.REVALUATION;
    }

    private static long account(PostingRules rules, Side side, long effective) {
        return rules.of(side, effective).account();
    }

    private static long purchases(PostingRules rules, Side owed, long effective) {
        return account(rules, new Side(AccountSide.PURCHASES, null, owed.kind(), owed.category(), ""), effective);
    }

}
