package org.stockwright.documents.ui.entry;

import java.util.Optional;

import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.stockwright.documents.ui.internal.entry.DocumentEntry;
import org.stockwright.ui.KeyInput;
import org.stockwright.ui.Services;

/** Opens entry forms. On the user interface's thread. */
public final class EntryPages {

    private EntryPages() {
    }

    /** The model with this id, if it is there now. */
    public static Optional<EntryModel> model(String id) {
        return Services.findAll(EntryPages.class, EntryModel.class).stream().filter(model -> model.id().equals(id))
            .findFirst();
    }

    /** Opens a form that begins with a state; a form that is open for its key stays as it is. */
    public static void open(IWorkbenchPage page, EntryModel model, EntryState state) {
        try {
            if (page.openEditor(new KeyInput(model.id(), state.key(), model.title()),
                DocumentEntry.ID) instanceof DocumentEntry entry && !state.isEmpty()) {
                entry.begin(state);
            }
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

}
