package org.stockwright.acceptance;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.testkit.SharedData;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

import static org.assertj.core.api.Assertions.assertThat;

/** A month of a shop's real invoices as customers' orders: placed, allocated, shipped, and some of them returned. */
class RetailOrdersAcceptance {

    /** So many of the month's returns are entered, each by a command of its own. */
    private static final int RETURNS = 5;

    @TempDir
    private Path folder;

    private List<NamedCsvRecord> sales = List.of();

    @Test
    void aMonthOfInvoicesIsAllocatedShippedAndReturned() throws IOException {
        Optional<Path> data = SharedData.find("online-retail/2010-12.csv");
        Assumptions.assumeTrue(data.isPresent(), "the retail data is not here: shared/data/online-retail");
        sales = CsvFiles.read(data.get()).stream().filter(sale -> !isService(sale.getField("StockCode"))).toList();
        CommandLineOfTests shell = new CommandLineOfTests(folder.resolve("book"));
        run(shell, "init", "--company", "Shop", "--currency", "GBP", "--zone", "Europe/London");
        Map<String, BigDecimal> sold = sold();
        run(shell, "import", "items", items(sold).toString());
        run(shell, "import", "partners", customers().toString());
        run(shell, "import", "opening-stock", stock(sold).toString());
        run(shell, "import", "customer-orders", orders().toString());
        Map<String, String> numbers = numbers(shell);
        assertThat(numbers).hasSize((int) orderedInvoices());

        run(shell, "allocate", "--all");
        run(shell, "on-hand");
        assertThat(sum(shell, "reserved")).isEqualByComparingTo(total(sold));
        assertThat(sum(shell, "available")).isEqualByComparingTo(BigDecimal.ZERO);
        run(shell, "ship", shipments(numbers).toString());
        run(shell, "on-hand");
        assertThat(sum(shell, "on_hand")).isEqualByComparingTo(BigDecimal.ZERO);
        run(shell, "order", "list", "--kind", "customer-order", "--open", "--limit", "5000");
        assertThat(shell.rows()).isEmpty();

        BigDecimal back = returned(shell);
        run(shell, "on-hand");
        assertThat(sum(shell, "on_hand")).isEqualByComparingTo(back);
        run(shell, "verify");
        run(shell, "tie-out");
    }

    private static void run(CommandLineOfTests shell, String... words) {
        assertThat(shell.run(words)).as("%s: %s", String.join(" ", words), shell.err()).isZero();
    }

    /** Codes that are no goods: postage, fees, vouchers, samples, manual entries. */
    private static boolean isService(String code) {
        return !Character.isDigit(code.charAt(0)) && !code.startsWith("DCGS");
    }

    private static int quantity(NamedCsvRecord sale) {
        return Integer.parseInt(sale.getField("Quantity"));
    }

    private static String date(NamedCsvRecord sale) {
        return sale.getField("InvoiceDate").replace(' ', 'T') + "Z";
    }

    private static String customer(NamedCsvRecord sale) {
        String id = sale.getField("CustomerID");
        return id.isEmpty() ? "CASH" : "C" + new BigDecimal(id).toBigInteger();
    }

    private Map<String, BigDecimal> sold() {
        Map<String, BigDecimal> sold = new LinkedHashMap<>();
        sales.stream().filter(sale -> quantity(sale) > 0).forEach(sale -> sold.merge(sale.getField("StockCode"),
            BigDecimal.valueOf(quantity(sale)), BigDecimal::add));
        return sold;
    }

