package org.stockwright.ui.workflow;

import java.math.BigDecimal;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;

import static org.assertj.core.api.Assertions.assertThat;

/** More is issued than there is: the clerk is told how much fits, mends the line and posts. */
class RefusedIssueTest {

    private static final int PROBLEM = 9;
    private static final String ITEM = "PRT-110";

    private final StockwrightBot bot = new StockwrightBot();
    private final DemoBook book = DemoBook.open(bot);

    @Test
    void theHintNamesTheLargestQuantityAndTheMendedLineIsPosted() {
        String bin = book.binOf(ITEM, "LIN");
        BigDecimal before = book.onHand(ITEM, bin);
        String largest = before.stripTrailingZeros().toPlainString();
        MovementEntry entry = MovementEntry.byKey(bot, 'i', "Issue");
        entry.type(ITEM, before.add(BigDecimal.ONE).toPlainString(), "", bin, "");
        bot.pressShortcut(SWT.MOD1, SWT.CR);
        bot.waitUntil(Conditions.that("the line has a problem", () -> !entry.lines().cell(0, PROBLEM).isEmpty()));
        bot.waitForWork();
        assertThat(entry.lines().cell(0, PROBLEM)).containsPattern("\\b" + largest + "\\b");
        assertThat(entry.editor().notice()).containsPattern("\\b" + largest + "\\b");
        assertThat(book.onHand(ITEM, bin)).as("nothing is posted").isEqualByComparingTo(before);
        book.picture("issue-refused");

        entry.lines().doubleClick(0);
        bot.waitUntil(Conditions.that("the line is in the fields", () -> entry.quantity().isActive()));
        entry.enter(largest, entry.unit());
        entry.post("was posted");
        assertThat(book.onHand(ITEM, bin)).isEqualByComparingTo(BigDecimal.ZERO);
        book.picture("issue-posted");
    }

}
