package org.stockwright.documents.ui;

import java.time.Instant;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
import org.stockwright.base.Outcome;
import org.stockwright.documents.Document;
import org.stockwright.documents.ui.internal.Messages;
import org.stockwright.documents.ui.internal.ReversalDialog;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/**
 * Something that can be done with a document: a button of its page, an entry of the menu in lists. What it changes is shown by
 * itself.
 *
 * @param label what it does, in a word or two, with a mnemonic: {@code &Approve}
 * @param permission the permission without which it is disabled
 * @param kinds with documents of which kinds it can be done
 * @param states in which states; in all when empty
 * @param places whether it can be done with documents about our place with this code, which is empty when they name none
 * @param run does it
 */
public record DocumentAction(String label, String permission, Set<String> kinds, Set<String> states,
    Predicate<String> places, Run run) {

    /** Takes copies. */
    public DocumentAction {
        kinds = Set.copyOf(kinds);
        states = Set.copyOf(states);
    }

    /** An action for documents about any place. */
    public DocumentAction(String label, String permission, Set<String> kinds, Set<String> states, Run run) {
        this(label, permission, kinds, states, place -> true, run);
    }

    /** The same, only for documents about this place of ours. */
    public DocumentAction at(String place) {
        return new DocumentAction(label, permission, kinds, states, place::equals, run);
    }

    /** The same, not for documents about this place of ours. */
    public DocumentAction notAt(String place) {
        return new DocumentAction(label, permission, kinds, states, code -> !place.equals(code), run);
    }

    /** Whether it can be done with a document of this kind in this state about this place; others do not show it. */
    public boolean fits(String kind, String state, String place) {
        return kinds.contains(kind) && (states.isEmpty() || states.contains(state)) && places.test(place);
    }

    /**
     * An action that asks nothing.
     *
     * @param sentence what is told when it was done; {0} is the document's number
     */
    public static DocumentAction plain(String label, String permission, Set<String> kinds, Set<String> states,
        String sentence, Function<Document, Outcome<Document>> function) {
        return new DocumentAction(label, permission, kinds, states,
            (document, page, notices) -> start(label, document, notices, sentence, function));
    }

    /** An action that asks why; the reason goes into what is done. */
    public static DocumentAction explained(String label, String permission, Set<String> kinds, Set<String> states,
        String sentence, BiFunction<Document, String, Outcome<Document>> function) {
        return new DocumentAction(label, permission, kinds, states,
            (document, page, notices) -> Reason
                .ask(page.getWorkbenchWindow().getShell(), plain(label), NLS.bind(Messages.Reason_question,
                    document.number()))
                .ifPresent(reason -> start(label, document, notices, sentence,
                    one -> function.apply(one, reason))));
    }

    /**
     * An action that takes the document back by another one: it asks when, which is now unless somebody types another day, and
     * why.
     *
     * @param sentence what is told when it was done; {0} is the document's number, {1} that of the reversal
     */
    public static DocumentAction reversal(String label, String permission, Set<String> kinds, Set<String> states,
        String sentence, Reversing reversing) {
        return new DocumentAction(label, permission, kinds, states, (document, page,
            notices) -> new ReversalDialog(page.getWorkbenchWindow().getShell(), document, reversing, sentence, notices)
                .open());
    }

    private static void start(String label, Document document, Notices notices, String sentence,
        Function<Document, Outcome<Document>> function) {
        Work.request(plain(label), progress -> function.apply(document)).with(notices)
            .done(done -> notices.done(NLS.bind(sentence, done.number()))).start();
    }

    private static String plain(String label) {
        return label.replace("&", "").replace("...", ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
    }

    /** Takes documents back. */
    @FunctionalInterface
    public interface Reversing {

        /**
         * Takes a document back. Not called on the user interface's thread.
         *
         * @param effective the reversal's own date: not before the document's, not in the future
         * @param reason why; not blank
         * @return the reversal
         */
        Outcome<Document> reverse(Document document, Instant effective, String reason);

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
