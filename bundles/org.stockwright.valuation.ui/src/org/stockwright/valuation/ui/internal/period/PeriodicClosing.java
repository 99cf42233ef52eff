package org.stockwright.valuation.ui.internal.period;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.exchange.Imports;
import org.stockwright.exchange.SourceTable;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.valuation.PeriodicAmounts;
import org.stockwright.valuation.PeriodicCalculation;
import org.stockwright.valuation.PeriodicInventory;
import org.stockwright.valuation.PeriodicInventory.Decision;
import org.stockwright.valuation.PeriodicRow;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;

/**
 * What the assistant of the periodic inventory system has been told and has found. Another last day or another file has to
 * be calculated anew. No widgets; methods with a {@link Progress} run in a job while the assistant waits.
 */
final class PeriodicClosing {

    private static final String KIND = "period-counts"; //$NON-NLS-1$
    private static final String PERIOD = "period"; //$NON-NLS-1$

    private final PeriodicInventory inventory;
    private final Imports imports;
    private final LastDay day;
    private Figures figures;
    private String file = ""; //$NON-NLS-1$
    private boolean counted;
    private boolean posting = true;
    private String reason = ""; //$NON-NLS-1$
    private PeriodicCalculation calculation;
    private Decision decision;

    /**
     * A line of the calculation.
     *
     * @param part what it is
     * @param amount how much
     * @param result whether it is a result of the lines above
     */
    record Part(String part, BigDecimal amount, boolean result) {
    }

    /** Nothing was told yet: the last month is to be closed with the quantities of the ledger. */
    PeriodicClosing(PeriodicInventory inventory, Imports imports, Figures figures, LocalDate today) {
        this.inventory = inventory;
        this.imports = imports;
        this.figures = figures;
        day = new LastDay(today);
    }

    /** The last day as it was typed. */
    String typed() {
        return day.typed();
    }

    /** Takes the last day as it was typed. */
    void type(String text) {
        if (day.type(text)) {
            calculation = null;
        }
    }

    /** Takes whether a file has what was counted. */
    void count(boolean fromFile) {
        if (counted != fromFile) {
            counted = fromFile;
            calculation = null;
        }
    }

    /** Whether a file has what was counted. */
    boolean isCounted() {
        return counted;
    }

    /** Takes the name of the file. */
    void file(String text) {
        if (!text.strip().equals(file)) {
            file = text.strip();
            calculation = null;
        }
    }

    /** Takes whether differences are posted before closing. */
    void post(boolean differences) {
        posting = differences;
    }

    /** Takes why it is closed; may be empty. */
    void explain(String text) {
        reason = text.strip();
    }

    /** The last day; empty when something else was typed. */
    Optional<LocalDate> lastDay() {
        return day.day();
    }

    /** Why the first page cannot be left; empty when it can. */
    Optional<String> problem() {
        return day.problem().or(() -> counted && !isThere() ? Optional.of(Messages.Periodic_noFile) : Optional.empty());
    }

