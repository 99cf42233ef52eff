package org.stockwright.exchange;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SourceTableTest {

    private static SourceTable table(String... header) {
        return new SourceTable("f.csv", List.of(header),
            List.of(new String[] { "BOLT", "3" }, new String[] { "NUT" }), new long[] { 2, 3 });
    }

    @Test
    void aColumnIsAddedBehindTheOthersAndToShortRowsToo() {
        SourceTable with = table("item", "quantity").with("period", "2026-01-31");
        assertThat(with.header()).containsExactly("item", "quantity", "period");
        assertThat(with.rows().get(0)).containsExactly("BOLT", "3", "2026-01-31");
        assertThat(with.rows().get(1)).containsExactly("NUT", "", "2026-01-31");
        assertThat(with.lines()).containsExactly(2, 3);
    }

    @Test
    void aColumnThatIsThereIsReplacedAndTheTableItselfStays() {
        SourceTable before = table("item", "period");
        SourceTable with = before.with("period", "2026-01-31");
        assertThat(with.header()).containsExactly("item", "period");
        assertThat(with.rows()).extracting(row -> row[1]).containsExactly("2026-01-31", "2026-01-31");
        assertThat(before.rows().get(0)).containsExactly("BOLT", "3");
    }

}
