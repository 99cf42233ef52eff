package org.stockwright.ui.workflow;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.testkit.ui.Bot;
import org.stockwright.testkit.ui.BotNatTable;
import org.stockwright.testkit.ui.BotShell;
import org.stockwright.testkit.ui.BotView;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;
import org.stockwright.ui.Workbench;
import org.stockwright.valuation.Periods;
import org.stockwright.valuation.Periods.State;

import static org.assertj.core.api.Assertions.assertThat;

/** A controller looks at what stock is worth, why, whether the books agree, and closes a month. */
class ControlTest {

    private static final String CONTROL = "org.stockwright.valuation.ui.perspective.control";
    private static final String VALUE = "org.stockwright.valuation.ui.value";
    private static final String LAYERS = "org.stockwright.valuation.ui.layers";
    private static final String WHY = "org.stockwright.valuation.ui.whyCost";
    private static final String JOURNAL = "org.stockwright.valuation.ui.journal";
    private static final String TIE_OUT = "org.stockwright.valuation.ui.tieOut";
    private static final String PERIODS = "org.stockwright.valuation.ui.periods";
    private static final String ITEM = "PRT-150";
    private static final long VALUING_MILLIS = 60_000;

    private final StockwrightBot bot = new StockwrightBot();
    private final DemoBook book = DemoBook.open(bot);

    @BeforeEach
    void control() {
        bot.activatePerspective(CONTROL);
        bot.waitForWork();
    }

    @AfterEach
    void backToStock() {
        bot.getDisplay().syncExec(() -> {
            for (Shell dialog : PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell().getShells()) {
                dialog.close();
            }
        });
        bot.activatePerspective(Workbench.STOCK_PERSPECTIVE);
        bot.waitForWork();
    }

    private BotNatTable values() {
        BotNatTable grid = bot.viewById(VALUE).bot().natTable();
        await("stock is valued", () -> grid.rowCount() > 0);
        bot.waitForWork();
        return grid;
    }

    private void await(String what, java.util.function.BooleanSupplier condition) {
        bot.waitUntil(Conditions.that(what, condition::getAsBoolean), VALUING_MILLIS);
    }

