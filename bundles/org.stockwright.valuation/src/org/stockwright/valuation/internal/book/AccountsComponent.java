package org.stockwright.valuation.internal.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.StoredText;
import org.stockwright.ledger.MovementKind;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;
import org.stockwright.valuation.Accounts;
import org.stockwright.valuation.Recorded;
import org.stockwright.valuation.ValuationRefusal;
import org.stockwright.valuation.internal.engine.AccountSide;

/** The accounts and posting rules of the open book. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.valuation.Accounts")
public final class AccountsComponent implements Accounts, Guarded {

    private static final Set<String> FOR_ALL = Set.of(AccountSide.ORDER.word(), AccountSide.LABOUR_ABSORBED.word(),
        AccountSide.OVERHEAD_ABSORBED.word());
    private static final int LONGEST_CODE = 32;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EXTERNAL = 64;

    private final UnitOfWork work;

    /** Lives as long as the open book. */
    @Activate
    public AccountsComponent(@Reference UnitOfWork work) {
        this.work = work;
    }

    @Override
    public List<Account> accounts() {
        return work.read(transaction -> {
            List<Account> result = new ArrayList<>();
            try (
                PreparedStatement select = transaction.connection()
                    .prepareStatement("SELECT code, name, kind, external_code, active FROM account ORDER BY code");
                ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(new Account(row.getString(1), row.getString(2), Kind.valueOf(row.getString(3)),
                        Optional.ofNullable(row.getString(4)).orElse(""), row.getInt(5) == 1));
                }
            }
            return result;
        });
    }

    @Override
    public Outcome<Integer> saveAccounts(List<Account> accounts) {
        return work.write(transaction -> save(transaction, accounts));
    }

    @Override
    public Outcome<Integer> rehearseAccounts(List<Account> accounts) {
        return work.attempt(transaction -> save(transaction, accounts));
    }

    private static Outcome<Integer> save(Transaction transaction, List<Account> accounts) throws SQLException {
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i++) {
            Account account = accounts.get(i);
            check(refusals, i, "code", account.code(), 1, LONGEST_CODE);
            check(refusals, i, "name", account.name(), 1, LONGEST_NAME);
            check(refusals, i, "general ledger's code", account.external(), 0, LONGEST_EXTERNAL);
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Heads.lockSetting(transaction, Rules.COUNTER);
        for (Account account : accounts) {
            store(transaction, account);
        }
        transaction.changes(Topic.SETTINGS);
        return Outcome.done(accounts.size());
    }

    private static void check(List<Refusal> refusals, int index, String what, String text, int least, int most) {
        if (text.strip().length() < least || !fits(text, most)) {
            refusals.add(Refusal.of(ValuationRefusal.BAD_TEXT, text, what)
                .hint("It has " + least + " to " + most + " characters.").at(Refusal.Place.line(index + 1)));
        }
    }

    private static boolean fits(String text, int most) {
        return text.length() <= most && text.chars().noneMatch(Character::isISOControl) && StoredText.isSound(text);
    }

    private static void store(Transaction transaction, Account account) throws SQLException {
        try (
            PreparedStatement update = transaction.connection()
                .prepareStatement("UPDATE account SET name = ?, kind = ?, "
                    + "external_code = ?, active = ?, version = version + 1 WHERE code = ?");
            PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO account (name, kind, "
                + "external_code, active, code, id, version) VALUES (?, ?, ?, ?, ?, ?, 0)")) {
            for (PreparedStatement statement : List.of(update, insert)) {
                statement.setString(1, account.name());
                statement.setString(2, account.kind().name());
                Heads.nullable(statement, 3, account.external());
                statement.setInt(4, account.active() ? 1 : 0);
                statement.setString(5, account.code());
            }
            if (update.executeUpdate() == 0) {
                insert.setLong(6, transaction.nextId("valuation_seq"));
                insert.executeUpdate();
            }
        }
    }

    @Override
    public List<Rule> rules() {
        return ruleHistory().stream().map(Recorded::what).toList();
    }

    @Override
    public List<Recorded<Rule>> ruleHistory() {
        return work.read(transaction -> {
            List<Recorded<Rule>> result = new ArrayList<>();
            try (
                PreparedStatement select = transaction.connection().prepareStatement("SELECT r.category, "
                    + "r.movement_kind, r.side, a.code, r.cost_centre, r.effective_from, r.recorded_at, r.user_name "
                    + "FROM posting_rule r JOIN account a ON a.id = r.account_id ORDER BY r.category, r.side, "
                    + "r.movement_kind, r.effective_from");
                ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(new Recorded<>(
                        new Rule(row.getString(1), word(row.getString(2)), row.getString(3), row.getString(4),
                            row.getString(5), instant(row.getLong(6))),
                        Micros.toInstant(row.getLong(7)), row.getString(8)));
                }
            }
            return result;
        });
    }

    private static String word(String kind) {
        return kind.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<Instant> instant(long from) {
        return from <= Rules.ALWAYS ? Optional.empty() : Optional.of(Micros.toInstant(from));
    }

    @Override
    public Outcome<Rule> deciding(String category, String kind, String side, Instant at) {
        return work.read(transaction -> {
            Connection connection = transaction.connection();
            List<Refusal> refusals = new ArrayList<>(unknown(connection, category, kind, side));
            if (!refusals.isEmpty()) {
                return Outcome.refused(refusals);
            }
            PostingRules.Found found = PostingRules.read(connection).decide(category, stored(kind), side,
                Micros.of(at));
            Map<Long, String> codes = new HashMap<>();
            try (
                PreparedStatement select = connection.prepareStatement("SELECT id, code FROM account");
                ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    codes.put(row.getLong(1), row.getString(2));
                }
            }
            return Outcome.done(new Rule(found.category(), word(found.kind()), side,
                codes.get(found.target().account()), found.target().costCentre(), instant(found.from())));
        });
    }

    private static String stored(String kind) {
        return kind.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    @Override
    public Outcome<Integer> saveRules(List<Rule> rules) {
        return work.write(transaction -> saved(transaction, rules));
    }

    @Override
    public Outcome<Integer> rehearseRules(List<Rule> rules) {
        return work.attempt(transaction -> saved(transaction, rules));
    }

    private static Outcome<Integer> saved(Transaction transaction, List<Rule> rules) throws SQLException {
        // nothing is booked meanwhile by rules that are being changed
        new Heads(transaction).lockAll();
        Map<String, Long> accounts = accounts(transaction.connection());
        Span booked = booked(transaction.connection());
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            int line = i + 1;
            for (Refusal refusal : refusals(transaction.connection(), rules.get(i), accounts, booked)) {
                refusals.add(refusal.at(Refusal.Place.line(line)));
            }
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        for (Rule rule : rules) {
            store(transaction, rule, accounts.get(rule.account()));
        }
        Heads.lockSetting(transaction, Rules.COUNTER);
        transaction.changes(Topic.SETTINGS);
        return Outcome.done(rules.size());
    }

    /** Until when something is booked; earlier rules decided about it. */
    private record Span(boolean any, long last) {
    }

    private static Span booked(Connection connection) throws SQLException {
        try (
            PreparedStatement select = connection.prepareStatement("SELECT MAX(effective_at) FROM value_entry");
            ResultSet row = select.executeQuery()) {
            row.next();
            long last = row.getLong(1);
            return new Span(!row.wasNull(), last);
        }
    }

    private static Map<String, Long> accounts(Connection connection) throws SQLException {
        Map<String, Long> result = new HashMap<>();
        try (
            PreparedStatement select = connection.prepareStatement("SELECT code, id FROM account WHERE active = 1");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.put(row.getString(1), row.getLong(2));
            }
        }
        return result;
    }

    private static List<Refusal> refusals(Connection connection, Rule rule, Map<String, Long> accounts, Span booked)
        throws SQLException {
        List<Refusal> result = new ArrayList<>();
        if (!accounts.containsKey(rule.account())) {
            result.add(Refusal.of(ValuationRefusal.UNKNOWN_ACCOUNT, rule.account())
                .hint("Import it first, or make it active."));
        }
        result.addAll(unknown(connection, rule.category(), rule.kind(), rule.side()));
        if (FOR_ALL.contains(rule.side()) && !(rule.category().isEmpty() && rule.kind().isEmpty())) {
            result.add(Refusal.of(ValuationRefusal.SIDE_FOR_ALL, rule.side())
                .hint("A production order is of no item: leave the category and the kind empty."));
        }
        if (!fits(rule.costCentre(), LONGEST_EXTERNAL)) {
            result.add(Refusal.of(ValuationRefusal.BAD_TEXT, rule.costCentre(), "cost centre")
                .hint("It has at most " + LONGEST_EXTERNAL + " characters."));
        }
        if (booked.any() && from(rule) <= booked.last()) {
            result.add(Refusal.of(ValuationRefusal.BAD_INSTANT,
                rule.from().map(Instant::toString).orElse("always"),
                "something is booked up to " + Micros.toInstant(booked.last())).hint("Let the rule begin later."));
        }
        return result;
    }

    private static List<Refusal> unknown(Connection connection, String category, String kind, String side)
        throws SQLException {
        List<Refusal> result = new ArrayList<>();
        if (Arrays.stream(AccountSide.values()).noneMatch(known -> known.word().equals(side))) {
            result.add(Refusal.of(ValuationRefusal.UNKNOWN_SIDE, side).hint("Known are "
                + String.join(", ", Arrays.stream(AccountSide.values()).map(AccountSide::word).toList()) + "."));
        }
        if (!kind.isEmpty() && Arrays.stream(MovementKind.values()).noneMatch(known -> known.word().equals(kind))) {
            result.add(Refusal.of(ValuationRefusal.UNKNOWN_KIND, kind).hint("Known are "
                + String.join(", ", Arrays.stream(MovementKind.values()).map(MovementKind::word).toList()) + "."));
        }
        if (!category.isEmpty()) {
            try (PreparedStatement select = connection
                .prepareStatement("SELECT COUNT(*) FROM category WHERE path = ?")) {
                select.setString(1, category);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    if (row.getLong(1) == 0) {
                        result.add(Refusal.of(ValuationRefusal.UNKNOWN_CATEGORY, category)
                            .hint("Write its path with /, as the items have it."));
                    }
                }
            }
        }
        return result;
    }

    private static long from(Rule rule) {
        return rule.from().map(Micros::of).orElse(Rules.ALWAYS);
    }

    private static void store(Transaction transaction, Rule rule, long account) throws SQLException {
        try (
            PreparedStatement update = transaction.connection()
                .prepareStatement("UPDATE posting_rule SET account_id = ?, "
                    + "cost_centre = ?, recorded_at = ?, user_name = ? WHERE category = ? AND movement_kind = ? "
                    + "AND side = ? AND effective_from = ?");
            PreparedStatement insert = transaction.connection()
                .prepareStatement("INSERT INTO posting_rule (account_id, "
                    + "cost_centre, recorded_at, user_name, category, movement_kind, side, effective_from, id) "
                    + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (PreparedStatement statement : List.of(update, insert)) {
                statement.setLong(1, account);
                statement.setString(2, rule.costCentre());
                statement.setLong(3, Micros.of(transaction.now()));
                statement.setString(4, transaction.user());
                statement.setString(5, rule.category());
                statement.setString(6, stored(rule.kind()));
                statement.setString(7, rule.side());
                statement.setLong(8, from(rule));
            }
            if (update.executeUpdate() == 0) {
                insert.setLong(9, transaction.nextId("valuation_seq"));
                insert.executeUpdate();
            }
        }
    }

}
