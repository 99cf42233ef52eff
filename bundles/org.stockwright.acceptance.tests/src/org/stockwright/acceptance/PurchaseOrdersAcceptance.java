package org.stockwright.acceptance;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.testkit.SharedData;

import static org.assertj.core.api.Assertions.assertThat;

/** A real company's 4,012 purchase orders, imported as orders and received as it recorded them. */
class PurchaseOrdersAcceptance {

    private static final String STOCKED = "2254599";
    private static final String REJECTED = "72700";
    private static final String RECEIVED = "2327299";

    @TempDir
    private Path folder;

    @Test
    void ordersAreReceivedAsRecorded() throws IOException {
        Optional<Path> data = SharedData.find("adventureworks");
        Assumptions.assumeTrue(data.isPresent(), "the AdventureWorks data is not here: shared/data/adventureworks");
        AdventureWorksFiles files = new AdventureWorksFiles(data.get(), folder.resolve("files"));
        CommandLineOfTests shell = new CommandLineOfTests(folder.resolve("book"));
        run(shell, "init", "--company", "Adventure Works", "--currency", "USD", "--zone", "America/Los_Angeles");
        run(shell, "import", "units", files.units().toString());
        run(shell, "import", "items", files.items().toString());
        run(shell, "import", "partners", files.partners().toString());
        run(shell, "import", "item-suppliers", files.itemSuppliers().toString());

        Path orders = files.purchaseOrders();
        run(shell, "import", "purchase-orders", orders.toString());
        Map<String, String> numbers = numbers(shell);
        assertThat(numbers).hasSize(4_012);

        Path receipts = files.goodsReceipts(numbers);
        run(shell, "receive", receipts.toString());
        assertThat(byStatus(shell)).containsOnly(Map.entry("AVAILABLE", new BigDecimal(STOCKED)),
            Map.entry("BLOCKED", new BigDecimal(REJECTED)));
        run(shell, "order", "list", "--kind", "purchase-order", "--open", "--limit", "5000");
        assertThat((long) shell.rows().size()).isEqualTo(files.shortOrders());
        figures(shell, files.onTimeInFull());
        run(shell, "tie-out");
        run(shell, "verify");

        // The same files again change nothing.
        run(shell, "import", "purchase-orders", orders.toString());
        run(shell, "receive", receipts.toString());
        assertThat(byStatus(shell).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
            .isEqualByComparingTo(RECEIVED);
    }

    private static void run(CommandLineOfTests shell, String... words) {
        assertThat(shell.run(words)).as("%s: %s%s", String.join(" ", words), shell.err(), words[0].equals("verify")
            ? shell.out() : "").isZero();
    }

    private static Map<String, String> numbers(CommandLineOfTests shell) {
        run(shell, "order", "list", "--kind", "purchase-order", "--limit", "5000");
        int number = column(shell, "number");
        int reference = column(shell, "reference");
        Map<String, String> numbers = new HashMap<>();
        shell.rows().stream().map(row -> row.split(",", -1))
            .forEach(cells -> numbers.put(cells[reference], cells[number]));
        return numbers;
    }

    private static Map<String, BigDecimal> byStatus(CommandLineOfTests shell) {
        run(shell, "on-hand", "--by", "all");
        int status = column(shell, "status");
        int onHand = column(shell, "on_hand");
        Map<String, BigDecimal> sums = new HashMap<>();
        shell.rows().stream().map(row -> row.split(",", -1))
            .forEach(cells -> sums.merge(cells[status], new BigDecimal(cells[onHand]), BigDecimal::add));
        sums.replaceAll((key, sum) -> sum.stripTrailingZeros().setScale(0));
        return sums;
    }

    private static void figures(CommandLineOfTests shell, Map<String, int[]> expected) {
        run(shell, "supplier-figures");
        int supplier = column(shell, "supplier");
        int lines = column(shell, "lines");
        int onTime = column(shell, "on_time_in_full");
        int received = column(shell, "received");
        int rejected = column(shell, "rejected");
        Map<String, int[]> figures = new HashMap<>();
        BigDecimal came = BigDecimal.ZERO;
        BigDecimal refused = BigDecimal.ZERO;
        for (String row : shell.rows()) {
            // names have commas in quotes; no other cell has
            String[] cells = row.replaceAll("\"[^\"]*\"", "name").split(",", -1);
            figures.put(cells[supplier],
                new int[] { Integer.parseInt(cells[lines]), Integer.parseInt(cells[onTime]) });
            came = came.add(new BigDecimal(cells[received]));
            refused = refused.add(new BigDecimal(cells[rejected]));
        }
        assertThat(came).isEqualByComparingTo(RECEIVED);
        assertThat(refused).isEqualByComparingTo(REJECTED);
        assertThat(figures.keySet()).isEqualTo(expected.keySet());
        expected.forEach((code, figure) -> assertThat(figures.get(code)).as(code).isEqualTo(figure));
    }

    private static int column(CommandLineOfTests shell, String name) {
        return List.of(shell.out().lines().findFirst().orElseThrow().split(",")).indexOf(name);
    }

}
