package org.stockwright.ui.workflow;

import java.math.BigDecimal;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stockwright.testkit.ui.BotText;
import org.stockwright.testkit.ui.StockwrightBot;

import static org.assertj.core.api.Assertions.assertThat;

/** Yesterday's stock is still there to be looked at. */
class AsOfTest {

    private static final String ITEM = "PRT-140";

    private final StockwrightBot bot = new StockwrightBot();
    private final DemoBook book = DemoBook.open(bot);

    @AfterEach
    void backToNow() {
        asOf("");
    }

    @Test
    void yesterdayDoesNotKnowWhatWasReceivedToday() {
        String bin = book.binOf(ITEM, "LIN");
        BigDecimal yesterday = book.onHand(ITEM, bin);
        MovementEntry entry = MovementEntry.byKey(bot, 'r', "Receipt");
        entry.type(ITEM, "5", "", "", bin);
        entry.post("was posted");
        BigDecimal now = yesterday.add(BigDecimal.valueOf(5));
        book.awaitShown(ITEM, bin, now);
        asOf("t-1");
        book.awaitShown(ITEM, bin, yesterday);
        book.picture("as-of-yesterday");
        asOf("");
        book.awaitShown(ITEM, bin, now);
    }

    @Test
    void whatIsNoDateIsRefusedAndTheFiguresStay() {
        String bin = book.binOf(ITEM, "LIN");
        BigDecimal now = book.onHand(ITEM, bin);
        asOf("yesterday");
        assertThat(book.stockView().notice()).contains("'yesterday' is no date");
        book.awaitShown(ITEM, bin, now);
    }

    private void asOf(String text) {
        book.stockView();
        BotText field = bot.mainShell().bot().textWithLabel("As of");
        field.setText(text);
        bot.pressShortcut(SWT.CR);
        bot.waitForWork();
    }

}
