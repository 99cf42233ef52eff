package org.stockwright.exchange.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.exchange.ExchangeRefusal;

/**
 * Finds out how a text is encoded: by its byte order mark; as UTF-16 when every other byte is zero; as UTF-8 when all
 * of it is; as Windows-1252 when nothing in it looks like UTF-8. A text that is mostly UTF-8 with broken bytes is
 * refused: taking it for Windows-1252 would garble its names.
 */
final class TextEncoding {

    /** What most spreadsheets in the West write when they do not write UTF-8. */
    static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final int HEAD = 1 << 16;
    private static final String SAVE_AS_UTF8 = "Save the file as CSV in UTF-8, or as XLSX.";

    private final Charset charset;
    private final int markLength;

    private TextEncoding(Charset charset, int markLength) {
        this.charset = charset;
        this.markLength = markLength;
    }

    Charset charset() {
        return charset;
    }

    /** How many bytes of byte order mark precede the text. */
    int markLength() {
        return markLength;
    }

    /**
     * Reads the whole stream once.
     *
     * @throws TableRefused when it is no text
     */
    static TextEncoding of(InputStream in, String source, Progress progress) throws IOException {
        byte[] buffer = new byte[HEAD];
        int length = in.readNBytes(buffer, 0, HEAD);
        TextEncoding marked = byMark(buffer, length);
        if (marked != null && marked.charset != StandardCharsets.UTF_8) {
            return marked;
        }
        Charset wide = marked == null ? wide(buffer, length) : null;
        if (wide != null) {
            return new TextEncoding(wide, 0);
        }
        refuseBinary(buffer, length, source);
        Utf8Scan scan = new Utf8Scan();
        while (length > 0) {
            progress.check();
            scan.feed(buffer, length);
            length = in.readNBytes(buffer, 0, HEAD);
        }
        scan.end();
        if (scan.invalid == 0) {
            return marked == null ? new TextEncoding(StandardCharsets.UTF_8, 0) : marked;
        }
        if (marked != null || scan.valid > 0) {
            throw refused("UTF-8", source, scan.firstInvalidLine);
        }
        if (scan.firstUndefinedLine > 0) {
            throw refused("UTF-8 or Windows-1252", source, scan.firstUndefinedLine);
        }
        return new TextEncoding(WINDOWS, 0);
    }

    static TableRefused refused(String encoding, String source, long line) {
        return new TableRefused(Refusal.of(ExchangeRefusal.NOT_TEXT, encoding).at(new Place(source, line, ""))
            .hint(SAVE_AS_UTF8));
    }

    private static TextEncoding byMark(byte[] head, int length) {
        int first = length > 0 ? head[0] & 0xFF : 0;
        int second = length > 1 ? head[1] & 0xFF : 0;
        if (first == 0xEF && second == 0xBB && length > 2 && (head[2] & 0xFF) == 0xBF) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (first == 0xFF && second == 0xFE) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        return first == 0xFE && second == 0xFF ? new TextEncoding(StandardCharsets.UTF_16BE, 2) : null;
    }

    /** UTF-16 without a mark: texts of Western letters have a zero in every other byte. */
    private static Charset wide(byte[] head, int length) {
        int[] zeros = new int[2];
        for (int i = 0; i < length; i++) {
            if (head[i] == 0) {
                zeros[i % 2]++;
            }
        }
        if (length < 4 || zeros[0] + zeros[1] < length / 4) {
            return null;
        }
        if (zeros[1] > 8 * zeros[0]) {
            return StandardCharsets.UTF_16LE;
        }
        return zeros[0] > 8 * zeros[1] ? StandardCharsets.UTF_16BE : null;
    }

    private static void refuseBinary(byte[] head, int length, String source) {
        int controls = 0;
        for (int i = 0; i < length; i++) {
            if (head[i] >= 0 && head[i] < ' ' && head[i] != '\t' && head[i] != '\n' && head[i] != '\r') {
                controls++;
            }
        }
        if (controls > 2 + length / 20) {
            throw new TableRefused(Refusal.of(ExchangeRefusal.NOT_A_TABLE, "it is full of control characters")
                .at(new Place(source, 0, "")).hint(SAVE_AS_UTF8));
        }
    }

    /** Counts what is UTF-8 and what is not (Unicode Standard, table 3-7: well-formed UTF-8 byte sequences). */
    private static final class Utf8Scan {

        private long valid;
        private long invalid;
        private long line = 1;
        private long firstInvalidLine;
        private long firstUndefinedLine;
        private int missing;
        private int lowest;
        private int highest;

        void feed(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                next(bytes[i] & 0xFF);
            }
        }

        void end() {
            if (missing > 0) {
                broken();
            }
        }

        private void next(int octet) {
            if (octet == 0x81 || octet == 0x8D || octet == 0x8F || octet == 0x90 || octet == 0x9D) {
                firstUndefinedLine = firstUndefinedLine == 0 ? line : firstUndefinedLine;
            }
            if (missing > 0) {
                if (octet >= lowest && octet <= highest) {
                    lowest = 0x80;
                    highest = 0xBF;
                    if (--missing == 0) {
                        valid++;
                    }
                    return;
                }
                broken();
            }
            if (octet < 0x80) {
                if (octet == '\n') {
                    line++;
                }
            } else {
                begin(octet);
            }
        }

        private void begin(int octet) {
            lowest = octet == 0xE0 ? 0xA0 : octet == 0xF0 ? 0x90 : 0x80;
            highest = octet == 0xED ? 0x9F : octet == 0xF4 ? 0x8F : 0xBF;
            if (octet >= 0xC2 && octet <= 0xDF) {
                missing = 1;
            } else if (octet >= 0xE0 && octet <= 0xEF) {
                missing = 2;
            } else if (octet >= 0xF0 && octet <= 0xF4) {
                missing = 3;
            } else {
                broken();
            }
        }

        private void broken() {
            missing = 0;
            invalid++;
            firstInvalidLine = firstInvalidLine == 0 ? line : firstInvalidLine;
        }

    }

}
