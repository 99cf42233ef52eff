package org.stockwright.valuation.internal.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

import org.stockwright.base.Micros;
import org.stockwright.base.Refusal;
import org.stockwright.valuation.CostScope;
import org.stockwright.valuation.ValuationRefusal;

/**
 * What all values of a book depend on, as it was at a version of it.
 *
 * @param version of the rules
 * @param scale the decimals of amounts
 * @param scope which goods share one cost
 * @param places the places
 * @param groups which lots are in which group
 * @param accounts which account a side goes to
 * @param policies how cost flows
 * @param systems which inventory system the books follow
 * @param periodUntil the end of the last closed period
 * @param periodicUntil the end of the last period that the periodic inventory system closed
 * @param softUntil the end of the last period that only some may still post into
 */
record Rules(long version, int scale, CostScope scope, PlaceMap places, GroupedLots groups, PostingRules accounts,
    CostPolicies policies, InventorySystems systems, long periodUntil, long periodicUntil, long softUntil) {

    /** The name of the setting whose version counts the changes; whoever changes them locks its row. */
    static final String COUNTER = "valuation.rules";
    /** The name of the setting that says which goods share one cost. */
    static final String SCOPE = "valuation.scope";
    private static final String VERSION = "SELECT version FROM setting WHERE name = 'valuation.rules'";
    private static final String CLOSED_END = "SELECT MAX(ends_at) FROM accounting_period WHERE state IN ('CLOSED')";
    private static final String PERIODIC_END = "SELECT MAX(c.ends_at) FROM periodic_close c WHERE c.decision = 'CLOSED' "
        + "AND NOT EXISTS (SELECT 1 FROM periodic_close r WHERE r.ends_at = c.ends_at AND r.id > c.id)";
    private static final String SOFT_END = "SELECT MAX(ends_at) FROM accounting_period "
        + "WHERE state IN ('CLOSED', 'SOFT')";
    /** More decimals than the currency has, so that prices to a hundredth of a cent lose nothing. */
    private static final int MORE_DECIMALS = 2;
    private static final int USUAL_DECIMALS = 2;
    /** Before everything; the database keeps no smaller instant. */
    static final long ALWAYS = -9_000_000_000_000_000L;

    /** The version of what is stored now. Places have none of their own here: {@link RulesIndex} hears of them. */
    static long version(Connection connection) throws SQLException {
        try (
            PreparedStatement select = connection.prepareStatement(VERSION);
            ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Reads them. */
    static Rules read(Connection connection, long version) throws SQLException {
        String scope = setting(connection, SCOPE);
        return new Rules(version, currencyDecimals(connection) + MORE_DECIMALS,
            scope.isEmpty() ? CostScope.COMPANY : CostScope.valueOf(scope), PlaceMap.read(connection),
            GroupedLots.read(connection),
            PostingRules.read(connection), CostPolicies.read(connection), InventorySystems.read(connection),
            end(connection, CLOSED_END), end(connection, PERIODIC_END), end(connection, SOFT_END));
    }

    /** What is before it never changes: the end of the last period that was closed, by either closing. */
    long closedUntil() {
        return Math.max(periodUntil, periodicUntil);
    }

    /** When something begins: an instant, or always. */
    static long beginning(Optional<Instant> from) {
        return from.map(Micros::of).orElse(ALWAYS);
    }

    /** When something begins; empty for always. */
    static Optional<Instant> beginning(long from) {
        return from <= ALWAYS ? Optional.empty() : Optional.of(Micros.toInstant(from));
    }

    /** Why something cannot begin then: what was valued before the end of a closed period stays as it is. */
    static Optional<Refusal> closed(Rules rules, Optional<Instant> from, boolean isValued) {
        long at = beginning(from);
        return isValued && at < rules.closedUntil()
            ? Optional.of(Refusal.of(ValuationRefusal.PERIOD_CLOSED, Micros.toInstant(at),
                Micros.toInstant(rules.closedUntil())).hint("Let it begin later."))
            : Optional.empty();
    }

    /** As they were known at an instant: only the terms of transit ask for it. */
    Rules knownUntil(long recorded) {
        PlaceMap known = places.knownUntil(recorded);
        return known == places ? this
            : new Rules(version, scale, scope, known, groups, accounts, policies, systems,
                periodUntil, periodicUntil, softUntil);
    }

    /** What tells pools of an item apart by lot: the lot, its group, or nothing. */
    long lotOfPool(Connection connection, long lot) throws SQLException {
        return switch (scope) {
            case COMPANY, SITE -> 0;
            case LOT -> lot;
            case LOT_GROUP -> groups.of(connection, lot);
        };
    }

    static String setting(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT text FROM setting WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    /** The decimals of the company's currency. */
    static int currencyDecimals(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT currency FROM company");
            ResultSet row = select.executeQuery()) {
            int digits = row.next() ? Currency.getInstance(row.getString(1)).getDefaultFractionDigits()
                : USUAL_DECIMALS;
            return Math.max(0, digits);
        }
    }

    private static long end(Connection connection, String sql) throws SQLException {
        try (
            PreparedStatement select = connection
                .prepareStatement(sql);
            ResultSet row = select.executeQuery()) {
            row.next();
            long end = row.getLong(1);
            return row.wasNull() ? Long.MIN_VALUE : end;
        }
    }

}
