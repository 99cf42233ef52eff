package org.stockwright.reliability;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

/** A disk of a few megabytes in memory, which only root may mount. */
final class SmallDisk implements AutoCloseable {

    private static final int CHUNK = 1 << 16;
    private static final long PATIENCE_SECONDS = 20;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts one, or skips the test where that is not allowed. */
    static SmallDisk mount(Path folder, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        String said = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "stockwright-test",
            folder.toString());
        Assumptions.assumeTrue(said.isEmpty(), "a small disk needs root: " + said);
        return new SmallDisk(folder);
    }

    /** Where it is. */
    Path folder() {
        return folder;
    }

    /** Fills it until only so many bytes are free. */
    void fill(long leave) throws IOException {
        long filled = Files.getFileStore(folder).getUsableSpace() - leave;
        try (OutputStream out = Files.newOutputStream(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (long left = filled; left > 0; left -= CHUNK) {
                out.write(new byte[(int) Math.min(CHUNK, left)]);
            }
        }
    }

    /** Gives the space back that was filled. */
    void free() throws IOException {
        Files.deleteIfExists(filler());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    /** Empty when it went well, else what was said. */
    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes()).strip();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return "timeout";
        }
        return process.exitValue() == 0 ? "" : said + " (" + process.exitValue() + ")";
    }

    @Override
    public void close() throws IOException {
        try {
            run("umount", "-l", folder.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

}
