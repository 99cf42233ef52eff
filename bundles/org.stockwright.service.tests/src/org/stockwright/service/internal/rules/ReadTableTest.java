package org.stockwright.service.internal.rules;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.service.DecisionTable;
import org.stockwright.service.DecisionTable.HitPolicy;
import org.stockwright.service.DecisionTable.Input;
import org.stockwright.service.DecisionTable.Output;
import org.stockwright.service.DecisionTable.Rule;
import org.stockwright.service.DecisionTable.Sample;
import org.stockwright.service.DecisionTable.Type;
import org.stockwright.service.Template.State;

import static org.assertj.core.api.Assertions.assertThat;

/** What cells may say, what is found in tables, and how decisions are explained. */
class ReadTableTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private static Input number(String name) {
        return new Input(name, Type.NUMBER, List.of());
    }

    private static Input words(String name, String... choices) {
        return new Input(name, Type.TEXT, List.of(choices));
    }

    /** Rules as {@code condition|condition -> outcome}. */
    private static DecisionTable table(HitPolicy policy, List<Input> inputs, String... rules) {
        return new DecisionTable("T", 2, "T", State.DRAFT, policy, DAY, Optional.empty(), inputs,
            List.of(new Output("out", Type.TEXT, List.of())), Arrays.stream(rules).map(rule -> {
                int arrow = rule.indexOf("->");
                return new Rule(List.of(rule.substring(0, arrow).strip().split("\\|", -1)),
                    List.of(rule.substring(arrow + 2).strip()), "");
            }).toList(), List.of());
    }

    private static ReadTable read(HitPolicy policy, List<Input> inputs, String... rules) {
        Outcome<ReadTable> read = ReadTable.of(table(policy, inputs, rules));
        assertThat(read.refusals()).isEmpty();
        return read.value();
    }

    private static boolean fits(Input input, String cell, String value) {
        return read(HitPolicy.FIRST, List.of(input), cell + " -> x").decide(Map.of(input.name(), value)).isDone();
    }

    private static List<String> told(List<Refusal> refusals) {
        return refusals.stream().map(refusal -> refusal.place().line() + " " + refusal.code().name()).toList();
    }

    private static List<String> refused(Input input, String cell) {
        return told(ReadTable.of(table(HitPolicy.FIRST, List.of(input), cell + " -> x")).refusals());
    }

    @Test
    void intervalsTakeDecimalsNegativeNumbersAndDays() {
        Input day = new Input("d", Type.DATE, List.of());
        assertThat(fits(number("n"), "[-1.5..2.25)", "-1.5")).isTrue();
        assertThat(fits(number("n"), "[-1.5..2.25)", "2.25")).isFalse();
        assertThat(fits(number("n"), "( -1.5 .. 2.25 ]", "2.250")).isTrue();
        assertThat(fits(number("n"), "[1..5)", "4.999999999999999999999999999")).isTrue();
        assertThat(fits(day, "[2026-01-01..2026-02-01)", "2026-01-31")).isTrue();
        assertThat(fits(day, "[2026-01-01..2026-02-01)", "2026-02-01")).isFalse();
        assertThat(fits(day, "> 2026-01-31", "2026-02-01")).isTrue();
    }

    @Test
    void whatNobodyUnderstandsIsRefusedWithItsRuleAndColumn() {
        for (String cell : List.of("[5..1]", "[1..5", "1..5", "[1...5)", "[1..5)x", "(1..1]", "(1..1)", "abc", "1e5",
            "1,,2", "< ", "<> 5", "[a..b]", "1.", ".5", "0x10", "\u0661", "NaN", "not(", "1 2", "--1", "=", "= n >")) {
            assertThat(refused(number("n"), cell)).as(cell).hasSize(1);
        }
        assertThat(refused(new Input("d", Type.DATE, List.of()), "2026-02-30")).containsExactly("1 BAD_CONDITION");
        assertThat(refused(new Input("d", Type.DATE, List.of()), "(2026-02-01..2026-02-02)"))
            .as("no day lies between").containsExactly("1 BAD_CONDITION");
        assertThat(refused(new Input("y", Type.YES_NO, List.of()), "maybe")).containsExactly("1 BAD_CONDITION");
        assertThat(refused(words("w", "a", "b"), "c")).containsExactly("1 BAD_CONDITION");
        assertThat(refused(words("w"), "< 5")).as("words have no order").containsExactly("1 BAD_CONDITION");
        assertThat(refused(words("w"), "\"open")).containsExactly("1 BAD_CONDITION");
        assertThat(refused(words("w"), "a\u0000b")).containsExactly("1 BAD_RULE_TEXT");
    }

    @Test
    void quotesTakeWordsAsTheyAre() {
        assertThat(fits(words("w"), "\"a, b\", c", "a, b")).isTrue();
        assertThat(fits(words("w"), "\"a, b\", c", "c")).isTrue();
        assertThat(fits(words("w"), "\"a, b\", c", "a")).isFalse();
        assertThat(fits(words("w"), "\"-\"", "-")).isTrue();
        assertThat(fits(words("w"), "\"-\"", "x")).isFalse();
        assertThat(fits(words("w"), "\"= 5\"", "= 5")).isTrue();
        assertThat(fits(words("w"), "\"say \"\"x\"\"\"", "say \"x\"")).isTrue();
        assertThat(fits(words("w"), "not(\"a, b\")", "a")).isTrue();
    }

    @Test
    void namesAndWordsOfAllLanguagesAreTheSameHoweverTheyWereTyped() {
        Input size = words("größe");
        assertThat(fits(size, "cafe\u0301", "caf\u00e9")).isTrue();
        assertThat(fits(new Input("größe", Type.NUMBER, List.of()), "= größe > 2 and größe < 3", "2.5")).isTrue();
        assertThat(fits(new Input("名前", Type.TEXT, List.of()), "= 名前 == '山田'", "山田")).isTrue();
        for (String name : List.of("and", "not", "true", "yes", "1a", "a b", "_a", "", "gro\u0308sse", "a.b", "a-b")) {
            assertThat(told(ReadTable.of(table(HitPolicy.FIRST, List.of(number(name)), "- -> x")).refusals())).as(name)
                .containsExactly("0 BAD_NAME");
        }
        for (String name : List.of("size", "empty", "new", "class", "return", "null", "var")) {
            assertThat(fits(number(name), "= " + name + " > 2", "3")).as("%s is a name like any other", name).isTrue();
        }
    }

    @Test
    void daysThatFollowEachOtherLeaveNoGap() {
        List<Input> day = List.of(new Input("d", Type.DATE, List.of()));
        assertThat(read(HitPolicy.UNIQUE, day, "<= 2026-01-31 -> a", ">= 2026-02-01 -> b").findings().problems())
            .isEmpty();
        assertThat(read(HitPolicy.UNIQUE, day, "< 2026-01-31 -> a", "> 2026-01-31 -> b").findings().problems())
            .extracting(Refusal::sentence).containsExactly("No rule fits: d 2026-01-31");
        assertThat(read(HitPolicy.UNIQUE, List.of(number("n")), "<= 500 -> a", ">= 501 -> b").findings().problems())
            .as("numbers have decimals").extracting(Refusal::sentence)
            .containsExactly("No rule fits: n (500..501)");
    }

    @Test
    void expressionsLookAtAllInputsAndAreToldAsNotChecked() {
        ReadTable table = read(HitPolicy.FIRST, List.of(number("debt"), number("income")),
            "= debt / income > 3|> 0 -> refuse", "-|> 0 -> approve", "-|<= 0 -> look");
        assertThat(table.decide(Map.of("debt", "301", "income", "100")).value().outcomes())
            .containsExactly(List.of("refuse"));
        assertThat(table.decide(Map.of("debt", "300", "income", "100")).value().outcomes())
            .containsExactly(List.of("approve"));
        assertThat(table.decide(Map.of("debt", "300", "income", "0")).value().rules())
            .as("an expression runs only where the other cells fit: nothing is divided by zero").containsExactly(3);
        assertThat(table.findings().problems()).isEmpty();
        assertThat(told(table.findings().warnings())).containsExactly("0 NOT_CHECKED_FOR_GAPS");
        ReadTable open = read(HitPolicy.UNIQUE, List.of(number("n")), "< 5 -> a", "= n > 7 -> b", "[5..6] -> c");
        assertThat(open.findings().problems()).as("nobody knows whether the expression takes the rest").isEmpty();
        assertThat(open.findings().warnings().getFirst().sentence())
            .isEqualTo("1 rules have expressions and cannot be checked for gaps and overlaps");
        assertThat(open.findings().warnings().getFirst().hint()).isEqualTo("Only they may fit: n > 6.");
        assertThat(told(open.decide(Map.of("n", "6.5")).refusals())).containsExactly("0 NO_RULE_FITS");
        assertThat(told(ReadTable.of(table(HitPolicy.FIRST, List.of(number("n")), "= m > 1 -> a")).refusals()))
            .containsExactly("1 UNKNOWN_NAME");
        assertThat(told(read(HitPolicy.FIRST, List.of(number("n")), "= n + 1 -> a").decide(Map.of("n", "1"))
            .refusals())).containsExactly("1 NOT_YES_OR_NO");
    }

    @Test
    void onlyChoicesAreLookedAtWhateverTheirTypeIs() {
        List<Input> grade = List.of(new Input("n", Type.NUMBER, List.of("1", "2", "3")));
        assertThat(read(HitPolicy.UNIQUE, grade, "< 2 -> a", "2 -> b", "> 2 -> c").findings().problems())
            .as("nothing lies between, below or above").isEmpty();
        assertThat(read(HitPolicy.UNIQUE, grade, "[1..2.5) -> a", "(1.5..9] -> b", "1 -> c").findings().problems())
            .extracting(Refusal::sentence).containsExactly("The rules 1 and 2 both fit: n 2",
                "The rules 1 and 3 both fit: n 1");
        assertThat(read(HitPolicy.UNIQUE, grade, "1 -> a", "3 -> b").findings().problems())
            .extracting(Refusal::sentence).containsExactly("No rule fits: n 2");
        List<Input> day = List.of(new Input("d", Type.DATE, List.of("2026-01-01", "2026-07-01")));
        assertThat(read(HitPolicy.UNIQUE, day, "2026-01-01 -> a", "> 2026-01-01 -> b").findings().problems()).isEmpty();
        assertThat(read(HitPolicy.UNIQUE, List.of(new Input("y", Type.YES_NO, List.of("yes"))), "yes -> a").findings()
            .problems()).isEmpty();
        assertThat(read(HitPolicy.FIRST, grade, "- -> a").decide(Map.of("n", "4")).refusals())
            .extracting(Refusal::hint).containsExactly("Give one of: 1, 2, 3");
    }

    @Test
    void afterTheLastDayThatCanBeWrittenThereIsNoGap() {
        List<Input> day = List.of(new Input("d", Type.DATE, List.of()));
        assertThat(read(HitPolicy.UNIQUE, day, "[0000-01-01..2026-01-01) -> a", "[2026-01-01..9999-12-31] -> b")
            .findings().problems()).isEmpty();
        assertThat(read(HitPolicy.UNIQUE, day, "[0000-01-01..9999-12-30] -> a").findings().problems())
            .extracting(Refusal::sentence).containsExactly("No rule fits: d > 9999-12-30");
    }

    @Test
    void aGapIsShownByACaseThatAnybodyCanTry() {
        List<Input> inputs = List.of(number("n"), words("w"), new Input("d", Type.DATE, List.of()),
            new Input("y", Type.YES_NO, List.of()));
        ReadTable table = read(HitPolicy.UNIQUE, inputs, "[1.5..2)|a|-|-->x", "(2..700)|not(a, other)|-|no->y",
            "2|-|> 2026-01-31|yes->z");
        Refusal gap = table.findings().problems().getFirst();
        assertThat(gap.hint()).startsWith("For example n 1, w ").contains(", d 20", ", y ");
        ReadTable half = read(HitPolicy.UNIQUE, List.of(number("n")), "<= 500 -> a", ">= 500.001 -> b");
        assertThat(half.findings().problems().getFirst().hint()).startsWith("For example n 500.0005. ");
    }

    /** Cases that are cut in two again and again: rules that fit each case exactly once. */
    private static List<String> parted(Random random, int rules, int columns) {
        List<int[]> boxes = new ArrayList<>();
        int[] whole = new int[2 * columns];
        for (int i = 0; i < columns; i++) {
            whole[2 * i + 1] = 1_000;
        }
        boxes.add(whole);
        while (boxes.size() < rules) {
            int[] box = boxes.remove(random.nextInt(boxes.size()));
            int column = random.nextInt(columns);
            int cut = (box[2 * column] + box[2 * column + 1]) / 2 + random.nextInt(3) - 1;
            int[] high = box.clone();
            if (cut <= box[2 * column] || cut >= box[2 * column + 1]) {
                boxes.add(box);
                continue;
            }
            box[2 * column + 1] = cut;
            high[2 * column] = cut;
            boxes.add(box);
            boxes.add(high);
        }
        return new ArrayList<>(boxes.stream().map(box -> {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < columns; i++) {
                boolean below = box[2 * i] == 0;
                boolean above = box[2 * i + 1] == 1_000;
                cells.add(below ? above ? "-" : "< " + box[2 * i + 1]
                    : above ? ">= " + box[2 * i] : "[" + box[2 * i] + ".." + box[2 * i + 1] + ")");
            }
            return String.join("|", cells) + " -> a";
        }).toList());
    }

    @Test
    void tenColumnsAndTwoHundredRulesAreLookedThroughToTheEnd() {
        Random random = new Random(11);
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            inputs.add(number("n" + i));
        }
        for (int i = 0; i < 5; i++) {
            List<String> rules = parted(random, 200, 10);
            long begin = System.nanoTime();
            assertThat(read(HitPolicy.UNIQUE, inputs, rules.toArray(String[]::new)).findings().problems())
                .as("each case has one rule").isEmpty();
            assertThat(read(HitPolicy.COLLECT, inputs, rules.toArray(String[]::new)).findings().problems())
                .as("whatever the hit policy is").isEmpty();
            long done = System.nanoTime();
            String missing = rules.remove(random.nextInt(rules.size()));
            assertThat(told(read(HitPolicy.UNIQUE, inputs, rules.toArray(String[]::new)).findings().problems()))
                .as("without %s", missing).isNotEmpty().containsOnly("0 NO_RULE_FITS");
            System.out.println("figure 200 rules of 10 columns: " + (done - begin) / 1_000_000 + " ms, with a gap "
                + (System.nanoTime() - done) / 1_000_000 + " ms");
        }
    }

    @Test
    void atWhateverNobodyCouldLookThroughItSaysSo() {
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < 1_900; i++) {
            List<String> values = new ArrayList<>();
            for (int j = 0; j < 60; j++) {
                values.add(Integer.toString(100 * i + j));
            }
            rules.add(String.join(",", values) + " -> a");
        }
        assertThat(told(read(HitPolicy.UNIQUE, List.of(number("n")), rules.toArray(String[]::new)).findings()
            .problems())).containsExactly("0 TABLE_NOT_CHECKED");
        List<String> longer = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            longer.add("\"" + "x".repeat(400) + "\"" + ",\"y\"".repeat(2_500) + " -> a");
        }
        assertThat(told(ReadTable.of(table(HitPolicy.FIRST, List.of(words("w")), longer.toArray(String[]::new)))
            .refusals())).containsExactly("0 TABLE_TEXT_TOO_LONG");
    }

    private static ReadTable numbers(HitPolicy policy, String... rules) {
        DecisionTable plain = table(policy, List.of(number("n")), rules);
        return ReadTable.of(new DecisionTable("T", 2, "T", State.DRAFT, policy, DAY, Optional.empty(), plain.inputs(),
            List.of(new Output("points", Type.NUMBER, List.of())), plain.rules(), List.of())).value();
    }

    @Test
    void outcomesOfAllRulesThatFitAreMadeOne() {
        String[] rules = { "> 0 -> 10.50", "> 1 -> -0.5", "> 2 -> 1000000000000000000000.25", "<= 0 -> 0" };
        Map<String, String> three = Map.of("n", "3");
        assertThat(numbers(HitPolicy.SUM, rules).decide(three).value().outcomes())
            .containsExactly(List.of("1000000000000000000010.25"));
        assertThat(numbers(HitPolicy.SUM, rules).decide(three).value().rules()).containsExactly(1, 2, 3);
        assertThat(numbers(HitPolicy.SUM, rules).decide(Map.of("n", "2")).value().outcomes())
            .containsExactly(List.of("10"));
        assertThat(numbers(HitPolicy.MIN, rules).decide(three).value().outcomes()).containsExactly(List.of("-0.5"));
        assertThat(numbers(HitPolicy.MAX, rules).decide(Map.of("n", "2")).value().outcomes())
            .containsExactly(List.of("10.5"));
        assertThat(numbers(HitPolicy.SUM, rules).decide(Map.of("n", "0")).value().outcomes())
            .containsExactly(List.of("0"));
        assertThat(read(HitPolicy.COUNT, List.of(number("n")), "> 0 -> a", "> 1 -> a", "<= 0 -> b").decide(three)
            .value().outcomes()).containsExactly(List.of("2"));
        assertThat(told(ReadTable.of(table(HitPolicy.SUM, List.of(number("n")), "- -> 5")).refusals()))
            .as("of words").containsExactly("0 BAD_AGGREGATE");
        DecisionTable two = table(HitPolicy.COUNT, List.of(number("n")), "- -> a");
        assertThat(told(ReadTable.of(new DecisionTable("T", 1, "T", State.DRAFT, HitPolicy.COUNT, DAY,
            Optional.empty(), two.inputs(), List.of(two.outputs().getFirst(),
                new Output("more", Type.TEXT, List.of())),
            List.of(new Rule(List.of("-"), List.of("a", "b"), "")), List.of())).refusals()))
            .as("of two outputs").containsExactly("0 BAD_AGGREGATE");
    }

    @Test
    void prioritiesGoOnWithTheNextOutput() {
        DecisionTable table = new DecisionTable("T", 1, "T", State.DRAFT, HitPolicy.PRIORITY, DAY, Optional.empty(),
            List.of(number("n")),
            List.of(new Output("out", Type.TEXT, List.of("high", "low")), new Output("free", Type.TEXT, List.of()),
                new Output("limit", Type.NUMBER, List.of("9", "5"))),
            List.of(new Rule(List.of("-"), List.of("low", "x", "9"), ""),
                new Rule(List.of("> 0"), List.of("high", "x", "5.0"), ""),
                new Rule(List.of("> 1"), List.of("high", "y", "9"), ""),
                new Rule(List.of("> 2"), List.of("high", "z", "9"), "")),
            List.of());
        ReadTable read = ReadTable.of(table).value();
        assertThat(read.decide(Map.of("n", "0")).value().rules()).containsExactly(1);
        assertThat(read.decide(Map.of("n", "1")).value().rules()).containsExactly(2);
        assertThat(read.decide(Map.of("n", "2")).value().rules()).containsExactly(3);
        assertThat(read.decide(Map.of("n", "3")).value().rules()).as("of equal ones the first").containsExactly(3);
    }

    @Test
    void whatCouldNotBeKeptIsRefused() {
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rules.add("- -> " + Integer.toString(i % 10).repeat(499));
        }
        assertThat(told(read(HitPolicy.COLLECT, List.of(number("n")), rules.toArray(String[]::new)).decide(
            Map.of("n", "1")).refusals())).containsExactly("0 DECISION_TOO_LONG");
        assertThat(told(read(HitPolicy.COUNT, List.of(number("n")), rules.toArray(String[]::new)).decide(
            Map.of("n", "1")).refusals())).isEmpty();
        String[] choices = new String[30];
        Arrays.setAll(choices, i -> Integer.toString(100 + i).repeat(150));
        assertThat(told(ReadTable.of(table(HitPolicy.FIRST, List.of(words("w", choices)), "- -> a")).refusals()))
            .containsExactly("0 BAD_CHOICES");
    }

    @Test
    void aNameFitsWhereItIsKept() {
        String gothic = "\uD800\uDF30";
        assertThat(ReadTable.isName(gothic.repeat(16))).isTrue();
        assertThat(ReadTable.isName(gothic.repeat(17))).isFalse();
    }

    @Test
    void whatIsRefusedSaysWhatToDo() {
        List<Refusal> refusals = new ArrayList<>();
        refusals.addAll(ReadTable.of(table(HitPolicy.FIRST, List.of())).refusals());
        refusals.addAll(
            ReadTable.of(table(HitPolicy.FIRST, List.of(number("n"), number("n")), "-|- -> x")).refusals());
        refusals.addAll(ReadTable.of(table(HitPolicy.FIRST, List.of(number("n")), "-|- -> x")).refusals());
        refusals.addAll(ReadTable.of(table(HitPolicy.FIRST, List.of(number("n")), "=n + \u0007 -> x")).refusals());
        refusals.addAll(ReadTable.of(table(HitPolicy.FIRST, List.of(number("n")), "= -> x")).refusals());
        refusals.addAll(read(HitPolicy.FIRST, List.of(number("n")), "=n + 1 -> x").decide(Map.of("n", "1")).refusals());
        assertThat(refusals).extracting(refusal -> refusal.code().name()).containsExactly("EMPTY_TABLE", "NAME_TWICE",
            "CELLS_MISSING", "BAD_RULE_TEXT", "EXPRESSION_TOO_LONG", "NOT_YES_OR_NO");
        assertThat(refusals).allSatisfy(refusal -> assertThat(refusal.hint()).isNotBlank());
    }

    @Test
    void rulesThatNeverDecideAreTold() {
        ReadTable table = read(HitPolicy.FIRST, List.of(number("n")), "< 10 -> a", "[1..5] -> b", "- -> c",
            "> 20 -> d");
        assertThat(table.findings().warnings()).extracting(Refusal::sentence).containsExactly(
            "Rule 2 never decides: rule 1 fits all its cases before",
            "Rule 4 never decides: rule 3 fits all its cases before");
        assertThat(read(HitPolicy.COLLECT, List.of(number("n")), "- -> a", "> 1 -> b").findings().warnings()).isEmpty();
    }

    @Test
    void theReasonNamesTheRuleTheVersionAndWhatFits() {
        ReadTable table = read(HitPolicy.FIRST, List.of(number("score"), words("country")), "< 500|- -> no",
            "[500..700)|DE, FR -> maybe", ">= 700|not(XX) -> yes", "= score > 600|DE -> odd", "-|- -> rest");
        Map<String, String> values = Map.of("score", "650", "country", "DE");
        assertThat(table.reason(2, values)).isEqualTo(
            "rule 2 of version 2, since score 650 is in [500..700) and country DE is one of DE, FR");
        assertThat(table.reason(3, values))
            .isEqualTo("rule 3 of version 2, since score 650 is >= 700 and country DE is not(XX)");
        assertThat(table.reason(4, values)).isEqualTo("rule 4 of version 2, since score > 600 holds and country is DE");
        assertThat(table.reason(5, values)).isEqualTo("rule 5 of version 2, which fits anything");
    }

    @Test
    void largeTablesAreCheckedInTimeOrSayThatTheyWereNot() {
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            inputs.add(new Input("y" + i, Type.YES_NO, List.of()));
        }
        // three of many inputs each: what is left is not the same anywhere
        List<String> rules = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 150; i++) {
            List<String> cells = new ArrayList<>(Collections.nCopies(24, "-"));
            for (int j = 0; j < 4; j++) {
                cells.set(random.nextInt(24), random.nextBoolean() ? "yes" : "no");
            }
            rules.add(String.join("|", cells) + " -> a");
        }
        // what the thread works: other work on the machine does not count
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        List<Refusal> problems = read(HitPolicy.COLLECT, inputs, rules.toArray(String[]::new)).findings().problems();
        assertThat((threads.getCurrentThreadCpuTime() - begin) / 1_000_000_000).as("seconds").isLessThan(15);
        assertThat(problems).as("a gap is found, or it says that it did not look at all").isNotEmpty();
        rules.add(String.join("|", Collections.nCopies(24, "-")) + " -> rest");
        assertThat(read(HitPolicy.FIRST, inputs, rules.toArray(String[]::new)).findings().problems())
            .as("what takes the rest makes it easy").isEmpty();
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            many.add("[" + i + ".." + (i + 1) + ") -> a");
        }
        many.set(0, "< 1 -> a");
        many.set(1_999, ">= 1999 -> a");
        assertThat(read(HitPolicy.UNIQUE, List.of(number("n")), many.toArray(String[]::new)).findings().problems())
            .isEmpty();
        many.add("- -> a");
        assertThat(told(ReadTable.of(table(HitPolicy.UNIQUE, List.of(number("n")), many.toArray(String[]::new)))
            .refusals())).containsExactly("0 TABLE_TOO_LARGE");
    }

    @Test
    void samplesAreDecidedAndDifferencesAreShown() {
        DecisionTable plain = table(HitPolicy.COLLECT, List.of(number("n")), "> 1 -> a", "> 2 -> b", "<= 1 -> c");
        DecisionTable tested = new DecisionTable("T", 1, "T", State.DRAFT, HitPolicy.COLLECT, DAY, Optional.empty(),
            plain.inputs(), plain.outputs(), plain.rules(),
            List.of(new Sample("both", Map.of("n", "3.0"), List.of(List.of("a"), List.of("b"))),
                new Sample("one", Map.of("n", "2"), List.of(List.of("b"))),
                new Sample("missing", Map.of(), List.of(List.of("b")))));
        ReadTable read = ReadTable.of(tested).value();
        assertThat(read.failedSamples()).extracting(Refusal::sentence).containsExactly(
            "The sample 'one' should be b and is a", "The sample 'missing' should be b and is n is not known: ''");
        assertThat(told(read.failedSamples())).containsExactly("2 SAMPLE_DIFFERS", "3 SAMPLE_DIFFERS");
        DecisionTable foreign = new DecisionTable("T", 1, "T", State.DRAFT, HitPolicy.COLLECT, DAY, Optional.empty(),
            plain.inputs(), plain.outputs(), plain.rules(),
            List.of(new Sample("x", Map.of("m", "3"), List.of(List.of("a"))),
                new Sample("x", Map.of("n", "3"), List.of(List.of("a", "b")))));
        assertThat(told(ReadTable.of(foreign).refusals())).containsExactly("1 BAD_SAMPLE", "2 BAD_SAMPLE");
    }

    @Test
    void whatIsMissingOrWrongIsToldForEachInput() {
        ReadTable table = read(HitPolicy.FIRST, List.of(number("n"), words("w", "a")), "-|- -> x");
        Map<String, String> values = new HashMap<>(Map.of("n", "abc", "other", "is passed over"));
        assertThat(table.decide(values).refusals()).extracting(Refusal::toString).containsExactly(
            "column n: BAD_INPUT: n is not known: 'abc' Give a number such as 12.5.",
            "column w: BAD_INPUT: w is not known: '' Give one of: a");
    }

}
