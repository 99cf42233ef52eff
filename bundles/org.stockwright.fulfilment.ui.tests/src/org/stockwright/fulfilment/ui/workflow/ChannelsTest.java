package org.stockwright.fulfilment.ui.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Partner;
import org.stockwright.fulfilment.Channels;
import org.stockwright.fulfilment.Channels.State;
import org.stockwright.fulfilment.ui.internal.FulfilmentPerspective;
import org.stockwright.fulfilment.ui.internal.channel.ChannelsView;
import org.stockwright.testkit.ui.BotEditor;
import org.stockwright.testkit.ui.BotShell;
import org.stockwright.testkit.ui.BotView;
import org.stockwright.testkit.ui.StockwrightBot;

import static org.assertj.core.api.Assertions.assertThat;

/** A channel is set up, sends orders of which some are bad, and is told what it may sell. */
class ChannelsTest {

    private static final String CODE = "UI-WEB";

    private final StockwrightBot bot = new StockwrightBot();
    private final GoodsBook book = GoodsBook.open(bot, FulfilmentPerspective.ID);

    @TempDir
    Path shop;

    @AfterEach
    void closeDialogs() {
        book.closeDialogs();
    }

    private void setUp(BotView view) {
        view.bot().button("New channel").click();
        BotEditor editor = bot.editorByTitle("New channel");
        book.settle();
        editor.bot().textWithLabel("Code").setText(CODE);
        editor.bot().textWithLabel("Title").setText("The shop of tests");
        editor.bot().textWithLabel("Settings").setText("{\"folder\": \"" + shop + "\"}");
        editor.bot().textWithLabel("Customer").setText(GoodsBook.partner(Partner.Role.CUSTOMER).code());
        editor.bot().textWithLabel("Buffer").setText("x");
        bot.pressShortcut(SWT.MOD1, 's');
        book.await("what is no number is refused", () -> !editor.notice().isEmpty());
        book.picture("channel-refused");
        editor.bot().textWithLabel("Buffer").setText("2");
        bot.pressShortcut(SWT.MOD1, 's');
        book.await("it is saved", () -> editor.notice().contains("was saved"));
        book.picture("channel-editor");
    }

    private void send(String id, String item, int quantity) throws IOException {
        Files.createDirectories(shop.resolve("inbox"));
        Files.writeString(shop.resolve("inbox").resolve(id + ".json"), "{\"type\": \"order\", \"id\": \"" + id
            + "\", \"lines\": [{\"item\": \"" + item + "\", \"quantity\": " + quantity + ", \"price\": \"2.50\"}]}");
    }

    @Test
    void aBadOrderOfAChannelIsMendedAndTriedAgain() throws IOException {
        Item item = GoodsBook.stocked(1, 4).getFirst();
        BotView view = bot.viewById(ChannelsView.ID);
        book.settle();
        setUp(view);
        send("W-1", item.code(), 1);
        send("W-2", item.code(), -1);
        send("W-3", item.code(), -3);
        view.show();
        book.await("the channel is in the list", () -> view.bot().natTable(0).rowWhere("Channel", CODE) >= 0);
        view.bot().natTable(0).select(view.bot().natTable(0).rowWhere("Channel", CODE));
        book.await("it can be imported from", () -> view.bot().button("Import now").isEnabled());
        view.bot().button("Import now").click();
        book.await("what became of it is told", () -> view.notice().contains("1 are done, 0 are tried again later, 2"));
        book.await("the failed ones are listed", () -> view.bot().natTable(1).rowCount() == 2);
        book.await("and counted", () -> view.bot().natTable(0)
            .cell(view.bot().natTable(0).rowWhere("Channel", CODE), "Failed").equals("2"));
        assertThat(view.bot().natTable(1).cell(0, "What is wrong")).contains("quantity");
        book.picture("channels-dead");

        view.bot().natTable(1).select(view.bot().natTable(1).rowWhere("Message", "W-2"));
        book.await("it can be tried again", () -> view.bot().button("Try again").isEnabled());
        view.bot().button("Try again").click();
        book.await("as it is it fails again", () -> view.notice().contains("W-2 failed again"));
        view.bot().natTable(1).doubleClick(view.bot().natTable(1).rowWhere("Message", "W-2"));
        BotShell letter = bot.shell("Message W-2 of " + CODE);
        book.picture("channel-letter");
        String text = letter.bot().text().getText();
        letter.bot().text().setText(text.replace(": -1", ": 1"));
        letter.bot().button("Send again").click();
        book.closed(letter);
        book.await("it became an order", () -> view.notice().contains("W-2 became SO-"));

        view.bot().natTable(1).select(view.bot().natTable(1).rowWhere("Message", "W-3"));
        book.await("it can be given up", () -> view.bot().button("Give up...").isEnabled());
        view.bot().button("Give up...").click();
        BotShell why = bot.shell("Give up");
        why.bot().text().setText("Entered by hand.");
        why.bot().button("OK").click();
        book.closed(why);
        book.await("nothing is left of the failed ones", () -> view.bot().natTable(1).rowCount() == 0);
        assertThat(GoodsBook.service(Channels.class).queue(Optional.of(CODE), Set.of(), 10))
            .extracting(one -> one.id() + " " + one.state())
            .containsExactlyInAnyOrder("W-1 " + State.DONE, "W-2 " + State.DONE, "W-3 " + State.DISMISSED);

        view.bot().selectTab("What may be sold");
        book.settle();
        view.bot().button("Work out").click();
        book.await("what may be sold is listed", () -> view.bot().natTable(1).rowWhere("Item", item.code()) >= 0);
        book.picture("channel-offer");
        view.bot().button("Tell what may be sold").click();
        book.await("it is told", () -> view.notice().contains("was told of"));
        assertThat(shop.resolve("outbox").resolve("offer-000001.json")).content().contains(item.code());
    }

}
