package org.stockwright.exchange.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Progress;
import org.stockwright.exchange.ExportTable;
import org.stockwright.exchange.Exports.Format;
import org.stockwright.exchange.SourceTable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExportTest {

    private static final List<String> TEXTS = List.of("plain", "=1+1", "+49 30", "-x", "@cmd", "\tx", "\rx", "\0x",
        "'=1", "''@", "'quoted", "a,b", "a\"b", "two\nlines", "-5", "Größe €", "=HYPERLINK(\"http://x\")");

    private final ExportsComponent exports = new ExportsComponent(new Told());
    private final ImportsComponent imports = new ImportsComponent(new Told(), Allowed.EVERYTHING, Parts.service());

    @TempDir
    Path folder;

    private static ExportTable table() {
        List<Object[]> rows = new ArrayList<>();
        for (String text : TEXTS) {
            rows.add(new Object[] { text, new BigDecimal("-5.50"), 12345678901L, true,
                Instant.parse("2026-01-15T08:00:00Z"), LocalDate.of(2026, 1, 31), null });
        }
        return new ExportTable("Table: [x]", List.of("text", "number", "whole", "flag", "instant", "day", "none"),
            rows);
    }

    private String text(Format format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.write(table(), format, out, Progress.NONE);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void csvIsRfc4180AndNoTextIsAFormula() throws IOException {
        String[] lines = text(Format.CSV).split("\r\n");
        assertThat(lines[0]).isEqualTo("text,number,whole,flag,instant,day,none");
        assertThat(lines[1]).isEqualTo("plain,-5.50,12345678901,true,2026-01-15T08:00:00Z,2026-01-31,");
        for (int i = 1; i < lines.length; i++) {
            String cell = lines[i].startsWith("\"") ? lines[i].substring(1) : lines[i];
            assertThat("=+-@\t\r\0").as(lines[i]).doesNotContain(cell.substring(0, 1));
        }
    }

    @Test
    void everyTextComesBackFromCsvAndFromXlsx() throws IOException {
        for (String name : List.of("t.csv", "t.xlsx")) {
            Path file = folder.resolve(name);
            exports.write(table(), file, Progress.NONE);
            SourceTable read = imports.read(file, Progress.NONE).value();
            for (int i = 0; i < TEXTS.size(); i++) {
                // XML has no NUL
                String expected = name.endsWith("xlsx") ? TEXTS.get(i).replace('\0', '?') : TEXTS.get(i);
                assertThat(read.rows().get(i)[0]).as(name).isEqualTo(expected);
                assertThat(new BigDecimal(read.rows().get(i)[1])).isEqualByComparingTo("-5.5");
                assertThat(read.rows().get(i)).endsWith("12345678901", "true", "2026-01-15T08:00:00Z", "2026-01-31");
            }
        }
    }

    @Test
    void aRowOfJsonIsALine() throws IOException {
        String[] lines = text(Format.JSON).split("\n");
        assertThat(lines).hasSize(TEXTS.size());
        assertThat(lines[0]).isEqualTo("{\"text\":\"plain\",\"number\":-5.50,\"whole\":12345678901,\"flag\":true,"
            + "\"instant\":\"2026-01-15T08:00:00Z\",\"day\":\"2026-01-31\",\"none\":null}");
        assertThat(lines[1]).contains("\"=1+1\"");
    }

    @Test
    void aNumberWithMoreDigitsThanASpreadsheetKeepsStaysExact() throws IOException {
        Path file = folder.resolve("t.xlsx");
        exports.write(new ExportTable("t", List.of("n"), List.<Object[]>of(
            new Object[] { new BigDecimal("1234567890.123456789") }, new Object[] { new BigDecimal("0.000000001") })),
            file, Progress.NONE);
        List<String[]> rows = imports.read(file, Progress.NONE).value().rows();
        assertThat(rows.get(0)).containsExactly("1234567890.123456789");
        assertThat(rows.get(1)).containsExactly("0.000000001");
    }

    @Test
    void aFileThatFailsHalfwayLeavesTheOldOneAndNothingElse() throws IOException {
        Path file = folder.resolve("t.csv");
        Files.writeString(file, "old");
        Iterable<Object[]> failing = () -> {
            throw new IllegalStateException("no rows");
        };
        assertThatThrownBy(() -> exports.write(new ExportTable("t", List.of("a"), failing), file, Progress.NONE))
            .hasMessage("no rows");
        assertThat(Files.readString(file)).isEqualTo("old");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void theStreamBelowStaysOpen() throws IOException {
        boolean[] closed = new boolean[1];
        for (Format format : Format.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream() {
                @Override
                public void close() {
                    closed[0] = true;
                }
            };
            exports.write(table(), format, out, Progress.NONE);
            assertThat(out.size()).isPositive();
        }
        assertThat(closed[0]).isFalse();
    }

}
