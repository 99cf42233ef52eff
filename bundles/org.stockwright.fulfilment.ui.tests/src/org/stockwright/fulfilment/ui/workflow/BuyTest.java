package org.stockwright.fulfilment.ui.workflow;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.LocationId;
import org.stockwright.base.Money;
import org.stockwright.base.Rational;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.ItemSupplierTerms;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Pack;
import org.stockwright.catalog.Partner;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentQuery;
import org.stockwright.documents.Documents;
import org.stockwright.documents.Step;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.purchasing.Inspections;
import org.stockwright.purchasing.Inspections.Plan;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.ReceivingRules;
import org.stockwright.purchasing.ReceivingRules.Docks;
import org.stockwright.purchasing.SupplierInvoices;
import org.stockwright.testkit.ui.BotEditor;
import org.stockwright.testkit.ui.BotNatTable;
import org.stockwright.testkit.ui.BotShell;
import org.stockwright.testkit.ui.BotTable;
import org.stockwright.testkit.ui.BotView;
import org.stockwright.testkit.ui.StockwrightBot;

import static org.assertj.core.api.Assertions.assertThat;

/** Goods on their way in, from what a department wants to what goes back: by the keyboard, each paper made of the one before. */
class BuyTest {

    private static final String DOCK = "UI-DOCK";
    private static final String NEAR = "UI-BIN-1";
    private static final String FAR = "UI-BIN-2";

    private final StockwrightBot bot = new StockwrightBot();
    private final GoodsBook book = GoodsBook.open(bot, "org.stockwright.purchasing.ui.perspective.purchasing");
    private final Inspections inspections = GoodsBook.service(Inspections.class);
    private final List<Plan> plans = inspections.plans();
    private final Partner supplier = GoodsBook.partner(Partner.Role.SUPPLIER);
    private Item item;

    /** An item that comes in boxes of 12 and is always inspected, received at a dock. */
    @BeforeEach
    void prepare() {
        Items items = GoodsBook.service(Items.class);
        Item like = GoodsBook.unstocked();
        ItemDraft draft = ItemDraft.of(like);
        item = GoodsBook.done(items.save(new ItemDraft(draft.id(), draft.code(),
            "Hydraulic hose with two couplings, 2 m",
            draft.description(), draft.category(), draft.unit(), draft.roles(), draft.tracking(),
            draft.shelfLifeDays(), draft.standardCost(), draft.listPrice(), draft.safetyStock(), draft.reorderPoint(),
            true, List.of(new Pack("BOX", "Box", Rational.of(BigDecimal.valueOf(12)), 1)), draft.barcodes(),
            draft.aliases(), draft.version())));
        Currency currency = GoodsBook.order(GoodsBook.items(1), 1).currency();
        GoodsBook.done(items.saveSuppliers(List.of(new ItemSupplierTerms(item.id(), supplier.id(), "",
            Optional.of(Money.of(currency, "5.00")), "BOX", Optional.empty(), Optional.empty(), Optional.of(7), 1))));
        List<Plan> more = new ArrayList<>(plans);
        more.add(new Plan(Optional.of(item.id()), "", Optional.empty(), Inspections.Extent.ALL, 1));
        GoodsBook.done(inspections.setPlans(more));
        Locations locations = GoodsBook.service(Locations.class);
        if (locations.byCode(DOCK).isEmpty()) {
            GoodsBook.done(locations.saveAll(List.of(
                Locations.Draft.of(DOCK, "Dock of tests", Locations.Standard.MAIN.code(), LocationKind.BIN),
                Locations.Draft.of(NEAR, "Near bin of tests", Locations.Standard.MAIN.code(), LocationKind.BIN),
                Locations.Draft.of(FAR, "Far bin of tests", Locations.Standard.MAIN.code(), LocationKind.BIN))));
        }
        docks(Optional.of(place(DOCK)));
    }

    @AfterEach
    void restore() {
        book.closeDialogs();
        docks(Optional.empty());
        GoodsBook.done(inspections.setPlans(plans));
    }

    private static LocationId place(String code) {
        return GoodsBook.service(Locations.class).byCode(code).orElseThrow().id();
    }

