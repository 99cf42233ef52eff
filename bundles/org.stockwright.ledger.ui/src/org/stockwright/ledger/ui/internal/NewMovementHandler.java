package org.stockwright.ledger.ui.internal;

import java.util.Optional;
import java.util.UUID;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.ui.internal.entry.MovementEditor;
import org.stockwright.ui.KeyInput;
import org.stockwright.ui.StockwrightHandler;

/** Opens an empty movement editor; the command's parameter says of which kind. */
public final class NewMovementHandler extends StockwrightHandler {

    /** The command's parameter: the name of a {@link MovementKind}. */
    public static final String KIND = "org.stockwright.ledger.ui.newMovement.kind"; //$NON-NLS-1$

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        MovementKind kind = Optional.ofNullable(event.getParameter(KIND)).map(MovementKind::valueOf)
            .orElse(MovementKind.RECEIPT);
        with(Ledger.class, window, ledger -> {
            try {
                String key = "wb-" + UUID.randomUUID(); //$NON-NLS-1$
                window.getActivePage().openEditor(new KeyInput(kind.name(), key, Kinds.title(kind)),
                    MovementEditor.ID);
            } catch (PartInitException e) {
                throw new IllegalStateException(e);
            }
        });
    }

}
