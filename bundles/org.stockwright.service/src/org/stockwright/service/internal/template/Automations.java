package org.stockwright.service.internal.template;

import java.util.ArrayList;
import java.util.List;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Stage;
import org.stockwright.service.Template;
import org.stockwright.service.internal.InstalledAutomations;
import org.stockwright.service.spi.StageAutomation;

/** Whether what is installed can do the stages that nobody does; stages are lines from 1. */
final class Automations {

    private final InstalledAutomations installed;

    Automations(InstalledAutomations installed) {
        this.installed = installed;
    }

    /** Asks the automations what they can do: outside of any transaction, they may ask the store themselves. */
    List<Refusal> check(Template template) {
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < template.stages().size(); i++) {
            int line = i + 1;
            Stage stage = template.stages().get(i);
            stage.automation().stream().flatMap(automation -> check(stage, automation).stream())
                .forEach(refusal -> refusals.add(refusal.at(Place.field(line, "automation"))));
        }
        return refusals;
    }

    private List<Refusal> check(Stage stage, Stage.Automation automation) {
        Outcome<StageAutomation> found = installed.find(stage.code(), automation.kind());
        if (!found.isDone()) {
            return found.refusals();
        }
        Outcome<Boolean> knows = installed.ask(found.value(), one -> knows(one, automation.code()));
        if (!knows.isDone()) {
            // it is named, and what it was asked for is not taken
            return knows.refusals().stream().map(refusal -> Refusal
                .of(ServiceRefusal.AUTOMATION_SILENT, automation.kind(), refusal.sentence()).hint(refusal.hint()))
                .toList();
        }
        return knows.value() ? List.of()
            : List.of(Refusal.of(ServiceRefusal.UNKNOWN_AUTOMATION_CODE, stage.code(), automation.kind(),
                automation.code()).hint("Make and approve it first, or name one that is in use."));
    }

    private static boolean knows(StageAutomation one, String code) {
        return one.choices().stream().anyMatch(choice -> choice.code().equals(code));
    }

}
