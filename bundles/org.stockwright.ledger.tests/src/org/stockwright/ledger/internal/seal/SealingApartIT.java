package org.stockwright.ledger.internal.seal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Progress;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.Verification;
import org.stockwright.ledger.Verification.Result;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.testkit.CutProxy;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;
import org.stockwright.testkit.process.Errand;
import org.stockwright.testkit.process.SecondProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Programs on one server that seal at the same time, or lose their connection while they seal: one chain, and sound. */
class SealingApartIT {

    private static final boolean NIGHTLY = Boolean.getBoolean("stockwright.nightly");
    private static final int THREADS = 4;
    private static final int DOCUMENTS = NIGHTLY ? 1_000 : 60;
    private static final int CUTS = NIGHTLY ? 100 : 4;
    private static final int LARGE = 400;
    private static final int TRIES = 100;
    private static final long LONGEST_WAIT_MILLIS = 60;

    @TempDir
    private Path folder;

    @BeforeEach
    void onServer() {
        assumeTrue(World.isPostgres(), "several programs have one store on a server only");
    }

    @Test
    void processesThatSealAtOnceMakeOneChain() throws Exception {
        try (World world = World.onServer(folder.resolve("here"), database -> database)) {
            Warehouse warehouse = warehouse(world);
            String address = ((StoreLocation.Server) world.location()).url();
            List<String> told = new ArrayList<>();
            try (SecondProcess one = sealer("one", address); SecondProcess other = sealer("other", address)) {
                assertThat(one.line()).isEqualTo("opened");
                assertThat(other.line()).isEqualTo("opened");
                post(warehouse);
                told.add(ended(one));
                told.add(ended(other));
            }
            assertOneChain(world, warehouse);
            assertThat(number(warehouse, "SELECT COUNT(*) FROM movement")).isEqualTo(2L * THREADS * DOCUMENTS);
            List<Long> blocks = Stream.of("one", "other").map(who -> number(warehouse,
                "SELECT COUNT(*) FROM seal_block WHERE sealed_by = '" + who + "'")).toList();
            System.out.println("SealingApartIT: " + told + ", blocks of each " + blocks);
            assertThat(blocks).as("each sealed some of it").allMatch(count -> count > 0);
        }
    }

    private SecondProcess sealer(String name, String address) throws Exception {
        SecondProcess process = SecondProcess.start(folder.resolve(name), Map.of("stockwright.home",
            folder.resolve(name).resolve("home").toString(), Errand.USER, name), "SEAL", address);
        process.within(300);
        return process;
    }

    private static String ended(SecondProcess process) throws Exception {
        assertThat(process.end(60)).isZero();
        String last = process.line();
        assertThat(last).startsWith("sealed ");
        return last;
    }

    private static void post(Warehouse warehouse) throws Exception {
        try (ExecutorService clerks = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> posting = new ArrayList<>();
            for (int clerk = 0; clerk < THREADS; clerk++) {
                String key = "clerk" + clerk + "-";
                posting.add(clerks.submit(() -> IntStream.range(0, DOCUMENTS).forEach(i -> warehouse.ledger()
                    .post(warehouse.request(key + i, lines(warehouse, 2))).value())));
            }
            for (Future<?> each : posting) {
                each.get();
            }
        }
    }

    @Test
    void aConnectionThatIsLostWhileSealingLeavesOneChain() throws Exception {
        long seed = Long.getLong("stockwright.seed", System.nanoTime());
        System.out.println("SealingApartIT: -Dstockwright.seed=" + seed);
        Random random = new Random(seed);
        CutProxy[] proxy = new CutProxy[1];
        // only the test seals: it knows what is cut
        System.setProperty(Sealer.SWITCH, "off");
        try (World world = World.onServer(folder, database -> {
            proxy[0] = new CutProxy(database);
            return proxy[0].way();
        })) {
            Warehouse warehouse = warehouse(world);
            int lost = 0;
            for (CutProxy.Moment moment : CutProxy.Moment.values()) {
                for (int i = 0; i < CUTS; i++) {
                    warehouse.ledger().post(warehouse.request(moment + "-" + i, lines(warehouse, 3))).value();
                    proxy[0].cutNextCommit(moment);
                    lost += seal(world, warehouse);
                    assertOneChain(world, warehouse);
                }
            }
            assertThat(lost).as("seals of which nobody knew whether they are stored").isPositive();
            int cut = 0;
            for (int i = 0; i < CUTS; i++) {
                for (int document = 0; document < 3; document++) {
                    warehouse.ledger().post(warehouse.request("large" + i + '-' + document, lines(warehouse, LARGE)))
                        .value();
                }
                long wait = random.nextLong(LONGEST_WAIT_MILLIS);
                Thread cutter = Thread.ofPlatform().start(() -> {
                    sleep(wait);
                    proxy[0].cutAll();
                });
                cut += seal(world, warehouse);
                cutter.join();
                cut += seal(world, warehouse);
                assertOneChain(world, warehouse);
            }
            System.out.println("SealingApartIT: " + lost + " of " + CUTS * CutProxy.Moment.values().length
                + " cut commits and " + cut + " of " + CUTS + " cut connections were noticed by the sealer");
        } finally {
            System.clearProperty(Sealer.SWITCH);
            if (proxy[0] != null) {
                proxy[0].close();
            }
        }
    }

    /** Seals until nothing is left; returns how often the connection was lost meanwhile. */
    private static int seal(World world, Warehouse warehouse) {
        int lost = 0;
        for (int i = 0; i < TRIES; i++) {
            try {
                world.service(Verification.class).seal(Progress.NONE);
                if (sealed(warehouse) == number(warehouse, "SELECT COUNT(*) FROM movement")) {
                    return lost;
                }
            } catch (StoreException e) {
                lost++;
            }
            sleep(100);
        }
        throw new AssertionError("the connection did not come back, or nothing was sealed, in " + TRIES + " tries");
    }

    private static long sealed(Warehouse warehouse) {
        return number(warehouse, "SELECT COALESCE(SUM(movements), 0) FROM seal_block");
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Warehouse warehouse(World world) {
        Warehouse warehouse = new Warehouse(world);
        warehouse.items("S");
        return warehouse;
    }

    private static MovementLine[] lines(Warehouse warehouse, int count) {
        return IntStream.range(0, count).mapToObj(i -> warehouse.line("SUPPLIER", "MAIN", "S", 1))
            .toArray(MovementLine[]::new);
    }

    private static void assertOneChain(World world, Warehouse warehouse) {
        assertThat(world.service(Verification.class).verifyChain(Progress.NONE)).isNotEmpty()
            .allMatch(Result::passed);
        assertThat(sealed(warehouse))
            .isEqualTo(number(warehouse, "SELECT COUNT(*) FROM movement"));
        assertThat(number(warehouse, "SELECT MAX(number) FROM seal_block"))
            .isEqualTo(number(warehouse, "SELECT COUNT(*) FROM seal_block"));
        assertThat(number(warehouse, "SELECT COUNT(*) FROM seal_block b JOIN seal_block a ON a.number = b.number - 1 "
            + "WHERE b.previous_hash = a.hash AND b.first_seq > a.last_seq"))
            .isEqualTo(number(warehouse, "SELECT COUNT(*) - 1 FROM seal_block"));
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
