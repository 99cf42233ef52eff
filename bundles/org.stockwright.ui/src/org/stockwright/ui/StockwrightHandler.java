package org.stockwright.ui;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.stockwright.ui.internal.Messages;

/** A handler: it selects, asks, calls one service by way of {@link Work}, and shows the outcome. */
public abstract class StockwrightHandler extends AbstractHandler {

    /** The data of a control that knows its own selection: an {@link ISelectionProvider}. */
    public static final String SELECTION = "org.stockwright.ui.selection"; //$NON-NLS-1$

    @Override
    public final Object execute(ExecutionEvent event) throws ExecutionException {
        run(HandlerUtil.getActiveWorkbenchWindowChecked(event), event);
        return null;
    }

    /** Does what the user asked for in this window. */
    protected abstract void run(IWorkbenchWindow window, ExecutionEvent event) throws ExecutionException;

    /** A service, if it is there now. */
    protected final <T> Optional<T> service(Class<T> type) {
        return Services.find(getClass(), type);
    }

    /** Goes on with a service of the open book, or says that no company is open. */
    protected final <T> void with(Class<T> type, IWorkbenchWindow window, Consumer<? super T> next) {
        service(type).ifPresentOrElse(next, () -> notices(window).failed(Messages.PartFrame_nothingOpen));
    }

    /**
     * What is selected at this moment in what has the focus, or else in the active part. The workbench's own notion of
     * it comes a moment later, and a key that is pressed right behind a selection must not miss it.
     */
    protected final IStructuredSelection selection(ExecutionEvent event) {
        for (Control control = Display.getCurrent().getFocusControl(); control != null; control = control.getParent()) {
            if (control.getData(SELECTION) instanceof ISelectionProvider provider) {
                return structured(provider.getSelection());
            }
        }
        IWorkbenchPart part = HandlerUtil.getActivePart(event);
        ISelectionProvider provider = part == null ? null : part.getSite().getSelectionProvider();
        return structured(provider == null ? HandlerUtil.getCurrentSelection(event) : provider.getSelection());
    }

    private static IStructuredSelection structured(ISelection selection) {
        return selection instanceof IStructuredSelection some ? some : StructuredSelection.EMPTY;
    }

    /** Where to say what became of it: the active part's strip, or a popup. */
    protected final Notices notices(IWorkbenchWindow window) {
        return Notices.in(window);
    }

}
