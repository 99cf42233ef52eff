package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.LocationId;
import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Sha256;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;
import org.stockwright.valuation.InventorySystem;
import org.stockwright.valuation.PeriodicCalculation;
import org.stockwright.valuation.PeriodicInventory;
import org.stockwright.valuation.PeriodicRow;
import org.stockwright.valuation.ValuationRefusal;
import org.stockwright.valuation.internal.CostGate;

/** The inventory system of the open book, and the closings of the periodic one. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.valuation.PeriodicInventory")
public final class PeriodicInventoryComponent implements PeriodicInventory, Guarded {

    private static final int LONGEST_REASON = 400;
    private static final int KEY_DIGITS = 12;

    private final UnitOfWork work;
    private final Valuer valuer;
    private final CostGate gate;
    private final Ledger ledger;
    private final Locations locations;

    /** Lives as long as the open book. */
    @Activate
    public PeriodicInventoryComponent(@Reference UnitOfWork work, @Reference Valuer valuer, @Reference CostGate gate,
        @Reference Ledger ledger, @Reference Locations locations) {
        this.work = work;
        this.valuer = valuer;
        this.gate = gate;
        this.ledger = ledger;
        this.locations = locations;
    }

    private static Optional<Instant> instant(long micros) {
        return micros <= Rules.ALWAYS ? Optional.empty() : Optional.of(Micros.toInstant(micros));
    }

    private static Choice choice(InventorySystems.Setting setting) {
        return new Choice(setting.system(), instant(setting.from()), Optional.of(Micros.toInstant(setting.recorded())),
            setting.user());
    }

    @Override
    public List<Choice> choices() {
        gate.check();
        return work.read(transaction -> {
            List<Choice> result = new ArrayList<>();
            result.add(new Choice(InventorySystem.PERPETUAL, Optional.empty(), Optional.empty(), ""));
            InventorySystems.read(transaction.connection()).settings().forEach(one -> result.add(choice(one)));
            return result;
        });
    }

    @Override
    public InventorySystem systemAt(Instant instant) {
        gate.check();
        return work.read(transaction -> InventorySystems.read(transaction.connection()).isPeriodic(Micros.of(instant)))
            ? InventorySystem.PERIODIC : InventorySystem.PERPETUAL;
    }

    @Override
    public Outcome<Choice> set(InventorySystem system, Optional<LocalDate> firstDay) {
        gate.check();
        return work.write(transaction -> set(transaction, system, firstDay));
    }

    @Override
    public Outcome<Choice> rehearseSet(InventorySystem system, Optional<LocalDate> firstDay) {
        gate.check();
        return work.attempt(transaction -> set(transaction, system, firstDay));
    }

    private Outcome<Choice> set(Transaction transaction, InventorySystem system, Optional<LocalDate> firstDay)
        throws SQLException {
        Connection connection = transaction.connection();
        Map<Long, Head> heads = new Heads(transaction).lockAll();
        // nothing is exported meanwhile
        Heads.lockSetting(transaction, Rules.COUNTER);
        Rules rules = valuer.rules().current(transaction);
        long from = firstDay.isPresent() ? PeriodicPeriods.start(connection, firstDay.get()) : Rules.ALWAYS;
        InventorySystems systems = rules.systems();
        boolean periodic = system == InventorySystem.PERIODIC;
        Optional<InventorySystems.Setting> last = systems.last();
        if (systems.isPeriodic(from) == periodic && (last.isEmpty() || last.get().from() <= from)) {
            return Outcome.done(last.map(PeriodicInventoryComponent::choice)
                .orElseGet(() -> new Choice(system, Optional.empty(), Optional.empty(), "")));
        }
        List<Refusal> refusals = unsettable(transaction, rules, system, from, !heads.isEmpty());
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        PeriodicPosting posting = new PeriodicPosting(transaction, rules);
        if (last.isPresent() && last.get().from() == from) {
            posting.takeBack(last.get().id());
        }
        InventorySystems.Setting setting = insert(transaction, system, from);
        if (!periodic && systems.spanOf(from - 1).isPresent()) {
            posting.leave(setting.id(), firstDay.orElseThrow(), from);
        }
        Heads.lockSetting(transaction, Rules.COUNTER);
        transaction.tell("INVENTORY_SYSTEM", "system", system.word(),
            Map.of("from", firstDay.map(LocalDate::toString).orElse("always")));
        transaction.changes(Topic.SETTINGS);
        return Outcome.done(choice(setting));
    }

    private static List<Refusal> unsettable(Transaction transaction, Rules rules, InventorySystem system, long from,
        boolean valued) throws SQLException {
        List<Refusal> refusals = new ArrayList<>();
        Optional<InventorySystems.Setting> last = rules.systems().last();
        if (last.isPresent() && last.get().from() > from) {
            refusals.add(fixed(from, "a later choice begins at " + Micros.toInstant(last.get().from()))
                .hint("Let it begin then or later."));
        }
        if (valued && from < rules.closedUntil()) {
            refusals.add(Refusal.of(ValuationRefusal.PERIOD_CLOSED, Micros.toInstant(from),
                Micros.toInstant(rules.closedUntil())).hint("Let it begin later."));
        }
        if (new PeriodicPeriods(transaction, rules).exported(from) > 0) {
            refusals.add(fixed(from, "rows of the journal were exported from then on")
                .hint("Let it begin with a period of which nothing was exported."));
        }
        if (system == InventorySystem.PERPETUAL && rules.systems().isPeriodic(from - 1)
            && rules.periodicUntil() != from) {
            refusals.add(Refusal.of(ValuationRefusal.PERIODIC_OPEN,
                PeriodicPeriods.lastDay(transaction.connection(), from))
                .hint("Close the periodic period before it first."));
        }
        return refusals;
    }

    private static Refusal fixed(long from, String why) {
        return Refusal.of(ValuationRefusal.SYSTEM_FIXED, from <= Rules.ALWAYS ? "always" : Micros.toInstant(from), why);
    }

    private static InventorySystems.Setting insert(Transaction transaction, InventorySystem system, long from)
        throws SQLException {
        InventorySystems.Setting setting = new InventorySystems.Setting(transaction.nextId("valuation_seq"), system,
            from, Micros.of(transaction.now()), transaction.user());
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO inventory_system (id, "
            + "system_name, effective_from, recorded_at, user_name) VALUES (?, ?, ?, ?, ?)")) {
            insert.setLong(1, setting.id());
            insert.setString(2, system.name());
            insert.setLong(3, from);
            insert.setLong(4, setting.recorded());
            insert.setString(5, setting.user());
            insert.executeUpdate();
        }
        return setting;
    }

    @Override
    public List<Count> counts(LocalDate lastDay) {
        gate.check();
        return work.read(transaction -> sheet(transaction, lastDay).list());
    }

    private PeriodicSheet sheet(Transaction transaction, LocalDate lastDay) throws SQLException {
        return new PeriodicSheet(transaction, valuer.rules().current(transaction),
            PeriodicPeriods.end(transaction.connection(), lastDay));
    }

    @Override
    public Outcome<Integer> saveCounts(LocalDate lastDay, List<Count> counts) {
        gate.check();
        return work.write(transaction -> save(transaction, lastDay, counts));
    }

    @Override
    public Outcome<Integer> rehearseCounts(LocalDate lastDay, List<Count> counts) {
        gate.check();
        return work.attempt(transaction -> save(transaction, lastDay, counts));
    }

    private Outcome<Integer> save(Transaction transaction, LocalDate lastDay, List<Count> counts) throws SQLException {
        // a closing that goes on meanwhile either has them or is there already
        Heads.lockSetting(transaction, Rules.COUNTER);
        Outcome<PeriodicPeriod> period = open(transaction, lastDay);
        return period.isDone() ? sheet(transaction, lastDay).store(counts) : Outcome.refused(period.refusals());
    }

    /** A period that is not closed yet. */
    private Outcome<PeriodicPeriod> open(Transaction transaction, LocalDate lastDay) throws SQLException {
        Outcome<PeriodicPeriod> period = new PeriodicPeriods(transaction, valuer.rules().current(transaction))
            .of(lastDay);
        return period.isDone() && period.value().closing().isPresent()
            ? Outcome.refused(Refusal.of(ValuationRefusal.PERIOD_CLOSED_ALREADY,
                Micros.toInstant(period.value().ends())).hint("Have it reopened first."))
            : period;
    }

    @Override
    public Outcome<PeriodicCalculation> calculate(LocalDate lastDay, Progress progress) {
        gate.check();
        work.write(transaction -> {
            valuer.applyDue(transaction, Valuer.due(transaction));
            return Outcome.done(Boolean.TRUE);
        });
        return work.read(transaction -> {
            Rules rules = valuer.rules().current(transaction);
            Outcome<PeriodicPeriod> found = new PeriodicPeriods(transaction, rules).of(lastDay);
            if (!found.isDone()) {
                return Outcome.refused(found.refusals());
            }
            PeriodicPeriod period = found.value();
            List<PeriodicRow> rows = period.closing().isPresent()
                ? new PeriodicStore(transaction).rows(period.closing().get().id())
                : new PeriodicReading(transaction, rules, period, progress).items().stream().map(PeriodicItem::row)
                    .toList();
            return Outcome.done(new PeriodicCalculation(lastDay, instant(period.starts()),
                Micros.toInstant(period.ends()), period.closing().isPresent(), rows));
        });
    }

    @Override
    public Outcome<Integer> postDifferences(LocalDate lastDay) {
        gate.check();
        return differences(lastDay, request -> ledger.post(request).map(receipt -> request.lines().size()));
    }

    @Override
    public Outcome<Integer> rehearseDifferences(LocalDate lastDay) {
        gate.check();
        return differences(lastDay, request -> ledger.preview(request).map(preview -> request.lines().size()));
    }

    private Outcome<Integer> differences(LocalDate lastDay, Function<PostingRequest, Outcome<Integer>> posting) {
        Outcome<Optional<PostingRequest>> request = work.read(transaction -> {
            Outcome<PeriodicPeriod> period = open(transaction, lastDay);
            return period.isDone() ? Outcome.done(request(transaction, lastDay, period.value()))
                : Outcome.refused(period.refusals());
        });
        if (!request.isDone()) {
            return Outcome.refused(request.refusals());
        }
        return request.value().isEmpty() ? Outcome.done(0) : posting.apply(request.value().get());
    }

    /** What has to be posted; nothing when count and ledger agree. */
    private Optional<PostingRequest> request(Transaction transaction, LocalDate lastDay, PeriodicPeriod period)
        throws SQLException {
        Connection connection = transaction.connection();
        Rules rules = valuer.rules().current(transaction);
        Map<Long, Map<StockPlace, BigDecimal>> there = PeriodicCounts.ledger(connection, rules.places(), period.ends());
        Map<Long, ItemFacts> facts = ItemFacts.read(connection, Optional.empty());
        PeriodicSheet sheet = new PeriodicSheet(transaction, rules, period.ends());
        LocationId outside = standard(Locations.Standard.COUNT_DIFFERENCE);
        List<MovementLine> lines = new ArrayList<>();
        for (Map.Entry<Long, List<PeriodicCounts.Row>> item : PeriodicCounts.read(connection, period.ends())
            .entrySet()) {
            PeriodicCounts counts = new PeriodicCounts(item.getValue(), there.getOrDefault(item.getKey(), Map.of()));
            for (Map.Entry<StockPlace, BigDecimal> place : counts.differences().entrySet()) {
                lines.add(line(facts.get(item.getKey()), place.getKey(), sheet.lotCode(place.getKey().lot()),
                    place.getValue(), outside));
            }
        }
        String hash = Sha256.of(lines.toString());
        return lines.isEmpty() ? Optional.empty()
            : Optional.of(new PostingRequest("PERIODIC-COUNT-" + lastDay + '-' + hash.substring(0, KEY_DIGITS),
                Micros.toInstant(period.last()), lines, "COUNT-" + lastDay, "", ""));
    }

    private MovementLine line(ItemFacts item, StockPlace place, String lot, BigDecimal difference, LocationId outside) {
        LocationId inside = place.location() == 0 ? standard(Locations.Standard.MAIN)
            : new LocationId(place.location());
        boolean less = difference.signum() < 0;
        MovementLine line = MovementLine.of(MovementKind.ADJUST, item.id(), new Quantity(difference.abs(), item.unit()),
            Optional.of(less ? inside : outside), Optional.of(less ? outside : inside));
        return new MovementLine(line.kind(), line.item(), line.quantity(), line.from(), line.to(), lot, line.expires(),
            line.owner(), place.status(), "", less ? place.unit() : "", less ? "" : place.unit(), Optional.empty(),
            "Counted at the end of the period");
    }

    private LocationId standard(Locations.Standard place) {
        return locations.byCode(place.code()).map(Location::id).orElseThrow();
    }

    @Override
    public List<Decision> decisions() {
        gate.check();
        return work.read(transaction -> {
            List<Decision> result = new ArrayList<>();
            for (PeriodicStore.Decision stored : new PeriodicStore(transaction).decisions()) {
                result.add(decision(transaction, stored));
            }
            return result;
        });
    }

    private static Decision decision(Transaction transaction, PeriodicStore.Decision stored) throws SQLException {
        return new Decision(PeriodicPeriods.lastDay(transaction.connection(), stored.ends()),
            stored.isClosing() ? "closed" : "reopened", stored.reason(), stored.items(), stored.closing(),
            stored.sales(),
            stored.hash(), Micros.toInstant(stored.recorded()), stored.user());
    }

    @Override
    public Outcome<Decision> close(LocalDate lastDay, String reason, Progress progress) {
        gate.check();
        return work.write(transaction -> close(transaction, lastDay, reason.strip(), progress));
    }

    @Override
    public Outcome<Decision> rehearse(LocalDate lastDay, Progress progress) {
        gate.check();
        return work.attempt(transaction -> close(transaction, lastDay, "", progress));
    }

    private Outcome<Decision> close(Transaction transaction, LocalDate lastDay, String reason, Progress progress)
        throws SQLException {
        new Heads(transaction).lockAll();
        valuer.applyDue(transaction, Valuer.due(transaction));
        Rules rules = valuer.rules().current(transaction);
        PeriodicPeriods periods = new PeriodicPeriods(transaction, rules);
        Outcome<PeriodicPeriod> found = periods.of(lastDay);
        if (!found.isDone()) {
            return Outcome.refused(found.refusals());
        }
        PeriodicPeriod period = found.value();
        List<PeriodicItem> items = period.closing().isPresent() ? List.of()
            : new PeriodicReading(transaction, rules, period, progress).items();
        List<Refusal> refusals = periods.refusals(period, items);
        if (reason.length() > LONGEST_REASON) {
            refusals.add(Refusal.of(ValuationRefusal.BAD_TEXT, reason, "reason")
                .hint("It has at most " + LONGEST_REASON + " characters."));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        PeriodicStore store = new PeriodicStore(transaction);
        PeriodicStore.Decision decision = store.decide(PeriodicStore.CLOSED, period.starts(), period.ends(), reason,
            items,
            hash(items));
        store.figures(decision.id(), items);
        new PeriodicPosting(transaction, rules).close(decision, lastDay, items);
        decided(transaction, "PERIODIC_CLOSED", lastDay, reason);
        return Outcome.done(decision(transaction, decision));
    }

    private static String hash(List<PeriodicItem> items) {
        StringBuilder text = new StringBuilder();
        for (PeriodicItem item : items) {
            text.append(item.row().itemId().value()).append('|').append(item.row().method()).append('|')
                .append(item.row().basis());
            PeriodicStore.numbers(item.row()).forEach(number -> text.append('|').append(number.toPlainString()));
            text.append('\n');
        }
        return Sha256.of(text.toString());
    }

    private static void decided(Transaction transaction, String what, LocalDate lastDay, String reason)
        throws SQLException {
        Heads.lockSetting(transaction, Rules.COUNTER);
        transaction.tell(what, "period", lastDay.toString(), Map.of("reason", reason));
        transaction.changes(Topic.SETTINGS);
    }

    @Override
    public Outcome<Decision> reopen(LocalDate lastDay, String reason) {
        gate.check();
        if (reason.isBlank()) {
            return Outcome.refused(Refusal.of(ValuationRefusal.REASON_MISSING)
                .hint("Say why the period is opened again; auditors will read it."));
        }
        return work.write(transaction -> reopen(transaction, lastDay, reason.strip()));
    }

    private Outcome<Decision> reopen(Transaction transaction, LocalDate lastDay, String reason) throws SQLException {
        new Heads(transaction).lockAll();
        Rules rules = valuer.rules().current(transaction);
        long ends = PeriodicPeriods.end(transaction.connection(), lastDay);
        TreeMap<Long, PeriodicStore.Decision> closings = new PeriodicStore(transaction).closings();
        if (!closings.containsKey(ends)) {
            return Outcome.refused(Refusal.of(ValuationRefusal.UNKNOWN_PERIOD, lastDay));
        }
        if (closings.lastKey() != ends || rules.periodUntil() >= ends) {
            return Outcome.refused(Refusal.of(ValuationRefusal.LATER_PERIOD_CLOSED,
                Micros.toInstant(Math.max(closings.lastKey(), rules.periodUntil()))).hint("Reopen that one first."));
        }
        if (!rules.systems().isPeriodic(ends)) {
            return Outcome.refused(fixed(ends, "the perpetual system goes on from the closing")
                .hint("Choose the periodic system from then on first."));
        }
        PeriodicStore.Decision closing = closings.get(ends);
        PeriodicStore.Decision decision = new PeriodicStore(transaction).decide(PeriodicStore.REOPENED,
            closing.starts(),
            ends, reason, List.of(), "");
        new PeriodicPosting(transaction, rules).takeBack(closing.id());
        decided(transaction, "PERIODIC_REOPENED", lastDay, reason);
        return Outcome.done(decision(transaction, decision));
    }

}
