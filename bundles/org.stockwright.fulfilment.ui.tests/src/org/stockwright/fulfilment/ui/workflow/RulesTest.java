package org.stockwright.fulfilment.ui.workflow;

import java.math.BigDecimal;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stockwright.catalog.Item;
import org.stockwright.fulfilment.PackingRules;
import org.stockwright.purchasing.PurchasingSettings;
import org.stockwright.purchasing.PurchasingSettings.Limit;
import org.stockwright.purchasing.PutAway;
import org.stockwright.testkit.ui.BotEditor;
import org.stockwright.testkit.ui.BotTable;
import org.stockwright.testkit.ui.StockwrightBot;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules of purchasing, receiving and packing are entered by keyboard, refused, corrected, tried and saved. */
class RulesTest {

    private final StockwrightBot bot = new StockwrightBot();
    private final GoodsBook book = GoodsBook.open(bot, "org.stockwright.purchasing.ui.perspective.purchasing");

    @AfterEach
    void closeDialogs() {
        book.closeDialogs();
    }

    private BotEditor open(String command, String title) {
        bot.command(command);
        BotEditor editor = bot.editorByTitle(title);
        book.settle();
        return editor;
    }

    private void cells(String... texts) {
        for (String text : texts) {
            if (!text.isEmpty()) {
                bot.typeText(text);
                bot.sleep(300);
            }
            book.press(SWT.TAB);
        }
    }

    @Test
    void aLimitIsRefusedCorrectedSavedAndTakenAway() {
        PurchasingSettings settings = GoodsBook.service(PurchasingSettings.class);
        BotEditor editor = open("org.stockwright.purchasing.ui.purchasingRules", "Purchasing rules");
        book.picture("rules-empty");
        BotTable table = editor.bot().table();
        table.setFocus();
        book.press(SWT.INSERT);
        book.press(SWT.CR);
        book.press(SWT.ARROW_DOWN);
        book.press(SWT.CR);
        cells("Controller", "Office", "5x");
        assertThat(editor.isDirty()).isTrue();
        book.press(SWT.MOD1, 's');
        book.await("the amount is refused", () -> table.cell(0, 5).contains("'5x' is no number"));
        book.picture("rules-refused");
        assertThat(settings.limits()).isEmpty();
        bot.typeText("5000");
        book.press(SWT.CR);
        book.press(SWT.MOD1, 's');
        book.await("the limit is stored", () -> settings.limits().size() == 1);
        book.settle();
        Limit limit = settings.limits().getFirst();
        assertThat(limit.isRole()).isTrue();
        assertThat(limit.department()).isEqualTo("Office");
        assertThat(limit.amount()).isEqualByComparingTo(new BigDecimal("5000"));
        assertThat(editor.isDirty()).isFalse();
        book.picture("rules-saved");
        table.setFocus();
        book.press(SWT.DEL);
        book.await("the row is away", () -> table.rowCount() == 0);
        book.press(SWT.MOD1, 's');
        book.await("the limit is gone", () -> settings.limits().isEmpty());
        editor.bot().selectTab("Approval and matching");
        book.settle();
        book.picture("rules-matching");
        editor.bot().table().setFocus();
        bot.typeText("2");
        book.press(SWT.CR);
        book.press(SWT.MOD1, 's');
        book.await("the tolerance is stored",
            () -> settings.matching().pricePercent().compareTo(new BigDecimal("2")) == 0);
        GoodsBook.done(settings.setMatching(PurchasingSettings.Matching.STANDARD));
    }

    @Test
    void aPutAwayRuleIsTriedAndABoxIsMade() {
        Item item = GoodsBook.items(1).getFirst();
        BotEditor editor = open("org.stockwright.purchasing.ui.receivingRules", "Receiving rules");
        book.picture("plans");
        editor.bot().selectTab("Put-away rules");
        book.settle();
        editor.bot().table(0).setFocus();
        book.press(SWT.INSERT);
        cells("10", "UI-RULE", item.code(), "", "", "", "", "MAIN");
        book.press(SWT.MOD1, 's');
        PutAway putAway = GoodsBook.service(PutAway.class);
        book.await("the rule is stored", () -> putAway.rules().stream().anyMatch(rule -> rule.code().equals("UI-RULE")
            && rule.item().isPresent() && rule.consolidate() && !rule.fixed() && rule.fillPercent() == 100));
        editor.bot().textWithLabel("Item").setText(item.code());
        editor.bot().textWithLabel("Quantity").setText("7");
        editor.bot().button("Propose").click();
        book.await("bins are proposed", () -> editor.bot().table(1).rowCount() > 0);
        book.picture("put-away-tried");
        assertThat(editor.bot().table(1).cell(0, 1)).startsWith("7");
        assertThat(editor.bot().table(1).cell(0, 2)).isNotBlank();
        GoodsBook.done(putAway.removeRule("UI-RULE"));
        BotEditor packing = open("org.stockwright.fulfilment.ui.packingRules", "Packing rules");
        packing.bot().table().setFocus();
        book.press(SWT.INSERT);
        cells("UI-CRATE", "", "", "", "", "", "20", "12.5");
        book.press(SWT.MOD1, 's');
        PackingRules rules = GoodsBook.service(PackingRules.class);
        book.await("the box is stored", () -> rules.list().stream().anyMatch(rule -> rule.code().equals("UI-CRATE")
            && rule.mostUnits().isPresent() && rule.mostWeight().isPresent()));
        book.settle();
        book.picture("packing-rules");
        packing.bot().table().setFocus();
        book.press(SWT.DEL);
        book.await("a stored box is kept", () -> packing.notice().contains("Set Active to no"));
    }

}
