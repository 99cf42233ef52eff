package org.stockwright.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.testkit.SharedData;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A month of a shop's real sales with all its dirt: returns as negative quantities, zero prices, missing descriptions,
 * postage and fees between the goods. Every line is posted or listed with a reason.
 */
class OnlineRetailAcceptance {

    @TempDir
    private Path folder;

    @Test
    void everySaleIsPostedOrListedWithAReason() throws IOException {
        Optional<Path> data = SharedData.find("online-retail/2010-12.csv");
        Assumptions.assumeTrue(data.isPresent(), "the retail data is not here: shared/data/online-retail");
        List<NamedCsvRecord> sales = CsvFiles.read(data.get());
        assertThat(sales).hasSize(42_481);
        CommandLineOfTests shell = new CommandLineOfTests(folder.resolve("book"));
        assertThat(shell.run("init", "--company", "Shop", "--currency", "GBP", "--zone", "Europe/London")).isZero();
        assertThat(shell.run("policy", "allow", "--kind", "warehouse")).as(shell.err()).isZero();
        assertThat(shell.run("import", "items", items(sales).toString())).as(shell.err()).isZero();

        Path movements = movements(sales);
        long begin = System.nanoTime();
        int code = shell.run("post", movements.toString(), "--keep-good");
        long millis = (System.nanoTime() - begin) / 1_000_000;
        assertThat(code).as("postage and fees are no items").isEqualTo(1);

        long fees = sales.stream().filter(sale -> isService(sale.getField("StockCode"))).count();
        assertThat(fees).isPositive();
        Path errors = Path.of(movements + ".errors.csv");
        assertThat(Files.readAllLines(errors)).hasSize((int) fees + 1)
            .allSatisfy(line -> assertThat(line).doesNotEndWith(","));
        assertThat(shell.run("movements")).isZero();
        assertThat((long) shell.rows().size()).isEqualTo(sales.size() - fees);
        assertThat(shell.run("verify")).as(shell.out()).isZero();
        System.out.println("Online retail: " + sales.size() + " rows read, checked and posted in " + millis
            + " ms with opening and closing the book: " + sales.size() * 1_000L / millis + " rows/s");
    }

    /** Codes that are no goods: postage, fees, vouchers, samples, manual entries. */
    private static boolean isService(String code) {
        return !Character.isDigit(code.charAt(0)) && !code.startsWith("DCGS");
    }

    private Path items(List<NamedCsvRecord> sales) throws IOException {
        Map<String, String> names = new LinkedHashMap<>();
        for (NamedCsvRecord sale : sales) {
            String code = sale.getField("StockCode");
            String name = sale.getField("Description").strip();
            if (!isService(code)) {
                names.merge(code, name, (old, other) -> old.isEmpty() ? other : old);
            }
        }
        List<String[]> rows = new ArrayList<>();
        names.forEach((code, name) -> rows.add(new String[] { code, name.isEmpty() ? code : name }));
        return CsvFiles.write(folder.resolve("items.csv"), List.of("item", "name"), rows);
    }

    private Path movements(List<NamedCsvRecord> sales) throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < sales.size(); i++) {
            NamedCsvRecord sale = sales.get(i);
            int quantity = Integer.parseInt(sale.getField("Quantity"));
            rows.add(new String[] { sale.getField("InvoiceNo") + "-" + (i + 1),
                sale.getField("InvoiceDate").replace(' ', 'T') + "Z", quantity < 0 ? "return-in" : "issue",
                sale.getField("StockCode"), Integer.toString(Math.abs(quantity)), sale.getField("InvoiceNo") });
        }
        return CsvFiles.write(folder.resolve("sales.csv"),
            List.of("key", "effective", "type", "item", "quantity", "reference"), rows);
    }

}
