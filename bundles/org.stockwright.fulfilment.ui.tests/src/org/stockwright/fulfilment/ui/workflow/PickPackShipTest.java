package org.stockwright.fulfilment.ui.workflow;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Partner;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentQuery;
import org.stockwright.documents.Documents;
import org.stockwright.documents.Step;
import org.stockwright.fulfilment.Allocation;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.Orders;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.fulfilment.ui.internal.FulfilmentPerspective;
import org.stockwright.fulfilment.ui.internal.pack.PackStation;
import org.stockwright.ledger.Locations;
import org.stockwright.testkit.ui.BotEditor;
import org.stockwright.testkit.ui.BotShell;
import org.stockwright.testkit.ui.BotView;
import org.stockwright.testkit.ui.StockwrightBot;

import static org.assertj.core.api.Assertions.assertThat;

/** An order is picked, verified, packed and shipped by scanner; what is wrong stops the packer. */
class PickPackShipTest {

    private final StockwrightBot bot = new StockwrightBot();
    private final GoodsBook book = GoodsBook.open(bot, FulfilmentPerspective.ID);

    @BeforeEach
    void thereIsAPlaceToPickTo() {
        book.stage();
    }

    @AfterEach
    void closeDialogs() {
        book.closeDialogs();
    }

    /** An order of a customer for two of each. */
    private static Document order(List<Item> items) {
        return GoodsBook.done(GoodsBook.service(Orders.class).place(OrderRequest.customer(GoodsBook.key(),
            GoodsBook.partner(Partner.Role.CUSTOMER).id(), items.stream()
                .map(item -> OrderRequest.Line.of(item.id(), Quantity.of(2, item.unit()))).toList())));
    }

    private void press(BotEditor page, String button, String expected) {
        page.show();
        page.bot().button(button).click();
        book.await("a notice says " + expected, () -> page.notice().contains(expected));
        book.settle();
    }

    /** Allocated, picked by scanner, waiting at the packing table. */
    private BotEditor picked(Document order) {
        BotEditor page = book.opened(order, "Customer orders");
        press(page, "Allocate", "stock is held");
        book.picture("order-allocated");
        press(page, "Pick list", "was made");
        Document list = GoodsBook.service(Documents.class)
            .find(page.notice().split(" ")[0]).orElseThrow();
        BotEditor listPage = bot.editorByTitle(list.number());
        book.settle();
        press(listPage, "Release", "was released");
        book.await("the list can be picked", () -> listPage.bot().button("Pick").isEnabled());
        book.picture("pick-list");
        listPage.bot().button("Pick").click();
        BotEditor entry = bot.editorByTitle("Picking");
        int lines = GoodsBook.now(list).lines().size();
        book.await("the lines are filled in", () -> entry.bot().table().rowCount() == lines);
        book.settle();
        for (int i = 0; i < lines; i++) {
            int row = i;
            bot.scan(entry.bot().table().cell(row, 4));
            book.settle();
            String wanted = entry.bot().table().cell(row, 7);
            for (int n = 1; n <= new BigDecimal(wanted).intValueExact(); n++) {
                String count = Integer.toString(n);
                bot.scan(entry.bot().table().cell(row, 1));
                book.await("the scan counts", () -> entry.bot().table().cell(row, 2).equals(count));
            }
        }
        book.picture("pick-scanned");
        bot.scan(entry.bot().table().cell(0, 1));
        book.await("one too many is refused", () -> !entry.notice().isEmpty());
        book.post(entry, "were picked");
        return page;
    }

    @Test
    void theThreeErrorsStopThePackerAndTheOrderLeaves() {
        List<Item> items = GoodsBook.stocked(3, 4);
        List<Item> wanted = items.subList(0, 2);
        Document order = order(wanted);
        BotEditor page = picked(order);
        page.show();
        book.await("it can be packed", () -> page.bot().texts().contains("Pac&k"));
        page.bot().button("Pack").click();
        BotView station = bot.viewById(PackStation.ID);
        book.await("the goods are expected", () -> station.bot().table().rowCount() == 2);
        book.picture("pack-begun");

        bot.scan(items.get(2).code());
        settled("Not in the order", "pack-not-in-order");
        bot.scan(wanted.get(0).code());
        book.await("a good scan counts", () -> count(station, wanted.get(0)).equals("1"));
        book.picture("pack-good");
        bot.scan(wanted.get(0).code());
        book.await("the second counts", () -> count(station, wanted.get(0)).equals("2"));
        bot.scan(wanted.get(0).code());
        settled("Too many", "pack-too-many");
        bot.scan(GoodsBook.service(Locations.class).byCode(Locations.Standard.MAIN.code()).orElseThrow().code());
        settled("Wrong lot or bin", "pack-wrong-bin");
        assertThat(count(station, wanted.get(0))).as("what was wrong was not packed").isEqualTo("2");

        bot.pressShortcut(SWT.MOD1, SWT.CR);
        book.await("what is missing is told", () -> station.notice().contains("missing"));
        BotShell why = bot.shell("Override");
        book.picture("pack-mismatch");
        why.bot().button("Cancel").click();
        book.closed(why);

        bot.scan(wanted.get(1).code());
        book.settle();
        bot.scan(wanted.get(1).code());
        book.await("all is there", () -> station.bot().shows("Everything is there"));
        bot.pressShortcut(SWT.MOD1, SWT.CR);
        book.await("it is packed", () -> station.notice().contains("Units: "));
        book.picture("pack-packed");
        station.bot().button("Ship").click();
        book.await("it left", () -> station.notice().contains("left."));
        Document now = GoodsBook.now(order);
        assertThat(now.lines()).allSatisfy(line -> assertThat(line.done(Step.SHIPPED)).isEqualByComparingTo("2"));
        book.picture("pack-shipped");
    }

