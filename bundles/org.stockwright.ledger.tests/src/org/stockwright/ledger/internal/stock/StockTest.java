package org.stockwright.ledger.internal.stock;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.Reservations;
import org.stockwright.ledger.Stock.Contribution;
import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.StockQuery.Grouping;
import org.stockwright.ledger.StockRow;
import org.stockwright.testkit.Warehouse;

import static org.assertj.core.api.Assertions.assertThat;

class StockTest extends StockWorld {

    @Test
    void rowsComeByItemAndLocationAndSumUpAbove() {
        warehouse.items("NUT", "NAIL");
        post("S1", warehouse.line("SUPPLIER", "A2", "NUT", 7), warehouse.line("SUPPLIER", "A1", "NUT", 5),
            warehouse.line("SUPPLIER", "B1", "NAIL", 3));
        assertThat(stock.onHand(of("NUT", Grouping.LOCATION))).extracting(StockRow::location)
            .containsExactly("A1", "A2");
        assertThat(row(of("NUT", Grouping.ITEM)).onHand()).isEqualTo(pieces(12));
        assertThat(row(at("MAIN", "NUT")).onHand()).isEqualTo(pieces(12));
        assertThat(row(at("A2", "NUT")).available()).isEqualTo(pieces(7));
        assertThat(stock.onHand(StockQuery.all(Grouping.ITEM)).stream().map(StockRow::item)
            .filter(List.of("NUT", "NAIL")::contains)).containsExactly("NAIL", "NUT");
    }

    @Test
    void aSuppliersPlaceIsDerivedFromTheMovements() {
        warehouse.items("WIRE");
        post("W1", warehouse.line("SUPPLIER", "A1", "WIRE", 8));
        assertThat(row(at("SUPPLIER", "WIRE")).onHand()).isEqualTo(pieces(-8));
        assertThat(row(at("SUPPLIER", "WIRE")).available().isZero()).isTrue();
    }

    @Test
    void bothTimeAxesAreInclusiveAndIndependent() {
        warehouse.items("BOLT");
        Instant first = world.clock().instant();
        post("B1", warehouse.line("SUPPLIER", "A1", "BOLT", 10));
        world.clock().advance(Duration.ofDays(2));
        Instant second = world.clock().instant();
        post("B2", first.plus(Duration.ofDays(1)), warehouse.line("A1", "CUSTOMER", "BOLT", 4));
        Optional<Instant> none = Optional.empty();
        StockQuery now = of("BOLT", Grouping.ITEM);
        assertThat(row(now.at(none, none)).onHand()).isEqualTo(pieces(6));
        assertThat(row(now.at(Optional.of(first), none)).onHand()).isEqualTo(pieces(10));
        assertThat(row(now.at(Optional.of(first.plus(Duration.ofDays(1))), none)).onHand()).isEqualTo(pieces(6));
        assertThat(row(now.at(none, Optional.of(first))).onHand()).isEqualTo(pieces(10));
        assertThat(row(now.at(Optional.of(second), Optional.of(first))).onHand()).isEqualTo(pieces(10));
        assertThat(row(now.at(Optional.of(first.minusNanos(1_000)), none)).onHand().isZero()).isTrue();
        assertThat(stock.onHand(of("BOLT", Grouping.LOCATION).at(Optional.of(first.minusNanos(1_000)), none)))
            .isEmpty();
    }

    @Test
    void whatIsHeldIsNotAvailableAndWasNotHeldBefore() {
        warehouse.items("GEAR");
        post("G1", warehouse.line("SUPPLIER", "A1", "GEAR", 10));
        Instant before = world.clock().instant();
        world.clock().advance(Duration.ofHours(1));
        warehouse.reservations().hold(new Reservations.Request("H1", warehouse.itemOf("GEAR"),
            warehouse.place("A1").id(), "", PartnerId.SELF, MovementLine.AVAILABLE, pieces(4), "SO-1",
            Optional.empty())).value();
        StockRow now = row(of("GEAR", Grouping.ITEM));
        assertThat(now.reserved()).isEqualTo(pieces(4));
        assertThat(now.available()).isEqualTo(pieces(6));
        StockRow earlier = row(of("GEAR", Grouping.ITEM).at(Optional.of(before), Optional.empty()));
        assertThat(earlier.reserved().isZero()).isTrue();
        assertThat(stock.holders(of("GEAR", Grouping.ITEM))).singleElement()
            .satisfies(holder -> assertThat(holder.holder()).isEqualTo("SO-1"));
    }

