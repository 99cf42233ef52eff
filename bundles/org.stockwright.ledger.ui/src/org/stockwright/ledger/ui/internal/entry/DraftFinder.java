package org.stockwright.ledger.ui.internal.entry;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.company.Companies;
import org.stockwright.company.Drafts;
import org.stockwright.company.ui.KeptDrafts;
import org.stockwright.ledger.ui.internal.Kinds;
import org.stockwright.ledger.ui.internal.Messages;
import org.stockwright.ui.Finder;
import org.stockwright.ui.KeyInput;

/**
 * Finds movements that are not posted yet for Ctrl+3, by kind, reference, note and items: the way back to a draft whose
 * editor was closed, or forgotten with the window's layout. A draft that waits for the book is newer than the book's.
 */
@Component
public final class DraftFinder implements Finder {

    private final Drafts drafts;
    private final Companies companies;

    /** Finds in these drafts, and in those that wait for the open book. */
    @Activate
    public DraftFinder(@Reference Drafts drafts, @Reference Companies companies) {
        this.drafts = drafts;
        this.companies = companies;
    }

    @Override
    public String kind() {
        return Messages.Finder_drafts;
    }

    @Override
    public List<Hit> find(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return new KeptDrafts(MovementEditor.DRAFT_KIND, drafts, companies).all().stream().map(EntryText::read)
            .filter(state -> words(state).contains(wanted)).limit(MOST)
            .map(state -> new Hit(state.key(), label(state), () -> open(state))).toList();
    }

    private static String words(EntryState state) {
        String items = state.lines().stream().map(EntryLine::item).collect(Collectors.joining(" ")); //$NON-NLS-1$
        return (label(state) + ' ' + state.note() + ' ' + items).toLowerCase(Locale.ROOT);
    }

    private static String label(EntryState state) {
        return NLS.bind(Messages.Finder_draft,
            new Object[] { Kinds.title(state.kind()), state.reference(), state.lines().size() });
    }

    private static void open(EntryState state) {
        try {
            PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().openEditor(
                new KeyInput(state.kind().name(), state.key(), Kinds.title(state.kind())), MovementEditor.ID);
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

}
