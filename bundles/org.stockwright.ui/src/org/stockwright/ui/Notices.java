package org.stockwright.ui;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.base.Refusal;
import org.stockwright.ui.internal.NoticePopups;

/**
 * Where the user is told what became of a request: a strip in the part itself, or a popup in the corner of the window.
 * Never a dialog that has to be clicked away. Used on the user interface's thread.
 */
public interface Notices {

    /** It was done; disappears by itself. */
    void done(String sentence);

    /** It was refused; the sentences and their hints stay until the user goes on. */
    void refused(List<Refusal> refusals);

    /** The outside world failed, or we have a bug: one plain sentence, the log has the rest. */
    void failed(String sentence);

    /** Nothing to say any more. */
    void clear();

    /** The strip of the window's active part, or popups when it has none. */
    static Notices in(IWorkbenchWindow window) {
        IWorkbenchPart part = window.getActivePage() == null ? null : window.getActivePage().getActivePart();
        Notices strip = part == null ? null : Adapters.adapt(part, Notices.class);
        return strip != null ? strip : new NoticePopups(window.getShell());
    }

    /** Refusals as sentences with their hints, one per line, the way all our notices show them. */
    static String text(List<Refusal> refusals) {
        return refusals.stream().map(Notices::text).collect(Collectors.joining("\n")); //$NON-NLS-1$
    }

    /** A refusal as a sentence with its place before and its hint behind it. */
    static String text(Refusal refusal) {
        StringBuilder text = new StringBuilder();
        if (!refusal.place().isNone()) {
            text.append(refusal.place()).append(": "); //$NON-NLS-1$
        }
        String sentence = refusal.sentence();
        text.append(sentence);
        if (!sentence.endsWith(".")) { //$NON-NLS-1$
            text.append('.');
        }
        if (!refusal.hint().isEmpty()) {
            text.append(' ').append(refusal.hint());
        }
        return text.toString();
    }

}
