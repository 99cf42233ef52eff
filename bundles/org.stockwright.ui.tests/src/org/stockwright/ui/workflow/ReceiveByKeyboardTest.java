package org.stockwright.ui.workflow;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.stockwright.testkit.ui.StockwrightBot;

import static org.assertj.core.api.Assertions.assertThat;

/** A clerk receives goods and does not touch the mouse. */
class ReceiveByKeyboardTest {

    private final StockwrightBot bot = new StockwrightBot();
    private final DemoBook book = DemoBook.open(bot);

    @Test
    void twoBoxesAreReceivedAndTheStockGridShowsThemByItself() {
        BigDecimal before = book.onHand("SPD-100", "LIN-A1-01");
        book.awaitShown("SPD-100", "LIN-A1-01", before);
        MovementEntry entry = MovementEntry.byKey(bot, 'r', "Receipt");
        entry.type("SPD-100", "2", "BOX", "", "LIN-A1-01");
        assertThat(entry.line(0)).containsExactly("SPD-100", "2", "BOX", "", "LIN-A1-01");
        assertThat(entry.editor().isDirty()).isTrue();
        book.picture("receive-entered");

        assertThat(entry.post("was posted")).matches("(?s).*GR-\\S+ was posted: 1 lines?\\..*");
        assertThat(entry.lines().rowCount()).isZero();
        assertThat(entry.editor().isDirty()).isFalse();

        BigDecimal after = before.add(BigDecimal.valueOf(12));
        book.awaitShown("SPD-100", "LIN-A1-01", after);
        assertThat(book.onHand("SPD-100", "LIN-A1-01")).isEqualByComparingTo(after);
        book.picture("receive-posted");
    }

}
