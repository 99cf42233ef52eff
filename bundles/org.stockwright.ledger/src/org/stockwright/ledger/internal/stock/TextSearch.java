package org.stockwright.ledger.internal.stock;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.stockwright.ledger.MovementQuery;
import org.stockwright.ledger.internal.stock.KeyMap.Key;

/**
 * Finds the movements with a text where the database is in this process: items, postings and movements are read by
 * themselves, and put together here. Joining postings and items to each of a million movements took Derby a quarter of a
 * minute. Used once.
 */
final class TextSearch {

    private final Connection connection;
    private final MovementFilter filter;
    private final String wanted;
    private final String pattern;

    TextSearch(Connection connection, MovementFilter filter) {
        this.connection = connection;
        this.filter = filter;
        this.wanted = filter.query().text().strip().toLowerCase(Locale.ROOT);
        this.pattern = MovementFilter.pattern(filter.query().text());
    }

    /** The keys of all movements that the question lets through, in their order. */
    List<Key> keys() throws SQLException {
        MovementQuery query = filter.query();
        Set<Long> items = ids("SELECT id FROM item WHERE LOWER(code)" + MovementFilter.LIKE, pattern);
        Set<Long> postings = ids("SELECT id FROM posting WHERE LOWER(reference)" + MovementFilter.LIKE
            + " OR LOWER(posting_key)" + MovementFilter.LIKE + " OR LOWER(number)" + MovementFilter.LIKE, pattern,
            pattern, pattern);
        List<Key> keys = new ArrayList<>();
        filter.selectWithoutText("m.effective_at, m.seq, m.from_balance_id, m.to_balance_id, m.posting_id, m.item_id, "
            + "m.reason").forEach(connection, row -> {
                if ((postings.contains(row.getLong(5)) || items.contains(row.getLong(6)) || has(row.getString(7)))
                    && filter.passes(row.getLong(3), row.getLong(4))) {
                    keys.add(new Key(query.newestFirst() ? 0 : row.getLong(1), row.getLong(2)));
                }
            });
        keys.sort(null);
        return keys;
    }

    private boolean has(String reason) {
        return reason != null && reason.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private Set<Long> ids(String sql, Object... values) throws SQLException {
        Set<Long> ids = new HashSet<>();
        new SqlQuery(sql, values).forEach(connection, row -> ids.add(row.getLong(1)));
        return ids;
    }

}
