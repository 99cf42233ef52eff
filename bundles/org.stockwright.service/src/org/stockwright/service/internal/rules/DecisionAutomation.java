package org.stockwright.service.internal.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Sha256;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.service.Decisions.Decision;
import org.stockwright.service.internal.ServiceDays;
import org.stockwright.service.internal.rules.Deciding.Case;
import org.stockwright.service.internal.versions.Head;
import org.stockwright.service.internal.versions.Versions;
import org.stockwright.service.internal.versions.Versions.Kind;
import org.stockwright.service.spi.StageAutomation;

/** Stages that decide by a table. Each unit's decision is kept; outcomes are known to later stages by the outputs' names. */
@Component
public final class DecisionAutomation implements StageAutomation {

    private static final String PREFIX = "stage:";

    private final UnitOfWork work;
    private final StockWork races;
    private final ServiceDays days;
    private final Deciding deciding;

    /** Lives as long as the open book. */
    @Activate
    public DecisionAutomation(@Reference UnitOfWork work, @Reference StockWork races,
        @Reference CompanyProfiles profiles) {
        this.work = work;
        this.races = races;
        this.days = new ServiceDays(profiles);
        this.deciding = new Deciding(days);
    }

    @Override
    public String kind() {
        return "decision";
    }

    @Override
    public String title() {
        return "Decision table";
    }

    @Override
    public List<Choice> choices() {
        return work.read(transaction -> new Versions(transaction, Kind.DECISION).all().stream()
            .filter(head -> head.holds(days.of(transaction.now()))).map(DecisionAutomation::choice).toList());
    }

    private static Choice choice(Head head) {
        return new Choice(head.code(), head.name());
    }

    @Override
    public Outcome<List<Result>> run(String code, List<Unit> units) {
        List<Case> cases = units.stream().map(unit -> new Case(key(unit.key()), unit.data())).toList();
        return races.write(step -> {
            step.transaction().changes(Topic.DOCUMENTS);
            List<Outcome<Decision>> decided = deciding.decide(step.transaction(), code, cases);
            List<Result> results = new ArrayList<>();
            List<Refusal> refusals = new ArrayList<>();
            for (int i = 0; i < decided.size(); i++) {
                Refusal.Place line = Refusal.Place.line(i + 1L);
                decided.get(i).refusals().forEach(refusal -> refusals.add(refusal.at(line)));
                if (decided.get(i).isDone()) {
                    results.add(result(decided.get(i).value()));
                }
            }
            return refusals.isEmpty() ? Outcome.done(results) : Outcome.refused(refusals);
        });
    }

    private static String key(String unit) {
        return PREFIX + (PREFIX.length() + unit.length() <= Deciding.LONGEST_KEY ? unit : Sha256.of(unit));
    }

    private static Result result(Decision decision) {
        Map<String, String> data = new LinkedHashMap<>();
        for (int i = 0; i < decision.outputs().size(); i++) {
            int output = i;
            data.put(decision.outputs().get(i),
                String.join(", ", decision.outcomes().stream().map(one -> one.get(output)).toList()));
        }
        return new Result(decision.sentence() + ": " + String.join("; ", decision.reasons()), data, List.of());
    }

}
