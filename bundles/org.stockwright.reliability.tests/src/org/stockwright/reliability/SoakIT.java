package org.stockwright.reliability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Eight clerks at a human pace for as long as {@code stockwright.soak.minutes} says: memory does not grow. */
@Tag("nightly")
class SoakIT {

    private static final Duration TIME = Duration.ofMinutes(Long.getLong("stockwright.soak.minutes", 10));
    private static final int SLICES = 10;
    private static final int CLERKS = 8;
    private static final int LINES = 10;
    private static final long PAUSE_MILLIS = 50;
    private static final long MEGABYTE = 1024 * 1024;
    /** The caches fill in the first half; then the heap stays. */
    private static final long GROWTH_MEGABYTES = 16;

    @TempDir
    private Path folder;

    @Test
    void memoryStaysWhileClerksPost() throws InterruptedException {
        try (Book book = Book.make(folder.resolve("store"))) {
            List<Long> used = new ArrayList<>();
            for (int slice = 0; slice < SLICES; slice++) {
                String key = "S" + slice + "-";
                Crowd crowd = Crowd.work(CLERKS, TIME.dividedBy(SLICES), (clerk, step) -> {
                    if (step % 2 == 0) {
                        book.receive(key + clerk + "-" + step, LINES);
                    } else {
                        book.issue(key + clerk + "-" + step, LINES);
                    }
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                    return true;
                });
                used.add(usedMegabytes());
                System.out.printf("soak, %d of %d: %s, heap %d MB%n", slice + 1, SLICES, crowd, used.getLast());
            }
            book.assertClean();
            assertThat(used.getLast() - used.get(SLICES / 2)).as("growth of " + used)
                .isLessThanOrEqualTo(GROWTH_MEGABYTES);
        }
    }

    private static long usedMegabytes() throws InterruptedException {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            runtime.gc();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }

}
