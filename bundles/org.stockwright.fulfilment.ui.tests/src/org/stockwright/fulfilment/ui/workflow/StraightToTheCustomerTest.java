package org.stockwright.fulfilment.ui.workflow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.Money;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.ItemSupplierTerms;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Tracking;
import org.stockwright.documents.Document;
import org.stockwright.documents.Documents;
import org.stockwright.documents.Step;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.Orders;
import org.stockwright.fulfilment.ui.internal.FulfilmentPerspective;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.testkit.ui.BotEditor;
import org.stockwright.testkit.ui.BotNatTable;
import org.stockwright.testkit.ui.BotView;
import org.stockwright.testkit.ui.StockwrightBot;

import static org.assertj.core.api.Assertions.assertThat;

/** A supplier is told to send goods straight to a customer, confirms a part of it, and gets some back. */
class StraightToTheCustomerTest {

    private final StockwrightBot bot = new StockwrightBot();
    private final GoodsBook book = GoodsBook.open(bot, FulfilmentPerspective.ID);

    @AfterEach
    void closeDialogs() {
        book.closeDialogs();
    }

    private static Item withLots(Item like) {
        String code = "UI-LOT-" + GoodsBook.key().toUpperCase(Locale.ROOT);
        return GoodsBook.done(GoodsBook.service(Items.class).save(new ItemDraft(Optional.empty(), code,
            "Glue that has lots", "", "", like.unit().code(), Set.of(), Tracking.LOT, Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, List.of(), List.of(),
            List.of(), -1)));
    }

    private static ItemSupplierTerms terms(Item item, Partner supplier, Money price) {
        return new ItemSupplierTerms(item.id(), supplier.id(), "", Optional.of(price), item.unit().code(),
            Optional.empty(), Optional.empty(), Optional.of(Integer.valueOf(5)), 1);
    }

    @Test
    void linesGoToASupplierWhoSendsThemAndTakesSomeBack() {
        Item plain = GoodsBook.unstocked();
        Item glue = withLots(plain);
        Partner supplier = GoodsBook.partner(Partner.Role.SUPPLIER);
        Document order = GoodsBook.done(GoodsBook.service(Orders.class).place(OrderRequest.customer(GoodsBook.key(),
            GoodsBook.partner(Partner.Role.CUSTOMER).id(), List.of(
                OrderRequest.Line.of(plain.id(), Quantity.of(6, plain.unit())),
                OrderRequest.Line.of(glue.id(), Quantity.of(4, glue.unit()))))));
        GoodsBook.done(GoodsBook.service(Items.class).saveSuppliers(
            List.of(terms(plain, supplier, Money.of(order.currency(), "3.50")),
                terms(glue, supplier, Money.of(order.currency(), "2")))));

        BotEditor page = book.open(order, "Customer orders");
        page.bot().button("Drop-ship...").click();
        BotEditor routing = bot.editorByTitle("Drop-shipment");
        book.await("both lines are filled in", () -> routing.bot().table().rowCount() == 2);
        assertThat(routing.bot().textWithLabel("Supplier").getText()).isEqualTo(supplier.code());
        book.await("the terms give the price", () -> routing.bot().table().cell(0, 6).equals("3.50"));
        book.await("where it goes is told", () -> routing.bot().shows("To: "));
        book.await("the total is told", () -> routing.bot().shows("total 29.00"));
        book.picture("drop-ship-routing");
        String number = book.post(routing, "was placed with").split(" ")[0];
        Document purchase = GoodsBook.service(Documents.class).find(number).orElseThrow();
        assertThat(purchase.total()).isEqualByComparingTo("29");
        GoodsBook.done(GoodsBook.service(PurchaseOrders.class).approve(purchase.id(), Optional.of("As agreed.")));

        BotView list = bot.viewById("org.stockwright.fulfilment.ui.dropShipments");
        book.await("the lines are in the list",
            () -> list.bot().natTable().rowWhere("Purchase order", number, "Item", glue.code()) >= 0);
        book.picture("drop-ship-list");
        BotNatTable rows = list.bot().natTable();
        rows.doubleClick(rows.rowWhere("Purchase order", number, "Item", glue.code()));
        BotEditor bought = bot.editorByTitle(number);
        book.settle();
        assertThat(bought.bot().texts()).as("nothing of it is received here").doesNotContain("&Receive");
        bought.bot().button("Supplier's dispatch...").click();
        dispatch(bot.editorByTitle("Supplier's dispatch"));
        assertThat(GoodsBook.now(order).line(1).orElseThrow().done(Step.SHIPPED)).isEqualByComparingTo("2");
        assertThat(GoodsBook.now(order).line(2).orElseThrow().done(Step.SHIPPED)).isEqualByComparingTo("4");

        page.show();
        page.bot().selectTab("Chain");
        book.settle();
        book.picture("drop-ship-chain");
        back(order);
    }

    /** Two of six leave, and all of the glue, from one lot. */
    private void dispatch(BotEditor entry) {
        book.await("what is open is filled in", () -> entry.bot().table().rowCount() == 2);
        book.await("the lot is asked for", () -> entry.bot().table().cell(1, 8).equals("lot"));
        entry.bot().textWithLabel("Delivery note").setText("LS-4711");
        entry.bot().table().doubleClick(0);
        book.settle();
        book.type("2");
        book.press(SWT.CR);
        book.press(SWT.CR);
        book.press(SWT.CR);
        book.press(SWT.CR);
        book.await("two of them left", () -> entry.bot().table().cell(0, 2).equals("2"));
        book.press(SWT.MOD1, SWT.CR);
        book.await("a missing lot is refused", () -> !entry.notice().isEmpty());
        book.picture("drop-ship-lot-missing");
        entry.bot().table().doubleClick(1);
        book.settle();
        book.press(SWT.CR);
        book.press(SWT.CR);
        book.type("L-7");
        book.press(SWT.CR);
        book.type(LocalDate.now().plusYears(1).toString());
        book.press(SWT.CR);
        book.await("the lot is typed", () -> entry.bot().table().cell(1, 4).equals("L-7"));
        book.picture("drop-ship-dispatch");
        assertThat(book.post(entry, "left for")).startsWith("SH-");
    }

    private void back(Document order) {
        Document shipment = GoodsBook.service(Documents.class).chain(order.id()).stream()
            .filter(link -> link.step() == Step.SHIPPED).flatMap(link -> link.by().stream())
            .map(id -> GoodsBook.service(Documents.class).get(id).orElseThrow()).findFirst().orElseThrow();
        // it left: nothing of it is open
        book.all("Shipments");
        BotEditor page = book.open(shipment, "Shipments");
        page.bot().button("Back to supplier...").click();
        BotEditor entry = bot.editorByTitle("Return to the supplier");
        book.await("what came is filled in", () -> entry.bot().table().rowCount() == 2);
        book.settle();
        book.press(SWT.DEL);
        book.await("one line is left", () -> entry.bot().table().rowCount() == 1);
        entry.bot().textWithLabel("Reason").setText("Dried out");
        book.picture("drop-ship-back");
        book.post(entry, "credit is expected");
        Document now = GoodsBook.now(order);
        assertThat(now.lines()).extracting(line -> line.done(Step.RETURNED).stripTrailingZeros())
            .containsExactly(BigDecimal.ZERO, BigDecimal.valueOf(4));
    }

}
