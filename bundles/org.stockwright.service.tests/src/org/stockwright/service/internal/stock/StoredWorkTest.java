package org.stockwright.service.internal.stock;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Tracking;
import org.stockwright.documents.Step;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.MovementQuery;
import org.stockwright.reporting.Reports;
import org.stockwright.service.Batch;
import org.stockwright.service.Batch.UnitState;
import org.stockwright.service.Performer;
import org.stockwright.service.Preparations.Plan;
import org.stockwright.service.StoredWork.Basis;
import org.stockwright.service.StoredWork.Freshness;
import org.stockwright.service.StoredWork.Level;
import org.stockwright.service.StoredWork.Lot;
import org.stockwright.service.StoredWork.Proposal;
import org.stockwright.service.StoredWork.WrittenOff;
import org.stockwright.service.Template;
import org.stockwright.testkit.Together;
import org.stockwright.testkit.Warehouse;

import static org.assertj.core.api.Assertions.assertThat;

class StoredWorkTest extends WorkWorld {

    @Test
    void lotsGetOldAndAreWrittenOff() {
        receive("PAPER", 100, "1");
        approved(1, stages());
        Batch first = prepared(4);
        later(Duration.ofDays(5));
        prepared(3);
        opened();
        assertThat(stored().lots(Optional.of(CODE))).extracting(Lot::freshness).containsExactly(Freshness.FRESH,
            Freshness.FRESH);
        assertThat(stored().lots(Optional.empty()).getFirst()).satisfies(lot -> {
            assertThat(lot.lot()).isEqualTo(first.lot());
            assertThat(lot.reserved().amount()).isEqualByComparingTo("1");
            assertThat(lot.free()).isEqualByComparingTo("3");
            assertThat(lot.stage()).isEqualTo("Do COLLECT");
            assertThat(lot.place()).isEqualTo("Q1");
        });
        later(Duration.ofDays(2));
        assertThat(stored().lots(Optional.empty())).extracting(Lot::freshness).containsExactly(Freshness.EXPIRING,
            Freshness.FRESH);
        assertThat(stored().writeOff("w0", Optional.empty(), "expired", now()).value()).isEmpty();
        later(Duration.ofDays(4));
        Level level = stored().levels().getFirst();
        assertThat(List.of(level.fresh(), level.expiring(), level.expired(), level.reserved()))
            .extracting(one -> one.intValueExact()).as("the unit that is held has expired, too")
            .containsExactly(3, 0, 4, 0);
        assertThat(codes(stored().writeOff("w", Optional.empty(), "", now()))).containsExactly("REASON_MISSING");
        List<WrittenOff> written = stored().writeOff("w", Optional.empty(), "expired", now()).value();
        assertThat(written).singleElement().satisfies(one -> {
            assertThat(one.lot()).isEqualTo(first.lot());
            assertThat(one.quantity().amount()).as("what is held stays").isEqualByComparingTo("3");
            assertThat(one.expired()).isEqualTo(TODAY.plusDays(10));
        });
        assertThat(stored().writeOff("w", Optional.empty(), "expired", now()).value()).isEqualTo(written);
        assertThat(codes(stored().writeOff("w", Optional.empty(), "other", now())))
            .containsExactly("KEY_REUSED_WITH_OTHER_CONTENT");
        assertThat(stored().writeOff("v", Optional.empty(), "expired", now()).value()).isEmpty();
        assertThat(onHand("Q1", "DRAFT")).isEqualByComparingTo("4");
        Batch after = preparations().get(first.document()).orElseThrow();
        assertThat(after.count(UnitState.SCRAPPED)).isEqualTo(3);
        assertThat(after.count(UnitState.HELD)).isEqualTo(1);
        assertThat(documents().get(first.document()).orElseThrow().lines().getFirst().done(Step.CANCELLED))
            .isEqualByComparingTo("3");
        assertThat(world.service(org.stockwright.ledger.Stock.class).page(MovementQuery.all(), 0, 100))
            .anyMatch(movement -> "expired".equals(movement.reason()));
    }

