package org.stockwright.exchange.spi;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file beside its place and renames it when it is complete, so that nobody ever sees half of it. */
public final class WholeFile {

    /** What writes the content. */
    @FunctionalInterface
    public interface Content {

        /** Writes all of it; the stream is closed by whoever asks. */
        void writeTo(OutputStream out) throws IOException;

    }

    private WholeFile() {
        // only one function
    }

    /**
     * Writes a file, in place of one that is there.
     *
     * @throws IOException when it fails; what was there before is there still
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        Path unfinished = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW), 1 << 16)) {
                content.writeTo(out);
            }
            try {
                Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                // some network folders cannot; a plain move is the best they have
                Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

}
