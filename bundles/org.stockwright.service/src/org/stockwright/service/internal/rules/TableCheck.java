package org.stockwright.service.internal.rules;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
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
 * fit any case that its other cells fit: what depends on it is told as not checked. Work and memory are bounded: a table that
 * takes more is told as not checked. For one thread.
 */
final class TableCheck {

    /** Enough to see what is wrong. */
    private static final int MOST = 20;
    /** How long gaps are looked for, in work of the thread; all else is bounded by the effort. */
    private static final long MOST_NANOS = 3_000_000_000L;
    /** How many sets of rules are remembered: at most about 30 MB. */
    private static final int MOST_SEEN = 100_000;
    /** How often conditions are compared with values, at most, to make the classes of all columns. */
    private static final long MOST_EFFORT = 20_000_000;
    private static final int LOOK_AT_CLOCK = 255;

    private final DecisionTable table;
    private final List<List<Condition>> rules;
    private final List<List<Classes.Class>> columns = new ArrayList<>();
    /** By rule and column, the classes that fit; empty when there are no classes. */
    private final List<List<BitSet>> classesOfRules = new ArrayList<>();
    /** By column, the rules to which it and those behind it do not matter. */
    private final List<BitSet> free = new ArrayList<>();
    private final BitSet expressions = new BitSet();
    private final List<Example> gaps = new ArrayList<>();
    private final List<Example> unsure = new ArrayList<>();
    private final List<Set<BitSet>> seen = new ArrayList<>();
    private final LongSupplier nanos;
    private long end;
    private int remembered;
    private int steps;
    private boolean late;
    /** No two rules fit the same case, as was found out. */
    private boolean apart;

    /**
     * A kind of cases.
     *
     * @param classes by input, the class of values
     * @param one by input, a value of each class
     */
    record Example(Map<String, String> classes, Map<String, String> one) {

        /** Takes copies, in their order. */
        Example {
            classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
            one = Collections.unmodifiableMap(new LinkedHashMap<>(one));
        }

    }

    /**
     * What was found.
     *
     * @param gaps cases that no rule fits
     * @param unsure cases that only rules with expressions may fit
     * @param expressions how many rules have expressions
     */
    record Gaps(List<Example> gaps, List<Example> unsure, int expressions) {
    }

    /**
     * Two rules that fit the same case.
     *
     * @param first from 1
     * @param second a later one
     * @param example a case
     */
    record Pair(int first, int second, Example example) {
    }

    /** @param nanos a clock that only goes on, such as that of the calling thread's work */
    TableCheck(DecisionTable table, List<List<Condition>> rules, LongSupplier nanos) {
        this.table = table;
        this.rules = rules;
        this.nanos = nanos;
        for (int rule = 0; rule < rules.size(); rule++) {
            if (rules.get(rule).stream().anyMatch(Condition.Formula.class::isInstance)) {
                expressions.set(rule);
            }
        }
        List<List<Condition>> cells = new ArrayList<>();
        long effort = 0;
        for (int i = 0; i < table.inputs().size(); i++) {
            int column = i;
            cells.add(rules.stream().map(rule -> rule.get(column)).toList());
            effort += Classes.effort(table.inputs().get(i), cells.getLast());
        }
        late = effort > MOST_EFFORT;
        if (!late) {
            for (int i = 0; i < table.inputs().size(); i++) {
                columns.add(Classes.of(table.inputs().get(i), cells.get(i)));
                seen.add(new HashSet<>());
            }
            free();
            classesOfRules();
        }
    }

    private void free() {
        BitSet left = new BitSet();
        left.set(0, rules.size());
        left.andNot(expressions);
        free.add(left);
        for (int column = columns.size() - 1; column >= 0; column--) {
            BitSet without = (BitSet) free.getFirst().clone();
            columns.get(column).forEach(one -> without.and(one.fitting()));
            free.addFirst(without);
        }
    }

    /** Whether all that was asked for was looked at to its end. */
    boolean isWhole() {
        return !late;
    }

    private boolean isLate() {
        steps++;
        if ((steps & LOOK_AT_CLOCK) == 0 && nanos.getAsLong() - end > 0) {
            late = true;
        }
        return late;
    }

    /** Looks for gaps; at most {@value #MOST} are told. */
    Gaps gaps() {
        end = nanos.getAsLong() + MOST_NANOS;
        if (!late && !addsUp()) {
            BitSet all = new BitSet();
            all.set(0, rules.size());
            look(0, all, new LinkedHashMap<>(), new LinkedHashMap<>());
        }
        return new Gaps(List.copyOf(gaps), List.copyOf(unsure), expressions.cardinality());
    }

