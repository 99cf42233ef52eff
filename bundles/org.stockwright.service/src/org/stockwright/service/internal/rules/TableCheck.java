package org.stockwright.service.internal.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

import org.stockwright.service.DecisionTable;

/**
 * Looks for cases that no rule fits, for pairs of rules that fit the same case, and for rules that never decide. The values of
 * each input fall into classes. Pairs are compared column by column, which is exact since inputs do not depend on each other.
 * Gaps are looked for column after column with the rules that still fit; what was looked through once with the same rules left
 * is not looked through again, and nothing is looked for below a rule that takes all that is left. A rule with an expression may
 * fit any case that its other cells fit: what depends on it is told as not checked.
 */
final class TableCheck {

    /** Enough to see what is wrong. */
    private static final int MOST = 20;
    /** How long gaps are looked for. */
    private static final long MOST_NANOS = 3_000_000_000L;
    /** How many sets of rules are remembered: at most about 30 MB. */
    private static final int MOST_SEEN = 100_000;
    private static final int LOOK_AT_CLOCK = 255;

    private final DecisionTable table;
    private final List<List<Condition>> rules;
    private final List<List<Classes.Class>> columns = new ArrayList<>();
    /** By column and class, the rules that fit. */
    private final List<List<BitSet>> fitting = new ArrayList<>();
    /** By column, the rules to which it and those behind it do not matter. */
    private final List<BitSet> free = new ArrayList<>();
    private final BitSet expressions = new BitSet();
    private final List<Map<String, String>> gaps = new ArrayList<>();
    private final List<Map<String, String>> unsure = new ArrayList<>();
    private final List<Set<BitSet>> seen = new ArrayList<>();
    private final LongSupplier nanos;
    private final long end;
    private int remembered;
    private int steps;
    private boolean late;

    /**
     * What was found.
     *
     * @param gaps cases that no rule fits: by input, the class of values
     * @param unsure cases that only rules with expressions may fit
     * @param whole whether everything was looked at for gaps
     * @param expressions how many rules have expressions
     */
    record Findings(List<Map<String, String>> gaps, List<Map<String, String>> unsure, boolean whole, int expressions) {
    }

    /**
     * Two rules that fit the same case.
     *
     * @param first from 1
     * @param second a later one
     * @param example a case: by input, the class of values
     */
    record Pair(int first, int second, Map<String, String> example) {
    }

    private TableCheck(DecisionTable table, List<List<Condition>> rules, LongSupplier nanos) {
        this.table = table;
        this.rules = rules;
        this.nanos = nanos;
        this.end = nanos.getAsLong() + MOST_NANOS;
        for (int i = 0; i < table.inputs().size(); i++) {
            int column = i;
            List<Classes.Class> classes = Classes.of(table.inputs().get(i),
                rules.stream().map(rule -> rule.get(column)).toList());
            columns.add(classes);
            fitting.add(classes.stream().map(one -> bits(one.fitting())).toList());
            seen.add(new HashSet<>());
        }
        for (int rule = 0; rule < rules.size(); rule++) {
            if (rules.get(rule).stream().anyMatch(Condition.Formula.class::isInstance)) {
                expressions.set(rule);
            }
        }
        free();
    }

    private static BitSet bits(boolean[] values) {
        BitSet bits = new BitSet(values.length);
        for (int i = 0; i < values.length; i++) {
            bits.set(i, values[i]);
        }
        return bits;
    }

    private void free() {
        BitSet left = new BitSet();
        left.set(0, rules.size());
        left.andNot(expressions);
        free.add(left);
        for (int column = columns.size() - 1; column >= 0; column--) {
            BitSet without = (BitSet) free.getFirst().clone();
            for (BitSet one : fitting.get(column)) {
                without.and(one);
            }
            free.addFirst(without);
        }
    }

    /** Looks for gaps. */
    static Findings gaps(DecisionTable table, List<List<Condition>> rules, LongSupplier nanos) {
        TableCheck check = new TableCheck(table, rules, nanos);
        BitSet all = new BitSet();
        all.set(0, rules.size());
        check.look(0, all, new LinkedHashMap<>());
        return new Findings(List.copyOf(check.gaps), List.copyOf(check.unsure), !check.late,
            check.expressions.cardinality());
    }

