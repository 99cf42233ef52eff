package org.stockwright.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.stockwright.base.Progress;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.Stores;

/** An empty embedded store, made at the first use, copied for each test and deleted with the process. */
public final class EmptyFolder {

    private static Path made;

    private EmptyFolder() {
        // only functions
    }

    /** Puts an empty store into a folder that is missing or empty; no store may be open. */
    public static synchronized void copyTo(Path folder, Stores stores) {
        try {
            if (isUsed(folder)) {
                return;
            }
            if (made == null) {
                made = make(stores);
            }
            copy(made, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isUsed(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isPresent();
        }
    }

    private static Path make(Stores stores) throws IOException {
        Path folder = Files.createTempDirectory("stockwright-empty");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        stores.open(new StoreLocation.Folder(folder), "template", true, Progress.NONE).value();
        stores.close();
        return folder;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path source : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target);
                }
            }
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.sorted(Comparator.reverseOrder()).toList();
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

}
