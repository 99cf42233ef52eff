package org.stockwright.ledger.internal.seal;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.Verification;
import org.stockwright.ledger.Verification.Result;
import org.stockwright.persistence.ChainAnchor;
import org.stockwright.persistence.Transaction;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

/** One world for the tests of a class. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class SealWorld {

    @TempDir
    static Path folder;

    World world;
    Warehouse warehouse;

    @BeforeAll
    void openWorld() {
        world = World.open(folder.resolve(getClass().getSimpleName()));
        warehouse = new Warehouse(world);
        warehouse.bins("A1", "A2");
    }

    @AfterAll
    void closeWorld() {
        Optional.ofNullable(world).ifPresent(World::close);
    }

    Verification verification() {
        return world.service(Verification.class);
    }

    Verification.Head seal() {
        return verification().seal(Progress.NONE).orElseThrow();
    }

    MovementLine receipt(String item, long pieces) {
        return warehouse.line("SUPPLIER", "A1", item, Quantity.of(pieces, Warehouse.PCS));
    }

    PostingReceipt post(String key, MovementLine... lines) {
        return warehouse.ledger()
            .post(new PostingRequest(key, world.clock().instant(), List.of(lines), "PO " + key, "a note", "GR"))
            .value();
    }

    /** Documents with a value in every field. */
    void history(String prefix, int documents) {
        for (int i = 0; i < documents; i++) {
            post(prefix + i, receipt("S", 10 + i).withUnitCost(new BigDecimal("1.25")).withReason("because"),
                warehouse.line("A1", "A2", "S", 1));
        }
        warehouse.ledger().reverse(prefix + "0", prefix + "0-back", Optional.empty(), "a mistake").value();
    }

    /** What is found wrong now. */
    List<Result> wrong() {
        return verification().verifyChain(Progress.NONE).stream().filter(result -> !result.passed()).toList();
    }

    void isSound() {
        assertThat(wrong()).isEmpty();
    }

    /** What is found wrong inside of this transaction. */
    List<Result> wrong(Transaction transaction) throws SQLException {
        return ChainVerification
            .results(transaction, transaction.settled("movement_seq"), HeadCheck.of(world.service(ChainAnchor.class)),
                Progress.NONE)
            .stream().filter(result -> !result.passed()).toList();
    }

    long number(String query) {
        return numbers(query).getFirst();
    }

    List<Long> numbers(String query) {
        return warehouse.work().read(transaction -> {
            List<Long> numbers = new ArrayList<>();
            try (Statement select = transaction.connection().createStatement();
                ResultSet row = select.executeQuery(query)) {
                while (row.next()) {
                    numbers.add(row.getLong(1));
                }
            }
            return numbers;
        });
    }

}
