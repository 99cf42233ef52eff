package org.stockwright.fulfilment.ui.workflow;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Partner;
import org.stockwright.documents.Document;
import org.stockwright.documents.Documents;
import org.stockwright.fulfilment.Allocation;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.Orders;
import org.stockwright.fulfilment.PackedUnit;
import org.stockwright.fulfilment.Packing;
import org.stockwright.fulfilment.PackingRules;
import org.stockwright.fulfilment.Picking;
import org.stockwright.fulfilment.spi.PickStrategy;
import org.stockwright.fulfilment.ui.internal.FulfilmentPerspective;
import org.stockwright.fulfilment.ui.internal.unit.UnitView;
import org.stockwright.testkit.ui.BotShell;
import org.stockwright.testkit.ui.BotView;
import org.stockwright.testkit.ui.StockwrightBot;

import static org.assertj.core.api.Assertions.assertThat;

/** A box that was scanned is found with what is in it, and its label can be printed. */
class UnitTest {

    private static final String BOX = "UI-BOX";

    private final StockwrightBot bot = new StockwrightBot();
    private final GoodsBook book = GoodsBook.open(bot, FulfilmentPerspective.ID);

    @TempDir
    Path folder;

    private String prefix;

    @BeforeEach
    void thereAreBoxesWithNumbers() {
        PackingRules rules = GoodsBook.service(PackingRules.class);
        prefix = rules.companyPrefix();
        GoodsBook.done(rules.setCompanyPrefix("4012345"));
        GoodsBook.done(rules.saveAll(List.of(PackingRules.Rule.box(BOX).units(Optional.empty(),
            Optional.of(BigDecimal.TWO)))));
        book.stage();
    }

    @AfterEach
    void otherTestsHaveTheirOwnBoxes() {
        book.closeDialogs();
        PackingRules rules = GoodsBook.service(PackingRules.class);
        rules.setCompanyPrefix(prefix);
        PackingRules.Rule box = rules.list().stream().filter(rule -> rule.code().equals(BOX)).findFirst().orElseThrow();
        GoodsBook.done(rules.saveAll(List.of(new PackingRules.Rule(box.code(), box.level(), box.packingItem(),
            box.materialPlace(), box.onlyItem(), box.leastUnits(), box.mostUnits(), box.mostWeight(),
            box.mostVolume(), box.tare(), box.outerVolume(), false))));
    }

    private static List<PackedUnit> packed(Item item) {
        Document order = GoodsBook.done(GoodsBook.service(Orders.class).place(OrderRequest.customer(GoodsBook.key(),
            GoodsBook.partner(Partner.Role.CUSTOMER).id(),
            List.of(OrderRequest.Line.of(item.id(), Quantity.of(4, item.unit()))))));
        GoodsBook.done(GoodsBook.service(Allocation.class).allocate(order.id(), Allocation.Choice.BY_POLICY));
        Picking picking = GoodsBook.service(Picking.class);
        Document list = GoodsBook.done(picking.make(new Picking.Wanted(GoodsBook.key(), "single", List.of(order.id()),
            Optional.empty(), PickStrategy.Limits.NONE))).getFirst();
        GoodsBook.done(picking.release(list.id()));
        GoodsBook.done(picking.confirm(
            new Picking.Confirmation(GoodsBook.key(), list.id(), Instant.now(), List.of())));
        return GoodsBook.done(GoodsBook.service(Packing.class).packAll(GoodsBook.key(), order.id(), Instant.now()));
    }

    @Test
    void aUnitIsFoundByScanWithWhatIsInIt() {
        Item item = GoodsBook.stocked(1, 6).getFirst();
        List<PackedUnit> units = packed(item);
        PackedUnit unit = units.getFirst();
        BotView view = bot.viewById(UnitView.ID);
        book.settle();
        book.picture("unit-empty");
        bot.scan("00" + unit.code());
        book.await("it is found", () -> view.bot().shows(unit.code() + "   " + BOX + "   packed"));
        assertThat(view.bot().tree().items()).singleElement().asString().startsWith(unit.code());
        assertThat(view.bot().tree().expandNode(view.bot().tree().items().getFirst())).singleElement().asString()
            .startsWith(item.code());
        book.picture("unit-found");
        bot.scan(item.code());
        book.await("an item is no unit", () -> !view.notice().isEmpty());
        book.picture("unit-unknown");

        Path label = folder.resolve("label.zpl");
        Document order = GoodsBook.service(Documents.class).get(unit.order()).orElseThrow();
        bot.getDisplay().syncExec(() -> ((UnitView) view.getReference()).print(order, unit, label));
        book.await("its label is printed", () -> view.notice().contains("label.zpl was written: the original"));
        assertThat(label).content().contains(unit.code()).doesNotContain(units.getLast().code());

        view.bot().button("Unpack...").click();
        BotShell why = bot.shell("Unpack");
        why.bot().text().setText("The customer changed his mind.");
        why.bot().button("OK").click();
        book.closed(why);
        book.await("it is empty", () -> view.bot().shows(unit.code() + "   " + BOX + "   unpacked"));
    }

}
