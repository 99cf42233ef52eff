package org.stockwright.purchasing.internal.putaway;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.catalog.Handling;
import org.stockwright.catalog.Handling.ItemHandling;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;

/** Finds items as put-away sees them. */
@Component(service = Things.class)
public final class Things {

    private final Items items;
    private final Handling handling;

    @Activate
    public Things(@Reference Items items, @Reference Handling handling) {
        this.items = items;
        this.handling = handling;
    }

    Map<ItemId, Thing> of(Collection<ItemId> ids) {
        Map<ItemId, ItemHandling> known = handling.of(ids);
        Map<ItemId, Thing> things = new HashMap<>();
        for (ItemId id : known.keySet()) {
            Item item = items.get(id).orElseThrow();
            things.put(id, new Thing(id, item.code(), item.category(), item.unit(), known.get(id)));
        }
        return things;
    }

}
