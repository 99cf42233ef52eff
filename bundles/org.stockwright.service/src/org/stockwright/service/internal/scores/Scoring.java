package org.stockwright.service.internal.scores;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.spi.OrderCosts;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.ClientProfiles.Field;
import org.stockwright.service.ScoreModel;
import org.stockwright.service.Scores.Freshness;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.internal.ServiceDays;
import org.stockwright.service.internal.scores.ScoreRows.Computed;
import org.stockwright.service.internal.scores.ScoreRows.Newest;
import org.stockwright.service.internal.scores.ScoreRows.Unit;
import org.stockwright.service.internal.versions.Head;
import org.stockwright.service.internal.versions.Versions;
import org.stockwright.service.internal.versions.Versions.Kind;

/** Computes the scores of some clients in one transaction, with the stock that they are. */
final class Scoring {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /** Amounts of the book have so many more decimals than the currency. */
    private static final int MORE_DECIMALS = 2;
    private static final int USUAL_DECIMALS = 2;

    private final ServiceDays days;
    private final CompanyProfiles profiles;
    private final List<OrderCosts> costs;

    /** @param costs whoever values what scores cost; empty when nobody does */
    Scoring(CompanyProfiles profiles, List<OrderCosts> costs) {
        this.days = new ServiceDays(profiles);
        this.profiles = profiles;
        this.costs = List.copyOf(costs);
    }

    /** What is done about scores. */
    enum Task {
        /** Those that are not fresh are computed. */
        STALE,
        /** All are computed. */
        ALL,
        /** None is computed; what has expired is written off. */
        WRITE_OFF
    }

    /**
     * A version that is used.
     *
     * @param head its head
     * @param model what it says
     * @param formula its formula
     */
    record Basis(Head head, ScoreModel model, Formula formula) {
    }

    /** The version that is used today. */
    Outcome<Basis> today(Transaction transaction, String code) throws SQLException {
        LocalDate day = days.of(transaction.now());
        List<Head> heads = new Versions(transaction, Kind.SCORE).of(code);
        if (heads.isEmpty()) {
            return Outcome.refused(Kind.SCORE.unknown(code, 0));
        }
        Optional<Head> head = heads.stream().filter(one -> one.holds(day)).findFirst();
        if (head.isEmpty()) {
            return Outcome.refused(Refusal.of(ServiceRefusal.NO_MODEL_THEN, code, day)
                .hint("Approve a version that holds on that day."));
        }
        ScoreModel model = new ModelRows(transaction).read(head.get());
        return Formula.of(model, fields(transaction)).map(formula -> new Basis(head.get(), model, formula));
    }

    static List<Field> fields(Transaction transaction) throws SQLException {
        return new ProfileRows(transaction).fields().values().stream().map(ProfileRows.Stored::field).toList();
    }

    /** Whether a score can be used on a day. */
    static Freshness freshness(Newest newest, Optional<Basis> basis, Map<String, String> values, LocalDate day) {
        if (basis.filter(one -> one.head().id() == newest.model()).isEmpty()) {
            return Freshness.MODEL_CHANGED;
        }
        if (day.isAfter(newest.lastDay())) {
            return Freshness.EXPIRED;
        }
        return Formula.hash(basis.get().formula().inputs(values)).equals(newest.hash()) ? Freshness.FRESH
            : Freshness.PROFILE_CHANGED;
    }

    /**
     * What was done.
     *
     * @param computed how many scores were computed
     * @param kept how many were fresh
     * @param writtenOff how many units were written off
     * @param refusals of whom no score can be computed, and why
     * @param refused how many these are
     * @param newest the newest scores of all of them, by client
     */
    record Done(int computed, int kept, BigDecimal writtenOff, List<Refusal> refusals, int refused,
        Map<Long, Newest> newest) {
    }