    private void look(int column, BitSet left, Map<String, String> chosen) {
        steps++;
        if ((steps & LOOK_AT_CLOCK) == 0 && nanos.getAsLong() - end > 0) {
            late = true;
        }
        if (late || gaps.size() >= MOST || left.intersects(free.get(column))) {
            return;
        }
        if (left.isEmpty()) {
            gaps.add(new LinkedHashMap<>(chosen));
            return;
        }
        if (column == columns.size()) {
            if (unsure.size() < MOST) {
                unsure.add(new LinkedHashMap<>(chosen));
            }
            return;
        }
        if (!isNew(column, left)) {
            return;
        }
        String name = table.inputs().get(column).name();
        Set<BitSet> here = new HashSet<>();
        for (int i = 0; i < columns.get(column).size(); i++) {
            BitSet next = (BitSet) left.clone();
            next.and(fitting.get(column).get(i));
            // classes that leave the same rules find the same
            if (here.add(next)) {
                chosen.put(name, columns.get(column).get(i).text());
                look(column + 1, next, chosen);
                chosen.remove(name);
            }
        }
    }

    private boolean isNew(int column, BitSet left) {
        if (remembered >= MOST_SEEN) {
            return !seen.get(column).contains(left);
        }
        boolean added = seen.get(column).add((BitSet) left.clone());
        remembered += added ? 1 : 0;
        return added;
    }

    /** Pairs of rules without expressions that fit the same case, at most {@value #MOST}. */
    static List<Pair> overlaps(DecisionTable table, List<List<Condition>> rules) {
        return new TableCheck(table, rules, () -> 0).pairs();
    }

    private List<Pair> pairs() {
        List<List<BitSet>> classes = classesOfRules();
        List<Pair> result = new ArrayList<>();
        for (int second = 1; second < rules.size(); second++) {
            for (int first = 0; first < second; first++) {
                if (!expressions.get(first) && !expressions.get(second)
                    && meet(classes.get(first), classes.get(second))) {
                    result.add(new Pair(first + 1, second + 1, example(classes.get(first), classes.get(second))));
                    if (result.size() == MOST) {
                        return result;
                    }
                }
            }
        }
        return result;
    }

    /** Rules (from 1) that never decide where the first one does, each with an earlier one that fits all its cases. */
    static Map<Integer, Integer> hidden(DecisionTable table, List<List<Condition>> rules) {
        TableCheck check = new TableCheck(table, rules, () -> 0);
        List<List<BitSet>> classes = check.classesOfRules();
        Map<Integer, Integer> result = new LinkedHashMap<>();
        for (int later = 1; later < rules.size() && result.size() < MOST; later++) {
            for (int first = 0; first < later; first++) {
                if (!check.expressions.get(first) && covers(classes.get(first), classes.get(later))) {
                    result.put(later + 1, first + 1);
                    break;
                }
            }
        }
        return result;
    }

    /** By rule and column, the classes that fit. */
    private List<List<BitSet>> classesOfRules() {
        List<List<BitSet>> result = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            List<BitSet> row = new ArrayList<>();
            for (List<BitSet> column : fitting) {
                BitSet classes = new BitSet();
                for (int i = 0; i < column.size(); i++) {
                    classes.set(i, column.get(i).get(rule));
                }
                row.add(classes);
            }
            result.add(row);
        }
        return result;
    }

    private static boolean meet(List<BitSet> one, List<BitSet> other) {
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).intersects(other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean covers(List<BitSet> first, List<BitSet> later) {
        for (int i = 0; i < first.size(); i++) {
            BitSet more = (BitSet) later.get(i).clone();
            more.andNot(first.get(i));
            if (!more.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private Map<String, String> example(List<BitSet> one, List<BitSet> other) {
        Map<String, String> result = new LinkedHashMap<>();
        for (int i = 0; i < one.size(); i++) {
            BitSet both = (BitSet) one.get(i).clone();
            both.and(other.get(i));
            result.put(table.inputs().get(i).name(), columns.get(i).get(both.nextSetBit(0)).text());
        }
        return result;
    }

}
