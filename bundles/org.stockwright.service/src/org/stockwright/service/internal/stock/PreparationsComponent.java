package org.stockwright.service.internal.stock;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.ActionKeys;
import org.stockwright.documents.spi.Flow;
import org.stockwright.ledger.spi.OrderCosts;
import org.stockwright.persistence.Transaction;
import org.stockwright.security.spi.Guarded;
import org.stockwright.service.Batch;
import org.stockwright.service.Batch.UnitState;
import org.stockwright.service.Performer;
import org.stockwright.service.Preparations;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Stage;
import org.stockwright.service.Template;
import org.stockwright.service.spi.StageAutomation;

/** Prepares stored units in batches. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.service.Preparations")
public final class PreparationsComponent implements Preparations, Guarded {

    /** So many units are given to automation at once. */
    private static final int PART = 50;
    private static final int LONGEST_REASON = 200;
    private static final int MINUTES = 60;

    private final WorkDesk desk;
    private final StageRunner runner;
    private final List<OrderCosts> costs;

    /** Lives as long as the open book. */
    @Activate
    public PreparationsComponent(@Reference WorkDesk desk, @Reference StageRunner runner,
        @Reference(policyOption = ReferencePolicyOption.GREEDY) List<OrderCosts> costs) {
        this.desk = desk;
        this.runner = runner;
        this.costs = List.copyOf(costs);
    }

    @Override
    public Outcome<Batch> plan(Plan plan) {
        List<Refusal> refusals = new ArrayList<>(Planning.check(plan));
        ActionKeys.bad(plan.key()).ifPresent(refusals::add);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        return desk.terms().then(terms -> {
            Outcome<Template> template = desk.inUse(plan.template(), terms.day(desk.now()));
            return desk.stockWork().write(step -> {
                Planning planning = new Planning(desk.book(), step, terms, plan);
                Optional<Outcome<Document>> known = planning.known();
                if (known.isPresent()) {
                    return known.get().map(Document::id);
                }
                return template.isDone() ? planning.run(template.value()) : Outcome.refused(template.refusals());
            });
        }).then(this::read);
    }

    private Outcome<Batch> read(DocumentId id) {
        return get(id).map(Outcome::done).orElseGet(() -> unknown(id));
    }

    private static <T> Outcome<T> unknown(DocumentId id) {
        return Outcome.refused(Refusal.of(ServiceRefusal.UNKNOWN_BATCH, id.value())
            .hint("Look for it among the service preparations."));
    }

    @Override
    public Outcome<Batch> begin(DocumentId document, Progress progress) {
        Outcome<Turned> begun = desk.work().write(transaction -> turn(transaction, document, Batch.State.IN_WORK,
            Set.of(Batch.State.PLANNED), "begun", ""));
        return begun.map(Turned::batch)
            .then(batch -> batch.state() == Batch.State.IN_WORK ? runAll(batch, progress) : Outcome.done(batch))
            .then(batch -> read(document));
    }

    /** A batch after its turn, and whether it was in that state before. */
    private record Turned(Batch batch, boolean before) {
    }

    /** A batch comes into a state, unless it is in it. */
    private Outcome<Turned> turn(Transaction transaction, DocumentId id, Batch.State to, Set<Batch.State> from,
        String action, String detail) throws SQLException {
        Optional<Document> locked = desk.book().lock(transaction, id);
        Optional<Batch> batch = new BatchRows(transaction).get(id);
        if (locked.isEmpty() || batch.isEmpty()) {
            return unknown(id);
        }
        if (batch.get().state() == to) {
            return Outcome.done(new Turned(batch.get(), true));
        }
        if (!from.contains(batch.get().state())) {
            return Outcome.refused(Refusal.of(DocumentRefusal.NOT_IN_THIS_STATE, batch.get().number(),
                batch.get().state(), action).hint("Plan another batch."));
        }
        desk.book().state(transaction, id, to.name(), action, detail);
        return Outcome.done(new Turned(new BatchRows(transaction).get(id).orElseThrow(), false));
    }

    private Outcome<Template> version(Batch batch) {
        return desk.version(batch.template(), batch.version());
    }

    private Outcome<Batch> runAll(Batch batch, Progress progress) {
        Outcome<Template> template = version(batch);
        if (!template.isDone()) {
            return Outcome.refused(template.refusals());
        }
        progress.begin("Preparing " + batch.number(), (long) batch.units() * batch.stages());
        for (int number = 1; number <= batch.stages(); number++) {
            Stage stage = template.value().stages().get(number - 1);
            if (StageRunner.isAutomated(stage)) {
                Outcome<Batch> run = run(batch, number, stage, progress);
                if (!run.isDone()) {
                    return run;
                }
            } else {
                progress.worked(batch.units());
            }
        }
        return Outcome.done(batch);
    }

    /** Runs one stage for all units that have no result of it, part by part. */
    private Outcome<Batch> run(Batch batch, int number, Stage stage, Progress progress) {
        List<Integer> left = desk.work().read(transaction -> left(transaction, batch, number));
        progress.worked(batch.units() - left.size());
        for (int from = 0; from < left.size(); from += PART) {
            progress.check();
            List<Integer> part = left.subList(from, Math.min(left.size(), from + PART));
            List<StageAutomation.Unit> units = desk.work().read(transaction -> units(transaction, batch, number, part));
            Outcome<List<StageAutomation.Result>> results = runner.run(stage, units);
            if (!results.isDone()) {
                return Outcome.refused(results.refusals().stream().map(refusal -> ofUnit(refusal, part)).toList());
            }
            Outcome<Batch> kept = desk.work()
                .write(transaction -> keep(transaction, batch, number, part, results.value()));
            if (!kept.isDone()) {
                return kept;
            }
            progress.worked(part.size());
        }
        return Outcome.done(batch);
    }

    /** What is refused of a part is told of the unit: automation counts those that it was given. */
    private static Refusal ofUnit(Refusal refusal, List<Integer> part) {
        Refusal.Place place = refusal.place();
        return place.line() < 1 || place.line() > part.size() ? refusal
            : refusal.at(new Refusal.Place(place.source(), part.get((int) place.line() - 1), place.column()));
    }

    private static List<Integer> left(Transaction transaction, Batch batch, int stage) throws SQLException {
        Set<Integer> done = new ResultRows(transaction).done(batch.document(), stage);
        return batch.each().stream().map(Batch.Unit::number).filter(unit -> !done.contains(unit)).toList();
    }

    private static List<StageAutomation.Unit> units(Transaction transaction, Batch batch, int stage, List<Integer> part)
        throws SQLException {
        ResultRows results = new ResultRows(transaction);
        Map<String, String> common = results.data(batch.document(), 0);
        List<StageAutomation.Unit> units = new ArrayList<>();
        for (int unit : part) {
            Map<String, String> data = new HashMap<>(common);
            data.putAll(results.data(batch.document(), unit));
            units.add(new StageAutomation.Unit(batch.number() + ":" + unit + ":" + stage, data, Optional.empty()));
        }
        return units;
    }

    private Outcome<Batch> keep(Transaction transaction, Batch batch, int stage, List<Integer> part,
        List<StageAutomation.Result> results) throws SQLException {
        // nobody else keeps results, finishes or cancels meanwhile
        Optional<Document> locked = desk.book().lock(transaction, batch.document());
        if (locked.filter(one -> one.state().equals(Batch.State.IN_WORK.name())).isEmpty()) {
            return Outcome.refused(Refusal.of(DocumentRefusal.NOT_IN_THIS_STATE, batch.number(),
                locked.map(Document::state).orElse(""), "worked on")
                .hint("It was finished or cancelled meanwhile: look at it again."));
        }
        ResultRows rows = new ResultRows(transaction);
        Set<Integer> done = rows.done(batch.document(), stage);
        for (int i = 0; i < part.size(); i++) {
            if (!done.contains(part.get(i))) {
                Outcome<ResultRows.Of> kept = rows.add(desk.book(),
                    new ResultRows.Of(batch.document(), part.get(i), stage), results.get(i));
                if (!kept.isDone()) {
                    Refusal.Place unit = Refusal.Place.line(part.get(i));
                    return Outcome.refused(kept.refusals().stream().map(refusal -> refusal.at(unit)).toList());
                }
            }
        }
        return Outcome.done(batch);
    }

    @Override
    public Outcome<Batch> finish(Finish finish) {
        Optional<Refusal> bad = ActionKeys.bad(finish.key());
        if (bad.isPresent()) {
            return Outcome.refused(bad.get());
        }
        Optional<Batch> batch = get(finish.document());
        if (batch.isEmpty()) {
            return unknown(finish.document());
        }
        return desk.terms().then(terms -> version(batch.get()).then(template -> desk.stockWork()
            .write(step -> new Finishing(desk.book(), step, terms, costs, finish).run(batch.get(), template))))
            .then(this::read);
    }

    @Override
    public Outcome<Batch> cancel(DocumentId document, String reason) {
        if (reason.isBlank()) {
            return Outcome.refused(Refusal.of(ServiceRefusal.REASON_MISSING).hint("Say why nobody wants the batch."));
        }
        if (!ResultRows.fits(reason, LONGEST_REASON)) {
            return Outcome.refused(ResultRows.unfit("reason", LONGEST_REASON));
        }
        return desk.work().write(transaction -> {
            Outcome<Turned> turned = turn(transaction, document, Batch.State.CANCELLED,
                Set.of(Batch.State.PLANNED, Batch.State.IN_WORK), "cancelled", reason);
            if (turned.isDone() && !turned.value().before()) {
                new BatchRows(transaction).all(document, UnitState.MAKING, UnitState.SCRAPPED, reason);
                List<Document> stored = desk.book().read(transaction, List.of(document));
                desk.book().flow(transaction, List.of(new Flow(stored.getFirst().lines().getFirst().id(),
                    Step.CANCELLED, BigDecimal.valueOf(turned.value().batch().units()), Optional.empty(),
                    transaction.now())));
            }
            return turned;
        }).then(batch -> read(document));
    }

    @Override
    public Optional<Batch> get(DocumentId document) {
        return desk.work().read(transaction -> new BatchRows(transaction).get(document));
    }

    @Override
    public List<Batch> list(Optional<String> template, boolean openOnly, int limit) {
        return desk.work().read(transaction -> new BatchRows(transaction).list(template, openOnly, limit));
    }

    @Override
    public Outcome<QuietTime> quietTime(String template, int units) {
        return desk.terms().then(terms -> desk.inUse(template, terms.day(desk.now())).then(version -> {
            BigDecimal minutes = version.pushed().stream().filter(stage -> stage.performer() != Performer.AUTOMATION)
                .map(Stage::minutes).reduce(BigDecimal.ZERO, BigDecimal::add).multiply(BigDecimal.valueOf(units));
            BigDecimal hours = minutes.divide(BigDecimal.valueOf(MINUTES), 0, RoundingMode.CEILING).max(BigDecimal.ONE);
            if (hours.compareTo(BigDecimal.valueOf(QuietHours.AHEAD)) > 0) {
                return Outcome
                    .refused(Refusal.of(ServiceRefusal.BATCH_TOO_LONG, hours.toPlainString(), QuietHours.AHEAD)
                        .hint("Prepare fewer units at once."));
            }
            Instant now = desk.now();
            List<Instant> arrived = desk.work().read(transaction -> arrived(transaction, template,
                now.minus(Duration.ofDays(QuietTime.WEEKS * 7L))));
            return new QuietHours(terms.zone(), arrived).next(now, hours.intValueExact()).map(Outcome::done)
                .orElseThrow();
        }));
    }

    private static List<Instant> arrived(Transaction transaction, String template, Instant since) throws SQLException {
        List<Instant> result = new ArrayList<>();
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT arrived_at FROM service_case WHERE template_code = ? AND arrived_at >= ?")) {
            select.setString(1, template);
            select.setLong(2, Micros.of(since));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(Micros.toInstant(row.getLong(1)));
                }
            }
        }
        return result;
    }

}
