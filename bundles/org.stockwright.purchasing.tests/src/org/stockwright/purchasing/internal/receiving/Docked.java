package org.stockwright.purchasing.internal.receiving;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.LocationId;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.documents.Document;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementLine;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.Inspections;
import org.stockwright.purchasing.PutAway;
import org.stockwright.purchasing.PutAway.Goods;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.Receipts.Line;
import org.stockwright.purchasing.Receipts.Received;
import org.stockwright.purchasing.Receipts.Request;
import org.stockwright.purchasing.ReceivingRules;
import org.stockwright.purchasing.ReceivingRules.Docks;
import org.stockwright.purchasing.SupplierReturns;
import org.stockwright.purchasing.internal.orders.Buying;
import org.stockwright.testkit.Warehouse;

/** A company that buys, with a receiving area DOCK, bins and a shipping area in its warehouse. */
public final class Docked implements AutoCloseable {

    private final Buying buying;

    /** Opens its book. */
    public Docked(Path folder) {
        buying = new Buying(folder);
        place("DOCK", "MAIN", LocationKind.ZONE);
        place("SHIP", "MAIN", LocationKind.ZONE);
        rules().setDocks(new Docks(place("MAIN"), Optional.of(place("DOCK")), Optional.of(place("SHIP")))).value();
    }

    /** Makes a place. */
    public void place(String code, String parent, LocationKind kind) {
        buying.warehouse().places().saveAll(List.of(Locations.Draft.of(code, code, parent, kind))).value();
    }

    public LocationId place(String code) {
        return buying.warehouse().place(code).id();
    }

    public Buying buying() {
        return buying;
    }

    public Warehouse warehouse() {
        return buying.warehouse();
    }

    public <T> T service(Class<T> type) {
        return buying.world().service(type);
    }

    public Receipts receipts() {
        return service(Receipts.class);
    }

    public ReceivingRules rules() {
        return service(ReceivingRules.class);
    }

    public Inspections inspections() {
        return service(Inspections.class);
    }

    public PutAway putAway() {
        return service(PutAway.class);
    }

    public SupplierReturns returns() {
        return service(SupplierReturns.class);
    }

    public Instant now() {
        return buying.world().clock().instant();
    }

    /** So many pieces of an item. */
    public static Line line(String item, long pieces) {
        return Line.of(item, BigDecimal.valueOf(pieces));
    }

    /** Receives lines against an order. */
    public Received receive(String key, Document order, Line... lines) {
        return receipts().receive(Request.against(key, order.id(), now(), List.of(lines))).value();
    }

    /** Receives lines of nobody's order. */
    public Received blind(String key, PartnerId supplier, Line... lines) {
        return receipts().receive(Request.blind(key, supplier, now(), List.of(lines))).value();
    }

    /** Goods at the dock. */
    public Goods atDock(String item, String lot, long pieces) {
        return new Goods(buying.item(item), lot, place("DOCK"), MovementLine.AVAILABLE,
            Quantity.of(pieces, Warehouse.PCS));
    }

    /** What lies somewhere in a quality status. */
    public BigDecimal onHand(String place, String item, String status) {
        return service(UnitOfWork.class).read(transaction -> {
            try (java.sql.PreparedStatement select = transaction.connection().prepareStatement(
                "SELECT COALESCE(SUM(on_hand), 0) FROM balance WHERE location_id = ? AND item_id = ? AND status = ?")) {
                select.setLong(1, place(place).value());
                select.setLong(2, buying.item(item).value());
                select.setString(3, status);
                try (java.sql.ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getBigDecimal(1).stripTrailingZeros();
                }
            }
        });
    }

    @Override
    public void close() {
        buying.close();
    }

}
