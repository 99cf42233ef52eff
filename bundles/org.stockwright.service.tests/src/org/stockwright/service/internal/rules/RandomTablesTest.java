package org.stockwright.service.internal.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.service.DecisionTable;
import org.stockwright.service.DecisionTable.HitPolicy;
import org.stockwright.service.DecisionTable.Input;
import org.stockwright.service.DecisionTable.Output;
import org.stockwright.service.DecisionTable.Rule;
import org.stockwright.service.DecisionTable.Type;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Template.State;

import static org.assertj.core.api.Assertions.assertThat;

/** Random tables against every value that matters, by conditions that are written down a second time here. */
class RandomTablesTest {

    private static final int TABLES = 3_000;
    private static final String EXAMPLE = "For example ";
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    /** A condition as it is written, and what it means by the words of this test. */
    private record Cell(String text, Predicate<String> meaning) {

        private Cell {
            Map<String, Boolean> known = new HashMap<>();
            Predicate<String> first = meaning;
            meaning = value -> known.computeIfAbsent(value, first::test);
        }

    }

    private record Case(DecisionTable table, List<List<Cell>> cells, List<Map<String, String>> everything) {

        /** The rules that fit, from 1. */
        Set<Integer> fitting(Map<String, String> values) {
            Set<Integer> result = new TreeSet<>();
            for (int rule = 0; rule < cells.size(); rule++) {
                boolean fits = true;
                for (int i = 0; i < table.inputs().size(); i++) {
                    fits &= cells.get(rule).get(i).meaning().test(values.get(table.inputs().get(i).name()));
                }
                if (fits) {
                    result.add(rule + 1);
                }
            }
            return result;
        }

    }

    private static Random random() {
        long seed = Long.getLong("stockwright.test.seed", System.nanoTime());
        System.out.println("seed " + seed);
        return new Random(seed);
    }

    @Test
    void gapsAndOverlapsAreThoseOfBruteForce() {
        Random random = random();
        int gaps = 0;
        int overlaps = 0;
        for (int i = 0; i < TABLES; i++) {
            Case one = table(random, HitPolicy.UNIQUE);
            Outcome<ReadTable> read = ReadTable.of(one.table());
            assertThat(read.refusals()).as("%s", one.table()).isEmpty();
            List<Refusal> problems = read.value().findings().problems();
            boolean gap = false;
            Set<String> pairs = new TreeSet<>();
            for (Map<String, String> values : one.everything()) {
                Set<Integer> fitting = one.fitting(values);
                gap |= fitting.isEmpty();
                fitting.forEach(first -> fitting.stream().filter(second -> second > first)
                    .forEach(second -> pairs.add(first + "/" + second)));
            }
            assertThat(problems.stream().anyMatch(refusal -> refusal.code() == ServiceRefusal.NO_RULE_FITS))
                .as("gap of %s", one.table()).isEqualTo(gap);
            Set<String> told = new TreeSet<>();
            problems.stream().filter(refusal -> refusal.code() == ServiceRefusal.RULES_OVERLAP)
                .forEach(refusal -> told.add(refusal.arguments().get(0) + "/" + refusal.arguments().get(1)));
            assertThat(told).as("overlaps of %s", one.table()).isEqualTo(pairs);
            problems.forEach(refusal -> assertThat(read.value().decide(example(refusal)).refusals())
                .as("the example of %s in %s", refusal, one.table()).extracting(Refusal::code)
                .containsExactly(refusal.code()));
            gaps += gap ? 1 : 0;
            overlaps += pairs.isEmpty() ? 0 : 1;
        }
        System.out.println("figure " + TABLES + " tables, " + gaps + " with gaps, " + overlaps + " with overlaps");
        assertThat(gaps).as("both kinds come").isBetween(TABLES / 20, TABLES - TABLES / 20);
        assertThat(overlaps).as("both kinds come").isBetween(TABLES / 20, TABLES - TABLES / 20);
    }

