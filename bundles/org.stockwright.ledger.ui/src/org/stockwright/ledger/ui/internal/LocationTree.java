package org.stockwright.ledger.ui.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.viewers.ITreeContentProvider;
import org.stockwright.base.LocationId;
import org.stockwright.ledger.Location;

/**
 * The places as a tree, built once from the list. Above them stands {@link Everywhere}: a tree that gets the focus
 * chooses its first row, and that must not narrow the stock to some place that nobody chose.
 */
final class LocationTree implements ITreeContentProvider {

    /** The row for all places. */
    enum Everywhere {
        ALL
    }

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
        List<Object> rows = new ArrayList<>(roots);
        if (!rows.isEmpty()) {
            rows.addFirst(Everywhere.ALL);
        }
        return rows.toArray();
    }

    @Override
    public Object[] getChildren(Object element) {
        return element instanceof Location location ? children.getOrDefault(location.id(), List.of()).toArray()
            : new Object[0];
    }

    @Override
    public Object getParent(Object element) {
        return element instanceof Location location ? location.parent().map(byId::get).orElse(null) : null;
    }

    @Override
    public boolean hasChildren(Object element) {
        return element instanceof Location location && children.containsKey(location.id());
    }

}
