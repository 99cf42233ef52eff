package org.stockwright.ui;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.ui.internal.PartFrame;
import org.stockwright.ui.scan.ScanService;
import org.stockwright.ui.scan.ScanTarget;

/**
 * A view on the open book. While a service that it needs is not there it shows "No company is open" with a link to the
 * welcome page. It refreshes by itself a moment after something it shows was changed. Its help is the context with the
 * view's id.
 */
public abstract class StockwrightView extends ViewPart {

    private PartFrame frame;

    /** The services without which the view has nothing to show; {@link #opened} is called when all are there. */
    protected abstract List<Class<?>> needs();

    /** What the view shows: a change of these refreshes it. */
    protected abstract Set<Topic> topics();

    /** Makes the widgets; the parent has a {@code FillLayout}. Called once, also while no book is open. */
    protected abstract void createContent(Composite parent);

    /** Loads what is shown, by way of {@link Work}. On the user interface's thread, only while the book is open. */
    protected abstract void refresh();

    /** The book was opened; {@link #refresh} follows. */
    protected void opened() {
        // most views only refresh
    }

    /** The book was closed: forget what was loaded. */
    protected void closed() {
        // most views load anew
    }

    /** Gives the focus to the main widget. */
    protected abstract void focusContent();

    @Override
    public final void createPartControl(Composite parent) {
        frame = new PartFrame(parent, new PartFrame.Content() {

            @Override
            public void createContent(Composite body) {
                StockwrightView.this.createContent(body);
            }

            @Override
            public void opened() {
                StockwrightView.this.opened();
            }

            @Override
            public void closed() {
                StockwrightView.this.closed();
            }

            @Override
            public void refresh() {
                StockwrightView.this.refresh();
            }

        }, getClass(), getSite());
        PlatformUI.getWorkbench().getHelpSystem().setHelp(parent, getSite().getId());
        frame.start(needs(), topics());
    }

    /** A service, if it is there now. */
    protected final <T> Optional<T> service(Class<T> type) {
        return frame.services().get(type);
    }

    /** Calls on the user interface's thread when such a service comes. */
    protected final <T> void whenAvailable(Class<T> type, Consumer<? super T> came) {
        frame.services().whenAvailable(type, came, () -> {
            // the empty page tells
        });
    }

    /** Where this view tells what became of a request. */
    protected final Notices notices() {
        return frame.notices();
    }

    /** Whether the book is open and the content shown. */
    public final boolean isOpen() {
        return frame != null && frame.isOpen();
    }

    /** Refreshes a moment later; callable on any thread. */
    public final void refreshSoon() {
        frame.refreshSoon();
    }

    @Override
    public final void setFocus() {
        if (!frame.focusEmptyPage()) {
            focusContent();
        }
    }

    /** A view that takes scans implements {@link ScanTarget}, or returns one here. */
    @Override
    public <T> T getAdapter(Class<T> adapter) {
        if (adapter == Notices.class && isOpen()) {
            return adapter.cast(notices());
        }
        if (adapter == ScanTarget.class && this instanceof ScanTarget) {
            return adapter.cast(this);
        }
        if (adapter == ScanService.Flash.class && frame != null) {
            return adapter.cast(frame);
        }
        return super.getAdapter(adapter);
    }

    @Override
    public void dispose() {
        if (frame != null) {
            frame.close();
        }
        super.dispose();
    }

}
