package org.stockwright.ledger.internal.stock;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.stockwright.ledger.MovementQuery;

/**
 * The FROM and WHERE of a question about movements. It is made anew for each transaction, because lots and places may
 * have come meanwhile.
 */
final class MovementFilter {

    private static final String LIKE = " LIKE ? ESCAPE '!'";

    private final MovementQuery query;
    private final Set<Long> places;
    private final Set<Long> lots = new HashSet<>();

    private MovementFilter(MovementQuery query, Set<Long> places) {
        this.query = query;
        this.places = places;
    }

    static MovementFilter of(Connection connection, MovementQuery query, Places tree) throws SQLException {
        MovementFilter filter = new MovementFilter(query, query.location().map(tree::subtree).orElse(Set.of()));
        if (query.lot().isPresent()) {
            new SqlQuery("SELECT id FROM lot WHERE code = ?", query.lot().get()).forEach(connection,
                row -> filter.lots.add(row.getLong(1)));
        }
        return filter;
    }

    /** {@code SELECT columns FROM … WHERE …}, to be narrowed further. */
    SqlQuery select(String columns) {
        return select(columns, "");
    }

    /** The same, read in the ascending order that the question asks for. */
    SqlQuery selectInOrder(String columns) {
        // Derby would sort a million rows that it can read in order; for others these are comments.
        boolean help = query.item().isEmpty() && !query.newestFirst();
        return select(columns, help ? " --DERBY-PROPERTIES index=MOVEMENT_EFFECTIVE_IX\n" : "");
    }

    private SqlQuery select(String columns, String hint) {
        String fixed = hint.isEmpty() ? "" : " --DERBY-PROPERTIES joinOrder=FIXED\n";
        SqlQuery sql = new SqlQuery("SELECT " + columns + " FROM" + fixed + " movement m" + hint);
        join(sql);
        sql.add(" WHERE 1 = 1");
        narrow(sql);
        return sql;
    }

    private void join(SqlQuery sql) {
        if (query.location().isPresent() || query.lot().isPresent()) {
            sql.add(" JOIN balance bf ON bf.id = m.from_balance_id JOIN balance bt ON bt.id = m.to_balance_id");
        }
        if (!query.text().isBlank()) {
            sql.add(" JOIN posting p ON p.id = m.posting_id JOIN item i ON i.id = m.item_id");
        }
    }

    private void narrow(SqlQuery sql) {
        query.item().ifPresent(item -> sql.add(" AND m.item_id = ?", item.value()));
        query.from().ifPresent(from -> sql.add(" AND m.effective_at >= ?", Micros.of(from)));
        query.to().ifPresent(to -> sql.add(" AND m.effective_at <= ?", Micros.of(to)));
        query.knownAt().ifPresent(known -> sql.add(" AND m.recorded_at <= ?", Micros.of(known)));
        query.kind().ifPresent(kind -> sql.add(" AND m.kind = ?", kind.name()));
        if (query.location().isPresent()) {
            sql.add(" AND (bf.location_id IN").list(places).add(" OR bt.location_id IN").list(places).add(")");
        }
        if (query.lot().isPresent()) {
            sql.add(" AND (bf.lot_id IN").list(lots).add(" OR bt.lot_id IN").list(lots).add(")");
        }
        if (!query.text().isBlank()) {
            String pattern = pattern(query.text().strip());
            sql.add(" AND (LOWER(i.code)" + LIKE + " OR LOWER(p.reference)" + LIKE + " OR LOWER(p.posting_key)" + LIKE
                + " OR LOWER(p.number)" + LIKE + " OR LOWER(m.reason)" + LIKE + ")", pattern, pattern, pattern,
                pattern, pattern);
        }
    }

    private static String pattern(String text) {
        String literal = text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return "%" + literal + "%";
    }

}
