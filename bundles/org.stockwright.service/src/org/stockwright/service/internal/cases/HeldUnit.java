package org.stockwright.service.internal.cases;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.spi.FreeStock;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.service.Batch;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.internal.stock.BatchRows;
import org.stockwright.service.internal.stock.WorkTerms;

/**
 * The stored unit that a case holds, in the ledger. Somebody may have released it there by hand: then a free one of the same lot
 * takes its place.
 */
final class HeldUnit {

    private static final String HELD = "SELECT b.location_id, b.status, r.open_quantity FROM reservation r "
        + "JOIN balance b ON b.id = r.balance_id WHERE r.id = ?";

    private final StockStep step;
    private final WorkTerms terms;
    private final CaseRows.Unit unit;
    private final Batch batch;

    HeldUnit(StockStep step, WorkTerms terms, CaseRows.Unit unit) throws SQLException {
        this.step = step;
        this.terms = terms;
        this.unit = unit;
        this.batch = new BatchRows(step.transaction()).head(unit.batch()).orElseThrow();
    }

    Batch batch() {
        return batch;
    }

    int number() {
        return unit.number();
    }

    /** What is given back of the reservation; nothing when it holds nothing any more. */
    List<StockStep.Take> takes() throws SQLException {
        return held().isPresent() ? List.of(StockStep.Take.of(unit.reservation(), BigDecimal.ONE)) : List.of();
    }

    private record Where(LocationId place, String status) {
    }

    private Optional<Where> held() throws SQLException {
        try (PreparedStatement select = step.transaction().connection().prepareStatement(HELD)) {
            select.setLong(1, unit.reservation().value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBigDecimal(3).compareTo(BigDecimal.ONE) >= 0
                    ? Optional.of(new Where(new LocationId(row.getLong(1)), row.getString(2))) : Optional.empty();
            }
        }
    }

    /** The movement of the unit. */
    Outcome<MovementLine> line(MovementKind kind) throws SQLException {
        Optional<Where> where = held();
        if (where.isEmpty()) {
            where = new FreeStock(step.transaction(), terms.places(), terms.moving())
                .read(List.of(batch.item()), Set.of(), false).getOrDefault(batch.item(), List.of()).stream()
                .filter(one -> one.lot().equals(batch.lot()) && one.free().compareTo(BigDecimal.ONE) >= 0)
                .sorted(Comparator.comparing(FreeStock.Stock::balance)).findFirst()
                .map(one -> new Where(one.place().id(), one.status()));
        }
        if (where.isEmpty()) {
            return Outcome.refused(Refusal.of(ServiceRefusal.UNIT_GONE, batch.lot())
                .hint("Look at the movements of the lot. Cancel the case, or bring a unit back."));
        }
        ItemFacts item = ItemFacts.read(step.transaction(), List.of(batch.item())).get(batch.item());
        if (item == null) {
            throw new IllegalStateException("no item " + batch.item());
        }
        return Outcome.done(MovementLine
            .of(kind, batch.item(), Quantity.of(1, item.unit()), Optional.of(where.get().place()), Optional.empty())
            .withLot(batch.lot()).withStatus(where.get().status(), ""));
    }

    /** The last day on which it can be used, by its lot. */
    Optional<LocalDate> expires() throws SQLException {
        try (PreparedStatement select = step.transaction().connection()
            .prepareStatement("SELECT expires_on FROM lot WHERE item_id = ? AND code = ?")) {
            select.setLong(1, batch.item().value());
            select.setString(2, batch.lot());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getDate(1)).map(Date::toLocalDate) : Optional.empty();
            }
        }
    }

}
