package org.stockwright.fulfilment.ui.workflow;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.Handling;
import org.stockwright.catalog.Handling.ItemHandling;
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
    private static final String PALLET = "UI-PALLET";

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
        GoodsBook.done(rules.saveAll(List.of(
            PackingRules.Rule.box(BOX).units(Optional.empty(), Optional.of(BigDecimal.TWO)),
            PackingRules.Rule.box(PALLET).onLevel(PackingRules.PALLET).units(Optional.of(BigDecimal.TWO),
                Optional.of(BigDecimal.TEN)))));
        GoodsBook.staging();
    }

    @AfterEach
    void otherTestsHaveTheirOwnBoxes() {
        book.closeDialogs();
        PackingRules rules = GoodsBook.service(PackingRules.class);
        rules.setCompanyPrefix(prefix);
        GoodsBook.done(rules.saveAll(rules.list().stream().filter(rule -> Set.of(BOX, PALLET).contains(rule.code()))
            .map(rule -> new PackingRules.Rule(rule.code(), rule.level(), rule.packingItem(), rule.materialPlace(),
                rule.onlyItem(), rule.leastUnits(), rule.mostUnits(), rule.mostWeight(), rule.mostVolume(), rule.tare(),
                rule.outerVolume(), false))
            .toList()));
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
        GoodsBook.done(GoodsBook.service(Handling.class).saveAll(List.of(new ItemHandling(item.id(),
            Optional.of(new BigDecimal("1.25")), Optional.of(new BigDecimal("3.5")), "", "", "", "", "",
            Optional.empty()))));
        List<PackedUnit> units = packed(item);
        PackedUnit pallet = units.getFirst();
        PackedUnit unit = units.get(1);
        assertThat(unit.holder()).isEqualTo(pallet.code());
        BotView view = bot.viewById(UnitView.ID);
        book.settle();
        book.picture("unit-empty");
        bot.scan("00" + unit.code());
        book.await("it is found", () -> view.bot().shows(unit.code() + "   " + BOX + "   packed"));
        book.await("and what it weighs", () -> view.bot().shows("2.5 kg, 7 l"));
        String root = view.bot().tree().items().getFirst();
        assertThat(root).as("the pallet that it stands on").isEqualTo(pallet.code() + "  " + PALLET);
        assertThat(view.bot().tree().expandNode(root)).containsExactly(unit.code() + "  " + BOX,
            units.getLast().code() + "  " + BOX);
        assertThat(view.bot().tree().selection()).containsExactly(unit.code() + "  " + BOX);
        assertThat(view.bot().tree().expandNode(root, unit.code() + "  " + BOX)).singleElement().asString()
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
