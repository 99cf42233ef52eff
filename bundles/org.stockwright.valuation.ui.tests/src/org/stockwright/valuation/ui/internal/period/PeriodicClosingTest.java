package org.stockwright.valuation.ui.internal.period;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.base.Unit;
import org.stockwright.exchange.Imports;
import org.stockwright.exchange.SourceTable;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.PeriodicAmounts;
import org.stockwright.valuation.PeriodicCalculation;
import org.stockwright.valuation.PeriodicInventory;
import org.stockwright.valuation.PeriodicInventory.Decision;
import org.stockwright.valuation.PeriodicQuantities;
import org.stockwright.valuation.PeriodicRow;
import org.stockwright.valuation.ValuationRefusal;
import org.stockwright.valuation.ui.internal.Examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockwright.valuation.ui.internal.Examples.EURO;

class PeriodicClosingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 15);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 2, 28);
    private static final String HASH = "ab".repeat(32);

    @TempDir
    Path folder;

    private final List<String> called = new ArrayList<>();
    private final List<SourceTable> stored = new ArrayList<>();
    private List<Refusal> wrong = List.of();
    private boolean refuses;

    /** An inventory that says what the test wants and remembers what it was asked. */
    private final PeriodicInventory inventory = fake(PeriodicInventory.class, (name, arguments) -> {
        called.add(name);
        return switch (name) {
            case "calculate" -> Outcome.done(new PeriodicCalculation(LAST_DAY, Optional.empty(), Examples.NOON, false,
                List.of(row("BOLT", "3", PeriodicRow.Basis.COUNTED), row("NUT", "4", PeriodicRow.Basis.LEDGER))));
            case "rehearse" -> refuses
                ? Outcome.refused(Refusal.of(ValuationRefusal.NEGATIVE_CLOSING, "BOLT", "-1 EA"))
                : Outcome.done(sealed());
            case "close" -> Outcome.done(sealed());
            case "postDifferences" -> Outcome.done(1);
            default -> throw new UnsupportedOperationException(name);
        };
    });

    private final Imports imports = fake(Imports.class, (name, arguments) -> switch (name) {
        case "read" -> Outcome.done(new SourceTable("counted.csv", List.of("item", "quantity"),
            List.<String[]>of(new String[] { "BOLT", "3" }), new long[] { 2 }));
        case "kind" -> Optional.of(fake(ImportKind.class, (method, none) -> null));
        case "run" -> {
            stored.add((SourceTable) arguments[1]);
            yield new ImportResult(1, wrong.isEmpty() ? 1 : 0, 0, wrong, List.of());
        }
        default -> throw new UnsupportedOperationException(name);
    });

    private final PeriodicClosing closing = new PeriodicClosing(inventory, imports, EURO, TODAY);

    private interface Answer {

        Object to(String name, Object[] arguments);

    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(PeriodicClosingTest.class.getClassLoader(), new Class<?>[] { type },
            (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
    }

    private static Decision sealed() {
        return new Decision(LAST_DAY, "closed", "", 2, Examples.money("35"), Examples.money("65"), HASH, Examples.NOON,
            "kim");
    }

    /** Ten came at 5.00, six were sold, and so many are left. */
    private static PeriodicRow row(String item, String left, PeriodicRow.Basis basis) {
        BigDecimal closing = new BigDecimal(left);
        BigDecimal zero = BigDecimal.ZERO;
        BigDecimal five = BigDecimal.valueOf(5);
        return new PeriodicRow(new ItemId(1), item, item, "", Unit.EACH, CostMethod.AVERAGE, basis,
            new PeriodicQuantities(zero, zero, BigDecimal.TEN, zero, zero, BigDecimal.valueOf(6), zero, closing,
                BigDecimal.valueOf(4)),
            new PeriodicAmounts(zero, zero, BigDecimal.valueOf(50), zero, zero, zero, closing.multiply(five), zero,
                closing.subtract(BigDecimal.valueOf(4)).multiply(five), BigDecimal.valueOf(20)));
    }

    private void calculate() {
        closing.take(closing.calculate(Progress.NONE).value());
    }

    @Test
    void lastMonthAndTheLedgersQuantitiesAreSuggested() {
        assertThat(closing.lastDay()).contains(LAST_DAY);
        assertThat(closing.problem()).isEmpty();
        closing.type("2026-03-15");
        assertThat(closing.problem()).contains("2026-03-15 is not over. Choose a day before today.");
    }

    @Test
    void aFileHasToBeThereAndIsStoredForThatPeriod() throws Exception {
        closing.count(true);
        assertThat(closing.problem()).contains("Choose the file with what was counted.");
        closing.file(folder.resolve("missing.csv").toString());
        assertThat(closing.problem()).isPresent();
        closing.file(Files.writeString(folder.resolve("counted.csv"), "item,quantity\nBOLT,3\n").toString());
        assertThat(closing.problem()).isEmpty();
        calculate();
        assertThat(stored).hasSize(1);
        assertThat(stored.getFirst().header()).containsExactly("item", "quantity", "period");
        assertThat(stored.getFirst().rows().getFirst()).containsExactly("BOLT", "3", "2026-02-28");
        wrong = List.of(Refusal.of(ValuationRefusal.BAD_COUNT, "BOLT", "why"));
        assertThat(closing.calculate(Progress.NONE).refusals()).isEqualTo(wrong);
    }

    @Test
    void theReconciliationSaysWhatIsNotAsExpectedAndWhatNobodyCounted() {
        assertThat(closing.verdict()).isEqualTo("Nothing was calculated yet.");
        calculate();
        assertThat(closing.verdict()).isEqualTo("Items: 2. Not as expected: 1. Not counted, or only in part: 1.");
        assertThat(closing.rows()).filteredOn(PeriodicClosing::differs).extracting(PeriodicRow::item)
            .containsExactly("BOLT");
        assertThat(closing.isReady()).isTrue();
        closing.type("2026-01-31");
        assertThat(closing.isReady()).as("another day has to be calculated").isFalse();
    }

    @Test
    void theCalculationAddsUp() {
        calculate();
        assertThat(closing.parts()).extracting(part -> part.part() + ' ' + EURO.amount(part.amount())).containsExactly(
            "Opening 0.00", "Purchases 100.00", "Returns to suppliers 0.00", "Freight and other late costs 0.00",
            "Write-downs and revaluations 0.00", "Could have been sold 100.00", "Closing -35.00", "Cost of sales 65.00",
            "of which sales do not explain 5.00");
    }

    @Test
    void differencesArePostedBeforeClosingUnlessThatIsNotWantedOrClosingIsRefused() {
        calculate();
        refuses = true;
        assertThat(closing.close(Progress.NONE).isDone()).isFalse();
        assertThat(called).doesNotContain("postDifferences", "close");
        refuses = false;
        closing.take(closing.close(Progress.NONE).value());
        assertThat(called).endsWith("rehearse", "postDifferences", "close");
        assertThat(closing.result()).contains("Cost of sales: 65.00 EUR", "SHA-256: " + HASH);
        assertThat(closing.notice()).isEqualTo("Closed by the periodic system until 2026-02-28.");
        called.clear();
        closing.post(false);
        closing.close(Progress.NONE).value();
        assertThat(called).containsExactly("rehearse", "close");
    }

}
