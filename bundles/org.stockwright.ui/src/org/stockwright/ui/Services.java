package org.stockwright.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Display;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The OSGi services that a part or handler sees: what the workbench makes from extensions cannot be a component with
 * constructor injection. Services of an area come and go with the open book. Used on the user interface's thread.
 */
public final class Services implements AutoCloseable {

    private final BundleContext context;
    private final Display display;
    private final List<ServiceTracker<?, ?>> trackers = new ArrayList<>();
    private boolean closed;

    private Services(BundleContext context, Display display) {
        this.context = context;
        this.display = display;
    }

    /** The services as the bundle of this class sees them; close it when the part is disposed. */
    public static Services of(Class<?> asker, Display display) {
        return new Services(contextOf(asker), display);
    }

    /** The best service of a type at this moment, for a handler that asks once. */
    public static <T> Optional<T> find(Class<?> asker, Class<T> type) {
        BundleContext context = contextOf(asker);
        ServiceReference<T> reference = context.getServiceReference(type);
        return reference == null ? Optional.empty() : Optional.ofNullable(context.getService(reference));
    }

    /** All services of a type at this moment, the highest ranked first. */
    public static <T> List<T> findAll(Class<?> asker, Class<T> type) {
        BundleContext context = contextOf(asker);
        List<ServiceReference<T>> references = new ArrayList<>();
        try {
            references.addAll(context.getServiceReferences(type, null));
        } catch (org.osgi.framework.InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        references.sort((a, b) -> b.compareTo(a));
        return references.stream().map(context::getService).filter(Objects::nonNull).toList();
    }

    private static BundleContext contextOf(Class<?> asker) {
        return Objects.requireNonNull(FrameworkUtil.getBundle(asker).getBundleContext(), asker::getName);
    }

    /** The best service of a type, if there is one now. */
    public <T> Optional<T> get(Class<T> type) {
        ServiceReference<T> reference = context.getServiceReference(type);
        return reference == null ? Optional.empty() : Optional.ofNullable(context.getService(reference));
    }

    /**
     * Calls on the user interface's thread when a service of the type comes, at once when it is there, and when it
     * goes.
     *
     * @param came takes the service
     * @param gone runs when it is no longer there
     */
    public <T> void whenAvailable(Class<T> type, Consumer<? super T> came, Runnable gone) {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null) {

            @Override
            public T addingService(ServiceReference<T> reference) {
                T service = context.getService(reference);
                if (service != null) {
                    onDisplay(() -> came.accept(service));
                }
                return service;
            }

            @Override
            public void removedService(ServiceReference<T> reference, T service) {
                super.removedService(reference, service);
                onDisplay(gone);
            }

        };
        trackers.add(tracker);
        tracker.open();
    }

    private void onDisplay(Runnable runnable) {
        if (display.isDisposed()) {
            return;
        }
        if (Display.getCurrent() == display && !closed) {
            runnable.run();
            return;
        }
        display.asyncExec(() -> {
            if (!closed) {
                runnable.run();
            }
        });
    }

    /** Stops all notifications. */
    @Override
    public void close() {
        closed = true;
        trackers.forEach(ServiceTracker::close);
        trackers.clear();
    }

}
