package org.stockwright.ledger.ui.internal;

import java.util.List;
import java.util.Locale;

import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ui.Finder;

/** Finds places by code or name for Ctrl+3 and shows them in the tree. */
@Component
public final class LocationFinder implements Finder {

    private final Locations locations;

    /** Finds in this tree. */
    @Activate
    public LocationFinder(@Reference Locations locations) {
        this.locations = locations;
    }

    @Override
    public String kind() {
        return Messages.Finder_locations;
    }

    @Override
    public List<Hit> find(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return locations.list().stream()
            .filter(place -> place.code().toLowerCase(Locale.ROOT).contains(wanted)
                || place.name().toLowerCase(Locale.ROOT).contains(wanted))
            .limit(MOST).map(place -> new Hit(place.code(), place.code() + "  " + place.name(), () -> show(place))) //$NON-NLS-1$
            .toList();
    }

    private static void show(Location place) {
        try {
            IViewPart view = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage()
                .showView(LocationsView.ID);
            view.getSite().getSelectionProvider().setSelection(new StructuredSelection(place));
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

}
