package org.stockwright.reliability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.testkit.World;
import org.stockwright.testkit.process.SecondProcess;

import static org.assertj.core.api.Assertions.assertThat;

/** A process that posts is killed in the middle of it, again and again: what it acknowledged stays, and stays whole. */
class KillLoopIT {

    private static final int ROUNDS = Integer.getInteger("stockwright.kills", Book.NIGHTLY ? 200 : 10);
    private static final int LINES = 10;
    private static final int FIRST_ACKNOWLEDGED = 3;
    private static final int LONGEST_SLEEP_MILLIS = 700;
    private static final Duration RECOVERY = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    @BeforeAll
    static void onlyEmbedded() {
        World.assumeDerby("the server keeps what a client committed");
    }

    @Test
    void nothingAcknowledgedIsLostAndNothingIsHalfThere() throws Exception {
        long seed = Long.getLong("stockwright.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Path store = folder.resolve("store");
        String[] errand;
        try (Book book = Book.make(store)) {
            errand = book.errand(store, "", 0, LINES);
        }
        long acknowledged = 0;
        long untold = 0;
        Duration slowest = Duration.ZERO;
        for (int round = 0; round < ROUNDS; round++) {
            errand[2] = "K" + round + "-";
            List<String> posted = postUntilKilled(round, errand, random.nextInt(LONGEST_SLEEP_MILLIS));
            long start = System.nanoTime();
            try (Book book = Book.open(store)) {
                Duration recovery = Duration.ofNanos(System.nanoTime() - start);
                slowest = recovery.compareTo(slowest) > 0 ? recovery : slowest;
                assertThat(recovery).as("recovery in round " + round).isLessThanOrEqualTo(RECOVERY);
                for (String key : posted) {
                    assertThat(book.lines(key)).as("lines of the acknowledged " + key).isEqualTo(LINES);
                }
                for (int next = posted.size(); book.lines(errand[2] + next) > 0; next++) {
                    assertThat(book.lines(errand[2] + next)).as("lines of " + errand[2] + next).isEqualTo(LINES);
                    untold++;
                }
                book.assertClean();
                book.assertChained();
            }
            acknowledged += posted.size();
        }
        System.out.printf("kill loop: %d kills, %,d documents acknowledged, 0 lost, %d stored without their "
            + "acknowledgement, slowest recovery %d ms%n", ROUNDS, acknowledged, untold, slowest.toMillis());
        assertThat(acknowledged).isGreaterThanOrEqualTo((long) ROUNDS * FIRST_ACKNOWLEDGED);
    }

    private List<String> postUntilKilled(int round, String[] errand, long sleep) throws Exception {
        List<String> posted = new CopyOnWriteArrayList<>();
        try (SecondProcess process = SecondProcess.start(folder.resolve("process" + round), Map.of(), errand)) {
            assertThat(process.line()).isEqualTo("opened");
            CompletableFuture<Void> first = new CompletableFuture<>();
            Thread reader = Thread.ofVirtual().start(() -> {
                process.listen(said -> {
                    if (said.startsWith("posted ")) {
                        posted.add(said.substring("posted ".length()));
                    }
                    if (posted.size() >= FIRST_ACKNOWLEDGED) {
                        first.complete(null);
                    }
                });
                first.complete(null);
            });
            first.join();
            Thread.sleep(sleep);
            process.kill();
            reader.join();
        }
        return new ArrayList<>(posted);
    }

}