    private static void docks(Optional<LocationId> receiving) {
        GoodsBook.done(GoodsBook.service(ReceivingRules.class)
            .setDocks(new Docks(place(Locations.Standard.MAIN.code()), receiving, Optional.empty())));
    }

    private Document found(String notice) {
        return GoodsBook.service(Documents.class).find(notice.split(" ")[0]).orElseThrow();
    }

    /** The only document of a kind with the item. */
    private Document made(String kind) {
        DocumentQuery query = new DocumentQuery(Set.of(kind), Set.of(), false, Optional.empty(),
            Optional.of(item.id()), "");
        Documents documents = GoodsBook.service(Documents.class);
        return documents.get(documents.list(query, 2).getFirst().id()).orElseThrow();
    }

    /** Opens an entry from the bar of a document's page; one line is filled in and has the focus. */
    private BotEditor entry(BotEditor page, String button, String title) {
        page.show();
        book.await(button + " can be done", () -> page.bot().button(button).isEnabled());
        page.bot().button(button).click();
        BotEditor entry = bot.editorByTitle(title);
        book.await("the line is filled in", () -> entry.bot().table().rowCount() == 1);
        book.settle();
        return entry;
    }

    /** Types over fields of the only line, from its second one on; an empty text leaves a field as it is. */
    private void line(BotEditor entry, int fields, String... texts) {
        book.press(SWT.CR);
        book.settle();
        for (int i = 0; i < fields; i++) {
            if (i < texts.length && !texts[i].isEmpty()) {
                book.type(texts[i]);
            }
            book.press(SWT.CR);
            book.settle();
        }
        book.await("the line is back", () -> entry.bot().table().rowCount() == 1);
    }

    private static String cell(BotEditor entry, String column) {
        BotTable table = entry.bot().table();
        return table.cell(0, table.columns().indexOf(column));
    }

    /** Posts, and closes the form, which is ready for the next one. */
    private String posted(BotEditor entry, String sentence) {
        String notice = book.post(entry, sentence);
        entry.close();
        return notice;
    }

    /** Opens a document from a list that the menu shows. */
    private BotEditor listed(Document document, String list) {
        bot.menu("Purchasing").menu(list).click();
        return book.open(document, list);
    }

    private BotEditor requisition() {
        BotEditor entry = book.entry('u', "Requisition");
        book.type("LAB");
        for (int i = 0; i < 4; i++) {
            book.press(SWT.CR);
        }
        book.settle();
        book.type(item.code());
        for (String text : List.of("", "4", "BOX", "", "")) {
            book.type(text);
            book.press(SWT.CR);
            book.settle();
        }
        book.await("the line is added", () -> entry.bot().table().rowCount() == 1);
        Document wanted = found(posted(entry, "was submitted"));
        return book.open(wanted, "Requisitions");
    }

    private BotEditor order() {
        BotEditor page = requisition();
        book.press(page, "Approve", "was approved");
        book.press(page, "Order", "was ordered");
        Document order = made(PurchaseOrders.KIND);
        assertThat(order.lines().getFirst().entered()).isEqualByComparingTo("4");
        return bot.editorByTitle(order.number());
    }

    @Test
    void fromWhatIsWantedToWhatGoesBack() {
        BotEditor orderPage = order();
        Document order = made(PurchaseOrders.KIND);
        book.press(orderPage, "Approve", "was approved");
        book.picture("buy-order");
        revise(orderPage);
        confirm(orderPage);
        Document receipt = receive(orderPage);
        BotEditor receiptPage = listed(receipt, "Goods receipts");
        inspect(receiptPage);
        putAway(receiptPage);
        invoice(orderPage);
        sendBack(receiptPage);

        DocumentLine line = GoodsBook.now(order).lines().getFirst();
        assertThat(line.promised()).isPresent();
        assertThat(line.done(Step.RECEIVED)).isEqualByComparingTo("48");
        assertThat(line.done(Step.REJECTED)).isEqualByComparingTo("12");
        assertThat(line.done(Step.PUT_AWAY)).isEqualByComparingTo("36");
        assertThat(line.done(Step.INVOICED)).isEqualByComparingTo("36");
        assertThat(line.done(Step.RETURNED)).isEqualByComparingTo("12");
        orderPage.show();
        orderPage.bot().selectTab("Chain");
        book.picture("buy-chain");
        views();
    }

