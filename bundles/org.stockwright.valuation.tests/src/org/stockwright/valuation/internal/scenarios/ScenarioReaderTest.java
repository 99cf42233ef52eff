package org.stockwright.valuation.internal.scenarios;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScenarioReaderTest {

    private static final String PAGE = """
        # Two receipts

        ## Given

        | Item |
        |---|
        | BOLT |

        ## Steps

        | Day | Document | What | Item | Quantity | Unit cost |
        |--:|---|---|---|--:|--:|
        | 1 | R1 | receive | BOLT | 10 | 5 |
        | 2 | R2 | receive | BOLT | 10 | 7 |
        | 3 | C1 | late cost 20 by value on R1 | | | |
        | 4 | R1x | reverse R1 | | | |

        ## Expected

        | After day | Item | Quantity | Value |
        |--:|---|--:|--:|
        | 2 | BOLT | 20 | 120 |
        """;

    private static Scenario read(String page) {
        return ScenarioReader.read("page.md", page.lines().toList());
    }

    @Test
    void aPageIsReadWithItsLines() {
        Scenario scenario = read(PAGE);
        assertThat(scenario.title()).isEqualTo("Two receipts");
        assertThat(scenario.asWritten()).isFalse();
        assertThat(scenario.steps()).extracting(Step::verb).containsExactly(Verb.RECEIVE, Verb.RECEIVE,
            Verb.LATE_COST, Verb.REVERSE);
        assertThat(scenario.steps().getFirst().row().line()).isEqualTo(13);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "| 2 | R2 | receive | BOLT | 10 | 7 |; | 2 | R2 | recieve | BOLT | 10 | 7 |; page.md:14: 'recieve'",
        "| 2 | R2 | receive | BOLT | 10 | 7 |; | soon | R2 | receive | BOLT | 10 | 7 |; page.md:14: 'soon'",
        "| 2 | R2 | receive | BOLT | 10 | 7 |; | 2 | R2 | receive | BOLT |  | 7 |; page.md:14: there is nothing",
        "| 2 | R2 | receive | BOLT | 10 | 7 |; | 2 | R2 | receive | BOLT | 10 |; page.md:14: 5 cells",
        "Quantity | Value |; Quantity | Worth |; page.md:20: a table of",
        "## Expected; ## Outcome; the section 'Outcome' is not known",
        "| 2 | BOLT | 20 | 120 |; nothing; page.md:20: a table without rows",
        "## Expected; ## Limits; it expects nothing" })
    void whatIsNotUnderstoodIsRefusedWithItsLine(String text, String instead, String message) {
        assertThatThrownBy(() -> read(PAGE.replace(text, instead))).isInstanceOf(BadScenario.class)
            .hasMessageContaining(message);
    }

    @Test
    void aLateCostAndAReversalAreEnteredAfterTheirReceipt() {
        List<Step> steps = read(PAGE).steps();
        for (int seed = 0; seed < 50; seed++) {
            List<Step> order = OrderOfEntry.shuffled(steps, new Random(seed));
            assertThat(order).containsExactlyInAnyOrderElementsOf(steps);
            assertThat(order.indexOf(steps.get(0))).isLessThan(order.indexOf(steps.get(2)))
                .isLessThan(order.indexOf(steps.get(3)));
        }
    }

}
