package org.stockwright.service.ui.internal.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.stockwright.ledger.ui.Zones;
import org.stockwright.service.DecisionTable.Input;
import org.stockwright.service.DecisionTables;
import org.stockwright.service.LetterField;
import org.stockwright.service.LetterTemplates;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.ServiceCase.CaseStage;
import org.stockwright.service.Stage.Automation;
import org.stockwright.ui.Services;

/** What a customer's form asks for: what automated stages behind it need and nobody knows yet. */
@SuppressWarnings("nls")
final class FormFields {

    private static final int MOST = 20;

    private FormFields() {
    }

    /** The names that the form of a stage asks for; called in a job. */
    static List<String> of(ServiceCase its, CaseStage stage) {
        Set<String> names = new LinkedHashSet<>();
        for (CaseStage later : its.stages()) {
            if (later.number() > stage.number()) {
                later.stage().automation().ifPresent(one -> names.addAll(needed(one)));
            }
        }
        names.removeAll(its.data().keySet());
        return new ArrayList<>(names).subList(0, Math.min(MOST, names.size()));
    }

    private static List<String> needed(Automation automation) {
        LocalDate today = LocalDate.now(Zones.current());
        return switch (automation.kind()) {
            case "letter" -> Services.find(FormFields.class, LetterTemplates.class)
                .flatMap(letters -> letters.on(automation.code(), today)).stream()
                .flatMap(letter -> letter.fields().stream()).filter(field -> !field.isTable()).map(LetterField::name)
                .toList();
            case "decision" -> Services.find(FormFields.class, DecisionTables.class)
                .flatMap(tables -> tables.on(automation.code(), today)).stream()
                .flatMap(table -> table.inputs().stream()).map(Input::name).toList();
            default -> List.of();
        };
    }

}
