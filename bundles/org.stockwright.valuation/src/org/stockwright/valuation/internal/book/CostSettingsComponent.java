package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.ItemId;
import org.stockwright.base.Micros;
import org.stockwright.base.Money;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.CostScope;
import org.stockwright.valuation.CostSettings;
import org.stockwright.valuation.Recorded;
import org.stockwright.valuation.ValuationRefusal;
import org.stockwright.valuation.internal.CostGate;
import org.stockwright.valuation.internal.engine.Key;

/** Changes what values depend on, and values anew what it changes. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.valuation.CostSettings")
public final class CostSettingsComponent implements CostSettings, Guarded {

    private final UnitOfWork work;
    private final Valuer valuer;
    private final CostGate gate;

    /** Lives as long as the open book. */
    @Activate
    public CostSettingsComponent(@Reference UnitOfWork work, @Reference Valuer valuer, @Reference CostGate gate) {
        this.work = work;
        this.valuer = valuer;
        this.gate = gate;
    }

    @Override
    public List<Policy> policies() {
        List<Policy> result = new ArrayList<>();
        result.add(new Policy(Level.COMPANY, "", CostMethod.AVERAGE, Optional.empty()));
        policyHistory().forEach(one -> result.add(one.what()));
        return result;
    }

    @Override
    public List<Recorded<Policy>> policyHistory() {
        return work.read(transaction -> {
            List<Recorded<Policy>> result = new ArrayList<>();
            try (
                PreparedStatement select = transaction.connection().prepareStatement("SELECT p.level, p.subject, "
                    + "p.method, p.effective_from, p.recorded_at, p.user_name FROM cost_policy p ORDER BY p.id");
                ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(new Recorded<>(policy(transaction, row), Micros.toInstant(row.getLong(5)),
                        row.getString(6)));
                }
            }
            return result;
        });
    }

    private static Policy policy(Transaction transaction, ResultSet row) throws SQLException {
        Level level = Level.valueOf(row.getString(1));
        return new Policy(level,
            level == Level.ITEM ? code(transaction, Long.parseLong(row.getString(2))) : row.getString(2),
            CostMethod.valueOf(row.getString(3)), Rules.beginning(row.getLong(4)));
    }

    private static String code(Transaction transaction, long item) throws SQLException {
        return ItemFacts.read(transaction.connection(), Optional.of(new ItemId(item))).get(item).code();
    }

    @Override
    public CostMethod methodOf(ItemId item, Instant at) {
        return work.read(transaction -> {
            ItemFacts facts = ItemFacts.read(transaction.connection(), Optional.of(item)).get(item.value());
            return valuer.rules().current(transaction).policies().at(item.value(),
                facts == null ? "" : facts.category(), Micros.of(at));
        });
    }

    @Override
    public Outcome<Integer> setPolicy(Policy policy, Progress progress) {
        gate.check();
        Outcome<Integer> outcome = work.write(transaction -> setPolicy(transaction, policy, progress));
        return outcome;
    }

    @Override
    public Outcome<PolicyEffect> rehearsePolicy(Policy policy, Progress progress) {
        gate.check();
        return work.attempt(transaction -> {
            BigDecimal before = valueOfStock(transaction.connection());
            Outcome<Integer> items = setPolicy(transaction, policy, progress);
            BigDecimal after = valueOfStock(transaction.connection());
            return items.map(count -> new PolicyEffect(count, before, after));
        });
    }

    private static BigDecimal valueOfStock(Connection connection) throws SQLException {
        try (
            PreparedStatement select = connection.prepareStatement("SELECT SUM(amount) FROM cost_head");
            ResultSet row = select.executeQuery()) {
            row.next();
            BigDecimal sum = row.getBigDecimal(1);
            return sum == null ? BigDecimal.ZERO : ValuationComponent.plain(sum);
        }
    }

    private Outcome<Integer> setPolicy(Transaction transaction, Policy policy, Progress progress)
        throws SQLException {
        Connection connection = transaction.connection();
        Map<Long, Head> heads = new Heads(transaction).lockAll();
        Rules before = valuer.rules().current(transaction);
        Map<Long, ItemFacts> items = ItemFacts.read(connection, Optional.empty());
        String subject = policy.subject();
        if (policy.level() == Level.ITEM) {
            Optional<ItemFacts> item = items.values().stream().filter(one -> one.code().equals(policy.subject()))
                .findFirst();
            if (item.isEmpty()) {
                return Outcome.refused(Refusal.of(ValuationRefusal.UNKNOWN_ITEM, policy.subject()));
            }
            subject = Long.toString(item.get().id().value());
        } else if (policy.level() == Level.CATEGORY && !isCategory(connection, policy.subject())) {
            return Outcome.refused(Refusal.of(ValuationRefusal.UNKNOWN_CATEGORY, policy.subject())
                .hint("Write its path with /, as the items have it."));
        }
        long from = Rules.beginning(policy.from());
        List<Refusal> refusals = new ArrayList<>(
            Rules.closed(before, policy.from(), !heads.isEmpty()).stream().toList());
        for (ItemFacts item : items.values()) {
            boolean concerned = switch (policy.level()) {
                case COMPANY -> true;
                case CATEGORY -> item.isIn(policy.subject());
                case ITEM -> item.code().equals(policy.subject());
            };
            if (concerned && heads.containsKey(item.id().value())) {
                missing(connection, policy, item, from).ifPresent(refusals::add);
            }
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        insert(transaction, policy, subject, from);
        Heads.lockSetting(transaction, Rules.COUNTER);
        SortedSet<Long> changed = new TreeSet<>(heads.keySet());
        if (!heads.isEmpty()) {
            valuer.revalue(transaction, changed, new Key(from, Key.CHANGE, 0), progress);
        }
        transaction.changes(Topic.SETTINGS);
        transaction.changes(Topic.STOCK);
        return Outcome.done(changed.size());
    }

    private static Optional<Refusal> missing(Connection connection, Policy policy, ItemFacts item, long from)
        throws SQLException {
        if (policy.method() == CostMethod.STANDARD) {
            ItemProfile profile = ItemProfile.read(connection, item.id().value());
            return profile.standard(Math.max(from, Rules.ALWAYS)) != null ? Optional.empty()
                : Optional.of(Refusal.of(ValuationRefusal.METHOD_NEEDS, item.code(), policy.method().word(),
                    "it has no standard cost then").hint("Import standard costs first."));
        }
        return policy.method() == CostMethod.SPECIFIC && policy.level() == Level.ITEM && item.tracking().equals("NONE")
            ? Optional.of(Refusal.of(ValuationRefusal.METHOD_NEEDS, item.code(), policy.method().word(),
                "it is not tracked by lot or serial number").hint("Choose first in, first out."))
            : Optional.empty();
    }

    private static boolean isCategory(Connection connection, String path) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM category WHERE path = ?")) {
            select.setString(1, path);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1) > 0;
            }
        }
    }

    private static void insert(Transaction transaction, Policy policy, String subject, long from)
        throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO cost_policy (id, level, "
            + "subject, method, effective_from, recorded_at, user_name) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, transaction.nextId("valuation_seq"));
            insert.setString(2, policy.level().name());
            insert.setString(3, subject);
            insert.setString(4, policy.method().name());
            insert.setLong(5, from);
            insert.setLong(6, Micros.of(transaction.now()));
            insert.setString(7, transaction.user());
            insert.executeUpdate();
        }
    }

    @Override
    public CostScope scope() {
        return work.read(transaction -> valuer.rules().current(transaction).scope());
    }

    @Override
    public boolean isScopeFixed() {
        return work.read(transaction -> {
            try (PreparedStatement select = transaction.connection()
                .prepareStatement("SELECT COUNT(*) FROM cost_head WHERE stamp <> ?")) {
                select.setLong(1, Head.NO_STAMP);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1) > 0;
                }
            }
        });
    }

    @Override
    public Outcome<CostScope> setScope(CostScope scope) {
        gate.check();
        return work.write(transaction -> {
            Map<Long, Head> heads = new Heads(transaction).lockAll();
            Rules rules = valuer.rules().current(transaction);
            if (rules.scope() != scope && heads.values().stream().anyMatch(head -> !head.isNew())) {
                return Outcome.refused(Refusal.of(ValuationRefusal.SCOPE_FIXED, rules.scope().word())
                    .hint("It is chosen before the first movement."));
            }
            Settings.write(transaction, Rules.SCOPE, scope.name());
            Heads.lockSetting(transaction, Rules.COUNTER);
            transaction.changes(Topic.SETTINGS);
            return Outcome.done(scope);
        });
    }

    @Override
    public List<Standard> standards(ItemId item) {
        gate.check();
        return work.read(transaction -> {
            List<Standard> result = new ArrayList<>();
            try (PreparedStatement select = transaction.connection().prepareStatement("SELECT effective_at, material, "
                + "freight, labour, overhead FROM standard_cost WHERE item_id = ? ORDER BY effective_at, id")) {
                select.setLong(1, item.value());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        result.add(new Standard(item, Rules.beginning(row.getLong(1)), new Cost(row.getBigDecimal(2),
                            row.getBigDecimal(3), row.getBigDecimal(4), row.getBigDecimal(5))));
                    }
                }
            }
            return result;
        });
    }

    @Override
    public List<Recorded<Standard>> standardHistory() {
        gate.check();
        return work.read(transaction -> {
            List<Recorded<Standard>> result = new ArrayList<>();
            try (
                PreparedStatement select = transaction.connection()
                    .prepareStatement("SELECT s.item_id, s.effective_at, "
                        + "s.material, s.freight, s.labour, s.overhead, s.recorded_at, s.user_name FROM standard_cost s "
                        + "JOIN item i ON i.id = s.item_id ORDER BY i.code, s.effective_at, s.id");
                ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(new Recorded<>(
                        new Standard(new ItemId(row.getLong(1)), Rules.beginning(row.getLong(2)),
                            new Cost(row.getBigDecimal(3), row.getBigDecimal(4), row.getBigDecimal(5),
                                row.getBigDecimal(6))),
                        Micros.toInstant(row.getLong(7)), row.getString(8)));
                }
            }
            return result;
        });
    }

    @Override
    public Outcome<Integer> setStandards(List<Standard> standards, Progress progress) {
        gate.check();
        return work.write(transaction -> set(transaction, standards, progress));
    }

    @Override
    public Outcome<Integer> rehearseStandards(List<Standard> standards, Progress progress) {
        gate.check();
        return work.attempt(transaction -> set(transaction, standards, progress));
    }

    private Outcome<Integer> set(Transaction transaction, List<Standard> standards, Progress progress)
        throws SQLException {
        TreeMap<Long, Long> since = new TreeMap<>();
        standards.forEach(one -> since.merge(one.item().value(), Rules.beginning(one.from()), Math::min));
        Heads table = new Heads(transaction);
        Map<Long, Head> heads = table.lock(new TreeSet<>(since.keySet()));
        Rules rules = valuer.rules().current(transaction);
        List<Refusal> refusals = new ArrayList<>();
        int stored = 0;
        for (int i = 0; i < standards.size(); i++) {
            Standard one = standards.get(i);
            Optional<Refusal> bad = bad(rules, heads.get(one.item().value()), one);
            if (bad.isPresent()) {
                refusals.add(bad.get().at(Refusal.Place.line(i + 1)));
            } else if (refusals.isEmpty()
                && !one.cost().equals(ItemProfile.read(transaction.connection(), one.item().value())
                    .exactly(Rules.beginning(one.from())))) {
                table.standard(one.item().value(), one.cost(), Rules.beginning(one.from()));
                stored++;
            }
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        since.keySet().removeIf(item -> heads.get(item).isNew());
        valuer.revalue(transaction, since, progress);
        transaction.changes(Topic.STOCK);
        return Outcome.done(stored);
    }

    private static Optional<Refusal> bad(Rules rules, Head head, Standard one) {
        Cost cost = one.cost();
        for (BigDecimal part : List.of(cost.material(), cost.freight(), cost.labour(), cost.overhead())) {
            if (part.signum() < 0 || part.scale() > Money.MAX_SCALE
                || part.precision() - part.scale() > Money.MAX_INTEGER_DIGITS) {
                return Optional.of(Refusal.of(ValuationRefusal.BAD_AMOUNT, part.toPlainString(),
                    "a standard cost is not negative and has at most " + Money.MAX_SCALE + " decimals"));
            }
        }
        return Rules.closed(rules, one.from(), !head.isNew());
    }

    @Override
    public List<Rate> rates() {
        return rateHistory().stream().map(Recorded::what).toList();
    }

    @Override
    public List<Recorded<Rate>> rateHistory() {
        return work.read(transaction -> {
            List<Recorded<Rate>> result = new ArrayList<>();
            try (
                PreparedStatement select = transaction.connection().prepareStatement("SELECT currency, effective_at, "
                    + "rate, recorded_at, user_name FROM exchange_rate ORDER BY currency, effective_at");
                ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(new Recorded<>(
                        new Rate(Currency.getInstance(row.getString(1)), Micros.toInstant(row.getLong(2)),
                            ValuationComponent.plain(row.getBigDecimal(3))),
                        Micros.toInstant(row.getLong(4)), row.getString(5)));
                }
            }
            return result;
        });
    }

    @Override
    public Outcome<Integer> setRates(List<Rate> rates) {
        return work.write(transaction -> set(transaction, rates));
    }

    @Override
    public Outcome<Integer> rehearseRates(List<Rate> rates) {
        return work.attempt(transaction -> set(transaction, rates));
    }

    private static Outcome<Integer> set(Transaction transaction, List<Rate> rates) throws SQLException {
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            BigDecimal rate = rates.get(i).rate();
            if (rate.signum() <= 0 || rate.scale() > Money.MAX_SCALE
                || rate.precision() - rate.scale() > Money.MAX_INTEGER_DIGITS) {
                refusals.add(Refusal.of(ValuationRefusal.BAD_AMOUNT, rate.toPlainString(),
                    "a rate is positive and has at most " + Money.MAX_SCALE + " decimals")
                    .hint("Write what one unit of the currency is worth.").at(Refusal.Place.line(i + 1)));
            }
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Heads.lockSetting(transaction, Rules.COUNTER);
        for (Rate rate : rates) {
            store(transaction, rate);
        }
        transaction.changes(Topic.SETTINGS);
        return Outcome.done(rates.size());
    }

    private static void store(Transaction transaction, Rate rate) throws SQLException {
        try (
            PreparedStatement update = transaction.connection().prepareStatement("UPDATE exchange_rate SET rate = ?, "
                + "recorded_at = ?, user_name = ? WHERE currency = ? AND effective_at = ?");
            PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO exchange_rate (rate, "
                + "recorded_at, user_name, currency, effective_at, id) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (PreparedStatement statement : List.of(update, insert)) {
                statement.setBigDecimal(1, rate.rate());
                statement.setLong(2, Micros.of(transaction.now()));
                statement.setString(3, transaction.user());
                statement.setString(4, rate.currency().getCurrencyCode());
                statement.setLong(5, Micros.of(rate.from()));
            }
            if (update.executeUpdate() == 0) {
                insert.setLong(6, transaction.nextId("valuation_seq"));
                insert.executeUpdate();
            }
        }
    }

    @Override
    public Outcome<BigDecimal> convert(BigDecimal amount, Currency from, Instant at) {
        return work.read(transaction -> {
            try (PreparedStatement own = transaction.connection().prepareStatement("SELECT currency FROM company");
                ResultSet row = own.executeQuery()) {
                if (row.next() && row.getString(1).equals(from.getCurrencyCode())) {
                    return Outcome.done(amount);
                }
            }
            try (PreparedStatement select = transaction.connection().prepareStatement("SELECT rate FROM exchange_rate "
                + "WHERE currency = ? AND effective_at <= ? ORDER BY effective_at DESC FETCH FIRST ROW ONLY")) {
                select.setString(1, from.getCurrencyCode());
                select.setLong(2, Micros.of(at));
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                        ? Outcome.done(ValuationComponent
                            .plain(
                                amount.multiply(row.getBigDecimal(1)).setScale(Money.MAX_SCALE, RoundingMode.HALF_UP)))
                        : Outcome.refused(Refusal.of(ValuationRefusal.NO_EXCHANGE_RATE, from.getCurrencyCode(), at)
                            .hint("Import exchange rates from that day or before."));
                }
            }
        });
    }

}
