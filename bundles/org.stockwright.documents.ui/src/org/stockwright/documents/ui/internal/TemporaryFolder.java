package org.stockwright.documents.ui.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder for files that other programs read while the workbench runs; it is deleted with them at the end.
 *
 * @param path where it is
 */
public record TemporaryFolder(Path path) {

    /** A new one. */
    public static TemporaryFolder create() {
        try {
            Path folder = Files.createTempDirectory("stockwright-documents"); //$NON-NLS-1$
            folder.toFile().deleteOnExit();
            return new TemporaryFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file in it, which need not be there yet. */
    public Path file(String name) {
        Path file = path.resolve(name);
        file.toFile().deleteOnExit();
        return file;
    }

}
