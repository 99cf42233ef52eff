package org.stockwright.persistence.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal as a text file. It is no FileChannel: those close themselves when a thread is interrupted. Thread-safe.
 *
 * <p>
 * A line is written after the database has forced its commit and before the caller hears of it, so it is there whatever
 * becomes of this program. A thread of its own forces it to the disk, at once when nothing was forced for
 * {@value #MILLIS_BETWEEN} milliseconds, else at the end of that time for all that came meanwhile: the posting itself is
 * on the disk already, and a second wait for it would double the time of a single posting (ADR 12). No more than
 * {@value JournalText#MOST} bytes are ever unforced. What a crash can leave:
 * <ul>
 * <li>before or during the commit: nothing here; the database knows whether it happened, and nobody was told;</li>
 * <li>after the commit, before the write: a posting without a line; nobody was told;</li>
 * <li>after the write, when the program ends: nothing is missing;</li>
 * <li>after the write, when the machine stops within that time: the text without its last lines, or with a torn end,
 * which opening cuts off. The postings are in the database, which forced them.</li>
 * </ul>
 */
final class Journal implements Acknowledgements {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final long MILLIS_BETWEEN = 100;

    private final Path path;
    private final RandomAccessFile file;
    private final Thread forcing;
    private final Object turn = new Object();
    /** Lines that could not be written when their turn was; they come before the next ones. */
    private byte[] left = {};
    private long end;
    /** Up to where the text is on the disk. */
    private long forced;
    private boolean waiting;
    private IOException failure;

    private Journal(Path path, RandomAccessFile file, long end) {
        this.path = path;
        this.file = file;
        this.end = end;
        this.forced = end;
        this.forcing = Thread.ofPlatform().daemon().name("Stockwright journal").start(this::force);
    }

    /** Opens the file, making it if it is missing; what a crash left of a write is cut off. */
    static Journal open(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        boolean opened = false;
        try {
            long end = JournalText.endOfText(file);
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

    /** Writes these lines, and those that could not be written before; they are forced soon. */
    @Override
    public void append(String lines) throws IOException {
        synchronized (turn) {
            if (failure != null) {
                throw new IOException("The disk did not take " + path + " before: " + failure.getMessage(), failure);
            }
            left = joined(left, lines.getBytes(StandardCharsets.UTF_8));
            while (left.length > 0) {
                int count = Math.min(JournalText.MOST, left.length);
                file.seek(end);
                file.write(left, 0, count);
                end += count;
                left = Arrays.copyOfRange(left, count, left.length);
                if (end - forced > JournalText.MOST) {
                    sync(end);
                }
            }
            if (waiting) {
                turn.notifyAll();
            }
        }
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

    private void force() {
        try {
            while (true) {
                sync(awaitText());
                Thread.sleep(MILLIS_BETWEEN);
            }
        } catch (IOException e) {
            LOG.error("The acknowledgement journal {} could not be forced to the disk", path, e);
        } catch (InterruptedException e) {
            LOG.debug("The journal is being closed, which forces it", e);
        }
    }

    /** Forces the text up to here. When that fails the system has given it up: whoever posts next has to hear of it. */
    private void sync(long text) throws IOException {
        try {
            file.getFD().sync();
            synchronized (turn) {
                forced = Math.max(forced, text);
            }
        } catch (IOException e) {
            synchronized (turn) {
                failure = e;
            }
            throw e;
        }
    }

    /** Waits for something to force; tells up to where there is text. */
    private long awaitText() throws InterruptedException {
        synchronized (turn) {
            waiting = true;
            while (end == forced) {
                turn.wait();
            }
            waiting = false;
            return end;
        }
    }

    @Override
    public void read(Reader reader) throws IOException {
        JournalText.read(path, reader);
    }

    @Override
    public void close() throws IOException {
        forcing.interrupt();
        boolean interrupted = false;
        while (forcing.isAlive()) {
            try {
                forcing.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        synchronized (turn) {
            try (file) {
                file.setLength(end);
                file.getFD().sync();
            }
        }
    }

}
