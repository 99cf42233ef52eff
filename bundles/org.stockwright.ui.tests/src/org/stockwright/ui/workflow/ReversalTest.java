package org.stockwright.ui.workflow;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.stockwright.testkit.ui.BotNatTable;
import org.stockwright.testkit.ui.BotShell;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;

import static org.assertj.core.api.Assertions.assertThat;

/** A receipt that was wrong is reversed from the ledger. */
class ReversalTest {

    private static final String ITEM = "PRT-120";

    private final StockwrightBot bot = new StockwrightBot();
    private final DemoBook book = DemoBook.open(bot);

    @Test
    void theStockIsBackAndTheLedgerShowsBothDocumentsAndTheReason() {
        String bin = book.binOf(ITEM, "LIN");
        BigDecimal before = book.onHand(ITEM, bin);
        MovementEntry entry = MovementEntry.byKey(bot, 'r', "Receipt");
        entry.type(ITEM, "7", "", "", bin);
        String number = entry.post("was posted").replaceFirst("(?s).*(GR-\\S+).*", "$1");
        assertThat(book.onHand(ITEM, bin)).isEqualByComparingTo(before.add(BigDecimal.valueOf(7)));

        BotNatTable ledger = bot.viewById("org.stockwright.ledger.ui.ledger").show().bot().natTable();
        bot.waitUntil(Conditions.that("the ledger shows " + number,
            () -> ledger.rowCount() > 0 && ledger.cell(0, "Document").equals(number)));
        ledger.select(0);
        bot.menu("Stock").menu("Reverse...").click();
        BotShell dialog = bot.shell("Reverse " + number);
        dialog.activate();
        assertThat(dialog.bot().button("OK").isEnabled()).as("a reason is needed").isFalse();
        dialog.bot().text(0).setText("Counted twice");
        book.picture("reverse-reason");
        dialog.bot().button("OK").click();
        bot.waitUntil(Conditions.that("the reversal is in the ledger",
            () -> ledger.cell(0, "Reason").equals("Counted twice")));
        bot.waitForWork();
        assertThat(book.onHand(ITEM, bin)).isEqualByComparingTo(before);
        book.picture("reversed");
        book.stockView();
        book.awaitShown(ITEM, bin, before);
    }

}
