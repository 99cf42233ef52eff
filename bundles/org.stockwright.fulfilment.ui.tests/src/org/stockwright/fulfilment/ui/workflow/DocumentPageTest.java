package org.stockwright.fulfilment.ui.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Partner;
import org.stockwright.company.Drafts;
import org.stockwright.documents.Attachment;
import org.stockwright.documents.Document;
import org.stockwright.documents.Documents;
import org.stockwright.documents.ui.DocumentPages;
import org.stockwright.fulfilment.Allocation;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.Orders;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.fulfilment.ui.internal.FulfilmentPerspective;
import org.stockwright.testkit.ui.BotEditor;
import org.stockwright.testkit.ui.BotNatTable;
import org.stockwright.testkit.ui.BotShell;
import org.stockwright.testkit.ui.BotView;
import org.stockwright.testkit.ui.StockwrightBot;
import org.stockwright.ui.KeyInput;

import static org.assertj.core.api.Assertions.assertThat;

/** What all documents have: prints, files, notes, reversals, drafts, tasks. */
class DocumentPageTest {

    private static final String ENTRY = "org.stockwright.documents.ui.entry";

    private final StockwrightBot bot = new StockwrightBot();
    private final GoodsBook book = GoodsBook.open(bot, FulfilmentPerspective.ID);

    @TempDir
    Path folder;

    @AfterEach
    void closeDialogs() {
        book.closeDialogs();
    }

    private static OrderRequest request(Item item) {
        return OrderRequest.customer(GoodsBook.key(), GoodsBook.partner(Partner.Role.CUSTOMER).id(),
            List.of(OrderRequest.Line.of(item.id(), Quantity.of(1, item.unit()))));
    }

    private static Document shipped(Item item) {
        Document order = GoodsBook.done(GoodsBook.service(Orders.class).place(request(item)));
        GoodsBook.done(GoodsBook.service(Allocation.class).allocate(order.id(), Allocation.Choice.BY_POLICY));
        return GoodsBook.done(GoodsBook.service(Shipping.class)
            .ship(Shipping.Request.of(GoodsBook.key(), order.id(), Shipping.Ready.HELD, Instant.now())));
    }

    private BotShell printDialog(String form, String target, String told) {
        BotShell dialog = bot.shell("Print");
        dialog.bot().comboBoxWithLabel("Form").setSelection(form);
        dialog.bot().comboBoxWithLabel("To").setSelection(target);
        book.await("the dialog tells " + told, () -> dialog.bot().shows(told));
        return dialog;
    }

