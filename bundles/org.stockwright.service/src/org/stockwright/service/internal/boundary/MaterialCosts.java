package org.stockwright.service.internal.boundary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import org.stockwright.base.ItemId;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.service.Template;
import org.stockwright.service.Templates.MaterialCost;
import org.stockwright.service.Templates.MaterialCost.Basis;

/** What the materials of templates cost: what our stock is worth, else standard costs. */
public final class MaterialCosts {

    private final UnitOfWork work;
    private final Optional<CurrentCosts> current;

    /** @param current what stock is worth, where values are kept */
    public MaterialCosts(UnitOfWork work, Optional<CurrentCosts> current) {
        this.work = work;
        this.current = current;
    }

    /** One row for each material of a template, by item. */
    public List<MaterialCost> of(Template template) {
        SortedSet<ItemId> items = new TreeSet<>();
        template.stages().forEach(stage -> stage.materials().forEach(material -> items.add(material.item())));
        if (items.isEmpty()) {
            return List.of();
        }
        Map<ItemId, ItemFacts> facts = work.read(transaction -> ItemFacts.read(transaction, items));
        List<MaterialCost> result = new ArrayList<>();
        for (ItemId item : items) {
            Optional<BigDecimal> now = current(item);
            Optional<BigDecimal> standard = Optional.ofNullable(facts.get(item)).flatMap(ItemFacts::standardCost);
            result.add(now.map(cost -> new MaterialCost(item, cost, Basis.CURRENT))
                .or(() -> standard.map(cost -> new MaterialCost(item, cost, Basis.STANDARD)))
                .orElseGet(() -> new MaterialCost(item, BigDecimal.ZERO, Basis.UNKNOWN)));
        }
        return result;
    }

    /** What a unit of our stock is worth now, where values are kept. */
    public Optional<BigDecimal> current(ItemId item) {
        return current.flatMap(costs -> costs.of(item));
    }

    /** The same by item, as {@link BoundaryCalculation} wants it. */
    public static Map<ItemId, BigDecimal> byItem(List<MaterialCost> costs) {
        Map<ItemId, BigDecimal> result = new HashMap<>();
        costs.forEach(cost -> result.put(cost.item(), cost.cost()));
        return result;
    }

}
