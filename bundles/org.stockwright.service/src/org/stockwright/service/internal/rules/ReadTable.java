package org.stockwright.service.internal.rules;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.base.StoredText;
import org.stockwright.service.DecisionTable;
import org.stockwright.service.DecisionTable.HitPolicy;
import org.stockwright.service.DecisionTable.Input;
import org.stockwright.service.DecisionTable.Output;
import org.stockwright.service.DecisionTable.Rule;
import org.stockwright.service.DecisionTable.Sample;
import org.stockwright.service.DecisionTable.Type;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.internal.expression.Expression;

/** A decision table whose cells were read: it decides, explains, and is checked. Thread-safe. */
public final class ReadTable {

    /** The most rules of a table. */
    public static final int MOST_RULES = 2_000;

    private static final Pattern NAME = Pattern.compile("[\\p{L}][\\p{L}\\p{Nd}_]{0,31}");
    private static final int LONGEST_NAME = 32;
    private static final int MOST_COLUMNS = 40;
    private static final int MOST_CHOICES = 200;
    private static final int MOST_SAMPLES = 1_000;
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_SAMPLE = 200;
    /** Cells of a rule together. */
    private static final int LONGEST_RULE = 12_000;
    /** Conditions of all rules together. */
    private static final int LONGEST_TABLE = 1_000_000;
    /** What is decided, as it is kept. */
    private static final int LONGEST_DECISION = 16_000;
    private static final int SHOWN = 5;

    private final DecisionTable table;
    private final List<List<Condition>> rules;

    private ReadTable(DecisionTable table, List<List<Condition>> rules) {
        this.table = table;
        this.rules = rules;
    }

    /** Reads all cells, or says which of them nobody understands: the rule (from 1; 0 for columns) is the line. */
    public static Outcome<ReadTable> of(DecisionTable table) {
        List<Refusal> refusals = new ArrayList<>(columns(table));
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        List<List<Condition>> rules = new ArrayList<>();
        for (int i = 0; i < table.rules().size(); i++) {
            rules.add(rule(table, table.rules().get(i), i + 1, refusals));
        }
        Set<String> samples = new HashSet<>();
        for (int i = 0; i < table.samples().size(); i++) {
            sample(table, table.samples().get(i), i + 1, samples, refusals);
        }
        return refusals.isEmpty() ? Outcome.done(new ReadTable(table, List.copyOf(rules))) : Outcome.refused(refusals);
    }

    private static void sample(DecisionTable table, Sample sample, int line, Set<String> seen, List<Refusal> refusals) {
        List<String> names = table.inputs().stream().map(Input::name).toList();
        List<String> texts = new ArrayList<>(sample.inputs().values());
        sample.outcomes().forEach(texts::addAll);
        int length = texts.stream().mapToInt(text -> text.length() + 1).sum()
            + names.stream().mapToInt(name -> name.length() + 1).sum();
        String wrong = !names.containsAll(sample.inputs().keySet()) ? "Its inputs are " + String.join(", ", names) + "."
            : sample.outcomes().isEmpty()
                || sample.outcomes().stream().anyMatch(one -> one.size() != table.outputs().size())
                    ? "Give " + table.outputs().size() + " outcomes for each rule that decides."
                    : sample.name().isBlank() || sample.name().length() > LONGEST_SAMPLE || !isPlain(sample.name())
                        ? "It has a name of at most " + LONGEST_SAMPLE + " characters."
                        : length > LONGEST_RULE || !texts.stream().allMatch(ReadTable::isPlain)
                            ? "It has at most " + LONGEST_RULE + " characters and no control characters."
                            : seen.add(sample.name()) ? "" : "There are two of this name.";
        if (!wrong.isEmpty()) {
            refusals.add(Refusal.of(ServiceRefusal.BAD_SAMPLE, sample.name()).hint(wrong)
                .at(Place.field(line, "samples")));
        }
    }

