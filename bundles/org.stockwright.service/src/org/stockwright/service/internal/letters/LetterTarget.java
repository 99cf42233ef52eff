package org.stockwright.service.internal.letters;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.stockwright.base.Outcome;

/** Where the letters of a merge are written, one after the other. Used by one thread. */
interface LetterTarget extends AutoCloseable {

    /** Whether a file of this name is there already. */
    boolean has(String name);

    /** Writes a letter. */
    void write(String name, byte[] content) throws IOException;

    /** Ends it: what was written is complete. */
    Outcome<Boolean> finish() throws IOException;

    /** Gives back what it holds; what was not finished is not there, but for files of a folder. */
    @Override
    void close() throws IOException;

    /** A file of its own for each letter. */
    final class Folder implements LetterTarget {

        private final Path folder;

        Folder(Path folder) throws IOException {
            this.folder = Files.createDirectories(folder);
        }

        @Override
        public boolean has(String name) {
            return Files.exists(folder.resolve(name));
        }

        @Override
        public void write(String name, byte[] content) throws IOException {
            Path unfinished = unfinished(folder.resolve(name));
            try {
                Files.write(unfinished, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                move(unfinished, folder.resolve(name));
            } finally {
                Files.deleteIfExists(unfinished);
            }
        }

        @Override
        public Outcome<Boolean> finish() {
            return Outcome.done(true);
        }

        @Override
        public void close() {
            // each file is complete
        }

    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            // some network folders cannot; a plain move is the best they have
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path unfinished(Path file) {
        return file.toAbsolutePath().resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    }

    /** A new file of a name that nobody can foresee; refused when the file to come is a folder. */
    private static OutputStream begin(Path file, Path unfinished) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        return new BufferedOutputStream(
            Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /** One file with all letters. */
    final class Zip implements LetterTarget {

        private final Path file;
        private final Path unfinished;
        private final ZipOutputStream zip;

        Zip(Path file) throws IOException {
            this.file = file;
            this.unfinished = unfinished(file);
            this.zip = new ZipOutputStream(begin(file, unfinished));
        }

        @Override
        public boolean has(String name) {
            return false;
        }

        @Override
        public void write(String name, byte[] content) throws IOException {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }

        @Override
        public Outcome<Boolean> finish() throws IOException {
            zip.close();
            move(unfinished, file);
            return Outcome.done(true);
        }

        @Override
        public void close() throws IOException {
            try (zip) {
                Files.deleteIfExists(unfinished);
            }
        }

    }

    /** One PDF with all letters: their HTML waits in a file until the last one is there. */
    final class Pages implements LetterTarget {

        private final Path file;
        private final Path waiting;
        private final DataOutputStream out;
        private final Printer printer;

        /** Writes pages of HTML into a PDF. */
        @FunctionalInterface
        interface Printer {

            Outcome<Path> print(Iterable<String> letters, Path file);

        }

        Pages(Path file, Printer printer) throws IOException {
            this.file = file;
            this.printer = printer;
            this.waiting = unfinished(file);
            this.out = new DataOutputStream(begin(file, waiting));
        }

        @Override
        public boolean has(String name) {
            return false;
        }

        @Override
        public void write(String name, byte[] content) throws IOException {
            out.writeInt(content.length);
            out.write(content);
        }

        @Override
        public Outcome<Boolean> finish() throws IOException {
            out.close();
            return printer.print(() -> {
                try {
                    return new Waiting(new DataInputStream(new BufferedInputStream(Files.newInputStream(waiting))));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }, file).map(written -> true);
        }

        @Override
        public void close() throws IOException {
            try (out) {
                Files.deleteIfExists(waiting);
            }
        }

    }

    /** Reads letters that wait, and closes their file behind the last one. */
    final class Waiting implements Iterator<String> {

        private final DataInputStream in;
        private int length;

        Waiting(DataInputStream in) throws IOException {
            this.in = in;
            advance();
        }

        private void advance() throws IOException {
            try {
                length = in.readInt();
            } catch (EOFException e) {
                length = -1;
                in.close();
            }
        }

        @Override
        public boolean hasNext() {
            return length >= 0;
        }

        @Override
        public String next() {
            if (length < 0) {
                throw new NoSuchElementException();
            }
            try {
                byte[] content = in.readNBytes(length);
                advance();
                return new String(content, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

    }

}
