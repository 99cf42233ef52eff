package org.stockwright.cli.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TableRowWriterTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void numbersStandToTheRightAndTextsToTheLeft() throws IOException {
        try (TableRowWriter rows = new TableRowWriter(List.of("item", "on_hand", "unit"), out)) {
            rows.write("Größe", new BigDecimal("5.50"), "KG");
            rows.write("B", new BigDecimal("-1200"), null);
        }
        assertThat(written()).isEqualTo("""
            item   on_hand  unit
            -----  -------  ----
            Größe     5.50  KG
            B        -1200
            """);
    }

    @Test
    void anEmptyResultStillHasItsHeader() throws IOException {
        try (TableRowWriter rows = new TableRowWriter(List.of("item"), out)) {
            assertThat(rows).isNotNull();
        }
        assertThat(written()).isEqualTo("item\n----\n");
    }

    @Test
    void aTextFromAFileCannotCommandTheTerminal() throws IOException {
        try (TableRowWriter rows = new TableRowWriter(List.of("item"), out)) {
            rows.write("a\u001B[2Jb");
        }
        assertThat(written()).doesNotContain("\u001B");
    }

    @Test
    void manyRowsStreamAfterTheFirstThousand() throws IOException {
        try (TableRowWriter rows = new TableRowWriter(List.of("n"), out)) {
            for (int i = 0; i < 1_500; i++) {
                rows.write(i);
                assertThat(out.size() > 0).isEqualTo(i >= 999);
            }
        }
        assertThat(written().lines()).hasSize(1_502);
    }

}
