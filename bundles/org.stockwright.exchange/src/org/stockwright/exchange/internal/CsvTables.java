package org.stockwright.exchange.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.base.SpreadsheetText;
import org.stockwright.exchange.ExchangeRefusal;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

/** Reads comma-, semicolon- and tab-separated text (RFC 4180, with the separator found in the header). */
final class CsvTables {

    private static final int HEAD = 1 << 16;
    /** Room for one cell; what does not fit is no cell. */
    private static final int BUFFER = 1 << 18;

    private CsvTables() {
    }

    /**
     * Reads all rows.
     *
     * @throws TableRefused when it is no table
     */
    static void read(Reader text, String encoding, String source, TableBuilder builder) throws IOException {
        Rows handler = new Rows(builder);
        try {
            BufferedReader reader = new BufferedReader(text, HEAD);
            String head = head(reader);
            if (head.startsWith("sep=") && head.length() == 5) {
                // Excel's own first line, which names the separator
                handler.skipped = 1;
                reader.readLine();
                rows(reader, head.charAt(4), handler);
            } else {
                rows(reader, separator(head), handler);
            }
        } catch (CsvParseException e) {
            throw broken(e, encoding, source, builder, handler);
        } catch (UncheckedIOException e) {
            throw undecodable(e.getCause(), encoding, source, handler);
        } catch (CharacterCodingException e) {
            throw undecodable(e, encoding, source, handler);
        }
    }

    private static void rows(Reader reader, char separator, Rows handler) throws IOException {
        CsvReader.CsvReaderBuilder settings = CsvReader.builder().fieldSeparator(separator).skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(BUFFER).allowUnclosedQuote(false);
        try (CsvReader<Boolean> rows = settings.build(handler, reader)) {
            // the builder gets each row while it is read
            rows.forEach(row -> {
            });
        }
    }

    private static TableRefused broken(CsvParseException e, String encoding, String source, TableBuilder builder,
        Rows handler) throws IOException {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof TableRefused refused) {
                return refused;
            }
            if (cause instanceof Progress.Cancelled cancelled) {
                throw cancelled;
            }
            if (cause instanceof IOException trouble) {
                return undecodable(trouble, encoding, source, handler);
            }
        }
        return new TableRefused(Refusal.of(ExchangeRefusal.BROKEN_CSV).at(builder.at(handler.line))
            .hint("Look for a quote (\") that is not closed or not doubled inside a cell, or a cell of more than "
                + Limits.CELL_CHARACTERS + " characters."));
    }

    private static TableRefused undecodable(IOException e, String encoding, String source, Rows handler)
        throws IOException {
        if (e instanceof CharacterCodingException) {
            return TextEncoding.refused(encoding, source, handler.line);
        }
        throw e;
    }

    /** The first line, or as much of it as there is room for. */
    private static String head(BufferedReader reader) throws IOException {
        reader.mark(HEAD);
        StringBuilder line = new StringBuilder();
        boolean quoted = false;
        for (int c = reader.read(); c >= 0 && line.length() < HEAD - 1; c = reader.read()) {
            if ((c == '\n' || c == '\r') && !quoted) {
                if (!line.isEmpty()) {
                    break;
                }
                continue;
            }
            if (c == '"') {
                quoted = !quoted;
            }
            line.append((char) c);
        }
        reader.reset();
        return line.toString();
    }

    /** The separator that the header has most often outside quotes; a comma where there is none. */
    static char separator(String head) {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean quoted = false;
        for (int i = 0; i < head.length(); i++) {
            char c = head.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                commas += c == ',' ? 1 : 0;
                semicolons += c == ';' ? 1 : 0;
                tabs += c == '\t' ? 1 : 0;
            }
        }
        if (tabs > 0 && tabs >= commas && tabs >= semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }

    /** Hands each record to the builder as it comes, so that no record is kept twice. */
    private static final class Rows extends AbstractBaseCsvCallbackHandler<Boolean> {

        private final TableBuilder builder;
        private String[] cells = new String[16];
        private int count;
        private long skipped;
        private long line = 1;

        Rows(TableBuilder builder) {
            this.builder = builder;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = startingLineNumber + skipped;
            count = 0;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            if (index >= Limits.COLUMNS) {
                throw builder.tooManyColumns(line);
            }
            if (index == cells.length) {
                cells = Arrays.copyOf(cells, 2 * cells.length);
            }
            String text = length == 0 ? "" : new String(buffer, offset, length);
            cells[index] = builder.text(line, SpreadsheetText.unprotect(text));
            count = index + 1;
        }

        @Override
        protected Boolean buildRecord() {
            builder.row(line, cells, count);
            return Boolean.TRUE;
        }

    }

}
