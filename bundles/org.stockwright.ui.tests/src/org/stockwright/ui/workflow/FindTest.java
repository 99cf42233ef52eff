package org.stockwright.ui.workflow;

import org.junit.jupiter.api.Test;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;

import static org.assertj.core.api.Assertions.assertThat;

/** Ctrl+3 finds everything by what is written on it. */
class FindTest {

    private final StockwrightBot bot = new StockwrightBot();
    private final Finding finding = new Finding(bot, DemoBook.open(bot));

    @Test
    void anItemIsFoundByItsNameAndOpened() {
        finding.find("Lopper, classic, small", "LOP-100", "find-item");
        bot.waitUntil(Conditions.that("the item is open",
            () -> bot.editors().stream().anyMatch(title -> title.contains("LOP-100"))));
    }

    @Test
    void aLocationIsFoundByItsCodeAndChosen() {
        finding.find("TAL-C2-08", "TAL-C2-08", "find-location");
        bot.waitForWork();
        assertThat(bot.viewById("org.stockwright.ledger.ui.locations").bot().tree().selection())
            .anyMatch(text -> text.contains("TAL-C2-08"));
    }

    @Test
    void aDocumentIsFoundByItsNumberAndOpened() {
        finding.find("GR-000005", "GR-000005", "find-document");
        bot.waitUntil(Conditions.that("the document is open",
            () -> bot.editors().stream().anyMatch(title -> title.contains("GR-000005"))));
    }

}
