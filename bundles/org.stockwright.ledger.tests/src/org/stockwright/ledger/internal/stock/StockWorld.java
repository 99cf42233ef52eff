package org.stockwright.ledger.internal.stock;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Quantity;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.StockQuery.Grouping;
import org.stockwright.ledger.StockRow;
import org.stockwright.ledger.Verification;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;

/** One world for the tests of a class; each test has items of its own. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class StockWorld {

    @TempDir
    static Path folder;

    World world;
    Warehouse warehouse;
    Stock stock;
    Verification verification;

    @BeforeAll
    void openWorld() {
        world = World.open(folder.resolve(getClass().getSimpleName()));
        warehouse = new Warehouse(world);
        warehouse.bins("A1", "A2", "B1");
        stock = world.service(Stock.class);
        verification = world.service(Verification.class);
    }

    @AfterAll
    void closeWorld() {
        Optional.ofNullable(world).ifPresent(World::close);
    }

    void post(String key, Instant effective, MovementLine... lines) {
        warehouse.ledger().post(new PostingRequest(key, effective, List.of(lines), "", "", "")).value();
    }

    void post(String key, MovementLine... lines) {
        post(key, world.clock().instant(), lines);
    }

    StockQuery of(String item, Grouping grouping) {
        return StockQuery.of(warehouse.itemOf(item), grouping);
    }

    StockQuery at(String place, String item) {
        return of(item, Grouping.ITEM).at(warehouse.place(place).id());
    }

    /** The only row of the answer. */
    StockRow row(StockQuery query) {
        List<StockRow> rows = stock.onHand(query);
        if (rows.size() != 1) {
            throw new AssertionError("not one row: " + rows);
        }
        return rows.getFirst();
    }

    static Quantity pieces(long amount) {
        return Quantity.of(amount, Warehouse.PCS);
    }

}
