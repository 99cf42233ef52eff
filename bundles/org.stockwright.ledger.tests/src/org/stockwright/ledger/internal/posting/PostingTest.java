package org.stockwright.ledger.internal.posting;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Rational;
import org.stockwright.base.Refusal;
import org.stockwright.base.Unit;
import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingPreview;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.PostingView;
import org.stockwright.testkit.Warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockwright.testkit.Warehouse.PCS;

class PostingTest extends LedgerWorld {

    @Test
    void stockComesGoesAndIsNeverNegative() {
        warehouse.items("BOLT");
        warehouse.bins("A1");
        script("""
            post    M1  SUPPLIER  A1        BOLT  10 PCS  posted
            post    M1  SUPPLIER  A1        BOLT  10 PCS  repeated
            post    M1  SUPPLIER  A1        BOLT  11 PCS  KEY_REUSED_WITH_OTHER_CONTENT
            post    M2  A1        CUSTOMER  BOLT  12 PCS  WOULD_GO_NEGATIVE(10 PCS)
            post    M2  A1        CUSTOMER  BOLT  4 PCS   posted
            onhand  A1            BOLT      6 PCS
            post    M3  CUSTOMER  A1        BOLT  1 PCS   posted
            onhand  A1            BOLT      7 PCS
            """);
    }

    @Test
    void aBoxOfNineBoughtAndNinePiecesSoldLeaveNothing() {
        warehouse.items("CUP");
        warehouse.bins("C1");
        warehouse.pack("BOX9", PCS, 9);
        script("""
            post    C1  SUPPLIER  C1        CUP  1 BOX9  posted
            post    C2  C1        CUSTOMER  CUP  4 PCS   posted
            post    C3  C1        CUSTOMER  CUP  5 PCS   posted
            onhand  C1            CUP       0 PCS
            post    C4  C1        CUSTOMER  CUP  1 BOX9  WOULD_GO_NEGATIVE(0 PCS)
            """);
    }

    @Test
    void unitsConvertExactlyOrAreRefused() {
        warehouse.item("FLOUR", Warehouse.KG, Tracking.NONE, "");
        warehouse.items("NUT");
        warehouse.bins("F1");
        script("""
            post    F1  SUPPLIER  F1        FLOUR  2.5 KG  posted
            post    F2  F1        CUSTOMER  FLOUR  300 G   posted
            onhand  F1            FLOUR     2.2 KG
            post    F3  SUPPLIER  F1        NUT    1 KG    DIMENSIONS_DIFFER
            """);
        Quantity half = Quantity.of("0.5", new Unit("HALF", "count",
            Rational.ONE, 1, new BigDecimal("0.5")));
        assertThat(codes(post("F4", warehouse.line("SUPPLIER", "F1", "NUT", half))))
            .containsExactly("QUANTITY_DOES_NOT_FIT");
        assertThat(codes(post("F5", warehouse.line("SUPPLIER", "F1", "NUT", 0)))).containsExactly(
            "QUANTITY_NOT_POSITIVE");
    }

    @Test
    void theRefusalSaysWhatFitsAndWhoHoldsTheRest() {
        warehouse.items("GEAR");
        warehouse.bins("G1");
        warehouse.pack("BOX3", PCS, 3);
        script("""
            post  G1  SUPPLIER  G1  GEAR  10 PCS  posted
            hold  GH  G1  GEAR  3 PCS  PL-0042  done
            """);
        Outcome<PostingReceipt> outcome = post("G2", warehouse.line("G1", "CUSTOMER", "GEAR", Quantity.of(3,
            warehouse.unitOf("BOX3"))));
        Refusal refusal = outcome.refusals().getFirst();
        assertThat(refusal.sentence()).isEqualTo("Only 7 PCS of GEAR are free at G1, 9 PCS were asked for");
        assertThat(refusal.hint()).isEqualTo("The largest quantity that fits is 2 BOX3 (7 PCS). "
            + "3 PCS are held by PL-0042 of 08:00.");
        assertThat(refusal.place()).isEqualTo(Refusal.Place.line(1));
    }

