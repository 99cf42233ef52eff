package org.stockwright.ledger.ui.internal;

import java.util.List;

import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.PostingView;
import org.stockwright.ui.Finder;
import org.stockwright.ui.KeyInput;

/** Finds documents by number, reference or key for Ctrl+3. */
@Component
public final class DocumentFinder implements Finder {

    private final Ledger ledger;

    /** Finds in this ledger. */
    @Activate
    public DocumentFinder(@Reference Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String kind() {
        return Messages.Finder_documents;
    }

    @Override
    public List<Hit> find(String text) {
        return ledger.search(text, MOST).stream().map(posting -> new Hit(posting.key(), label(posting),
            () -> open(posting))).toList();
    }

    private static String label(PostingView posting) {
        String name = posting.number().isEmpty() ? posting.key() : posting.number();
        return posting.reference().isEmpty() ? name : name + "  " + posting.reference(); //$NON-NLS-1$
    }

    private static void open(PostingView posting) {
        IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        try {
            page.openEditor(new KeyInput("document", posting.key(), label(posting)), DocumentEditor.ID); //$NON-NLS-1$
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

}
