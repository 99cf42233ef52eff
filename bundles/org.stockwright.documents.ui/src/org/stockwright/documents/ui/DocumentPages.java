package org.stockwright.documents.ui;

import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.ui.internal.view.DocumentPage;
import org.stockwright.ui.KeyInput;

/** Opens documents and lists of them. On the user interface's thread. */
public final class DocumentPages {

    /** The id of lists of documents; the secondary id is a kind's. */
    public static final String LIST = "org.stockwright.documents.ui.documents"; //$NON-NLS-1$
    /** The id of the inbox. */
    public static final String INBOX = "org.stockwright.documents.ui.inbox"; //$NON-NLS-1$

    private DocumentPages() {
    }

    /** Opens the page of a document; the number is its title. */
    public static void open(IWorkbenchPage page, DocumentId id, String number) {
        try {
            page.openEditor(new KeyInput("document", id.toString(), number), DocumentPage.ID); //$NON-NLS-1$
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

}
