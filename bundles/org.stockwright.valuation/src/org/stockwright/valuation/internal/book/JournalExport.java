package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.Journal.Export;
import org.stockwright.valuation.ValuationRefusal;

/**
 * What goes to the general ledger, in the currency's own decimals. An account's amounts are rounded as running totals over
 * all exports: what is exported of an account never differs from its balance by more than half of the smallest coin. So
 * that each day's debits equal its credits, the account with the largest amount of the day takes what rounding leaves.
 */
final class JournalExport {

    private static final int LONGEST_KEY = 128;
    /** Numbers are drawn by the thousand: rows of a work that has not ended may have smaller numbers than stored ones. */
    private static final String SEQUENCE = "movement_seq";

    private static final String NUMBERS = "e.id > ? AND e.id <= ?";
    private static final String INSTANTS = "e.effective_at > ? AND e.effective_at <= ?";

    private final Transaction transaction;
    private final Connection connection;

    JournalExport(Transaction transaction) {
        this.transaction = transaction;
        this.connection = transaction.connection();
    }

    private record Span(long id, long from, long until) {
    }

    private record Place(LocalDate day, String account, String costCentre) {
    }

    Outcome<List<Export>> export(String key) throws SQLException {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            return Outcome.refused(Refusal.of(ValuationRefusal.BAD_KEY, key)
                .hint("Give the export a name of at most " + LONGEST_KEY + " characters."));
        }
        Heads.lockSetting(transaction, Rules.COUNTER);
        Span span = known(key);
        if (span == null) {
            span = draw(key);
        }
        return Outcome.done(lines(span));
    }

    private Span known(String key) throws SQLException {
        try (PreparedStatement select = connection
            .prepareStatement("SELECT id, from_entry, until_entry FROM journal_export WHERE export_key = ?")) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Span(row.getLong(1), row.getLong(2), row.getLong(3)) : null;
            }
        }
    }

    /** Everything up to the last number below which no row comes any more. */
    private Span draw(String key) throws SQLException {
        long from = number("SELECT MAX(until_entry) FROM journal_export");
        long until = Math.max(from, Math.min(transaction.settled(SEQUENCE),
            Math.max(number("SELECT MAX(id) FROM value_entry"), number("SELECT MAX(id) FROM periodic_entry"))));
        Span span = new Span(number("SELECT COUNT(*) FROM journal_export") + 1, from, until);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO journal_export (id, export_key, "
            + "from_entry, until_entry, recorded_at, user_name) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, span.id());
            insert.setString(2, key);
            insert.setLong(3, span.from());
            insert.setLong(4, span.until());
            insert.setLong(5, Micros.of(transaction.now()));
            insert.setString(6, transaction.user());
            insert.executeUpdate();
        }
        return span;
    }

    private long number(String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql); ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<Export> lines(Span span) throws SQLException {
        return lines(NUMBERS, 0, span.from(), span.until(), Long.toString(span.id()));
    }

    /** What counts on some days, whenever it was recorded. */
    List<Export> ofDays(LocalDate first, LocalDate last) throws SQLException {
        ZoneId zone = CompanyZone.read(connection);
        return lines(INSTANTS, Long.MIN_VALUE, before(first, zone), before(last.plusDays(1), zone),
            first + ".." + last);
    }

    private static long before(LocalDate day, ZoneId zone) {
        return Micros.of(day.atStartOfDay(zone).toInstant()) - 1;
    }

    /**
     * The rows whose number, or instant, is above one and up to another.
     *
     * @param limits the condition with an upper and a lower limit
     * @param first below everything
     * @param name what the entries' names begin with
     */
    private List<Export> lines(String limits, long first, long from, long until, String name) throws SQLException {
        int decimals = Rules.currencyDecimals(connection);
        ZoneId zone = CompanyZone.read(connection);
        Map<String, BigDecimal> before = new HashMap<>();
        amounts(limits, first, from, zone)
            .forEach((place, amount) -> before.merge(place.account(), amount, BigDecimal::add));
        TreeMap<LocalDate, Map<Place, BigDecimal>> days = new TreeMap<>();
        amounts(limits, from, until, zone).forEach((place, amount) -> days
            .computeIfAbsent(place.day(), day -> new TreeMap<>(Comparator.comparing(Place::account)
                .thenComparing(Place::costCentre)))
            .put(place, amount));
        List<Export> result = new ArrayList<>();
        days.forEach((day, places) -> {
            Map<Place, BigDecimal> rounded = new TreeMap<>(Comparator.comparing(Place::account)
                .thenComparing(Place::costCentre));
            places.forEach((place, amount) -> {
                BigDecimal had = before.getOrDefault(place.account(), BigDecimal.ZERO);
                BigDecimal now = had.add(amount);
                before.put(place.account(), now);
                rounded.put(place, now.setScale(decimals, RoundingMode.HALF_EVEN)
                    .subtract(had.setScale(decimals, RoundingMode.HALF_EVEN)));
            });
            balance(rounded);
            rounded.forEach((place, amount) -> {
                if (amount.signum() != 0) {
                    result.add(new Export(name + "-" + (result.size() + 1), day, place.account(),
                        place.costCentre(), amount.max(BigDecimal.ZERO), amount.negate().max(BigDecimal.ZERO),
                        "Stock movements of " + day));
                }
            });
        });
        return result;
    }

    private static void balance(Map<Place, BigDecimal> rounded) {
        BigDecimal off = rounded.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (off.signum() != 0) {
            rounded.entrySet().stream().max(Comparator.comparing(entry -> entry.getValue().abs()))
                .ifPresent(entry -> entry.setValue(entry.getValue().subtract(off)));
        }
    }

    private Map<Place, BigDecimal> amounts(String limits, long from, long until, ZoneId zone) throws SQLException {
        Map<Place, BigDecimal> result = new HashMap<>();
        for (String side : List.of("debit", "credit")) {
            String sql = "SELECT e.effective_at, a.code, a.external_code, e.cost_centre, e.amount FROM "
                + Books.of(connection).rows()
                + " e JOIN account a ON a.id = e." + side + "_account_id WHERE " + limits;
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setLong(1, from);
                select.setLong(2, until);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        String account = row.getString(3) == null ? row.getString(2) : row.getString(3);
                        String centre = row.getString(4) == null ? "" : row.getString(4);
                        BigDecimal amount = row.getBigDecimal(5);
                        result.merge(
                            new Place(Micros.toInstant(row.getLong(1)).atZone(zone).toLocalDate(), account, centre),
                            side.equals("debit") ? amount : amount.negate(), BigDecimal::add);
                    }
                }
            }
        }
        return result;
    }

}
