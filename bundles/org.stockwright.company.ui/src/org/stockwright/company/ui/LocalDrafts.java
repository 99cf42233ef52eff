package org.stockwright.company.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import org.stockwright.company.Companies;

/**
 * Drafts that the book does not take just now, because its database is away: one file each in the book's folder for what
 * waits, gone when the book has it. Runs in jobs.
 */
@SuppressWarnings("nls")
final class LocalDrafts {

    private static final String ENDING = ".draft";

    private final Path folder;

    private LocalDrafts(Path folder) {
        this.folder = folder;
    }

    /** Those of the open book. */
    static LocalDrafts of(Companies companies) {
        return new LocalDrafts(companies.waitingFolder().resolve("drafts"));
    }

    /** All that were written and not forgotten. */
    List<String> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> all = new ArrayList<>();
            for (Path file : (Iterable<Path>) files.filter(each -> each.toString().endsWith(ENDING))
                .sorted()::iterator) {
                all.add(Files.readString(file, StandardCharsets.UTF_8));
            }
            return all;
        } catch (IOException e) {
            ILog.of(LocalDrafts.class).error(e.getMessage(), e);
            return List.of();
        }
    }

    /** Writes the draft; the file is complete or as it was before. */
    void keep(String key, String content) {
        try {
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "draft", ".new");
            Files.writeString(fresh, content, StandardCharsets.UTF_8);
            Files.move(fresh, file(key), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            ILog.of(LocalDrafts.class).error(e.getMessage(), e);
        }
    }

    /** What was written under this key. */
    Optional<String> find(String key) {
        Path file = file(key);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            ILog.of(LocalDrafts.class).error(e.getMessage(), e);
            return Optional.empty();
        }
    }

    /** The book has it, or it was posted. */
    void forget(String key) {
        try {
            Files.deleteIfExists(file(key));
        } catch (IOException e) {
            ILog.of(LocalDrafts.class).warn(e.getMessage(), e);
        }
    }

    /** Keys are made by us; whatever they hold, the file stays in the folder. */
    private Path file(String key) {
        return folder.resolve(key.replaceAll("[^A-Za-z0-9-]", "_") + ENDING);
    }

}
