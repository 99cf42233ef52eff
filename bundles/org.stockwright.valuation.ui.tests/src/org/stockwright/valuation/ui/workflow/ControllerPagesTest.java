package org.stockwright.valuation.ui.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.testkit.ui.BotNatTable;
import org.stockwright.testkit.ui.BotShell;
import org.stockwright.testkit.ui.BotView;
import org.stockwright.testkit.ui.StockwrightBot;

import static org.assertj.core.api.Assertions.assertThat;

/** A controller sets what values depend on, writes stock down and hands the journal over, without a command line. */
class ControllerPagesTest {

    private static final String UI = "org.stockwright.valuation.ui.";

    @TempDir
    Path folder;

    private final StockwrightBot bot = new StockwrightBot();
    private final ControlBook book = ControlBook.open(bot);

    @AfterEach
    void closeDialogs() {
        book.closeDialogs();
    }

    @Test
    void aMethodIsPreviewedBeforeItIsSet() {
        BotView view = book.view("Cost methods", UI + "methods");
        BotNatTable grid = view.bot().natTable();
        book.row(grid, "For", "Company", "From", "always");
        assertThat(view.bot().shows("fixed, since there are values already")).isTrue();
        assertThat(view.toolbarButton("Choose what shares a cost…").isEnabled()).isFalse();
        book.picture("pages-methods");

        BotShell dialog = book.dialog(view, "Change cost method…");
        dialog.bot().comboBoxWithLabel("Method").setSelection("LIFO");
        book.settle();
        dialog.bot().button("Preview").click();
        book.await("the effect is shown", () -> dialog.bot().shows("Items valued anew: "));
        assertThat(dialog.bot().shows("LIFO is not allowed by IFRS (IAS 2)")).isTrue();
        book.picture("pages-method-preview");

        dialog.bot().comboBoxWithLabel("For").setSelection("Item");
        dialog.bot().comboBoxWithLabel("Method").setSelection("Specific");
        dialog.bot().textWithLabel("Which").setText("PRT-150");
        book.settle();
        dialog.bot().button("Preview").click();
        book.await("untracked items are refused", () -> dialog.bot().shows("not tracked by lot or serial number"));
        book.picture("pages-method-refused");

        dialog.bot().comboBoxWithLabel("Method").setSelection("FIFO");
        dialog.bot().textWithLabel("From").setText("not a day");
        book.settle();
        dialog.bot().button("Preview").click();
        book.await("a bad date is refused", () -> dialog.bot().shows("not a day"));
        dialog.bot().textWithLabel("From").setText(LocalDate.now().toString());
        book.settle();
        dialog.bot().button("Preview").click();
        book.await("it can be set", () -> dialog.bot().shows("Items valued anew: "));
        dialog.bot().button("Set method").click();
        book.closed(dialog);
        int row = book.row(grid, "Subject", "PRT-150", "Method", "FIFO");
        assertThat(grid.cell(row, "State")).isEqualTo("In force");

        view.bot().textWithLabel("Method of item").setText("PRT-150");
        bot.pressShortcut(SWT.CR);
        book.await("the method of the item is told", () -> view.bot().shows("PRT-150 now: FIFO"));
        book.picture("pages-methods-set");
    }

    @Test
    void aStandardCostIsSetByItsParts() {
        BotView view = book.view("Standard costs", UI + "standards");
        BotNatTable grid = view.bot().natTable();
        BotShell dialog = book.dialog(view, "New standard cost…");
        dialog.bot().textWithLabel("Item").setText("NO-SUCH-ITEM");
        dialog.bot().textWithLabel("Material").setText("1.5");
        dialog.bot().textWithLabel("Freight and duty").setText(".25");
        dialog.bot().textWithLabel("Labour").setText("x");
        assertThat(dialog.bot().shows("–")).isTrue();
        dialog.bot().button("Set").click();
        book.await("what is no number is refused", () -> dialog.bot().shows("'x'"));
        dialog.bot().textWithLabel("Labour").setText("0.125");
        dialog.bot().button("Set").click();
        book.await("an unknown item is refused", () -> dialog.bot().shows("NO-SUCH-ITEM"));
        dialog.bot().textWithLabel("Item").setText("PRT-151");
        book.settle();
        assertThat(dialog.bot().shows("1.875 EUR")).isTrue();
        book.picture("pages-standard-new");
        dialog.bot().button("Set").click();
        book.closed(dialog);
        int row = book.row(grid, "Item", "PRT-151", "Total", "1.8750");
        assertThat(grid.cell(row, "Labour")).isEqualTo("0.1250");
        assertThat(grid.cell(row, "State")).isEqualTo("In force");
        book.picture("pages-standards");

        view.toolbarButton("Import…").click();
        BotShell wizard = bot.shell("Import").activate();
        assertThat(wizard.bot().comboBoxWithLabel("Kind").getText()).isEqualTo("Standard Costs");
        book.settle();
        book.picture("pages-standards-import");
        wizard.bot().button("Cancel").click();
        book.closed(wizard);
    }

