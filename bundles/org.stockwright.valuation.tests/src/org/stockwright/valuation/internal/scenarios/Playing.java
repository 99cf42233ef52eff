package org.stockwright.valuation.internal.scenarios;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Progress;
import org.stockwright.catalog.NegativePolicy;
import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.testkit.Invariants;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;
import org.stockwright.valuation.Accounts;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.CostScope;
import org.stockwright.valuation.CostSettings;
import org.stockwright.valuation.InventorySystem;
import org.stockwright.valuation.LotGroups;
import org.stockwright.valuation.PeriodicInventory;

/** Plays a scenario in a new book and compares what is found with what the page expects. */
final class Playing {

    private final Scenario scenario;

    Playing(Scenario scenario) {
        this.scenario = scenario;
    }

    /**
     * The differences.
     *
     * @param steps the steps in the order in which they are entered
     * @param order how people call that order
     */
    List<String> play(Path folder, List<Step> steps, String order) {
        Differences differences = new Differences(order);
        try (World world = World.open(folder)) {
            ScenarioBook book = new ScenarioBook(world, new Warehouse(world));
            Map<String, String> units = begin(book, !steps.equals(scenario.steps()));
            Entering entering = new Entering(book, units);
            for (Step step : steps) {
                entering.enter(step, differences);
            }
            world.clock().set(Days.after());
            for (Table table : scenario.expected()) {
                Expectation.of(table).compare(book, differences);
            }
            tie(book, differences);
            Invariants.check(book.warehouse().work());
        }
        return differences.list();
    }

    private Map<String, String> begin(ScenarioBook book, boolean anyOrder) {
        Warehouse warehouse = book.warehouse();
        for (Table.Row row : scenario.sites()) {
            String code = row.needed("Site");
            warehouse.places().saveAll(List.of(Locations.Draft.of(code, code, "", LocationKind.SITE))).value();
        }
        for (Table.Row row : scenario.transits()) {
            String code = row.needed("Transit");
            warehouse.places().saveAll(List.of(Locations.Draft.of(code, code, "", LocationKind.TRANSIT))).value();
            if (!row.text("Terms").isEmpty()) {
                Entering.terms(book, row, code + ' ' + row.text("Terms"), Optional.empty()).value();
            }
        }
        Map<String, String> units = new HashMap<>();
        for (Table.Row row : scenario.items()) {
            String item = row.needed("Item");
            units.put(item, row.text("Unit").isEmpty() ? "PCS" : row.text("Unit"));
            warehouse.item(item, warehouse.unitOf(units.get(item)), row.text("Tracking").isEmpty() ? Tracking.NONE
                : Tracking.valueOf(row.text("Tracking").toUpperCase(Locale.ROOT)), row.text("Category"));
            book.made(item, row.text("Category"));
            if (!row.text("Standard cost").isEmpty()) {
                warehouse.setItem(item, "standard_cost", Amounts.of(row, "Standard cost"));
            }
        }
        for (Table.Row row : scenario.settings()) {
            set(book, row);
        }
        for (Table.Row row : scenario.groups()) {
            book.world().service(LotGroups.class).assign(List.of(new LotGroups.Member(
                warehouse.itemOf(row.needed("Item")), row.needed("Lot"), row.needed("Group")))).value();
        }
        for (Table.Row row : scenario.rules()) {
            rule(book.world().service(Accounts.class), row);
        }
        if (anyOrder) {
            allowNegative(warehouse);
        }
        return units;
    }

    private static void set(ScenarioBook book, Table.Row row) {
        CostSettings settings = book.world().service(CostSettings.class);
        String value = row.needed("Value").toUpperCase(Locale.ROOT);
        switch (row.needed("Setting")) {
            case "method" -> settings.setPolicy(new CostSettings.Policy(CostSettings.Level.COMPANY, "",
                CostMethod.valueOf(value), Optional.empty()), Progress.NONE).value();
            case "scope" -> settings.setScope(CostScope.valueOf(value.replace('-', '_'))).value();
            case "inventory system" -> book.world().service(PeriodicInventory.class)
                .set(InventorySystem.valueOf(value), Optional.empty()).value();
            case "negative stock" -> {
                if (!value.equals("ALLOWED")) {
                    throw row.wrong("negative stock is allowed or not mentioned");
                }
                allowNegative(book.warehouse());
            }
            default -> throw row.wrong("the setting '" + row.text("Setting") + "' is not known");
        }
    }

    private static void rule(Accounts accounts, Table.Row row) {
        String[] account = row.needed("Account").split(" ", 2);
        accounts.saveAccounts(List.of(new Accounts.Account(account[0], account[1], Accounts.Kind.ASSET, "", true)))
            .value();
        accounts.saveRules(List.of(new Accounts.Rule(row.needed("Category"), "", row.needed("Side"), account[0], "",
            Optional.empty()))).value();
    }

    /** What is entered in another order may leave before it came. */
    private static void allowNegative(Warehouse warehouse) {
        for (LocationKind kind : LocationKind.values()) {
            if (kind.isKept()) {
                warehouse.places().setPolicy(kind, NegativePolicy.ALLOW).value();
            }
        }
    }

    /** Whatever was entered: stock, layers and journal agree, after each step and now. */
    private void tie(ScenarioBook book, Differences differences) {
        for (Step step : scenario.steps()) {
            book.untied(Optional.of(step.effective())).forEach(
                row -> differences.add(step.row(), row.check() + ' ' + row.subject(), row.stock().toPlainString(),
                    row.books().toPlainString() + ' ' + row.detail()));
        }
        Table.Row last = scenario.steps().getLast().row();
        book.untied(Optional.empty()).forEach(row -> differences.add(last, row.check() + ' ' + row.subject(),
            row.stock().toPlainString(), row.books().toPlainString() + ' ' + row.detail()));
        book.broken().forEach(row -> differences.add(last, row.check() + ' ' + row.subject(),
            row.books().toPlainString(), row.stock().toPlainString() + ' ' + row.detail()));
    }

}
