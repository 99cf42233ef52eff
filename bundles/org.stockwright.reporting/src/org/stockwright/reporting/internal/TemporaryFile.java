package org.stockwright.reporting.internal;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A file that is written beside its place and moved there when it is complete; closing it takes away what is left. */
final class TemporaryFile implements AutoCloseable {

    private final Path target;
    private final Path path;

    TemporaryFile(Path target) throws IOException {
        this.target = target.toAbsolutePath();
        Path folder = this.target.getParent();
        Files.createDirectories(folder);
        // not createTempFile, which would keep the finished file from everybody else
        this.path = Files.createFile(folder.resolve("." + UUID.randomUUID() + "." + Format.extension(target)));
    }

    /** Where to write. */
    Path path() {
        return path;
    }

    /** Puts the complete file in its place. */
    void complete() throws IOException {
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }

}
