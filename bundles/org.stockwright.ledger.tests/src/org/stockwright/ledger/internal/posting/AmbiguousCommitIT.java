package org.stockwright.ledger.internal.posting;

import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.Verification;
import org.stockwright.testkit.CutProxy;
import org.stockwright.testkit.Invariants;
import org.stockwright.testkit.TestDatabases;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The connection dies while a posting commits, again and again: the client finds out by itself, by the key. */
class AmbiguousCommitIT {

    private static final int CUTS = Boolean.getBoolean("stockwright.nightly") ? 1_000 : 100;

    @TempDir
    private Path folder;

    @Test
    void whateverIsCutIsPostedOnce() {
        assumeTrue(TestDatabases.server().isPresent(), "no PostgreSQL server for tests");
        long seed = Long.getLong("stockwright.seed", System.nanoTime());
        System.out.println("AmbiguousCommitIT: -Dstockwright.seed=" + seed);
        Random random = new Random(seed);
        CutProxy[] proxy = new CutProxy[1];
        try (World world = World.onServer(folder, database -> {
            proxy[0] = new CutProxy(database);
            return proxy[0].way();
        })) {
            Warehouse warehouse = new Warehouse(world);
            warehouse.items("CUT");
            CutProxy.Moment[] moments = CutProxy.Moment.values();
            int posted = 0;
            while (proxy[0].cuts() < CUTS) {
                String key = "cut-" + ++posted;
                proxy[0].cutNextCommit(moments[random.nextInt(moments.length)]);
                Outcome<PostingReceipt> outcome = warehouse.ledger()
                    .post(warehouse.request(key, warehouse.line("SUPPLIER", "MAIN", "CUT", 1)));
                assertThat(outcome.refusals()).as(key).isEmpty();
                assertThat(outcome.value().key()).isEqualTo(key);
            }
            proxy[0].open();
            String figures = posted + " postings, " + proxy[0].cuts() + " cut commits";
            assertThat(number(warehouse, "SELECT COUNT(*) FROM posting")).as(figures).isEqualTo(posted);
            assertThat(number(warehouse, "SELECT SUM(on_hand) FROM balance WHERE kept = 1")).as(figures)
                .isEqualTo(posted);
            Invariants.check(warehouse.work());
            assertThat(world.service(Verification.class).verify(Progress.NONE))
                .allSatisfy(result -> assertThat(result.passed()).as(result.toString()).isTrue());
            System.out.println("AmbiguousCommitIT: " + figures);
        } finally {
            if (proxy[0] != null) {
                proxy[0].close();
            }
        }
    }

    private static long number(Warehouse warehouse, String query) {
        return warehouse.work().read(transaction -> {
            try (var statement = transaction.connection().createStatement();
                var rows = statement.executeQuery(query)) {
                rows.next();
                return Long.valueOf(rows.getLong(1));
            }
        }).longValue();
    }

}
