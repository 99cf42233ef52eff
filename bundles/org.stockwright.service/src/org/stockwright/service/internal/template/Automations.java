package org.stockwright.service.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Stage;
import org.stockwright.service.Template;
import org.stockwright.service.spi.StageAutomation;

/** Whether what is installed can do the stages that nobody does; stages are lines from 1. */
final class Automations {

    private static final Logger LOG = LoggerFactory.getLogger(Automations.class);

    private final List<StageAutomation> installed;

    Automations(List<StageAutomation> installed) {
        this.installed = List.copyOf(installed);
    }

    /** Asks the automations what they can do: outside of any transaction, they may ask the store themselves. */
    List<Refusal> check(Template template) {
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < template.stages().size(); i++) {
            int line = i + 1;
            Stage stage = template.stages().get(i);
            stage.automation().flatMap(automation -> check(stage, automation))
                .ifPresent(refusal -> refusals.add(refusal.at(Place.field(line, "automation"))));
        }
        return refusals;
    }

    private Optional<Refusal> check(Stage stage, Stage.Automation automation) {
        List<StageAutomation> found = installed.stream().filter(one -> one.kind().equals(automation.kind())).toList();
        if (found.isEmpty()) {
            String kinds = installed.stream().map(StageAutomation::kind).sorted().collect(Collectors.joining(", "));
            return Optional.of(Refusal.of(ServiceRefusal.UNKNOWN_AUTOMATION, stage.code(), automation.kind())
                .hint(kinds.isEmpty() ? "Install what does it, or let somebody do the stage."
                    : "There are: " + kinds + "."));
        }
        try {
            return found.stream().flatMap(one -> one.choices().stream())
                .anyMatch(choice -> choice.code().equals(automation.code()))
                    ? Optional.empty()
                    : Optional.of(Refusal.of(ServiceRefusal.UNKNOWN_AUTOMATION_CODE, stage.code(), automation.kind(),
                        automation.code()).hint("Make and approve it first, or name one that is in use."));
        } catch (RuntimeException e) {
            // a partner's part: it is named, and what it was asked for is not taken
            LOG.warn("{} does not say what it can do", automation.kind(), e);
            return Optional.of(Refusal.of(ServiceRefusal.AUTOMATION_SILENT, automation.kind(), e.toString())
                .hint("Try again, or tell whoever made it."));
        }
    }

}
