package org.stockwright.fulfilment.ui.internal.kit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Rounding;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemRow;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Units;
import org.stockwright.documents.Document;
import org.stockwright.fulfilment.Availability;
import org.stockwright.fulfilment.Kits;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.ui.TypedParts;
import org.stockwright.ledger.ui.Zones;

/** Where kits are put together and taken apart: what was typed, what it takes, and the order for it. In jobs. */
@Component(service = AssemblyDesk.class)
@SuppressWarnings("nls")
public final class AssemblyDesk {

    private static final int SEARCHED = 60;

    private final Kits kits;
    private final Availability availability;
    private final Items items;
    private final Units units;
    private final Locations locations;

    /** Of the open book. */
    @Activate
    public AssemblyDesk(@Reference Kits kits, @Reference Availability availability, @Reference Items items,
        @Reference Units units, @Reference Locations locations) {
        this.kits = kits;
        this.availability = availability;
        this.items = items;
        this.units = units;
        this.locations = locations;
    }

    /**
     * What was typed.
     *
     * @param kit the kit's code
     * @param apart whether it is taken apart, and not put together
     * @param quantity how many
     * @param unit in which unit; empty for the kit's base unit
     * @param from where goods are taken from
     * @param to where they go
     */
    record Asked(String kit, boolean apart, String quantity, String unit, String from, String to) {
    }

    /**
     * The kit, or a component of it.
     *
     * @param item what
     * @param quantity how much of it is used up or made, in its base unit
     * @param available how much of it is free where goods are taken from
     * @param isMade whether it is made, and not used up
     */
    record Part(Item item, Quantity quantity, Quantity available, boolean isMade) {
    }

    /** The assembled kits that a text fits, best first. */
    List<ItemRow> kits(String text, int most) {
        Set<ItemId> assembled = kits.list().stream().filter(version -> !version.virtual()).map(Kits.Version::item)
            .collect(Collectors.toSet());
        return items.search(text, SEARCHED).stream().filter(row -> assembled.contains(row.id())).limit(most).toList();
    }

    Locations locations() {
        return locations;
    }

    private TypedParts parts() {
        return new TypedParts(items, units, locations);
    }

    /** The kit with its components, as far as it is known what is meant; nothing before. */
    List<Part> look(Asked asked) {
        TypedParts parts = parts();
        Optional<Item> kit = asked.kit().isEmpty() ? Optional.empty() : parts.item(asked.kit(), 0, "kit");
        Optional<Quantity> many = kit.flatMap(known -> parts.quantity(known,
            asked.quantity().isEmpty() ? "1" : asked.quantity(), asked.unit(), 0, "quantity")
            .flatMap(much -> parts.take(much.in(known.unit(), Rounding.EXACT), 0, "quantity")));
        Optional<Kits.Version> version = kit
            .flatMap(known -> kits.on(known.id(), LocalDate.now(Zones.current())));
        if (many.isEmpty() || version.isEmpty()) {
            return List.of();
        }
        List<Item> all = new ArrayList<>(List.of(kit.get()));
        Map<ItemId, BigDecimal> amounts = new HashMap<>(Map.of(kit.get().id(), many.get().amount()));
        version.get().components().forEach(component -> items.get(component.item()).ifPresent(item -> {
            all.add(item);
            amounts.put(item.id(), component.quantity().multiply(many.get().amount()));
        }));
        Optional<LocationId> from = locations.byCode(asked.from()).map(Location::id);
        Map<ItemId, Quantity> free = new HashMap<>();
        availability.of(all.stream().map(Item::id).toList(), from)
            .forEach(view -> free.put(view.id(), view.available()));
        return all.stream().map(item -> new Part(item, new Quantity(amounts.get(item.id()), item.unit()),
            free.getOrDefault(item.id(), Quantity.zero(item.unit())),
            item.equals(kit.get()) != asked.apart())).toList();
    }

    /**
     * Does it.
     *
     * @param key the order's key
     * @param lots the lots of what is made, by item
     */
    Outcome<Document> assemble(String key, Asked asked, Map<ItemId, String> lots) {
        TypedParts parts = parts();
        Optional<Item> kit = parts.item(asked.kit(), 0, "kit");
        Optional<Quantity> many = kit
            .flatMap(known -> parts.quantity(known, asked.quantity(), asked.unit(), 0, "quantity"));
        Optional<Location> from = place(parts, asked.from(), "The place where goods are taken from");
        Optional<Location> to = place(parts, asked.to(), "The place where goods go");
        if (!parts.refusals().isEmpty()) {
            return Outcome.refused(parts.refusals());
        }
        Kits.Assembly assembly = new Kits.Assembly(key, kit.orElseThrow().id(), many.orElseThrow(),
            from.orElseThrow().id(), to.orElseThrow().id(), Optional.empty(), lots);
        return asked.apart() ? kits.disassemble(assembly) : kits.assemble(assembly);
    }

    private static Optional<Location> place(TypedParts parts, String code, String what) {
        if (code.isEmpty()) {
            parts.refusals().add(Refusal.of(CatalogRefusal.MISSING, what).hint("Type a part of its code or name."));
        }
        return parts.place(code, 0, "");
    }

}
