package org.stockwright.fulfilment.internal.packing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.documents.DocumentId;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.PackingRules;
import org.stockwright.fulfilment.PackingRules.Rule;
import org.stockwright.fulfilment.PackingSession;
import org.stockwright.fulfilment.PackingSession.Error;
import org.stockwright.fulfilment.PackingSession.Kind;
import org.stockwright.testkit.Warehouse;

import static org.assertj.core.api.Assertions.assertThat;

/** The choice of boxes and the session at the packing table, without a store. */
class PackingRulesOfThumbTest {

    private static final ItemId BOLT = new ItemId(1);
    private static final ItemId NUT = new ItemId(2);

    private static BigDecimal number(long number) {
        return BigDecimal.valueOf(number);
    }

    private static Rule box(String code, long units) {
        return Rule.box(code).units(Optional.empty(), Optional.of(number(units)));
    }

    private static BoxPlan.Goods goods(ItemId item, long quantity, String weight, String volume) {
        return new BoxPlan.Goods(Optional.of(item), "", number(quantity), BigDecimal.ONE, new BigDecimal(weight),
            new BigDecimal(volume));
    }

    private static List<String> plan(List<Rule> rules, BoxPlan.Goods... goods) {
        return new BoxPlan(rules).of(List.of(goods)).stream()
            .map(one -> one.rule().map(Rule::code).orElse("-") + ":" + (one.boxes().isEmpty() ? one.goods().stream()
                .map(BoxPlan.Goods::quantity).reduce(BigDecimal.ZERO, BigDecimal::add).toPlainString() : one.boxes()))
            .toList();
    }

    @Test
    void theSmallestBoxThatTakesTheRestIsTaken() {
        List<Rule> rules = List.of(box("S", 4), box("M", 10), box("L", 20));
        assertThat(plan(rules, goods(BOLT, 4, "0", "0"))).containsExactly("S:4");
        assertThat(plan(rules, goods(BOLT, 9, "0", "0"))).containsExactly("M:9");
        assertThat(plan(rules, goods(BOLT, 47, "0", "0"))).containsExactly("L:20", "L:20", "M:7");
        assertThat(plan(List.of(), goods(BOLT, 47, "0", "0"))).containsExactly("-:47");
    }

    @Test
    void weightAndVolumeFillABoxToo() {
        Rule heavy = Rule.box("W").limited(Optional.of(number(10)), Optional.empty());
        assertThat(plan(List.of(heavy), goods(BOLT, 7, "3", "0"))).containsExactly("W:3", "W:3", "W:1");
        Rule large = Rule.box("V").limited(Optional.empty(), Optional.of(number(10)));
        assertThat(plan(List.of(large), goods(BOLT, 3, "0", "4"), goods(NUT, 1, "0", "2")))
            .containsExactly("V:3", "V:1");
        // what is too heavy for every box goes by itself
        assertThat(plan(List.of(heavy), goods(BOLT, 2, "11", "0"))).containsExactly("-:2");
    }

    @Test
    void boxesAreStackedWhenThereAreEnough() {
        Rule pallet = Rule.box("P").onLevel(PackingRules.PALLET).units(Optional.of(number(2)),
            Optional.of(number(3)));
        List<Rule> rules = List.of(box("M", 10), pallet);
        assertThat(plan(rules, goods(BOLT, 8, "0", "0"))).containsExactly("M:8");
        assertThat(plan(rules, goods(BOLT, 30, "0", "0"))).containsExactly("M:10", "M:10", "M:10", "P:[0, 1, 2]");
        assertThat(plan(rules, goods(BOLT, 40, "0", "0"))).containsExactly("M:10", "M:10", "M:10", "M:10",
            "P:[0, 1, 2]");
    }

