package org.stockwright.catalog.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.Handling;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;

/** How items are handled, from the open store. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.catalog.Handling")
public final class HandlingComponent implements Handling, Guarded {

    private final UnitOfWork work;
    private final CatalogMemory memory;

    @Activate
    public HandlingComponent(@Reference UnitOfWork work, @Reference CatalogMemory memory) {
        this.work = work;
        this.memory = memory;
    }

    @Override
    public Map<ItemId, ItemHandling> of(Collection<ItemId> items) {
        Map<ItemId, ItemHandling> handling = new LinkedHashMap<>();
        items.forEach(item -> handling.put(item, ItemHandling.none(item)));
        work.read(tx -> HandlingTable.load(tx.connection(), handling.keySet().stream().map(ItemId::value).toList()))
            .forEach((item, stored) -> handling.put(item, stored.value()));
        return handling;
    }

    @Override
    public Outcome<Integer> saveAll(List<ItemHandling> handling) {
        List<Long> items = handling.stream().map(value -> value.item().value()).toList();
        Outcome<Integer> outcome = work.write(Races.guarded(tx -> new HandlingSaving(tx, items).saveAll(handling)));
        memory.changed(Set.of(Topic.ITEMS));
        return outcome;
    }

}
