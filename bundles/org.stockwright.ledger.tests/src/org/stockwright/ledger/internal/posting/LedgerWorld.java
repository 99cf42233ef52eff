package org.stockwright.ledger.internal.posting;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.testkit.Invariants;
import org.stockwright.testkit.LedgerScript;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;

/** One world for the tests of a class, each with items and bins of its own; after each the whole book is checked. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class LedgerWorld {

    @TempDir
    static Path folder;

    World world;
    Warehouse warehouse;

    @BeforeAll
    void openWorld() {
        world = World.open(folder.resolve(getClass().getSimpleName()));
        warehouse = new Warehouse(world);
    }

    @AfterEach
    void theBookIsSound() {
        Invariants.check(warehouse.work());
    }

    @AfterAll
    void closeWorld() {
        Optional.ofNullable(world).ifPresent(World::close);
    }

    void script(String steps) {
        new LedgerScript(world, warehouse).run(steps);
    }

}