    private static BigDecimal sum(BotNatTable grid, String column) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int row = 0; row < grid.rowCount(); row++) {
            sum = sum.add(DemoBook.number(grid.cell(row, column)));
        }
        return sum;
    }

    private static String written(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.setScale(Math.max(2, plain.scale())).toPlainString();
    }

    @Test
    void stockIsValuedByOtherMethodsSideBySide() {
        BotNatTable grid = values();
        Bot view = bot.viewById(VALUE).bot();
        assertThat(grid.columns()).doesNotContain("LIFO", "Standard");
        view.checkBox("LIFO").click();
        view.checkBox("Standard").click();
        await("LIFO stands beside the books", () -> view.shows("LIFO ") && !grid.cell(0, "LIFO").isEmpty());
        bot.waitForWork();
        String total = written(sum(grid, "Value"));
        String lifo = written(sum(grid, "LIFO"));
        assertThat(view.texts()).anyMatch(
            text -> text.startsWith("Total " + total + " EUR") && text.contains("LIFO " + lifo + " EUR ("));
        grid.select(2);
        bot.waitForWork();
        book.picture("control-values");
        view.checkBox("LIFO").click();
        view.checkBox("Standard").click();
        await("the books stand alone", () -> !grid.columns().contains("LIFO"));
    }

    @Test
    void theValuesOfSitesAddUpToTheSame() {
        BotNatTable grid = values();
        Bot view = bot.viewById(VALUE).bot();
        BigDecimal total = sum(grid, "Value");
        view.checkBox("By site").click();
        await("sites are shown", () -> grid.columns().contains("Site") && !grid.cell(0, "Site").isEmpty());
        bot.waitForWork();
        book.picture("control-values-by-site");
        assertThat(sum(grid, "Value")).isEqualByComparingTo(total);
        view.checkBox("By site").click();
        await("the sites are gone", () -> !grid.columns().contains("Site"));
        bot.waitForWork();
    }

    @Test
    void theToolsOfAViewNeverCoverIt() {
        bot.viewById(LAYERS);
        bot.activatePerspective(Workbench.STOCK_PERSPECTIVE);
        bot.waitForWork();
        bot.activatePerspective(CONTROL);
        bot.waitForWork();
        bot.sleep(300);
        List<String> covered = new ArrayList<>();
        bot.getDisplay().syncExec(() -> covered(bot.mainShell().widget, covered));
        assertThat(covered).isEmpty();
    }

    private static void covered(Composite parent, List<String> covered) {
        for (Control child : parent.getChildren()) {
            if (child instanceof CTabFolder folder && folder.isVisible() && folder.getTopRight() != null
                && folder.getTopRight().getBounds().intersects(folder.getClientArea())) {
                covered.add(folder.getSelection().getText());
            }
            if (child instanceof Composite composite) {
                covered(composite, covered);
            }
        }
    }

    @Test
    void theLayersOfAnItemAddUpToItsValue() {
        BotNatTable grid = values();
        BigDecimal value = DemoBook.number(grid.cell(0, "Value"));
        String item = grid.cell(0, "Item");
        grid.doubleClick(0);
        BotView view = bot.viewById(LAYERS);
        BotNatTable layers = view.bot().natTable();
        await("the layers are listed", () -> view.bot().shows("Layers of " + item) && layers.rowCount() > 0);
        assertThat(sum(layers, "Value")).isEqualByComparingTo(value);
        bot.viewById(VALUE);
        grid.select(3);
        await("the layers follow the selection", () -> view.bot().shows("Layers of " + grid.cell(3, "Item")));
        book.picture("control-layers");
    }

    @Test
    void theCostOfARowOfTheJournalIsExplained() {
        BotNatTable rows = journal();
        book.picture("control-journal");
        int last = rows.rowCount() - 1;
        String document = rows.cell(last, "Document");
        rows.select(last);
        bot.pressShortcut(SWT.SHIFT, SWT.F8);
        BotView why = bot.viewById(WHY);
        await("the cost is explained", () -> why.bot().shows("It cost "));
        bot.waitForWork();
        assertThat(why.bot().natTable(1).rowCount()).isPositive();
        assertThat(why.getTitle()).startsWith("Why this cost? " + document);
        book.picture("control-why");
    }

    @Test
    void theCostOfAMovementIsExplainedFromTheLedger() {
        BotNatTable ledger = bot.viewById("org.stockwright.ledger.ui.ledger").bot().natTable();
        await("the ledger is read", () -> ledger.rowCount() > 0 && !ledger.cell(0, "Item").equals("…"));
        bot.waitForWork();
        ledger.select(0);
        bot.menu("Control").menu("Why this cost?").click();
        BotView why = bot.viewById(WHY);
        await("the movement is explained", () -> why.bot().shows("It cost ") || why.bot().shows("moved no value"));
        assertThat(why.bot().shows("Rows of the journal: ")).isTrue();
    }

    private BotNatTable journal() {
        BotNatTable rows = bot.viewById(JOURNAL).bot().natTable();
        await("the journal is read", () -> rows.rowCount() > 0);
        bot.waitForWork();
        return rows;
    }

    @Test
    void theJournalIsNarrowedToAnItemAndAccountsAreBalanced() {
        BotNatTable rows = journal();
        Bot view = bot.viewById(JOURNAL).bot();
        String item = rows.cell(0, "Item");
        view.textWithLabel("Item").setText(item);
        bot.pressShortcut(SWT.CR);
        await("only " + item + " is shown", () -> rows.rowCount() > 0 && onlyShows(rows, item));
        view.textWithLabel("Item").setText("NO-SUCH-ITEM");
        bot.pressShortcut(SWT.CR);
        await("an unknown item is refused", () -> bot.viewById(JOURNAL).notice().contains("NO-SUCH-ITEM"));
        view.textWithLabel("Item").setText("");
        bot.pressShortcut(SWT.CR);
        bot.waitForWork();
        view.selectTab("Balances");
        BotNatTable balances = view.natTable();
        await("the balances are shown", () -> balances.rowCount() > 0 && balances.columns().contains("Balance"));
        bot.waitForWork();
        book.picture("control-balances");
        assertThat(sum(balances, "Debit")).isEqualByComparingTo(sum(balances, "Credit"));
        view.selectTab("Rows");
    }

    private static boolean onlyShows(BotNatTable rows, String item) {
        for (int row = 0; row < rows.rowCount(); row++) {
            if (!rows.cell(row, "Item").equals(item)) {
                return false;
            }
        }
        return true;
    }

    @Test
    void stockAndBooksAgree() {
        bot.menu("Control").menu("Tie out").click();
        BotView view = bot.viewById(TIE_OUT);
        BotNatTable grid = view.bot().natTable();
        await("the checks were run", () -> grid.rowCount() > 0);
        bot.waitForWork();
        book.picture("control-tie-out");
        for (int row = 0; row < grid.rowCount(); row++) {
            assertThat(grid.cell(row, "Result")).as(grid.cell(row, "Check")).isEqualTo("Agrees");
        }
        assertThat(view.notice()).isEmpty();
    }

    @Test
    void aLateCostIsSplitBeforeItIsPosted() {
        String bin = book.binOf(ITEM, "LIN");
        MovementEntry entry = receipt("4", "", bin);
        String number = entry.post("was posted").replaceFirst("^.*?(GR-\\d+).*$", "$1");
        bot.activatePerspective(CONTROL);
        bot.command("org.stockwright.valuation.ui.lateCost");
        BotShell dialog = bot.shell("Late cost").activate();
        dialog.bot().textWithLabel("Documents").setText("GR-999999");
        dialog.bot().textWithLabel("Freight and duty").setText("6.50");
        dialog.bot().button("Next >").click();
        await("an unknown document is refused", () -> dialog.bot().shows("GR-999999 "));
        book.picture("control-late-cost-refused");
        dialog.bot().textWithLabel("Documents").setText(number);
        dialog.bot().textWithLabel("Reference").setText("INV-4711");
        book.picture("control-late-cost");
        dialog.bot().button("Next >").click();
        await("the shares are shown", () -> dialog.bot().shows("6.50 EUR: "));
        book.picture("control-late-cost-shares");
        assertThat(dialog.bot().table().cell(0, 1)).isEqualTo(ITEM);
        dialog.bot().button("Finish").click();
        bot.waitUntil(Conditions.shellCloses(dialog));
        bot.waitForWork();
        Bot journal = bot.viewById(JOURNAL).bot();
        BotNatTable rows = journal();
        journal.textWithLabel("Item").setText(ITEM);
        bot.pressShortcut(SWT.CR);
        await("the journal has it", () -> onlyShows(rows, ITEM) && rows.indexOf("INV-4711", "Reference") >= 0);
        journal.textWithLabel("Item").setText("");
        bot.pressShortcut(SWT.CR);
        bot.waitForWork();
    }

    private MovementEntry receipt(String quantity, String date, String bin) {
        bot.activatePerspective(Workbench.STOCK_PERSPECTIVE);
        MovementEntry entry = MovementEntry.byKey(bot, 'r', "Receipt");
        entry.type(ITEM, quantity, "", "", bin);
        if (!date.isEmpty()) {
            entry.editor().bot().textWithLabel("Date").setText(date);
            entry.item().setFocus();
        }
        return entry;
    }

    @Test
    void aPostingThatIsDatedBackIsPreviewedAndPosted() {
        String bin = book.binOf(ITEM, "LIN");
        receivedDear(bin);
        BotNatTable values = values();
        BigDecimal valued = DemoBook.number(values.cell(values.indexOf(ITEM, "Item"), "On hand"));
        BigDecimal before = book.onHand(ITEM, bin);
        MovementEntry entry = receipt("5", "2026-01-05", bin);
        bot.menu("Control").menu("Preview values").click();
        BotShell dialog = bot.shell("Preview values").activate();
        bot.sleep(500);
        book.picture("control-preview");
        assertThat(dialog.bot().texts()).anyMatch(text -> text.startsWith("Value of stock "));
        assertThat(dialog.bot().shows("documents that were posted before would cost something else")).isTrue();
        assertThat(dialog.bot().table().cell(0, 3)).isEqualTo(ITEM);
        dialog.bot().button("Go back").click();
        bot.waitUntil(Conditions.shellCloses(dialog));
        assertThat(book.onHand(ITEM, bin)).as("nothing was posted").isEqualByComparingTo(before);
        bot.menu("Control").menu("Preview values").click();
        BotShell again = bot.shell("Preview values").activate();
        again.bot().button("Post").click();
        await("it is posted", () -> entry.editor().notice().contains("was posted"));
        assertThat(book.onHand(ITEM, bin)).isEqualByComparingTo(before.add(BigDecimal.valueOf(5)));
        bot.activatePerspective(CONTROL);
        BotNatTable after = values();
        await("its value follows", () -> DemoBook.number(after.cell(after.indexOf(ITEM, "Item"), "On hand"))
            .compareTo(valued.add(BigDecimal.valueOf(5))) == 0);
    }

    /** Some of the item came in at the year's beginning and cost more than all that came later. */
    private static void receivedDear(String bin) {
        Item item = find(Items.class).byCode(ITEM).orElseThrow();
        MovementLine line = MovementLine
            .of(MovementKind.RECEIPT, item.id(), Quantity.of(50, item.unit()), Optional.empty(),
                find(Locations.class).byCode(bin).map(Location::id))
            .withUnitCost(new BigDecimal("9.99"));
        assertThat(find(Ledger.class).post(new PostingRequest("dear-" + UUID.randomUUID(),
            Instant.parse("2026-01-03T08:00:00Z"), List.of(line), "", "", "")).refusals()).isEmpty();
    }

    @Test
    void aMonthIsClosedWhenEverythingAgreesAndOpenedAgain() {
        LocalDate lastDay = LocalDate.of(2025, 12, 31);
        bot.menu("Control").menu("Close period...").click();
        BotShell dialog = bot.shell("Close a period").activate();
        assertThat(dialog.bot().textWithLabel("Last day").getText())
            .isEqualTo(LocalDate.now().withDayOfMonth(1).minusDays(1).toString());
        dialog.bot().textWithLabel("Last day").setText("2999-12-31");
        await("the future cannot be closed", () -> dialog.bot().shows("2999-12-31 is not over."));
        assertThat(dialog.bot().button("Next >").isEnabled()).isFalse();
        dialog.bot().textWithLabel("Last day").setText(lastDay.toString());
        dialog.bot().textWithLabel("Reason").setText("Year end");
        bot.sleep(300);
        book.picture("control-close");
        dialog.bot().button("Next >").click();
        await("the checks agree", () -> dialog.bot().shows(" checks agree."));
        bot.sleep(300);
        book.picture("control-close-checks");
        dialog.bot().button("Finish").click();
        await("it is closed", () -> dialog.bot().shows("SHA-256: "));
        bot.sleep(300);
        book.picture("control-close-seal");
        dialog.bot().button("Finish").click();
        bot.waitUntil(Conditions.shellCloses(dialog));
        BotNatTable rows = bot.viewById(PERIODS).bot().natTable();
        await("the period is listed", () -> rows.rowWhere("Last day", "2025-12-31", "State", "Closed") >= 0);
        bot.waitForWork();
        book.picture("control-periods");
        bot.menu("Control").menu("Reopen period...").click();
        BotShell asked = bot.shell("Reopen a period").activate();
        asked.bot().text().setText("An invoice was missing");
        book.picture("control-reopen");
        asked.bot().button("OK").click();
        await("it is open again", () -> rows.rowWhere("Last day", "2025-12-31", "State", "Open") >= 0);
        assertThat(find(Periods.class).list()).extracting(period -> period.state()).doesNotContain(State.CLOSED);
    }

    private static <T> T find(Class<T> type) {
        Optional<T> service = DemoBook.find(type);
        return service.orElseThrow();
    }

}
