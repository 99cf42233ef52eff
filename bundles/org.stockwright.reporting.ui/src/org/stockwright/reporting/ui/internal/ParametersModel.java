package org.stockwright.reporting.ui.internal;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportParameter;

/** What the parameters dialog of a report has been told so far, and what is wrong with it. */
final class ParametersModel {

    private static final String NOW = "now"; //$NON-NLS-1$

    private final ReportContribution report;
    private final Map<String, String> answers = new LinkedHashMap<>();

    /**
     * The dialog's beginning.
     *
     * @param last what was answered the last time; what the report no longer asks is passed over
     */
    ParametersModel(ReportContribution report, Map<String, String> last) {
        this.report = report;
        for (ReportParameter parameter : report.parameters()) {
            answers.put(parameter.name(), last.getOrDefault(parameter.name(), parameter.defaultText()));
        }
    }

    /** The report that asks. */
    ReportContribution report() {
        return report;
    }

    /** What was answered, as it was typed. */
    String answer(String name) {
        return answers.getOrDefault(name, ""); //$NON-NLS-1$
    }

    /** Answers a question. */
    void answer(String name, String text) {
        answers.put(name, text);
    }

    /** Whether a flag is set. */
    boolean isSet(String name) {
        return List.of("true", "yes", "1").contains(answer(name).strip()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
    }

    /** What is missing or wrong first, in the order of the dialog; nothing when the report can be run. */
    Optional<String> problem() {
        return report.parameters().stream().filter(this::isMissing)
            .map(parameter -> Messages.bind(Messages.Parameters_missing, parameter.label())).findFirst()
            .or(this::mistake);
    }

    /** What was answered wrongly first, in the order of the dialog. */
    Optional<String> mistake() {
        return report.parameters().stream().map(this::mistake).flatMap(Optional::stream).findFirst();
    }

    private boolean isMissing(ReportParameter parameter) {
        return parameter.required() && parameter.defaultText().isEmpty() && given(parameter).isEmpty();
    }

    private Optional<String> mistake(ReportParameter parameter) {
        String text = given(parameter);
        String sentence = switch (parameter.type()) {
            case AS_OF, FROM -> text.isEmpty() || ReportArguments.instant(text, ZoneOffset.UTC, false).isPresent()
                ? null : Messages.Parameters_noInstant;
            case CHOICE -> text.isEmpty() || parameter.choices().contains(text) ? null
                : Messages.Parameters_noChoice;
            case TEXT, ITEM, LOCATION, FLAG -> null;
        };
        return Optional.ofNullable(sentence).map(found -> Messages.bind(found, parameter.label(), text));
    }

    private String given(ReportParameter parameter) {
        String text = answer(parameter.name()).strip();
        // "now" is what an instant means that nobody gave
        return parameter.type() == ReportParameter.Type.AS_OF && text.equalsIgnoreCase(NOW) ? "" : text; //$NON-NLS-1$
    }

    /** The answers for the report: those that were given. */
    Map<String, String> arguments() {
        Map<String, String> arguments = new LinkedHashMap<>();
        for (ReportParameter parameter : report.parameters()) {
            String text = given(parameter);
            if (!text.isEmpty()) {
                arguments.put(parameter.name(), text);
            }
        }
        return arguments;
    }

}
