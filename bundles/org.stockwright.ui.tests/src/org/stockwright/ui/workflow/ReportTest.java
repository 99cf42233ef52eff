package org.stockwright.ui.workflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.testkit.ui.BotEditor;
import org.stockwright.testkit.ui.BotShell;
import org.stockwright.testkit.ui.BotToolbarButton;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;

import static org.assertj.core.api.Assertions.assertThat;

/** The stock on hand is looked at and written as a PDF. */
class ReportTest {

    private static final String MAXIMISE = "org.eclipse.ui.window.maximizePart";
    private static final long RUNNING_MILLIS = 90_000;

    private final StockwrightBot bot = new StockwrightBot();
    private final DemoBook book = DemoBook.open(bot);

    @TempDir
    private Path folder;

    @Test
    void theStockOnHandIsShownAndExportedAsPdf() throws IOException {
        bot.menu("Reports").menu("Stock on hand…").click();
        BotShell dialog = bot.shell("Report").activate();
        book.picture("report-parameters");
        dialog.bot().button("Run").click();
        BotEditor viewer = bot.editorByTitle("Stock on hand");
        BotToolbarButton export = viewer.bot().toolbarButtonWithTooltip("Export…");
        bot.waitUntil(Conditions.that("the report is shown", export::isEnabled), RUNNING_MILLIS);
        bot.waitForWork();
        bot.command(MAXIMISE);
        bot.sleep(1_000);
        book.picture("report");
        bot.command(MAXIMISE);
        bot.waitForWork();

        Path file = folder.resolve("stock.pdf");
        export.click();
        bot.sleep(1_500);
        bot.pressShortcut(SWT.MOD1, 'a');
        bot.typeText(file.toString());
        book.picture("report-export");
        bot.pressShortcut(SWT.CR);
        bot.waitUntil(Conditions.that("the PDF is written", () -> viewer.notice().contains("Written to " + file)),
            RUNNING_MILLIS);
        byte[] bytes = Files.readAllBytes(file);
        assertThat(new String(Arrays.copyOf(bytes, 5), StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        assertThat(bytes.length).isGreaterThan(10_000);
    }

}
