package org.stockwright.persistence.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.stockwright.base.CrashPoint;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.base.Sha256;
import org.stockwright.persistence.StoreRefusal;

/**
 * Writes the open store into one file while others go on posting. The journal and the head of the chain are copied before
 * the database, so that whatever they name is in the copy. The file gets its name when it is whole, read back and on the disk.
 */
final class BackupWriter {

    private static final String COPY = ".copy-";
    private static final int CHUNK = 1 << 16;

    private final StoreFolder folder;
    private final StoreEngine engine;
    private final String product;

    /** Writes backups of this store. */
    BackupWriter(StoreFolder folder, StoreEngine engine, String product) {
        this.folder = folder;
        this.engine = engine;
        this.product = product;
    }

    /** Writes a backup. Cancelled or failed, it leaves nothing behind; the copy of the database itself is waited for. */
    Outcome<Path> write(Path file, Instant created, Map<String, Integer> schema, Progress progress)
        throws IOException, SQLException {
        if (Files.exists(file)) {
            return Outcome.refused(exists(file));
        }
        Optional<Refusal> full = new FreeSpace(folder.path()).look(size(folder.database()));
        if (full.isPresent()) {
            return Outcome.refused(full.get());
        }
        Files.createDirectories(folder.backups());
        Folders.ownerOnly(folder.backups());
        Path copy = Files.createTempDirectory(folder.backups(), COPY);
        Path part = file.resolveSibling('.' + file.getFileName().toString() + ".part");
        try {
            progress.begin("Copying the database", -1);
            if (Files.exists(folder.key())) {
                Files.copy(folder.key(), copy.resolve(folder.key().getFileName()));
            }
            if (Files.exists(folder.journal())) {
                JournalText.copy(folder.journal(), copy.resolve(folder.journal().getFileName()));
            }
            if (Files.exists(folder.anchor())) {
                Files.copy(folder.anchor(), copy.resolve(folder.anchor().getFileName()));
            }
            if (Files.exists(folder.mark())) {
                Files.copy(folder.mark(), copy.resolve(folder.mark().getFileName()));
            }
            engine.copyTo(copy);
            CrashPoint.BACKUP_COPIED.reached();
            progress.check();
            pack(copy, part, created, schema, progress);
            CrashPoint.BACKUP_WRITTEN.reached();
            return publish(part, file, progress);
        } catch (FileSystemException e) {
            if (Files.isWritable(part.toAbsolutePath().getParent())) {
                throw e;
            }
            return Outcome
                .refused(Refusal.of(StoreRefusal.READ_ONLY, file).hint("Choose a folder that you may write."));
        } finally {
            Files.deleteIfExists(part);
            Folders.delete(copy);
        }
    }

    /** Deletes what a killed program left of a copy. */
    static void clean(StoreFolder folder) throws IOException {
        if (!Files.isDirectory(folder.backups())) {
            return;
        }
        List<Path> left;
        try (Stream<Path> entries = Files.list(folder.backups())) {
            left = entries.filter(entry -> entry.getFileName().toString().startsWith(COPY)).toList();
        }
        for (Path copy : left) {
            Folders.delete(copy);
        }
    }

    private void pack(Path copy, Path part, Instant created, Map<String, Integer> schema, Progress progress)
        throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(copy)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        progress.begin("Packing the backup", size(copy));
        Map<String, BackupManifest.Entry> entries = new LinkedHashMap<>();
        try (OutputStream out = Files.newOutputStream(part); ZipOutputStream zip = new ZipOutputStream(out)) {
            Folders.ownerOnly(part);
            zip.setLevel(Deflater.BEST_SPEED);
            for (Path source : files) {
                String name = copy.relativize(source).toString().replace('\\', '/');
                zip.putNextEntry(new ZipEntry(name));
                entries.put(name, add(source, zip, progress));
                zip.closeEntry();
            }
            zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
            String manifest = new BackupManifest(product, created, schema, entries).text();
            zip.write(manifest.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        Folders.force(part);
    }

    private static BackupManifest.Entry add(Path source, ZipOutputStream zip, Progress progress) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        try (InputStream in = Files.newInputStream(source)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                progress.check();
                digest.update(chunk, 0, read);
                zip.write(chunk, 0, read);
                size += read;
                progress.worked(read);
            }
        }
        return new BackupManifest.Entry(Sha256.hex(digest.digest()), size);
    }

    /** Reads it back, then gives it its name in one step that never replaces another file. */
    private static Outcome<Path> publish(Path part, Path file, Progress progress) throws IOException {
        try (BackupReader reader = BackupReader.open(part)) {
            Optional<String> damage = reader.damage(progress);
            if (damage.isPresent()) {
                throw new IOException("The backup was not written right: " + damage.get());
            }
        }
        progress.check();
        try {
            // A link refuses an existing name where a move in one step would replace it.
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException e) {
            return Outcome.refused(exists(file));
        } catch (UnsupportedOperationException | FileSystemException e) {
            if (Files.exists(file)) {
                return Outcome.refused(exists(file));
            }
            Files.move(part, file);
        }
        Folders.forceFolder(file.toAbsolutePath().getParent());
        return Outcome.done(file);
    }

    private static Refusal exists(Path file) {
        return Refusal.of(StoreRefusal.FILE_EXISTS, file).hint("Choose another name; a backup replaces no file.");
    }

    private static long size(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

}
