package org.stockwright.fulfilment.ui.internal.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Units;
import org.stockwright.catalog.ui.Choices;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.PackingRules;
import org.stockwright.fulfilment.PackingRules.Rule;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.ui.PlaceSearch;
import org.stockwright.ledger.ui.TypedParts;
import org.stockwright.ui.master.DescribedPage;
import org.stockwright.ui.master.MasterColumn;
import org.stockwright.ui.master.MasterPage;
import org.stockwright.ui.master.MasterRow;

/** Boxes and pallets, and the packing material that is used up for each. */
@SuppressWarnings("nls")
@Component(service = MasterPage.class)
public final class PackingRulesPage extends DescribedPage {

    /** The editor that it is a tab of; the same word stands in {@code plugin.xml}. */
    static final String AREA = "packing";

    private static final List<String> YES_OR_NO = List.of(Messages.Packing_yes, Messages.Packing_no);

    private final PackingRules rules;
    private final Items items;
    private final Units units;
    private final Locations locations;

    /** Of the open book. */
    @Activate
    public PackingRulesPage(@Reference PackingRules rules, @Reference Items items, @Reference Units units,
        @Reference Locations locations) {
        super(new Facts(AREA, 10, Messages.Packing_title, Messages.Packing_explanation, Messages.Packing_empty,
            "org.stockwright.fulfilment.ui.packingRules", "packing-rules", List.of(FulfilmentPermission.RULES),
            Set.of(Topic.SETTINGS)));
        this.rules = rules;
        this.items = items;
        this.units = units;
        this.locations = locations;
    }

    @Override
    public String whyKept() {
        return Messages.Packing_kept;
    }

    @Override
    public List<MasterColumn> columns() {
        return List.of(MasterColumn.text("rule", Messages.Packing_code, 12).kept(),
            MasterColumn.word("level", Messages.Packing_level, 7,
                List.of(Messages.Packing_goods, Messages.Packing_boxes)),
            MasterColumn.code("packing_item", Messages.Packing_material, 16, Choices::items),
            MasterColumn.code("material_place", Messages.Packing_from, 13, PlaceSearch::codes),
            MasterColumn.code("only_item", Messages.Packing_only, 14, Choices::items).hint(Messages.Packing_any),
            MasterColumn.number("least_units", Messages.Packing_least, 8),
            MasterColumn.number("most_units", Messages.Packing_most, 8),
            MasterColumn.number("most_weight_kg", Messages.Packing_weight, 9),
            MasterColumn.number("most_volume_l", Messages.Packing_volume, 10),
            MasterColumn.number("tare_kg", Messages.Packing_tare, 8),
            MasterColumn.number("outer_volume_l", Messages.Packing_outer, 11),
            MasterColumn.word("active", Messages.Packing_active, 7, YES_OR_NO));
    }

    @Override
    public List<MasterRow> read(String scope) {
        return rules.list().stream()
            .map(rule -> MasterRow.of("rule", rule.code(), "level",
                rule.level() == PackingRules.PALLET ? Messages.Packing_boxes : Messages.Packing_goods, "packing_item",
                code(rule.packingItem()), "material_place",
                rule.materialPlace().flatMap(locations::get).map(Location::code).orElse(""), "only_item",
                code(rule.onlyItem()), "least_units", plain(rule.leastUnits()), "most_units", plain(rule.mostUnits()),
                "most_weight_kg", plain(rule.mostWeight()), "most_volume_l", plain(rule.mostVolume()), "tare_kg",
                plain(Optional.of(rule.tare()).filter(tare -> tare.signum() != 0)), "outer_volume_l",
                plain(rule.outerVolume()), "active", rule.active() ? Messages.Packing_yes : Messages.Packing_no))
            .toList();
    }

    private String code(Optional<ItemId> item) {
        return item.flatMap(items::get).map(Item::code).orElse("");
    }

    private static String plain(Optional<BigDecimal> number) {
        return number.map(one -> one.stripTrailingZeros().toPlainString()).orElse("");
    }

    @Override
    public Outcome<?> store(String scope, List<MasterRow> rows) {
        TypedParts typed = new TypedParts(items, units, locations);
        List<Rule> now = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int line = 1; line <= rows.size(); line++) {
            MasterRow row = rows.get(line - 1);
            String code = typed.needed(row.get("rule"), "The code", line, "rule");
            if (!codes.add(code)) {
                typed.refuse(Refusal.of(CatalogRefusal.CODE_TAKEN, code, "an earlier row")
                    .hint("Give each box a code of its own."), line, "rule");
            }
            now.add(new Rule(code,
                row.get("level").equals(Messages.Packing_boxes) ? PackingRules.PALLET : PackingRules.BOX,
                typed.itemIfAny(row.get("packing_item"), line, "packing_item").map(Item::id),
                typed.place(row.get("material_place"), line, "material_place").map(Location::id),
                typed.itemIfAny(row.get("only_item"), line, "only_item").map(Item::id),
                typed.number(row.get("least_units"), line, "least_units"),
                typed.number(row.get("most_units"), line, "most_units"),
                typed.number(row.get("most_weight_kg"), line, "most_weight_kg"),
                typed.number(row.get("most_volume_l"), line, "most_volume_l"),
                typed.number(row.get("tare_kg"), line, "tare_kg").orElse(BigDecimal.ZERO),
                typed.number(row.get("outer_volume_l"), line, "outer_volume_l"),
                !row.get("active").equals(Messages.Packing_no)));
        }
        return typed.outcome(() -> rules.saveAll(now));
    }

}
