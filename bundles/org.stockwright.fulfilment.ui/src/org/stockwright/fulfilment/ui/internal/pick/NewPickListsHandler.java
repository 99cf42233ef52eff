package org.stockwright.fulfilment.ui.internal.pick;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentRow;
import org.stockwright.documents.ui.DocumentPages;
import org.stockwright.fulfilment.Picking;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ledger.Locations;
import org.stockwright.ui.Notices;
import org.stockwright.ui.StockwrightHandler;
import org.stockwright.ui.Work;

/** Makes pick lists for several orders; those that are selected in a list are ticked at first. */
public final class NewPickListsHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        Set<DocumentId> selected = selected(selection(event).toList());
        Notices notices = notices(window);
        with(Picking.class, window, picking -> with(Locations.class, window, locations -> Work
            .load(Messages.PickLists_title, progress -> PickListDialog.Read.of(picking)).with(notices).quietly()
            .done(read -> new PickListDialog(window.getShell(), picking, locations, read, selected,
                lists -> made(lists, window, notices)).open())
            .start()));
    }

    private static Set<DocumentId> selected(List<?> elements) {
        return elements.stream().filter(DocumentRow.class::isInstance).map(row -> ((DocumentRow) row).id())
            .collect(Collectors.toSet());
    }

    private static void made(List<Document> lists, IWorkbenchWindow window, Notices notices) {
        notices.done(NLS.bind(Messages.Pick_made,
            lists.stream().map(Document::number).collect(Collectors.joining(", ")))); //$NON-NLS-1$
        if (lists.size() == 1) {
            DocumentPages.open(window.getActivePage(), lists.getFirst().id(), lists.getFirst().number());
        }
    }

}
