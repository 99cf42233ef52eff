package org.stockwright.ui.workflow;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.stockwright.testkit.ui.BotNatTable;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;

import static org.assertj.core.api.Assertions.assertThat;

/** A controller asks where a figure comes from. */
class WhyTest {

    private final StockwrightBot bot = new StockwrightBot();
    private final DemoBook book = DemoBook.open(bot);

    @Test
    void theMovementsAddUpToTheFigureOfTheRow() {
        String bin = book.binOf("LOP-100", "LIN");
        BigDecimal figure = book.onHand("LOP-100", bin);
        book.awaitShown("LOP-100", bin, figure);
        BotNatTable stock = book.stockGrid();
        stock.select(stock.rowWhere("Item", "LOP-100", "Location", bin));
        bot.menu("Stock").menu("Why?").click();
        BotNatTable why = bot.viewById("org.stockwright.ledger.ui.why").bot().natTable();
        bot.waitUntil(Conditions.that("the movements are listed", () -> why.rowCount() > 0));
        bot.waitForWork();
        BigDecimal sum = BigDecimal.ZERO;
        for (int row = 0; row < why.rowCount(); row++) {
            sum = sum.add(DemoBook.number(why.cell(row, "Change")));
            assertThat(DemoBook.number(why.cell(row, "Running"))).as("row %d", row).isEqualByComparingTo(sum);
        }
        assertThat(sum).isEqualByComparingTo(figure);
        assertThat(bot.viewById("org.stockwright.ledger.ui.why").getTitle())
            .startsWith("Why LOP-100 " + bin + "? (" + figure.stripTrailingZeros().toPlainString() + " EA of ");
        book.picture("why");
    }

}
