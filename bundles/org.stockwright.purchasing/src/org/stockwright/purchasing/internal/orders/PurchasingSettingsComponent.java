package org.stockwright.purchasing.internal.orders;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.persistence.AuditAction;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.PurchasingRefusal;
import org.stockwright.purchasing.PurchasingSettings;
import org.stockwright.security.Sessions;
import org.stockwright.security.spi.Guarded;

/** Stores who may approve how much, and what is still taken as right. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.purchasing.PurchasingSettings")
public final class PurchasingSettingsComponent implements PurchasingSettings, Guarded {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_OVER = BigDecimal.valueOf(1_000);
    private static final int MOST_DAYS = 3_660;
    private static final int MOST_DIGITS = 18;
    private static final int MOST_DECIMALS = 9;
    private static final int LONGEST_DEPARTMENT = 64;

    private final UnitOfWork work;
    private final Sessions sessions;

    /** Lives as long as the open book. */
    @Activate
    public PurchasingSettingsComponent(@Reference UnitOfWork work, @Reference Sessions sessions) {
        this.work = work;
        this.sessions = sessions;
    }

    @Override
    public List<Limit> limits() {
        return work.read(transaction -> new Limits(transaction).all());
    }

    @Override
    public Outcome<Limit> setLimit(Limit limit) {
        return work.write(transaction -> {
            List<Refusal> refusals = wrong(transaction, limit);
            if (!refusals.isEmpty()) {
                return Outcome.refused(refusals);
            }
            put(transaction, limit);
            return Outcome.done(limit);
        });
    }

    @Override
    public Outcome<Integer> setLimits(List<Limit> limits) {
        return work.write(transaction -> {
            Set<List<Object>> keys = new HashSet<>();
            List<Refusal> refusals = numbered(limits, limit -> {
                List<Refusal> wrong = new ArrayList<>(wrong(transaction, limit));
                if (!keys.add(key(limit))) {
                    wrong.add(twice(limit.name()));
                }
                return wrong;
            });
            if (!refusals.isEmpty()) {
                return Outcome.refused(refusals);
            }
            List<Limit> before = new Limits(transaction).all();
            for (Limit old : before) {
                if (!keys.contains(key(old))) {
                    remove(transaction, old);
                }
            }
            for (Limit limit : limits) {
                if (before.stream().noneMatch(old -> same(old, limit))) {
                    put(transaction, limit);
                }
            }
            return Outcome.done(limits.size());
        });
    }

    private static List<Object> key(Limit limit) {
        return List.of(limit.isRole(), Limits.key(limit.name()), limit.department(), limit.currency());
    }

    private static boolean same(Limit one, Limit other) {
        return key(one).equals(key(other)) && one.name().equals(other.name())
            && one.amount().compareTo(other.amount()) == 0;
    }

    private static Refusal twice(String what) {
        return Refusal.of(PurchasingRefusal.BAD_SETTING, what, "a line of its own")
            .hint("An earlier line is for the same. Keep one of the two.");
    }

    /** What is wrong with rules, each with its number as its line. */
    private static <T> List<Refusal> numbered(List<T> rules, Checking<T> check) throws SQLException {
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            Place line = Place.line(i + 1L);
            check.wrong(rules.get(i)).forEach(refusal -> refusals.add(refusal.at(line)));
        }
        return refusals;
    }

    /** Says what is wrong with a rule. */
    @FunctionalInterface
    private interface Checking<T> {

        List<Refusal> wrong(T rule) throws SQLException;

    }

    private List<Refusal> wrong(Transaction transaction, Limit limit) throws SQLException {
        Optional<Refusal> bad = number(limit.amount(), "a limit", BigDecimal.ZERO, Optional.empty());
        if (bad.isEmpty() && (limit.department().length() > LONGEST_DEPARTMENT || limit.name().isBlank())) {
            bad = Optional.of(Refusal.of(PurchasingRefusal.BAD_SETTING, limit.name() + " " + limit.department(),
                "a name and a department").hint("A department has at most " + LONGEST_DEPARTMENT + " characters."));
        }
        if (bad.isEmpty() && sessions.hasUsers() && !isKnown(transaction, limit)) {
            bad = Optional.of(Refusal.of(PurchasingRefusal.UNKNOWN_APPROVER, limit.isRole() ? "role" : "user",
                limit.name()).hint("Give the name as it was stored."));
        }
        return bad.stream().toList();
    }

    private static void put(Transaction transaction, Limit limit) throws SQLException {
        delete(transaction, limit);
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO approval_limit "
            + "(is_role, name_key, name, department, currency, amount) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setInt(1, limit.isRole() ? 1 : 0);
            insert.setString(2, Limits.key(limit.name()));
            insert.setString(3, limit.name());
            insert.setString(4, limit.department());
            insert.setString(5, limit.currency().getCurrencyCode());
            insert.setBigDecimal(6, limit.amount());
            insert.executeUpdate();
        }
        transaction.tell(AuditAction.CHANGED, "approval limit", limit.name(),
            Map.of("department", limit.department(), "amount", limit.amount() + " " + limit.currency()));
        transaction.changes(Topic.SETTINGS);
    }

    private static boolean isKnown(Transaction transaction, Limit limit) throws SQLException {
        String sql = limit.isRole() ? "SELECT 1 FROM app_role WHERE LOWER(name) = ?"
            : "SELECT 1 FROM app_user WHERE LOWER(name) = ?";
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setString(1, Limits.key(limit.name()));
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static boolean delete(Transaction transaction, Limit limit) throws SQLException {
        try (PreparedStatement delete = transaction.connection().prepareStatement("DELETE FROM approval_limit "
            + "WHERE is_role = ? AND name_key = ? AND department = ? AND currency = ?")) {
            delete.setInt(1, limit.isRole() ? 1 : 0);
            delete.setString(2, Limits.key(limit.name()));
            delete.setString(3, limit.department());
            delete.setString(4, limit.currency().getCurrencyCode());
            return delete.executeUpdate() > 0;
        }
    }

    @Override
    public Outcome<Boolean> removeLimit(Limit limit) {
        return work.write(transaction -> Outcome.done(remove(transaction, limit)));
    }

    private static boolean remove(Transaction transaction, Limit limit) throws SQLException {
        boolean there = delete(transaction, limit);
        if (there) {
            transaction.tell(AuditAction.DELETED, "approval limit", limit.name(),
                Map.of("department", limit.department()));
            transaction.changes(Topic.SETTINGS);
        }
        return there;
    }

    @Override
    public List<Delivery> deliveries() {
        return work.read(PurchasingSettingsComponent::deliveries);
    }

    private static List<Delivery> deliveries(Transaction transaction) throws SQLException {
        List<Delivery> result = new ArrayList<>();
        new Tolerances(transaction).deliveries().forEach((key, tolerance) -> result.add(new Delivery(
            key.supplier() == Tolerances.ALL ? Optional.empty() : Optional.of(new PartnerId(key.supplier())),
            key.item() == Tolerances.ALL ? Optional.empty() : Optional.of(new ItemId(key.item())),
            tolerance.over(), tolerance.under())));
        return result;
    }

    @Override
    public Outcome<Delivery> setDelivery(Delivery tolerance) {
        List<Refusal> refusals = wrong(tolerance);
        return !refusals.isEmpty() ? Outcome.refused(refusals) : work.write(transaction -> {
            put(transaction, tolerance);
            return Outcome.done(tolerance);
        });
    }

    @Override
    public Outcome<Integer> setDeliveries(List<Delivery> tolerances) {
        return work.write(transaction -> {
            Set<List<Object>> keys = new HashSet<>();
            List<Refusal> refusals = numbered(tolerances, tolerance -> {
                List<Refusal> wrong = new ArrayList<>(wrong(tolerance));
                if (!keys.add(key(tolerance))) {
                    wrong.add(twice("The tolerance"));
                }
                return wrong;
            });
            if (!refusals.isEmpty()) {
                return Outcome.refused(refusals);
            }
            List<Delivery> before = deliveries(transaction);
            for (Delivery old : before) {
                if (!keys.contains(key(old))) {
                    delete(transaction, old);
                    transaction.tell(AuditAction.DELETED, "delivery tolerance", subject(old), Map.of());
                }
            }
            for (Delivery tolerance : tolerances) {
                if (before.stream().noneMatch(old -> key(old).equals(key(tolerance))
                    && old.over().compareTo(tolerance.over()) == 0
                    && old.under().compareTo(tolerance.under()) == 0)) {
                    put(transaction, tolerance);
                }
            }
            return Outcome.done(tolerances.size());
        });
    }

    private static List<Object> key(Delivery tolerance) {
        return List.of(tolerance.supplier(), tolerance.item());
    }

    private static List<Refusal> wrong(Delivery tolerance) {
        List<Refusal> refusals = new ArrayList<>();
        number(tolerance.over(), "percent over", BigDecimal.ZERO, Optional.of(MOST_OVER)).ifPresent(refusals::add);
        number(tolerance.under(), "percent under", BigDecimal.ZERO, Optional.of(HUNDRED)).ifPresent(refusals::add);
        return refusals;
    }

    private static long supplier(Delivery tolerance) {
        return tolerance.supplier().map(PartnerId::value).orElse(Tolerances.ALL);
    }

    private static long item(Delivery tolerance) {
        return tolerance.item().map(ItemId::value).orElse(Tolerances.ALL);
    }

    private static String subject(Delivery tolerance) {
        return supplier(tolerance) + "/" + item(tolerance);
    }

    private static void delete(Transaction transaction, Delivery tolerance) throws SQLException {
        try (PreparedStatement delete = transaction.connection()
            .prepareStatement("DELETE FROM delivery_tolerance WHERE supplier_id = ? AND item_id = ?")) {
            delete.setLong(1, supplier(tolerance));
            delete.setLong(2, item(tolerance));
            delete.executeUpdate();
        }
        transaction.changes(Topic.SETTINGS);
    }

    private static void put(Transaction transaction, Delivery tolerance) throws SQLException {
        delete(transaction, tolerance);
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO "
            + "delivery_tolerance (supplier_id, item_id, over_percent, under_percent) VALUES (?, ?, ?, ?)")) {
            insert.setLong(1, supplier(tolerance));
            insert.setLong(2, item(tolerance));
            insert.setBigDecimal(3, tolerance.over());
            insert.setBigDecimal(4, tolerance.under());
            insert.executeUpdate();
        }
        transaction.tell(AuditAction.CHANGED, "delivery tolerance", subject(tolerance),
            Map.of("over", tolerance.over().toPlainString(), "under", tolerance.under().toPlainString()));
    }

    @Override
    public Matching matching() {
        return work.read(transaction -> new Tolerances(transaction).matching());
    }

    @Override
    public Outcome<Matching> setMatching(Matching tolerances) {
        List<Refusal> refusals = new ArrayList<>();
        number(tolerances.pricePercent(), "percent of a price", BigDecimal.ZERO, Optional.of(MOST_OVER))
            .ifPresent(refusals::add);
        number(tolerances.amount(), "an amount", BigDecimal.ZERO, Optional.empty()).ifPresent(refusals::add);
        number(tolerances.quantityPercent(), "percent of a quantity", BigDecimal.ZERO, Optional.of(MOST_OVER))
            .ifPresent(refusals::add);
        number(BigDecimal.valueOf(tolerances.duplicateDays()), "days", BigDecimal.ZERO,
            Optional.of(BigDecimal.valueOf(MOST_DAYS))).ifPresent(refusals::add);
        return !refusals.isEmpty() ? Outcome.refused(refusals) : work.write(transaction -> {
            String text = Tolerances.text(tolerances);
            int changed;
            try (PreparedStatement update = transaction.connection()
                .prepareStatement("UPDATE setting SET text = ?, version = version + 1 WHERE name = ?")) {
                update.setString(1, text);
                update.setString(2, Tolerances.MATCHING);
                changed = update.executeUpdate();
            }
            if (changed == 0) {
                try (PreparedStatement insert = transaction.connection()
                    .prepareStatement("INSERT INTO setting (name, text, version) VALUES (?, ?, 0)")) {
                    insert.setString(1, Tolerances.MATCHING);
                    insert.setString(2, text);
                    insert.executeUpdate();
                }
            }
            transaction.changes(Topic.SETTINGS);
            transaction.tell(AuditAction.CHANGED, "matching tolerances", Tolerances.MATCHING, Map.of("text", text));
            return Outcome.done(tolerances);
        });
    }

    private static Optional<Refusal> number(BigDecimal number, String what, BigDecimal least,
        Optional<BigDecimal> most) {
        BigDecimal plain = number.stripTrailingZeros();
        boolean fits = plain.scale() <= MOST_DECIMALS && plain.precision() - plain.scale() <= MOST_DIGITS
            && plain.compareTo(least) >= 0 && most.map(largest -> plain.compareTo(largest) <= 0).orElse(true);
        return fits ? Optional.empty() : Optional.of(Refusal
            .of(PurchasingRefusal.BAD_SETTING, number.toPlainString(), what)
            .hint("It is " + least + " or more" + most.map(largest -> ", at most " + largest).orElse("")
                + ", with at most " + MOST_DECIMALS + " decimals."));
    }

}