    private static List<Refusal> columns(DecisionTable table) {
        List<Refusal> result = new ArrayList<>();
        if (table.inputs().isEmpty() || table.outputs().isEmpty() || table.rules().isEmpty()) {
            result.add(Refusal.of(ServiceRefusal.EMPTY_TABLE, table.code())
                .hint("Add what is missing; a rule with - everywhere fits all cases."));
        }
        if (table.rules().size() > MOST_RULES || table.inputs().size() + table.outputs().size() > MOST_COLUMNS) {
            result.add(Refusal.of(ServiceRefusal.TABLE_TOO_LARGE, MOST_RULES, MOST_COLUMNS)
                .hint("Split it into tables that decide one after the other."));
        }
        Set<String> seen = new HashSet<>();
        List<String> names = new ArrayList<>(table.inputs().stream().map(Input::name).toList());
        names.addAll(table.outputs().stream().map(Output::name).toList());
        for (String name : names) {
            if (!isName(name)) {
                result.add(Refusal.of(ServiceRefusal.BAD_NAME, name)
                    .hint(
                        "Use letters, digits and _, a letter first, at most 32, and no word of the language such as and."));
            } else if (!seen.add(name)) {
                result.add(Refusal.of(ServiceRefusal.NAME_TWICE, name).hint("Give one of them another name."));
            }
        }
        table.inputs().forEach(input -> choices(input.name(), input.type(), input.choices(), result));
        table.outputs().forEach(output -> choices(output.name(), output.type(), output.choices(), result));
        if (table.samples().size() > MOST_SAMPLES) {
            result.add(Refusal.of(ServiceRefusal.TOO_MANY_SAMPLES, MOST_SAMPLES)
                .hint("Keep one for each rule and for each end of an interval."));
        }
        aggregate(table).ifPresent(result::add);
        long length = table.rules().stream().flatMap(rule -> rule.conditions().stream()).mapToLong(String::length)
            .sum();
        if (length > LONGEST_TABLE) {
            result.add(Refusal.of(ServiceRefusal.TABLE_TEXT_TOO_LONG, LONGEST_TABLE)
                .hint("Split it into tables that decide one after the other."));
        }
        if (table.policy() == HitPolicy.PRIORITY && !table.outputs().isEmpty()
            && table.outputs().getFirst().choices().isEmpty()) {
            result.add(Refusal.of(ServiceRefusal.NO_PRIORITIES, table.outputs().getFirst().name())
                .hint("List its outcomes, the strongest first."));
        }
        return result;
    }

    private static Optional<Refusal> aggregate(DecisionTable table) {
        boolean ofNumbers = table.policy() != HitPolicy.COUNT;
        boolean fits = !table.policy().isAggregate() || table.outputs().size() == 1
            && (!ofNumbers || table.outputs().getFirst().type() == Type.NUMBER);
        return fits ? Optional.empty() : Optional.of(Refusal.of(ServiceRefusal.BAD_AGGREGATE,
            table.policy().name().toLowerCase(Locale.ROOT), ofNumbers ? " of numbers" : "")
            .hint("Choose another hit policy, such as collect, or make a table for each output."));
    }

    /** Whether a column, or a field of a client, can be called so. */
    public static boolean isName(String name) {
        // some letters take two characters where names are kept
        return name.length() <= LONGEST_NAME && NAME.matcher(name).matches()
            && Normalizer.isNormalized(name, Normalizer.Form.NFC)
            && Expression.isFree(name);
    }

    /** What of the choices of a column or field is not right. */
    public static void choices(String name, Type type, List<String> choices, List<Refusal> refusals) {
        boolean plain = choices.stream().allMatch(choice -> Value.of(type, choice)
            .filter(value -> value.text().equals(choice)).isPresent());
        int length = choices.stream().mapToInt(choice -> choice.length() + 1).sum();
        if (choices.size() > MOST_CHOICES || length > LONGEST_RULE || !plain
            || new HashSet<>(choices).size() < choices.size()) {
            refusals.add(Refusal.of(ServiceRefusal.BAD_CHOICES, name, MOST_CHOICES, LONGEST_RULE)
                .hint("Each stands there once, is of the column's type and has no blanks around it."));
        }
    }

    /** The value of a text as expressions see it, when it is one of this type and one of the choices. */
    public static Optional<Object> value(Type type, List<String> choices, String text) {
        return Value.of(type, text).filter(value -> choices.isEmpty() || choices.contains(value.text()))
            .map(Value::value);
    }

    /** The same value as it is kept: without blanks and without zeros that say nothing. */
    public static Optional<String> plain(Type type, List<String> choices, String text) {
        return Value.of(type, text).map(Value::text).filter(value -> choices.isEmpty() || choices.contains(value));
    }

