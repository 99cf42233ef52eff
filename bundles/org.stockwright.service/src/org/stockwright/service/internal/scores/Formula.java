package org.stockwright.service.internal.scores;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.spi.Canonical;
import org.stockwright.service.ClientProfiles.Field;
import org.stockwright.service.ScoreModel;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.internal.expression.Expression;
import org.stockwright.service.internal.rules.Declarations;
import org.stockwright.service.internal.rules.ReadTable;

/** A model whose formula was read. */
final class Formula {

    /** What fits a column of nine decimals. */
    private static final int DIGITS = 18;
    /** What is kept of the inputs of a score. */
    private static final int LONGEST_INPUTS = 16_000;

    private final ScoreModel model;
    private final Expression expression;
    private final List<Field> used;

    private Formula(ScoreModel model, Expression expression, List<Field> used) {
        this.model = model;
        this.expression = expression;
        this.used = used;
    }

    /** Reads a formula over these fields. */
    static Outcome<Formula> of(ScoreModel model, Collection<Field> fields) {
        return Expression.read(model.formula(), fields.stream().map(Field::name).toList())
            .map(expression -> new Formula(model, expression,
                fields.stream().filter(field -> expression.used().contains(field.name())).toList()));
    }

    /** Of all that is known of a client, what the formula asks for. */
    SortedMap<String, String> inputs(Map<String, String> values) {
        SortedMap<String, String> result = new TreeMap<>();
        used.forEach(field -> Optional.ofNullable(values.get(field.name()))
            .ifPresent(value -> result.put(field.name(), value)));
        return result;
    }

    /** What tells whether a score was computed of the same. */
    static String hash(SortedMap<String, String> inputs) {
        Canonical text = new Canonical("score inputs");
        inputs.forEach((name, value) -> text.add(name).add(value));
        return text.hash();
    }

    /**
     * The score.
     *
     * @param inputs as {@link #inputs} yields them
     * @param client who, for refusals
     */
    Outcome<BigDecimal> points(SortedMap<String, String> inputs, String client) {
        Map<String, Object> values = new HashMap<>();
        TreeSet<String> missing = new TreeSet<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Field field : used) {
            String text = inputs.getOrDefault(field.name(), "");
            Optional<Object> value = ReadTable.value(field.type(), field.choices(), text);
            if (text.isBlank()) {
                missing.add(field.name());
            } else if (value.isEmpty()) {
                refusals.add(Refusal.of(ServiceRefusal.BAD_FIELD_VALUE, field.name(), text)
                    .hint(Declarations.hint(field.type(), field.choices())));
            } else {
                values.put(field.name(), value.get());
            }
        }
        if (!missing.isEmpty()) {
            refusals.add(Refusal.of(ServiceRefusal.FIELD_NOT_KNOWN, String.join(", ", missing), client)
                .hint("Add it to the profile."));
        }
        int length = inputs.entrySet().stream().mapToInt(one -> one.getKey().length() + one.getValue().length() + 2)
            .sum();
        if (length > LONGEST_INPUTS) {
            refusals.add(Refusal.of(ServiceRefusal.SCORE_INPUTS_TOO_LONG, client, LONGEST_INPUTS)
                .hint("Use fewer or shorter fields of words."));
        }
        return refusals.isEmpty() ? expression.number(values).then(this::rounded) : Outcome.refused(refusals);
    }

    private Outcome<BigDecimal> rounded(BigDecimal number) {
        BigDecimal points = number.setScale(model.decimals(), RoundingMode.HALF_UP);
        return (long) points.precision() - points.scale() <= DIGITS ? Outcome.done(ModelRows.plain(points))
            : Outcome.refused(Refusal.of(ServiceRefusal.SCORE_TOO_LARGE, points.round(new MathContext(DIGITS)))
                .hint("Divide it by something."));
    }

}
