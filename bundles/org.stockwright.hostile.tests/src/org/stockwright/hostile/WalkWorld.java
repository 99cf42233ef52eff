package org.stockwright.hostile;

import java.util.LinkedHashMap;
import java.util.Map;

import org.stockwright.catalog.NegativePolicy;
import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.LocationKind;

/** The items and places of the random walk as the model sees them: what they are, what is locked, what may be negative. */
final class WalkWorld {

    /** An item. */
    static final class Item {

        final String code;
        final Tracking tracking;
        /** Steps of the base unit per whole unit: 1 for pieces, 1000 for kilograms to the gram. */
        final long steps;
        final String category;
        boolean active = true;
        boolean locked;

        Item(String code, Tracking tracking, long steps, String category) {
            this.code = code;
            this.tracking = tracking;
            this.steps = steps;
            this.category = category;
        }

    }

    /** A place. */
    static final class Place {

        final String code;
        final LocationKind kind;
        final String parent;
        boolean active = true;
        boolean locked;
        NegativePolicy own;

        Place(String code, LocationKind kind, String parent) {
            this.code = code;
            this.kind = kind;
            this.parent = parent;
        }

        boolean kept() {
            return kind.isKept();
        }

    }

    final Map<String, Item> items = new LinkedHashMap<>();
    final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<LocationKind, NegativePolicy> kinds = new LinkedHashMap<>();
    private final Map<String, NegativePolicy> categories = new LinkedHashMap<>();

    void item(String code, Tracking tracking, long steps, String category) {
        items.put(code, new Item(code, tracking, steps, category));
    }

    void place(String code, LocationKind kind, String parent) {
        places.put(code, new Place(code, kind, parent));
    }

    NegativePolicy setKind(LocationKind kind, NegativePolicy policy) {
        return kinds.put(kind, policy);
    }

    NegativePolicy setCategory(String path, NegativePolicy policy) {
        return policy == null ? categories.remove(path) : categories.put(path, policy);
    }

    /** The place's own policy first, then the category's or the nearest one above, then the kind's; serials never. */
    NegativePolicy policy(String itemCode, String placeCode) {
        Item item = items.get(itemCode);
        Place place = places.get(placeCode);
        if (!place.kept()) {
            return NegativePolicy.ALLOW;
        }
        if (item.tracking == Tracking.SERIAL) {
            return NegativePolicy.BLOCK;
        }
        if (place.own != null) {
            return place.own;
        }
        for (String path = item.category; !path.isEmpty(); path = path.contains("/")
            ? path.substring(0, path.lastIndexOf('/')) : "") {
            if (categories.containsKey(path)) {
                return categories.get(path);
            }
        }
        return kinds.getOrDefault(place.kind, NegativePolicy.BLOCK);
    }

    /** Whether the place or one that it is part of is locked. */
    boolean locked(String placeCode) {
        for (String code = placeCode; !code.isEmpty(); code = places.get(code).parent) {
            if (places.get(code).locked) {
                return true;
            }
        }
        return false;
    }

}
