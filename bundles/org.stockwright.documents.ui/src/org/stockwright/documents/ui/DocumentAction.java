package org.stockwright.documents.ui;

import java.util.Set;

import org.eclipse.ui.IWorkbenchPage;
import org.stockwright.documents.Document;
import org.stockwright.ui.Notices;

/**
 * Something that can be done with a document: a button of its page, an entry of the menu in lists. What it changes is shown by
 * itself.
 *
 * @param label what it does, in a word or two, with a mnemonic: {@code &Approve}
 * @param permission the permission without which it is disabled
 * @param kinds with documents of which kinds it can be done
 * @param states in which states; in all when empty
 * @param run does it
 */
public record DocumentAction(String label, String permission, Set<String> kinds, Set<String> states, Run run) {

    /** Takes copies. */
    public DocumentAction {
        kinds = Set.copyOf(kinds);
        states = Set.copyOf(states);
    }

    /** Whether it can be done with a document of this kind in this state; others do not show it. */
    public boolean fits(String kind, String state) {
        return kinds.contains(kind) && (states.isEmpty() || states.contains(state));
    }

    /** Does it. */
    @FunctionalInterface
    public interface Run {

        /**
         * Does it, by way of {@link org.stockwright.ui.Work}, after asking what has to be asked. On the user interface's
         * thread.
         *
         * @param document as it was read a moment ago
         * @param page where to open what comes of it
         * @param notices where to tell what became of it
         */
        void with(Document document, IWorkbenchPage page, Notices notices);

    }

}
