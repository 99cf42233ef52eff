package org.stockwright.service.internal.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.service.DecisionTable.Input;
import org.stockwright.service.DecisionTable.Type;

/** How decision tables are written in cells of files: parts separated by {@code ;}, any of them in double quotes. */
final class TableText {

    private static final char PART = ';';

    private TableText() {
        // only functions
    }

    /**
     * Columns: {@code score number; country text: DE, FR}.
     *
     * @return empty when nobody can tell what it says
     */
    static Optional<List<Input>> columns(String text) {
        List<Input> result = new ArrayList<>();
        for (String part : QuotedParts.split(text, PART).orElse(List.of(""))) {
            Optional<Input> column = column(part);
            if (column.isEmpty()) {
                return Optional.empty();
            }
            result.add(column.get());
        }
        return Optional.of(result);
    }

    private static Optional<Input> column(String text) {
        int colon = text.indexOf(':');
        String[] words = (colon < 0 ? text : text.substring(0, colon)).strip().split("\\s+");
        Optional<Type> type = words.length == 2 ? Declarations.type(words[1]) : Optional.empty();
        Optional<List<String>> choices = colon < 0 ? Optional.of(List.of())
            : QuotedParts.split(text.substring(colon + 1), ',')
                .map(parts -> parts.stream().map(QuotedParts::plain).toList());
        return type.isPresent() && choices.isPresent() ? Optional.of(new Input(words[0], type.get(), choices.get()))
            : Optional.empty();
    }

    /** Conditions as they are written, in the order of the columns; empty when a quote is not closed. */
    static Optional<List<String>> conditions(String text) {
        return QuotedParts.split(text, PART);
    }

    /** Outcomes in the order of the columns, without quotes; empty when a quote is not closed. */
    static Optional<List<String>> outcomes(String text) {
        return QuotedParts.split(text, PART).map(parts -> parts.stream().map(QuotedParts::plain).toList());
    }

    /** Outcomes of several rules, separated by {@code |}; empty when a quote is not closed. */
    static Optional<List<List<String>>> outcomesOfRules(String text) {
        List<List<String>> result = new ArrayList<>();
        for (String rule : QuotedParts.split(text, '|').orElse(List.of())) {
            outcomes(rule).ifPresent(result::add);
        }
        return result.isEmpty() ? Optional.empty() : Optional.of(result);
    }

    /** Values by name: {@code score=650; country=DE}; empty when nobody can tell what it says. */
    static Optional<Map<String, String>> named(String text) {
        Map<String, String> result = new LinkedHashMap<>();
        for (String part : QuotedParts.split(text, PART).orElse(List.of(""))) {
            int sign = part.indexOf('=');
            if (sign < 1 || result.put(part.substring(0, sign).strip(),
                QuotedParts.plain(part.substring(sign + 1).strip())) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(result);
    }

}