    @Test
    void aDocumentIsAllOrNothingAndTellsAllRefusalsOfTheFirstFailingStage() {
        warehouse.items("D1", "D2", "D3");
        warehouse.bins("DB");
        warehouse.setItem("D3", "active", 0);
        post("DR", warehouse.line("SUPPLIER", "DB", "D1", 5), warehouse.line("SUPPLIER", "DB", "D2", 5)).value();
        assertThat(codes(post("DX", warehouse.line("DB", "CUSTOMER", "D1", 1), warehouse.line("DB", "CUSTOMER", "D2",
            6)))).containsExactly("WOULD_GO_NEGATIVE");
        assertThat(warehouse.onHand("DB", "D1")).isEqualByComparingTo("5");
        Outcome<PostingReceipt> two = post("DY", warehouse.line("DB", "CUSTOMER", "D1", 6),
            warehouse.line("DB", "CUSTOMER", "D2", 7));
        assertThat(codes(two)).containsExactly("WOULD_GO_NEGATIVE", "WOULD_GO_NEGATIVE");
        assertThat(two.refusals()).extracting(refusal -> refusal.place().line()).containsExactlyInAnyOrder(1L, 2L);
        // the item's stage comes before the quantity's, whatever the line
        assertThat(codes(post("DZ", warehouse.line("DB", "CUSTOMER", "D1", 0),
            warehouse.line("DB", "CUSTOMER", "D3", 1)))).containsExactly("ITEM_INACTIVE");
    }

    @Test
    void eachStageRefusesBeforeTheNext() {
        warehouse.items("P");
        warehouse.item("PL", PCS, Tracking.LOT, "");
        warehouse.bins("PB", "PC");
        MovementLine good = warehouse.line("SUPPLIER", "PB", "P", 1);
        assertThat(codes(post("", good))).containsExactly("BAD_KEY");
        assertThat(codes(post("x".repeat(129), good))).containsExactly("BAD_KEY");
        assertThat(codes(post("P0"))).containsExactly("NO_LINES");
        assertThat(codes(post("P1", good.withLot("L1")))).containsExactly("NOT_TRACKED");
        assertThat(codes(post("P1", good.withStatus("NEW", "")))).containsExactly("UNKNOWN_STATUS");
        assertThat(codes(post("P1", good.withReason("r".repeat(201))))).containsExactly("BAD_TEXT");
        assertThat(codes(post("P1", good.withUnitCost(new BigDecimal("-1"))))).containsExactly("BAD_COST");
        assertThat(codes(post("P1", warehouse.line("SUPPLIER", "PB", "PL", 1)))).containsExactly("LOT_MISSING");
        assertThat(codes(post("P1", warehouse.line("PB", "CUSTOMER", "PL", 1).withLot("?"))))
            .containsExactly("UNKNOWN_LOT");
        assertThat(codes(post("P1", warehouse.line("PB", "PB", "P", 1)))).containsExactly("NOTHING_MOVES");
        assertThat(codes(post("P1", MovementLine.of(MovementKind.TRANSFER, warehouse.itemOf("P"),
            Quantity.of(1, PCS), Optional.of(warehouse.place("PB").id()), Optional.empty()))))
            .containsExactly("PLACE_MISSING");
        assertThat(codes(post("P1", MovementLine.of(MovementKind.RECEIPT, warehouse.itemOf("P"),
            Quantity.of(1, PCS), Optional.of(warehouse.place("PB").id()),
            Optional.of(warehouse.place("PC").id()))))).containsExactly("PLACES_DO_NOT_FIT");
        assertThat(codes(warehouse.ledger().post(new PostingRequest("P1", Instant.MAX, List.of(good), "", "",
            "")))).containsExactly("BAD_INSTANT");
        assertThat(warehouse.ledger().find("P1")).isEmpty();
    }

    @Test
    void locksOnAnItemAPlaceOrWhatItIsPartOfRefuse() {
        warehouse.items("LK");
        warehouse.bins("LB");
        script("""
            post    L1  SUPPLIER  LB        LK  3 PCS  posted
            lock    MAIN  stocktaking
            post    L2  LB        CUSTOMER  LK  9 PCS  LOCATION_LOCKED(MAIN)
            lock    MAIN  -
            post    L2  LB        CUSTOMER  LK  1 PCS  posted
            """);
        warehouse.setItem("LK", "lock_reason", "recall");
        assertThat(codes(post("L3", warehouse.line("LB", "CUSTOMER", "LK", 1)))).containsExactly("ITEM_LOCKED");
    }

