package org.stockwright.purchasing.internal.orders;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.PurchasingRefusal;
import org.stockwright.purchasing.PurchasingSettings.Limit;

/** Up to which total users and roles may approve. */
final class Limits {

    private final Transaction transaction;

    Limits(Transaction transaction) {
        this.transaction = transaction;
    }

    /** All limits, by name and department. */
    List<Limit> all() throws SQLException {
        List<Limit> result = new ArrayList<>();
        try (
            PreparedStatement select = transaction.connection().prepareStatement("SELECT is_role, name, department, "
                + "amount, currency FROM approval_limit ORDER BY name_key, is_role, department, currency");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.add(new Limit(row.getInt(1) == 1, row.getString(2), row.getString(3),
                    row.getBigDecimal(4).stripTrailingZeros(), Currency.getInstance(row.getString(5))));
            }
        }
        return result;
    }

    /**
     * What somebody may approve.
     *
     * @param none whether there are no limits at all, so that all may be approved
     * @param amount the largest total
     */
    record Allowed(boolean none, BigDecimal amount) {

        Optional<BigDecimal> limit() {
            return none ? Optional.empty() : Optional.of(amount);
        }

    }

    /**
     * The limit of whoever acts, for a document's department and currency. A user's own limit goes before those of his
     * roles, of which the largest counts; a limit of the department goes before one for all departments.
     */
    Allowed of(Document document) throws SQLException {
        List<Limit> all = all();
        if (all.isEmpty()) {
            return new Allowed(true, BigDecimal.ZERO);
        }
        String user = key(transaction.user());
        Set<String> roles = roles(user);
        for (String department : List.of(document.department(), "")) {
            for (boolean isRole : List.of(false, true)) {
                Optional<BigDecimal> most = all.stream()
                    .filter(limit -> limit.isRole() == isRole && limit.department().equals(department)
                        && limit.currency().equals(document.currency())
                        && (isRole ? roles.contains(key(limit.name())) : key(limit.name()).equals(user)))
                    .map(Limit::amount).max(BigDecimal::compareTo);
                if (most.isPresent()) {
                    return new Allowed(false, most.get());
                }
            }
        }
        return new Allowed(false, BigDecimal.ZERO);
    }

    /** Why a document may not be approved by whoever acts; the hint names who may. */
    Optional<Refusal> refusal(Document document, Allowed allowed) throws SQLException {
        if (allowed.none() || document.total().compareTo(allowed.amount()) <= 0) {
            return Optional.empty();
        }
        String next = all().stream()
            .filter(limit -> limit.currency().equals(document.currency())
                && limit.amount().compareTo(document.total()) >= 0
                && (limit.department().isEmpty() || limit.department().equals(document.department())))
            .sorted((one, other) -> one.amount().compareTo(other.amount()))
            .map(limit -> (limit.isRole() ? "role " : "") + limit.name() + " (up to "
                + limit.amount().toPlainString() + ")")
            .distinct().collect(Collectors.joining(", "));
        return Optional.of(Refusal
            .of(PurchasingRefusal.OVER_LIMIT, money(document.total(), document.currency()),
                money(allowed.amount(), document.currency()), transaction.user())
            .hint(next.isEmpty() ? "Nobody has a limit that high: set one in " + document.currency() + "."
                : "Ask " + next + "."));
    }

    private static String money(BigDecimal amount, Currency currency) {
        return amount.stripTrailingZeros().toPlainString() + " " + currency;
    }

    /** How names are compared. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private Set<String> roles(String user) throws SQLException {
        Set<String> roles = new HashSet<>();
        try (PreparedStatement select = transaction.connection().prepareStatement("SELECT r.name FROM app_user u "
            + "JOIN user_role g ON g.user_id = u.id JOIN app_role r ON r.id = g.role_id WHERE LOWER(u.name) = ?")) {
            select.setString(1, user);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    roles.add(key(row.getString(1)));
                }
            }
        }
        return roles;
    }

}