    private static List<Condition> rule(DecisionTable table, Rule rule, int line, List<Refusal> refusals) {
        List<Condition> conditions = new ArrayList<>();
        int length = rule.conditions().stream().mapToInt(String::length).sum()
            + rule.outcomes().stream().mapToInt(String::length).sum();
        boolean plain = Stream.concat(Stream.concat(rule.conditions().stream(), rule.outcomes().stream()),
            Stream.of(rule.note())).allMatch(ReadTable::isPlain);
        if (length > LONGEST_RULE || rule.note().length() > LONGEST_NOTE || !plain) {
            refusals.add(Refusal.of(ServiceRefusal.BAD_RULE_TEXT, line, LONGEST_RULE, LONGEST_NOTE)
                .hint("Write less, or make two rules of it.")
                .at(Place.line(line)));
            return conditions;
        }
        if (rule.conditions().size() != table.inputs().size() || rule.outcomes().size() != table.outputs().size()) {
            refusals.add(Refusal.of(ServiceRefusal.CELLS_MISSING, line, table.inputs().size(), table.outputs().size())
                .hint("Give one for each column; - stands for any value.").at(Place.line(line)));
            return conditions;
        }
        for (int i = 0; i < table.inputs().size(); i++) {
            Input input = table.inputs().get(i);
            String cell = rule.conditions().get(i);
            if (cell.strip().startsWith(ConditionText.EXPRESSION)) {
                Outcome<Expression> expression = Expression.read(cell.strip().substring(1),
                    table.inputs().stream().map(Input::name).toList());
                expression.refusals().forEach(refusal -> refusals.add(refusal.at(Place.field(line, input.name()))));
                conditions.add(expression.isDone() ? new Condition.Formula(expression.value()) : new Condition.Any());
                continue;
            }
            Optional<Condition> condition = ConditionText.read(input, cell);
            condition.ifPresent(conditions::add);
            if (condition.isEmpty()) {
                refusals.add(Refusal.of(ServiceRefusal.BAD_CONDITION, cell, input.name())
                    .hint(hint(input)).at(Place.field(line, input.name())));
            }
        }
        for (int i = 0; i < table.outputs().size(); i++) {
            Output output = table.outputs().get(i);
            String cell = rule.outcomes().get(i);
            Optional<Value> value = Value.of(output.type(), cell);
            if (value.isEmpty() || !output.choices().isEmpty() && !output.choices().contains(value.get().text())) {
                refusals.add(Refusal.of(ServiceRefusal.BAD_OUTCOME, cell, output.name()).hint(hint(output))
                    .at(Place.field(line, output.name())));
            }
        }
        return conditions;
    }

    private static boolean isPlain(String text) {
        return StoredText.isSound(text) && text.chars().noneMatch(Character::isISOControl);
    }

    private static String hint(Input input) {
        return switch (input.type()) {
            case NUMBER -> "Write -, a number, < 5, >= 5 or [1..5).";
            case DATE -> "Write -, a day such as 2026-01-15, < 2026-01-15 or [2026-01-01..2026-02-01).";
            case YES_NO -> "Write -, yes or no.";
            case TEXT -> input.choices().isEmpty() ? "Write -, words, or several separated by commas."
                : "Write -, or some of: " + String.join(", ", input.choices());
        };
    }

    private static String hint(Output output) {
        if (!output.choices().isEmpty()) {
            return "Write one of: " + String.join(", ", output.choices());
        }
        return switch (output.type()) {
            case NUMBER -> "Write a number of at most 40 digits, such as 12.5.";
            case DATE -> "Write a day such as 2026-01-15.";
            case YES_NO -> "Write yes or no.";
            case TEXT -> "Write a few words.";
        };
    }

    /** The table. */
    public DecisionTable table() {
        return table;
    }

    /**
     * What was found when all cases were looked at.
     *
     * @param problems cases that no rule fits, and cases that two fit although the policy forbids it; the table is not approved
     *     while there are any
     * @param warnings what deserves a look: rules that cannot be checked, rules that never decide
     */
    public record Findings(List<Refusal> problems, List<Refusal> warnings) {
    }

