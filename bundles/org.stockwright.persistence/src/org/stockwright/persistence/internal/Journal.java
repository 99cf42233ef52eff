package org.stockwright.persistence.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.stockwright.persistence.AcknowledgementJournal;

/**
 * The journal as a text file: posting id, content hash and the hash of both in short, one line each. Committers that
 * come together share one wait for the disk. It is no FileChannel: those close themselves when a thread is interrupted.
 */
final class Journal implements AcknowledgementJournal, AutoCloseable {

    private static final int CHECK_DIGITS = 8;

    private final Path path;
    private final RandomAccessFile file;
    private final Object turn = new Object();
    private long written;
    private long forced;
    private boolean forcing;

    private Journal(Path path, RandomAccessFile file, long length) {
        this.path = path;
        this.file = file;
        this.written = length;
        this.forced = length;
    }

    /** Opens the file, making it if it is missing; a torn last line is cut off, nobody was told of it. */
    static Journal open(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        boolean opened = false;
        try {
            long length = endOfLastLine(file);
            if (length < file.length()) {
                file.setLength(length);
                file.getFD().sync();
            }
            file.seek(length);
            opened = true;
            return new Journal(path, file, length);
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
    void append(String lines) throws IOException {
        long end;
        synchronized (turn) {
            byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
            try {
                file.write(bytes);
            } catch (IOException e) {
                file.setLength(written);
                file.seek(written);
                throw e;
            }
            written += bytes.length;
            end = written;
        }
        force(end);
    }

    /** One thread forces for all that wait; each fails by itself when the disk does. */
    private void force(long end) throws IOException {
        while (true) {
            long target;
            synchronized (turn) {
                awaitTurn(end);
                if (forced >= end) {
                    return;
                }
                forcing = true;
                target = written;
            }
            boolean done = false;
            try {
                file.getFD().sync();
                done = true;
            } finally {
                synchronized (turn) {
                    forcing = false;
                    if (done) {
                        forced = Math.max(forced, target);
                    }
                    turn.notifyAll();
                }
            }
        }
    }

    private void awaitTurn(long end) {
        boolean interrupted = false;
        while (forcing && forced < end) {
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

    /** Reads a journal's file, also one that is not open. */
    static void read(Path path, Reader reader) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            long number = 1;
            String line = lines.readLine();
            while (line != null) {
                String next = lines.readLine();
                if (!tell(line, reader) && next != null) {
                    throw new IOException("Line " + number + " of " + path + " is damaged");
                }
                line = next;
                number++;
            }
        }
    }

    private static boolean tell(String line, Reader reader) {
        int first = line.indexOf(' ');
        int second = line.indexOf(' ', first + 1);
        if (first < 1 || second < 0
            || !Sha256.of(line.substring(0, second)).startsWith(line.substring(second + 1))
            || line.length() - second - 1 != CHECK_DIGITS) {
            return false;
        }
        reader.acknowledged(Long.parseLong(line, 0, first, 10), line.substring(first + 1, second));
        return true;
    }

    private static long endOfLastLine(RandomAccessFile file) throws IOException {
        long end = file.length();
        while (end > 0) {
            file.seek(end - 1);
            if (file.read() == '\n') {
                return end;
            }
            end--;
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        synchronized (turn) {
            file.close();
        }
    }

}
