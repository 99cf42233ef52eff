package org.stockwright.fulfilment.internal.packing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.documents.Document;
import org.stockwright.documents.spi.LogisticUnit;
import org.stockwright.documents.spi.LogisticUnitSource;
import org.stockwright.fulfilment.PackedUnit;
import org.stockwright.fulfilment.Packing;

/** Tells printed papers and labels how the goods of orders and shipments are packed. */
@Component
public final class PrintedUnits implements LogisticUnitSource {

    private final Packing packing;
    private final Items items;

    @Activate
    public PrintedUnits(@Reference Packing packing, @Reference Items items) {
        this.packing = packing;
        this.items = items;
    }

    @Override
    public List<LogisticUnit> units(Document document) {
        Map<ItemId, Optional<Item>> known = new HashMap<>();
        return packing.units(document.id()).stream().filter(unit -> unit.state() != PackedUnit.State.UNPACKED)
            .map(unit -> new LogisticUnit(unit.code(), unit.holder(), unit.rule(), unit.weight(), unit.volume(),
                unit.content().stream().filter(content -> content.line().isPresent())
                    .flatMap(content -> known.computeIfAbsent(content.itemId(), items::get)
                        .map(item -> new LogisticUnit.Content(item.id(), item.code(), item.name(), content.lot(),
                            new Quantity(content.quantity(), item.unit())))
                        .stream())
                    .toList()))
            .toList();
    }

}
