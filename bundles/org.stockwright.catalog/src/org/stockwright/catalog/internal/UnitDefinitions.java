package org.stockwright.catalog.internal;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.Progress;
import org.stockwright.base.QuantityRefusal;
import org.stockwright.base.Rational;
import org.stockwright.base.Refusal;
import org.stockwright.base.Unit;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.UnitView;
import org.stockwright.catalog.internal.UnitTable.StoredUnit;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.persistence.Transaction;

/**
 * The units of a file. One may be defined by another that stands further down: each is looked at after the one that it is
 * defined by, and those that go round in a circle are refused.
 */
final class UnitDefinitions {

    private final List<ImportRow> rows;
    private final Map<String, StoredUnit> stored;
    private final UnitSaving saving;
    private final Map<String, Cells> waiting = new LinkedHashMap<>();
    private final Map<String, Unit> defined = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private int changed;

    UnitDefinitions(Transaction tx, List<ImportRow> rows) throws SQLException {
        this.rows = rows;
        this.stored = UnitTable.load(tx.connection());
        this.saving = new UnitSaving(tx, stored);
    }

    /** Checks all rows and stores what the mode allows. */
    ImportResult store(ImportMode mode, Progress progress) throws SQLException {
        for (ImportRow row : rows) {
            Cells cells = new Cells(row);
            String code = cells.required("unit");
            if (!code.isEmpty() && waiting.putIfAbsent(code, cells) != null) {
                cells.findings().add("unit", Refusal.of(CatalogRefusal.CODE_TAKEN, code, "an earlier line")
                    .hint("Keep one of the two lines."));
            }
            refusals.addAll(cells.findings().refusals());
        }
        progress.begin("Checking units", waiting.size());
        for (String code : List.copyOf(waiting.keySet())) {
            progress.check();
            define(code);
            progress.worked(1);
        }
        refusals.sort((a, b) -> Long.compare(a.place().line(), b.place().line()));
        if (FileImport.writes(mode, refusals)) {
            saving.store();
        }
        return FileImport.result(rows, mode, changed, defined.size() - changed, refusals, List.of());
    }

    /** Defines a unit after all that it hangs on. */
    private void define(String code) throws SQLException {
        Deque<String> chain = new ArrayDeque<>();
        Set<String> onTheWay = new LinkedHashSet<>();
        String next = code;
        while (waiting.containsKey(next) && onTheWay.add(next)) {
            chain.push(next);
            next = waiting.get(next).row().get("base_unit");
        }
        if (onTheWay.contains(next)) {
            refuseCircle(onTheWay, next);
        }
        while (!chain.isEmpty()) {
            String unit = chain.pop();
            Cells cells = waiting.remove(unit);
            if (cells != null) {
                take(unit, cells);
            }
        }
    }

    /** Refuses the units from the one that closes the circle to the end of the way. */
    private void refuseCircle(Set<String> way, String closing) {
        boolean inside = false;
        for (String unit : way) {
            inside |= unit.equals(closing);
            Cells cells = inside ? waiting.remove(unit) : null;
            if (cells != null) {
                cells.findings().add("base_unit", Refusal.of(CatalogRefusal.UNIT_CYCLE, unit)
                    .hint("Leave base_unit empty in the unit that the others are measured by."));
                refusals.addAll(cells.findings().refusals());
                refused.add(unit);
            }
        }
    }

    private void take(String code, Cells cells) throws SQLException {
        Unit unit = unit(code, cells, Optional.ofNullable(stored.get(code)).map(StoredUnit::unit));
        if (unit != null) {
            String name = cells.text("name")
                .or(() -> Optional.ofNullable(stored.get(code)).map(old -> old.view().name())).orElse(code);
            if (saving.add(new UnitView(name, unit), cells.findings())) {
                changed++;
            }
        }
        refusals.addAll(cells.findings().refusals());
        if (cells.findings().isClean()) {
            defined.put(code, unit);
        } else {
            refused.add(code);
        }
    }