    @Test
    void nothingIsLostAndNoBoxIsTooFullWhateverTheGoods() {
        long seed = 20260115;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            Rule rule = Rule.box("R").units(Optional.empty(), Optional.of(number(1 + random.nextInt(9))))
                .limited(Optional.of(number(1 + random.nextInt(40))), Optional.of(number(1 + random.nextInt(40))));
            List<BoxPlan.Goods> goods = List.of(
                goods(BOLT, 1 + random.nextInt(50), String.valueOf(random.nextInt(12)), "1"),
                goods(NUT, 1 + random.nextInt(50), "1", String.valueOf(random.nextInt(12))));
            List<BoxPlan.Box> boxes = new BoxPlan(List.of(rule)).of(goods);
            for (BoxPlan.Goods one : goods) {
                BigDecimal packed = boxes.stream().flatMap(made -> made.goods().stream())
                    .filter(piece -> piece.item().equals(one.item())).map(BoxPlan.Goods::quantity)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(packed).as("seed " + seed + " round " + round).isEqualByComparingTo(one.quantity());
            }
            for (BoxPlan.Box made : boxes) {
                BigDecimal weight = made.goods().stream().map(one -> one.weight().multiply(one.quantity()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(made.rule().isEmpty() || weight.compareTo(rule.mostWeight().orElseThrow()) <= 0)
                    .as("seed " + seed + " round " + round + " " + made).isTrue();
            }
        }
    }

    private static PackingSession session() {
        return new PackingSession("PS-1", new DocumentId(7), "SO-7", new LocationId(3), "PACK",
            List.of(new PackingSession.Expected(BOLT, "BOLT", false, "", Quantity.of(3, Warehouse.PCS)),
                new PackingSession.Expected(NUT, "NUT", true, "L1", Quantity.of(2, Warehouse.PCS))));
    }

    @Test
    void threeThingsAreErrorsAndNothingGoesOnUntilTheyAreSettled() {
        PackingSession session = session();
        assertThat(session.goods(new ItemId(9), "SCREW", "", BigDecimal.ONE).error())
            .hasValue(Error.ITEM_NOT_IN_ORDER);
        assertThat(session.goods(BOLT, "BOLT", "", BigDecimal.ONE).kind()).isEqualTo(Kind.WAITS);
        assertThat(session.mayClose()).isFalse();
        session.putAside();
        session.quantity(number(4));
        PackingSession.Result tooMany = session.goods(BOLT, "BOLT", "", BigDecimal.ONE);
        assertThat(tooMany.error()).hasValue(Error.QUANTITY_EXCEEDS_ORDER);
        assertThat(tooMany.message().map(Refusal::code)).hasValue(FulfilmentRefusal.QUANTITY_EXCEEDS_ORDER);
        session.putAside();
        assertThat(session.goods(NUT, "NUT", "", number(2)).kind()).isEqualTo(Kind.LOT_WANTED);
        assertThat(session.lot("L2").error()).hasValue(Error.WRONG_LOT_OR_BIN);
        session.putAside();
        assertThat(session.place("OTHER").error()).hasValue(Error.WRONG_LOT_OR_BIN);
        session.putAside();
        assertThat(session.place("pack").kind()).isEqualTo(Kind.PLACE);
        assertThat(session.packed()).isEmpty();
    }

    @Test
    void anOrderIsClosedWhenAllMatchesOrSomebodySaysWhyNot() {
        PackingSession session = session();
        session.open("M", false);
        session.quantity(number(3));
        assertThat(session.goods(BOLT, "BOLT", "", BigDecimal.ONE).unit()).isEqualTo(1);
        assertThat(session.mismatches()).containsExactly("2 PCS of NUT L1 are missing");
        session.goods(NUT, "NUT", "", BigDecimal.ONE);
        assertThat(session.mismatches()).contains("the lot of NUT was not scanned");
        assertThat(session.lot("L1").kind()).isEqualTo(Kind.GOODS);
        assertThat(session.mayClose()).isFalse();
        session.goods(NUT, "NUT", "L1", BigDecimal.ONE);
        assertThat(session.mayClose()).isTrue();
        PackingSession other = session();
        other.goods(BOLT, "BOLT", "", BigDecimal.ONE);
        other.override("the customer takes what is there");
        assertThat(other.mayClose()).isTrue();
        assertThat(other.mismatches()).hasSize(2);
    }

}
