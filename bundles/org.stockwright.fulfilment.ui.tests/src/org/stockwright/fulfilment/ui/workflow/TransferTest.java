package org.stockwright.fulfilment.ui.workflow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.LocationId;
import org.stockwright.catalog.Item;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentQuery;
import org.stockwright.documents.Documents;
import org.stockwright.documents.Step;
import org.stockwright.fulfilment.Availability;
import org.stockwright.fulfilment.Kits;
import org.stockwright.fulfilment.ui.internal.FulfilmentPerspective;
import org.stockwright.ledger.LocationKind;
import org.stockwright.testkit.ui.BotEditor;
import org.stockwright.testkit.ui.BotShell;
import org.stockwright.testkit.ui.BotTable;
import org.stockwright.testkit.ui.StockwrightBot;

import static org.assertj.core.api.Assertions.assertThat;

/** Goods change from one place of ours to another, departments get theirs, and kits are put together. */
class TransferTest {

    private static final String SHOP = "UI-SHOP";

    private final StockwrightBot bot = new StockwrightBot();
    private final GoodsBook book = GoodsBook.open(bot, FulfilmentPerspective.ID);
    private LocationId shop;

    @BeforeEach
    void thereAreTwoPlaces() {
        GoodsBook.staging();
        shop = GoodsBook.place(SHOP, "", LocationKind.WAREHOUSE).id();
    }

    @AfterEach
    void closeDialogs() {
        book.closeDialogs();
    }

    private static Document posted(String notice) {
        return GoodsBook.service(Documents.class).find(notice.split(" ")[0]).orElseThrow();
    }

    private void enter(String text) {
        book.type(text);
        book.press(SWT.CR);
        book.settle();
    }

    private static int row(BotTable table, String text) {
        for (int row = 0; row < table.rowCount(); row++) {
            if (table.cell(row, 0).equals(text)) {
                return row;
            }
        }
        throw new AssertionError(text + " is not in the table");
    }

    private static void isReceived(Document order, String quantity, String state) {
        Document now = GoodsBook.now(order);
        assertThat(now.line(1).orElseThrow().done(Step.RECEIVED)).isEqualByComparingTo(quantity);
        assertThat(now.state()).isEqualTo(state);
    }

    private BigDecimal inTheShop(Item item) {
        return GoodsBook.service(Availability.class).of(List.of(item.id()), Optional.of(shop)).getFirst().onHand()
            .amount();
    }

