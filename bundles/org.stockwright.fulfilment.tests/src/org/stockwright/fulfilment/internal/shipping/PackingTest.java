package org.stockwright.fulfilment.internal.shipping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.Refusal;
import org.stockwright.base.gs1.Sscc;
import org.stockwright.catalog.Handling;
import org.stockwright.catalog.Handling.ItemHandling;
import org.stockwright.catalog.Tracking;
import org.stockwright.documents.Document;
import org.stockwright.documents.Documents;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.PackedUnit;
import org.stockwright.fulfilment.Packing;
import org.stockwright.fulfilment.PackingRules;
import org.stockwright.fulfilment.PackingRules.Rule;
import org.stockwright.fulfilment.PackingSession;
import org.stockwright.fulfilment.PackingSession.Kind;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.security.AuditQuery;
import org.stockwright.security.AuditTrail;
import org.stockwright.testkit.Warehouse;

import static org.assertj.core.api.Assertions.assertThat;

class PackingTest extends ShippingWorld {

    @BeforeEach
    void stock() {
        warehouse.items("A", "B", "CARTON", "PALLET");
        warehouse.item("L", Warehouse.PCS, Tracking.LOT, "");
        warehouse.bins("PACK", "BOXES");
        receive("B1", "A", 100);
        receive("B2", "L", 5, "L1", Optional.empty());
        receive("BOXES", "CARTON", 20);
        receive("BOXES", "PALLET", 2);
        Handling handling = world.service(Handling.class);
        ItemHandling a = new ItemHandling(warehouse.itemOf("A"), Optional.of(new BigDecimal("0.5")),
            Optional.of(new BigDecimal("2")), "", "", "", "", "", Optional.empty());
        handling.saveAll(List.of(a)).value();
        Rule carton = Rule.box("C10").units(Optional.empty(), Optional.of(BigDecimal.TEN))
            .sized(new BigDecimal("0.3"), Optional.of(new BigDecimal("25")))
            .of(warehouse.itemOf("CARTON"), warehouse.place("BOXES").id());
        Rule pallet = Rule.box("EPAL").onLevel(PackingRules.PALLET)
            .units(Optional.of(new BigDecimal(3)), Optional.of(new BigDecimal(8)))
            .sized(new BigDecimal("25"), Optional.empty())
            .of(warehouse.itemOf("PALLET"), warehouse.place("BOXES").id());
        assertThat(rules().saveAll(List.of(carton, pallet)).value()).isEqualTo(2);
        assertThat(rules().saveAll(List.of(carton, pallet)).value()).isZero();
        assertThat(world.service(AuditTrail.class).page(AuditQuery.of("packing_rule", carton.code()), 0, 9))
            .as("told once, since it changed once").hasSize(1);
        assertThat(rules().list()).hasSize(2);
        rules().setCompanyPrefix("4012345").value();
    }

    @Test
    void theRightBoxesAndPalletsAreUsedUpAndNumberedAndWeighed() {
        Document order = picked(place(line("A", 35)));
        List<PackedUnit> units = packing().packAll(key(), order.id(), world.clock().instant()).value();
        assertThat(units).extracting(PackedUnit::rule).containsExactly("EPAL", "C10", "C10", "C10", "C10");
        assertThat(units).allMatch(unit -> Sscc.parse(unit.code()).isDone() && unit.code().startsWith("04012345"));
        assertThat(units.get(1).holder()).isEqualTo(units.get(0).code());
        assertThat(packing().unit("]C100" + units.get(1).code())).hasValue(units.get(1));
        assertThat(packing().unit("(00)" + units.get(0).code())).hasValue(units.get(0));
        assertThat(packing().unit("]C100012345678901234560")).isEmpty();
        assertThat(units.get(1).weight()).hasValue(new BigDecimal("5.3"));
        assertThat(units.get(0).weight().orElseThrow()).isEqualByComparingTo("43.7");
        assertThat(units.get(0).volume().orElseThrow()).isEqualByComparingTo("100");
        List<Packing.Label> labels = packing().labels(order.id());
        assertThat(labels.get(0).goods()).singleElement()
            .satisfies(goods -> assertThat(goods.quantity()).isEqualByComparingTo("35"));
        assertThat(labels.get(4).goods().getFirst().quantity()).isEqualByComparingTo("5");
        assertThat(labels.get(4).at()).isEqualTo(4);
        assertThat(labels.get(4).of()).isEqualTo(4);
        assertThat(warehouse.onHand("BOXES", "CARTON")).isEqualByComparingTo("16");
        Document shipment = ship(order, Shipping.Ready.PACKED);
        assertThat(warehouse.onHand("PACK", "CARTON")).isZero();
        assertThat(warehouse.onHand("PACK", "PALLET")).isZero();
        assertThat(packing().labels(shipment.id()).getFirst().shipment()).isEqualTo(shipment.number());
    }

