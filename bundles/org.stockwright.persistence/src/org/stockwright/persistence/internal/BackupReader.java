package org.stockwright.persistence.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.stockwright.base.Progress;
import org.stockwright.base.Sha256;

/** Reads a backup file, which may come from anywhere: nothing in it is believed before its hash was compared. */
final class BackupReader implements AutoCloseable {

    private static final int CHUNK = 1 << 16;
    private static final long LARGEST_MANIFEST = 64L * 1024 * 1024;

    private final ZipFile zip;
    private final Optional<BackupManifest> manifest;

    private BackupReader(ZipFile zip, Optional<BackupManifest> manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens a file.
     *
     * @throws ZipException when it is no zip file
     */
    static BackupReader open(Path file) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        boolean opened = false;
        try {
            ZipEntry entry = zip.getEntry(BackupManifest.NAME);
            Optional<BackupManifest> manifest = Optional.empty();
            if (entry != null && entry.getSize() >= 0 && entry.getSize() <= LARGEST_MANIFEST) {
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] bytes = in.readNBytes((int) entry.getSize() + 1);
                    manifest = BackupManifest.parse(new String(bytes, StandardCharsets.UTF_8));
                }
            }
            opened = true;
            return new BackupReader(zip, manifest);
        } finally {
            if (!opened) {
                zip.close();
            }
        }
    }

    /** How many bytes its files have. */
    long bytes() {
        return manifest.map(BackupManifest::bytes).orElse(Long.valueOf(0)).longValue();
    }

    /** Reads everything and says what is wrong with it, if anything. */
    Optional<String> damage(Progress progress) throws IOException {
        if (manifest.isEmpty()) {
            return Optional.of("it has no list of contents that this program understands");
        }
        Map<String, BackupManifest.Entry> entries = manifest.get().entries();
        Set<String> names = new HashSet<>();
        zip.stream().forEach(entry -> names.add(entry.getName()));
        names.remove(BackupManifest.NAME);
        if (!names.equals(entries.keySet()) || names.size() + 1 != zip.size()) {
            return Optional.of("it does not hold the files of its list");
        }
        if (!names.contains("derby/service.properties")) {
            return Optional.of("it holds no database");
        }
        progress.begin("Checking the backup", bytes());
        for (Map.Entry<String, BackupManifest.Entry> entry : entries.entrySet()) {
            try {
                if (!copy(entry.getKey(), entry.getValue(), OutputStream.nullOutputStream(), progress)) {
                    return Optional.of(entry.getKey() + " is damaged");
                }
            } catch (ZipException e) {
                return Optional.of(entry.getKey() + " is damaged: " + e.getMessage());
            }
        }
        return Optional.empty();
    }

    /** Writes its files into a folder. The names were checked when the list was read. */
    void extract(Path folder, Progress progress) throws IOException {
        BackupManifest list = manifest.orElseThrow();
        progress.begin("Restoring", bytes());
        for (Map.Entry<String, BackupManifest.Entry> entry : list.entries().entrySet()) {
            Path file = folder.resolve(entry.getKey()).normalize();
            if (!file.startsWith(folder)) {
                throw new IOException(entry.getKey() + " leads out of the folder");
            }
            Files.createDirectories(file.getParent());
            Folders.ownerOnly(file.getParent());
            try (OutputStream out = Files.newOutputStream(file)) {
                Folders.ownerOnly(file);
                if (!copy(entry.getKey(), entry.getValue(), out, progress)) {
                    throw new IOException(entry.getKey() + " changed while it was read");
                }
            }
            Folders.force(file);
        }
    }

    private boolean copy(String name, BackupManifest.Entry expected, OutputStream out, Progress progress)
        throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                progress.check();
                size += read;
                if (size > expected.size()) {
                    return false;
                }
                digest.update(chunk, 0, read);
                out.write(chunk, 0, read);
                progress.worked(read);
            }
        }
        return size == expected.size() && Sha256.hex(digest.digest()).equals(expected.hash());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

}
