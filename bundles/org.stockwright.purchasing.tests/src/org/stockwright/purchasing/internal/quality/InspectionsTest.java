package org.stockwright.purchasing.internal.quality;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.PartnerId;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.StockQuery;
import org.stockwright.purchasing.Inspections.Decision;
import org.stockwright.purchasing.Inspections.Extent;
import org.stockwright.purchasing.Inspections.Pending;
import org.stockwright.purchasing.Inspections.Plan;
import org.stockwright.purchasing.Inspections.Request;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.Receipts.Received;
import org.stockwright.purchasing.Receipts.Reversal;
import org.stockwright.purchasing.ReceivingRefusal;
import org.stockwright.purchasing.internal.receiving.Docked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockwright.purchasing.internal.orders.Buying.codes;
import static org.stockwright.purchasing.internal.receiving.Docked.line;

class InspectionsTest {

    @TempDir
    Path folder;

    private Docked docked;

    @BeforeEach
    void open() {
        docked = new Docked(folder);
    }

    @AfterEach
    void close() {
        docked.close();
    }

    private void inspect(String item, Extent extent, int every) {
        docked.inspections().setPlans(List.of(new Plan(Optional.of(docked.buying().item(item)), "", Optional.empty(),
            extent, every))).value();
    }

    private BigDecimal available(String item) {
        return docked.service(Stock.class).onHand(StockQuery.of(docked.buying().item(item), StockQuery.Grouping.ITEM))
            .getFirst().available().amount();
    }

    private Request decision(String key, LineId line, long accepted, long rejected, String reason) {
        return new Request(key, docked.now(), List.of(new Decision(line, BigDecimal.valueOf(accepted),
            BigDecimal.valueOf(rejected), reason)));
    }

    @Test
    void goodsThatWaitAreNotAvailableUntilTheyAreAccepted() {
        inspect("BOLT", Extent.ALL, 1);
        Document order = docked.buying().approved("o", docked.buying().line("BOLT", 100));
        Received received = docked.receive("r1", order, line("BOLT", 100));
        LineId line = received.receipt().lines().getFirst().id();
        assertThat(available("BOLT")).isZero();
        assertThat(docked.inspections().pending(10)).extracting(Pending::receipt, Pending::status)
            .containsExactly(org.assertj.core.groups.Tuple.tuple("GR-000001", "INSPECTION"));
        Document first = docked.inspections().decide(decision("q1", line, 70, 10, "cracked")).value();
        assertThat(first.number()).isEqualTo("QI-000001");
        assertThat(available("BOLT")).isEqualByComparingTo("70");
        assertThat(docked.onHand("DOCK", "BOLT", "REJECTED")).isEqualByComparingTo("10");
        assertThat(docked.buying().first(order).done(Step.REJECTED)).isEqualByComparingTo("10");
        assertThat(docked.inspections().pending(10)).singleElement()
            .satisfies(one -> assertThat(one.pending().amount()).isEqualByComparingTo("20"));
        assertThat(codes(docked.inspections().decide(decision("q2", line, 20, 1, "x"))))
            .containsExactly(ReceivingRefusal.MORE_THAN_PENDING);
        assertThat(codes(docked.inspections().decide(decision("q2", line, 0, 1, ""))))
            .containsExactly(ReceivingRefusal.REASON_MISSING);
        docked.inspections().decide(decision("q3", line, 20, 0, "")).value();
        assertThat(codes(docked.inspections().decide(decision("q4", line, 1, 0, ""))))
            .containsExactly(ReceivingRefusal.NOTHING_PENDING);
        assertThat(codes(docked.receipts()
            .reverse(new Reversal("rr", received.receipt().id(), docked.now(), "wrong"))))
            .containsExactly(ReceivingRefusal.STANDS_ON_IT);
        docked.inspections().reverse(new Reversal("q1r", first.id(), docked.now(), "mixed up")).value();
        assertThat(docked.buying().first(order).done(Step.REJECTED)).isZero();
        assertThat(docked.onHand("DOCK", "BOLT", "INSPECTION")).isEqualByComparingTo("80");
    }

