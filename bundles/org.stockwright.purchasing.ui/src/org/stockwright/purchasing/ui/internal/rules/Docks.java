package org.stockwright.purchasing.ui.internal.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Units;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.ui.PlaceSearch;
import org.stockwright.ledger.ui.TypedParts;
import org.stockwright.purchasing.ReceivingPermission;
import org.stockwright.purchasing.ReceivingRules;
import org.stockwright.purchasing.ui.internal.Messages;
import org.stockwright.ui.master.DescribedPage;
import org.stockwright.ui.master.MasterColumn;
import org.stockwright.ui.master.MasterPage;
import org.stockwright.ui.master.MasterRow;

/** Where goods are put down in warehouses, and where they wait to leave. */
@SuppressWarnings("nls")
@Component(service = MasterPage.class)
public final class Docks extends DescribedPage {

    private final ReceivingRules rules;
    private final Items items;
    private final Units units;
    private final Locations locations;

    /** Of the open book. */
    @Activate
    public Docks(@Reference ReceivingRules rules, @Reference Items items, @Reference Units units,
        @Reference Locations locations) {
        super(new Facts(RuleAreas.RECEIVING, 30, Messages.Docks_title, Messages.Docks_explanation,
            Messages.Docks_empty, RuleAreas.HELP + "docks", "", List.of(ReceivingPermission.RULES),
            Set.of(Topic.SETTINGS)));
        this.rules = rules;
        this.items = items;
        this.units = units;
        this.locations = locations;
    }

    @Override
    public List<MasterColumn> columns() {
        return List.of(MasterColumn.code("warehouse", Messages.Docks_warehouse, 18, PlaceSearch::codes),
            MasterColumn.code("receiving", Messages.Docks_receiving, 18, PlaceSearch::codes),
            MasterColumn.code("shipping", Messages.Docks_shipping, 18, PlaceSearch::codes));
    }

    @Override
    public List<MasterRow> read(String scope) {
        return rules.docks().stream().map(docks -> MasterRow.of("warehouse", code(docks.warehouse()), "receiving",
            docks.receiving().map(this::code).orElse(""), "shipping", docks.shipping().map(this::code).orElse("")))
            .toList();
    }

    private String code(LocationId place) {
        return locations.get(place).map(Location::code).orElse("");
    }

    @Override
    public Outcome<?> store(String scope, List<MasterRow> rows) {
        TypedParts typed = new TypedParts(items, units, locations);
        List<ReceivingRules.Docks> now = new ArrayList<>();
        for (int line = 1; line <= rows.size(); line++) {
            MasterRow row = rows.get(line - 1);
            typed.needed(row.get("warehouse"), "The warehouse", line, "warehouse");
            Optional<LocationId> receiving = typed.place(row.get("receiving"), line, "receiving").map(Location::id);
            Optional<LocationId> shipping = typed.place(row.get("shipping"), line, "shipping").map(Location::id);
            typed.place(row.get("warehouse"), line, "warehouse").ifPresent(
                warehouse -> now.add(new ReceivingRules.Docks(warehouse.id(), receiving, shipping)));
        }
        return typed.outcome(() -> rules.setAllDocks(now));
    }

}
