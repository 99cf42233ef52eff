package org.stockwright.reporting.ui.internal;

import java.util.Map;

import org.stockwright.company.SavedTexts;
import org.stockwright.company.SavedTexts.Saved;

/** What the user answered to a report the last time, kept in the book. Not called on the user interface's thread. */
@SuppressWarnings("nls")
final class LastAnswers {

    private static final String KIND = "report";

    private LastAnswers() {
    }

    static Map<String, String> find(SavedTexts texts, String report) {
        return texts.find(KIND, report).map(Saved::content).map(Answers::parse).orElse(Map.of());
    }

    static void keep(SavedTexts texts, String report, Map<String, String> answers) {
        texts.save(KIND, new Saved(report, false, Answers.text(answers)));
    }

}
