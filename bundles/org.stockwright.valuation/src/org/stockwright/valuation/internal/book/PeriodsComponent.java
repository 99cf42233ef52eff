package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.base.Sha256;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;
import org.stockwright.valuation.Periods;
import org.stockwright.valuation.TieOutRow;
import org.stockwright.valuation.ValuationRefusal;
import org.stockwright.valuation.internal.CostGate;
import org.stockwright.valuation.internal.engine.PoolKey;

/** The periods of the open book. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.valuation.Periods")
public final class PeriodsComponent implements Periods, Guarded {

    private static final String CLOSED = "closed";
    private static final String SOFT = "soft-closed";
    private static final String REOPENED = "reopened";
    private static final int LONGEST_REASON = 400;

    private final UnitOfWork work;
    private final Valuer valuer;
    private final CostGate gate;

    /** Lives as long as the open book. */
    @Activate
    public PeriodsComponent(@Reference UnitOfWork work, @Reference Valuer valuer, @Reference CostGate gate) {
        this.work = work;
        this.valuer = valuer;
        this.gate = gate;
    }

    /** A stored period. */
    private record Row(long id, long ends, String state) {
    }

    @Override
    public List<Period> list() {
        gate.check();
        return work.read(transaction -> {
            ZoneId zone = CompanyZone.read(transaction.connection());
            List<Period> result = new ArrayList<>();
            for (Row row : rows(transaction.connection())) {
                result.add(period(transaction.connection(), row, zone));
            }
            return result;
        });
    }

    private static List<Row> rows(Connection connection) throws SQLException {
        List<Row> result = new ArrayList<>();
        try (
            PreparedStatement select = connection
                .prepareStatement("SELECT id, ends_at, state FROM accounting_period ORDER BY ends_at DESC");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.add(new Row(row.getLong(1), row.getLong(2), row.getString(3)));
            }
        }
        return result;
    }

    private static Period period(Connection connection, Row row, ZoneId zone) throws SQLException {
        List<Decision> decisions = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT decision, reason, items, quantity, amount, "
            + "hash, recorded_at, user_name FROM period_decision WHERE period_id = ? ORDER BY id DESC")) {
            select.setLong(1, row.id());
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    decisions.add(new Decision(found.getString(1), text(found, 2), found.getLong(3),
                        ValuationComponent.plain(found.getBigDecimal(4)),
                        ValuationComponent.plain(found.getBigDecimal(5)), text(found, 6),
                        Micros.toInstant(found.getLong(7)), found.getString(8)));
                }
            }
        }
        State state = switch (row.state()) {
            case "CLOSED" -> State.CLOSED;
            case "SOFT" -> State.SOFT;
            default -> State.OPEN;
        };
        Instant ends = Micros.toInstant(row.ends());
        return new Period(ends.minus(1, ChronoUnit.MICROS).atZone(zone).toLocalDate(), ends, state, decisions);
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("").strip();
    }

    private static Instant end(Connection connection, LocalDate lastDay) throws SQLException {
        return lastDay.plusDays(1).atStartOfDay(CompanyZone.read(connection)).toInstant();
    }

    @Override
    public Instant closedUntil() {
        long until = work.read(transaction -> valuer.rules().current(transaction)).periodUntil();
        return until == Long.MIN_VALUE ? Instant.MIN : Micros.toInstant(until);
    }

    @Override
    public List<TieOutRow> checks(LocalDate lastDay, Progress progress) {
        gate.check();
        work.write(transaction -> {
            valuer.applyDue(transaction, Valuer.due(transaction));
            return Outcome.done(Boolean.TRUE);
        });
        return work.read(transaction -> new TieOut(transaction, valuer.rules().current(transaction),
            Optional.of(end(transaction.connection(), lastDay).minus(1, ChronoUnit.MICROS)), progress).rows());
    }

    @Override
    public Outcome<Period> close(LocalDate lastDay, State state, String reason, Progress progress) {
        gate.check();
        if (state == State.OPEN) {
            throw new IllegalArgumentException("closing makes no open period");
        }
        return work.write(transaction -> close(transaction, lastDay, state, reason.strip(), progress));
    }

    private Outcome<Period> close(Transaction transaction, LocalDate lastDay, State state, String reason,
        Progress progress) throws SQLException {
        Connection connection = transaction.connection();
        new Heads(transaction).lockAll();
        Rules rules = valuer.rules().current(transaction);
        valuer.applyDue(transaction, Valuer.due(transaction));
        Instant ends = end(connection, lastDay);
        List<Refusal> refusals = refusals(transaction, rules, ends, reason);
        if (refusals.isEmpty() && state == State.CLOSED && rules.systems().isPeriodic(Micros.of(ends) - 1)
            && rules.periodicUntil() < Micros.of(ends)) {
            refusals.add(Refusal.of(ValuationRefusal.PERIODIC_OPEN, lastDay)
                .hint("The books follow the periodic inventory system: count, and make its closing first."));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        long id = row(transaction, Micros.of(ends), state == State.SOFT ? "SOFT" : "CLOSED");
        long decision = transaction.nextId("valuation_seq");
        if (state == State.SOFT) {
            decide(transaction, decision, id, SOFT, reason, new Figures());
        } else {
            TieOut tieOut = new TieOut(transaction, rules, Optional.of(ends.minus(1, ChronoUnit.MICROS)), progress);
            TieOut.Truth truth = tieOut.truth();
            for (TieOutRow row : tieOut.rows(truth)) {
                if (!row.agrees()) {
                    refusals.add(Refusal
                        .of(ValuationRefusal.DOES_NOT_TIE_OUT, (row.check() + ' ' + row.subject()).strip(),
                            row.detail().isEmpty() ? row.stock().toPlainString() + " / " + row.books().toPlainString()
                                : row.detail())
                        .hint("Value what has no value yet, and look at the tie-out."));
                }
            }
            if (!refusals.isEmpty()) {
                return Outcome.refused(refusals);
            }
            Figures figures = figures(transaction, truth);
            decide(transaction, decision, id, CLOSED, reason, figures);
            figures.store(connection, decision);
        }
        Heads.lockSetting(transaction, Rules.COUNTER);
        transaction.tell("PERIOD_CLOSED", "period", lastDay.toString(), Map.of("state", state.name()));
        transaction.changes(Topic.SETTINGS);
        return Outcome.done(period(connection, rows(connection).stream().filter(row -> row.id() == id).findFirst()
            .orElseThrow(), CompanyZone.read(connection)));
    }

    private static List<Refusal> refusals(Transaction transaction, Rules rules, Instant ends, String reason) {
        List<Refusal> refusals = new ArrayList<>();
        if (Micros.of(ends) <= rules.periodUntil()) {
            refusals.add(Refusal.of(ValuationRefusal.PERIOD_CLOSED_ALREADY, Micros.toInstant(rules.periodUntil()))
                .hint("Only what comes after it can be closed."));
        } else if (ends.isAfter(transaction.now())) {
            refusals
                .add(Refusal.of(ValuationRefusal.PERIOD_NOT_OVER, ends).hint("Close it when its last day is over."));
        }
        if (reason.length() > LONGEST_REASON) {
            refusals.add(Refusal.of(ValuationRefusal.BAD_TEXT, reason, "reason")
                .hint("It has at most " + LONGEST_REASON + " characters."));
        }
        return refusals;
    }

    private static long row(Transaction transaction, long ends, String state) throws SQLException {
        try (
            PreparedStatement update = transaction.connection().prepareStatement(
                "UPDATE accounting_period SET state = ?, version = version + 1 WHERE ends_at = ?");
            PreparedStatement insert = transaction.connection().prepareStatement(
                "INSERT INTO accounting_period (state, ends_at, id, version) VALUES (?, ?, ?, 0)");
            PreparedStatement select = transaction.connection()
                .prepareStatement("SELECT id FROM accounting_period WHERE ends_at = ?")) {
            for (PreparedStatement statement : List.of(update, insert)) {
                statement.setString(1, state);
                statement.setLong(2, ends);
            }
            if (update.executeUpdate() == 0) {
                long id = transaction.nextId("valuation_seq");
                insert.setLong(3, id);
                insert.executeUpdate();
                return id;
            }
            select.setLong(1, ends);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void decide(Transaction transaction, long id, long period, String what, String reason,
        Figures figures) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO period_decision (id, "
            + "period_id, decision, reason, items, quantity, amount, hash, recorded_at, user_name) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setLong(2, period);
            insert.setString(3, what);
            Heads.nullable(insert, 4, reason);
            insert.setLong(5, figures.items);
            insert.setBigDecimal(6, figures.quantity);
            insert.setBigDecimal(7, figures.amount);
            Heads.nullable(insert, 8, what.equals(CLOSED) ? figures.hash() : "");
            insert.setLong(9, Micros.of(transaction.now()));
            insert.setString(10, transaction.user());
            insert.executeUpdate();
        }
    }

    /** Quantity and value of every pool at one instant. */
    private static final class Figures {

        private final TreeMap<Long, BigDecimal[]> pools = new TreeMap<>();
        private final StringBuilder text = new StringBuilder();
        private long items;
        private BigDecimal quantity = BigDecimal.ZERO;
        private BigDecimal amount = BigDecimal.ZERO;

        void add(long item, PoolKey key, long pool, BigDecimal[] figures) {
            pools.put(pool, figures);
            text.append(item).append('|').append(key.kind()).append('|').append(key.place()).append('|')
                .append(key.lot()).append('|').append(ValuationComponent.plain(figures[0]).toPlainString()).append('|')
                .append(ValuationComponent.plain(figures[1]).toPlainString()).append('\n');
            if (key.kind().isOurs()) {
                quantity = quantity.add(figures[0]);
                amount = amount.add(figures[1]);
            }
        }

        String hash() {
            return Sha256.of(text.toString());
        }

        void store(Connection connection, long decision) throws SQLException {
            try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO period_figure (decision_id, pool_id, quantity, amount) VALUES (?, ?, ?, ?)")) {
                for (Map.Entry<Long, BigDecimal[]> pool : pools.entrySet()) {
                    insert.setLong(1, decision);
                    insert.setLong(2, pool.getKey());
                    insert.setBigDecimal(3, pool.getValue()[0]);
                    insert.setBigDecimal(4, pool.getValue()[1]);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }

    }

    private static Figures figures(Transaction transaction, TieOut.Truth truth) throws SQLException {
        Figures figures = new Figures();
        for (Map.Entry<Long, Map<PoolKey, BigDecimal[]>> item : truth.pools().entrySet()) {
            Pools numbers = Pools.read(transaction, item.getKey());
            figures.items += item.getValue().keySet().stream().anyMatch(key -> key.kind().isOurs()) ? 1 : 0;
            for (Map.Entry<PoolKey, BigDecimal[]> pool : item.getValue().entrySet()) {
                figures.add(item.getKey(), pool.getKey(), numbers.number(pool.getKey()), pool.getValue());
            }
        }
        return figures;
    }

    @Override
    public Outcome<Period> reopen(LocalDate lastDay, String reason) {
        gate.check();
        if (reason.isBlank()) {
            return Outcome.refused(Refusal.of(ValuationRefusal.REASON_MISSING)
                .hint("Say why the period is opened again; auditors will read it."));
        }
        return work.write(transaction -> {
            Connection connection = transaction.connection();
            new Heads(transaction).lockAll();
            Instant ends = end(connection, lastDay);
            Optional<Row> last = rows(connection).stream().filter(row -> !row.state().equals("REOPENED")).findFirst();
            Optional<Row> wanted = rows(connection).stream()
                .filter(row -> row.ends() == Micros.of(ends) && !row.state().equals("REOPENED")).findFirst();
            if (wanted.isEmpty()) {
                return Outcome.refused(Refusal.of(ValuationRefusal.UNKNOWN_PERIOD, lastDay));
            }
            if (last.get().id() != wanted.get().id()) {
                return Outcome.refused(Refusal.of(ValuationRefusal.LATER_PERIOD_CLOSED,
                    Micros.toInstant(last.get().ends())).hint("Reopen the later one first."));
            }
            long id = row(transaction, Micros.of(ends), "REOPENED");
            decide(transaction, transaction.nextId("valuation_seq"), id, REOPENED, reason.strip(), new Figures());
            Heads.lockSetting(transaction, Rules.COUNTER);
            transaction.tell("PERIOD_REOPENED", "period", lastDay.toString(), Map.of("reason", reason.strip()));
            transaction.changes(Topic.SETTINGS);
            return Outcome
                .done(period(connection, new Row(id, Micros.of(ends), "REOPENED"), CompanyZone.read(connection)));
        });
    }

    @Override
    public List<TieOutRow> verify(Progress progress) {
        gate.check();
        return work.read(transaction -> {
            List<TieOutRow> result = new ArrayList<>();
            Rules rules = valuer.rules().current(transaction);
            for (Row row : rows(transaction.connection())) {
                if (row.state().equals("CLOSED")) {
                    result.add(verify(transaction, rules, row, progress));
                }
            }
            return result;
        });
    }

    private static TieOutRow verify(Transaction transaction, Rules rules, Row row, Progress progress)
        throws SQLException {
        Connection connection = transaction.connection();
        Period period = period(connection, row, CompanyZone.read(connection));
        Decision sealed = period.decisions().stream().filter(one -> one.what().equals(CLOSED)).findFirst()
            .orElseThrow();
        Figures now = figures(transaction,
            new TieOut(transaction, rules, Optional.of(period.ends().minus(1, ChronoUnit.MICROS)), progress).truth());
        return new TieOutRow("closed-period", period.lastDay().toString(), ValuationComponent.plain(now.amount),
            sealed.value(), now.hash().equals(sealed.hash()) ? ""
                : "sealed as " + sealed.hash().substring(0, 12) + "…, now "
                    + now.hash().substring(0, 12).toLowerCase(Locale.ROOT) + "…");
    }

}