    @Test
    void anAdjustmentGoesEitherWay() {
        warehouse.items("ADJ");
        warehouse.bins("AB");
        MovementLine more = MovementLine.of(MovementKind.ADJUST, warehouse.itemOf("ADJ"), Quantity.of(5, PCS),
            Optional.empty(), Optional.of(warehouse.place("AB").id()));
        MovementLine less = MovementLine.of(MovementKind.ADJUST, warehouse.itemOf("ADJ"), Quantity.of(-2, PCS),
            Optional.empty(), Optional.of(warehouse.place("AB").id()));
        post("ADJ1", more).value();
        post("ADJ2", less).value();
        assertThat(warehouse.onHand("AB", "ADJ")).isEqualByComparingTo("3");
        PostingView view = warehouse.ledger().find("ADJ2").orElseThrow();
        assertThat(view.movements().getFirst().from()).isEqualTo("AB");
        assertThat(view.movements().getFirst().to()).isEqualTo("COUNT-DIFFERENCE");
        assertThat(view.movements().getFirst().quantity()).isEqualTo(Quantity.of(2, PCS));
        assertThat(view.movements().getFirst().entered().amount()).isEqualByComparingTo("-2");
    }

    @Test
    void aStatusChangeIsAMovementAndOnlyAvailableStockCanBeHeld() {
        warehouse.items("QC");
        warehouse.bins("QB");
        MovementLine receipt = warehouse.line("SUPPLIER", "QB", "QC", 6).withStatus("INSPECTION", "");
        post("QC1", receipt).value();
        script("hold  QH  QB  QC  1 PCS  PL-1  NOT_ENOUGH_FREE(0 PCS)");
        MovementLine accept = MovementLine.of(MovementKind.STATUS, warehouse.itemOf("QC"), Quantity.of(4, PCS),
            Optional.of(warehouse.place("QB").id()), Optional.empty()).withStatus("INSPECTION", "AVAILABLE");
        post("QC2", accept).value();
        script("""
            hold    QH  QB  QC  5 PCS  PL-1  NOT_ENOUGH_FREE(4 PCS)
            hold    QH  QB  QC  4 PCS  PL-1  done
            onhand  QB  QC  6 PCS
            """);
    }

    @Test
    void lotsAreMadeByWhatComesInAndExpireByShelfLife() {
        warehouse.item("MILK", PCS, Tracking.LOT, "");
        warehouse.setItem("MILK", "shelf_life_days", 10);
        warehouse.bins("MB");
        script("""
            post    K1  SUPPLIER  MB        MILK  5 PCS  lot=L1  posted
            post    K2  SUPPLIER  MB        MILK  5 PCS  lot=L2  posted
            post    K3  MB        CUSTOMER  MILK  6 PCS  lot=L1  WOULD_GO_NEGATIVE(5 PCS)
            post    K3  MB        CUSTOMER  MILK  5 PCS  lot=L1  posted
            onhand  MB  MILK  5 PCS
            """);
        assertThat(warehouse.work().<LocalDate>read(transaction -> {
            try (var select = transaction.connection().prepareStatement("SELECT expires_on FROM lot WHERE code = 'L1'");
                var row = select.executeQuery()) {
                row.next();
                return row.getDate(1).toLocalDate();
            }
        })).isEqualTo("2026-01-25");
        MovementLine other = warehouse.line("SUPPLIER", "MB", "MILK", 1);
        MovementLine late = new MovementLine(other.kind(), other.item(), other.quantity(), other.from(), other.to(),
            "L2", Optional.of(LocalDate.parse("2027-01-01")), other.owner(), other.status(), "", "", "",
            Optional.empty(), "");
        assertThat(post("K4", late).value().warnings()).extracting(warning -> warning.code().name())
            .containsExactly("LOT_EXPIRES_OTHERWISE");
    }

