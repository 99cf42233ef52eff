package org.stockwright.ui.internal;

import org.eclipse.core.expressions.PropertyTester;
import org.stockwright.ui.Allowed;

/**
 * Whether the user may do something, for {@code enabledWhen} of handlers:
 *
 * <pre>
 * &lt;with variable="org.stockwright.ui.access"&gt;
 *     &lt;test property="org.stockwright.ui.may" args="ledger.post"/&gt;
 * &lt;/with&gt;
 * </pre>
 */
public final class AllowedTester extends PropertyTester {

    @Override
    public boolean test(Object receiver, String property, Object[] args, Object expectedValue) {
        return Allowed.may(String.valueOf(args[0]));
    }

}
