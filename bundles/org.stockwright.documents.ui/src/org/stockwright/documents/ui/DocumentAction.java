package org.stockwright.documents.ui;

import org.eclipse.ui.IWorkbenchPage;
import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.documents.Document;
import org.stockwright.ui.Notices;

/**
 * Something that can be done with a document: a button of its page, an entry of the menu in lists. Register it as an OSGi
 * service; it is there while a book is open. What it changes is shown by itself.
 */
@ConsumerType
public interface DocumentAction {

    /** What it does, in a word or two, with a mnemonic: {@code &Approve}. */
    String label();

    /** Its place among the others, the smallest first. */
    int order();

    /** The permission without which it is disabled. */
    String permission();

    /** Whether it can be done with a document of this kind in this state; others do not show it. */
    boolean fits(String kind, String state);

    /**
     * Does it, by way of {@link org.stockwright.ui.Work}, after asking what has to be asked. On the user interface's thread.
     *
     * @param document as it was read a moment ago
     * @param page where to open what comes of it
     * @param notices where to tell what became of it
     */
    void run(Document document, IWorkbenchPage page, Notices notices);

}
