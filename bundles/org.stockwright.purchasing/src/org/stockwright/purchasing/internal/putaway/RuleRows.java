package org.stockwright.purchasing.internal.putaway;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.PutAway.Rule;
import org.stockwright.purchasing.ReceivingRefusal;

/** The stored rules of put-away. */
final class RuleRows {

    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_CATEGORY = 400;
    private static final int LONGEST_CLASS = 24;
    private static final int HUNDRED = 100;

    private final Transaction transaction;

    RuleRows(Transaction transaction) {
        this.transaction = transaction;
    }

    List<Rule> all() throws SQLException {
        List<Rule> rules = new ArrayList<>();
        try (
            PreparedStatement select = transaction.connection().prepareStatement("SELECT code, priority, item_id, "
                + "category, abc_class, temperature_class, hazard_class, target_id, fixed, consolidate, fill_percent "
                + "FROM put_away_rule ORDER BY priority, code");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long item = row.getLong(3);
                Optional<ItemId> only = row.wasNull() ? Optional.empty() : Optional.of(new ItemId(item));
                rules.add(new Rule(row.getString(1), row.getInt(2), only, row.getString(4), row.getString(5),
                    row.getString(6), row.getString(7), new LocationId(row.getLong(8)), row.getInt(9) == 1,
                    row.getInt(10) == 1, row.getInt(11)));
            }
        }
        return rules;
    }

    /** What of a rule is not right; empty when it can be stored. */
    static Optional<Refusal> wrong(Rule rule, Predicate<LocationId> isPlace) {
        String wrong = "";
        if (rule.code().isBlank() || rule.code().length() > LONGEST_CODE || !rule.code().equals(rule.code().strip())
            || rule.code().chars().anyMatch(Character::isISOControl)) {
            wrong = "its code has 1 to " + LONGEST_CODE + " characters without blanks at its ends";
        } else if (rule.category().length() > LONGEST_CATEGORY) {
            wrong = "the category is longer than " + LONGEST_CATEGORY + " characters";
        } else if (List.of(rule.abcClass(), rule.temperatureClass(), rule.hazardClass()).stream()
            .anyMatch(text -> text.length() > LONGEST_CLASS)) {
            wrong = "a class is longer than " + LONGEST_CLASS + " characters";
        } else if (rule.fillPercent() < 1 || rule.fillPercent() > HUNDRED) {
            wrong = "bins are used by 1 to 100 percent, not " + rule.fillPercent();
        } else if (!isPlace.test(rule.target())) {
            wrong = "its target is no place that keeps stock";
        }
        return wrong.isEmpty() ? Optional.empty() : Optional.of(Refusal.of(ReceivingRefusal.BAD_RULE, rule.code(),
            wrong).hint("Change the rule."));
    }

    /** Stores rules in the place of those with the same code; tells how many differed. */
    int save(List<Rule> rules) throws SQLException {
        Map<String, Rule> before = new HashMap<>();
        all().forEach(rule -> before.put(rule.code(), rule));
        int changed = 0;
        for (Rule rule : rules) {
            if (!rule.equals(before.get(rule.code()))) {
                remove(rule.code());
                insert(rule);
                changed++;
            }
        }
        if (changed > 0) {
            transaction.tell("PUT_AWAY_RULES", "put_away_rule", rules.getFirst().code(),
                Map.of("changed", Integer.toString(changed)));
            transaction.changes(Topic.SETTINGS);
        }
        return changed;
    }

    private void insert(Rule rule) throws SQLException {
        try (PreparedStatement insert = transaction.connection()
            .prepareStatement("INSERT INTO put_away_rule (id, code, "
                + "priority, item_id, category, abc_class, temperature_class, hazard_class, target_id, fixed, consolidate, "
                + "fill_percent) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, transaction.nextId("receiving_seq"));
            insert.setString(2, rule.code());
            insert.setInt(3, rule.priority());
            if (rule.item().isPresent()) {
                insert.setLong(4, rule.item().get().value());
            } else {
                insert.setNull(4, Types.BIGINT);
            }
            insert.setString(5, rule.category());
            insert.setString(6, rule.abcClass());
            insert.setString(7, rule.temperatureClass());
            insert.setString(8, rule.hazardClass());
            insert.setLong(9, rule.target().value());
            insert.setInt(10, rule.fixed() ? 1 : 0);
            insert.setInt(11, rule.consolidate() ? 1 : 0);
            insert.setInt(12, rule.fillPercent());
            insert.executeUpdate();
        }
    }

    /** Takes rules away by their codes, and tells how many there were. */
    int removeAll(List<String> codes) throws SQLException {
        int gone = 0;
        for (String code : codes) {
            if (remove(code)) {
                transaction.tell("PUT_AWAY_RULES", "put_away_rule", code, Map.of("removed", code));
                gone++;
            }
        }
        if (gone > 0) {
            transaction.changes(Topic.SETTINGS);
        }
        return gone;
    }

    private boolean remove(String code) throws SQLException {
        try (PreparedStatement delete = transaction.connection()
            .prepareStatement("DELETE FROM put_away_rule WHERE code = ?")) {
            delete.setString(1, code);
            return delete.executeUpdate() > 0;
        }
    }

}