    /** Does it for some clients; one after the other with whoever does the same. */
    Outcome<Done> run(StockStep step, String code, Collection<Long> clients, Task task) throws SQLException {
        Transaction transaction = step.transaction();
        new Versions(transaction, Kind.SCORE).lock();
        Outcome<Basis> basis = today(transaction, code);
        if (!basis.isDone() && task != Task.WRITE_OFF) {
            return Outcome.refused(basis.refusals());
        }
        return new Part(step, code, new TreeSet<>(clients), task, basis.isDone() ? Optional.of(basis.value())
            : Optional.empty()).run();
    }

    /** The clients of one transaction. */
    private final class Part {

        private final StockStep step;
        private final String code;
        private final TreeSet<Long> clients;
        private final Task task;
        private final Optional<Basis> basis;
        private final LocalDate day;
        private final List<Computed> computed = new ArrayList<>();
        private final List<Refusal> refusals = new ArrayList<>();
        private final Map<Unit, Integer> dropped = new LinkedHashMap<>();
        private final Set<Long> writtenOff = new HashSet<>();
        private int kept;
        private int refused;

        Part(StockStep step, String code, TreeSet<Long> clients, Task task, Optional<Basis> basis) {
            this.step = step;
            this.code = code;
            this.clients = clients;
            this.task = task;
            this.basis = basis;
            this.day = days.of(step.transaction().now());
        }

        Outcome<Done> run() throws SQLException {
            ProfileRows profiles = new ProfileRows(step.transaction());
            ScoreRows rows = new ScoreRows(step.transaction());
            Map<Long, SortedMap<String, String>> values = profiles.values(clients);
            Map<Long, String> codes = profiles.codes(clients);
            Map<Long, Newest> newest = rows.newest(code, clients);
            for (long client : clients) {
                look(client, codes.getOrDefault(client, Long.toString(client)),
                    values.getOrDefault(client, new TreeMap<>()), Optional.ofNullable(newest.get(client)));
            }
            rows.writtenOff(code, writtenOff);
            String lot = "";
            if (!computed.isEmpty() && basis.isPresent()) {
                ScoreModel model = basis.get().model();
                lot = model.item().isEmpty() ? ""
                    : code + "-" + DAY.format(day) + "-" + step.transaction().nextId("score_seq");
                rows.append(code, basis.get().head().id(), computed, lastDay(), lot, newest.keySet());
            }
            Outcome<BigDecimal> posted = post(rows, lot);
            return posted.isDone()
                ? Outcome.done(new Done(computed.size(), kept, posted.value(), refusals, refused,
                    rows.newest(code, clients)))
                : Outcome.refused(posted.refusals());
        }

        private LocalDate lastDay() {
            return day.plusDays(basis.map(one -> one.model().validityDays()).orElse(0));
        }

        private void look(long client, String name, SortedMap<String, String> values, Optional<Newest> newest) {
            Optional<Freshness> fresh = newest.map(one -> freshness(one, basis, values, day));
            boolean over = newest.map(one -> day.isAfter(one.lastDay())).orElse(false);
            if (task != Task.WRITE_OFF && basis.isPresent()) {
                if (task == Task.STALE && fresh.filter(Freshness.FRESH::equals).isPresent()) {
                    kept++;
                    return;
                }
                SortedMap<String, String> inputs = basis.get().formula().inputs(values);
                Outcome<BigDecimal> points = basis.get().formula().points(inputs, name);
                if (points.isDone()) {
                    computed.add(new Computed(client, inputs, Formula.hash(inputs), points.value()));
                    newest.flatMap(Newest::unit).ifPresent(unit -> dropped.merge(unit, 1, Integer::sum));
                    return;
                }
                refused++;
                refusals.addAll(points.refusals().stream().map(refusal -> refusal.at(
                    new Refusal.Place(name, 0, ""))).toList());
            }
            if (over && newest.flatMap(Newest::unit).isPresent()) {
                dropped.merge(newest.flatMap(Newest::unit).get(), 1, Integer::sum);
                writtenOff.add(client);
            }
        }

