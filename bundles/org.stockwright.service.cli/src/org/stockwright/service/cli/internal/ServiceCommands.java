package org.stockwright.service.cli.internal;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.cli.spi.CommandContribution;
import org.stockwright.cli.spi.CommandEntry;
import org.stockwright.cli.spi.CommandEntry.Noun;

/** The commands of service inventory. */
@Component
public final class ServiceCommands implements CommandContribution {

    @Override
    public String title() {
        return "Service inventory";
    }

    @Override
    public List<CommandEntry> commands() {
        return List.of(new Noun("service", "Service inventory: stored work, cases, capacity, letters and decisions.",
            "stockwright service template list --db ./acme",
            List.of(TemplateTasks.noun(), PrepareTasks.noun(), CaseTasks.noun(), CapacityTasks.noun(),
                BookingTasks.noun(), DecideTasks.noun(), ScoreTasks.noun(), LetterTasks.noun())));
    }

}
