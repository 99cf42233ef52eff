package org.stockwright.ledger.internal.stock;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.Micros;
import org.stockwright.base.Quantity;
import org.stockwright.base.ReservationId;
import org.stockwright.ledger.ReservationView;
import org.stockwright.ledger.StockQuery;

/** Who holds what of a stock now, oldest first. */
final class Holders {

    private record Raw(long id, String key, long balance, BigDecimal quantity, BigDecimal open, String holder,
        String user, long since, Optional<Long> expires) {
    }

    private Holders() {
    }

    static List<ReservationView> of(Connection connection, StockQuery query, Places places)
        throws SQLException {
        Scope scope = Scope.read(connection, query, places);
        SqlQuery sql = new SqlQuery("""
            SELECT r.id, r.reservation_key, r.balance_id, r.quantity, r.open_quantity, r.holder, r.user_name, \
            r.created_at, r.expires_at FROM reservation r""");
        scope.item().ifPresent(item -> sql.add(" JOIN balance b ON b.id = r.balance_id AND b.item_id = ?",
            item.value()));
        sql.add(" WHERE r.open_quantity > 0 ORDER BY r.created_at, r.id");
        List<Raw> rows = new ArrayList<>();
        Set<Long> lots = new HashSet<>();
        Set<Long> items = new HashSet<>();
        sql.forEach(connection, row -> {
            BalanceKey balance = scope.balances().get(row.getLong(3));
            if (balance != null) {
                lots.add(balance.lot());
                items.add(balance.item());
                long expires = row.getLong(9);
                Optional<Long> end = row.wasNull() ? Optional.empty() : Optional.of(expires);
                rows.add(new Raw(row.getLong(1), row.getString(2), balance.id(), row.getBigDecimal(4),
                    row.getBigDecimal(5), row.getString(6), row.getString(7), row.getLong(8), end));
            }
        });
        Codes lotCodes = Codes.ofLots();
        lotCodes.load(connection, lots);
        Map<Long, ItemFacts> facts = ItemFacts.load(connection, items);
        List<ReservationView> views = new ArrayList<>(rows.size());
        for (Raw row : rows) {
            BalanceKey balance = scope.balances().get(row.balance);
            ItemFacts item = facts.get(balance.item());
            views.add(new ReservationView(new ReservationId(row.id), row.key, item.code(),
                places.get(balance.location()).code(), lotCodes.get(balance.lot()),
                new Quantity(row.quantity, item.unit()), new Quantity(row.open, item.unit()), row.holder, row.user,
                Micros.toInstant(row.since), row.expires.map(Micros::toInstant)));
        }
        return views;
    }

}