    private static String count(BotView station, Item item) {
        for (int row = 0; row < station.bot().table().rowCount(); row++) {
            if (station.bot().table().cell(row, 0).equals(item.code())) {
                return station.bot().table().cell(row, 3);
            }
        }
        return "";
    }

    /** The dialog of an error is there, red and in front; a scan meanwhile does nothing; the goods are put aside. */
    private void settled(String title, String picture) {
        BotShell error = bot.shell(title);
        book.picture(picture);
        error.activate();
        error.bot().button("Put aside").click();
        book.closed(error);
    }

    @Test
    void aBackOrderIsFilledByAReceipt() {
        Item item = GoodsBook.unstocked();
        Document order = order(List.of(item));
        GoodsBook.done(GoodsBook.service(Allocation.class).allocate(order.id(), Allocation.Choice.BY_POLICY));
        assertThat(GoodsBook.now(order).line(1).orElseThrow().done(Step.ALLOCATED)).isEqualByComparingTo("0");
        Document bought = GoodsBook.order(List.of(item), 5);
        BotEditor entry = book.entry('g', "Goods receipt");
        bot.scan(bought.number());
        book.await("the order's lines are filled in", () -> entry.bot().table().rowCount() == 1);
        book.settle();
        book.post(entry, "was posted");
        book.await("the back-order is filled", () -> GoodsBook.now(order).line(1).orElseThrow().done(Step.ALLOCATED)
            .compareTo(BigDecimal.valueOf(2)) == 0);
        book.opened(order, "Customer orders");
        book.picture("back-order-filled");
    }

    @Test
    void availabilityAndPromiseStandBesideWhatIsTyped() {
        Item item = GoodsBook.stocked(1, 4).getFirst();
        BotEditor entry = book.entry('o', "Customer order");
        book.type(GoodsBook.partner(Partner.Role.CUSTOMER).code());
        for (int i = 0; i < 5; i++) {
            book.press(SWT.CR);
            book.settle();
        }
        book.type(item.code());
        book.press(SWT.CR);
        book.await("what is available is told while it is typed", () -> entry.bot().shows("available "));
        book.settle();
        book.picture("customer-order-typing");
        book.type("2");
        for (int i = 0; i < 5; i++) {
            book.press(SWT.CR);
        }
        book.await("the line is added", () -> entry.bot().table().rowCount() == 1);
        book.await("it is promised", () -> entry.bot().table().cell(0, 9).startsWith("20"));
        book.picture("customer-order-entered");
        String number = book.post(entry, "was placed").split(" ")[0];
        assertThat(GoodsBook.service(Documents.class).list(DocumentQuery.of("customer-order").having(number), 2))
            .hasSize(1);
    }

    @Test
    void whatACustomerSendsBackIsAnnouncedReceivedAndRestocked() {
        Item item = GoodsBook.stocked(1, 4).getFirst();
        Document order = order(List.of(item));
        GoodsBook.done(GoodsBook.service(Allocation.class).allocate(order.id(), Allocation.Choice.BY_POLICY));
        Document shipment = GoodsBook.done(GoodsBook.service(Shipping.class)
            .ship(Shipping.Request.of(GoodsBook.key(), order.id(), Shipping.Ready.HELD, Instant.now())));
        book.all("Shipments");
        BotEditor page = book.opened(shipment, "Shipments");
        page.bot().button("Return").click();
        BotEditor entry = bot.editorByTitle("Customer return");
        book.await("what left is filled in", () -> entry.bot().table().rowCount() == 1);
        book.settle();
        entry.bot().textWithLabel("Reason").setText("Too large");
        book.picture("return-entered");
        String number = book.post(entry, "was announced").split(" ")[0];
        Document announced = GoodsBook.service(Documents.class).find(number).orElseThrow();
        BotEditor back = book.opened(announced, "Customer returns");
        back.bot().button("Receive...").click();
        BotShell where = bot.shell("Customer return");
        where.bot().text().setText(GoodsBook.STAGING);
        book.picture("return-where");
        where.bot().button("OK").click();
        book.closed(where);
        book.await("it was received", () -> back.notice().contains("was received"));
        book.await("it waits for a decision", () -> back.bot().texts().contains("Re&stock"));
        back.bot().button("Restock").click();
        book.await("it was decided", () -> back.notice().contains("was decided"));
        assertThat(GoodsBook.now(announced).isOpen()).isFalse();
        book.picture("return-decided");
    }

}
