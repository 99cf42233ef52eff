package org.stockwright.purchasing.internal.matching;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.documents.Document;
import org.stockwright.documents.Step;
import org.stockwright.purchasing.PurchaseOrders.Draft;
import org.stockwright.purchasing.SupplierFigures;
import org.stockwright.purchasing.SupplierFigures.Figures;
import org.stockwright.purchasing.SupplierInvoices;
import org.stockwright.purchasing.internal.orders.Buying;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

class SupplierFiguresTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

    @TempDir
    Path folder;

    private Buying buying;

    @BeforeEach
    void open() {
        buying = new Buying(folder);
    }

    @AfterEach
    void close() {
        buying.close();
    }

    private static Instant day(int days) {
        return World.START.plus(Duration.ofDays(days));
    }

    private Document order(String key, long pieces) {
        Document order = buying.orders().place(Draft.of(key, buying.acme(), List.of(buying.line("BOLT", pieces)))
            .due(DAY.plusDays(10)).ordered(World.START)).value();
        return buying.orders().approve(order.id(), Optional.of("test")).value();
    }

    @Test
    void figuresAreThoseOfTheLinesThatWereDue() {
        Document punctual = order("k1", 10);
        Document inParts = order("k2", 20);
        Document late = order("k3", 30);
        Document future = buying.approved("k4", buying.line("BOLT", 40).due(DAY.plusDays(90)));
        buying.world().clock().advance(Duration.ofDays(20));
        buying.receive(punctual, 1, 10, day(10));
        buying.receive(inParts, 1, 15, day(8));
        buying.receive(inParts, 1, 5, day(12));
        buying.receive(late, 1, 30, day(16));
        buying.receive(future, 1, 40, day(17));
        buying.flow(late, 1, Step.REJECTED, 6, DAY);
        SupplierInvoices invoices = buying.world().service(SupplierInvoices.class);
        invoices.enter(new SupplierInvoices.Draft("i1", buying.acme(), "R-1", Optional.empty(), Optional.empty(),
            Optional.empty(), List.of(new SupplierInvoices.Line(punctual.lines().getFirst().id(), BigDecimal.TEN,
                Optional.of(new BigDecimal("2.60"))))))
            .value();
        List<Figures> all = buying.world().service(SupplierFigures.class).figures(Optional.empty(), Optional.empty(),
            Optional.empty());
        assertThat(all).singleElement().satisfies(figures -> {
            assertThat(figures.code()).isEqualTo("ACME");
            assertThat(figures.lines()).isEqualTo(3);
            assertThat(figures.onTimeInFull()).isEqualTo(1);
            assertThat(figures.otif()).hasValue(new BigDecimal("33.33"));
            assertThat(figures.receipts()).isEqualTo(4);
            assertThat(figures.leadTimeMean()).hasValue(new BigDecimal("11.50"));
            // 10, 8, 12, 16: the sum of squared differences from 11.5 is 35, its third 11.67, its root 3.42
            assertThat(figures.leadTimeDeviation()).hasValue(new BigDecimal("3.42"));
            assertThat(figures.received()).isEqualByComparingTo("60");
            assertThat(figures.rejectRate()).hasValue(new BigDecimal("10.00"));
            assertThat(figures.priceVariance()).hasValue(new BigDecimal("4.00"));
        });
        assertThat(buying.world().service(SupplierFigures.class).figures(Optional.of(DAY.plusDays(11)),
            Optional.empty(), Optional.empty())).isEmpty();
        assertThat(buying.world().service(SupplierFigures.class).figures(Optional.empty(), Optional.empty(),
            Optional.of(buying.zeta()))).isEmpty();
    }

}
