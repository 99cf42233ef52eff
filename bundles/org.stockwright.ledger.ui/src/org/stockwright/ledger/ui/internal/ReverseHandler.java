package org.stockwright.ledger.ui.internal;

import java.util.Optional;
import java.util.UUID;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.stockwright.base.Outcome;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingView;
import org.stockwright.ui.StockwrightHandler;
import org.stockwright.ui.Work;

/** Reverses the document of the movement that is selected, after asking why. */
public final class ReverseHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        if (!(HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection)
            || !(selection.getFirstElement() instanceof MovementView movement)) {
            notices(window).failed(Messages.Reverse_nothing);
            return;
        }
        with(Ledger.class, window, ledger -> Work
            .request(Messages.Reverse_working,
                progress -> ledger.find(movement.key()).map(Outcome::done)
                    .orElseGet(() -> Outcome.refused(LedgerRefusal.UNKNOWN_POSTING, movement.key())))
            .with(notices(window)).done(posting -> ask(window, ledger, posting)).start());
    }

    private void ask(IWorkbenchWindow window, Ledger ledger, PostingView posting) {
        String name = posting.number().isEmpty() ? posting.key() : posting.number();
        InputDialog dialog = new InputDialog(window.getShell(), NLS.bind(Messages.Reverse_title, name),
            NLS.bind(Messages.Reverse_question, name, posting.movements().size()), "", //$NON-NLS-1$
            text -> text.isBlank() ? "" : null); //$NON-NLS-1$
        if (dialog.open() != Window.OK) {
            return;
        }
        String key = "reverse-" + UUID.randomUUID(); //$NON-NLS-1$
        String reason = dialog.getValue().strip();
        Work.request(Messages.Reverse_working,
            progress -> ledger.reverse(posting.key(), key, Optional.empty(), reason)).with(notices(window))
            .done(receipt -> notices(window).done(NLS.bind(Messages.Reverse_done, name, name(receipt)))).start();
    }

    private static String name(PostingReceipt receipt) {
        return receipt.number().isEmpty() ? receipt.key() : receipt.number();
    }

}
