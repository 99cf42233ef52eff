package org.stockwright.security.ui.internal;

import java.util.Optional;

import org.eclipse.core.expressions.PropertyTester;
import org.stockwright.security.Sessions;
import org.stockwright.ui.Services;

/** Whether somebody is signed in, and whether somebody has to, for the commands about it. */
public final class SessionTester extends PropertyTester {

    @Override
    public boolean test(Object receiver, String property, Object[] args, Object expectedValue) {
        Optional<Sessions> sessions = Services.find(SessionTester.class, Sessions.class);
        boolean needed = sessions.filter(Sessions::hasUsers).isPresent();
        return property.equals("needed") ? needed //$NON-NLS-1$
            : needed && sessions.flatMap(Sessions::current).isPresent();
    }

}
