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

import org.stockwright.base.Sha256;
import org.stockwright.persistence.AcknowledgementJournal.Reader;

/**
 * The text of a {@link Journal}: posting id, content hash and the hash of both in short, one line each. It ends at the
 * first zero: a file that was growing when the machine stopped may have a stretch of zeros at its end.
 */
final class JournalText {

    /** So many bytes at the end of a file may be torn; whatever is wrong before them is damage. */
    static final int MOST = 1 << 18;

    private static final int CHECK_DIGITS = 8;

    private JournalText() {
        // only functions
    }

    /** A line for a posting. */
    static String line(long postingId, String contentHash) {
        String content = postingId + " " + contentHash;
        return content + ' ' + Sha256.of(content).substring(0, CHECK_DIGITS) + '\n';
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

    /** Behind the last whole line before the first zero; only the last writes can have been torn. */
    static long endOfText(RandomAccessFile file) throws IOException {
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
        // A longer stretch without a whole line is not what a crash leaves: reading tells of it.
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

}
