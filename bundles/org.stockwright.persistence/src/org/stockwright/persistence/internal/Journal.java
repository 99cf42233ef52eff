package org.stockwright.persistence.internal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The journal as a text file: posting id, content hash and the hash of both in short, one line each. Committers that
 * come together share one write. It is no FileChannel: those close themselves when a thread is interrupted.
 *
 * <p>
 * A line is written after the database has forced its commit and before the caller hears of it. Each write goes through
 * to the disk (mode {@code rwd}) and lands in a stretch of zeros that was written before, so that the file system has
 * neither a length nor a block to note: that halves the time of a single posting. The text ends at the first zero, and
 * closing cuts the zeros off. What a crash can leave:
 * <ul>
 * <li>before or during the commit: nothing here; the database knows whether it happened, and nobody was told;</li>
 * <li>after the commit, before the write: a posting without a line; nobody was told;</li>
 * <li>during the write: a part of the lines. Sectors hold the text as it was or as it was to become, and both begin
 * with what was acknowledged earlier. So the text is whole up to its first zero or its last line's end, and opening cuts
 * there. What is cut was not acknowledged: a write of more than {@value #MOST} bytes is several, one after the
 * other;</li>
 * <li>while zeros are being appended: fewer zeros, which the next opening cuts off anyway;</li>
 * <li>after the write: nothing is missing.</li>
 * </ul>
 */
final class Journal implements Acknowledgements {

    /** The most bytes of one write. */
    private static final int MOST = 1 << 16;
    private static final int CHECK_DIGITS = 8;
    /** So many zeros wait for text. */
    private static final int ROOM = 1 << 18;

    private final Path path;
    private final RandomAccessFile file;
    private final Object turn = new Object();
    /** What waits for the thread that writes next. */
    private byte[] waiting = {};
    /** How many bytes were handed in, and how many of them are on the disk. */
    private long asked;
    private long written;
    private boolean writing;
    /** Where the text ends, and where the zeros behind it do. Touched by the thread whose turn it is. */
    private long end;
    private long room;

    private Journal(Path path, RandomAccessFile file, long end) {
        this.path = path;
        this.file = file;
        this.end = end;
        this.room = end;
    }

    /** Opens the file, making it if it is missing; what a crash left of a write is cut off, nobody was told of it. */
    static Journal open(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rwd");
        boolean opened = false;
        try {
            long end = endOfText(file);
            if (end < file.length()) {
                file.setLength(end);
                file.getFD().sync();
            }
            opened = true;
            return new Journal(path, file, end);
        } finally {
            if (!opened) {
                file.close();
            }
        }
    }

    /** A line for a posting. */
    static String line(long postingId, String contentHash) {
        String content = postingId + " " + contentHash;
        return content + ' ' + Sha256.of(content).substring(0, CHECK_DIGITS) + '\n';
    }

    /** Writes these lines and returns when they are on the disk. */
    @Override
    public void append(String lines) throws IOException {
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        long mine;
        synchronized (turn) {
            waiting = joined(waiting, bytes);
            asked += bytes.length;
            mine = asked;
        }
        while (true) {
            byte[] batch;
            synchronized (turn) {
                awaitTurn(mine);
                if (written >= mine) {
                    return;
                }
                writing = true;
                batch = waiting;
                waiting = new byte[0];
            }
            writeAll(batch);
        }
    }

    /** One thread writes for all that wait; when the disk fails, each tries and fails by itself. */
    private void writeAll(byte[] batch) throws IOException {
        boolean done = false;
        try {
            write(batch);
            done = true;
        } finally {
            synchronized (turn) {
                writing = false;
                if (done) {
                    written += batch.length;
                } else {
                    waiting = joined(batch, waiting);
                }
                turn.notifyAll();
            }
        }
    }

    /** What fails is written again from where it began, over what there is of it. */
    private void write(byte[] batch) throws IOException {
        if (end + batch.length > room) {
            long wanted = end + batch.length + ROOM;
            file.seek(room);
            while (room < wanted) {
                int zeros = (int) Math.min(ROOM, wanted - room);
                file.write(new byte[zeros]);
                room += zeros;
            }
            // The length is of this moment, too; from here on nothing but text changes.
            file.getFD().sync();
        }
        file.seek(end);
        for (int at = 0; at < batch.length; at += MOST) {
            file.write(batch, at, Math.min(MOST, batch.length - at));
        }
        end += batch.length;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        if (first.length == 0) {
            return second;
        }
        ByteArrayOutputStream both = new ByteArrayOutputStream(first.length + second.length);
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    private void awaitTurn(long mine) {
        boolean interrupted = false;
        while (writing && written < mine) {
            try {
                turn.wait();
            } catch (InterruptedException e) {
                // What was committed must be acknowledged; the caller hears of the interruption afterwards.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void read(Reader reader) throws IOException {
        read(path, reader);
    }

    /** Reads a journal's file, also one that is being written. */
    static void read(Path path, Reader reader) throws IOException {
        try (Text text = new Text(path)) {
            long number = 1;
            String line = text.line();
            while (!line.isEmpty()) {
                String next = text.line();
                if (!tell(line, reader) && !next.isEmpty()) {
                    throw new IOException("Line " + number + " of " + path + " is damaged");
                }
                line = next;
                number++;
            }
        }
    }

    /** Copies a journal's text, also while it is being written; what was acknowledged before is in the copy. */
    static void copy(Path from, Path to) throws IOException {
        try (Text text = new Text(from); OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
            String line = text.line();
            while (!line.isEmpty()) {
                out.write(line.getBytes(StandardCharsets.ISO_8859_1));
                line = text.line();
            }
        }
    }

    /** The bytes until the end of the text at the moment of opening: those before it never change. */
    private static final class Text implements AutoCloseable {

        private final InputStream bytes;
        private long left;

        private Text(Path path) throws IOException {
            try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
                left = endOfText(file);
            }
            bytes = new BufferedInputStream(Files.newInputStream(path), MOST);
        }

        /** The next line with its end, or what there is of it; empty behind the last one. */
        private String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream(96);
            int next = 0;
            while (left > 0 && next != '\n' && next >= 0) {
                next = bytes.read();
                left--;
                if (next >= 0) {
                    line.write(next);
                }
            }
            return line.toString(StandardCharsets.ISO_8859_1);
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }

    }

    private static boolean tell(String line, Reader reader) {
        int first = line.indexOf(' ');
        int second = line.indexOf(' ', first + 1);
        if (first < 1 || second < 0 || !line.equals(line(line, first, second))) {
            return false;
        }
        reader.acknowledged(Long.parseLong(line, 0, first, 10), line.substring(first + 1, second));
        return true;
    }

    /** The line that these two fields make; empty when the first one is no number. */
    private static String line(String line, int first, int second) {
        boolean number = line.chars().limit(first).allMatch(digit -> digit >= '0' && digit <= '9' || digit == '-');
        return number && first < 20 ? line(Long.parseLong(line, 0, first, 10), line.substring(first + 1, second)) : "";
    }

    /** Behind the last whole line before the first zero; only the last write can have been torn. */
    private static long endOfText(RandomAccessFile file) throws IOException {
        long last = lastNonZero(file);
        long from = Math.max(0, last - 2L * MOST);
        byte[] bytes = new byte[(int) (last - from)];
        file.seek(from);
        file.readFully(bytes);
        int length = 0;
        for (int i = 0; i < bytes.length && bytes[i] != 0; i++) {
            if (bytes[i] == '\n') {
                length = i + 1;
            }
        }
        // More than one write without a whole line is not what a crash leaves: reading tells of it.
        return length == 0 && from > 0 ? last : from + length;
    }

    /** How many bytes are left when the zeros at the end are not counted. */
    private static long lastNonZero(RandomAccessFile file) throws IOException {
        byte[] bytes = new byte[MOST];
        long end = file.length();
        while (end > 0) {
            int count = (int) Math.min(MOST, end);
            file.seek(end - count);
            file.readFully(bytes, 0, count);
            for (int i = count - 1; i >= 0; i--) {
                if (bytes[i] != 0) {
                    return end - count + i + 1;
                }
            }
            end -= count;
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        synchronized (turn) {
            try (file) {
                file.setLength(end);
            }
        }
    }

}