    /** Looks at all cases. */
    public Findings findings() {
        TableCheck check = new TableCheck(table, rules,
            ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
        // rules of which no two fit the same case make it easy to look for gaps
        List<TableCheck.Pair> overlaps = check.overlaps();
        List<TableCheck.Pair> pairs = table.policy() == HitPolicy.UNIQUE ? overlaps : List.of();
        Map<Integer, Integer> hidden = table.policy() == HitPolicy.FIRST ? check.hidden() : Map.of();
        TableCheck.Gaps found = check.gaps();
        List<Refusal> problems = new ArrayList<>();
        List<Refusal> warnings = new ArrayList<>();
        found.gaps().forEach(gap -> problems.add(Refusal.of(ServiceRefusal.NO_RULE_FITS, words(gap.classes()))
            .hint("For example " + words(gap.one())
                + ". Add a rule for it; one with - everywhere at the end takes what is left.")));
        pairs.forEach(pair -> problems.add(Refusal
            .of(ServiceRefusal.RULES_OVERLAP, pair.first(), pair.second(), words(pair.example().classes()))
            .hint("For example " + words(pair.example().one())
                + ". Make their conditions differ, or choose another hit policy.")
            .at(Place.line(pair.second()))));
        hidden.forEach((later, first) -> warnings.add(Refusal.of(ServiceRefusal.RULE_NEVER_DECIDES, later, first)
            .hint("Move it up, or delete it.").at(Place.line(later))));
        if (!check.isWhole()) {
            problems.add(Refusal.of(ServiceRefusal.TABLE_NOT_CHECKED)
                .hint("Add a rule with - everywhere at the end, or split the table."));
        }
        if (found.expressions() > 0) {
            warnings.add(Refusal.of(ServiceRefusal.NOT_CHECKED_FOR_GAPS, found.expressions(),
                table.policy() == HitPolicy.UNIQUE ? "gaps and overlaps" : "gaps")
                .hint(found.unsure().isEmpty() ? ""
                    : "Only they may fit: " + String.join("; ",
                        found.unsure().stream().limit(SHOWN).map(one -> words(one.classes())).toList()) + "."));
        }
        return new Findings(problems, warnings);
    }

    private static String words(Map<String, String> example) {
        return example.isEmpty() ? "anything"
            : String.join(", ", example.entrySet().stream().map(one -> one.getKey() + " " + one.getValue()).toList());
    }

    /** What the samples say that the table does not decide. */
    public List<Refusal> failedSamples() {
        List<Refusal> result = new ArrayList<>();
        for (int i = 0; i < table.samples().size(); i++) {
            Sample sample = table.samples().get(i);
            Outcome<Hits> hits = decide(sample.inputs());
            List<List<String>> wanted = sample.outcomes().stream().map(this::plain).toList();
            if (!hits.isDone() || !hits.value().outcomes().equals(wanted)) {
                result.add(Refusal.of(ServiceRefusal.SAMPLE_DIFFERS, sample.name(), shown(sample.outcomes()),
                    hits.isDone() ? shown(hits.value().outcomes()) : hits.refusals().getFirst().sentence())
                    .hint("Mend the rule, or the outcome of the sample.").at(Place.line(i + 1)));
            }
        }
        return result;
    }

    private static String shown(List<List<String>> outcomes) {
        return String.join(" | ", outcomes.stream().map(one -> String.join("; ", one)).toList());
    }

    /** What is decided in an output: a count of whatever is a number. */
    private Type type(int output) {
        return table.policy() == HitPolicy.COUNT ? Type.NUMBER : table.outputs().get(output).type();
    }

    /** Outcomes as they are told: 5.0 is 5. */
    private List<String> plain(List<String> outcomes) {
        List<String> result = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            String text = outcomes.get(i).strip();
            result.add(i < table.outputs().size() ? Value.of(type(i), text).map(Value::text).orElse(text) : text);
        }
        return result;
    }

    /**
     * A decision.
     *
     * @param rules the rules that decided, from 1
     * @param outcomes of each of them, one for each output; one list when the hit policy makes one of all
     * @param inputs what was known, by name, in the order of the columns and as it is kept
     */
    public record Hits(List<Integer> rules, List<List<String>> outcomes, Map<String, String> inputs) {
    }

