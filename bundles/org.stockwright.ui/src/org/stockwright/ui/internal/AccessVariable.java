package org.stockwright.ui.internal;

import java.util.Map;
import java.util.Set;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.AbstractSourceProvider;
import org.eclipse.ui.ISources;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.ChangeListener;
import org.stockwright.base.ChangeListener.Topic;

/** A variable that changes whenever the user may do other things than before, so that handlers are asked again. */
public final class AccessVariable extends AbstractSourceProvider {

    /** The variable's name. */
    public static final String NAME = "org.stockwright.ui.access"; //$NON-NLS-1$

    private final Display display = Display.getCurrent();
    private final ServiceRegistration<ChangeListener> registration;
    private int changes;

    /** Made by the workbench, on the user interface's thread. */
    public AccessVariable() {
        ChangeListener listener = this::changed;
        registration = FrameworkUtil.getBundle(AccessVariable.class).getBundleContext()
            .registerService(ChangeListener.class, listener, null);
    }

    private void changed(Set<Topic> topics) {
        if (topics.contains(Topic.ACCESS) && !display.isDisposed()) {
            display.asyncExec(() -> {
                changes++;
                fireSourceChanged(ISources.WORKBENCH, NAME, Integer.valueOf(changes));
            });
        }
    }

    @Override
    public Map<String, Object> getCurrentState() {
        return Map.of(NAME, Integer.valueOf(changes));
    }

    @Override
    public String[] getProvidedSourceNames() {
        return new String[] { NAME };
    }

    @Override
    public void dispose() {
        registration.unregister();
    }

}