    /**
     * Whether rules of which no two fit the same case fit as many combinations of classes as there are: then nothing is left, and
     * nothing needs to be looked for.
     */
    private boolean addsUp() {
        if (!apart || !expressions.isEmpty()) {
            return false;
        }
        BigInteger all = BigInteger.ONE;
        for (List<Classes.Class> column : columns) {
            all = all.multiply(BigInteger.valueOf(column.size()));
        }
        BigInteger fitting = BigInteger.ZERO;
        for (List<BitSet> rule : classesOfRules) {
            BigInteger one = BigInteger.ONE;
            for (BitSet classes : rule) {
                one = one.multiply(BigInteger.valueOf(classes.cardinality()));
            }
            fitting = fitting.add(one);
        }
        return fitting.equals(all);
    }

    private void look(int column, BitSet left, Map<String, String> chosen, Map<String, String> one) {
        if (isLate() || gaps.size() >= MOST || left.intersects(free.get(column))) {
            return;
        }
        if (left.isEmpty()) {
            gaps.add(new Example(chosen, whole(column, one)));
            return;
        }
        if (column == columns.size()) {
            if (unsure.size() < MOST) {
                unsure.add(new Example(chosen, one));
            }
            return;
        }
        if (!isNew(column, left)) {
            return;
        }
        String name = table.inputs().get(column).name();
        Set<BitSet> here = new HashSet<>();
        for (Classes.Class some : columns.get(column)) {
            BitSet next = (BitSet) left.clone();
            next.and(some.fitting());
            // classes that leave the same rules find the same
            if (here.add(next)) {
                chosen.put(name, some.text());
                one.put(name, some.example().text());
                look(column + 1, next, chosen, one);
                chosen.remove(name);
                one.remove(name);
            }
        }
    }

    /** With any value in the columns that were not looked at. */
    private Map<String, String> whole(int column, Map<String, String> one) {
        Map<String, String> result = new LinkedHashMap<>(one);
        for (int i = column; i < columns.size(); i++) {
            result.put(table.inputs().get(i).name(), columns.get(i).getFirst().example().text());
        }
        return result;
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
    List<Pair> overlaps() {
        List<List<BitSet>> classes = classesOfRules;
        List<Pair> result = new ArrayList<>();
        for (int second = 1; second < classes.size(); second++) {
            for (int first = 0; first < second; first++) {
                if (result.size() == MOST) {
                    return result;
                }
                if (!expressions.get(first) && !expressions.get(second)
                    && meet(classes.get(first), classes.get(second))) {
                    result.add(new Pair(first + 1, second + 1, example(classes.get(first), classes.get(second))));
                }
            }
        }
        apart = result.isEmpty() && !classes.isEmpty();
        return result;
    }

    /** Rules (from 1) that never decide where the first one does, each with an earlier one that fits all its cases. */
    Map<Integer, Integer> hidden() {
        List<List<BitSet>> classes = classesOfRules;
        Map<Integer, Integer> result = new LinkedHashMap<>();
        for (int later = 1; later < classes.size(); later++) {
            for (int first = 0; first < later; first++) {
                if (result.size() == MOST) {
                    return result;
                }
                if (!expressions.get(first) && covers(classes.get(first), classes.get(later))) {
                    result.put(later + 1, first + 1);
                    break;
                }
            }
        }
        return result;
    }

    private void classesOfRules() {
        for (int rule = 0; rule < rules.size(); rule++) {
            List<BitSet> row = new ArrayList<>();
            for (List<Classes.Class> column : columns) {
                BitSet classes = new BitSet();
                for (int i = 0; i < column.size(); i++) {
                    classes.set(i, column.get(i).fitting().get(rule));
                }
                row.add(classes);
            }
            classesOfRules.add(row);
        }
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

    private Example example(List<BitSet> one, List<BitSet> other) {
        Map<String, String> classes = new LinkedHashMap<>();
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < one.size(); i++) {
            BitSet both = (BitSet) one.get(i).clone();
            both.and(other.get(i));
            Classes.Class some = columns.get(i).get(both.nextSetBit(0));
            classes.put(table.inputs().get(i).name(), some.text());
            values.put(table.inputs().get(i).name(), some.example().text());
        }
        return new Example(classes, values);
    }

}