    @Test
    void aPlanCannotBePassedByNamingAStatus() {
        inspect("BOLT", Extent.ALL, 1);
        assertThat(codes(docked.receipts().receive(Receipts.Request.blind("r1", docked.buying().acme(), docked.now(),
            List.of(line("BOLT", 1).in("AVAILABLE", "")))))).containsExactly(ReceivingRefusal.INSPECTION_NEEDED);
    }

    @Test
    void everyThirdReceiptOfASupplierIsInspected() {
        inspect("BOLT", Extent.EVERY_NTH, 3);
        List<String> states = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            docked.blind("r" + i, docked.buying().acme(), line("BOLT", 1));
            states.add(docked.inspections().pending(10).stream().anyMatch(one -> one.receipt()
                .endsWith("" + (docked.warehouse().rows("receipt_line")))) ? "inspected" : "free");
        }
        assertThat(states).containsExactly("inspected", "free", "free", "inspected", "free", "free", "inspected");
        docked.blind("z", docked.buying().zeta(), line("BOLT", 1));
        assertThat(docked.inspections().pending(10)).hasSize(4);
    }

    @Test
    void theNearestPlanHolds() {
        PartnerId acme = docked.buying().acme();
        Plan all = new Plan(Optional.empty(), "", Optional.empty(), Extent.NONE, 1);
        Plan supplier = new Plan(Optional.empty(), "", Optional.of(acme), Extent.ALL, 1);
        Plan metal = new Plan(Optional.empty(), "Metal", Optional.empty(), Extent.NONE, 1);
        Plan bolts = new Plan(Optional.empty(), "Metal/Bolts", Optional.empty(), Extent.ALL, 1);
        Plan item = new Plan(Optional.of(docked.buying().item("BOLT")), "", Optional.empty(), Extent.NONE, 1);
        QualityPlans plans = new QualityPlans(List.of(all, supplier, metal, bolts, item));
        assertThat(plans.of(docked.buying().item("BOLT"), "Metal/Bolts/M6", acme)).hasValue(item);
        assertThat(plans.of(docked.buying().item("NUT"), "Metal/Bolts/M6", acme)).hasValue(bolts);
        assertThat(plans.of(docked.buying().item("NUT"), "Metal/Boltsy", acme)).hasValue(metal);
        assertThat(plans.of(docked.buying().item("NUT"), "Wood", acme)).hasValue(supplier);
        assertThat(plans.of(docked.buying().item("NUT"), "Wood", docked.buying().zeta())).hasValue(all);
        assertThat(codes(docked.inspections().setPlans(List.of(all, all,
            new Plan(item.item(), "Metal", Optional.empty(), Extent.ALL, 1),
            new Plan(Optional.empty(), "X", Optional.empty(), Extent.EVERY_NTH, 0))))).hasSize(3)
            .containsOnly(ReceivingRefusal.BAD_PLAN);
    }

    @Test
    void receivedRejectedAndStockedAddUpPerSupplier() {
        DocumentLine first = docked.blind("r1", docked.buying().acme(),
            line("BOLT", 3).rejecting(BigDecimal.ONE, "", "bent")).receipt().lines().getFirst();
        docked.blind("r2", docked.buying().zeta(), line("NUT", 7));
        assertThat(first.done(Step.REJECTED)).isEqualByComparingTo("1");
        java.time.LocalDate day = java.time.LocalDate.of(2026, 1, 15);
        assertThat(docked.inspections().rejects(day, day)).extracting(one -> one.code() + " " + one.ppm())
            .containsExactly("ACME 333333", "ZETA 0");
        assertThat(docked.inspections().rejects(day.plusDays(1), day.plusDays(9))).isEmpty();
    }

}