    private void revise(BotEditor orderPage) {
        BotEditor revision = entry(orderPage, "Revise...", "Revision");
        revision.bot().textWithLabel("Reason").setText("The lab waits for it");
        revision.bot().table().setFocus();
        line(revision, 3, "", "", "t+3");
        book.picture("buy-revision");
        posted(revision, "revision 1");
    }

    private void confirm(BotEditor orderPage) {
        BotEditor confirmation = entry(orderPage, "Confirm...", "Confirmation");
        line(confirmation, 2, "", "t+5");
        book.await("it is later than wanted", () -> cell(confirmation, "Differs").equals("2 days later"));
        book.picture("buy-confirmation");
        posted(confirmation, "was confirmed");
        assertThat(GoodsBook.now(made(PurchaseOrders.KIND)).state()).isEqualTo(PurchaseOrders.CONFIRMED);
    }

    private Document receive(BotEditor orderPage) {
        BotEditor receipt = entry(orderPage, "Receive...", "Goods receipt");
        assertThat(cell(receipt, "Quantity")).isEqualTo("4");
        assertThat(cell(receipt, "Unit")).isEqualTo("BOX");
        book.await("what is expected is told in both units",
            () -> cell(receipt, "Expected").equals("4 BOX = 48 " + item.unit().code()));
        book.picture("buy-receipt");
        return found(posted(receipt, "was posted"));
    }

    private void inspect(BotEditor receiptPage) {
        BotEditor inspection = entry(receiptPage, "Inspect...", "Inspection");
        line(inspection, 3, "36", "12", "Leaks");
        book.await("what waits stands beside it", () -> cell(inspection, "Waits").startsWith("48"));
        book.picture("buy-inspection");
        posted(inspection, "was posted");
    }

    private void putAway(BotEditor receiptPage) {
        BotEditor way = entry(receiptPage, "Put away...", "Put away");
        assertThat(cell(way, "Quantity")).isEqualTo("36");
        String proposed = cell(way, "To");
        book.picture("buy-putaway-proposed");
        line(way, 4, "", proposed.equals(FAR) ? NEAR : FAR);
        book.await("the bin is as typed", () -> cell(way, "Why there").equals("As typed."));
        book.picture("buy-putaway-typed");
        posted(way, "was posted");
    }

    private void invoice(BotEditor orderPage) {
        BotEditor invoice = entry(orderPage, "Invoice...", "Supplier's invoice");
        assertThat(cell(invoice, "Invoiced")).as("what was received and kept").isEqualTo("3");
        book.await("it fits", () -> cell(invoice, "Match").equals("As ordered"));
        line(invoice, 3, "", "", "5.5");
        book.await("the price does not fit", () -> cell(invoice, "Match").equals("Other price"));
        assertThat(cell(invoice, "Dearer by")).isEqualTo("1.50");
        assertThat(List.of(cell(invoice, "Ordered"), cell(invoice, "Received"))).containsExactly("4 BOX", "3 BOX");
        book.picture("buy-invoice-typed");
        invoice.bot().textWithLabel("Invoice no.").setText(GoodsBook.key());
        String notice = book.post(invoice, "is blocked");
        assertThat(notice).contains("The price is 5.5, ordered at 5");
        book.picture("buy-invoice-blocked");
        Document blocked = found(notice);
        BotEditor page = listed(blocked, "Suppliers' invoices");
        page.bot().button("Release...").click();
        BotShell why = bot.shell("Release");
        why.bot().text().setText("Steel went up, agreed by telephone");
        why.bot().button("OK").click();
        book.closed(why);
        book.await("it was released", () -> page.notice().contains("was released"));
        assertThat(GoodsBook.now(blocked).state()).isEqualTo(SupplierInvoices.RELEASED);
        book.picture("buy-invoice-released");
    }