    @Test
    void anAccountIsAddedAndARuleBooksToItFromADayOn() {
        BotView view = book.view("Accounts and posting rules", UI + "accounts");
        BotNatTable accounts = view.bot().natTable();
        book.row(accounts, "Account", "5000");
        BotShell added = book.dialog(view, "New account…");
        added.bot().textWithLabel("Code").setText("5000");
        added.bot().textWithLabel("Name").setText("Marketing");
        added.bot().button("Add").click();
        book.await("a code is used once", () -> added.bot().shows("There is an account 5000 already."));
        book.picture("pages-account-refused");
        added.bot().textWithLabel("Code").setText("5001");
        added.bot().comboBoxWithLabel("Type").setSelection("Expense");
        added.bot().textWithLabel("General ledger's code").setText("GL-7400");
        added.bot().button("Add").click();
        book.closed(added);
        book.row(accounts, "Account", "5001", "General ledger's code", "GL-7400");

        BotShell rule = book.dialog(view, "New posting rule…");
        rule.bot().comboBoxWithLabel("Kind").setSelection("Issue");
        rule.bot().comboBoxWithLabel("Side").setSelection("Customer");
        rule.bot().comboBoxWithLabel("Account").setSelection("5001 Marketing");
        rule.bot().textWithLabel("Cost centre").setText("CC7");
        rule.bot().textWithLabel("From").setText("2020-01-01");
        rule.bot().button("Add").click();
        book.await("what is booked stays by its rules", () -> rule.bot().shows("something is booked up to"));
        book.picture("pages-rule-refused");
        rule.bot().textWithLabel("From").setText("t+30");
        rule.bot().button("Add").click();
        book.closed(rule);
        BotNatTable rules = view.bot().natTable();
        book.row(rules, "Movement", "Issue", "Side", "Customer", "Account", "5001 Marketing", "State", "Planned");

        view.bot().comboBoxWithLabel("Kind").setSelection("Issue");
        view.bot().comboBoxWithLabel("Side").setSelection("Customer");
        book.await("now it is the general one", () -> view.bot().shows("5000 Cost of sales by the general rule"));
        view.bot().textWithLabel("On").setText("t+31");
        bot.pressShortcut(SWT.CR);
        book.await("later it is the new one",
            () -> view.bot().shows("5001 Marketing, cost centre CC7 by the rule for category any, kind Issue"));
        book.settle();
        book.picture("pages-rules");

        view.bot().selectTab("Accounts");
        book.settle();
        accounts.select(book.row(accounts, "Account", "5001"));
        BotShell changed = book.dialog(view, "Change account…");
        changed.bot().checkBox("Active: rules may name it").click();
        book.await("the rule is named", () -> changed.bot().shows("A posting rule still names it"));
        book.settle();
        book.picture("pages-account-change");
        changed.bot().button("Save").click();
        book.closed(changed);
        book.await("the problem is shown",
            () -> view.bot().shows("To be put right: Account 5001 is not active."));
        book.picture("pages-accounts-problem");
    }

    @Test
    void stockIsWrittenDownWithAReason() {
        BotView view = book.view("Write-downs", UI + "writeDowns");
        BotNatTable grid = view.bot().natTable();
        book.settle();
        book.picture("pages-write-downs-none");
        view.bot().textWithLabel("Cost of selling").setText("195");
        bot.pressShortcut(SWT.CR);
        book.await("no more than all", () -> view.notice().contains("between 0 and 100 %"));
        view.bot().textWithLabel("Cost of selling").setText("95");
        bot.pressShortcut(SWT.CR);
        book.await("there are proposals", () -> grid.rowCount() > 2);
        book.settle();
        String item = grid.cell(0, "Item");
        String other = grid.cell(1, "Item");
        grid.select(0, 1);
        book.await("what is selected is summed up", () -> view.bot().shows("Selected: 2 items to write down by "));
        book.picture("pages-write-downs");
        BotShell dialog = book.dialog(view, "Post write-downs…");
        dialog.bot().button("Post").click();
        book.await("a reason is needed", () -> dialog.bot().shows("Say why the stock is worth less"));
        dialog.bot().textWithLabel("Reason").setText("Price list of spring");
        book.settle();
        book.picture("pages-write-down-dialog");
        dialog.bot().button("Post").click();
        book.closed(dialog);
        book.await("it is told", () -> view.notice().contains("2 items were posted"));
        book.await("nothing is left to write down of them",
            () -> grid.rowCount() > 0 && grid.indexOf(item, "Item") < 0 && grid.indexOf(other, "Item") < 0);
        book.picture("pages-write-downs-posted");
        view.bot().textWithLabel("Cost of selling").setText("");
        bot.pressShortcut(SWT.CR);
        view.bot().checkBox("Take back what rose again (IFRS)").click();
        book.await("they can be taken back", () -> grid.rowWhere("Item", item, "Kind", "Take back") >= 0);
        book.settle();
        book.picture("pages-write-downs-back");
        view.bot().checkBox("Take back what rose again (IFRS)").click();
        book.settle();
    }

