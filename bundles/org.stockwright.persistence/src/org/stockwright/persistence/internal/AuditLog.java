package org.stockwright.persistence.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

import org.stockwright.model.MicrosConverter;
import org.stockwright.persistence.AuditAction;
import org.stockwright.persistence.Transaction;

/** What one transaction has to say in the audit trail: the rows of master data that it changes, and other events. */
final class AuditLog {

    private static final int MAX_KEY = 400;
    private static final int MAX_SUBJECT = 64;
    private static final int MAX_USER = 128;
    private static final String ACTION = "[A-Z][A-Z_]{0,31}";

    private final Transaction transaction;
    private final Connection connection;
    private final WatchedRows before;
    private final Map<WatchedTable, Watched> watched = new LinkedHashMap<>();
    private final List<Event> told = new ArrayList<>();

    AuditLog(Transaction transaction, Connection connection) {
        this.transaction = transaction;
        this.connection = connection;
        this.before = new WatchedRows(connection, transaction.dialect());
    }

    /** What is watched of a table: its keys, with their rows as they were; keys of new rows have none. */
    private record Watched(Set<Object> keys, Map<Object, Map<String, WatchedRows.Row>> rows) {
    }

    private record Event(String action, String subject, String key, String detail) {
    }

    /** Watches rows from now on. */
    void watch(String tableName, Collection<?> keys) throws SQLException {
        WatchedTable table = WatchedTable.named(tableName);
        Watched mine = watched(table);
        List<Object> added = new ArrayList<>();
        for (Object key : keys) {
            if (mine.keys().add(key)) {
                added.add(key);
            }
        }
        for (List<Object> chunk : chunks(added)) {
            mine.rows().putAll(before.read(table, chunk));
        }
    }

    /** Watches rows that are not there yet. */
    void watchNew(String tableName, Collection<?> keys) {
        watched(WatchedTable.named(tableName)).keys().addAll(keys);
    }

    private Watched watched(WatchedTable table) {
        return watched.computeIfAbsent(table, name -> new Watched(new LinkedHashSet<>(), new HashMap<>()));
    }

    /** Says that something was done. */
    void tell(String action, String subject, String key, Map<String, String> details) {
        if (!action.matches(ACTION)) {
            throw new IllegalArgumentException("Not the name of an action: " + action);
        }
        AuditDetail detail = new AuditDetail();
        details.forEach((name, text) -> detail.add(name, null, text));
        told.add(new Event(action, subject, key, detail.text()));
    }

    /** How many things were said to be done. */
    int told() {
        return told.size();
    }

    /** Forgets what was said to be done after so many. */
    void forget(int events) {
        told.subList(events, told.size()).clear();
    }

    /** Compares and writes; to be called when all else is written. */
    void write() throws SQLException {
        if (watched.isEmpty() && told.isEmpty()) {
            return;
        }
        // Codes may have changed since they were read.
        WatchedRows after = new WatchedRows(connection, transaction.dialect());
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO audit_event "
            + "(id, recorded_at, user_name, action, subject, subject_key, detail) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (Map.Entry<WatchedTable, Watched> entry : watched.entrySet()) {
                for (List<Object> chunk : chunks(List.copyOf(entry.getValue().keys()))) {
                    insert(insert, differences(entry.getKey(), chunk, entry.getValue().rows(),
                        after.read(entry.getKey(), chunk)));
                }
            }
            insert(insert, told);
        }
    }

    private static List<Event> differences(WatchedTable table, List<Object> keys,
        Map<Object, Map<String, WatchedRows.Row>> before, Map<Object, Map<String, WatchedRows.Row>> after) {
        List<Event> events = new ArrayList<>();
        for (Object key : keys) {
            Map<String, WatchedRows.Row> was = before.getOrDefault(key, Map.of());
            Map<String, WatchedRows.Row> is = after.getOrDefault(key, Map.of());
            was.forEach((id, row) -> {
                if (!is.containsKey(id)) {
                    events.add(event(AuditAction.DELETED, table, row, row, WatchedRows.NOTHING));
                }
            });
            is.forEach((id, row) -> {
                WatchedRows.Row old = was.get(id);
                if (old == null) {
                    events.add(event(AuditAction.CREATED, table, row, WatchedRows.NOTHING, row));
                } else if (!AuditDetail.of(table, old, row).isEmpty()) {
                    events.add(event(AuditAction.CHANGED, table, row, old, row));
                }
            });
        }
        return events;
    }

    private static Event event(String action, WatchedTable table, WatchedRows.Row row, WatchedRows.Row before,
        WatchedRows.Row after) {
        return new Event(action, table.telling().subject(), row.key(), AuditDetail.of(table, before, after).text());
    }

    private void insert(PreparedStatement insert, List<Event> events) throws SQLException {
        for (int from = 0; from < events.size(); from += KeyQuery.MOST) {
            List<Event> batch = events.subList(from, Math.min(from + KeyQuery.MOST, events.size()));
            LongSupplier ids = ids(batch.size());
            for (Event event : batch) {
                insert.setLong(1, ids.getAsLong());
                insert.setLong(2, MicrosConverter.toMicros(transaction.now()));
                insert.setString(3, cut(transaction.user(), MAX_USER));
                insert.setString(4, event.action());
                insert.setString(5, cut(event.subject(), MAX_SUBJECT));
                insert.setString(6, cut(event.key(), MAX_KEY));
                insert.setString(7, event.detail());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private LongSupplier ids(int count) {
        long[] next = { transaction.nextIds("audit_seq", count) };
        return () -> next[0]++;
    }

    private static String cut(String text, int most) {
        String clean = text.replace('\0', ' ');
        return clean.length() <= most ? clean : clean.substring(0, most - 1) + "…";
    }

    private static List<List<Object>> chunks(List<Object> keys) {
        List<List<Object>> chunks = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += KeyQuery.MOST) {
            chunks.add(keys.subList(from, Math.min(from + KeyQuery.MOST, keys.size())));
        }
        return chunks;
    }

}
