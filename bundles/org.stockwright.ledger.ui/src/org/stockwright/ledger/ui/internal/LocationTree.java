package org.stockwright.ledger.ui.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.stockwright.base.LocationId;
import org.stockwright.ledger.Location;

/** The places as a tree, built once from the list. */
final class LocationTree implements ITreeContentProvider {

    private final Map<LocationId, Location> byId = new HashMap<>();
    private final Map<LocationId, List<Location>> children = new HashMap<>();
    private final List<Location> roots = new ArrayList<>();

    LocationTree(List<Location> locations) {
        for (Location location : locations) {
            byId.put(location.id(), location);
            location.parent().map(parent -> children.computeIfAbsent(parent, id -> new ArrayList<>())).orElse(roots)
                .add(location);
        }
    }

    @Override
    public Object[] getElements(Object input) {
        return roots.toArray();
    }

    @Override
    public Object[] getChildren(Object element) {
        return children.getOrDefault(((Location) element).id(), List.of()).toArray();
    }

    @Override
    public Object getParent(Object element) {
        return ((Location) element).parent().map(byId::get).orElse(null);
    }

    @Override
    public boolean hasChildren(Object element) {
        return children.containsKey(((Location) element).id());
    }

}
