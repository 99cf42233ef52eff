package org.stockwright.valuation.ui.internal.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.stockwright.base.Progress;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValueRow;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.Words;

/**
 * What the view of values shows: what stock is worth in the books, and beside it what it would be worth by other methods.
 * No widgets; never changes.
 */
public final class ValueSheet {

    /** Nothing was asked yet. */
    public static final ValueSheet EMPTY = new ValueSheet(List.of(), Set.of(), Figures.PLAIN);

    private final List<Row> rows;
    private final Set<CostMethod> methods;
    private final Figures figures;

    private ValueSheet(List<Row> rows, Set<CostMethod> methods, Figures figures) {
        this.rows = List.copyOf(rows);
        this.methods = methods;
        this.figures = figures.fitting(
            rows.stream().flatMap(row -> Stream.concat(Stream.of(row.books().value()), row.values().values().stream())),
            rows.stream().flatMap(row -> row.books().unitCost().stream()));
    }

    /**
     * An item, or an item at a site.
     *
     * @param books what it is worth in the books
     * @param values what it would be worth by other methods
     */
    public record Row(ValueRow books, Map<CostMethod, BigDecimal> values) {

        /** What makes it the same row after loading again. */
        public Object key() {
            return ValueSheet.key(books);
        }

        /** What it would be worth by a method, if that was asked. */
        public Optional<BigDecimal> value(CostMethod method) {
            return Optional.ofNullable(values.get(method));
        }

    }

    private static List<Object> key(ValueRow row) {
        return List.of(row.itemId(), row.site(), row.whose());
    }

    /** Asks once for the books and once per method; in a job. */
    public static ValueSheet read(Valuation valuation, ValueQuestion question, Figures figures, Progress progress) {
        List<ValueRow> books = valuation.value(question.books(), progress);
        Map<CostMethod, List<ValueRow>> others = new EnumMap<>(CostMethod.class);
        for (CostMethod method : question.methods()) {
            progress.check();
            others.put(method, valuation.value(question.books().by(method), progress));
        }
        return of(books, others, figures);
    }

    /** Puts the answers side by side. What one of them has not is worth nothing there. */
    static ValueSheet of(List<ValueRow> books, Map<CostMethod, List<ValueRow>> others, Figures figures) {
        Map<Object, ValueRow> all = new LinkedHashMap<>();
        books.forEach(row -> all.put(key(row), row));
        others.values().forEach(rows -> rows.forEach(row -> all.computeIfAbsent(key(row), key -> worthNothing(row))));
        Map<CostMethod, Map<Object, BigDecimal>> values = new EnumMap<>(CostMethod.class);
        others.forEach((method, rows) -> {
            Map<Object, BigDecimal> byKey = new HashMap<>();
            rows.forEach(row -> byKey.put(key(row), row.value()));
            values.put(method, byKey);
        });
        List<Row> rows = new ArrayList<>();
        all.forEach((key, row) -> {
            Map<CostMethod, BigDecimal> its = new EnumMap<>(CostMethod.class);
            values.forEach((method, byKey) -> its.put(method, byKey.getOrDefault(key, BigDecimal.ZERO)));
            rows.add(new Row(row, its));
        });
        return new ValueSheet(rows, others.keySet(), figures);
    }

    private static ValueRow worthNothing(ValueRow row) {
        return new ValueRow(row.itemId(), row.item(), row.name(), row.category(), row.site(), row.onHand(),
            BigDecimal.ZERO, Optional.empty(), row.method(), row.whose());
    }

    /** The rows, by code. */
    public List<Row> rows() {
        return rows;
    }

    /** The methods that stand beside the books. */
    public Set<CostMethod> methods() {
        return methods;
    }

    /** How amounts are written. */
    public Figures figures() {
        return figures;
    }

    /** What all of our own stock is worth in the books. */
    public BigDecimal total() {
        return rows.stream().map(row -> row.books().stockValue()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What all of it would be worth by a method. */
    public BigDecimal total(CostMethod method) {
        return rows.stream().map(row -> row.value(method).orElse(BigDecimal.ZERO)).reduce(BigDecimal.ZERO,
            BigDecimal::add);
    }

    /** The totals in one line, each method with how much it differs; empty without rows. */
    public String totals() {
        if (rows.isEmpty()) {
            return ""; //$NON-NLS-1$
        }
        StringBuilder text = new StringBuilder(NLS.bind(Messages.Value_total, figures.money(total())));
        for (CostMethod method : methods) {
            BigDecimal value = total(method);
            text.append("     ").append(NLS.bind(Messages.Value_totalBy, //$NON-NLS-1$
                new Object[] { Words.of(method), figures.money(value), figures.change(value.subtract(total())) }));
        }
        return text.toString();
    }

}