    private void sendBack(BotEditor receiptPage) {
        BotEditor back = entry(receiptPage, "Send back...", "Return to supplier");
        assertThat(cell(back, "Goes back")).as("what was rejected").isEqualTo("12");
        back.bot().textWithLabel("Reason").setText("Leaks");
        book.picture("buy-return");
        String notice = posted(back, "goes back to");
        assertThat(notice).contains("A credit of 5.00");
        BotEditor page = listed(found(notice), "Returns to suppliers");
        page.bot().button("Credited...").click();
        BotShell note = bot.shell("Credited");
        note.bot().text().setText("CN-1");
        note.bot().button("OK").click();
        book.closed(note);
        book.await("the credit came", () -> page.notice().contains("was credited by CN-1"));
    }

    /** An approved order that was due yesterday. */
    private static Document overdue(Item bought) {
        PurchaseOrders orders = GoodsBook.service(PurchaseOrders.class);
        Document placed = GoodsBook.done(orders.place(PurchaseOrders.Draft
            .of(GoodsBook.key(), GoodsBook.partner(Partner.Role.SUPPLIER).id(),
                List.of(PurchaseOrders.Line.of(bought.id(), BigDecimal.valueOf(3)).in(bought.unit().code())
                    .at(BigDecimal.TEN)))
            .ordered(Instant.now().minus(Duration.ofDays(10))).due(LocalDate.now().minusDays(1))));
        return GoodsBook.done(orders.approve(placed.id(), Optional.of("The tests order the same again.")));
    }

    private void views() {
        Item bought = GoodsBook.items(2).getLast();
        Document late = overdue(bought);
        overdue(bought);
        GoodsBook.done(GoodsBook.service(Receipts.class).receive(Receipts.Request.against(GoodsBook.key(), late.id(),
            Instant.now(), List.of(Receipts.Line.of(bought.code(), BigDecimal.TWO)))));
        for (String title : List.of("Expected arrivals", "Received, not invoiced", "Suppliers' figures")) {
            bot.menu("Purchasing").menu(title).click();
            BotView view = bot.view(title);
            BotNatTable table = view.bot().natTable();
            book.await(title + " has rows", () -> table.rowCount() > 0);
            book.picture("buy-view-" + title.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-"));
        }
    }

    @Test
    void aBlanketOrderIsCalledOffAnnouncedAndItsDoubleIsShown() {
        bot.menu("Purchasing").menu("New blanket order").click();
        BotEditor entry = bot.editorByTitle("Blanket order");
        book.settle();
        book.type(supplier.code());
        book.press(SWT.CR);
        book.settle();
        book.type("t+90");
        for (int i = 0; i < 3; i++) {
            book.press(SWT.CR);
            book.settle();
        }
        book.type(item.code());
        for (String text : List.of("", "10", "BOX", "", "", "")) {
            book.type(text);
            book.press(SWT.CR);
            book.settle();
        }
        book.await("the line is added", () -> entry.bot().table().rowCount() == 1);
        book.picture("blanket-entered");
        Document blanket = found(posted(entry, "was placed"));
        BotEditor page = listed(blanket, "Blanket orders");
        book.press(page, "Approve", "was approved");
        Document first = callOff(page, "was called off");
        Document second = callOff(page, first.number());
        BotEditor secondPage = book.open(second, "Purchase orders");
        secondPage.bot().button("Approve").click();
        BotShell findings = bot.shell("Approve " + second.number());
        book.picture("approve-duplicate");
        assertThat(findings.bot().shows(first.number())).as("the order that looks the same").isTrue();
        findings.bot().textWithLabel("Reason").setText("One box for each shift");
        findings.bot().button("Approve").click();
        book.closed(findings);
        book.await("it was approved", () -> secondPage.notice().contains("was approved"));
        BotEditor advice = entry(secondPage, "Advice...", "Advice");
        advice.bot().textWithLabel("Arrives").setText("t+2");
        book.picture("advice-entered");
        Document announced = found(posted(advice, "announces goods of " + second.number()));
        assertThat(GoodsBook.now(second).lines().getFirst().done(Step.ADVISED)).isEqualByComparingTo("12");
        assertThat(announced.due()).isPresent();
        assertThat(GoodsBook.now(blanket).lines().getFirst().done(Step.ORDERED)).isEqualByComparingTo("24");
    }

    private Document callOff(BotEditor page, String sentence) {
        BotEditor callOff = entry(page, "Call off...", "Call-off");
        line(callOff, 2, "1");
        book.picture("call-off");
        return found(posted(callOff, sentence));
    }

}
