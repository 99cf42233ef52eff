package org.stockwright.catalog.ui.internal;

import java.util.List;

import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.catalog.Items;
import org.stockwright.ui.Finder;

/** Finds items by code, name, alias or barcode for Ctrl+3. */
@Component
public final class ItemFinder implements Finder {

    private final Items items;

    /** Finds in this catalog. */
    @Activate
    public ItemFinder(@Reference Items items) {
        this.items = items;
    }

    @Override
    public String kind() {
        return Messages.Finder_items;
    }

    @Override
    public List<Hit> find(String text) {
        return items.search(text, MOST).stream()
            .map(row -> new Hit(row.id().toString(), row.code() + "  " + row.name(), //$NON-NLS-1$
                () -> ItemEditor.open(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage(), row.id(),
                    row.code())))
            .toList();
    }

}