    @Test
    void lockedPlacesItemsAndOtherStatusesAreNotAvailable() {
        warehouse.items("CLIP", "CORD");
        post("C1", warehouse.line("SUPPLIER", "A1", "CLIP", 5), warehouse.line("SUPPLIER", "A2", "CLIP", 6),
            warehouse.line("SUPPLIER", "A2", "CORD", 2));
        post("C2", new MovementLine(MovementKind.STATUS, warehouse.itemOf("CLIP"), pieces(1),
            Optional.of(warehouse.place("A2").id()), Optional.of(warehouse.place("A2").id()), "", Optional.empty(),
            PartnerId.SELF, MovementLine.AVAILABLE, "BLOCKED", "", "", Optional.empty(), "dented"));
        assertThat(row(of("CLIP", Grouping.ITEM)).available()).isEqualTo(pieces(10));
        warehouse.places().lock(warehouse.place("A1").id(), "counting").value();
        try {
            assertThat(row(of("CLIP", Grouping.ITEM)).available()).isEqualTo(pieces(5));
            assertThat(row(of("CLIP", Grouping.ITEM)).onHand()).isEqualTo(pieces(11));
        } finally {
            warehouse.places().lock(warehouse.place("A1").id(), "").value();
        }
        warehouse.setItem("CORD", "lock_reason", "recalled");
        assertThat(row(of("CORD", Grouping.ITEM)).available().isZero()).isTrue();
    }

    @Test
    void theDatabaseAddsItemsUpToTheSameFigures() {
        warehouse.items("HOOK", "HASP", "HINGE");
        post("T1", warehouse.line("SUPPLIER", "A1", "HOOK", 5), warehouse.line("SUPPLIER", "A2", "HOOK", 6),
            warehouse.line("SUPPLIER", "B1", "HOOK", 4), warehouse.line("SUPPLIER", "B1", "HASP", 2),
            warehouse.line("SUPPLIER", "A2", "HINGE", 9));
        post("T2", new MovementLine(MovementKind.STATUS, warehouse.itemOf("HOOK"), pieces(2),
            Optional.of(warehouse.place("A2").id()), Optional.of(warehouse.place("A2").id()), "", Optional.empty(),
            PartnerId.SELF, MovementLine.AVAILABLE, "BLOCKED", "", "", Optional.empty(), "bent"));
        warehouse.reservations().hold(new Reservations.Request("T3", warehouse.itemOf("HOOK"),
            warehouse.place("A1").id(), "", PartnerId.SELF, MovementLine.AVAILABLE, pieces(3), "SO-2",
            Optional.empty())).value();
        warehouse.setItem("HASP", "lock_reason", "recalled");
        warehouse.places().lock(warehouse.place("B1").id(), "counting").value();
        try {
            warehouse.work().attempt(transaction -> {
                try (Statement update = transaction.connection().createStatement()) {
                    // as a policy that allows it may have left them: more reserved than there is, and a deficit
                    update
                        .executeUpdate("UPDATE balance SET negative_allowed = 1, reserved = on_hand + 2 WHERE kept = 1 "
                            + "AND item_id = " + warehouse.itemOf("HINGE").value());
                    update.executeUpdate("UPDATE balance SET negative_allowed = 1, on_hand = -3 WHERE kept = 1 "
                        + "AND reserved = 3 AND item_id = " + warehouse.itemOf("HOOK").value());
                }
                Connection connection = transaction.connection();
                Places places = new Places(warehouse.places(), Optional.empty());
                StockQuery all = StockQuery.all(Grouping.ITEM);
                Scope scope = Scope.read(connection, all, places);
                StockRows rows = new StockRows(connection, places, Grouping.ITEM);
                List<StockRow> here = rows.of(scope, scope.onHand()::get, scope.reserved()::get);
                assertThat(here).hasSizeGreaterThanOrEqualTo(3);
                assertThat(rows.of(new ItemTotals(connection, places)
                    .of(all, rows.availableStatuses()).orElseThrow())).isEqualTo(here);
                return Outcome.done(Boolean.TRUE);
            }).value();
        } finally {
            warehouse.places().lock(warehouse.place("B1").id(), "").value();
        }
    }

    @Test
    void lotsAreTheirOwnRowsAndNarrow() {
        warehouse.item("MILK", Warehouse.PCS, Tracking.LOT, "Food/Fresh");
        post("L1", warehouse.line("SUPPLIER", "A1", "MILK", 3).withLot("L-1"),
            warehouse.line("SUPPLIER", "A1", "MILK", 4).withLot("L-2"));
        assertThat(stock.onHand(of("MILK", Grouping.LOT))).extracting(StockRow::lot).containsExactly("L-1", "L-2");
        StockQuery all = of("MILK", Grouping.ITEM);
        StockRow second = row(new StockQuery(all.item(), all.location(), Optional.of("L-2"), all.owner(), all.status(),
            all.asOf(), all.knownAt(), Grouping.ITEM));
        assertThat(second.onHand()).isEqualTo(pieces(4));
        assertThat(second.category()).isEqualTo("Food/Fresh");
    }

    @Test
    void anExplanationRunsUpToTheFigure() {
        warehouse.items("BELT");
        post("E1", warehouse.line("SUPPLIER", "A1", "BELT", 9));
        post("E2", warehouse.line("A1", "A2", "BELT", 2));
        post("E3", warehouse.line("A1", "CUSTOMER", "BELT", 3));
        List<Contribution> all = stock.explain(of("BELT", Grouping.ITEM));
        assertThat(all).extracting(Contribution::delta).containsExactly(pieces(9), pieces(-3));
        assertThat(all.getLast().running()).isEqualTo(row(of("BELT", Grouping.ITEM)).onHand());
        assertThat(stock.explain(at("A1", "BELT"))).extracting(Contribution::running).containsExactly(pieces(9),
            pieces(7), pieces(4));
    }

}
