package org.stockwright.valuation.ui.internal.method;

import java.time.Instant;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.stockwright.base.Outcome;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.CostSettings.Level;
import org.stockwright.valuation.CostSettings.Policy;
import org.stockwright.valuation.CostSettings.PolicyEffect;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.Typed;

/**
 * A change of the cost method as it is typed. No widgets; never changes.
 *
 * @param level what it is for
 * @param subject the category's path or the item's code; not looked at for the company
 * @param method how cost flows
 * @param from from when; empty for always
 */
record MethodDraft(Level level, String subject, CostMethod method, String from) {

    /** The policy, or why it is none. */
    Outcome<Policy> policy(Figures figures, Instant now) {
        Typed typed = new Typed(figures.zone(), now);
        String about = switch (level) {
            case COMPANY -> ""; //$NON-NLS-1$
            case CATEGORY -> typed.text(subject, Messages.Method_theCategory, Messages.Method_categoryMissing);
            case ITEM -> typed.text(subject, Messages.Method_theItem, Messages.Method_itemMissing);
        };
        Optional<Instant> begin = typed.start(from);
        return typed.outcome(() -> new Policy(level, about, method, begin));
    }

    /** What to know before it is set. */
    String warning() {
        return switch (method) {
            case LIFO -> Messages.Method_lifoWarning;
            case SPECIFIC -> Messages.Method_specificWarning;
            case STANDARD -> Messages.Method_standardWarning;
            case FIFO, AVERAGE -> Messages.Method_dialogMessage;
        };
    }

    /** What it would do, in sentences. */
    String effect(PolicyEffect effect, Figures figures) {
        String values = NLS.bind(Messages.Method_effect,
            new Object[] { Integer.toString(effect.items()), figures.money(effect.before()),
                figures.money(effect.after()), figures.change(effect.after().subtract(effect.before())) });
        return method == CostMethod.LIFO ? values + ' ' + Messages.Method_lifoRemark : values;
    }

}
