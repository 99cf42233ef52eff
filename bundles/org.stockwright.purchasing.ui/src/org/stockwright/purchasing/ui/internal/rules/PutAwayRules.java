package org.stockwright.purchasing.ui.internal.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.widgets.Composite;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Units;
import org.stockwright.catalog.ui.Choices;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.ui.PlaceSearch;
import org.stockwright.ledger.ui.TypedParts;
import org.stockwright.purchasing.PutAway;
import org.stockwright.purchasing.PutAway.Rule;
import org.stockwright.purchasing.ReceivingPermission;
import org.stockwright.purchasing.ui.internal.Messages;
import org.stockwright.ui.Notices;
import org.stockwright.ui.master.DescribedPage;
import org.stockwright.ui.master.MasterColumn;
import org.stockwright.ui.master.MasterPage;
import org.stockwright.ui.master.MasterRow;

/** Where goods go; a box below tries the rules. */
@SuppressWarnings("nls")
@Component(service = MasterPage.class)
public final class PutAwayRules extends DescribedPage {

    private static final int FULL = 100;

    private final PutAway putAway;
    private final Items items;
    private final Units units;
    private final Locations locations;

    /** Of the open book. */
    @Activate
    public PutAwayRules(@Reference PutAway putAway, @Reference Items items, @Reference Units units,
        @Reference Locations locations) {
        super(new Facts(RuleAreas.RECEIVING, 20, Messages.PutRules_title, Messages.PutRules_explanation,
            Messages.PutRules_empty, RuleAreas.HELP + "putAwayRules", "put-away-rules",
            List.of(ReceivingPermission.RULES), Set.of(Topic.SETTINGS)));
        this.putAway = putAway;
        this.items = items;
        this.units = units;
        this.locations = locations;
    }

    @Override
    public List<MasterColumn> columns() {
        return List.of(MasterColumn.number("priority", Messages.PutRules_priority, 8),
            MasterColumn.text("rule", Messages.Rules_code, 14),
            MasterColumn.code("item", Messages.Rules_item, 16, Choices::items).hint(Messages.Rules_any),
            MasterColumn.code("category", Messages.Rules_category, 18, Choices::categories).hint(Messages.Rules_any),
            MasterColumn.text("abc_class", Messages.PutRules_abc, 5).hint(Messages.Rules_any),
            MasterColumn.text("temperature_class", Messages.PutRules_temperature, 12).hint(Messages.Rules_any),
            MasterColumn.text("hazard_class", Messages.PutRules_hazard, 10).hint(Messages.Rules_any),
            MasterColumn.code("target", Messages.PutRules_target, 14, PlaceSearch::codes),
            MasterColumn.word("consolidate", Messages.PutRules_consolidate, 14,
                List.of(Messages.Rules_yes, Messages.Rules_no)),
            MasterColumn.word("fixed", Messages.PutRules_fixed, 10, List.of(Messages.Rules_no, Messages.Rules_yes)),
            MasterColumn.number("fill_percent", Messages.PutRules_fill, 7).hint("100"));
    }

    @Override
    public List<MasterRow> read(String scope) {
        return putAway.rules().stream()
            .map(rule -> MasterRow.of("priority", Integer.toString(rule.priority()), "rule", rule.code(), "item",
                rule.item().flatMap(items::get).map(Item::code).orElse(""), "category", rule.category(), "abc_class",
                rule.abcClass(), "temperature_class", rule.temperatureClass(), "hazard_class", rule.hazardClass(),
                "target", locations.get(rule.target()).map(Location::code).orElse(""), "consolidate",
                word(rule.consolidate()), "fixed", word(rule.fixed()), "fill_percent",
                Integer.toString(rule.fillPercent())))
            .toList();
    }

    private static String word(boolean yes) {
        return yes ? Messages.Rules_yes : Messages.Rules_no;
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
                    .hint("Give each rule a code of its own."), line, "rule");
            }
            typed.needed(row.get("target"), "The target", line, "target");
            Optional<LocationId> target = typed.place(row.get("target"), line, "target").map(Location::id);
            Optional<Integer> priority = typed.whole(row.get("priority"), line, "priority");
            Optional<Integer> fill = typed.whole(row.get("fill_percent"), line, "fill_percent");
            Optional<Item> item = typed.itemIfAny(row.get("item"), line, "item");
            if (target.isPresent()) {
                now.add(new Rule(code, priority.orElse(line * 10), item.map(Item::id), row.get("category"),
                    upper(row.get("abc_class")), upper(row.get("temperature_class")), upper(row.get("hazard_class")),
                    target.get(), row.get("fixed").equals(Messages.Rules_yes),
                    row.get("consolidate").equals(Messages.Rules_yes), fill.orElse(FULL)));
            }
        }
        return typed.outcome(() -> putAway
            .changeRules(putAway.rules().stream().map(Rule::code).filter(code -> !codes.contains(code)).toList(), now));
    }

    /** Classes of items are stored in capitals. */
    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    @Override
    public void below(Composite parent, Notices notices) {
        new PutAwayTrial(parent, notices, putAway, () -> new TypedParts(items, units, locations));
    }

}
