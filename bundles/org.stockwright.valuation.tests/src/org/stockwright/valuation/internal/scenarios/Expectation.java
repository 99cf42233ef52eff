package org.stockwright.valuation.internal.scenarios;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.stockwright.valuation.CostLayer;
import org.stockwright.valuation.PeriodicAmounts;
import org.stockwright.valuation.PeriodicRow;
import org.stockwright.valuation.ValueRow;

/** A table of what is to be found. */
sealed interface Expectation {

    /** Compares it with a book. */
    void compare(ScenarioBook book, Differences differences);

    /** What a table expects, by its columns. */
    static Expectation of(Table table) {
        if (table.columns().contains("Account")) {
            table.expect(List.of("After day", "Account", "Balance"), List.of());
            return new OfAccounts(table);
        }
        if (table.columns().contains("Cost of sales")) {
            table.expect(List.of("Period until day", "Item", "Opening", "Purchases", "Closing", "Cost of sales"),
                List.of("Expected", "Counted", "Shrinkage"));
            return new OfPeriods(table);
        }
        if (table.columns().contains("Layer from")) {
            table.expect(List.of("After day", "Item", "Layer from", "Quantity", "Value"),
                List.of("Pool", "Place", "Lot"));
            return new OfLayers(table);
        }
        if (table.columns().contains("Cost")) {
            table.expect(List.of("Document", "Cost"), List.of("Item"));
            return new OfCosts(table);
        }
        table.expect(List.of("After day", "Item", "Quantity", "Value"), List.of("Site", "Unit cost"));
        return new OfValues(table);
    }

    private static String after(Table.Row row) {
        return " after day " + row.text("After day");
    }

    /** The value of stock. */
    record OfValues(Table table) implements Expectation {

        @Override
        public void compare(ScenarioBook book, Differences differences) {
            for (Table.Row row : table.rows()) {
                String item = row.needed("Item");
                String site = row.text("Site");
                Optional<ValueRow> found = book.value(item, Days.end(row, "After day"), site);
                String subject = item + (site.isEmpty() ? "" : " at " + site) + after(row);
                differences.compare(row, "quantity of " + subject, Amounts.of(row, "Quantity"),
                    found.map(one -> one.onHand().amount()).orElse(BigDecimal.ZERO));
                differences.compare(row, "value of " + subject, Amounts.of(row, "Value"),
                    found.map(ValueRow::value).orElse(BigDecimal.ZERO));
                if (!row.text("Unit cost").isEmpty()) {
                    differences.compare(row, "unit cost of " + subject, Amounts.of(row, "Unit cost"),
                        found.flatMap(ValueRow::unitCost).orElse(BigDecimal.ZERO));
                }
            }
        }

    }

    /** All layers of an item, in their order. */
    record OfLayers(Table table) implements Expectation {

        @Override
        public void compare(ScenarioBook book, Differences differences) {
            Map<String, List<Table.Row>> lists = table.rows().stream().collect(Collectors.groupingBy(
                row -> row.needed("Item") + after(row), LinkedHashMap::new, Collectors.toList()));
            lists.forEach((subject, rows) -> {
                Table.Row first = rows.get(0);
                String expected = rows.stream().map(OfLayers::text).collect(Collectors.joining("; "));
                String found = book.layers(first.text("Item"), Days.end(first, "After day")).stream()
                    .map(layer -> text(layer, first)).collect(Collectors.joining("; "));
                if (!expected.equals(found)) {
                    differences.add(first, "layers of " + subject, expected, found);
                }
            });
        }

        private static String text(Table.Row row) {
            return String.join(" ", row.needed("Layer from"), row.text("Pool"), row.text("Place"), row.text("Lot"),
                ScenarioBook.plain(Amounts.of(row, "Quantity")), ScenarioBook.plain(Amounts.of(row, "Value")));
        }

        /** What the page says nothing of in any row is not compared. */
        private static String text(CostLayer layer, Table.Row like) {
            return String.join(" ", layer.document(), like.cells().containsKey("Pool") ? layer.pool() : "",
                like.cells().containsKey("Place") ? layer.place() : "",
                like.cells().containsKey("Lot") ? layer.lot() : "", ScenarioBook.plain(layer.quantity().amount()),
                ScenarioBook.plain(layer.value().total()));
        }

    }

    /** The balances of all accounts: those that are not named are zero. */
    record OfAccounts(Table table) implements Expectation {

        @Override
        public void compare(ScenarioBook book, Differences differences) {
            Map<Instant, List<Table.Row>> lists = table.rows().stream().collect(Collectors.groupingBy(
                row -> Days.end(row, "After day"), TreeMap::new, Collectors.toList()));
            lists.forEach((at, rows) -> {
                Map<String, BigDecimal> found = book.balances(at);
                for (Table.Row row : rows) {
                    BigDecimal balance = found.remove(row.needed("Account"));
                    differences.compare(row, "balance of " + row.text("Account") + after(row),
                        Amounts.of(row, "Balance"), balance == null ? BigDecimal.ZERO : balance);
                }
                found.forEach((account, balance) -> differences.compare(rows.get(rows.size() - 1),
                    "balance of " + account + after(rows.get(0)), BigDecimal.ZERO, balance));
            });
        }

    }

    /** What documents cost, with what came later. */
    record OfCosts(Table table) implements Expectation {

        @Override
        public void compare(ScenarioBook book, Differences differences) {
            for (Table.Row row : table.rows()) {
                differences.compare(row, "cost of " + row.needed("Document") + ' ' + row.text("Item"),
                    Amounts.of(row, "Cost"), book.cost(row, row.text("Document"), row.text("Item")));
            }
        }

    }

    /** The calculation of periods by the periodic inventory system. */
    record OfPeriods(Table table) implements Expectation {

        @Override
        public void compare(ScenarioBook book, Differences differences) {
            for (Table.Row row : table.rows()) {
                String item = row.needed("Item");
                PeriodicRow found = book.period(Days.dayOf(Days.end(row, "Period until day")), item)
                    .orElseThrow(() -> row.wrong("nothing is calculated of " + item));
                PeriodicAmounts amounts = found.amounts();
                Map<String, BigDecimal> figures = new LinkedHashMap<>();
                figures.put("Opening", amounts.opening());
                figures.put("Purchases", amounts.netPurchases());
                figures.put("Closing", amounts.closingStock());
                figures.put("Cost of sales", amounts.costOfSales());
                figures.put("Shrinkage", amounts.shrinkage());
                figures.put("Expected", found.quantities().expected());
                figures.put("Counted", found.quantities().closing());
                figures.forEach((column, amount) -> {
                    if (!row.text(column).isEmpty()) {
                        differences.compare(row, column + " of " + item + " until day " + row.text("Period until day"),
                            Amounts.of(row, column), amount);
                    }
                });
            }
        }

    }

}