    private String print(BotEditor page, Path file, Path last, Runnable asked, String told) {
        asked.run();
        BotShell dialog = printDialog("Delivery note", "Save as PDF", told);
        book.picture("print-dialog");
        dialog.bot().text(last.resolve(page.getTitle() + "-delivery-note.pdf").toString()).setText(file.toString());
        dialog.bot().button("Print").click();
        book.closed(dialog);
        book.await("it was printed", () -> page.notice().contains("Delivery note of " + page.getTitle()));
        return page.notice();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aShipmentIsPrintedGetsAFileAndANoteAndIsReversed() throws IOException {
        Item item = GoodsBook.stocked(1, 4).getFirst();
        Document shipment = shipped(item);
        Document other = shipped(item);
        BotView shipments = bot.view("Shipments").show();
        if (shipments.bot().checkBox("Open only").isChecked()) {
            shipments.bot().checkBox("Open only").click();
        }
        BotNatTable list = shipments.bot().natTable();
        book.await("both are in the list", () -> list.rowWhere("Number", shipment.number()) >= 0
            && list.rowWhere("Number", other.number()) >= 0);
        list.doubleClick(list.rowWhere("Number", shipment.number()));
        BotEditor page = bot.editorByTitle(shipment.number());
        book.settle();

        Path original = folder.resolve("original.html");
        assertThat(print(page, original, Path.of(System.getProperty("user.home")),
            () -> page.bot().button("Print...").click(), "This will be the original")).contains("the original");
        Path copy = folder.resolve("copy.html");
        assertThat(print(page, copy, folder, () -> bot.pressShortcut(SWT.MOD1, 'p'), "It was printed before"))
            .contains("copy, print 2");
        assertThat(read(original)).contains(shipment.number()).doesNotContain("COPY");
        assertThat(read(copy)).contains(shipment.number()).contains("COPY");
        page.bot().selectTab("Prints");
        book.await("the page shows both", () -> page.bot().natTable(0).rowWhere("Form", "Delivery note", "Print",
            "Original") >= 0 && page.bot().natTable(0).rowWhere("Print", "Copy, print 2") >= 0);
        book.picture("document-prints");

        // both from the menu of the list
        shipments.show();
        list.select(list.rowWhere("Number", shipment.number()), list.rowWhere("Number", other.number()));
        list.contextMenu("Print").menu("Shipping label...").click();
        BotShell both = printDialog("Shipping label", "Save for a label printer (ZPL)", "2 documents");
        // where files were saved the last time
        assertThat(both.bot().text(folder.toString()).isEnabled()).isTrue();
        book.picture("print-several");
        both.bot().button("Print").click();
        book.closed(both);
        book.await("both were printed", () -> shipments.notice().contains("2 of 2"));
        assertThat(List.of(shipment, other)).allSatisfy(one -> assertThat(
            read(folder.resolve(one.number() + "-shipping-label.zpl"))).startsWith("^XA").doesNotContain("COPY"));

        page.show();
        page.bot().selectTab("Files");
        book.settle();
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Leave it at the gate.");
        paste(page, letter);
        book.await("the file is attached", () -> attached(shipment).contains("letter.txt"));
        book.await("and shown", () -> page.bot().natTable(0).rowWhere("File", "letter.txt") >= 0);
        book.picture("document-files");
        paste(page, Files.write(folder.resolve("film.avi"), new byte[Documents.MAX_ATTACHMENT + 1]));
        book.await("what is too large is refused", () -> page.notice().contains("Attach a smaller file"));
        assertThat(attached(shipment)).containsExactly("letter.txt");
        page.bot().selectTab("Trail");
        page.bot().textWithLabel("Note").setText("The gate is green.");
        page.bot().button("Add note").click();
        book.await("the note is in the trail",
            () -> page.bot().natTable(0).indexOf("The gate is green.", "Detail") >= 0);

        reversed(page, shipment);
    }

    private static List<String> attached(Document document) {
        return GoodsBook.service(Documents.class).attachments(document.id()).stream().map(Attachment::name).toList();
    }

    private void paste(BotEditor page, Path file) {
        bot.getDisplay().syncExec(() -> {
            Clipboard clipboard = new Clipboard(bot.getDisplay());
            clipboard.setContents(new Object[] { new String[] { file.toString() } },
                new Transfer[] { FileTransfer.getInstance() });
            clipboard.dispose();
        });
        page.bot().natTable(0).setFocus();
        bot.pressShortcut(SWT.MOD1, 'v');
    }

    private void reversed(BotEditor page, Document shipment) {
        page.bot().button("Reverse...").click();
        BotShell dialog = bot.shell("Reverse " + shipment.number());
        dialog.bot().textWithLabel("Reason").setText("The lorry broke down");
        dialog.bot().textWithLabel("Date").setText("t+1");
        dialog.bot().button("Reverse").click();
        book.await("a day to come is refused", () -> dialog.bot().shows("cannot be dated ahead"));
        book.picture("reversal-refused");
        dialog.bot().textWithLabel("Date").setText("t");
        dialog.bot().button("Reverse").click();
        book.closed(dialog);
        book.await("it was reversed", () -> page.notice().contains("was reversed by"));
        assertThat(GoodsBook.now(shipment).state()).isEqualTo("REVERSED");
        book.picture("document-reversed");
    }

    @Test
    void whatIsTypedOfADocumentComesBackAfterACrash() {
        Item item = GoodsBook.items(1).getFirst();
        String customer = GoodsBook.partner(Partner.Role.CUSTOMER).code();
        BotEditor entry = book.entry('o', "Customer order");
        KeyInput input = (KeyInput) entry.getReference().getEditorInput();
        book.type(customer);
        for (int i = 0; i < 5; i++) {
            book.press(SWT.CR);
            book.settle();
        }
        book.type(item.code());
        book.press(SWT.CR);
        book.settle();
        assertThat(entry.bot().shows("Total")).as("a total before a quantity is typed").isFalse();
        book.type("3");
        for (int i = 0; i < 5; i++) {
            book.press(SWT.CR);
        }
        book.await("the line is added", () -> entry.bot().table().rowCount() == 1);
        book.await("the draft is in the book", () -> GoodsBook.service(Drafts.class).list().stream()
            .anyMatch(draft -> draft.content().contains(input.key()) && draft.content().contains(item.code())));
        // nobody saves: the workbench is gone
        bot.closeAllEditors();
        bot.waitForWork();
        bot.getDisplay().asyncExec(() -> {
            try {
                PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().openEditor(input, ENTRY);
            } catch (PartInitException e) {
                throw new IllegalStateException(e);
            }
        });
        BotEditor again = bot.editorByTitle("Customer order");
        book.await("the line is there again", () -> again.bot().table().rowCount() == 1);
        assertThat(again.bot().table().cell(0, 1)).isEqualTo(item.code());
        assertThat(again.bot().table().cell(0, 2)).isEqualTo("3");
        assertThat(again.bot().textWithLabel("Customer").getText()).isEqualTo(customer);
        book.picture("draft-recovered");
        String number = book.post(again, "was placed").split(" ")[0];
        assertThat(GoodsBook.service(Documents.class).find(number)).isPresent();
        assertThat(GoodsBook.service(Drafts.class).list()).as("what is posted is no draft any more")
            .noneMatch(draft -> draft.content().contains(input.key()));
    }

    @Test
    void aTaskLeadsToItsPageAndIsGoneWhenItIsDone() {
        Item item = GoodsBook.stocked(1, 4).getFirst();
        Document order = GoodsBook.done(GoodsBook.service(Orders.class).place(request(item)
            .wanted(Optional.of(LocalDate.now().minusDays(3)), 9)));
        BotView inbox = bot.viewById(DocumentPages.INBOX);
        BotNatTable tasks = inbox.bot().natTable();
        book.await("the order waits", () -> tasks.rowWhere("Number", order.number()) >= 0);
        int row = tasks.rowWhere("Number", order.number());
        assertThat(tasks.cell(row, "Late")).isEqualTo("3 days late");
        book.picture("inbox");
        tasks.doubleClick(row);
        BotEditor page = bot.editorByTitle(order.number());
        book.settle();
        page.bot().button("Allocate").click();
        book.await("stock is held", () -> page.notice().contains("stock is held"));
        book.await("the task is gone", () -> tasks.rowWhere("Number", order.number()) < 0);
        inbox.show();
        book.picture("inbox-later");
    }

}
