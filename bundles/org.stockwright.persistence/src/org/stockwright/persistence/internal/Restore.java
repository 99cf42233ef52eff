package org.stockwright.persistence.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;

import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.StoreRefusal;

/** Makes a store from a backup: checked as a whole, unpacked beside its place, then moved there in one step. */
final class Restore {

    private Restore() {
        // only a function
    }

    /** Restores into a folder that is empty or missing. */
    static Outcome<StoreLocation> into(StoreLocation.Folder location, Path file, Progress progress)
        throws IOException {
        Path target = location.path();
        if (!isFree(target)) {
            return Outcome.refused(Refusal.of(StoreRefusal.NOT_EMPTY, location).hint("Choose an empty folder."));
        }
        try (BackupReader reader = BackupReader.open(file)) {
            Optional<String> damage = reader.damage(progress);
            if (damage.isPresent()) {
                return Outcome.refused(damaged(file, damage.get()));
            }
            Optional<Refusal> full = new FreeSpace(target).look(reader.bytes());
            if (full.isPresent()) {
                return Outcome.refused(full.get());
            }
            unpack(reader, target, progress);
            return Outcome.done(location);
        } catch (NoSuchFileException e) {
            return Outcome.refused(damaged(file, "it is not there"));
        } catch (ZipException e) {
            return Outcome.refused(damaged(file, e.getMessage()));
        }
    }

    private static void unpack(BackupReader reader, Path target, Progress progress) throws IOException {
        Path parent = target.getParent();
        Files.createDirectories(parent);
        Path fresh = Files.createTempDirectory(parent, '.' + target.getFileName().toString() + ".restore-");
        try {
            if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwx------"));
            }
            reader.extract(fresh, progress);
            progress.check();
            Files.deleteIfExists(target);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            Folders.forceFolder(parent);
        } finally {
            Folders.delete(fresh);
        }
    }

    private static boolean isFree(Path target) throws IOException {
        if (!Files.exists(target)) {
            return true;
        }
        if (!Files.isDirectory(target)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(target)) {
            return entries.findAny().isEmpty();
        }
    }

    private static Refusal damaged(Path file, String why) {
        return Refusal.of(StoreRefusal.NOT_A_BACKUP, file, why).hint("Use another backup.");
    }

}
