package org.stockwright.service.internal.scores;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.ledger.spi.OrderCosts;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.internal.ServiceDays;
import org.stockwright.service.internal.scores.ScoreRows.Newest;
import org.stockwright.service.internal.scores.Scoring.Basis;
import org.stockwright.service.internal.scores.Scoring.Done;
import org.stockwright.service.internal.scores.Scoring.Task;
import org.stockwright.service.internal.versions.Versions;
import org.stockwright.service.internal.versions.Versions.Kind;
import org.stockwright.service.spi.StageAutomation;

/**
 * Stages that score. A unit whose data name a {@value #CLIENT} (or {@value #CUSTOMER}, as those of a case do) takes that client's
 * fresh score, which is computed and kept when there is none; any other, and one of whose client too little is known, is scored by
 * its data and nothing is kept. Later stages know the score as
 * {@value #SCORE} and by the model's code in small letters.
 */
@Component
public final class ScoreAutomation implements StageAutomation {

    /** The name of the data with the client's code. */
    static final String CLIENT = "client";
    /** Another name of the same. */
    static final String CUSTOMER = "customer";
    /** The name under which later stages know the score. */
    static final String SCORE = "score";

    private final UnitOfWork work;
    private final StockWork stock;
    private final ServiceDays days;
    private final Scoring scoring;

    /** Lives as long as the open book. */
    @Activate
    public ScoreAutomation(@Reference UnitOfWork work, @Reference StockWork stock,
        @Reference CompanyProfiles profiles,
        @Reference(policyOption = ReferencePolicyOption.GREEDY) List<OrderCosts> costs) {
        this.work = work;
        this.stock = stock;
        this.days = new ServiceDays(profiles);
        this.scoring = new Scoring(profiles, costs);
    }

    @Override
    public String kind() {
        return SCORE;
    }

    @Override
    public String title() {
        return "Score";
    }

    @Override
    public List<Choice> choices() {
        return work.read(transaction -> new Versions(transaction, Kind.SCORE).all().stream()
            .filter(head -> head.holds(days.of(transaction.now()))).map(head -> new Choice(head.code(), head.name()))
            .toList());
    }

    @Override
    public Outcome<List<Result>> run(String code, List<Unit> units) {
        return stock.write(step -> run(step, code, units));
    }

    private Outcome<List<Result>> run(StockStep step, String code, List<Unit> units) throws SQLException {
        Outcome<Basis> basis = scoring.today(step.transaction(), code);
        if (!basis.isDone()) {
            return Outcome.refused(basis.refusals());
        }
        List<String> names = units.stream().map(ScoreAutomation::client).toList();
        Map<String, Long> clients = new ProfileRows(step.transaction())
            .partners(names.stream().filter(name -> !name.isEmpty()).toList());
        Map<Long, Newest> newest = new HashMap<>();
        Map<String, Refusal> refused = new HashMap<>();
        if (!clients.isEmpty()) {
            step.transaction().changes(Topic.STOCK);
            Outcome<Done> done = scoring.run(step, code, new TreeSet<>(clients.values()), Task.STALE);
            if (!done.isDone()) {
                return Outcome.refused(done.refusals());
            }
            newest.putAll(done.value().newest());
            done.value().refusals().forEach(refusal -> refused.putIfAbsent(refusal.place().source(), refusal));
        }
        List<Result> results = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            Outcome<Result> result = names.get(i).isEmpty() ? byData(basis.value(), units.get(i))
                : ofClient(code, names.get(i), clients, newest, refused);
            if (refused.containsKey(names.get(i))) {
                // what is not known of the client may stand in the data
                Outcome<Result> byData = byData(basis.value(), units.get(i));
                result = byData.isDone() ? byData : result;
            }
            Place line = Place.line(i + 1L);
            result.refusals().forEach(refusal -> refusals.add(refusal.at(line)));
            if (result.isDone()) {
                results.add(result.value());
            }
        }
        return refusals.isEmpty() ? Outcome.done(results) : Outcome.refused(refusals);
    }

    private static String client(Unit unit) {
        return unit.data().getOrDefault(CLIENT, unit.data().getOrDefault(CUSTOMER, "")).strip();
    }

    private static Outcome<Result> byData(Basis basis, Unit unit) {
        return basis.formula().points(basis.formula().inputs(unit.data()), unit.key())
            .map(points -> result(basis.head().code(), points, "version " + basis.head().version()));
    }

    private static Outcome<Result> ofClient(String code, String name, Map<String, Long> clients,
        Map<Long, Newest> newest, Map<String, Refusal> refused) {
        Long client = clients.get(name);
        if (client == null) {
            return Outcome.refused(Refusal.of(ServiceRefusal.UNKNOWN_CLIENT, name)
                .hint("Enter him as a partner first."));
        }
        if (refused.containsKey(name)) {
            return Outcome.refused(refused.get(name));
        }
        Newest score = newest.get(client);
        return Outcome.done(result(code, score.points(), "version " + score.version() + ", of " + name
            + ", can be used until " + score.lastDay()));
    }

    private static Result result(String code, BigDecimal points, String detail) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put(SCORE, points.toPlainString());
        data.put(code.toLowerCase(Locale.ROOT).replace('-', '_'), points.toPlainString());
        return new Result("Score " + points.toPlainString() + " by " + code + " " + detail, data, List.of());
    }

}