    @Test
    void aBatchIsProposedWhenThePositionIsBelowTheMinimum() {
        receive("PAPER", 100, "1");
        approved(1, stages());
        Proposal all = stored().proposals(Basis.TEMPLATE, 30).value().getFirst();
        assertThat(all.units()).isEqualTo(10);
        assertThat(all.quiet()).isPresent();
        prepared(3);
        assertThat(stored().proposals(Basis.TEMPLATE, 30).value()).as("3 are not below the minimum of 3").isEmpty();
        opened();
        Proposal eight = stored().proposals(Basis.TEMPLATE, 30).value().getFirst();
        assertThat(eight.position()).isEqualByComparingTo("2");
        assertThat(eight.units()).isEqualTo(8);
        preparations().plan(Plan.of(key(), CODE, 8)).value();
        assertThat(stored().proposals(Basis.TEMPLATE, 30).value()).as("a batch that is planned counts").isEmpty();
    }

    /** In Auckland, in summer, a day ends at 11:00 UTC. */
    @Test
    void aUnitIsUsableToTheLastMomentOfItsLastDayWhereTheCompanyIs() {
        world.service(CompanyProfiles.class).save(
            new CompanyProfile("Test", Currency.getInstance("EUR"), ZoneId.of("Pacific/Auckland"), false)).value();
        receive("PAPER", 100, "1");
        approved(1, stages(), TODAY.minusDays(1));
        Batch batch = prepared(2);
        assertThat(batch.expires()).contains(LocalDate.of(2026, 1, 25));
        Instant end = Instant.parse("2026-01-25T11:00:00Z");
        world.clock().set(end.minus(1, ChronoUnit.MICROS));
        assertThat(stored().writeOff(key(), Optional.empty(), "old", now()).value()).isEmpty();
        assertThat(stored().lots(Optional.empty()).getFirst().freshness()).isEqualTo(Freshness.EXPIRING);
        assertThat(opened().unit()).isPresent();
        world.clock().set(end);
        assertThat(stored().lots(Optional.empty()).getFirst().freshness()).isEqualTo(Freshness.EXPIRED);
        assertThat(codes(cases().open(storedOnly()))).containsExactly("NO_STORED_UNIT");
        assertThat(stored().writeOff(key(), Optional.empty(), "old", now().minus(1, ChronoUnit.MICROS)).value())
            .as("as of the last moment nothing had expired").isEmpty();
        assertThat(stored().writeOff(key(), Optional.empty(), "old", now()).value()).hasSize(1);
        assertThat(onHand("Q1", "DRAFT")).as("the unit that is held").isEqualByComparingTo("1");
    }

    @Test
    void aWriteOffThatFoundNothingIsNotDoneLaterByItsKey() {
        receive("PAPER", 100, "1");
        approved(1, stages());
        prepared(1);
        opened();
        later(Duration.ofDays(11));
        Instant when = now();
        assertThat(stored().writeOff("w", Optional.empty(), "old", when).value()).as("it is held").isEmpty();
        warehouse.reservations().release(warehouse.reservations().list().getFirst().id()).value();
        assertThat(stored().writeOff("w", Optional.empty(), "old", when).value()).isEmpty();
        assertThat(codes(stored().writeOff("w", Optional.empty(), "other", when)))
            .containsExactly("KEY_REUSED_WITH_OTHER_CONTENT");
        assertThat(onHand("Q1", "DRAFT")).isEqualByComparingTo("1");
    }

    @RepeatedTest(5)
    void ofTwentyWriteOffsWithOneKeyOneIsDone() throws InterruptedException {
        receive("PAPER", 100, "1");
        approved(1, stages());
        Batch batch = prepared(5);
        later(Duration.ofDays(11));
        List<Outcome<List<WrittenOff>>> all = Together.run(20,
            thread -> () -> stored().writeOff("w", Optional.empty(), "old", now()));
        assertThat(all).allSatisfy(one -> assertThat(one.value()).singleElement()
            .satisfies(row -> assertThat(row.quantity().amount()).isEqualByComparingTo("5")));
        assertThat(onHand("Q1", "DRAFT")).isZero();
        assertThat(documents().get(batch.document()).orElseThrow().lines().getFirst().done(Step.CANCELLED))
            .isEqualByComparingTo("5");
    }