    @Test
    void transfersArePickedTogetherShippedAndReceived() {
        Item item = GoodsBook.stocked(1, 9).getFirst();
        String from = GoodsBook.bin(item, 9);
        BotEditor entry = book.entry('v', "Transfer order");
        enter(from);
        enter(SHOP);
        enter("");
        enter("t+5");
        enter("");
        enter("7");
        enter(item.code());
        book.await("what is available is told while it is typed", () -> entry.bot().shows("available "));
        book.picture("transfer-typing");
        enter("5");
        for (int i = 0; i < 4; i++) {
            book.press(SWT.CR);
        }
        book.await("the line is promised for its arrival",
            () -> entry.bot().table().rowCount() == 1 && entry.bot().table().cell(0, 9).startsWith("20"));
        book.picture("transfer-entered");
        Document first = posted(book.post(entry, "was placed from " + from + " to " + SHOP));
        assertThat(first.priority()).isEqualTo(7);
        entry.close();

        BotEditor page = book.open(first, "Transfer orders");
        page.bot().button("Copy as new").click();
        BotEditor copy = bot.editorByTitle("Transfer order");
        book.settle();
        book.await("the copy has the line", () -> copy.bot().table().rowCount() == 1);
        Document second = posted(book.post(copy, "was placed"));
        assertThat(second.target()).contains(shop);

        // the second is split, and the part cancelled
        page.show();
        BotEditor other = book.open(second, "Transfer orders");
        other.bot().button("Split...").click();
        BotShell split = bot.shell("Split");
        split.bot().table().setFocus();
        book.press(' ');
        split.bot().textWithLabel("Split off (selected line)").setText("3");
        book.picture("order-split");
        split.bot().button("Split").click();
        book.closed(split);
        book.await("a part was split off", () -> other.notice().contains("was split off"));
        Document part = posted(other.notice());
        assertThat(part.line(1).orElseThrow().quantity().amount()).isEqualByComparingTo("3");
        BotEditor partPage = bot.editorByTitle(part.number());
        book.settle();
        partPage.bot().button("Cancel...").click();
        BotShell cancel = bot.shell("Cancel");
        cancel.bot().textWithLabel("Reason").setText("The shop has enough.");
        book.picture("order-cancel");
        cancel.bot().button("Cancel lines").click();
        book.closed(cancel);
        book.await("it was cancelled", () -> partPage.notice().contains("was cancelled"));

        // by a strategy for the first, as the policies say for the second
        page.show();
        page.bot().button("Allocate by...").click();
        BotShell allocate = bot.shell("Allocate");
        allocate.bot().comboBoxWithLabel("Strategy")
            .setSelection(allocate.bot().comboBoxWithLabel("Strategy").items()[1]);
        book.await("what would be held is shown", () -> allocate.bot().table().rowCount() > 0);
        book.picture("order-allocate-by");
        allocate.bot().button("Allocate").click();
        book.closed(allocate);
        book.await("stock is held", () -> page.notice().contains("stock is held"));
        other.show();
        book.press(other, "Allocate", "stock is held");
        other.bot().button("Held stock...").click();
        BotShell held = bot.shell("Held stock");
        assertThat(held.bot().table(0).rowCount()).isEqualTo(1);
        BotTable holders = held.bot().table(1);
        assertThat(IntStream.range(0, holders.rowCount()).mapToObj(i -> holders.cell(i, 1)))
            .contains(first.number(), second.number(), "free");
        book.picture("order-held");
        held.bot().button("Cancel").click();
        book.closed(held);

        // one list for both, chosen by the keyboard
        book.press(SWT.SHIFT, SWT.ALT, 'm');
        BotShell lists = bot.shell("New pick lists");
        book.settle();
        for (Document order : List.of(first, second)) {
            BotTable orders = lists.bot().table(0);
            orders.select(row(orders, order.number()));
            orders.setFocus();
            book.press(' ');
        }
        lists.bot().comboBoxWithLabel("Strategy").setSelection("Batch: many orders, items summed");
        book.await("what would be made is shown", () -> lists.bot().shows("Lists: 1, stops: "));
        book.picture("pick-lists-dialog");
        lists.bot().button("Make").click();
        book.closed(lists);
        Document list = newest("pick-list");
        BotEditor listPage = bot.editorByTitle(list.number());
        book.settle();
        book.press(listPage, "Release", "was released");
        book.await("the list can be picked", () -> listPage.bot().button("Pick").isEnabled());
        book.picture("pick-list-batch");
        listPage.bot().button("Pick").click();
        BotEditor picking = bot.editorByTitle("Picking");
        long stops = GoodsBook.now(list).lines().stream().filter(line -> line.parent().isEmpty()).count();
        book.await("each stop is a line", () -> picking.bot().table().rowCount() == stops);
        book.picture("pick-batch");
        book.post(picking, "were picked");
        assertThat(GoodsBook.now(first).line(1).orElseThrow().done(Step.PICKED)).isEqualByComparingTo("5");
        assertThat(GoodsBook.now(second).line(1).orElseThrow().done(Step.PICKED)).isEqualByComparingTo("2");

        // both leave; the first arrives whole, the second in two parts
        page.show();
        book.await("it can be shipped", () -> page.bot().texts().contains("&Ship"));
        book.press(page, "Ship", "left");
        Document shipment = posted(page.notice());
        other.show();
        book.await("the other can be shipped", () -> other.bot().texts().contains("&Ship"));
        book.press(other, "Ship", "left");
        BotEditor shipmentPage = book.open(shipment, "Shipments");
        shipmentPage.bot().button("Receive...").click();
        BotEditor arrival = bot.editorByTitle("Transfer receipt");
        book.await("what is on its way is filled in", () -> arrival.bot().table().rowCount() > 0);
        book.picture("transfer-receipt");
        book.post(arrival, "arrived");
        isReceived(first, "5", "CLOSED");
        arrival.close();
        other.show();
        other.bot().button("Receive...").click();
        BotEditor counted = bot.editorByTitle("Transfer receipt");
        book.await("the other is filled in", () -> counted.bot().table().rowCount() > 0);
        book.settle();
        bot.scan(item.code());
        book.await("a scan counts from nothing", () -> counted.bot().table().cell(0, 2).equals("1"));
        book.picture("transfer-receipt-scanned");
        book.post(counted, "arrived");
        isReceived(second, "1", "SHIPPED");
        assertThat(inTheShop(item)).isGreaterThanOrEqualTo(BigDecimal.valueOf(6));
        other.show();
        book.settle();
        book.picture("transfer-order-page");
    }

