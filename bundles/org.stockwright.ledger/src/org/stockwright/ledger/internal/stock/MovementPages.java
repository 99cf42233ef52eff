package org.stockwright.ledger.internal.stock;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementQuery;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.internal.stock.KeyMap.Key;
import org.stockwright.ledger.internal.stock.KeyMap.Window;
import org.stockwright.persistence.Transaction;

/**
 * Counts and pages movements by {@link KeyMap}s, one per question, of which the last few are kept. Thread-safe.
 */
final class MovementPages {

    private static final int KEPT = 8;
    private static final int MANY_CAME = 50_000;

    private final Locations locations;
    private final Map<Question, KeyMap> maps = new LinkedHashMap<>(16, 0.75f, true);

    MovementPages(Locations locations) {
        this.locations = locations;
    }

    /** A question with the shape of the tree that it was asked on: places that moved make it another one. */
    private record Question(MovementQuery query, Set<Long> places) {
    }

    synchronized long count(Transaction transaction, MovementQuery query) throws SQLException {
        return map(transaction, query).total();
    }

    /** A window of the rows, oldest or newest first. */
    synchronized List<MovementView> page(Transaction transaction, MovementQuery query, long offset, int rows)
        throws SQLException {
        KeyMap map = map(transaction, query);
        if (offset < 0 || rows <= 0 || offset >= map.total()) {
            return List.of();
        }
        int wanted = (int) Math.min(rows, map.total() - offset);
        long first = query.newestFirst() ? map.total() - offset - wanted : offset;
        Window window = map.window(first, wanted);
        Places places = new Places(locations);
        SqlQuery sql = MovementFilter.of(transaction.connection(), query, places).selectInOrder(MovementReader.COLUMNS);
        narrow(sql, query, window);
        sql.add(orderBy(query)).add(transaction.dialect().window(window.skip(), wanted));
        List<MovementView> page = new ArrayList<>(wanted);
        new MovementReader(transaction.connection(), places).read(sql, (movement, from, to) -> page.add(movement));
        if (query.newestFirst()) {
            Collections.reverse(page);
        }
        return page;
    }

    /** All rows, oldest or newest first, one after the other; needs no map. */
    void stream(Transaction transaction, MovementQuery query, Consumer<MovementView> consumer) throws SQLException {
        Places places = new Places(locations);
        SqlQuery sql = MovementFilter.of(transaction.connection(), query, places)
            .selectInOrder(MovementReader.COLUMNS).add(orderBy(query)).add(query.newestFirst() ? " DESC" : "");
        new MovementReader(transaction.connection(), places).read(sql,
            (movement, from, to) -> consumer.accept(movement));
    }

    private static void narrow(SqlQuery sql, MovementQuery query, Window window) {
        Key from = window.from();
        if (query.newestFirst()) {
            sql.add(" AND m.seq >= ?", from.seq());
            window.until().ifPresent(until -> sql.add(" AND m.seq < ?", until.seq()));
        } else {
            sql.add(" AND m.effective_at >= ? AND (m.effective_at > ? OR m.seq >= ?)", from.instant(),
                from.instant(), from.seq());
            window.until().ifPresent(until -> sql.add(" AND m.effective_at <= ?", until.instant()));
        }
    }

    /** The ascending order of the map. */
    private static String orderBy(MovementQuery query) {
        return query.newestFirst() ? " ORDER BY m.seq" : " ORDER BY m.effective_at, m.seq";
    }

    private KeyMap map(Transaction transaction, MovementQuery query) throws SQLException {
        Places places = new Places(locations);
        Question question = new Question(query, query.location().map(places::subtree).orElse(Set.of()));
        MovementFilter filter = MovementFilter.of(transaction.connection(), query, places);
        KeyMap map = maps.get(question);
        if (map == null || !refresh(transaction, query, filter, map)) {
            map = SteadyRead.of(transaction, reading -> build(reading, query, filter));
            maps.put(question, map);
            if (maps.size() > KEPT) {
                maps.remove(maps.keySet().iterator().next());
            }
        }
        return map;
    }

    private static KeyMap build(Transaction transaction, MovementQuery query, MovementFilter filter)
        throws SQLException {
        KeyMap map = new KeyMap();
        filter.selectInOrder(key(query)).add(orderBy(query)).forEach(transaction.connection(),
            row -> map.add(new Key(row.getLong(1), row.getLong(2))));
        long now = Micros.of(transaction.now());
        map.built(recent(transaction, query, filter, now - SteadyRead.SLACK_MICROS), now);
        return map;
    }

    /** Adds what came since; false when building it anew is better. */
    private static boolean refresh(Transaction transaction, MovementQuery query, MovementFilter filter, KeyMap map)
        throws SQLException {
        long now = Micros.of(transaction.now());
        long since = map.readUntil() - SteadyRead.SLACK_MICROS;
        // Mostly nothing came: the index of recording times says so at once.
        long came = new SqlQuery("SELECT COUNT(*) FROM movement WHERE recorded_at >= ?", since)
            .number(transaction.connection());
        if (came > MANY_CAME || now < map.readUntil()) {
            return false;
        }
        map.addRecent(came == 0 ? List.of() : recent(transaction, query, filter, since), now);
        return !map.isOverfull();
    }

    private static List<Key> recent(Transaction transaction, MovementQuery query, MovementFilter filter, long since)
        throws SQLException {
        List<Key> keys = new ArrayList<>();
        filter.select(key(query)).add(" AND m.recorded_at >= ?", since).forEach(transaction.connection(),
            row -> keys.add(new Key(row.getLong(1), row.getLong(2))));
        return keys;
    }

    private static String key(MovementQuery query) {
        return query.newestFirst() ? "0, m.seq" : "m.effective_at, m.seq";
    }

}
