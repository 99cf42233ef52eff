package org.stockwright.ledger.internal.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.stockwright.base.Micros;
import org.stockwright.ledger.MovementQuery;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.internal.stock.KeyMap.Key;
import org.stockwright.ledger.internal.stock.KeyMap.Window;
import org.stockwright.persistence.Dialect;
import org.stockwright.persistence.Transaction;

/**
 * Counts and pages movements by {@link KeyMap}s, one per question, of which the last few are kept. Thread-safe.
 */
final class MovementPages {

    private static final int KEPT = 8;
    /** No unit of work takes longer from its beginning, which stamps its movements, to its commit. */
    private static final long SLACK_MICROS = 30_000_000;
    private static final int MANY_CAME = 200_000;

    private final Supplier<Places> limited;
    private final Map<Question, KeyMap> maps = new LinkedHashMap<>(16, 0.75f, true);

    /** Pages what may be seen of the places, asked anew for each question. */
    MovementPages(Supplier<Places> limited) {
        this.limited = limited;
    }

    /**
     * A question with the shape of the tree that it was asked on, and with what may be seen of it: places that moved make
     * it another one.
     */
    private record Question(MovementQuery query, Set<Long> places, Optional<Set<Long>> allowed) {
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
        Places places = limited.get();
        List<MovementView> page = new ArrayList<>(wanted);
        MovementReader reader = new MovementReader(transaction.connection(), places);
        if (map.isExact()) {
            reader.read(new SqlQuery("SELECT " + MovementReader.COLUMNS + " FROM movement m WHERE m.seq IN")
                .list(map.rows(first, wanted)).add(orderBy(query)), (movement, from, to) -> page.add(movement));
        } else {
            Window window = map.window(first, wanted);
            MovementFilter filter = MovementFilter.of(transaction.connection(), query, places);
            SqlQuery sql = filter.selectInOrder(MovementReader.COLUMNS);
            narrow(sql, query, window);
            long[] skip = { window.skip() };
            long[] left = { wanted };
            reader.read(sql.add(orderBy(query)),
                (from, to) -> filter.passes(from, to) && --skip[0] < 0 && --left[0] >= 0,
                (movement, from, to) -> page.add(movement));
        }
        if (query.newestFirst()) {
            Collections.reverse(page);
        }
        return page;
    }

    /** All rows, oldest or newest first, one after the other; needs no map. */
    void stream(Transaction transaction, MovementQuery query, Consumer<MovementView> consumer) throws SQLException {
        Places places = limited.get();
        MovementFilter filter = MovementFilter.of(transaction.connection(), query, places);
        SqlQuery sql = filter.selectInOrder(MovementReader.COLUMNS).add(orderBy(query))
            .add(query.newestFirst() ? " DESC" : "");
        new MovementReader(transaction.connection(), places).read(sql, filter::passes,
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
        Places places = limited.get();
        Question question = new Question(query, query.location().map(places::subtree).orElse(Set.of()),
            places.allowed());
        KeyMap map = maps.get(question);
        if (map == null || !refresh(transaction, query, places, map)) {
            long since = Micros.of(transaction.now()) - SLACK_MICROS;
            map = SteadyRead.of(transaction.connection(), () -> recorded(transaction, since),
                recently -> build(transaction, query, places));
            maps.put(question, map);
            if (maps.size() > KEPT) {
                maps.remove(maps.keySet().iterator().next());
            }
        }
        return map;
    }

    private static KeyMap build(Transaction transaction, MovementQuery query, Places places) throws SQLException {
        KeyMap map = new KeyMap();
        MovementFilter filter = MovementFilter.of(transaction.connection(), query, places);
        if (filter.searchesText() && transaction.dialect() == Dialect.DERBY) {
            new TextSearch(transaction.connection(), filter).keys().forEach(map::add);
        } else {
            filter.selectInOrder(key(filter)).add(orderBy(query)).forEach(transaction.connection(),
                row -> take(filter, row, map::add));
        }
        long now = Micros.of(transaction.now());
        map.built(recent(transaction, filter, now - SLACK_MICROS), now);
        return map;
    }

    /** Adds what came since; false when building it anew is better. */
    private static boolean refresh(Transaction transaction, MovementQuery query, Places places, KeyMap map)
        throws SQLException {
        long now = Micros.of(transaction.now());
        long since = map.readUntil() - SLACK_MICROS;
        // Mostly nothing came: the index of recording times says so at once.
        long came = recorded(transaction, since);
        if (came > MANY_CAME || now < map.readUntil()) {
            return false;
        }
        map.addRecent(came == 0 ? List.of()
            : recent(transaction, MovementFilter.of(transaction.connection(), query, places), since), now);
        return !map.isOverfull();
    }

    private static long recorded(Transaction transaction, long since) throws SQLException {
        return new SqlQuery("SELECT COUNT(*) FROM movement WHERE recorded_at >= ?", since)
            .number(transaction.connection());
    }

    private static List<Key> recent(Transaction transaction, MovementFilter filter, long since)
        throws SQLException {
        List<Key> keys = new ArrayList<>();
        filter.select(key(filter)).add(" AND m.recorded_at >= ?", since).forEach(transaction.connection(),
            row -> take(filter, row, keys::add));
        return keys;
    }

    /** The balances only where they matter: without them an index alone answers. */
    private static String key(MovementFilter filter) {
        String key = filter.query().newestFirst() ? "0, m.seq" : "m.effective_at, m.seq";
        return filter.comparesBalances() ? key + ", m.from_balance_id, m.to_balance_id" : key;
    }

    private static void take(MovementFilter filter, ResultSet row, Consumer<Key> keys)
        throws SQLException {
        if (!filter.comparesBalances() || filter.passes(row.getLong(3), row.getLong(4))) {
            keys.accept(new Key(row.getLong(1), row.getLong(2)));
        }
    }

}
