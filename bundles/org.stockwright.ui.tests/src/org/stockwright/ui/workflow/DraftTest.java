package org.stockwright.ui.workflow;

import java.math.BigDecimal;

import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.stockwright.company.Drafts;
import org.stockwright.testkit.ui.BotShell;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;
import org.stockwright.ui.KeyInput;

import static org.assertj.core.api.Assertions.assertThat;

/** A movement that is not posted yet is not lost: not when its editor is closed, not when nobody saves it. */
class DraftTest {

    private static final String ITEM = "PRT-130";

    private final StockwrightBot bot = new StockwrightBot();
    private final DemoBook book = DemoBook.open(bot);

    @Test
    void closingAsksAndWhatWasSavedComesBackWithItsLines() {
        BigDecimal before = book.onHand(ITEM, "LIN-A1-03");
        MovementEntry entry = MovementEntry.byKey(bot, 'r', "Receipt");
        entry.type(ITEM, "11", "BAG", "", "LIN-A1-03");
        KeyInput input = (KeyInput) entry.editor().getReference().getEditorInput();
        entry.editor().close();
        BotShell question = bot.shell("Save Receipt");
        question.activate();
        book.picture("draft-question");
        question.bot().button("Save").click();
        bot.waitUntil(Conditions.that("the editor is closed", () -> !entry.editor().isOpen()));
        bot.waitForWork();
        assertThat(kept(input.key())).as("the draft is in the book").isTrue();
        assertThat(book.onHand(ITEM, "LIN-A1-03")).as("nothing is posted").isEqualByComparingTo(before);

        new Finding(bot, book).find("Receipt", "– Drafts", "draft-found");
        MovementEntry again = MovementEntry.opened(bot, "Receipt");
        again.awaitLines(1);
        assertThat(again.line(0)).containsExactly(ITEM, "11", "BAG", "", "LIN-A1-03");
        assertThat(again.editor().isDirty()).isTrue();
        book.picture("draft-reopened");
        again.post("was posted");
        assertThat(book.onHand(ITEM, "LIN-A1-03")).isEqualByComparingTo(before.add(BigDecimal.valueOf(550)));
        assertThat(kept(input.key())).as("what is posted is no draft any more").isFalse();
    }

    @Test
    void whatIsTypedIsKeptWithinSecondsThoughNobodySaves() {
        MovementEntry entry = MovementEntry.byKey(bot, 'i', "Issue");
        entry.type(ITEM, "2", "", "LIN-A1-04", "");
        KeyInput input = (KeyInput) entry.editor().getReference().getEditorInput();
        bot.waitUntil(Conditions.that("the draft is in the book", () -> kept(input.key())), 10_000);
        bot.closeAllEditors();
        MovementEntry again = reopen(input);
        again.awaitLines(1);
        assertThat(again.line(0)).containsExactly(ITEM, "2", "", "LIN-A1-04", "");
    }

    @Test
    void aDraftOfAnEarlierVersionHasNoExpiryAndIsRead() {
        KeyInput input = new KeyInput("RECEIPT", "wb-of-an-earlier-version", "Receipt");
        String content = input.key() + "\tRECEIPT\t\tPO-7\t\n" + ITEM + "\t3\tBAG\t\tLIN-A1-03\tLOT-1\twhy\n";
        long id = DemoBook.find(Drafts.class).orElseThrow().create("movement", "Receipt", content);
        MovementEntry again = reopen(input);
        again.awaitLines(1);
        assertThat(again.line(0)).containsExactly(ITEM, "3", "BAG", "", "LIN-A1-03");
        assertThat(again.lotOf(0)).containsExactly("LOT-1", "");
        assertThat(again.lines().cell(0, 8)).as("reason").isEqualTo("why");
        DemoBook.find(Drafts.class).orElseThrow().delete(id);
    }

    private boolean kept(String key) {
        return DemoBook.find(Drafts.class).orElseThrow().list().stream()
            .anyMatch(draft -> draft.content().contains(key));
    }

    /** As the workbench does at the next start. */
    private MovementEntry reopen(KeyInput input) {
        bot.waitForWork();
        bot.getDisplay().asyncExec(() -> {
            try {
                PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().openEditor(input,
                    "org.stockwright.ledger.ui.movement");
            } catch (org.eclipse.ui.PartInitException e) {
                throw new IllegalStateException(e);
            }
        });
        return MovementEntry.opened(bot, input.getName());
    }

}
