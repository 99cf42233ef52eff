package org.stockwright.ui.workflow;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.stockwright.testkit.ui.StockwrightBot;

import static org.assertj.core.api.Assertions.assertThat;

/** Goods go from one bin to another. */
class TransferTest {

    private final StockwrightBot bot = new StockwrightBot();
    private final DemoBook book = DemoBook.open(bot);

    @Test
    void whatLeavesOneBinArrivesInTheOther() {
        String from = book.binOf("PRT-100", "LIN");
        BigDecimal before = book.onHand("PRT-100", from);
        assertThat(before).as("the demo company has some").isGreaterThanOrEqualTo(BigDecimal.valueOf(3));
        MovementEntry entry = MovementEntry.byKey(bot, 't', "Transfer");
        entry.type("PRT-100", "3", "", from, "MOO-B2-08");
        assertThat(entry.line(0)).containsExactly("PRT-100", "3", "", from, "MOO-B2-08");
        BigDecimal there = book.onHand("PRT-100", "MOO-B2-08");
        assertThat(entry.post("was posted")).contains("TR-");
        BigDecimal three = BigDecimal.valueOf(3);
        book.awaitShown("PRT-100", from, before.subtract(three));
        book.awaitShown("PRT-100", "MOO-B2-08", there.add(three));
        book.picture("transfer");
    }

}