    private boolean isThere() {
        try {
            return !file.isEmpty() && Files.isRegularFile(Path.of(file));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Stores what was counted, if a file has it, and calculates. */
    Outcome<PeriodicCalculation> calculate(Progress progress) {
        LocalDate last = lastDay().orElseThrow();
        if (counted) {
            Outcome<ImportResult> stored = store(last, progress);
            if (!stored.isDone()) {
                return Outcome.refused(stored.refusals());
            }
            if (!stored.value().isClean()) {
                return Outcome.refused(stored.value().refusals());
            }
        }
        return inventory.calculate(last, progress);
    }

    private Outcome<ImportResult> store(LocalDate last, Progress progress) {
        try {
            Outcome<SourceTable> table = imports.read(Path.of(file), progress);
            return table.map(read -> imports.run(imports.kind(KIND).orElseThrow(), read.with(PERIOD, last.toString()),
                Map.of(), ImportMode.ALL_OR_NOTHING, progress));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes what was calculated. */
    void take(PeriodicCalculation found) {
        calculation = found;
        figures = figures.fitting(found.rows().stream().flatMap(row -> List.of(row.amounts().costOfSales(),
            row.amounts().difference(), row.amounts().closingStock()).stream()), Stream.empty());
    }

    /** What was calculated, as long as nothing else was told. */
    Optional<PeriodicCalculation> calculation() {
        return Optional.ofNullable(calculation);
    }

    /** How amounts are written. */
    Figures figures() {
        return figures;
    }

    /** The items, first those that are not as expected; empty before anything was calculated. */
    List<PeriodicRow> rows() {
        return calculation().map(PeriodicCalculation::rows).orElse(List.of()).stream()
            .sorted(Comparator.comparing(row -> !differs(row))).toList();
    }

    /** Whether an item is not as expected. */
    static boolean differs(PeriodicRow row) {
        return row.quantities().difference().signum() != 0;
    }

    private long count(Predicate<PeriodicRow> wanted) {
        return rows().stream().filter(wanted).count();
    }

    /** What the reconciliation found, in a sentence. */
    String verdict() {
        if (calculation == null) {
            return Messages.Periodic_none;
        }
        return calculation.closed() ? Messages.Periodic_closedAlready
            : NLS.bind(Messages.Periodic_verdict, new Object[] { Integer.toString(rows().size()),
                Long.toString(count(PeriodicClosing::differs)),
                Long.toString(count(row -> row.basis() != PeriodicRow.Basis.COUNTED)) });
    }

    /** Of how many items ledger and count do not agree. */
    long unposted() {
        return count(row -> row.quantities().unposted().signum() != 0);
    }

    /** Whether it can be closed. */
    boolean isReady() {
        return decision == null && problem().isEmpty() && calculation != null && !calculation.closed();
    }

    /** The calculation of cost of sales, a line per part. */
    List<Part> parts() {
        if (calculation == null) {
            return List.of();
        }
        PeriodicAmounts total = calculation.total();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(Messages.Periodic_opening, total.opening().add(total.entered()), false));
        parts.add(new Part(Messages.Periodic_purchases, total.purchases(), false));
        parts.add(new Part(Messages.Periodic_returns, total.returns().negate(), false));
        parts.add(new Part(Messages.Periodic_late, total.late(), false));
        parts.add(new Part(Messages.Periodic_revalued, total.revalued(), false));
        parts.add(new Part(Messages.Periodic_available, total.available(), true));
        parts.add(new Part(Messages.Periodic_closing, total.closingStock().negate(), false));
        parts.add(new Part(Messages.Periodic_costOfSales, total.costOfSales(), true));
        parts.add(new Part(Messages.Periodic_shrinkage, total.shrinkage(), false));
        return parts;
    }

    /** Posts differences, if that is wanted, and closes. */
    Outcome<Decision> close(Progress progress) {
        LocalDate last = lastDay().orElseThrow();
        // a closing that is refused must not leave differences posted
        Outcome<Decision> rehearsed = inventory.rehearse(last, progress);
        if (!rehearsed.isDone()) {
            return rehearsed;
        }
        Outcome<Integer> posted = posting && unposted() > 0 ? inventory.postDifferences(last) : Outcome.done(0);
        return posted.isDone() ? inventory.close(last, reason, progress) : Outcome.refused(posted.refusals());
    }

    /** Takes what became of it. */
    void take(Decision closed) {
        decision = closed;
    }

    /** Whether it was closed. */
    boolean isClosed() {
        return decision != null;
    }

    /** What was closed and sealed, a fact per line. */
    String result() {
        return decision == null ? "" //$NON-NLS-1$
            : NLS.bind(Messages.Periodic_result, new Object[] { decision.lastDay(), Long.toString(decision.items()),
                figures.money(decision.closing()), figures.money(decision.costOfSales()), decision.hash() });
    }

    /** What was closed, in a sentence. */
    String notice() {
        return decision == null ? "" : NLS.bind(Messages.Periodic_done, decision.lastDay()); //$NON-NLS-1$
    }

}
