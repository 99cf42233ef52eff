package org.stockwright.ui;

import java.util.Optional;
import java.util.Set;

import org.eclipse.jface.action.IAction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.ChangeListener;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.security.Access;

/**
 * What the user may do, for controls and actions: they are disabled while the permission is missing, and their tool tip
 * says why. Handlers say it in {@code plugin.xml} by the property {@code org.stockwright.ui.may}. This is a courtesy:
 * the services refuse by themselves.
 */
public final class Allowed {

    private Allowed() {
    }

    /** Whether the user has this permission now, at one site at least. */
    public static boolean may(String permission) {
        return whyNot(permission).isEmpty();
    }

    /** Why the user has not got this permission, as a sentence with a hint; empty when it is given. */
    public static Optional<String> whyNot(String permission) {
        return Services.find(Allowed.class, Access.class).flatMap(access -> access.refusal(permission))
            .map(Notices::text);
    }

    /** Disables a control while the permission is missing; a text stays readable. */
    public static void guard(Control control, String permission) {
        String tip = control.getToolTipText();
        follow(control, () -> {
            Optional<String> reason = whyNot(permission);
            if (control instanceof Text text) {
                text.setEditable(reason.isEmpty());
            } else {
                control.setEnabled(reason.isEmpty());
            }
            control.setToolTipText(reason.orElse(tip));
        });
    }

    /** Disables an action while the permission is missing; the owner is the control that it belongs to. */
    public static void guard(IAction action, Control owner, String permission) {
        String tip = action.getToolTipText();
        follow(owner, () -> {
            Optional<String> reason = whyNot(permission);
            action.setEnabled(reason.isEmpty());
            action.setToolTipText(reason.orElse(tip));
        });
    }

    /** Runs now, and on the user interface's thread whenever the user may do other things, as long as there is an owner. */
    public static void follow(Control owner, Runnable update) {
        Display display = owner.getDisplay();
        ChangeListener listener = topics -> later(display, owner, topics, update);
        ServiceRegistration<ChangeListener> registration = FrameworkUtil.getBundle(Allowed.class).getBundleContext()
            .registerService(ChangeListener.class, listener, null);
        owner.addListener(SWT.Dispose, event -> registration.unregister());
        update.run();
    }

    private static void later(Display display, Control owner, Set<Topic> topics, Runnable update) {
        if (topics.contains(Topic.ACCESS) && !display.isDisposed()) {
            display.asyncExec(() -> {
                if (!owner.isDisposed()) {
                    update.run();
                }
            });
        }
    }

}
