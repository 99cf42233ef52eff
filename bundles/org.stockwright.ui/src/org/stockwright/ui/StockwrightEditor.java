package org.stockwright.ui;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.ISaveablePart;
import org.eclipse.ui.ISaveablePart2;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.EditorPart;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.ui.internal.Messages;
import org.stockwright.ui.internal.PartFrame;
import org.stockwright.ui.scan.ScanService;
import org.stockwright.ui.scan.ScanTarget;

/**
 * An editor on a thing of the open book, named by a {@link KeyInput}. While a service that it needs is not there it shows "No company is open" with a link to the
 * welcome page. It refreshes by itself a moment after something it shows was changed.
 */
public abstract class StockwrightEditor extends EditorPart implements ISaveablePart2 {

    private PartFrame frame;
    private boolean dirty;

    /** The services without which the editor has nothing to show; {@link #opened} is called when all are there. */
    protected abstract List<Class<?>> needs();

    /** What the editor shows: a change of these refreshes it. */
    protected abstract Set<Topic> topics();

    /** Makes the widgets; the parent has a {@code FillLayout}. Called once, also while no book is open. */
    protected abstract void createContent(Composite parent);

    /** Loads what is shown, by way of {@link Work}. On the user interface's thread, only while the book is open. */
    protected abstract void refresh();

    /** The book was opened; {@link #refresh} follows. */
    protected void opened() {
        // most editors only refresh
    }

    /** The book was closed: forget what was loaded. */
    protected void closed() {
        // most editors load anew
    }

    /** Gives the focus to the main widget. */
    protected abstract void focusContent();

    @Override
    public final void createPartControl(Composite parent) {
        frame = new PartFrame(parent, new PartFrame.Content() {

            @Override
            public void createContent(Composite body) {
                StockwrightEditor.this.createContent(body);
            }

            @Override
            public void opened() {
                StockwrightEditor.this.opened();
            }

            @Override
            public void closed() {
                StockwrightEditor.this.closed();
            }

            @Override
            public void refresh() {
                StockwrightEditor.this.refresh();
            }

        }, getClass(), getSite());
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

    /** What this editor shows. */
    protected final KeyInput input() {
        return (KeyInput) getEditorInput();
    }

    /** Tells the workbench that there is something to save, or no more. */
    protected final void setDirty(boolean now) {
        if (dirty != now) {
            dirty = now;
            firePropertyChange(ISaveablePart.PROP_DIRTY);
        }
    }

    @Override
    public final boolean isDirty() {
        return dirty;
    }

    /** Saves by way of {@link Work} and calls {@link #setDirty} with false when it was done. */
    @Override
    public abstract void doSave(IProgressMonitor monitor);

    /**
     * Comes back when saving has ended; the display goes on meanwhile. What is not saved keeps the editor open.
     *
     * @param content the editor's content
     * @param saving whether it goes on
     */
    protected final void awaitSaved(IProgressMonitor monitor, Control content, BooleanSupplier saving) {
        Display display = content.getDisplay();
        while (saving.getAsBoolean() && !content.isDisposed()) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
        if (isDirty()) {
            monitor.setCanceled(true);
        }
    }

    /** What is saved, for the question whether to save it: for example {@code Receipt}. */
    protected String documentName() {
        return getPartName();
    }

    @Override
    public final int promptToSaveOnClose() {
        MessageDialog dialog = new MessageDialog(getSite().getShell(),
            NLS.bind(Messages.Editor_saveTitle, documentName()), null,
            NLS.bind(Messages.Editor_saveQuestion, documentName()), MessageDialog.QUESTION, 0, Messages.Editor_save,
            Messages.Editor_dontSave, Messages.Editor_cancel);
        return switch (dialog.open()) {
            case 0 -> YES;
            case 1 -> NO;
            default -> CANCEL;
        };
    }

    @Override
    public void doSaveAs() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
    }

    /** Where this editor tells what became of a request. */
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

    /** An editor that takes scans implements {@link ScanTarget}, or returns one here. */
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
