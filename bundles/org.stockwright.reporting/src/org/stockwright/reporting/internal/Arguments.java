package org.stockwright.reporting.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.reporting.ReportRefusal;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportParameter;

/** Checks the answers to a report's parameters, all at once. */
final class Arguments {

    private static final Set<String> YES = Set.of("true", "yes", "1");
    private static final Set<String> NO = Set.of("false", "no", "0");

    private Arguments() {
    }

    /** The checked answers with the defaults filled in, or everything that is wrong with them. */
    static Outcome<ReportArguments> check(ReportContribution report, Map<String, String> answers, Instant now) {
        List<Refusal> refusals = new ArrayList<>();
        List<String> names = report.parameters().stream().map(ReportParameter::name).toList();
        for (String name : answers.keySet()) {
            if (!names.contains(name)) {
                refusals.add(Refusal.of(ReportRefusal.UNKNOWN_PARAMETER, report.id(), name).hint(nearest(name, names,
                    names.isEmpty() ? "It has none." : "It has " + String.join(", ", names) + ".")));
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (ReportParameter parameter : report.parameters()) {
            String text = answers.getOrDefault(parameter.name(), "").strip();
            text = text.isEmpty() ? parameter.defaultText() : text;
            if (!text.isEmpty()) {
                answer(parameter, text, texts, refusals);
            } else if (parameter.required()) {
                refusals.add(Refusal.of(ReportRefusal.PARAMETER_MISSING, report.id(), parameter.name())
                    .hint("Say --param " + parameter.name() + "=" + example(parameter) + "."));
            }
        }
        if (refusals.isEmpty()) {
            ReportArguments arguments = new ReportArguments(texts, now);
            refusals.addAll(report.check(arguments));
            if (refusals.isEmpty()) {
                return Outcome.done(arguments);
            }
        }
        return Outcome.refused(refusals);
    }

    private static void answer(ReportParameter parameter, String text, Map<String, String> texts,
        List<Refusal> refusals) {
        String hint = switch (parameter.type()) {
            case TEXT, ITEM, LOCATION -> "";
            case AS_OF, FROM -> ReportArguments.instant(text, ZoneOffset.UTC, false).isPresent() ? ""
                : "Write a date such as 2026-01-31, or a date and time such as 2026-01-31T17:30.";
            case FLAG -> YES.contains(text.toLowerCase(Locale.ROOT))
                || NO.contains(text.toLowerCase(Locale.ROOT)) ? "" : "Write yes or no.";
            case CHOICE -> parameter.choices().contains(text) ? ""
                : nearest(text, parameter.choices(), "Choose one of " + String.join(", ", parameter.choices()) + ".");
        };
        if (hint.isEmpty()) {
            boolean flag = parameter.type() == ReportParameter.Type.FLAG;
            texts.put(parameter.name(),
                flag ? Boolean.toString(YES.contains(text.toLowerCase(Locale.ROOT))) : text);
        } else {
            refusals.add(Refusal.of(ReportRefusal.BAD_PARAMETER, parameter.name(), text).hint(hint));
        }
    }

    private static String example(ReportParameter parameter) {
        return switch (parameter.type()) {
            case TEXT -> "TEXT";
            case ITEM -> "ITEM";
            case LOCATION -> "LOCATION";
            case AS_OF, FROM -> "2026-01-31";
            case FLAG -> "yes";
            case CHOICE -> parameter.choices().isEmpty() ? "CHOICE" : parameter.choices().getFirst();
        };
    }

    /** {@code Did you mean …?} with the nearest name, when one is near; and what else there is. */
    static String nearest(String wrong, Collection<String> names, String otherwise) {
        String best = "";
        int least = Math.max(2, wrong.length() / 2) + 1;
        for (String name : names) {
            int distance = distance(simple(wrong), simple(name));
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return best.isEmpty() ? otherwise : "Did you mean " + best + "? " + otherwise;
    }

    private static String simple(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    /** How many characters have to be added, taken away or replaced (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

}
