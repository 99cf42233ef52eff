package org.stockwright.valuation.internal.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.stockwright.valuation.InventorySystem;

/** Which inventory system the books follow when. */
final class InventorySystems {

    private final List<Setting> settings;
    private final List<Span> periodic;

    private InventorySystems(List<Setting> settings) {
        this.settings = List.copyOf(settings);
        this.periodic = spans(settings);
    }

    /**
     * A recorded choice.
     *
     * @param id its number
     * @param system what was chosen
     * @param from from when, in microseconds since 1970
     * @param recorded when it was recorded
     * @param user by whom
     */
    record Setting(long id, InventorySystem system, long from, long recorded, String user) {
    }

    /**
     * A time in which the periodic system is in force.
     *
     * @param from its beginning
     * @param until its end, exclusive; {@link Long#MAX_VALUE} while it has none
     */
    record Span(long from, long until) {

        boolean has(long instant) {
            return from <= instant && instant < until;
        }

    }

    static InventorySystems read(Connection connection) throws SQLException {
        List<Setting> settings = new ArrayList<>();
        try (
            PreparedStatement select = connection
                .prepareStatement("SELECT id, system_name, effective_from, recorded_at, "
                    + "user_name FROM inventory_system ORDER BY id");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                settings.add(new Setting(row.getLong(1), InventorySystem.valueOf(row.getString(2)), row.getLong(3),
                    row.getLong(4), row.getString(5)));
            }
        }
        return new InventorySystems(settings);
    }

    private static List<Span> spans(List<Setting> settings) {
        List<Span> result = new ArrayList<>();
        Long since = null;
        for (Map.Entry<Long, Setting> next : inForce(settings).entrySet()) {
            boolean begins = next.getValue().system() == InventorySystem.PERIODIC;
            if (begins && since == null) {
                since = next.getKey();
            } else if (!begins && since != null) {
                result.add(new Span(since, next.getKey()));
                since = null;
            }
        }
        if (since != null) {
            result.add(new Span(since, Long.MAX_VALUE));
        }
        return List.copyOf(result);
    }

    /** The last choice for each instant counts. */
    private static TreeMap<Long, Setting> inForce(List<Setting> settings) {
        TreeMap<Long, Setting> result = new TreeMap<>();
        settings.forEach(setting -> result.put(setting.from(), setting));
        return result;
    }

    /** All choices in the order in which they were recorded. */
    List<Setting> settings() {
        return settings;
    }

    /** The last instant from which something was chosen. */
    Optional<Setting> last() {
        return Optional.ofNullable(inForce(settings).lastEntry()).map(Map.Entry::getValue);
    }

    /** When the periodic system is in force. */
    List<Span> periodic() {
        return periodic;
    }

    /** The time of the periodic system in which an instant is. */
    Optional<Span> spanOf(long instant) {
        return periodic.stream().filter(span -> span.has(instant)).findFirst();
    }

    boolean isPeriodic(long instant) {
        return spanOf(instant).isPresent();
    }

    /** A condition on a column with instants: whether the periodic system is in force then. */
    String condition(String column) {
        List<String> parts = periodic.stream()
            .map(span -> column + " >= " + span.from() + " AND " + column + " < " + span.until()).toList();
        return parts.isEmpty() ? "1 = 0" : "(" + String.join(" OR ", parts) + ")";
    }

}