    @Test
    void theJournalIsExportedAndTheSameLinesOnceMore() throws Exception {
        bot.viewById(UI + "journal").show();
        bot.mainShell().activate();
        bot.pressShortcut(SWT.CTRL, SWT.SHIFT, 'j');
        BotShell dialog = bot.shell("Export the journal").activate();
        book.await("the lines are counted", () -> dialog.bot().shows(" lines from "));
        String key = dialog.bot().textWithLabel("Name").getText();
        dialog.bot().button("Export").click();
        book.await("a file is needed", () -> dialog.bot().shows("The file is missing"));
        book.picture("pages-export-refused");
        dialog.bot().textWithLabel("File").setText(folder.resolve("no-such-folder/journal.csv").toString());
        dialog.bot().button("Export").click();
        book.await("the export is kept", () -> dialog.bot().shows("The export " + key + " is kept"));
        Path file = folder.resolve("journal.csv");
        dialog.bot().textWithLabel("File").setText(file.toString());
        book.settle();
        book.picture("pages-export");
        dialog.bot().selectTab("Accounts of the general ledger");
        book.settle();
        book.picture("pages-export-mapping");
        dialog.bot().button("Export").click();
        book.closed(dialog);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).isEqualTo("entry,date,account,cost_centre,debit,credit,text");
        assertThat(lines).hasSizeGreaterThan(2);

        bot.command(UI + "exportJournal");
        BotShell again = bot.shell("Export the journal").activate();
        book.await("nothing new was booked", () -> again.bot().shows("Nothing was booked that was not exported"));
        assertThat(again.bot().textWithLabel("Name").getText()).isNotEqualTo(key);
        again.bot().radio("An earlier export again").click();
        book.await("the earlier lines are counted", () -> again.bot().shows(lines.size() - 1 + " lines from "));
        Path copy = folder.resolve("again.csv");
        again.bot().textWithLabel("File").setText(copy.toString());
        book.settle();
        book.picture("pages-export-again");
        again.bot().button("Export").click();
        book.closed(again);
        assertThat(Files.readAllLines(copy)).isEqualTo(lines);

        bot.command(UI + "exportJournal");
        BotShell days = bot.shell("Export the journal").activate();
        days.bot().radio("A copy of some days").click();
        days.bot().textWithLabel("From").setText("2026-01-01");
        days.bot().textWithLabel("To").setText("2025-12-31");
        book.await("days have an order", () -> days.bot().shows("The last day is not before the first one"));
        days.bot().textWithLabel("To").setText("2026-03-31");
        book.await("the days are counted", () -> days.bot().shows(" lines from 2026-0"));
        book.settle();
        book.picture("pages-export-days");
        days.bot().button("Cancel").click();
        book.closed(days);
    }

    @Test
    void anExchangeRateIsAdded() {
        BotView view = book.view("Exchange rates", UI + "rates");
        BotNatTable grid = view.bot().natTable();
        book.settle();
        book.picture("pages-rates-none");
        BotShell dialog = book.dialog(view, "New exchange rate…");
        dialog.bot().textWithLabel("Currency").setText("EUR");
        dialog.bot().textWithLabel("Rate").setText("0.92");
        dialog.bot().button("Add").click();
        book.await("the own currency is refused", () -> dialog.bot().shows("EUR is the company's own currency"));
        dialog.bot().textWithLabel("Currency").setText("usd");
        dialog.bot().textWithLabel("From").setText("2026-01-01");
        book.picture("pages-rate-new");
        dialog.bot().button("Add").click();
        book.closed(dialog);
        book.row(grid, "Currency", "USD", "Rate", "0.9200", "State", "In force");
        book.picture("pages-rates");
    }

    @Test
    void helpComesWithF1() {
        book.view("Write-downs", UI + "writeDowns");
        bot.pressShortcut(SWT.F1);
        book.await("the help is open", () -> bot.views().contains("Help"));
        book.settle();
        book.picture("pages-help");
        bot.viewById(UI + "journal").show();
        book.settle();
        book.picture("pages-help-follows");
        bot.getDisplay().syncExec(() -> {
            var page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
            page.hideView(page.findView("org.eclipse.help.ui.HelpView"));
        });
    }

}
