package org.stockwright.ui;

import java.util.Map;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.stockwright.ui.internal.Messages;

/** Opens the import wizard with the kind of file chosen already. */
@SuppressWarnings("nls")
public final class FileImport {

    private static final String COMMAND = "org.stockwright.exchange.ui.import";
    private static final String KIND = "org.stockwright.exchange.ui.import.kind";

    private FileImport() {
    }

    /** Whether the user may import files now. */
    public static boolean isAllowed(IWorkbenchWindow window) {
        return window.getService(ICommandService.class).getCommand(COMMAND).isEnabled();
    }

    /** Opens it for a kind, by its word, for example {@code exchange-rates}. */
    public static void open(IWorkbenchWindow window, String kind) {
        ICommandService commands = window.getService(ICommandService.class);
        try {
            window.getService(IHandlerService.class).executeCommand(
                ParameterizedCommand.generateCommand(commands.getCommand(COMMAND), Map.of(KIND, kind)), null);
        } catch (CommandException e) {
            ILog.of(FileImport.class).error(COMMAND, e);
            Notices.in(window).failed(NLS.bind(Messages.Work_failed, Messages.Master_import));
        }
    }

}