    /**
     * Decides a case; refused when an input is missing or wrong, no rule fits, or more than the policy allows. What else is known
     * is passed over.
     */
    public Outcome<Hits> decide(Map<String, String> inputs) {
        Map<String, Value> values = new LinkedHashMap<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Input input : table.inputs()) {
            String text = inputs.getOrDefault(input.name(), "");
            Optional<Value> value = Value.of(input.type(), text);
            if (value.isPresent()
                && (input.choices().isEmpty() || input.choices().contains(value.get().text()))) {
                values.put(input.name(), value.get());
            } else {
                refusals.add(Refusal.of(ServiceRefusal.BAD_INPUT, input.name(), text)
                    .hint(Declarations.hint(input.type(), input.choices()))
                    .at(Place.field(0, input.name())));
            }
        }
        return refusals.isEmpty() ? decideBy(values) : Outcome.refused(refusals);
    }

    private Outcome<Hits> decideBy(Map<String, Value> values) {
        List<Value> row = List.copyOf(values.values());
        Map<String, Object> named = new LinkedHashMap<>();
        values.forEach((name, value) -> named.put(name, value.value()));
        List<Integer> fitting = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            Outcome<Boolean> fits = fits(i, row, named);
            if (!fits.isDone()) {
                return Outcome.refused(fits.refusals());
            }
            if (fits.value()) {
                fitting.add(i);
                if (table.policy() == HitPolicy.FIRST) {
                    break;
                }
            }
        }
        if (fitting.isEmpty()) {
            return Outcome.refused(Refusal.of(ServiceRefusal.NO_RULE_FITS, shown(values))
                .hint("Add a rule for it in the next version."));
        }
        List<Integer> deciding = switch (table.policy()) {
            case COLLECT, UNIQUE, FIRST, SUM, MIN, MAX, COUNT -> fitting;
            case PRIORITY -> List.of(fitting.stream().min(this::byPriority).orElseThrow());
        };
        if (table.policy() == HitPolicy.UNIQUE && deciding.size() > 1) {
            return Outcome.refused(Refusal.of(ServiceRefusal.RULES_OVERLAP, deciding.get(0) + 1, deciding.get(1) + 1,
                shown(values)).hint("Make them differ in the next version."));
        }
        Map<String, String> known = new LinkedHashMap<>();
        values.forEach((name, value) -> known.put(name, value.text()));
        List<List<String>> outcomes = deciding.stream().map(index -> plain(table.rules().get(index).outcomes()))
            .toList();
        if (table.policy().isAggregate()) {
            outcomes = List.of(List.of(aggregate(outcomes)));
        }
        if (outcomes.stream().flatMap(List::stream).mapToInt(text -> text.length() + 1).sum() > LONGEST_DECISION) {
            return Outcome.refused(Refusal.of(ServiceRefusal.DECISION_TOO_LONG, deciding.size(), LONGEST_DECISION)
                .hint("Make the outcomes shorter, or split the table, in the next version."));
        }
        return Outcome.done(new Hits(deciding.stream().map(index -> index + 1).toList(), outcomes, known));
    }

    /** What all rules that fit come to together. */
    private String aggregate(List<List<String>> outcomes) {
        if (table.policy() == HitPolicy.COUNT) {
            return Integer.toString(outcomes.size());
        }
        return outcomes.stream().map(one -> new BigDecimal(one.getFirst())).reduce(switch (table.policy()) {
            case MIN -> BigDecimal::min;
            case MAX -> BigDecimal::max;
            default -> BigDecimal::add;
        }).map(number -> Value.of(number).text()).orElseThrow();
    }

    private static String shown(Map<String, Value> values) {
        return String.join(", ", values.entrySet().stream().map(one -> one.getKey() + " " + one.getValue().text())
            .toList());
    }

    /** By the order of outcomes of one output after the other; those without an order do not matter. */
    private int byPriority(int rule, int other) {
        List<String> first = plain(table.rules().get(rule).outcomes());
        List<String> second = plain(table.rules().get(other).outcomes());
        int order = 0;
        for (int i = 0; i < first.size() && order == 0; i++) {
            List<String> choices = table.outputs().get(i).choices();
            order = Integer.compare(choices.indexOf(first.get(i)), choices.indexOf(second.get(i)));
        }
        return order;
    }

    private Outcome<Boolean> fits(int rule, List<Value> values, Map<String, Object> named) {
        List<Condition> conditions = rules.get(rule);
        for (int i = 0; i < conditions.size(); i++) {
            if (!conditions.get(i).mayFit(values.get(i))) {
                return Outcome.done(Boolean.FALSE);
            }
        }
        // expressions only where all else fits: they take longer, and may not be made for other cases
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i) instanceof Condition.Formula formula) {
                Outcome<Boolean> holds = formula.expression().holds(named);
                if (!holds.isDone()) {
                    String column = table.inputs().get(i).name();
                    return Outcome.refused(holds.refusals().stream()
                        .map(refusal -> refusal.at(Place.field(rule + 1L, column))).toList());
                }
                if (!holds.value()) {
                    return holds;
                }
            }
        }
        return Outcome.done(Boolean.TRUE);
    }

    /** Why a rule (from 1) fits these inputs, in a sentence without a stop. */
    public String reason(int rule, Map<String, String> inputs) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < table.inputs().size(); i++) {
            Input input = table.inputs().get(i);
            if (!(rules.get(rule - 1).get(i) instanceof Condition.Any)) {
                String cell = table.rules().get(rule - 1).conditions().get(i);
                parts.add(ConditionText.sentence(input, inputs.getOrDefault(input.name(), ""), cell));
            }
        }
        return "rule " + rule + (table.version() == 0 ? "" : " of version " + table.version())
            + (parts.isEmpty() ? ", which fits anything" : ", since " + String.join(" and ", parts));
    }

}