    private static BigDecimal total(Map<String, BigDecimal> quantities) {
        return quantities.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private long orderedInvoices() {
        return sales.stream().filter(sale -> quantity(sale) > 0).map(sale -> sale.getField("InvoiceNo")).distinct()
            .count();
    }

    private Path items(Map<String, BigDecimal> sold) throws IOException {
        return CsvFiles.write(folder.resolve("items.csv"), List.of("item", "name", "standard_cost"),
            sold.keySet().stream().map(code -> new String[] { code, "Item " + code, "1" }).toList());
    }

    private Path customers() throws IOException {
        List<String[]> rows = sales.stream().map(RetailOrdersAcceptance::customer).distinct()
            .map(code -> new String[] { code, "Customer " + code, "customer" }).toList();
        return CsvFiles.write(folder.resolve("partners.csv"), List.of("partner", "name", "roles"), rows);
    }

    private Path stock(Map<String, BigDecimal> sold) throws IOException {
        List<String[]> rows = new ArrayList<>();
        sold.forEach((code, quantity) -> rows
            .add(new String[] { code, "MAIN", quantity.toPlainString(), "1.25", "2010-11-30" }));
        return CsvFiles.write(folder.resolve("stock.csv"),
            List.of("item", "location", "quantity", "unit_cost", "effective"), rows);
    }

    private Path orders() throws IOException {
        Set<String> begun = new HashSet<>();
        List<String[]> rows = new ArrayList<>();
        for (NamedCsvRecord sale : sales) {
            if (quantity(sale) > 0) {
                // lines of one invoice may differ by a minute: the first one's counts
                String date = begun.add(sale.getField("InvoiceNo")) ? date(sale) : "";
                rows.add(new String[] { sale.getField("InvoiceNo"), customer(sale), date, sale.getField("StockCode"),
                    sale.getField("Quantity"), sale.getField("UnitPrice") });
            }
        }
        return CsvFiles.write(folder.resolve("orders.csv"),
            List.of("order", "customer", "date", "item", "quantity", "price"), rows);
    }

    private static Map<String, String> numbers(CommandLineOfTests shell) {
        run(shell, "order", "list", "--kind", "customer-order", "--limit", "5000");
        int number = column(shell, "number");
        int reference = column(shell, "reference");
        Map<String, String> numbers = new HashMap<>();
        shell.rows().stream().map(row -> row.split(",", -1))
            .forEach(cells -> numbers.put(cells[reference], cells[number]));
        return numbers;
    }

    private Path shipments(Map<String, String> numbers) throws IOException {
        Map<String, String> dates = new LinkedHashMap<>();
        sales.stream().filter(sale -> quantity(sale) > 0).forEach(sale -> dates
            .putIfAbsent(sale.getField("InvoiceNo"), date(sale)));
        List<String[]> rows = new ArrayList<>();
        dates.forEach((invoice, date) -> rows.add(new String[] { "S-" + invoice, numbers.get(invoice), "held", date }));
        return CsvFiles.write(folder.resolve("shipments.csv"), List.of("key", "order", "ready", "effective"), rows);
    }

    /** Returns come from the last shipment of the same item to the same customer; tells how many pieces came back. */
    private BigDecimal returned(CommandLineOfTests shell) {
        run(shell, "order", "list", "--kind", "shipment", "--limit", "5000");
        int number = column(shell, "number");
        int partner = column(shell, "partner");
        Map<String, List<String>> shipments = new HashMap<>();
        shell.rows().stream().map(row -> row.split(",", -1)).forEach(
            cells -> shipments.computeIfAbsent(cells[partner], code -> new ArrayList<>()).add(cells[number]));
        BigDecimal back = BigDecimal.ZERO;
        int done = 0;
        for (NamedCsvRecord sale : sales) {
            List<String> candidates = shipments.getOrDefault(customer(sale), List.of());
            if (quantity(sale) >= 0 || candidates.size() != 1 || done == RETURNS) {
                continue;
            }
            run(shell, "order", "show", candidates.getFirst());
            int item = column(shell, "item");
            int line = column(shell, "line");
            int amount = column(shell, "quantity");
            Optional<String[]> found = shell.rows().stream().map(row -> row.split(",", -1))
                .filter(cells -> cells[item].equals(sale.getField("StockCode"))
                    && new BigDecimal(cells[amount]).intValue() >= -quantity(sale))
                .findFirst();
            if (found.isPresent()) {
                done++;
                run(shell, "return", "customer", "--key", "R-" + done, "--shipment", candidates.getFirst(), "--line",
                    found.get()[line] + "=" + -quantity(sale), "--reason", "not wanted", "--at", "MAIN", "--decide",
                    "restock", "--refund", "--effective", "2011-01-15");
                back = back.add(BigDecimal.valueOf(-quantity(sale)));
            }
        }
        assertThat(done).isPositive();
        return back;
    }

    private static BigDecimal sum(CommandLineOfTests shell, String name) {
        int column = column(shell, name);
        return shell.rows().stream().map(row -> new BigDecimal(row.split(",", -1)[column])).reduce(BigDecimal.ZERO,
            BigDecimal::add);
    }

    private static int column(CommandLineOfTests shell, String name) {
        return List.of(shell.out().lines().findFirst().orElseThrow().split(",")).indexOf(name);
    }

}