        /** The units that come and those that go, as one posting; yields how many go. */
        private Outcome<BigDecimal> post(ScoreRows rows, String lot) throws SQLException {
            List<MovementLine> lines = new ArrayList<>();
            Set<ItemId> items = new HashSet<>();
            dropped.keySet().forEach(unit -> items.add(unit.item()));
            basis.flatMap(one -> one.model().item()).ifPresent(items::add);
            Map<ItemId, ItemFacts> facts = ItemFacts.read(step.transaction(), items);
            if (!lot.isEmpty() && basis.isPresent()) {
                ScoreModel model = basis.get().model();
                ItemFacts item = facts.get(model.item().orElseThrow());
                lines.add(MovementLine.of(MovementKind.PRODUCE, item.id(),
                    new Quantity(BigDecimal.valueOf(computed.size()), item.unit()), Optional.empty(), model.place())
                    .withLot(lot).withExpires(lastDay()));
            }
            BigDecimal gone = BigDecimal.ZERO;
            for (Map.Entry<Unit, Integer> one : dropped.entrySet()) {
                // what somebody took away meanwhile, or holds, is not there to be written off
                BigDecimal count = rows.free(one.getKey()).min(BigDecimal.valueOf(one.getValue()));
                if (count.signum() > 0) {
                    gone = gone.add(count);
                    lines.add(MovementLine.of(MovementKind.SCRAP, one.getKey().item(),
                        new Quantity(count, facts.get(one.getKey().item()).unit()), Optional.of(one.getKey().place()),
                        Optional.empty()).withLot(one.getKey().lot())
                        .withReason(task == Task.WRITE_OFF ? "Score expired" : "Score replaced or expired"));
                }
            }
            if (lines.isEmpty()) {
                return Outcome.done(gone);
            }
            String paper = lot.isEmpty() ? code + "-" + step.transaction().nextId("score_seq") : lot;
            Outcome<PostingReceipt> posted = step.post(new PostingRequest("score:" + paper, step.transaction().now(),
                lines, paper, "", ""));
            if (!posted.isDone()) {
                return Outcome.refused(posted.refusals());
            }
            Outcome<BigDecimal> charged = lot.isEmpty() ? Outcome.done(BigDecimal.ZERO) : charge(lot);
            return charged.isDone() ? Outcome.done(gone) : charged;
        }

        /**
         * What computing cost is charged to the lot as its order, a microsecond before the units are made, so that they take it:
         * whoever computes scores need not be allowed to enter costs.
         */
        private Outcome<BigDecimal> charge(String lot) throws SQLException {
            int decimals = profiles.current().map(profile -> profile.currency().getDefaultFractionDigits())
                .orElse(USUAL_DECIMALS);
            BigDecimal amount = basis.map(one -> one.model().cost()).orElse(BigDecimal.ZERO)
                .multiply(BigDecimal.valueOf(computed.size()))
                .setScale(Math.max(0, decimals) + MORE_DECIMALS, RoundingMode.HALF_UP);
            Outcome<BigDecimal> charged = Outcome.done(amount);
            for (OrderCosts one : amount.signum() > 0 ? costs : List.<OrderCosts>of()) {
                if (charged.isDone()) {
                    charged = one.charge(step.transaction(), "score:" + lot, lot,
                        step.transaction().now().minus(1, ChronoUnit.MICROS), amount, computed.size() + " scores");
                }
            }
            return charged;
        }

    }

    /** How scores are told, by model: for lists. */
    Map<Long, Freshness> freshness(Transaction transaction, String code, Collection<Long> clients,
        Optional<Basis> basis) throws SQLException {
        LocalDate day = days.of(transaction.now());
        Map<Long, SortedMap<String, String>> values = new ProfileRows(transaction).values(clients);
        Map<Long, Freshness> result = new HashMap<>();
        new ScoreRows(transaction).newest(code, clients).forEach((client, newest) -> result.put(client,
            freshness(newest, basis, values.getOrDefault(client, new TreeMap<>()), day)));
        return result;
    }

}
