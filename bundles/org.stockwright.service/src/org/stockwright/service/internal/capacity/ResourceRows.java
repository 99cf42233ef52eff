package org.stockwright.service.internal.capacity;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.stockwright.base.Micros;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.Resource;
import org.stockwright.service.Resource.Absence;
import org.stockwright.service.Resource.Kind;
import org.stockwright.service.Resource.Shift;

/** Reads and writes resources. */
final class ResourceRows {

    private static final int MINUTES_OF_HOUR = 60;
    private static final int MINUTES_OF_DAY = 1_440;
    private static final String HEADS = "SELECT id, code, name, kind FROM service_resource ORDER BY id";
    private static final String POOLS = "SELECT resource_id, pool FROM service_resource_pool";
    private static final String SHIFTS = "SELECT resource_id, week_day, from_minute, to_minute, since, until_day "
        + "FROM service_shift ORDER BY resource_id, week_day, from_minute, since";
    private static final String ABSENCES = "SELECT resource_id, from_at, until_at, why FROM service_absence "
        + "ORDER BY resource_id, from_at, until_at";
    private static final List<String> PARTS = List.of("DELETE FROM service_resource_pool WHERE resource_id = ?",
        "DELETE FROM service_shift WHERE resource_id = ?", "DELETE FROM service_absence WHERE resource_id = ?");

    private final Connection connection;

    ResourceRows(Connection connection) {
        this.connection = connection;
    }

    @FunctionalInterface
    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String sql, Reader reader) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                reader.read(row);
            }
        }
    }

    /** All resources by their number. */
    SortedMap<Long, Resource> all() throws SQLException {
        Map<Long, Set<String>> pools = pools();
        Map<Long, List<Shift>> shifts = new HashMap<>();
        each(SHIFTS, row -> shifts.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
            .add(new Shift(DayOfWeek.of(row.getInt(2)), time(row.getInt(3)), time(row.getInt(4)),
                row.getDate(5).toLocalDate(), Optional.ofNullable(row.getDate(6)).map(Date::toLocalDate))));
        Map<Long, List<Absence>> absences = new HashMap<>();
        each(ABSENCES, row -> absences.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
            .add(new Absence(Micros.toInstant(row.getLong(2)), Micros.toInstant(row.getLong(3)), row.getString(4))));
        SortedMap<Long, Resource> result = new TreeMap<>();
        each(HEADS, row -> result.put(row.getLong(1),
            new Resource(row.getString(2), row.getString(3), Kind.valueOf(row.getString(4)),
                pools.getOrDefault(row.getLong(1), Set.of()), shifts.getOrDefault(row.getLong(1), List.of()),
                absences.getOrDefault(row.getLong(1), List.of()))));
        return result;
    }

    private Map<Long, Set<String>> pools() throws SQLException {
        Map<Long, Set<String>> result = new TreeMap<>();
        each(POOLS, row -> result.computeIfAbsent(row.getLong(1), id -> new TreeSet<>()).add(row.getString(2)));
        return result;
    }

    /**
     * The numbers of all resources that a choice for some pools may concern: of their members, of those of the pools that these
     * are in besides, and so on.
     */
    TreeSet<Long> concerned(Collection<String> wanted) throws SQLException {
        Map<Long, Set<String>> pools = pools();
        Set<String> reached = new TreeSet<>(wanted);
        TreeSet<Long> result = new TreeSet<>();
        int before = -1;
        while (before < result.size()) {
            before = result.size();
            pools.forEach((id, some) -> {
                if (some.stream().anyMatch(reached::contains)) {
                    result.add(id);
                    reached.addAll(some);
                }
            });
        }
        return result;
    }

    /** Locks resources by rising number until the transaction ends. */
    static void lock(Transaction transaction, TreeSet<Long> ids) throws SQLException {
        new BulkSelect(transaction).lock("SELECT id FROM service_resource", "id", ids, row -> {
            // the lock is all that is wanted
        });
    }

    /** Stores a resource under a number, in place of what was there. */
    void store(long id, Resource resource, boolean isNew) throws SQLException {
        String sql = isNew ? "INSERT INTO service_resource (code, name, kind, id) VALUES (?, ?, ?, ?)"
            : "UPDATE service_resource SET code = ?, name = ?, kind = ? WHERE id = ?";
        try (PreparedStatement head = connection.prepareStatement(sql)) {
            head.setString(1, resource.code());
            head.setString(2, resource.name());
            head.setString(3, resource.kind().name());
            head.setLong(4, id);
            head.executeUpdate();
        }
        clear(id);
        try (
            PreparedStatement pool = connection
                .prepareStatement("INSERT INTO service_resource_pool (resource_id, pool) VALUES (?, ?)");
            PreparedStatement shift = connection.prepareStatement("INSERT INTO service_shift (resource_id, week_day, "
                + "from_minute, to_minute, since, until_day) VALUES (?, ?, ?, ?, ?, ?)");
            PreparedStatement absence = connection.prepareStatement(
                "INSERT INTO service_absence (resource_id, from_at, until_at, why) VALUES (?, ?, ?, ?)")) {
            for (String one : resource.pools()) {
                pool.setLong(1, id);
                pool.setString(2, one);
                pool.addBatch();
            }
            for (Shift one : resource.shifts()) {
                shift.setLong(1, id);
                shift.setInt(2, one.day().getValue());
                shift.setInt(3, minute(one.from()));
                shift.setInt(4, one.to().equals(LocalTime.MIDNIGHT) ? MINUTES_OF_DAY : minute(one.to()));
                shift.setDate(5, Date.valueOf(one.since()));
                shift.setDate(6, one.until().map(Date::valueOf).orElse(null));
                shift.addBatch();
            }
            for (Absence one : resource.absences()) {
                absence.setLong(1, id);
                absence.setLong(2, Micros.of(one.from()));
                absence.setLong(3, Micros.of(one.until()));
                absence.setString(4, one.why());
                absence.addBatch();
            }
            pool.executeBatch();
            shift.executeBatch();
            absence.executeBatch();
        }
    }

    private void clear(long id) throws SQLException {
        for (String sql : PARTS) {
            run(sql, id);
        }
    }

    private void run(String sql, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }

    /** Removes a resource. */
    void delete(long id) throws SQLException {
        clear(id);
        run("DELETE FROM service_resource WHERE id = ?", id);
    }

    private static int minute(LocalTime time) {
        return time.getHour() * MINUTES_OF_HOUR + time.getMinute();
    }

    private static LocalTime time(int minute) {
        return LocalTime.of(minute / MINUTES_OF_HOUR % 24, minute % MINUTES_OF_HOUR);
    }

    /** The first and the last day that a shift can name. */
    static boolean isDay(LocalDate day) {
        return day.getYear() >= 1900 && day.getYear() < 3000;
    }

}
