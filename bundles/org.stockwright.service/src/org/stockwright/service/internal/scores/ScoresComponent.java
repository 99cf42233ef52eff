package org.stockwright.service.internal.scores;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.spi.OrderCosts;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Sessions;
import org.stockwright.security.spi.Guarded;
import org.stockwright.service.ScoreModel;
import org.stockwright.service.Scores;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.internal.ServiceDays;
import org.stockwright.service.internal.scores.ScoreRows.Newest;
import org.stockwright.service.internal.scores.Scoring.Basis;
import org.stockwright.service.internal.scores.Scoring.Done;
import org.stockwright.service.internal.scores.Scoring.Task;
import org.stockwright.service.internal.versions.Head;
import org.stockwright.service.internal.versions.Versions;
import org.stockwright.service.internal.versions.Versions.Kind;

/** Keeps the versions of models and the scores that are computed by them. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.service.Scores")
public final class ScoresComponent implements Scores, Guarded {

    private static final int PART = 500;
    private static final int MOST_TOLD = 1_000;
    private static final int MOST_DECIMALS = 9;
    private static final int MOST_DAYS = 3_650;
    private static final int DIGITS = 18;

    private final UnitOfWork work;
    private final StockWork stock;
    private final Items items;
    private final Locations places;
    private final Sessions sessions;
    private final ServiceDays days;
    private final Scoring scoring;

    /** Lives as long as the open book. */
    @Activate
    public ScoresComponent(@Reference UnitOfWork work, @Reference StockWork stock, @Reference Items items,
        @Reference Locations places, @Reference Sessions sessions, @Reference CompanyProfiles profiles,
        @Reference(policyOption = ReferencePolicyOption.GREEDY) List<OrderCosts> costs) {
        this.work = work;
        this.stock = stock;
        this.items = items;
        this.places = places;
        this.sessions = sessions;
        this.days = new ServiceDays(profiles);
        this.scoring = new Scoring(profiles, costs);
    }

    private static Versions versions(Transaction transaction) {
        return new Versions(transaction, Kind.SCORE);
    }

    @Override
    public List<ScoreModel> models() {
        return work.read(transaction -> new ModelRows(transaction).read(versions(transaction).all()));
    }

    @Override
    public Optional<ScoreModel> on(String code, LocalDate day) {
        return work.read(transaction -> new ModelRows(transaction)
            .read(versions(transaction).on(code, day).stream().toList()).stream().findFirst());
    }

    @Override
    public Outcome<ScoreModel> save(ScoreModel draft) {
        Head head = Head.draft(draft.code(), draft.version(), draft.name(), draft.from(), draft.until());
        List<Refusal> refusals = new ArrayList<>(Versions.check(head));
        refusals.addAll(check(draft));
        Formula.of(draft, work.read(Scoring::fields)).refusals()
            .forEach(refusal -> refusals.add(refusal.at(Place.field(0, "formula"))));
        return refusals.isEmpty() ? write(transaction -> {
            ModelRows rows = new ModelRows(transaction);
            Outcome<Head> made = versions(transaction).save(head, rows::delete);
            if (made.isDone()) {
                rows.insert(made.value().id(), draft);
            }
            return made;
        }) : Outcome.refused(refusals);
    }

    private List<Refusal> check(ScoreModel draft) {
        List<Refusal> refusals = new ArrayList<>();
        if (draft.decimals() < 0 || draft.decimals() > MOST_DECIMALS) {
            refusals.add(Refusal.of(ServiceRefusal.BAD_DECIMALS, MOST_DECIMALS)
                .hint("Write 0 for whole numbers.").at(Place.field(0, "decimals")));
        }
        if (draft.validityDays() < 1 || draft.validityDays() > MOST_DAYS) {
            refusals.add(Refusal.of(ServiceRefusal.BAD_VALIDITY, MOST_DAYS)
                .hint("Write 1 when it can be used until the next day.").at(Place.field(0, "validity_days")));
        }
        BigDecimal cost = ModelRows.plain(draft.cost());
        if (cost.signum() < 0) {
            refusals.add(Refusal.of(ServiceRefusal.NEGATIVE, cost.toPlainString())
                .hint("Write 0 when it costs nothing.").at(Place.field(0, "cost")));
        } else if (cost.scale() > MOST_DECIMALS || (long) cost.precision() - cost.scale() > DIGITS) {
            refusals.add(Refusal.of(ServiceRefusal.DOES_NOT_FIT, cost, DIGITS, MOST_DECIMALS).hint("Round it.")
                .at(Place.field(0, "cost")));
        }
        if (draft.item().isPresent() && draft.place().flatMap(places::get).filter(place -> place.kind().isKept())
            .isEmpty()) {
            refusals.add(Refusal.of(ServiceRefusal.NO_SCORE_PLACE)
                .hint("Name a place of ours that keeps stock.").at(Place.field(0, "place")));
        }
        draft.item().ifPresent(id -> {
            Optional<Item> item = items.get(id);
            String wrong = item.isEmpty() ? "there is no such item"
                : item.get().tracking() != Tracking.LOT ? "it is not tracked by lot" : "";
            if (!wrong.isEmpty()) {
                refusals
                    .add(Refusal.of(ServiceRefusal.BAD_SCORE_ITEM, item.map(Item::code).orElse(id.toString()), wrong)
                        .hint("Make an item of its own for it, tracked by lot.").at(Place.field(0, "item")));
            }
        });
        return refusals;
    }

    /** Something that is done to a version. */
    @FunctionalInterface
    private interface Change {

        Outcome<Head> in(Transaction transaction) throws SQLException;

    }

    private Outcome<ScoreModel> write(Change change) {
        return work.write(transaction -> {
            versions(transaction).lock();
            Outcome<Head> done = change.in(transaction);
            transaction.changes(Topic.SETTINGS);
            return done.isDone() ? Outcome.done(new ModelRows(transaction).read(done.value()))
                : Outcome.refused(done.refusals());
        });
    }

    @Override
    public Outcome<ScoreModel> discard(String code, int version) {
        return work.write(transaction -> {
            versions(transaction).lock();
            ModelRows rows = new ModelRows(transaction);
            Outcome<Head> draft = versions(transaction).draft(code, version);
            if (!draft.isDone()) {
                return Outcome.refused(draft.refusals());
            }
            ScoreModel model = rows.read(draft.value());
            transaction.changes(Topic.SETTINGS);
            return versions(transaction).discard(code, version, rows::delete).map(head -> model);
        });
    }

    @Override
    public Outcome<ScoreModel> approve(String code, int version) {
        boolean alone = !sessions.hasUsers();
        return write(transaction -> versions(transaction).approve(code, version, alone));
    }

    @Override
    public Outcome<ScoreModel> retire(String code, int version, LocalDate last) {
        return write(transaction -> versions(transaction).retire(code, version, last));
    }

    @Override
    public Outcome<BigDecimal> tryOut(ScoreModel model, Map<String, String> values) {
        List<Refusal> refusals = check(model);
        return refusals.isEmpty()
            ? Formula.of(model, work.read(Scoring::fields))
                .then(formula -> formula.points(formula.inputs(values), "these values"))
            : Outcome.refused(refusals);
    }

    @Override
    public Optional<Score> of(String model, PartnerId client) {
        return work.read(transaction -> {
            Newest newest = new ScoreRows(transaction).newest(model, List.of(client.value())).get(client.value());
            if (newest == null) {
                return Optional.empty();
            }
            SortedMap<String, String> values = new ProfileRows(transaction).values(List.of(client.value()))
                .getOrDefault(client.value(), new TreeMap<>());
            return Optional.of(new Score(model, newest.version(), client, newest.inputs(), newest.points(),
                newest.computed(), newest.by(), newest.lastDay(), newest.lot(), Scoring.freshness(newest,
                    basis(transaction, model), values, days.of(transaction.now()))));
        });
    }

    private Optional<Basis> basis(Transaction transaction, String model) throws SQLException {
        Outcome<Basis> basis = scoring.today(transaction, model);
        return basis.isDone() ? Optional.of(basis.value()) : Optional.empty();
    }

    @Override
    public List<Supply> supply() {
        return work.read(transaction -> {
            List<Supply> result = new ArrayList<>();
            LocalDate day = days.of(transaction.now());
            for (Head head : versions(transaction).all()) {
                Optional<Basis> basis = head.holds(day) ? basis(transaction, head.code()) : Optional.empty();
                if (basis.isPresent()) {
                    result.add(supply(transaction, basis.get()));
                }
            }
            return result;
        });
    }

    private Supply supply(Transaction transaction, Basis basis) throws SQLException {
        ScoreModel model = basis.model();
        ProfileRows profiles = new ProfileRows(transaction);
        Map<Freshness, Long> counts = new EnumMap<>(Freshness.class);
        long clients = 0;
        long scored = 0;
        long behind = Long.MIN_VALUE;
        List<Long> page = profiles.clients(behind, PART);
        while (!page.isEmpty()) {
            clients += page.size();
            Map<Long, Freshness> some = scoring.freshness(transaction, model.code(), page, Optional.of(basis));
            some.values().forEach(one -> counts.merge(one, 1L, Long::sum));
            scored += some.size();
            page = profiles.clients(page.getLast(), PART);
        }
        Optional<BigDecimal> onHand = model.item().isEmpty() ? Optional.empty()
            : Optional.of(new ScoreRows(transaction).onHand(model.item().get(), model.place().orElseThrow()));
        return new Supply(model.code(), model.name(), clients, counts.getOrDefault(Freshness.FRESH, 0L),
            counts.getOrDefault(Freshness.EXPIRED, 0L), counts.getOrDefault(Freshness.PROFILE_CHANGED, 0L),
            counts.getOrDefault(Freshness.MODEL_CHANGED, 0L), clients - scored, onHand);
    }

    @Override
    public Outcome<Recomputed> recompute(String model, boolean all, Progress progress) {
        Outcome<Basis> basis = work.read(transaction -> scoring.today(transaction, model));
        return basis.isDone() ? run(model, all ? Task.ALL : Task.STALE, progress) : Outcome.refused(basis.refusals());
    }

    @Override
    public Outcome<Recomputed> writeOff(String model, Progress progress) {
        boolean known = work.read(transaction -> !versions(transaction).of(model).isEmpty());
        return known ? run(model, Task.WRITE_OFF, progress) : Outcome.refused(Kind.SCORE.unknown(model, 0));
    }

    private Outcome<Recomputed> run(String model, Task task, Progress progress) {
        boolean writesOff = task == Task.WRITE_OFF;
        progress.begin(writesOff ? "Writing off expired scores" : "Computing scores",
            writesOff ? -1 : work.read(transaction -> new ProfileRows(transaction).count()));
        List<Refusal> refusals = new ArrayList<>();
        long clients = 0;
        long computed = 0;
        long kept = 0;
        long refused = 0;
        BigDecimal writtenOff = BigDecimal.ZERO;
        List<Long> part = part(model, task, Long.MIN_VALUE);
        while (!part.isEmpty()) {
            progress.check();
            List<Long> some = part;
            Outcome<Done> done = stock.write(step -> {
                step.transaction().changes(Topic.STOCK);
                return scoring.run(step, model, some, task);
            });
            if (!done.isDone()) {
                return Outcome.refused(done.refusals());
            }
            clients += some.size();
            computed += done.value().computed();
            kept += done.value().kept();
            refused += done.value().refused();
            writtenOff = writtenOff.add(done.value().writtenOff());
            done.value().refusals().stream().limit(MOST_TOLD - (long) refusals.size()).forEach(refusals::add);
            progress.worked(some.size());
            part = part(model, task, some.getLast());
        }
        return Outcome.done(new Recomputed(clients, computed, kept, writtenOff.longValue(), refusals, refused));
    }

    private List<Long> part(String model, Task task, long behind) {
        return work.read(transaction -> task == Task.WRITE_OFF
            ? new ScoreRows(transaction).clients(model, behind, PART)
            : new ProfileRows(transaction).clients(behind, PART));
    }

}