    @Test
    void whatNobodyCanBeServedWithIsNoReasonNotToPrepare() {
        receive("PAPER", 100, "1");
        approved(1, stages());
        Batch batch = prepared(5);
        assertThat(stored().proposals(Basis.TEMPLATE, 30).value()).isEmpty();
        warehouse.ledger().post(warehouse.request(key(), MovementLine.of(MovementKind.STATUS, batch.item(),
            Quantity.of(2, Warehouse.PCS), Optional.of(warehouse.place("Q1").id()), Optional.empty())
            .withLot(batch.lot()).withStatus("AVAILABLE", "INSPECTION"))).value();
        Level locked = stored().levels().getFirst();
        assertThat(locked.position()).isEqualByComparingTo("3");
        warehouse.ledger().post(warehouse.request(key(),
            warehouse.line("Q1", "B1", "DRAFT", 1).withLot(batch.lot()))).value();
        assertThat(stored().levels().getFirst().position()).as("nobody looks for it there").isEqualByComparingTo("2");
        assertThat(stored().lots(Optional.empty())).extracting(lot -> lot.onHand().amount().intValueExact())
            .as("all of it is in stock").containsExactlyInAnyOrder(4, 1);
        Proposal proposal = stored().proposals(Basis.TEMPLATE, 30).value().getFirst();
        assertThat(proposal.units()).isEqualTo(8);
    }

    @Test
    void aTemplateWithoutACostOfMissingUnitsDoesNotHideWhatOthersNeed() {
        receive("PAPER", 100, "1");
        approved(1, stages());
        warehouse.items("CALL");
        warehouse.item("CALL-READY", Warehouse.PCS, Tracking.LOT, "");
        Template call = templates().save(new Template("CALL", 0, "Call", Template.State.DRAFT,
            warehouse.itemOf("CALL"), Optional.of(warehouse.itemOf("CALL-READY")),
            Optional.of(warehouse.place("Q1").id()), TODAY, Optional.empty(), 1,
            new Template.Replenishment(number("1"), number("4")),
            new Template.Mismatch(number("0"), Optional.empty()),
            List.of(stage("LOOK", Performer.STAFF, "1", Optional.of(1), "")))).value();
        templates().approve("CALL", call.version()).value();
        opened();
        later(Duration.ofDays(1));
        List<Proposal> proposals = stored().proposals(Basis.DEMAND, 30).value();
        assertThat(proposals).extracting(Proposal::template).containsExactly("CALL", CODE);
        assertThat(proposals.getFirst().basis()).isEqualTo(Basis.TEMPLATE);
        assertThat(proposals.getFirst().units()).isEqualTo(4);
        assertThat(proposals.get(1).basis()).isEqualTo(Basis.DEMAND);
    }

    @Test
    void recordedDemandAsksForTheStockOfTheBoundary() {
        approved(1, stages(), TODAY);
        for (int day = 0; day < 6; day++) {
            for (int i = 0; i <= day % 3; i++) {
                opened();
            }
            later(Duration.ofDays(1));
        }
        Proposal proposal = stored().proposals(Basis.DEMAND, 30).value().getFirst();
        java.math.BigDecimal stock = templates().boundaries(templates().versions(CODE).getLast(),
            templates().recorded(warehouse.itemOf("LETTER"), 30)).value().get(1).stock();
        assertThat(stock).isPositive();
        assertThat(proposal.upTo()).isEqualByComparingTo(stock);
        assertThat(proposal.units()).isEqualTo(stock.intValueExact());
        assertThat(proposal.basis()).isEqualTo(Basis.DEMAND);
    }

    @Test
    void theReportTellsLotsWithTheirFreshnessAndWorth() throws Exception {
        receive("PAPER", 100, "0.25");
        approved(1, stages());
        prepared(4);
        opened();
        Reports reports = world.service(Reports.class);
        List<String> rows = Files.readAllLines(
            reports.render("service-stock", Map.of(), folder.resolve("stock.csv"), Progress.NONE).value());
        assertThat(rows).containsExactly(
            "template,version,batch,lot,item,stages,stage,place,expires,freshness,on_hand,held,unit_cost,value",
            "LETTER,1,SP-000001,SP-000001,DRAFT,1,Do COLLECT,Q1,2026-01-25,fresh,4,1,2.00,8.00");
        assertThat(Files.readAllLines(reports
            .render("service-stock", Map.of("template", "OTHER"), folder.resolve("none.csv"), Progress.NONE).value()))
            .hasSize(1);
        for (String format : List.of("pdf", "html", "xlsx")) {
            assertThat(
                reports.render("service-stock", Map.of(), folder.resolve("stock." + format), Progress.NONE).value())
                .isNotEmptyFile();
        }
        assertThat(Files.readString(folder.resolve("stock.html"))).contains("2026-01-25").contains("fresh");
    }

}