    /** The case that a hint names. */
    private static Map<String, String> example(Refusal refusal) {
        String hint = refusal.hint();
        assertThat(hint).startsWith(EXAMPLE);
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : hint.substring(EXAMPLE.length(), hint.indexOf(". ")).split(", ")) {
            values.put(part.substring(0, part.indexOf(' ')), part.substring(part.indexOf(' ') + 1));
        }
        return values;
    }

    @Test
    void decisionsAreThoseOfBruteForceByEachHitPolicy() {
        Random random = random();
        // the outcomes of these tables are words
        List<HitPolicy> ofWords = List.of(HitPolicy.UNIQUE, HitPolicy.FIRST, HitPolicy.PRIORITY, HitPolicy.COLLECT,
            HitPolicy.COUNT);
        for (int i = 0; i < TABLES; i++) {
            HitPolicy policy = ofWords.get(random.nextInt(ofWords.size()));
            Case one = table(random, policy);
            ReadTable read = ReadTable.of(one.table()).value();
            for (int j = 0; j < 10; j++) {
                Map<String, String> values = one.everything().get(random.nextInt(one.everything().size()));
                List<Integer> expected = expected(one, policy, List.copyOf(one.fitting(values)));
                Outcome<ReadTable.Hits> hits = read.decide(values);
                assertThat(hits.isDone() ? hits.value().rules() : List.of()).as("%s of %s", values, one.table())
                    .isEqualTo(expected);
            }
        }
    }

    private static List<Integer> expected(Case one, HitPolicy policy, List<Integer> fitting) {
        if (fitting.isEmpty()) {
            return List.of();
        }
        return switch (policy) {
            case COLLECT, SUM, MIN, MAX, COUNT -> fitting;
            case UNIQUE -> fitting.size() == 1 ? fitting : List.of();
            case FIRST -> fitting.subList(0, 1);
            case PRIORITY -> {
                for (String outcome : List.of("high", "middle", "low")) {
                    Optional<Integer> strongest = fitting.stream()
                        .filter(rule -> one.table().rules().get(rule - 1).outcomes().getFirst().equals(outcome))
                        .findFirst();
                    if (strongest.isPresent()) {
                        yield List.of(strongest.get());
                    }
                }
                yield List.of();
            }
        };
    }

    private static Case table(Random random, HitPolicy policy) {
        List<Input> inputs = new ArrayList<>();
        List<List<String>> values = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            Type type = Type.values()[random.nextInt(Type.values().length)];
            boolean closed = type == Type.TEXT && random.nextBoolean();
            inputs.add(new Input("in" + i, type, closed ? List.of("a", "b", "c") : List.of()));
            values.add(switch (type) {
                case NUMBER -> List.of("-1", "0", "0.5", "1", "1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5", "5.5");
                case TEXT -> closed ? List.of("a", "b", "c") : List.of("a", "b", "c", "something else");
                case YES_NO -> List.of("yes", "no");
                case DATE -> List.of("2025-12-31", "2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05",
                    "2026-01-06", "2026-01-07");
            });
        }
        List<List<Cell>> cells = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            List<Cell> row = inputs.stream().map(input -> cell(random, input)).toList();
            cells.add(row);
            rules.add(new Rule(row.stream().map(Cell::text).toList(),
                List.of(List.of("high", "middle", "low").get(random.nextInt(3))), ""));
        }
        DecisionTable table = new DecisionTable("T", 1, "T", State.DRAFT, policy, DAY, Optional.empty(), inputs,
            List.of(new Output("out", Type.TEXT, List.of("high", "middle", "low"))), rules, List.of());
        List<Map<String, String>> everything = new ArrayList<>(List.of(new LinkedHashMap<>()));
        for (int i = 0; i < inputs.size(); i++) {
            List<Map<String, String>> more = new ArrayList<>();
            for (Map<String, String> one : everything) {
                for (String value : values.get(i)) {
                    Map<String, String> longer = new LinkedHashMap<>(one);
                    longer.put(inputs.get(i).name(), value);
                    more.add(longer);
                }
            }
            everything = more;
        }
        return new Case(table, cells, everything);
    }

    private static Cell cell(Random random, Input input) {
        if (random.nextInt(4) == 0) {
            return new Cell(random.nextBoolean() ? "-" : " ", value -> true);
        }
        return switch (input.type()) {
            case NUMBER -> ordered(random, random.nextInt(3), number -> Integer.toString(number),
                value -> new BigDecimal(value).multiply(BigDecimal.TEN).intValueExact(), 10);
            case DATE -> ordered(random, random.nextInt(3), number -> DAY.plusDays(number).toString(),
                value -> (int) (LocalDate.parse(value).toEpochDay() - DAY.toEpochDay()), 1);
            case YES_NO -> random.nextBoolean() ? new Cell("YES", "yes"::equals) : new Cell("no", "no"::equals);
            case TEXT -> words(random);
        };
    }

    private static Cell words(Random random) {
        Set<String> some = new TreeSet<>();
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            some.add(List.of("a", "b", "c").get(random.nextInt(3)));
        }
        String list = String.join(random.nextBoolean() ? "," : " , ", some);
        return random.nextBoolean() ? new Cell(list, some::contains)
            : new Cell("not( " + list + ")", value -> !some.contains(value));
    }

    private interface Shown {
        String of(int number);
    }

    private interface Measured {
        int of(String value);
    }

    /** Numbers are measured in tenths, days in days. */
    private static Cell ordered(Random random, int low, Shown shown, Measured measured, int scale) {
        int from = low * scale;
        int high = low + 1 + random.nextInt(3);
        int to = high * scale;
        return switch (random.nextInt(8)) {
            case 0 -> new Cell("< " + shown.of(low), value -> measured.of(value) < from);
            case 1 -> new Cell("<=" + shown.of(low), value -> measured.of(value) <= from);
            case 2 -> new Cell("> " + shown.of(low), value -> measured.of(value) > from);
            case 3 -> new Cell(">=" + shown.of(low), value -> measured.of(value) >= from);
            case 4 -> new Cell("[" + shown.of(low) + ".." + shown.of(high) + ")",
                value -> measured.of(value) >= from && measured.of(value) < to);
            case 5 -> new Cell("( " + shown.of(low) + " .. " + shown.of(high) + " ]",
                value -> measured.of(value) > from && measured.of(value) <= to);
            case 6 -> new Cell(shown.of(low), value -> measured.of(value) == from);
            default -> new Cell("not(" + shown.of(low) + "," + shown.of(high) + ")",
                value -> measured.of(value) != from && measured.of(value) != to);
        };
    }

}