    @Test
    void aSerialNumberIsOnePieceAtOnePlace() {
        warehouse.item("PUMP", PCS, Tracking.SERIAL, "");
        warehouse.bins("S1", "S2");
        script("""
            post    S1  SUPPLIER  S1        PUMP  2 PCS  lot=SN1  SERIAL_IS_ONE_PIECE(SN1)
            post    S1  SUPPLIER  S1        PUMP  1 PCS  SERIAL_MISSING(PUMP)
            post    S1  SUPPLIER  S1        PUMP  1 PCS  lot=SN1  posted
            post    S2  SUPPLIER  S2        PUMP  1 PCS  lot=SN1  SERIAL_ON_HAND_ALREADY(SN1)
            post    S3  S2        CUSTOMER  PUMP  1 PCS  lot=SN1  WOULD_GO_NEGATIVE(0 PCS)
            post    S4  S1        S2        PUMP  1 PCS  lot=SN1  posted
            post    S5  S2        CUSTOMER  PUMP  1 PCS  lot=SN1  posted
            post    S6  CUSTOMER  S1        PUMP  1 PCS  lot=SN1  posted
            reverse  S5  S5R  delivered after all  SERIAL_ON_HAND_ALREADY(SN1)
            policy  BIN  ALLOW  done
            post    S7  S2        CUSTOMER  PUMP  1 PCS  lot=SN1  WOULD_GO_NEGATIVE(0 PCS)
            policy  BIN  BLOCK  done
            """);
        MovementLine twice = warehouse.line("SUPPLIER", "S1", "PUMP", 1).withLot("SN9");
        assertThat(codes(post("S8", twice, twice))).containsExactly("SERIAL_ON_HAND_ALREADY");
    }

    @Test
    void aSerialNumberThatWentOutAndCameBackInOneDocumentIsUndoneAlongItsWay() {
        warehouse.item("DRILL", PCS, Tracking.SERIAL, "");
        warehouse.bins("D1", "D2");
        script("post  D0  SUPPLIER  D1  DRILL  1 PCS  lot=SN1  posted");
        MovementLine out = warehouse.line("D1", "CUSTOMER", "DRILL", 1).withLot("SN1");
        MovementLine back = warehouse.line("CUSTOMER", "D2", "DRILL", 1).withLot("SN1");
        assertThat(codes(post("D-LOAN", out, back))).isEmpty();
        script("""
            reverse  D-LOAN  D-UNDONE  never lent  posted
            post     D3  D1  D2  DRILL  1 PCS  lot=SN1  posted
            """);
    }

    @Test
    void stockOfOthersIsApart() {
        warehouse.items("OWN");
        warehouse.bins("OB");
        MovementLine receipt = warehouse.line("SUPPLIER", "OB", "OWN", 5);
        MovementLine theirs = new MovementLine(receipt.kind(), receipt.item(), receipt.quantity(), receipt.from(),
            receipt.to(), "", Optional.empty(), warehouse.owner("ACME"), receipt.status(), "", "", "",
            Optional.empty(), "");
        post("OW1", theirs).value();
        assertThat(codes(post("OW2", warehouse.line("OB", "CUSTOMER", "OWN", 1)))).containsExactly("WOULD_GO_NEGATIVE");
    }

    @Test
    void handlingUnitsAreMadeByReceiptsAndKeptApart() {
        warehouse.items("HU");
        warehouse.bins("HB");
        MovementLine line = warehouse.line("SUPPLIER", "HB", "HU", 5);
        post("HU1", unit(line, "", "PAL-1")).value();
        MovementLine issue = warehouse.line("HB", "CUSTOMER", "HU", 2);
        assertThat(codes(post("HU2", issue))).containsExactly("WOULD_GO_NEGATIVE");
        assertThat(codes(post("HU2", unit(issue, "PAL-2", "")))).containsExactly("UNKNOWN_HANDLING_UNIT");
        post("HU2", unit(issue, "PAL-1", "")).value();
        assertThat(warehouse.onHand("HB", "HU")).isEqualByComparingTo("3");
    }

    private static MovementLine unit(MovementLine line, String from, String to) {
        return new MovementLine(line.kind(), line.item(), line.quantity(), line.from(), line.to(), "",
            Optional.empty(), line.owner(), line.status(), "", from, to, Optional.empty(), "");
    }

