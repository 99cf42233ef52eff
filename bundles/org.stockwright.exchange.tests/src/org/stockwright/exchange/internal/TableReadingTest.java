package org.stockwright.exchange.internal;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.exchange.ExchangeRefusal;
import org.stockwright.exchange.SourceTable;

import static org.assertj.core.api.Assertions.assertThat;

class TableReadingTest {

    private final ImportsComponent imports = new ImportsComponent(new Told(), Allowed.EVERYTHING, Parts.service());

    @TempDir
    Path folder;

    private Outcome<SourceTable> read(byte[] bytes) throws IOException {
        Path file = folder.resolve("t.csv");
        Files.write(file, bytes);
        return imports.read(file, Progress.NONE);
    }

    private Outcome<SourceTable> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String rows(Outcome<SourceTable> outcome) {
        return outcome.value().rows().stream().map(Arrays::toString).toList().toString();
    }

    private static Refusal refusal(Outcome<SourceTable> outcome) {
        assertThat(outcome.refusals()).hasSize(1);
        return outcome.refusals().getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE" })
    void everyUsualEncodingIsRecognised(String charset) throws IOException {
        String text = "item,name\r\nA,Größe – 5 €\r\n";
        assertThat(rows(read(text.getBytes(Charset.forName(charset))))).isEqualTo("[[A, Größe – 5 €]]");
        if (charset.startsWith("UTF")) {
            assertThat(rows(read(("\uFEFF" + text).getBytes(Charset.forName(charset)))))
                .isEqualTo("[[A, Größe – 5 €]]");
        }
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstHeader() throws IOException {
        assertThat(read("\uFEFFitem,name\nA,B\n").value().header()).containsExactly("item", "name");
    }

    @Test
    void brokenUtf8IsRefusedWithItsLineInsteadOfGarbled() throws IOException {
        byte[] bytes = "item,name\nA,Größe\nB,x?y\n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xFF;
        Refusal refusal = refusal(read(bytes));
        assertThat(refusal.code()).isEqualTo(ExchangeRefusal.NOT_TEXT);
        assertThat(refusal.place().line()).isEqualTo(3);
    }

    @Test
    void bytesOfNoEncodingAreRefused() throws IOException {
        byte[] bytes = "item,name\nA,x?y\n".getBytes(StandardCharsets.US_ASCII);
        bytes[13] = (byte) 0x81;
        assertThat(refusal(read(bytes)).code()).isEqualTo(ExchangeRefusal.NOT_TEXT);
    }

    @Test
    void anUnpairedSurrogateInUtf16IsRefused() throws IOException {
        byte[] bytes = "\uFEFFitem,name\nA,xy\n".getBytes(StandardCharsets.UTF_16LE);
        bytes[bytes.length - 3] = (byte) 0xD8;
        assertThat(refusal(read(bytes)).code()).isEqualTo(ExchangeRefusal.NOT_TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = { ",", ";", "\t" })
    void theSeparatorIsFoundInTheHeader(String separator) throws IOException {
        String text = "item,name,quantity\nA,\"x, y; z\",1\n".replace(",\"", separator + "\"")
            .replace("item,name,quantity", "item" + separator + "name" + separator + "quantity")
            .replace("\",1", "\"" + separator + "1");
        assertThat(rows(read(text))).isEqualTo("[[A, x, y; z, 1]]");
    }

    @Test
    void excelsOwnSeparatorLineIsObeyed() throws IOException {
        Outcome<SourceTable> table = read("sep=;\nitem;name\nA;B\n");
        assertThat(table.value().header()).containsExactly("item", "name");
        assertThat(table.value().lines()).containsExactly(3);
    }

    @Test
    void linesAreCountedThroughQuotedLineBreaks() throws IOException {
        Outcome<SourceTable> table = read("item,name\nA,\"two\nlines\"\n\nB,x\n");
        assertThat(table.value().lines()).containsExactly(2, 5);
    }

    @Test
    void anUnclosedQuoteIsRefusedWithTheLineWhereItsRowBegins() throws IOException {
        Refusal refusal = refusal(read("item,name\nA,x\nB,\"y\nC,z\n"));
        assertThat(refusal.code()).isEqualTo(ExchangeRefusal.BROKEN_CSV);
        assertThat(refusal.place().line()).isEqualTo(3);
        assertThat(refusal.hint()).contains("quote");
    }

    @Test
    void anEndlessLineIsRefusedWithoutReadingItAll() throws IOException {
        Refusal refusal = refusal(read("item,name\nA," + "x".repeat(5_000_000)));
        assertThat(refusal.code()).isIn(ExchangeRefusal.BROKEN_CSV, ExchangeRefusal.CELL_TOO_LONG);
        assertThat(refusal.place().line()).isEqualTo(2);
    }

    @Test
    void moreColumnsThanAnybodyNeedsAreRefused() throws IOException {
        assertThat(refusal(read("item,name\nA" + ",".repeat(1_000_000) + "x")).code())
            .isEqualTo(ExchangeRefusal.TOO_MANY_COLUMNS);
    }

    @Test
    void otherKindsOfFilesAreRefused() throws IOException {
        assertThat(refusal(read("")).code()).isEqualTo(ExchangeRefusal.NO_HEADER);
        assertThat(refusal(read("\n \n,,\n")).code()).isEqualTo(ExchangeRefusal.NO_HEADER);
        byte[] old = new byte[600];
        System.arraycopy(new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0 }, 0, old, 0, 4);
        assertThat(refusal(read(old)).code()).isEqualTo(ExchangeRefusal.NOT_A_TABLE);
        byte[] picture = new byte[4000];
        new java.util.Random(1).nextBytes(picture);
        assertThat(refusal(read(picture)).code()).isEqualTo(ExchangeRefusal.NOT_A_TABLE);
    }

    @Test
    void aPasteFromASpreadsheetIsATable() {
        SourceTable table = imports.paste("item\tname\r\nA\t5\" pipe\r\n").value();
        assertThat(table.source()).isEqualTo("clipboard");
        assertThat(table.header()).containsExactly("item", "name");
        assertThat(table.rows().getFirst()).containsExactly("A", "5\" pipe");
        assertThat(imports.paste("").refusals()).hasSize(1);
    }

    @Test
    void aCancelledReadingEndsAtOnce() throws IOException {
        Path file = folder.resolve("big.csv");
        Files.writeString(file, "item,name\n" + "A,B\n".repeat(10_000));
        Progress cancelled = new Progress() {
            @Override
            public void begin(String task, long total) {
                // nothing to show
            }

            @Override
            public void worked(long amount) {
                // nothing to show
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> imports.read(file, cancelled))
            .isInstanceOf(Progress.Cancelled.class);
        Files.writeString(file, "item,name\n" + "A,B\n".repeat(10_000), StandardCharsets.UTF_16);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> imports.read(file, cancelled))
            .isInstanceOf(Progress.Cancelled.class);
    }

    @Test
    void aHundredThousandRowsAreReadInSeconds() throws IOException {
        StringBuilder text = new StringBuilder("item,name,quantity\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("ITEM-").append(i).append(",Name of the item,").append(i % 100).append('\n');
        }
        long start = System.nanoTime();
        List<String[]> rows = read(text.toString()).value().rows();
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertThat(rows).hasSize(100_000);
        assertThat(millis).isLessThan(5_000);
    }

}
