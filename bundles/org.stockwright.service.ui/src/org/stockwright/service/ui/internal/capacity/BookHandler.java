package org.stockwright.service.ui.internal.capacity;

import java.time.LocalDate;
import java.util.Optional;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.catalog.Partners;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.service.Bookings;
import org.stockwright.ui.StockwrightHandler;

/** Books a service. */
public final class BookHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        with(Bookings.class, window,
            bookings -> with(Partners.class, window,
                partners -> new BookDialog(window.getShell(), bookings, partners, notices(window), Optional.empty(),
                    LocalDate.now(Zones.current()), Optional.empty()).open()));
    }

}
