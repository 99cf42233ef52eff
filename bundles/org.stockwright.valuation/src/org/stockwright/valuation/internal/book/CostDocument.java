package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.ItemId;
import org.stockwright.base.Micros;
import org.stockwright.base.Money;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.base.Sha256;
import org.stockwright.base.StoredText;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.LateCosts.Basis;
import org.stockwright.valuation.ValuationRefusal;
import org.stockwright.valuation.internal.engine.Event;
import org.stockwright.valuation.internal.engine.Key;

/** Posts costs that came late and write-downs, inside one transaction. */
final class CostDocument {

    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_REFERENCE = 200;
    static final int LONGEST_REASON = 400;

    private final Transaction transaction;
    private final Connection connection;
    private final Valuer valuer;
    private final Rules rules;

    CostDocument(Transaction transaction, Valuer valuer) throws SQLException {
        this.transaction = transaction;
        this.connection = transaction.connection();
        this.valuer = valuer;
        this.rules = valuer.rules().current(transaction);
    }

    /** A receipt that gets a share. */
    private record Target(long seq, long item, String code, BigDecimal quantity, long effective, BigDecimal weight) {
    }

    Outcome<LateCosts.Receipt> late(LateCosts.Request request) throws SQLException {
        List<Refusal> refusals = new ArrayList<>(common(request.key(), request.effective()));
        String hash = hash("late", request.toString());
        if (refusals.isEmpty()) {
            Outcome<LateCosts.Receipt> known = known(request.key(), hash);
            if (known != null) {
                return known;
            }
        }
        if (request.amount().isZero() || tooFine(request.amount())) {
            refusals.add(Refusal.of(ValuationRefusal.BAD_AMOUNT, request.amount().total().toPlainString(),
                "it is not zero and has at most " + rules.scale() + " decimals"));
        }
        text(request.reference(), LONGEST_REFERENCE, "reference", refusals);
        text(request.reason(), LONGEST_REASON, "reason", refusals);
        List<Target> targets = targets(request, refusals);
        if (refusals.isEmpty() && targets.stream().allMatch(target -> target.weight().signum() == 0)) {
            refusals
                .add(Refusal.of(ValuationRefusal.NO_BASIS, request.basis().name().toLowerCase(Locale.ROOT))
                    .hint("Split it by value or quantity, or say how much each share is."));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        TreeSet<Long> items = new TreeSet<>(targets.stream().map(Target::item).toList());
        valuer.lock(transaction, items,
            targets.stream().mapToLong(Target::effective).min().orElse(Micros.of(request.effective())));
        // a second sender of the same key waited for the lock
        Outcome<LateCosts.Receipt> meanwhile = known(request.key(), hash);
        if (meanwhile != null) {
            return meanwhile;
        }
        Map<Long, LateCosts.Share> shares = split(request, hash, targets, refusals);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        valuer.revalue(transaction, items, new Key(Micros.of(request.effective()), Key.COST, 0), Progress.NONE);
        transaction.changes(Topic.STOCK);
        return Outcome.done(new LateCosts.Receipt(request.key(), false, whereTo(shares)));
    }

    /** Whether an amount has more digits than are kept. */
    boolean tooFine(Cost cost) {
        return List.of(cost.material(), cost.freight(), cost.labour(), cost.overhead(), cost.total()).stream()
            .anyMatch(part -> part.scale() > rules.scale()
                || part.precision() - part.scale() > Money.MAX_INTEGER_DIGITS);
    }

    /** Refuses a reason, or another text of its kind, that cannot be stored. */
    static void reason(String text, String what, List<Refusal> refusals) {
        text(text, LONGEST_REASON, what, refusals);
    }

    /** Refuses a text that cannot be kept. */
    static void text(String text, int most, String what, List<Refusal> refusals) {
        if (text.length() > most || text.chars().anyMatch(Character::isISOControl) || !StoredText.isSound(text)) {
            refusals.add(Refusal.of(ValuationRefusal.BAD_TEXT, text, what)
                .hint("It has at most " + most + " characters.").at(Refusal.Place.field(0, what)));
        }
    }

    /** What is wrong with the key or the date. */
    List<Refusal> common(String key, Instant effective) {
        List<Refusal> refusals = new ArrayList<>();
        if (key.isBlank() || key.length() > LONGEST_KEY || key.chars().anyMatch(Character::isISOControl)
            || !StoredText.isSound(key)) {
            refusals.add(Refusal.of(ValuationRefusal.BAD_KEY, key)
                .hint("A key has 1 to " + LONGEST_KEY + " characters."));
        }
        long at = Micros.of(effective);
        if (at < rules.closedUntil()) {
            refusals.add(Refusal.of(ValuationRefusal.PERIOD_CLOSED, effective, Micros.toInstant(rules.closedUntil()))
                .hint("Date it in the open period: what was sold before is corrected there."));
        } else if (at > Micros.of(transaction.now())) {
            refusals.add(Refusal.of(ValuationRefusal.BAD_INSTANT, effective, "it is in the future"));
        }
        return refusals;
    }

    private Outcome<LateCosts.Receipt> known(String key, String hash) throws SQLException {
        List<LateCosts.Share> shares = new ArrayList<>();
        LateCostSplit split = new LateCostSplit(connection);
        try (PreparedStatement select = connection.prepareStatement("SELECT e.content_hash, e.movement_seq, i.code, "
            + "e.material + e.freight + e.labour + e.overhead, e.id FROM cost_event e LEFT JOIN item i ON i.id = e.item_id "
            + "WHERE e.event_key = ? ORDER BY e.line")) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (!row.getString(1).equals(hash)) {
                        return Outcome.refused(Refusal.of(ValuationRefusal.KEY_REUSED, key)
                            .hint("Use another key for another document."));
                    }
                    shares.add(split.share(row.getLong(5), row.getLong(2), row.getString(3), row.getBigDecimal(4)));
                }
            }
        }
        return shares.isEmpty() ? null : Outcome.done(new LateCosts.Receipt(key, true, shares));
    }

    private List<Target> targets(LateCosts.Request request, List<Refusal> refusals) throws SQLException {
        List<Target> result = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (LateCosts.Target target : request.targets()) {
            int before = result.size();
            read(request, target, result);
            result.removeIf(one -> result.indexOf(one) >= before && !seen.add(one.seq()));
            if (result.size() == before) {
                refusals.add(Refusal.of(ValuationRefusal.NO_RECEIPTS,
                    target.line().map(line -> target.document() + ", line " + line).orElse(target.document()))
                    .hint("Give the key or number of a receipt."));
            }
        }
        long earliest = result.stream().mapToLong(Target::effective).max().orElse(Long.MIN_VALUE);
        if (Micros.of(request.effective()) < earliest) {
            refusals.add(Refusal.of(ValuationRefusal.BAD_INSTANT, request.effective(),
                "the goods came at " + Micros.toInstant(earliest)));
        }
        return result;
    }

    private void read(LateCosts.Request request, LateCosts.Target target, List<Target> result) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT m.seq, m.item_id, i.code, m.quantity, "
            + "m.effective_at, m.line, u.dimension, u.numerator, u.denominator FROM posting p "
            + "JOIN movement m ON m.posting_id = p.id JOIN item i ON i.id = m.item_id JOIN unit u ON u.id = i.unit_id "
            + "JOIN balance f ON f.id = m.from_balance_id JOIN balance t ON t.id = m.to_balance_id "
            + "WHERE (p.posting_key = ? OR p.number = ?) AND f.kept = 0 AND t.kept = 1 AND f.owner_id = 0 "
            + "AND m.reverses_seq IS NULL ORDER BY m.line")) {
            select.setString(1, target.document());
            select.setString(2, target.document());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (target.line().isEmpty() || target.line().get() == row.getInt(6)) {
                        long seq = row.getLong(1);
                        result.add(new Target(seq, row.getLong(2), row.getString(3), row.getBigDecimal(4),
                            row.getLong(5), target.share().isPresent() ? target.share().get()
                                : weight(request.basis(), seq, row.getBigDecimal(4), row)));
                    }
                }
            }
        }
    }

    private BigDecimal weight(Basis basis, long seq, BigDecimal quantity, ResultSet row) throws SQLException {
        return switch (basis) {
            case QUANTITY -> quantity;
            case VALUE -> new Entries(transaction).about(seq, Events.END, Events.END, true).total()
                .max(BigDecimal.ZERO);
            case WEIGHT, VOLUME -> row.getString(7).equals(basis == Basis.WEIGHT ? "mass" : "volume")
                ? quantity.multiply(row.getBigDecimal(8)).divide(row.getBigDecimal(9), MathContext.DECIMAL128)
                : BigDecimal.ZERO;
        };
    }

    /** A target with what it gets. */
    private record Part(Target target, Cost cost) {
    }

    /** Refuses before anything is written. */
    private Map<Long, LateCosts.Share> split(LateCosts.Request request, String hash, List<Target> targets,
        List<Refusal> refusals) throws SQLException {
        List<Part> parts = parts(request, targets, refusals);
        Map<Long, LateCosts.Share> shares = new HashMap<>();
        if (!refusals.isEmpty()) {
            return shares;
        }
        long id = transaction.nextIds("cost_event_seq", parts.size());
        int line = 1;
        for (Part part : parts) {
            insert(new Row(id, request.key(), line, "LATE_COST", part.target().item(), part.target().seq(), 0,
                part.cost(), request.reference(), request.reason(), hash, request.effective()));
            shares.put(id, new LateCosts.Share(part.target().seq(), part.target().code(), part.cost().total(),
                BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
            id++;
            line++;
        }
        return shares;
    }

    private List<Part> parts(LateCosts.Request request, List<Target> targets, List<Refusal> refusals)
        throws SQLException {
        List<Part> parts = new ArrayList<>();
        BigDecimal left = targets.stream().map(Target::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        Cost rest = request.amount();
        for (Target target : targets) {
            if (target.weight().signum() == 0) {
                continue;
            }
            Cost part = rest.share(target.weight(), left, rules.scale());
            rest = rest.minus(part);
            left = left.subtract(target.weight());
            BigDecimal had = new Entries(transaction).about(target.seq(), Events.END, Events.END, true).total()
                .add(lateBefore(target.seq()));
            if (part.total().signum() < 0 && had.add(part.total()).signum() < 0) {
                refusals.add(Refusal.of(ValuationRefusal.REDUCED_BELOW_ZERO, part.total().negate().toPlainString(),
                    target.code(), ValuationComponent.plain(had).toPlainString()).hint("Take back no more than that."));
            }
            parts.add(new Part(target, part));
        }
        return parts;
    }

    private BigDecimal lateBefore(long seq) throws SQLException {
        try (
            PreparedStatement select = connection.prepareStatement("SELECT SUM(material + freight + labour + overhead) "
                + "FROM cost_event WHERE movement_seq = ?")) {
            select.setLong(1, seq);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBigDecimal(1) == null ? BigDecimal.ZERO : row.getBigDecimal(1);
            }
        }
    }

    private List<LateCosts.Share> whereTo(Map<Long, LateCosts.Share> shares) throws SQLException {
        LateCostSplit split = new LateCostSplit(connection);
        List<LateCosts.Share> list = new ArrayList<>();
        for (Map.Entry<Long, LateCosts.Share> share : new TreeMap<>(shares).entrySet()) {
            LateCosts.Share part = share.getValue();
            list.add(split.share(share.getKey(), part.movement(), part.item(), part.amount()));
        }
        return list;
    }

    /** Lowers the value of an item's stock. */
    Outcome<BigDecimal> writeDown(String key, ItemId item, BigDecimal amount, Instant effective, String reason)
        throws SQLException {
        List<Refusal> refusals = new ArrayList<>(common(key, effective));
        String hash = hash("write-down",
            item + "|" + amount.stripTrailingZeros().toPlainString() + "|" + effective + "|"
                + reason);
        if (refusals.isEmpty()) {
            Outcome<LateCosts.Receipt> known = known(key, hash);
            if (known != null) {
                return known.map(receipt -> amount);
            }
        }
        reason(reason, "reason", refusals);
        if (amount.signum() == 0 || amount.scale() > rules.scale()) {
            refusals.add(Refusal.of(ValuationRefusal.BAD_AMOUNT, amount.toPlainString(),
                "it is not zero and has at most " + rules.scale() + " decimals"));
        }
        ItemFacts facts = ItemFacts.read(connection, Optional.of(item)).get(item.value());
        if (facts == null) {
            refusals.add(Refusal.of(ValuationRefusal.UNKNOWN_ITEM, item.value()));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        TreeSet<Long> items = new TreeSet<>(List.of(item.value()));
        valuer.lock(transaction, items, Micros.of(effective));
        BigDecimal worth = worth(item.value(), effective);
        if (amount.signum() > 0 && amount.compareTo(worth) > 0) {
            return Outcome.refused(Refusal.of(ValuationRefusal.BAD_AMOUNT, amount.toPlainString(),
                facts.code() + " is worth only " + ValuationComponent.plain(worth).toPlainString() + " then"));
        }
        BigDecimal most = amount.signum() < 0 ? lowered(item.value(), effective) : BigDecimal.ZERO;
        if (amount.signum() < 0 && amount.negate().compareTo(most) > 0) {
            return Outcome.refused(Refusal.of(ValuationRefusal.BAD_AMOUNT, amount.toPlainString(),
                "of what was taken, only " + ValuationComponent.plain(most).toPlainString()
                    + " belongs to goods that are still there"));
        }
        insert(new Row(transaction.nextId("cost_event_seq"), key, 1, "WRITE_DOWN", item.value(), 0, 0, Cost.of(amount),
            "", reason, hash, effective));
        Valuer.Result result = valuer.revalue(transaction, items, new Key(Micros.of(effective), Key.COST, 0),
            Progress.NONE);
        BigDecimal taken = result.entries().stream()
            .filter(entry -> entry.what().source().rank() == Key.COST && entry.what().creditPool() != 0)
            .map(entry -> entry.amount().total()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (taken.compareTo(amount) != 0) {
            return Outcome.refused(Refusal.of(ValuationRefusal.BAD_AMOUNT, amount.toPlainString(),
                facts.code() + " is worth less than that then, or is valued at standard cost")
                .hint("At standard cost, set a lower standard."));
        }
        Head now = Heads.find(connection, item.value());
        if (now.quantity().signum() >= 0 && now.amount().signum() < 0) {
            return Outcome.refused(Refusal.of(ValuationRefusal.BAD_AMOUNT, amount.toPlainString(),
                facts.code() + " would be worth less than nothing"));
        }
        transaction.changes(Topic.STOCK);
        return Outcome.done(amount);
    }

    /** What the stock of an item is worth at an instant. */
    BigDecimal worth(long item, Instant asOf) throws SQLException {
        Head head = Heads.find(connection, item);
        if (head == null || head.isNew()) {
            return BigDecimal.ZERO;
        }
        Key until = Key.endOf(Micros.of(asOf));
        return new ItemRun(transaction, rules, head, null, null)
            .stateAt(until.isBefore(head.key()) ? until : head.key())
            .value().total();
    }

    /** How much less the stock of an item is worth at an instant than it would be without its write-downs. */
    BigDecimal lowered(long item, Instant asOf) throws SQLException {
        Key until = Key.endOf(Micros.of(asOf));
        BigDecimal now = simulation(until).state(item, Simulation.Listener.NONE).value().total();
        BigDecimal without = simulation(until).leavingOut(item, Event.WriteDown.class)
            .state(item, Simulation.Listener.NONE).value().total();
        return without.subtract(now).max(BigDecimal.ZERO);
    }

    private Simulation simulation(Key until) throws SQLException {
        return new Simulation(connection, rules, Micros.of(transaction.now()), Long.MAX_VALUE, until, Optional.empty());
    }

    /** An event as it is stored; 0 where it is of no item, movement or order. */
    record Row(long id, String key, int line, String kind, long item, long movement, long order, Cost amount,
        String reference, String reason, String hash, Instant effective) {
    }

    /** Stores an event. */
    void insert(Row row) throws SQLException {
        try (
            PreparedStatement insert = connection.prepareStatement("INSERT INTO cost_event (id, event_key, line, kind, "
                + "item_id, movement_seq, material, freight, labour, overhead, reference, reason, content_hash, "
                + "effective_at, recorded_at, user_name, order_id) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, row.id());
            insert.setString(2, row.key());
            insert.setInt(3, row.line());
            insert.setString(4, row.kind());
            nullable(insert, 5, row.item());
            nullable(insert, 6, row.movement());
            insert.setBigDecimal(7, row.amount().material());
            insert.setBigDecimal(8, row.amount().freight());
            insert.setBigDecimal(9, row.amount().labour());
            insert.setBigDecimal(10, row.amount().overhead());
            Heads.nullable(insert, 11, row.reference());
            Heads.nullable(insert, 12, row.reason());
            insert.setString(13, row.hash());
            insert.setLong(14, Micros.of(row.effective()));
            insert.setLong(15, Micros.of(transaction.now()));
            insert.setString(16, transaction.user());
            nullable(insert, 17, row.order());
            insert.executeUpdate();
        }
    }

    private static void nullable(PreparedStatement statement, int at, long number) throws SQLException {
        if (number == 0) {
            statement.setNull(at, Types.BIGINT);
        } else {
            statement.setLong(at, number);
        }
    }

    static String hash(String kind, String content) {
        return Sha256.of(kind + '|' + content);
    }

}
