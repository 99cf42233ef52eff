package org.stockwright.service.ui.internal;

import java.util.Optional;

import org.eclipse.swt.widgets.Button;
import org.stockwright.ui.Allowed;

/** Lets buttons be pressed as long as it may and can be done; those that cannot say why. */
final class Permit {

    private Permit() {
    }

    /**
     * Enables a button or not.
     *
     * @param fits whether it can be done now
     * @param why the reason why it cannot, or empty
     * @return whether it is enabled
     */
    static boolean enable(Button button, String permission, boolean fits, String why) {
        Optional<String> missing = Allowed.whyNot(permission);
        boolean can = fits && missing.isEmpty();
        button.setEnabled(can);
        button.setToolTipText(missing.orElse(can || why.isEmpty() ? null : why));
        return can;
    }

}
