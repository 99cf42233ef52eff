package org.stockwright.fulfilment.ui.workflow;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stockwright.catalog.Item;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Step;
import org.stockwright.testkit.ui.BotEditor;
import org.stockwright.testkit.ui.BotNatTable;
import org.stockwright.testkit.ui.BotView;
import org.stockwright.testkit.ui.StockwrightBot;

import static org.assertj.core.api.Assertions.assertThat;

/** Goods that were ordered are received by keyboard and by scanner. */
class ReceiveTest {

    /** Until a receipt of ten lines is posted, no more keys are pressed than these. */
    private static final int MOST_KEYS = 45;

    private final StockwrightBot bot = new StockwrightBot();
    private final GoodsBook book = GoodsBook.open(bot, "org.stockwright.purchasing.ui.perspective.warehouse");

    @AfterEach
    void closeDialogs() {
        book.closeDialogs();
    }

    private static BigDecimal received(Document order, int line) {
        return GoodsBook.now(order).line(line).map(its -> its.done(Step.RECEIVED)).orElseThrow();
    }

    @Test
    void tenLinesTakeNoMoreThanFortyFiveKeys() {
        Document order = GoodsBook.order(GoodsBook.items(10), 7);
        BotEditor entry = book.entry('g', "Goods receipt");
        book.type(order.number());
        book.press(SWT.CR);
        book.await("ten lines are filled in", () -> entry.bot().table().rowCount() == 10);
        book.settle();
        book.picture("receive-filled");
        // the third line came short
        book.press(SWT.ARROW_DOWN);
        book.press(SWT.ARROW_DOWN);
        book.press(SWT.CR);
        book.settle();
        book.type("3");
        assertThat(book.post(entry, "was posted")).contains("10 lines");
        assertThat(book.keys()).as("keys of a receipt of ten lines").isLessThanOrEqualTo(MOST_KEYS);
        book.picture("receive-posted");
        assertThat(received(order, 1)).isEqualByComparingTo("7");
        assertThat(received(order, 3)).isEqualByComparingTo("3");
        assertThat(received(order, 10)).isEqualByComparingTo("7");
        assertThat(entry.bot().table().rowCount()).as("the next receipt begins").isZero();
    }

    @Test
    void aScannerFillsInTheOrderAndCountsUp() {
        List<Item> items = GoodsBook.items(3);
        Document order = GoodsBook.order(items, 2);
        BotEditor entry = book.entry('g', "Goods receipt");
        bot.scan(order.number());
        book.await("three lines are filled in", () -> entry.bot().table().rowCount() == 3);
        book.settle();
        bot.scan(items.get(1).code());
        book.await("the count begins from nothing", () -> entry.bot().table().cell(0, 2).equals("0"));
        assertThat(entry.bot().table().cell(1, 2)).isEqualTo("1");
        bot.scan(items.get(1).code());
        book.await("the second scan counts", () -> entry.bot().table().cell(1, 2).equals("2"));
        bot.scan(items.get(0).code());
        book.await("the other line counts", () -> entry.bot().table().cell(0, 2).equals("1"));
        book.picture("receive-scanned");
        bot.scan("NO-SUCH-THING");
        book.await("what nobody knows is refused", () -> !entry.notice().isEmpty());
        book.picture("receive-scan-refused");
        book.post(entry, "was posted");
        assertThat(received(order, 1)).isEqualByComparingTo("1");
        assertThat(received(order, 2)).isEqualByComparingTo("2");
        assertThat(received(order, 3)).as("what was not scanned was not received").isEqualByComparingTo("0");
    }

    @Test
    void theOrderShowsWhatCameAndTheChain() {
        Document order = GoodsBook.order(GoodsBook.items(2), 5);
        BotEditor entry = book.entry('g', "Goods receipt");
        book.type(order.number());
        book.press(SWT.CR);
        book.await("the lines are filled in", () -> entry.bot().table().rowCount() == 2);
        book.settle();
        book.post(entry, "was posted");
        BotView list = bot.view("Purchase orders").show();
        book.settle();
        // nothing of it is open any more
        list.bot().checkBox("Open only").click();
        BotNatTable orders = list.bot().natTable();
        book.await("the order is in the list", () -> orders.rowWhere("Number", order.number()) >= 0);
        book.picture("orders-list");
        orders.doubleClick(orders.rowWhere("Number", order.number()));
        BotEditor page = bot.editorByTitle(order.number());
        book.settle();
        BotNatTable lines = page.bot().natTable();
        book.await("the lines show what came",
            () -> lines.rowCount() == 2 && lines.cell(0, "Received").equals("5") && lines.cell(0, "Open").equals("0"));
        book.picture("order-page");
        page.bot().selectTab("Chain");
        book.settle();
        book.picture("order-chain");
        // received where it is stored, it was put away by the same receipt: what became of that one is told once
        String line = "Line 1  " + order.lines().getFirst().item();
        List<String> steps = page.bot().tree().expandNode(order.number(), line);
        assertThat(steps).hasSizeGreaterThan(1);
        assertThat(steps).filteredOn(step -> !page.bot().tree().expandNode(order.number(), line, step).isEmpty())
            .hasSize(1);
        page.bot().selectTab("Trail");
        book.settle();
        page.bot().textWithLabel("Note").setText("The pallet was wet.");
        page.bot().button("Add note").click();
        book.await("the note is in the trail",
            () -> page.bot().natTable(0).indexOf("The pallet was wet.", "Detail") >= 0);
        book.picture("order-trail");
    }

    @Test
    void anOrderIsEnteredWithTheirPricesAndApproved() {
        Item item = GoodsBook.items(1).getFirst();
        BotEditor entry = book.entry('p', "Purchase order");
        book.type(GoodsBook.partner(org.stockwright.catalog.Partner.Role.SUPPLIER).code());
        book.press(SWT.CR);
        for (int i = 0; i < 3; i++) {
            book.settle();
            book.press(SWT.CR);
        }
        book.settle();
        book.type(item.code());
        book.press(SWT.CR);
        book.settle();
        book.type("4");
        book.press(SWT.CR);
        book.type(item.unit().code());
        book.press(SWT.CR);
        book.type("2.5");
        book.settle();
        book.picture("order-typed");
        book.press(SWT.CR);
        book.press(SWT.CR);
        book.press(SWT.CR);
        book.await("the line is added", () -> entry.bot().table().rowCount() == 1);
        book.await("its total is shown", () -> entry.bot().shows("Total 10.00"));
        book.picture("order-entered");
        book.press(SWT.MOD1, 'z');
        book.await("undo takes it back", () -> entry.bot().table().rowCount() == 0);
        book.press(SWT.MOD1, 'y');
        book.await("redo brings it again", () -> entry.bot().table().rowCount() == 1);
        String notice = book.post(entry, "was placed");
        String number = notice.split(" ")[0];
        assertThat(number).startsWith("PO-");
        Document placed = GoodsBook.service(org.stockwright.documents.Documents.class).find(number).orElseThrow();
        assertThat(placed.lines()).extracting(DocumentLine::item).containsExactly(item.code());
        assertThat(placed.total()).isEqualByComparingTo("10");
    }

}
