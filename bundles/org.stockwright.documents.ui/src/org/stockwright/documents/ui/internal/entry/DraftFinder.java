package org.stockwright.documents.ui.internal.entry;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.company.Companies;
import org.stockwright.company.Drafts;
import org.stockwright.company.ui.KeptDrafts;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.documents.ui.internal.Messages;
import org.stockwright.ui.Finder;
import org.stockwright.ui.KeyInput;
import org.stockwright.ui.Services;

/** Finds documents that are being entered for Ctrl+3, by what they are and what was typed: the way back to a draft. */
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
        return Services.findAll(DraftFinder.class, EntryModel.class).stream()
            .flatMap(model -> new KeptDrafts(DocumentEntry.draftKind(model.id()), drafts, companies).all().stream()
                .map(EntryText::read).filter(state -> words(model, state).contains(wanted))
                .map(state -> new Hit(state.key(), label(model, state), () -> open(model, state))))
            .limit(MOST).toList();
    }

    private static String words(EntryModel model, EntryState state) {
        String typed = Stream.concat(Stream.of(state.head()), state.lines().stream())
            .flatMap(row -> row.values().values().stream()).collect(Collectors.joining(" ")); //$NON-NLS-1$
        return (label(model, state) + ' ' + typed).toLowerCase(Locale.ROOT);
    }

    private static String label(EntryModel model, EntryState state) {
        return NLS.bind(Messages.Finder_draft,
            new Object[] { model.title(), DocumentEntry.subject(model, state), state.lines().size() });
    }

    private static void open(EntryModel model, EntryState state) {
        try {
            PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage()
                .openEditor(new KeyInput(model.id(), state.key(), model.title()), DocumentEntry.ID);
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

}
