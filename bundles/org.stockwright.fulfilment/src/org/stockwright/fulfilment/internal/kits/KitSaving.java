package org.stockwright.fulfilment.internal.kits;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.Kits.Component;
import org.stockwright.fulfilment.Kits.Version;
import org.stockwright.persistence.Transaction;

/** Checks versions of kits and stores them. */
final class KitSaving {

    private final Transaction transaction;
    private final KitRows rows;

    KitSaving(Transaction transaction) {
        this.transaction = transaction;
        this.rows = new KitRows(transaction);
    }

    Outcome<Integer> save(List<Version> versions) throws SQLException {
        Map<ItemId, ItemFacts> items = items(versions);
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            int line = i + 1;
            check(versions.get(i), items).forEach(refusal -> refusals.add(refusal.at(Refusal.Place.line(line))));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Map<String, Kit> stored = new HashMap<>();
        List<Kit> before = rows.all();
        before.forEach(kit -> stored.put(key(kit), kit));
        List<Kit> changed = new ArrayList<>();
        for (Version version : versions) {
            Kit kit = new Kit(version.item(), version.from(), version.virtual(),
                version.components().stream().map(part -> new Kit.Part(part.item(), part.quantity())).toList());
            if (!kit.equals(stored.put(key(kit), kit))) {
                changed.add(kit);
            }
        }
        circles(versions, stored, items, refusals);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        for (Kit kit : changed) {
            rows.save(kit);
            ItemFacts facts = items.get(kit.item());
            transaction.tell("DEFINE_KIT", "kit", facts == null ? "" : facts.code(),
                Map.of("from", kit.from().toString(), "virtual", Boolean.toString(kit.virtual()), "components",
                    words(kit, items)));
        }
        return Outcome.done(changed.size());
    }

    private static String words(Kit kit, Map<ItemId, ItemFacts> items) {
        return String.join(", ", kit.parts().stream().map(part -> part.quantity().toPlainString() + " "
            + Optional.ofNullable(items.get(part.item())).map(ItemFacts::code).orElse("")).toList());
    }

    private static String key(Kit kit) {
        return kit.item() + " " + kit.from();
    }

    private Map<ItemId, ItemFacts> items(List<Version> versions) throws SQLException {
        Set<ItemId> ids = new HashSet<>();
        for (Version version : versions) {
            ids.add(version.item());
            version.components().forEach(part -> ids.add(part.item()));
        }
        return ItemFacts.read(transaction, ids);
    }

    private static List<Refusal> check(Version version, Map<ItemId, ItemFacts> items) {
        List<Refusal> result = new ArrayList<>();
        ItemFacts kit = items.get(version.item());
        if (kit == null) {
            return List.of(Refusal.of(FulfilmentRefusal.UNKNOWN_ITEM, version.item()));
        }
        if (version.components().isEmpty()) {
            result.add(Refusal.of(FulfilmentRefusal.NO_COMPONENTS, kit.code()).hint("Name at least one."));
        }
        Set<ItemId> seen = new HashSet<>();
        for (Component component : version.components()) {
            ItemFacts part = items.get(component.item());
            if (part == null) {
                result.add(Refusal.of(FulfilmentRefusal.UNKNOWN_ITEM, component.item()));
            } else if (!seen.add(component.item())) {
                result.add(Refusal.of(FulfilmentRefusal.COMPONENT_TWICE, kit.code(), part.code())
                    .hint("Add the quantities up in one line."));
            } else if (component.quantity().signum() <= 0) {
                result.add(Refusal.of(FulfilmentRefusal.QUANTITY_NOT_POSITIVE, component.quantity().toPlainString())
                    .hint("Write how much of it one kit takes."));
            } else if (!fits(component.quantity().multiply(kit.unit().step()), part)) {
                result.add(Refusal.of(FulfilmentRefusal.COMPONENT_DOES_NOT_FIT,
                    component.quantity().multiply(kit.unit().step()).toPlainString(), part.code(), part.unit())
                    .hint("Write a quantity that its unit can hold for the smallest quantity of the kit."));
            }
        }
        return result;
    }

    private static boolean fits(BigDecimal quantity, ItemFacts part) {
        return part.unit().holds(quantity);
    }

    /** A kit must not contain itself in any of the versions, whichever of them hold together. */
    private static void circles(List<Version> versions, Map<String, Kit> stored, Map<ItemId, ItemFacts> items,
        List<Refusal> refusals) {
        Map<ItemId, Set<ItemId>> parts = new TreeMap<>();
        stored.values().forEach(kit -> kit.parts()
            .forEach(part -> parts.computeIfAbsent(kit.item(), item -> new HashSet<>()).add(part.item())));
        for (int i = 0; i < versions.size(); i++) {
            ItemId top = versions.get(i).item();
            String code = Optional.ofNullable(items.get(top)).map(ItemFacts::code).orElse("");
            Set<ItemId> level = Set.of(top);
            for (int depth = 0; depth <= KitBook.DEEPEST && !level.isEmpty(); depth++) {
                Set<ItemId> next = new HashSet<>();
                level.forEach(item -> next.addAll(parts.getOrDefault(item, Set.of())));
                if (next.contains(top)) {
                    refusals.add(Refusal.of(FulfilmentRefusal.KIT_CONTAINS_ITSELF, code, (depth + 1) + " deep")
                        .hint("Take it out of its components.").at(Refusal.Place.line(i + 1)));
                    break;
                }
                if (depth == KitBook.DEEPEST && !next.isEmpty()) {
                    refusals.add(Refusal.of(FulfilmentRefusal.KIT_TOO_DEEP, KitBook.DEEPEST, code)
                        .at(Refusal.Place.line(i + 1)));
                }
                level = next;
            }
        }
    }

}
