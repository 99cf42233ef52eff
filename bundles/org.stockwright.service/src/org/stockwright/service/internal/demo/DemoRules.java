package org.stockwright.service.internal.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.service.DecisionTable;
import org.stockwright.service.DecisionTable.HitPolicy;
import org.stockwright.service.DecisionTable.Input;
import org.stockwright.service.DecisionTable.Output;
import org.stockwright.service.DecisionTable.Rule;
import org.stockwright.service.DecisionTable.Sample;
import org.stockwright.service.DecisionTable.Type;
import org.stockwright.service.DecisionTables;
import org.stockwright.service.Template.State;

/** The rules by which the demo company's workshop decides warranty claims. */
final class DemoRules {

    /** The code of the table. */
    static final String WARRANTY = "WARRANTY";

    private final DemoDesk desk;

    DemoRules(DemoDesk desk) {
        this.desk = desk;
    }

    void install() {
        DecisionTables tables = desk.service(DecisionTables.class);
        DecisionTable draft = tables
            .save(new DecisionTable(WARRANTY, 0, "Warranty claims", State.DRAFT, HitPolicy.FIRST,
                desk.day(0), Optional.empty(),
                List.of(new Input("months", Type.NUMBER, List.of()), new Input("proof", Type.YES_NO, List.of()),
                    new Input("damage", Type.TEXT, List.of("material", "use", "unknown"))),
                List.of(new Output("decision", Type.TEXT, List.of("accept", "inspect", "decline"))),
                List.of(rule("> 24", "-", "-", "decline", "The warranty ends after two years"),
                    rule("-", "no", "-", "inspect", "Without proof of purchase the serial number decides"),
                    rule("-", "-", "material", "accept", "Faults of material are ours"),
                    rule("-", "-", "use", "decline", "Wear and misuse are not covered"),
                    rule("-", "-", "-", "inspect", "The workshop finds out")),
                List.of(sample("young, faulty material", "8", "yes", "material", "accept"),
                    sample("too old", "25", "yes", "material", "decline"),
                    sample("on the last day", "24", "yes", "material", "accept"),
                    sample("no proof", "3", "no", "material", "inspect"))))
            .value();
        tables.approve(WARRANTY, draft.version()).value();
    }

    private static Rule rule(String months, String proof, String damage, String decision, String note) {
        return new Rule(List.of(months, proof, damage), List.of(decision), note);
    }

    private static Sample sample(String name, String months, String proof, String damage, String decision) {
        return new Sample(name, Map.of("months", months, "proof", proof, "damage", damage),
            List.of(List.of(decision)));
    }

}
