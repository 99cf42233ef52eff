package org.stockwright.ui;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.stockwright.ui.internal.Messages;

/** A handler: it selects, asks, calls one service by way of {@link Work}, and shows the outcome. */
public abstract class StockwrightHandler extends AbstractHandler {

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

    /** Where to say what became of it: the active part's strip, or a popup. */
    protected final Notices notices(IWorkbenchWindow window) {
        return Notices.in(window);
    }

}
