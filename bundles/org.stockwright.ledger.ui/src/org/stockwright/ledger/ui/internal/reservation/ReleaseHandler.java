package org.stockwright.ledger.ui.internal.reservation;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.ledger.ReservationView;
import org.stockwright.ledger.Reservations;
import org.stockwright.ledger.ui.internal.Messages;
import org.stockwright.ui.Notices;
import org.stockwright.ui.StockwrightHandler;
import org.stockwright.ui.Work;

/** Gives back what the selected reservations hold, after asking. */
public final class ReleaseHandler extends StockwrightHandler {

    /** What became of them. */
    private record Released(int done, List<Refusal> refusals) {
    }

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        List<ReservationView> chosen = new ArrayList<>();
        for (Object row : selection(event)) {
            if (row instanceof ReservationView held) {
                chosen.add(held);
            }
        }
        Notices notices = notices(window);
        if (chosen.isEmpty()) {
            notices.failed(Messages.Release_nothing);
            return;
        }
        with(Reservations.class, window, reservations -> {
            if (isMeant(window, chosen)) {
                Work.load(Messages.Release_working, progress -> released(reservations, chosen, progress)).with(notices)
                    .done(released -> tell(notices, chosen.getFirst(), released)).start();
            }
        });
    }

    private static boolean isMeant(IWorkbenchWindow window, List<ReservationView> chosen) {
        ReservationView first = chosen.getFirst();
        String question = chosen.size() == 1
            ? NLS.bind(Messages.Release_one,
                new Object[] { first.open(), first.item(), first.location(), first.holder() })
            : NLS.bind(Messages.Release_several, Integer.valueOf(chosen.size()));
        return new MessageDialog(window.getShell(), Messages.Release_title, null, question, MessageDialog.QUESTION, 0,
            Messages.Release_button, IDialogConstants.CANCEL_LABEL).open() == 0;
    }

    /** One after the other: what somebody else has just posted does not keep the rest from being given back. */
    private static Released released(Reservations reservations, List<ReservationView> chosen, Progress progress) {
        List<Refusal> refusals = new ArrayList<>();
        int done = 0;
        progress.begin(Messages.Release_working, chosen.size());
        for (ReservationView held : chosen) {
            progress.check();
            Outcome<ReservationView> outcome = reservations.release(held.id());
            refusals.addAll(outcome.refusals());
            done += outcome.isDone() ? 1 : 0;
            progress.worked(1);
        }
        return new Released(done, refusals);
    }

    private static void tell(Notices notices, ReservationView first, Released released) {
        if (!released.refusals().isEmpty()) {
            notices.refused(released.refusals());
        } else if (released.done() == 1) {
            notices.done(NLS.bind(Messages.Release_doneOne,
                new Object[] { first.open(), first.item(), first.location() }));
        } else {
            notices.done(NLS.bind(Messages.Release_done, Integer.valueOf(released.done())));
        }
    }

}