    @Test
    void withoutPackingMaterialNothingIsPacked() {
        post(warehouse.line("BOXES", "CUSTOMER", "CARTON", 20));
        Document order = picked(place(line("A", 4)));
        assertThat(packing().packAll(key(), order.id(), world.clock().instant()).refusals())
            .extracting(Refusal::code).containsExactly(LedgerRefusal.WOULD_GO_NEGATIVE);
        assertThat(packing().units(order.id())).isEmpty();
    }

    @Test
    void scansAreVerifiedErrorsCountedAndAnOverrideIsTold() {
        Document order = picked(place(line("A", 3), line("L", 2)));
        PackingSession session = packing().begin(order.id()).value();
        assertThat(packing().scan(session, "C10").kind()).isEqualTo(Kind.UNIT_OPENED);
        assertThat(packing().scan(session, "B").error()).hasValue(PackingSession.Error.ITEM_NOT_IN_ORDER);
        assertThat(packing().close(session, key(), world.clock().instant()).refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.PACKING_MISMATCH);
        session.putAside();
        session.quantity(new BigDecimal(3));
        assertThat(packing().scan(session, "A").kind()).isEqualTo(Kind.GOODS);
        assertThat(packing().scan(session, "A").error()).hasValue(PackingSession.Error.QUANTITY_EXCEEDS_ORDER);
        session.putAside();
        assertThat(packing().scan(session, "L").kind()).isEqualTo(Kind.LOT_WANTED);
        assertThat(packing().scan(session, "L9").error()).hasValue(PackingSession.Error.WRONG_LOT_OR_BIN);
        session.putAside();
        assertThat(packing().scan(session, "B3").error()).hasValue(PackingSession.Error.WRONG_LOT_OR_BIN);
        session.putAside();
        assertThat(packing().scan(session, "what is this").error())
            .hasValue(PackingSession.Error.ITEM_NOT_IN_ORDER);
        session.putAside();
        packing().scan(session, "L");
        assertThat(packing().scan(session, "L1").kind()).isEqualTo(Kind.GOODS);
        assertThat(packing().override(session, " ").refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.OVERRIDE_WITHOUT_REASON);
        packing().override(session, "one is broken, customer knows").value();
        String key = key();
        List<PackedUnit> units = packing().close(session, key, world.clock().instant()).value();
        assertThat(packing().close(session, key, world.clock().instant()).value()).isEqualTo(units);
        assertThat(units).singleElement().satisfies(unit -> assertThat(unit.content()).extracting(
            PackedUnit.Content::item).containsExactly("A", "CARTON", "L"));
        List<Packing.ScanFigure> figures = packing().scanFigures(TODAY, TODAY);
        assertThat(figures).singleElement().satisfies(one -> {
            assertThat(one.scans()).isEqualTo(10);
            assertThat(one.notInOrder()).isEqualTo(2);
            assertThat(one.tooMany()).isEqualTo(1);
            assertThat(one.wrongLotOrBin()).isEqualTo(2);
            assertThat(one.overrides()).isEqualTo(1);
            assertThat(one.errorRate()).isEqualByComparingTo("50");
        });
        assertThat(world.service(Documents.class).trail(order.id())).anySatisfy(
            event -> assertThat(event.detail()).contains("one is broken"));
        // the piece that was not scanned still lies picked
        assertThat(warehouse.reserved("PACK", "L")).isEqualByComparingTo("2");
        Document shipment = ship(order, Shipping.Ready.PACKED);
        assertThat(shipment.lines()).hasSize(2);
        assertThat(now(order).isOpen()).isTrue();
    }

    @Test
    void whatIsPackedCanBePutBack() {
        Document order = picked(place(line("A", 12)));
        packing().packAll(key(), order.id(), world.clock().instant()).value();
        picking().putBack(key(), order.id(), Optional.of(warehouse.place("B3").id()), false,
            world.clock().instant(), "wrong").value();
        assertThat(warehouse.onHand("B3", "A")).isEqualByComparingTo("12");
        assertThat(warehouse.reserved("B3", "A")).isZero();
        assertThat(packing().units(order.id())).allMatch(unit -> unit.state() == PackedUnit.State.UNPACKED);
        assertThat(now(order).state()).isEqualTo("OPEN");
        assertThat(warehouse.reserved("PACK", "CARTON")).isZero();
    }

    @Test
    void aRuleThatMakesNoSenseIsRefused() {
        assertThat(rules().saveAll(List.of(Rule.box("").onLevel(2), Rule.box("X").onLevel(1),
            Rule.box("Y").units(Optional.of(BigDecimal.TEN), Optional.of(BigDecimal.ONE)))).refusals())
            .extracting(Refusal::code).containsOnly(FulfilmentRefusal.BAD_PACKING_RULE).hasSize(3);
        assertThat(rules().setCompanyPrefix("12").isDone()).isFalse();
        assertThat(rules().companyPrefix()).isEqualTo("4012345");
        assertThat(rules().setStagingPlace("nowhere").isDone()).isFalse();
        assertThat(rules().setStagingPlace("PACK").value()).isEqualTo("PACK");
    }

}
