package org.stockwright.reporting.ui.internal;

import java.util.Map;

import org.stockwright.ui.KeyInput;

/**
 * A report with its answers: what a viewer shows, and what the workbench opens again at the next start.
 *
 * @param id the report
 * @param answers parameter name to text
 */
@SuppressWarnings("nls")
record ReportKey(String id, Map<String, String> answers) {

    private static final String KIND = "report";

    /** The viewer's input. */
    KeyInput input(String title) {
        return new KeyInput(KIND, answers.isEmpty() ? id : id + "?" + Answers.text(answers), title);
    }

    /** What a viewer's input says. */
    static ReportKey of(KeyInput input) {
        int mark = input.key().indexOf('?');
        return mark < 0 ? new ReportKey(input.key(), Map.of())
            : new ReportKey(input.key().substring(0, mark), Answers.parse(input.key().substring(mark + 1)));
    }

}
