package org.stockwright.fulfilment.internal.allocation;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Micros;
import org.stockwright.base.PartnerId;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.fulfilment.Allocation.Level;
import org.stockwright.fulfilment.Allocation.Policy;
import org.stockwright.fulfilment.Allocation.Sourcing;
import org.stockwright.persistence.Transaction;

/** The policies of allocation for the time of one question. */
final class Policies {

    /** What holds when nobody set anything. */
    static final String STRATEGY = "fefo";

    private static final String SELECT = "SELECT p.policy_level, p.subject_id, p.strategy, p.sourcing, "
        + "p.remaining_days, c.path, pa.code, i.code FROM allocation_policy p "
        + "LEFT JOIN category c ON c.id = p.subject_id AND p.policy_level = 'CATEGORY' "
        + "LEFT JOIN partner pa ON pa.id = p.subject_id AND p.policy_level = 'CUSTOMER' "
        + "LEFT JOIN item i ON i.id = p.subject_id AND p.policy_level = 'ITEM'";

    private final List<Policy> all = new ArrayList<>();
    private final Map<Long, Policy> ofCustomers = new HashMap<>();
    private final Map<Long, Policy> ofItems = new HashMap<>();
    private final Map<String, Policy> ofCategories = new HashMap<>();
    private Optional<Policy> ofCompany = Optional.empty();

    /** Reads them. */
    static Policies read(Transaction transaction) throws SQLException {
        Policies result = new Policies();
        String sql = SELECT + transaction.dialect().withoutWaiting();
        try (PreparedStatement select = transaction.connection().prepareStatement(sql);
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.add(row);
            }
        }
        result.all.sort(Comparator.comparing(Policy::level).thenComparing(Policy::subject));
        return result;
    }

    private void add(ResultSet row) throws SQLException {
        Level level = Level.valueOf(row.getString(1));
        long subject = row.getLong(2);
        int days = row.getInt(5);
        Optional<Integer> remaining = row.wasNull() ? Optional.empty() : Optional.of(days);
        String name = row.getString(switch (level) {
            case COMPANY, CATEGORY -> 6;
            case CUSTOMER -> 7;
            case ITEM -> 8;
        });
        name = name == null ? "" : name;
        Policy policy = new Policy(level, name, row.getString(3),
            Optional.of(row.getString(4)).filter(text -> !text.isEmpty()).map(Sourcing::valueOf), remaining);
        all.add(policy);
        switch (level) {
            case COMPANY -> ofCompany = Optional.of(policy);
            case CATEGORY -> ofCategories.put(name, policy);
            case CUSTOMER -> ofCustomers.put(subject, policy);
            case ITEM -> ofItems.put(subject, policy);
        }
    }

    List<Policy> all() {
        return List.copyOf(all);
    }

    /** The strategy for a customer and an item: the customer's, the nearest category's, the company's. */
    String strategy(PartnerId customer, ItemFacts item) {
        List<Policy> order = new ArrayList<>();
        Optional.ofNullable(ofCustomers.get(customer.value())).ifPresent(order::add);
        order.addAll(categories(item));
        ofCompany.ifPresent(order::add);
        return order.stream().map(Policy::strategy).filter(text -> !text.isEmpty()).findFirst().orElse(STRATEGY);
    }

    /** Where stock is taken from for an order without a place: the customer's, then the company's. */
    Sourcing sourcing(PartnerId customer) {
        return Optional.ofNullable(ofCustomers.get(customer.value())).flatMap(Policy::sourcing)
            .or(() -> ofCompany.flatMap(Policy::sourcing)).orElse(Sourcing.ANY);
    }

    /**
     * The shelf life that must be left, in days: what is set for the item, its nearest category or the company, or what is
     * set for the customer when that is more.
     */
    int remainingDays(PartnerId customer, ItemFacts item) {
        List<Policy> order = new ArrayList<>();
        Optional.ofNullable(ofItems.get(item.id().value())).ifPresent(order::add);
        order.addAll(categories(item));
        ofCompany.ifPresent(order::add);
        int ofItem = order.stream().flatMap(policy -> policy.remainingDays().stream()).findFirst().orElse(0);
        int ofCustomer = Optional.ofNullable(ofCustomers.get(customer.value())).flatMap(Policy::remainingDays)
            .orElse(0);
        return Math.max(ofItem, ofCustomer);
    }

    private List<Policy> categories(ItemFacts item) {
        List<Policy> result = new ArrayList<>();
        String path = item.category();
        while (!path.isEmpty()) {
            Optional.ofNullable(ofCategories.get(path)).ifPresent(result::add);
            path = path.lastIndexOf('/') < 0 ? "" : path.substring(0, path.lastIndexOf('/'));
        }
        return result;
    }

    /** Stores a policy in place of the one that was; one that says nothing is only taken away. */
    static void save(Transaction transaction, Policy policy, long subject) throws SQLException {
        try (PreparedStatement delete = transaction.connection()
            .prepareStatement("DELETE FROM allocation_policy WHERE policy_level = ? AND subject_id = ?")) {
            delete.setString(1, policy.level().name());
            delete.setLong(2, subject);
            delete.executeUpdate();
        }
        if (policy.strategy().isEmpty() && policy.sourcing().isEmpty() && policy.remainingDays().isEmpty()) {
            return;
        }
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO allocation_policy "
            + "(policy_level, subject_id, strategy, sourcing, remaining_days, user_name, changed_at) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, policy.level().name());
            insert.setLong(2, subject);
            insert.setString(3, policy.strategy());
            insert.setString(4, policy.sourcing().map(Sourcing::name).orElse(""));
            if (policy.remainingDays().isPresent()) {
                insert.setInt(5, policy.remainingDays().get());
            } else {
                insert.setNull(5, Types.INTEGER);
            }
            insert.setString(6, transaction.user());
            insert.setLong(7, Micros.of(transaction.now()));
            insert.executeUpdate();
        }
    }

    /** The number of what a policy is set for; empty when there is no such thing. */
    static Optional<Long> subject(Transaction transaction, Level level, String name) throws SQLException {
        String sql = switch (level) {
            case COMPANY -> "";
            case CATEGORY -> "SELECT id FROM category WHERE path = ?";
            case CUSTOMER -> "SELECT id FROM partner WHERE code = ?";
            case ITEM -> "SELECT id FROM item WHERE code = ?";
        };
        if (sql.isEmpty()) {
            return Optional.of(0L);
        }
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

}
