package org.stockwright.fulfilment.ui.internal.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.Item;
import org.stockwright.documents.ui.Figures;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.fulfilment.Availability;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.Orders;
import org.stockwright.ledger.ui.TypedParts;

/** Where orders of all kinds are entered: master data, availability, and the book that takes them. */
@Component(service = OrderDesk.class)
@SuppressWarnings("nls")
public final class OrderDesk {

    private final Orders orders;
    private final Availability availability;
    private final EntryMasters masters;

    /** Of the open book. */
    @Activate
    public OrderDesk(@Reference Orders orders, @Reference Availability availability, @Reference EntryMasters masters) {
        this.orders = orders;
        this.availability = availability;
        this.masters = masters;
    }

    Orders orders() {
        return orders;
    }

    EntryMasters masters() {
        return masters;
    }

    /** Name and availability of each line's item, at a place or everywhere. */
    List<Map<String, String>> stock(List<EntryRow> rows, Optional<LocationId> place) {
        Map<String, Item> items = masters.items()
            .byCodes(rows.stream().map(row -> row.get("item")).distinct().toList());
        Set<ItemId> ids = items.values().stream().map(Item::id).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, Availability.View> views = new HashMap<>();
        availability.of(ids, place).forEach(view -> views.put(view.item(), view));
        List<Map<String, String>> lines = new ArrayList<>();
        for (EntryRow row : rows) {
            Map<String, String> facts = new HashMap<>();
            if (items.get(row.get("item")) instanceof Item item) {
                facts.put("name", item.name());
            }
            if (views.get(row.get("item")) instanceof Availability.View view) {
                facts.put("available",
                    Figures.text(view.available().amount()) + ' ' + view.available().unit().code());
            }
            lines.add(facts);
        }
        return lines;
    }

    /** The priority that was typed, a whole number; 0 when none was. */
    static int priority(TypedParts parts, String text) {
        Optional<BigDecimal> number = parts.number(text, 0, "priority");
        try {
            return number.map(BigDecimal::intValueExact).orElse(0);
        } catch (ArithmeticException e) {
            parts.refusals().add(Refusal.of(FulfilmentRefusal.BAD_PRIORITY, text, OrderRequest.MOST_URGENT)
                .at(Place.field(0, "priority")));
            return 0;
        }
    }

}
