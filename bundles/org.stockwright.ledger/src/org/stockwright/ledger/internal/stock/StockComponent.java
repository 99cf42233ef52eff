package org.stockwright.ledger.internal.stock;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Progress;
import org.stockwright.ledger.LedgerPermission;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementQuery;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.ReservationView;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.StockRow;
import org.stockwright.persistence.Dialect;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Access;
import org.stockwright.security.SecurityPermission;
import org.stockwright.security.spi.Guarded;

/** Answers questions about stock from balances, movements and reservation events. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.ledger.Stock")
public final class StockComponent implements Stock, Guarded {

    private final UnitOfWork work;
    private final Locations locations;
    private final MovementPages pages;
    private final Census census = new Census();
    private final BalanceBook book = new BalanceBook();
    private final Checkpoints checkpoints;
    private final Access access;

    @Activate
    public StockComponent(@Reference UnitOfWork work, @Reference Locations locations,
        @Reference Checkpoints checkpoints, @Reference Access access) {
        this.access = access;
        this.checkpoints = checkpoints;
        this.work = work;
        this.locations = locations;
        this.pages = new MovementPages(this::places);
    }

    /** As far as whoever asks may see. */
    private Places places() {
        return new Places(locations, access.sites(LedgerPermission.VIEW));
    }

    @Override
    public List<StockRow> onHand(StockQuery query) {
        return work.read(transaction -> {
            Connection connection = transaction.connection();
            Places places = places();
            Bounds bounds = Bounds.of(query);
            if (query.item().isEmpty() && bounds.isPast(transaction)) {
                Optional<Checkpoints.Found> found = checkpoints.nearest(connection, bounds);
                if (found.isPresent()) {
                    return past(transaction, query, places, found.get());
                }
            }
            if (transaction.dialect() == Dialect.POSTGRESQL && bounds.isNow()) {
                Optional<List<StockRow>> rows = atOnce(connection, query, places);
                if (rows.isPresent()) {
                    return rows.get();
                }
            }
            return SteadyRead.of(connection, new ScopeMark(connection, query, places), scope -> {
                PastFigures figures = new PastFigures(connection, scope, bounds, census);
                return new StockRows(connection, places, query.grouping()).of(scope, figures.onHand(),
                    figures.reserved());
            });
        });
    }

    /** What one statement says of now: on PostgreSQL it sees one moment, so nothing has to be read twice. */
    private static Optional<List<StockRow>> atOnce(Connection connection, StockQuery query, Places places)
        throws SQLException {
        StockRows rows = new StockRows(connection, places, query.grouping());
        Optional<Map<Long, ItemTotals.Total>> totals = new ItemTotals(connection, places).of(query,
            rows.availableStatuses());
        if (totals.isPresent()) {
            return Optional.of(rows.of(totals.get()));
        }
        Scope scope = Scope.read(connection, query, places);
        return scope.isKept() ? Optional.of(rows.of(scope, scope.onHand()::get, scope.reserved()::get))
            : Optional.empty();
    }

    private List<StockRow> past(Transaction transaction, StockQuery query, Places places, Checkpoints.Found found)
        throws SQLException {
        Connection connection = transaction.connection();
        Bounds bounds = Bounds.of(query);
        Figures figures = new CheckpointFigures(transaction, bounds).from(found);
        // Read behind the movements: so the balances of all of them are there.
        Scope scope = Scope.isAll(query, places) ? Scope.all(query, book.all(transaction))
            : Scope.read(connection, query, places);
        return new StockRows(connection, places, query.grouping()).of(scope, figures::get,
            new PastFigures(connection, scope, bounds, census).reserved());
    }

    @Override
    public List<Contribution> explain(StockQuery query) {
        UnaryOperator<MovementView> seen = costs();
        return work.read(transaction -> {
            Connection connection = transaction.connection();
            Places places = places();
            return SteadyRead.of(connection, new ScopeMark(connection, query, places),
                scope -> Explanation.of(connection, scope, Bounds.of(query), places));
        }).stream().map(step -> new Contribution(seen.apply(step.movement()), step.delta(), step.running())).toList();
    }

    /** As far as whoever asks may see costs. */
    private UnaryOperator<MovementView> costs() {
        return access.may(SecurityPermission.COSTS) ? UnaryOperator.identity() : MovementView::withoutCost;
    }

    @Override
    public long count(MovementQuery query) {
        return work.read(transaction -> pages.count(transaction, query));
    }

    @Override
    public List<MovementView> page(MovementQuery query, long offset, int rows) {
        return work.read(transaction -> pages.page(transaction, query, offset, rows)).stream()
            .map(costs()).toList();
    }

    @Override
    public void stream(MovementQuery query, Consumer<MovementView> consumer, Progress progress) {
        progress.begin("Movements", count(query));
        UnaryOperator<MovementView> seen = costs();
        work.read(transaction -> {
            pages.stream(transaction, query, movement -> {
                progress.check();
                consumer.accept(seen.apply(movement));
                progress.worked(1);
            });
            return null;
        });
    }

    @Override
    public List<ReservationView> holders(StockQuery query) {
        return work.read(transaction -> Holders.of(transaction.connection(), query, places()));
    }

}
