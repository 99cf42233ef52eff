package org.stockwright.acceptance;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
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

/** A month of a shop's real invoices as customers' orders: placed, allocated, shipped, and what came back returned. */
class RetailOrdersAcceptance {

    /** How many rows of the month's returns there are, and why some cannot be entered. */
    private static final Map<Reason, Integer> RETURNS = Map.of(Reason.ENTERED, 298, Reason.NO_GOODS, 30,
        Reason.NOBODY, 23, Reason.BOUGHT_BEFORE, 371, Reason.MORE_THAN_BOUGHT, 6);
    private static final BigDecimal UNIT_COST = new BigDecimal("1.25");

    /** What becomes of a row of the month's returns. */
    private enum Reason {
        /** It is entered. */
        ENTERED,
        /** It gives money back for no goods: discounts, postage, manual entries. */
        NO_GOODS,
        /** It names no customer, so that nobody knows which shipment comes back. */
        NOBODY,
        /** The customer got nothing of the item this month before: it was shipped in an earlier month. */
        BOUGHT_BEFORE,
        /** More comes back than the customer got this month. */
        MORE_THAN_BOUGHT
    }

    @TempDir
    private Path folder;

    private List<NamedCsvRecord> all = List.of();
    private List<NamedCsvRecord> sales = List.of();
    private final List<String[]> entered = new ArrayList<>();

    @Test
    void aMonthOfInvoicesIsAllocatedShippedAndReturned() throws IOException {
        Optional<Path> data = SharedData.find("online-retail/2010-12.csv");
        Assumptions.assumeTrue(data.isPresent(), "the retail data is not here: shared/data/online-retail");
        all = CsvFiles.read(data.get());
        sales = all.stream().filter(sale -> !isService(sale.getField("StockCode"))).toList();
        CommandLineOfTests shell = new CommandLineOfTests(folder.resolve("book"));
        run(shell, "init", "--company", "Shop", "--currency", "GBP", "--zone", "Europe/London");
        Map<String, BigDecimal> sold = sold();
        run(shell, "import", "items", items(sold).toString());
        run(shell, "import", "partners", customers().toString());
        run(shell, "import", "opening-stock", stock(sold).toString());
        run(shell, "import", "customer-orders", orders().toString());
        Map<String, String> numbers = numbers(shell, "customer-order");
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

        Path returns = returns(numbers(shell, "shipment"));
        run(shell, "return", "customer", returns.toString());
        assertThat(shell.err()).contains(entered.size() + " rows: " + entered.size() + " stored, 0 repeated");
        BigDecimal back = entered.stream().map(row -> new BigDecimal(row[3])).reduce(BigDecimal.ZERO, BigDecimal::add);
        run(shell, "on-hand");
        assertThat(sum(shell, "on_hand")).isEqualByComparingTo(back);
        assertThat(sum(shell, "available")).isEqualByComparingTo(back);
        // it comes back at the cost at which it left
        run(shell, "value");
        assertThat(sum(shell, "value")).isEqualByComparingTo(back.multiply(UNIT_COST));
        run(shell, "order", "list", "--kind", "customer-return", "--limit", "5000");
        assertThat(shell.rows()).hasSize((int) entered.stream().map(row -> row[0]).distinct().count())
            .allMatch(row -> row.contains(",closed,"));
        run(shell, "return", "customer", returns.toString());
        assertThat(shell.err()).contains("0 stored, " + entered.size() + " repeated");
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
            .add(new String[] { code, "MAIN", quantity.toPlainString(), UNIT_COST.toPlainString(), "2010-11-30" }));
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

    /** The numbers of the documents of a kind by the invoice that they are for. */
    private static Map<String, String> numbers(CommandLineOfTests shell, String kind) {
        run(shell, "order", "list", "--kind", kind, "--limit", "5000");
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

    /** What of an invoice can still come back. */
    private record Shipped(String invoice, String date, int[] left) {
    }

    /**
     * The returns that can be matched to shipments: of the same item to the same customer, the last one first. What cannot be
     * entered is listed with its reason.
     */
    private Path returns(Map<String, String> shipments) throws IOException {
        Map<String, String> dates = new HashMap<>();
        Map<List<String>, List<Shipped>> shipped = new HashMap<>();
        for (NamedCsvRecord sale : sales) {
            if (quantity(sale) > 0) {
                String invoice = sale.getField("InvoiceNo");
                String date = dates.computeIfAbsent(invoice, one -> sale.getField("InvoiceDate"));
                shipped.computeIfAbsent(List.of(customer(sale), sale.getField("StockCode")), key -> new ArrayList<>())
                    .add(new Shipped(invoice, date, new int[] { quantity(sale) }));
            }
        }
        shipped.values().forEach(some -> some.sort(Comparator.comparing(Shipped::date).reversed()));
        Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
        List<String[]> others = new ArrayList<>();
        for (NamedCsvRecord row : all) {
            if (row.getField("InvoiceNo").startsWith("C")) {
                Reason reason = enter(row, shipped, shipments);
                reasons.merge(reason, 1, Integer::sum);
                if (reason != Reason.ENTERED) {
                    others.add(new String[] { row.getField("InvoiceNo"), row.getField("StockCode"),
                        row.getField("Quantity"), reason.name() });
                }
            }
        }
        Path list = CsvFiles.write(Files.createDirectories(Path.of("target")).resolve("retail-returns-not-entered.csv"),
            List.of("invoice", "item", "quantity", "reason"), others);
        System.out
            .println("RetailOrdersAcceptance: returns " + reasons + ", those that are not entered are in " + list);
        assertThat(reasons).isEqualTo(RETURNS);
        return CsvFiles.write(folder.resolve("returns.csv"),
            List.of("key", "shipment", "item", "quantity", "reason", "at",
                "decide", "refund", "effective"),
            entered);
    }

    private Reason enter(NamedCsvRecord row, Map<List<String>, List<Shipped>> shipped,
        Map<String, String> shipments) {
        if (isService(row.getField("StockCode"))) {
            return Reason.NO_GOODS;
        }
        if (row.getField("CustomerID").isEmpty()) {
            return Reason.NOBODY;
        }
        List<Shipped> candidates = shipped.getOrDefault(List.of(customer(row), row.getField("StockCode")), List.of())
            .stream().filter(one -> one.date().compareTo(row.getField("InvoiceDate")) <= 0).toList();
        if (candidates.isEmpty()) {
            return Reason.BOUGHT_BEFORE;
        }
        int open = -quantity(row);
        if (candidates.stream().mapToInt(one -> one.left()[0]).sum() < open) {
            return Reason.MORE_THAN_BOUGHT;
        }
        for (Shipped one : candidates) {
            int part = Math.min(open, one.left()[0]);
            if (part > 0) {
                one.left()[0] -= part;
                open -= part;
                // rows of one credit note may differ by a minute: all of the month came by its end
                entered.add(new String[] { row.getField("InvoiceNo") + "/" + one.invoice(),
                    shipments.get(one.invoice()), row.getField("StockCode"), Integer.toString(part), "not wanted",
                    "MAIN", "restock", "yes", "2011-01-15" });
            }
        }
        return Reason.ENTERED;
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
