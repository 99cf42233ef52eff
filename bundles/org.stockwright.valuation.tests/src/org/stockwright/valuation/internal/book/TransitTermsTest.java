package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.testkit.World;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.Periods;
import org.stockwright.valuation.TransitTerms;
import org.stockwright.valuation.TransitTerms.Direction;
import org.stockwright.valuation.TransitTerms.Incoterm;
import org.stockwright.valuation.TransitTerms.Point;
import org.stockwright.valuation.TransitTerms.Terms;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValuationRefusal;
import org.stockwright.valuation.ValuePreview;
import org.stockwright.valuation.ValueQuery;
import org.stockwright.valuation.ValueRow;
import org.stockwright.valuation.ValueRow.Whose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class TransitTermsTest extends ValueWorld {

    @BeforeEach
    void places() {
        transit("SEA", Direction.INBOUND, Incoterm.DAP);
        transit("LORRY", Direction.OUTBOUND, Incoterm.FOB);
        warehouse.items("BOLT");
    }

    private Outcome<Integer> set(String place, Direction direction, Optional<Incoterm> rule, Optional<Point> point,
        Optional<Instant> from) {
        return world.service(TransitTerms.class).set(List.of(new Terms(place, direction, rule, point, from)),
            Progress.NONE);
    }

    private List<ValueRow> bySite(ValueQuery query) {
        return world.service(Valuation.class).value(new ValueQuery(query.item(), query.category(), query.asOf(),
            query.knownAt(), query.method(), true), Progress.NONE);
    }

    private void arrives(String key, double day, long pieces) {
        done(key, day(day), warehouse.line("SUPPLIER", "SEA", "BOLT", pieces).withUnitCost(new BigDecimal("5")));
    }

    @Test
    void whatContradictsItselfIsRefused() {
        assertThat(set("MAIN", Direction.INBOUND, Optional.of(Incoterm.FOB), Optional.empty(), Optional.empty())
            .refusals().getFirst().code()).isEqualTo(ValuationRefusal.NO_TRANSIT);
        assertThat(set("NOPE", Direction.OWN, Optional.empty(), Optional.empty(), Optional.empty())
            .refusals().getFirst().code()).isEqualTo(ValuationRefusal.NO_TRANSIT);
        assertThat(set("SEA", Direction.INBOUND, Optional.empty(), Optional.empty(), Optional.empty())
            .refusals().getFirst().code()).isEqualTo(ValuationRefusal.BAD_TERMS);
        assertThat(set("SEA", Direction.OWN, Optional.of(Incoterm.FOB), Optional.empty(), Optional.empty())
            .refusals().getFirst().code()).isEqualTo(ValuationRefusal.BAD_TERMS);
        assertThat(world.service(TransitTerms.class).list()).hasSize(2);
    }

    @Test
    void thePointThatWasSaidComesBeforeTheRule() {
        assertThat(set("SEA", Direction.INBOUND, Optional.of(Incoterm.DAP), Optional.of(Point.ORIGIN),
            Optional.empty()).value()).isEqualTo(1);
        assertThat(set("SEA", Direction.INBOUND, Optional.of(Incoterm.DAP), Optional.of(Point.ORIGIN),
            Optional.empty()).value()).as("known already").isZero();
        assertThat(world.service(TransitTerms.class).list()).extracting(TransitTerms.Decision::whose)
            .containsExactly(Whose.SUPPLIER, Whose.CUSTOMER, Whose.OURS);
        arrives("R1", 1, 10);
        assertThat(value("BOLT")).isEqualByComparingTo("50");
    }

    @Test
    void goodsThatAreNotOursAreShownApartAndCountNowhere() {
        method(CostMethod.FIFO);
        arrives("R1", 1, 10);
        done("T1", day(2), warehouse.line("SEA", "MAIN", "BOLT", 4));
        done("T2", day(3), warehouse.line("MAIN", "LORRY", "BOLT", 3));
        assertThat(value("BOLT")).isEqualByComparingTo("5");
        assertThat(account("1300")).isEqualByComparingTo("5");
        assertThat(account("1310")).isEqualByComparingTo("0");
        assertThat(account("2150")).isEqualByComparingTo("-20");
        assertThat(account("5000")).isEqualByComparingTo("15");
        assertThat(bySite(ValueQuery.all())).extracting(ValueRow::site, ValueRow::whose, row -> row.value().intValue(),
            row -> row.onHand().amount().intValue())
            .containsExactlyInAnyOrder(tuple("MAIN", Whose.OURS, 5, 1),
                tuple("SEA", Whose.SUPPLIER, 30, 6),
                tuple("LORRY", Whose.CUSTOMER, 15, 3));
        ValueRow all = world.service(Valuation.class).value(ValueQuery.all(), Progress.NONE).getFirst();
        assertThat(all.value()).isEqualByComparingTo("5");
        assertThat(all.onHand().amount()).isEqualByComparingTo("1");
        assertThat(all.unitCost().orElseThrow()).isEqualByComparingTo("5");
        assertThat(world.service(Valuation.class)
            .value(ValueQuery.all().by(CostMethod.LIFO), Progress.NONE).getFirst().value()).isEqualByComparingTo("5");
        assertThat(bySite(ValueQuery.all().by(CostMethod.LIFO)).stream().map(ValueRow::stockValue)
            .reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("5");
    }

    @Test
    void aLateCostFollowsGoodsThatBecameOursOnTheirWay() {
        method(CostMethod.FIFO);
        arrives("R1", 1, 10);
        set("SEA", Direction.INBOUND, Optional.of(Incoterm.FOB), Optional.empty(), Optional.of(day(2))).value();
        done("T1", day(3), warehouse.line("SEA", "MAIN", "BOLT", 10));
        done("I1", day(4), out("BOLT", 10));
        world.service(LateCosts.class).post(new LateCosts.Request("F1", day(5),
            List.of(new LateCosts.Target("R1", Optional.empty(), Optional.empty())), Cost.of(new BigDecimal("7")),
            LateCosts.Basis.VALUE, "F-1", "")).value();
        assertThat(account("5000")).isEqualByComparingTo("57");
    }

    @Test
    void aWriteDownTouchesOnlyWhatIsOurs() {
        method(CostMethod.FIFO);
        arrives("R1", 1, 10);
        done("T1", day(2), warehouse.line("SEA", "MAIN", "BOLT", 4));
        LateCosts costs = world.service(LateCosts.class);
        assertThat(costs.writeDown("W1", warehouse.itemOf("BOLT"), new BigDecimal("21"), day(3), "old").isDone())
            .isFalse();
        costs.writeDown("W2", warehouse.itemOf("BOLT"), new BigDecimal("20"), day(3), "old").value();
        assertThat(value("BOLT")).isEqualByComparingTo("0");
        done("T2", day(4), warehouse.line("SEA", "MAIN", "BOLT", 6));
        assertThat(value("BOLT")).isEqualByComparingTo("30");
    }

    @Test
    void closingSealsOurStockAndKeepsTermsOutOfThePast() {
        arrives("R1", 1, 10);
        done("T1", day(2), warehouse.line("SEA", "MAIN", "BOLT", 4));
        LocalDate last = day(3).atZone(ZoneOffset.UTC).toLocalDate();
        Periods periods = world.service(Periods.class);
        Periods.Period closed = periods.close(last, Periods.State.CLOSED, "done", Progress.NONE).value();
        assertThat(closed.decisions().getFirst().value()).isEqualByComparingTo("20");
        assertThat(closed.decisions().getFirst().quantity()).isEqualByComparingTo("4");
        assertThat(set("SEA", Direction.INBOUND, Optional.of(Incoterm.FOB), Optional.empty(), Optional.of(day(2)))
            .refusals().getFirst().code()).isEqualTo(ValuationRefusal.PERIOD_CLOSED);
        assertThat(set("LORRY", Direction.OUTBOUND, Optional.of(Incoterm.DAP), Optional.empty(), Optional.of(day(2)))
            .isDone()).as("nothing was ever there").isTrue();
        assertThat(set("SEA", Direction.INBOUND, Optional.of(Incoterm.FOB), Optional.empty(), Optional.of(day(5)))
            .isDone()).isTrue();
        assertThat(value("BOLT")).isEqualByComparingTo("50");
        assertThat(periods.verify(Progress.NONE)).allMatch(row -> row.agrees());
    }

    @Test
    void whatWasKnownBeforeTheTermsWereDecidedStaysKnown() {
        arrives("R1", 1, 10);
        Instant before = world.clock().instant();
        world.clock().set(World.START.plusSeconds(86_400));
        set("SEA", Direction.INBOUND, Optional.of(Incoterm.FOB), Optional.empty(), Optional.of(day(2))).value();
        assertThat(world.service(Valuation.class).value(ValueQuery.all().at(Optional.of(day(3)), Optional.of(before)),
            Progress.NONE)).as("nothing was ours").isEmpty();
        assertThat(bySite(ValueQuery.all().at(Optional.of(day(3)), Optional.of(before)))).singleElement()
            .satisfies(row -> assertThat(row.whose()).isEqualTo(Whose.SUPPLIER));
        assertThat(world.service(Valuation.class).layers(warehouse.itemOf("BOLT"), Optional.of(day(3)),
            Optional.of(before), Optional.empty())).singleElement()
            .satisfies(layer -> assertThat(layer.isOurs()).isFalse());
        assertThat(world.service(Valuation.class).value(ValueQuery.all().at(Optional.of(day(3)), Optional.empty()),
            Progress.NONE)).singleElement().satisfies(row -> assertThat(row.value()).isEqualByComparingTo("50"));
    }

    @Test
    void termsOfTheFutureCountWhenTheirTimeHasCome() {
        arrives("R1", 1, 10);
        Instant later = world.clock().instant().plusSeconds(3600);
        set("SEA", Direction.INBOUND, Optional.of(Incoterm.FOB), Optional.empty(), Optional.of(later)).value();
        assertThat(value("BOLT")).isEqualByComparingTo("0");
        world.clock().set(later.plusSeconds(1));
        assertThat(world.service(Valuation.class).value(ValueQuery.all(), Progress.NONE)).singleElement()
            .satisfies(row -> assertThat(row.value()).isEqualByComparingTo("50"));
        assertThat(account("1310")).isEqualByComparingTo("50");
    }

    @Test
    void whyAMovementCostWhatItDidSaysWhoseTheGoodsWere() {
        method(CostMethod.LIFO);
        long came = post("R1", day(1), "PO-1", warehouse.line("SUPPLIER", "SEA", "BOLT", 10)
            .withUnitCost(new BigDecimal("5"))).value().firstSeq();
        long arrived = post("T1", day(2), "PO-1", warehouse.line("SEA", "MAIN", "BOLT", 4)).value().firstSeq();
        Valuation valuation = world.service(Valuation.class);
        assertThat(valuation.why(came).orElseThrow().cost()).isEqualByComparingTo("50");
        assertThat(valuation.why(arrived).orElseThrow().cost()).isEqualByComparingTo("20");
        assertThat(valuation.why(arrived).orElseThrow().rule()).contains("were not ours");
        assertThat(valuation.why(arrived).orElseThrow().layers()).singleElement()
            .satisfies(layer -> assertThat(layer.pool()).isEqualTo("supplier-transit"));
    }

    @Test
    void goodsThatGoStraightOnToTheCustomerAreBoughtAndSoldAtOnce() {
        arrives("R1", 1, 10);
        done("I1", day(2), warehouse.line("SEA", "CUSTOMER", "BOLT", 4));
        assertThat(account("5000")).isEqualByComparingTo("20");
        assertThat(account("2150")).isEqualByComparingTo("-20");
        assertThat(value("BOLT")).isEqualByComparingTo("0");
        done("I2", day(4), warehouse.line("SEA", "LORRY", "BOLT", 6));
        assertThat(account("5000")).isEqualByComparingTo("50");
        assertThat(account("2150")).isEqualByComparingTo("-50");
    }

    @Test
    void aPreviewTellsWhatLeavesAsCostOfSales() {
        method(CostMethod.FIFO);
        done("R1", day(1), in("BOLT", 10, "5"));
        ValuePreview preview = world.service(Valuation.class).preview(new PostingRequest("T1",
            day(2), List.of(warehouse.line("MAIN", "LORRY", "BOLT", 4)), "", "", "")).value();
        assertThat(preview.stockValue()).isEqualByComparingTo("-20");
        assertThat(preview.costOfSales()).isEqualByComparingTo("20");
        assertThat(preview.other()).isEqualByComparingTo("0");
        ValuePreview buying = world.service(Valuation.class).preview(new PostingRequest("R2",
            day(2), List.of(warehouse.line("SUPPLIER", "SEA", "BOLT", 4).withUnitCost(BigDecimal.TEN)), "", "", ""))
            .value();
        assertThat(buying.stockValue()).isEqualByComparingTo("0");
        assertThat(buying.other()).isEqualByComparingTo("0");
    }

}
