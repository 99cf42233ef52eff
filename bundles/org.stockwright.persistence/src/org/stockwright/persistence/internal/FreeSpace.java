package org.stockwright.persistence.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.stockwright.base.Refusal;
import org.stockwright.persistence.StoreRefusal;

/**
 * Watches that the disk never becomes full under the database: Derby stops then, and opened again on a full disk it may
 * show what was never committed. 200 MB is asked for whatever the size of the disk (5 % of a big one would refuse work
 * with 50 GB free); an administrator can set another figure.
 */
final class FreeSpace {

    /** System property: megabytes that must be free. */
    static final String NEEDED = "stockwright.space.megabytes";

    private static final long DEFAULT_NEEDED = 200;
    private static final long MEGABYTE = 1024 * 1024;
    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Path folder;
    private final AtomicLong nextLook = new AtomicLong(System.nanoTime());
    private volatile Optional<Refusal> last = Optional.empty();

    /** Watches the disk that holds the folder. */
    FreeSpace(Path folder) {
        this.folder = folder;
    }

    /** Looks now: why nothing should be written, if so. */
    Optional<Refusal> look() throws IOException {
        return look(0);
    }

    /** Looks now, for so many bytes more than must stay free. */
    Optional<Refusal> look(long extraBytes) throws IOException {
        long needed = Long.getLong(NEEDED, DEFAULT_NEEDED).longValue() + (extraBytes + MEGABYTE - 1) / MEGABYTE;
        long free = Files.getFileStore(existing()).getUsableSpace() / MEGABYTE;
        if (free >= needed) {
            return Optional.empty();
        }
        return Optional.of(Refusal.of(StoreRefusal.DISK_FULL, folder, Long.valueOf(free), Long.valueOf(needed))
            .hint("Free space on this disk; nothing was stored."));
    }

    /** What a look within the last second found: cheap enough for each posting. */
    Optional<Refusal> watch() throws IOException {
        long now = System.nanoTime();
        long due = nextLook.get();
        if (now - due >= 0 && nextLook.compareAndSet(due, now + INTERVAL_NANOS)) {
            last = look();
        }
        return last;
    }

    private Path existing() {
        Path path = folder;
        while (!Files.exists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }

}
