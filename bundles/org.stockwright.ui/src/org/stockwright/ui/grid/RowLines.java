package org.stockwright.ui.grid;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.stockwright.base.Quantity;

/**
 * Lines of rows that are all in memory: filtered, sorted, grouped.
 *
 * @param <T> a row
 */
public final class RowLines<T> implements Lines<T> {

    private final Map<String, Column<T>> columns;
    private final Set<List<String>> collapsed = new HashSet<>();
    private List<T> rows = List.of();
    private GridQuery query = GridQuery.ALL;
    private List<String> groupBy = List.of();
    private List<Line<T>> lines = List.of();
    private int matching;

    /** No rows yet. */
    public RowLines(List<Column<T>> columns) {
        this.columns = columns.stream().collect(Collectors.toMap(Column::id, Function.identity(), (a, b) -> {
            throw new IllegalArgumentException(a.id());
        }, LinkedHashMap::new));
    }

    /** Takes the rows, in the order of their source. */
    public void rows(List<T> all) {
        rows = List.copyOf(all);
        arrange();
    }

    @Override
    public void query(GridQuery wanted) {
        query = wanted;
        arrange();
    }

    /** Groups by these columns, outermost first; no columns, no groups. */
    public void groupBy(List<String> ids) {
        groupBy = ids.stream().filter(columns::containsKey).toList();
        collapsed.clear();
        arrange();
    }

    /** What the lines are grouped by. */
    public List<String> groupBy() {
        return groupBy;
    }

    /** Hides the rows of a group, or shows them again. */
    public void toggle(Line.Group<T> group) {
        if (!collapsed.remove(group.path())) {
            collapsed.add(group.path());
        }
        arrange();
    }

    /** How many rows pass the filters. */
    public int matching() {
        return matching;
    }

    /** How many rows there are without filters. */
    public int total() {
        return rows.size();
    }

    @Override
    public int size() {
        return lines.size();
    }

    @Override
    public Line<T> line(int index) {
        return lines.get(index);
    }

    @Override
    public Line<T> peek(int index) {
        return lines.get(index);
    }

    /** The rows that pass the filters, in the order shown, also those in collapsed groups. */
    public List<T> shown() {
        Predicate<T> passes = row -> true;
        for (Map.Entry<String, String> filter : query.filters().entrySet()) {
            Column<T> column = columns.get(filter.getKey());
            if (column != null) {
                passes = passes.and(Filter.of(column, filter.getValue()));
            }
        }
        return rows.stream().filter(passes).sorted(order()).toList();
    }

    private Comparator<T> order() {
        Comparator<T> order = (a, b) -> 0;
        for (String id : groupBy) {
            if (query.sort().stream().noneMatch(sort -> sort.column().equals(id))) {
                order = order.thenComparing(column(id).order());
            } else {
                order = order.thenComparing(directed(query.sort().stream().filter(s -> s.column().equals(id))
                    .findFirst().orElseThrow()));
            }
        }
        for (GridQuery.Sort sort : query.sort()) {
            if (columns.containsKey(sort.column())) {
                order = order.thenComparing(directed(sort));
            }
        }
        return order;
    }

    private Comparator<T> directed(GridQuery.Sort sort) {
        Comparator<T> order = column(sort.column()).order();
        return sort.ascending() ? order : order.reversed();
    }

    private Column<T> column(String id) {
        return Objects.requireNonNull(columns.get(id), id);
    }

    private void arrange() {
        List<T> shown = shown();
        matching = shown.size();
        List<Line<T>> arranged = new ArrayList<>(shown.size());
        arrange(shown, 0, List.of(), arranged);
        lines = arranged;
    }

    private void arrange(List<T> part, int level, List<String> path, List<Line<T>> into) {
        if (level == groupBy.size()) {
            part.forEach(row -> into.add(new Line.Row<>(row)));
            return;
        }
        Column<T> column = column(groupBy.get(level));
        Map<String, List<T>> groups = new LinkedHashMap<>();
        part.forEach(row -> groups.computeIfAbsent(column.text(row), text -> new ArrayList<>()).add(row));
        groups.forEach((text, members) -> {
            List<String> mine = new ArrayList<>(path);
            mine.add(text);
            boolean closed = collapsed.contains(mine);
            into.add(new Line.Group<>(List.copyOf(mine), column.label() + ": " + text, members.size(), //$NON-NLS-1$
                sums(members), closed));
            if (!closed) {
                arrange(members, level + 1, mine, into);
            }
        });
    }

    private Map<String, String> sums(List<T> members) {
        Map<String, String> sums = new HashMap<>();
        for (Column<T> column : columns.values()) {
            if (column.isSummed()) {
                sum(column, members).ifPresent(sum -> sums.put(column.id(), sum));
            }
        }
        return sums;
    }

    /** The sum of a column; empty when its rows have different units, or no number at all. */
    static <T> Optional<String> sum(Column<T> column, List<T> members) {
        BigDecimal total = null;
        Set<String> units = new HashSet<>();
        for (T row : members) {
            Object value = column.value(row);
            BigDecimal amount = column.amount(row).orElse(null);
            if (amount != null) {
                units.add(value instanceof Quantity quantity ? quantity.unit().code() : ""); //$NON-NLS-1$
                total = total == null ? amount : total.add(amount);
            }
        }
        if (total == null || units.size() > 1) {
            return Optional.empty();
        }
        String plain = total.signum() == 0 ? "0" : total.stripTrailingZeros().toPlainString(); //$NON-NLS-1$
        return Optional.of((plain + ' ' + units.iterator().next()).strip());
    }

}
