package org.stockwright.ledger.internal.stock;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.Micros;
import org.stockwright.ledger.MovementQuery;

/**
 * What a question about movements lets through: most of it as FROM and WHERE; places and lots are compared here, by
 * their balances, since joining two balances to each of a million movements takes seconds. It is made anew for each
 * transaction, because balances may have come meanwhile.
 */
final class MovementFilter {

    /** A comparison with a {@link #pattern}. */
    static final String LIKE = " LIKE ? ESCAPE '!'";

    private final MovementQuery query;
    private final Optional<Set<Long>> atPlaces;
    private final Optional<Set<Long>> ofLot;
    private final Optional<Set<Long>> allowed;

    private MovementFilter(MovementQuery query, Optional<Set<Long>> atPlaces, Optional<Set<Long>> ofLot,
        Optional<Set<Long>> allowed) {
        this.query = query;
        this.atPlaces = atPlaces;
        this.ofLot = ofLot;
        this.allowed = allowed;
    }

    static MovementFilter of(Connection connection, MovementQuery query, Places tree) throws SQLException {
        Optional<Set<Long>> atPlaces = query.location().isEmpty() ? Optional.empty()
            : Optional.of(balances(connection, query, new SqlQuery("SELECT b.id FROM balance b WHERE b.location_id IN")
                .list(tree.subtree(query.location().get()))));
        Optional<Set<Long>> ofLot = query.lot().isEmpty() ? Optional.empty()
            : Optional.of(balances(connection, query, new SqlQuery(
                "SELECT b.id FROM balance b JOIN lot t ON t.id = b.lot_id WHERE t.code = ?", query.lot().get())));
        Optional<Set<Long>> places = tree.allowed();
        Optional<Set<Long>> allowed = places.isEmpty() ? Optional.empty()
            : Optional.of(places.get().isEmpty() ? Set.of() : balances(connection, query,
                new SqlQuery("SELECT b.id FROM balance b WHERE b.location_id IN").list(places.get())));
        return new MovementFilter(query, atPlaces, ofLot, allowed);
    }

    private static Set<Long> balances(Connection connection, MovementQuery query, SqlQuery select)
        throws SQLException {
        query.item().ifPresent(item -> select.add(" AND b.item_id = ?", item.value()));
        Set<Long> ids = new HashSet<>();
        select.forEach(connection, row -> ids.add(row.getLong(1)));
        return ids;
    }

    /** Whether a movement between these balances is asked for, as far as places and lots go. */
    boolean passes(long from, long to) {
        return atPlaces.map(ids -> ids.contains(from) || ids.contains(to)).orElse(true)
            && allowed.map(ids -> ids.contains(from) || ids.contains(to)).orElse(true)
            && ofLot.map(ids -> ids.contains(from) || ids.contains(to)).orElse(true);
    }

    /** Whether it compares balances at all. */
    boolean comparesBalances() {
        return atPlaces.isPresent() || ofLot.isPresent() || allowed.isPresent();
    }

    /** The question. */
    MovementQuery query() {
        return query;
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
        if (searchesText()) {
            sql.add(" JOIN posting p ON p.id = m.posting_id JOIN item i ON i.id = m.item_id");
        }
        narrow(sql.add(" WHERE 1 = 1"));
        if (searchesText()) {
            String pattern = pattern(query.text());
            sql.add(" AND (LOWER(i.code)" + LIKE + " OR LOWER(p.reference)" + LIKE + " OR LOWER(p.posting_key)" + LIKE
                + " OR LOWER(p.number)" + LIKE + " OR LOWER(m.reason)" + LIKE + ")", pattern, pattern, pattern,
                pattern, pattern);
        }
        return sql;
    }

    /** Whether a text is asked for. */
    boolean searchesText() {
        return !query.text().isBlank();
    }

    /** What a question without its text lets through. */
    SqlQuery selectWithoutText(String columns) {
        SqlQuery sql = new SqlQuery("SELECT " + columns + " FROM movement m WHERE 1 = 1");
        narrow(sql);
        return sql;
    }

    private void narrow(SqlQuery sql) {
        query.item().ifPresent(item -> sql.add(" AND m.item_id = ?", item.value()));
        query.from().ifPresent(from -> sql.add(" AND m.effective_at >= ?", Micros.of(from)));
        query.to().ifPresent(to -> sql.add(" AND m.effective_at <= ?", Micros.of(to)));
        query.knownAt().ifPresent(known -> sql.add(" AND m.recorded_at <= ?", Micros.of(known)));
        query.kind().ifPresent(kind -> sql.add(" AND m.kind = ?", kind.name()));
    }

    /** What contains a text, in small letters. */
    static String pattern(String text) {
        String literal = text.strip().toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return "%" + literal + "%";
    }

}