    private static Document newest(String kind) {
        Documents documents = GoodsBook.service(Documents.class);
        return documents.get(documents.list(DocumentQuery.of(kind), 1).getFirst().id()).orElseThrow();
    }

    @Test
    void aDepartmentOrdersAKitAndKitsArePutTogether() {
        List<Item> parts = GoodsBook.stocked(2, 4);
        Item virtual = GoodsBook.unstocked();
        Item assembled = GoodsBook.unstocked();
        for (Item kit : List.of(virtual, assembled)) {
            GoodsBook.done(GoodsBook.service(Kits.class).saveAll(List.of(new Kits.Version(kit.id(),
                LocalDate.of(2020, 1, 1), kit.equals(virtual), parts.stream().limit(kit.equals(virtual) ? 2 : 1)
                    .map(part -> new Kits.Component(part.id(), BigDecimal.ONE)).toList()))));
        }
        BotEditor entry = book.entry('d', "Internal order");
        enter("Laboratory");
        enter("CC-7");
        for (int i = 0; i < 4; i++) {
            enter("");
        }
        enter(virtual.code());
        enter("2");
        for (int i = 0; i < 4; i++) {
            book.press(SWT.CR);
        }
        book.await("the line is added", () -> entry.bot().table().rowCount() == 1);
        book.settle();
        book.picture("internal-order-entered");
        Document order = posted(book.post(entry, "was placed for Laboratory"));
        assertThat(order.costCentre()).isEqualTo("CC-7");
        BotEditor page = book.open(order, "Internal orders");
        book.await("the components stand behind the kit", () -> page.bot().natTable().rowCount() == 3);
        assertThat(page.bot().natTable().cell(1, "Part of")).isEqualTo("1");
        assertThat(page.bot().natTable().cell(2, "Part of")).isEqualTo("1");
        book.picture("internal-order-kit");

        bot.command("org.stockwright.fulfilment.ui.assembly");
        BotShell dialog = bot.shell("Assembly order");
        dialog.bot().textWithLabel("Kit").setText(assembled.code());
        dialog.bot().textWithLabel("Quantity").setText("2");
        dialog.bot().textWithLabel("From").setText(GoodsBook.bin(parts.getFirst(), 4));
        dialog.bot().textWithLabel("To").setText(SHOP);
        dialog.bot().textWithLabel("Unit").setFocus();
        book.await("the component is shown", () -> dialog.bot().table().rowCount() == 2);
        book.picture("assembly");
        dialog.bot().button("Post").click();
        book.closed(dialog);
        BotEditor made = bot.editorByTitle(newest("assembly-order").number());
        book.await("the order shows what was used", () -> made.bot().natTable().rowCount() == 2);
        assertThat(GoodsBook.service(Availability.class).of(List.of(assembled.id()), Optional.empty()).getFirst()
            .onHand().amount()).isEqualByComparingTo("2");
        book.picture("assembly-order");
    }

}
