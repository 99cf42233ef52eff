package org.stockwright.ui.internal;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.stockwright.ui.StatusField;

/** Puts the status fields that areas register into a window's status line, in their order. */
final class StatusFields extends ServiceTracker<StatusField, StatusField> implements AutoCloseable {

    private final IStatusLineManager line;
    private final Display display;
    private final Map<StatusField, StatusItem> items = new HashMap<>();

    StatusFields(IStatusLineManager line, IWorkbenchWindow window) {
        super(context(), StatusField.class, null);
        this.line = line;
        this.display = window.getShell().getDisplay();
    }

    private static BundleContext context() {
        return FrameworkUtil.getBundle(StatusFields.class).getBundleContext();
    }

    @Override
    public StatusField addingService(ServiceReference<StatusField> reference) {
        StatusField field = super.addingService(reference);
        if (field != null) {
            onDisplay(() -> add(field));
        }
        return field;
    }

    private void add(StatusField field) {
        StatusItem item = new StatusItem(field);
        items.put(field, item);
        String next = items.values().stream().filter(other -> other.order() > item.order())
            .min((a, b) -> Integer.compare(a.order(), b.order())).map(StatusItem::getId).orElse(null);
        if (next == null) {
            line.add(item);
        } else {
            line.insertBefore(next, item);
        }
        line.update(true);
        field.onChange(() -> onDisplay(() -> {
            if (item.changed()) {
                line.update(true);
            }
        }));
    }

    @Override
    public void removedService(ServiceReference<StatusField> reference, StatusField field) {
        super.removedService(reference, field);
        onDisplay(() -> {
            StatusItem item = items.remove(field);
            if (item != null) {
                line.remove(item);
                line.update(true);
            }
        });
    }

    private void onDisplay(Runnable runnable) {
        if (!display.isDisposed()) {
            display.asyncExec(runnable);
        }
    }

}
