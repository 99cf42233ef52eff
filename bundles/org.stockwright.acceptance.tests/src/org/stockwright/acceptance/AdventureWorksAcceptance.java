package org.stockwright.acceptance;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.testkit.SharedData;

import static org.assertj.core.api.Assertions.assertThat;

/** A real company's master data, stock and purchase receipts, imported and posted by the commands that users run. */
class AdventureWorksAcceptance {

    /** The opening stock at standard cost. */
    private static final BigDecimal OPENING = new BigDecimal("20092679.1712");
    /** The stocked quantities of all purchase order lines at their prices. */
    private static final BigDecimal RECEIVED = new BigDecimal("61211692.7310");

    @TempDir
    private Path folder;

    @Test
    void aRealCompanyIsImportedReceivesItsOrdersAndCanBeAskedForThePast() throws IOException {
        Optional<Path> data = SharedData.find("adventureworks");
        Assumptions.assumeTrue(data.isPresent(), "the AdventureWorks data is not here: shared/data/adventureworks");
        AdventureWorksFiles files = new AdventureWorksFiles(data.get(), folder.resolve("files"));
        CommandLineOfTests shell = new CommandLineOfTests(folder.resolve("book"));
        assertThat(shell.run("init", "--company", "Adventure Works", "--currency", "USD", "--zone",
            "America/Los_Angeles")).as(shell.err()).isZero();

        imported(shell, "units", files.units(), 38);
        imported(shell, "items", files.items(), 504);
        imported(shell, "locations", files.locations(), 14 + 753);
        imported(shell, "partners", files.partners(), 104);
        imported(shell, "item-suppliers", files.itemSuppliers(), 460);
        Path opening = files.openingStock("2022-04-01");
        imported(shell, "opening-stock", opening, 1_069);

        assertThat(onHand(shell)).isEqualByComparingTo("335974");
        assertThat(shell.rows()).hasSize(432);

        assertThat(value(shell)).isEqualByComparingTo(OPENING);
        tiesOut(shell);
        Path receipts = files.receipts();
        assertThat(shell.run("post", receipts.toString())).as(shell.err()).isZero();
        assertThat(onHand(shell)).isEqualByComparingTo("2590573");
        assertThat(onHand(shell, "--as-of", "2022-04-28")).isEqualByComparingTo("335974");
        assertThat(value(shell)).isEqualByComparingTo(OPENING.add(RECEIVED));
        assertThat(value(shell, "--as-of", "2022-04-28")).isEqualByComparingTo(OPENING);
        tiesOut(shell);
        assertThat(shell.run("verify")).as(shell.out()).isZero();
        everyMethod(shell);

        // The same files again change nothing.
        assertThat(shell.run("import", "items", folder.resolve("files/items.csv").toString())).isZero();
        assertThat(shell.run("import", "opening-stock", opening.toString())).as(shell.err()).isZero();
        assertThat(shell.run("post", receipts.toString())).as(shell.err()).isZero();
        assertThat(onHand(shell)).isEqualByComparingTo("2590573");
        assertThat(shell.run("verify", "--rebuild")).as(shell.out()).isZero();
    }

    private static void imported(CommandLineOfTests shell, String kind, Path file, int rows) throws IOException {
        assertThat(Files.readAllLines(file)).as(kind).hasSize(rows + 1);
        assertThat(shell.run("import", kind, file.toString())).as(kind + ": " + shell.err()).isZero();
    }

    /** Nothing was issued yet: all methods but the standard agree, and what that one leaves out is a variance. */
    private static void everyMethod(CommandLineOfTests shell) {
        for (String method : List.of("fifo", "lifo", "specific", "standard", "average")) {
            assertThat(shell.run("cost-method", method)).as(method + ": " + shell.err()).isZero();
            BigDecimal variance = method.equals("standard") ? account(shell, "5200") : BigDecimal.ZERO;
            assertThat(value(shell).add(variance)).as(method).isEqualByComparingTo(OPENING.add(RECEIVED));
            tiesOut(shell);
        }
    }

    private static BigDecimal account(CommandLineOfTests shell, String code) {
        assertThat(shell.run("journal", "balances")).as(shell.err()).isZero();
        List<String> header = List.of(shell.out().lines().findFirst().orElseThrow().split(","));
        return shell.rows().stream().map(row -> row.split(","))
            .filter(row -> row[header.indexOf("account")].equals(code))
            .map(row -> new BigDecimal(row[header.indexOf("balance")])).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void tiesOut(CommandLineOfTests shell) {
        assertThat(shell.run("tie-out")).as(shell.out()).isZero();
    }

    private static BigDecimal value(CommandLineOfTests shell, String... bounds) {
        List<String> words = new java.util.ArrayList<>(List.of("value"));
        words.addAll(List.of(bounds));
        assertThat(shell.run(words.toArray(String[]::new))).as(shell.err()).isZero();
        int column = List.of(shell.out().lines().findFirst().orElseThrow().split(",")).indexOf("value");
        return shell.rows().stream().map(row -> new BigDecimal(row.split(",")[column])).reduce(BigDecimal.ZERO,
            BigDecimal::add);
    }

    private static BigDecimal onHand(CommandLineOfTests shell, String... bounds) {
        List<String> words = new java.util.ArrayList<>(List.of("on-hand", "--by", "item"));
        words.addAll(List.of(bounds));
        assertThat(shell.run(words.toArray(String[]::new))).as(shell.err()).isZero();
        int column = List.of(shell.out().lines().findFirst().orElseThrow().split(",")).indexOf("on_hand");
        return shell.rows().stream().map(row -> new BigDecimal(row.split(",")[column])).reduce(BigDecimal.ZERO,
            BigDecimal::add);
    }

}
