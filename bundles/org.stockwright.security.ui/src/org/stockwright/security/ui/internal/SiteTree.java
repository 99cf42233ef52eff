package org.stockwright.security.ui.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.stockwright.base.LocationId;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.LocationKind;

/** The tree of places down to zones, to tick those to which a role is limited; parts of a place go with it. */
final class SiteTree {

    private static final Set<LocationKind> TOO_SMALL = Set.of(LocationKind.AISLE, LocationKind.BIN);

    private final Tree tree;
    private final Map<LocationId, TreeItem> items = new HashMap<>();
    private List<Location> known = List.of();

    SiteTree(Composite parent) {
        tree = new Tree(parent, SWT.CHECK | SWT.BORDER);
    }

    Tree control() {
        return tree;
    }

    /** The places, parents before children. */
    void choices(List<Location> places) {
        if (places.equals(known)) {
            return;
        }
        Set<LocationId> ticked = ticked();
        known = List.copyOf(places);
        tree.removeAll();
        items.clear();
        for (Location place : known) {
            if (TOO_SMALL.contains(place.kind()) && !ticked.contains(place.id())) {
                continue;
            }
            TreeItem parent = place.parent().map(items::get).orElse(null);
            TreeItem item = parent == null ? new TreeItem(tree, SWT.NONE) : new TreeItem(parent, SWT.NONE);
            item.setText(place.name().isEmpty() ? place.code() : place.code() + "  " + place.name()); //$NON-NLS-1$
            items.put(place.id(), item);
        }
        tick(ticked);
    }

    void tick(Set<LocationId> places) {
        items.forEach((id, item) -> {
            item.setChecked(places.contains(id));
            if (places.contains(id) && item.getParentItem() != null) {
                item.getParentItem().setExpanded(true);
            }
        });
    }

    Set<LocationId> ticked() {
        Set<LocationId> ticked = new HashSet<>();
        items.forEach((id, item) -> {
            if (item.getChecked()) {
                ticked.add(id);
            }
        });
        return ticked;
    }

}