    @Test
    void documentNumbersHaveNoGaps() {
        warehouse.items("NUM");
        warehouse.bins("NB");
        script("""
            post  N1  SUPPLIER  NB  NUM  1 PCS  series=GRN  posted
            post  N2  NB  CUSTOMER  NUM  9 PCS  series=GRN  WOULD_GO_NEGATIVE
            post  N3  SUPPLIER  NB  NUM  1 PCS  series=GRN  posted
            """);
        assertThat(warehouse.ledger().find("N3").orElseThrow().number()).isEqualTo("GRN-000002");
        assertThat(warehouse.ledger().find("GRN-000002").orElseThrow().key()).isEqualTo("N3");
        assertThat(warehouse.ledger().search("GRN-", 10)).extracting(PostingView::key).containsExactly("N3", "N1");
    }

    @Test
    void aPreviewShowsTheEffectsAndStoresNothing() {
        warehouse.items("PRE");
        warehouse.bins("VB");
        post("PV1", warehouse.line("SUPPLIER", "VB", "PRE", 5)).value();
        PostingPreview preview = warehouse.ledger()
            .preview(warehouse.request("PV2", warehouse.line("VB", "CUSTOMER", "PRE", 2))).value();
        assertThat(preview.effects()).containsExactly(new PostingPreview.Effect("PRE", "VB", "", "AVAILABLE",
            Quantity.of(5, PCS), Quantity.of(3, PCS)));
        assertThat(warehouse.onHand("VB", "PRE")).isEqualByComparingTo("5");
        assertThat(warehouse.ledger().find("PV2")).isEmpty();
        assertThat(codes(warehouse.ledger().preview(warehouse.request("PV2", warehouse.line("VB", "CUSTOMER", "PRE",
            6))))).containsExactly("WOULD_GO_NEGATIVE");
    }

    @Test
    void aReversalUndoesOnceWithAReasonAndItsOwnDate() {
        warehouse.items("REV");
        warehouse.bins("RB");
        script("""
            post     R1  SUPPLIER  RB        REV  5 PCS  series=REV  posted
            post     R2  RB        CUSTOMER  REV  2 PCS  posted
            reverse  R1  R1X  wrong supplier  WOULD_GO_NEGATIVE(3 PCS)
            reverse  R2  R2X  -               REASON_MISSING
            reverse  NO  R2X  typed wrong     UNKNOWN_POSTING(NO)
            reverse  R2  R2X  typed wrong     posted
            reverse  R2  R2X  typed wrong     repeated
            reverse  R2  R2X  other words     KEY_REUSED_WITH_OTHER_CONTENT
            reverse  R2  R2Y  typed wrong     REVERSED_ALREADY(R2)
            reverse  R2X  R2Z  typed wrong    IS_A_REVERSAL(R2X)
            onhand   RB  REV  5 PCS
            reverse  REV-000001  R1X  wrong supplier  posted
            onhand   RB  REV  0 PCS
            """);
        PostingView reversal = warehouse.ledger().find("R2X").orElseThrow();
        assertThat(reversal.reverses()).contains("R2");
        assertThat(reversal.note()).isEqualTo("typed wrong");
        assertThat(reversal.movements().getFirst().reverses()).isPresent();
        assertThat(reversal.movements().getFirst().from()).isEqualTo("CUSTOMER");
        assertThat(warehouse.ledger().find("R2").orElseThrow().reversedBy()).contains("R2X");
        assertThat(warehouse.ledger().find("R1X").orElseThrow().number()).isEqualTo("REV-000002");
    }

    @Test
    void aBackdatedReversalKeepsTheDateThatWasAsked() {
        warehouse.items("BACK");
        warehouse.bins("BB");
        post("B1", warehouse.line("SUPPLIER", "BB", "BACK", 5)).value();
        var then = world.clock().instant().minus(Duration.ofDays(2));
        warehouse.ledger().reverse("B1", "B1X", Optional.of(then), "not ours").value();
        assertThat(warehouse.ledger().find("B1X").orElseThrow().movements().getFirst().effective()).isEqualTo(then);
    }

    private Outcome<PostingReceipt> post(String key, MovementLine... lines) {
        return warehouse.ledger().post(warehouse.request(key, lines));
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.refusals().stream().map(refusal -> refusal.code().name()).toList();
    }

}
