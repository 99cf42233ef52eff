package org.stockwright.documents.ui.internal.view;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.documents.DocumentQuery;
import org.stockwright.documents.DocumentRow;
import org.stockwright.documents.Documents;
import org.stockwright.documents.ui.DocumentPages;
import org.stockwright.documents.ui.internal.Kinds;
import org.stockwright.documents.ui.internal.Messages;
import org.stockwright.ui.Finder;

/** Finds documents by number, reference and partner for Ctrl+3. */
@Component
public final class NumberFinder implements Finder {

    private final Documents documents;

    /** Finds among these. */
    @Activate
    public NumberFinder(@Reference Documents documents) {
        this.documents = documents;
    }

    @Override
    public String kind() {
        return Messages.Finder_documents;
    }

    @Override
    public List<Hit> find(String text) {
        Kinds kinds = Kinds.of(documents);
        DocumentQuery query = new DocumentQuery(Set.of(), Set.of(), false, Optional.empty(), Optional.empty(), text);
        return documents.list(query, MOST).stream()
            .map(row -> new Hit(row.id().toString(), label(kinds, row), () -> open(row))).toList();
    }

    private static String label(Kinds kinds, DocumentRow row) {
        return String.join("  ", row.number(), kinds.title(row.kind()), //$NON-NLS-1$
            row.partnerName().isEmpty() ? row.partnerCode() : row.partnerName(), row.reference()).strip();
    }

    private static void open(DocumentRow row) {
        DocumentPages.open(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage(), row.id(),
            row.number());
    }

}
