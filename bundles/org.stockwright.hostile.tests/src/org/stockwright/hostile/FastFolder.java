package org.stockwright.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a store of a test that is not about durability may be: in memory where the machine has such a folder. */
final class FastFolder {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM = 4L << 30;

    private FastFolder() {
    }

    /** A new folder in memory, or the given one where there is none or too little room. */
    static Path or(Path folder) throws IOException {
        return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM
            ? Files.createTempDirectory(MEMORY, "stockwright-") : folder;
    }

    /** Deletes it with all that it holds. */
    static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

}
