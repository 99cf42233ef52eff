package org.stockwright.purchasing.ui.internal.follow;

import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
import org.stockwright.documents.Document;
import org.stockwright.documents.ui.DocumentAction;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.documents.ui.entry.EntryPages;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.purchasing.ui.internal.Messages;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** Opens an entry about a document, filled in with its lines. */
public final class FollowAction {

    private FollowAction() {
    }

    /**
     * An action that opens an entry.
     *
     * @param model the id of the entry's model
     */
    public static DocumentAction of(String label, String permission, Set<String> kinds, Set<String> states,
        String model) {
        return new DocumentAction(label, permission, kinds, states, (document, page, notices) -> EntryPages.model(model)
            .ifPresent(found -> open(found, document, page, notices)));
    }

    private static void open(EntryModel model, Document document, IWorkbenchPage page, Notices notices) {
        String field = model.head().getFirst().id();
        Work.load(model.title(),
            progress -> model.filled(EntryState.fresh().withHead(EntryRow.of(field, document.number())), field))
            .with(notices).quietly().done(filled -> {
                if (!filled.isDone()) {
                    notices.refused(filled.refusals());
                } else if (filled.value().lines().isEmpty()) {
                    notices.failed(NLS.bind(Messages.Follow_nothing, document.number()));
                } else {
                    EntryPages.open(page, model, filled.value());
                }
            }).start();
    }

}