    /** The unit of a row, or {@code null} when the row has errors. */
    private Unit unit(String code, Cells cells, Optional<Unit> old) {
        Optional<BigDecimal> numerator = positive(cells, "numerator");
        Optional<BigDecimal> denominator = positive(cells, "denominator");
        Optional<Unit> base = base(cells);
        Optional<Integer> scale = cells.whole("scale");
        Optional<BigDecimal> step = positive(cells, "step").map(BigDecimal::stripTrailingZeros);
        int decimals = scale.or(() -> step.map(value -> Math.max(0, value.scale())))
            .or(() -> old.map(Unit::scale)).orElse(0);
        if (decimals < 0 || decimals > Unit.MAX_SCALE) {
            cells.findings().outOfRange(scale.isPresent() ? "scale" : "step", decimals + " decimals",
                "0 to " + Unit.MAX_SCALE + " decimals");
        } else if (step.isPresent() && step.get().scale() > decimals) {
            cells.findings().outOfRange("step", step.get().toPlainString(),
                "a number with the decimals of scale (" + decimals + ")");
        }
        boolean hasRatio = numerator.isPresent() || denominator.isPresent();
        if (hasRatio && base.isEmpty() && !cells.row().has("base_unit") && !cells.row().has("dimension")
            && old.isEmpty()) {
            cells.findings().add("base_unit", Refusal.of(CatalogRefusal.MISSING, "base_unit")
                .hint("Say of which unit it is " + cells.row().get("numerator") + ", or what dimension it measures."));
        }
        if (!cells.findings().isClean()) {
            return null;
        }
        Rational ratio = Rational.of(numerator.orElse(BigDecimal.ONE))
            .dividedBy(Rational.of(denominator.orElse(BigDecimal.ONE)));
        String dimension = cells.text("dimension").or(() -> base.map(Unit::dimension))
            .or(() -> old.map(Unit::dimension)).orElse(code);
        boolean keeps = base.isEmpty() && !hasRatio
            && old.map(unit -> unit.dimension().equals(dimension)).orElse(false);
        Rational factor = keeps ? old.orElseThrow().factor()
            : base.map(unit -> unit.factor().times(ratio)).orElse(ratio);
        BigDecimal smallest = step.or(() -> old.filter(unit -> unit.scale() == decimals).map(Unit::step))
            .orElse(BigDecimal.ONE.movePointLeft(decimals));
        return new Unit(code, dimension, factor, decimals, smallest);
    }

    private Optional<Unit> base(Cells cells) {
        Optional<String> code = cells.text("base_unit");
        Optional<Unit> base = code.filter(unit -> !refused.contains(unit)).flatMap(unit -> Optional
            .ofNullable(defined.get(unit)).or(() -> Optional.ofNullable(stored.get(unit)).map(StoredUnit::unit)));
        if (code.isPresent() && base.isEmpty()) {
            Set<String> known = new LinkedHashSet<>(stored.keySet());
            known.addAll(defined.keySet());
            cells.findings().add("base_unit", Refusal.of(CatalogRefusal.UNKNOWN_UNIT, code.get())
                .hint(refused.contains(code.get()) ? "Mend the errors of its own line."
                    : Nearest.hint(code.get(), known, "Add a line for it.")));
        }
        Optional<String> dimension = cells.text("dimension");
        if (base.isPresent() && dimension.isPresent() && !dimension.get().equals(base.get().dimension())) {
            cells.findings().add("dimension", Refusal.of(QuantityRefusal.DIMENSIONS_DIFFER, cells.row().get("unit"),
                dimension.get(), base.get(), base.get().dimension())
                .hint("Leave the dimension empty, or choose another base_unit."));
        }
        return base;
    }

    private static Optional<BigDecimal> positive(Cells cells, String column) {
        return cells.decimal(column).filter(number -> {
            if (number.signum() <= 0) {
                cells.findings().outOfRange(column, number, "more than 0");
            }
            return number.signum() > 0;
        });
    }

}
