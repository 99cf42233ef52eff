package org.stockwright.fulfilment.internal.kits;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Step;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.Kits;
import org.stockwright.fulfilment.Orders;
import org.stockwright.fulfilment.internal.OrderWorld;

import static org.assertj.core.api.Assertions.assertThat;

class KitsTest extends OrderWorld {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    @BeforeEach
    void items() {
        warehouse.items("TEA", "CUP", "BOX", "GIFT", "HAMPER");
    }

    private Kits kits() {
        return world.service(Kits.class);
    }

    private Kits.Version version(String kit, LocalDate from, boolean virtual, Object... parts) {
        List<Kits.Component> components = new ArrayList<>();
        for (int i = 0; i < parts.length; i += 2) {
            components.add(new Kits.Component(warehouse.itemOf((String) parts[i]),
                BigDecimal.valueOf((Integer) parts[i + 1])));
        }
        return new Kits.Version(warehouse.itemOf(kit), from, virtual, components);
    }

    private static List<String> shown(Document order) {
        return order.lines().stream().map(line -> line.item() + " " + line.quantity().amountText()
            + line.price().map(price -> " at " + price.toPlainString()).orElse("")).toList();
    }

    @Test
    void theCompositionIsFrozenOnTheOrderAndPricedByTheListPricesOfTheComponents() {
        warehouse.setItem("TEA", "list_price", new BigDecimal("4"));
        warehouse.setItem("CUP", "list_price", new BigDecimal("6"));
        kits().saveAll(List.of(version("GIFT", FIRST, true, "TEA", 2, "CUP", 1))).value();
        Document order = place(line("GIFT", 3).priced(Optional.of(number("7"))));
        assertThat(shown(order)).containsExactly("GIFT 3 at 7", "TEA 6 at 2", "CUP 3 at 3");
        assertThat(order.total()).isEqualByComparingTo("21");
        kits().saveAll(List.of(version("GIFT", FIRST, true, "TEA", 1))).value();
        assertThat(shown(now(order))).containsExactly("GIFT 3 at 7", "TEA 6 at 2", "CUP 3 at 3");
        assertThat(shown(place(line("GIFT", 3)))).containsExactly("GIFT 3", "TEA 3");
    }

    @Test
    void anOrderWaitsForWhoeverOnlyTriesAnotherComposition() throws Exception {
        kits().saveAll(List.of(version("GIFT", FIRST, true, "TEA", 2, "CUP", 1))).value();
        CountDownLatch changed = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService others = Executors.newFixedThreadPool(2)) {
            Future<Outcome<Integer>> trying = others.submit(() -> warehouse.work().attempt(transaction -> {
                try (Statement delete = transaction.connection().createStatement()) {
                    int rows = delete.executeUpdate("DELETE FROM kit_component");
                    changed.countDown();
                    go.await(30, TimeUnit.SECONDS);
                    return Outcome.done(rows);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
            changed.await();
            Future<Document> order = others.submit(() -> place(line("GIFT", 3)));
            // time to read what is not stored
            for (int i = 0; i < 50 && !order.isDone(); i++) {
                Thread.sleep(20);
            }
            go.countDown();
            assertThat(trying.get().value()).isEqualTo(2);
            assertThat(shown(order.get())).containsExactly("GIFT 3", "TEA 6", "CUP 3");
        }
    }

    @Test
    void theVersionOfTheDayOfTheOrderIsTaken() {
        kits().saveAll(List.of(version("GIFT", FIRST, true, "TEA", 2),
            version("GIFT", TODAY.plusDays(1), true, "CUP", 2))).value();
        assertThat(shown(place(line("GIFT", 1)))).containsExactly("GIFT 1", "TEA 2");
        world.clock().advance(java.time.Duration.ofDays(1));
        assertThat(shown(place(line("GIFT", 1)))).containsExactly("GIFT 1", "CUP 2");
        assertThat(kits().on(warehouse.itemOf("GIFT"), TODAY).orElseThrow().from()).isEqualTo(FIRST);
        assertThat(kits().list()).hasSize(2);
    }

    @Test
    void nestedKitsAreTakenApartToTheLastAndOnlyTheirLastPartsAreHeld() {
        kits().saveAll(List.of(version("GIFT", FIRST, true, "TEA", 2, "CUP", 1),
            version("HAMPER", FIRST, true, "GIFT", 2, "BOX", 1))).value();
        receive("B1", "TEA", 100);
        receive("B1", "CUP", 100);
        receive("B1", "BOX", 100);
        Document order = place(line("HAMPER", 3));
        assertThat(shown(order)).containsExactly("HAMPER 3", "GIFT 6", "TEA 12", "CUP 6", "BOX 3");
        allocate(order);
        assertThat(held(order.id())).containsExactly("B1 12", "B1 6", "B1 3");
        assertThat(now(order).state()).isEqualTo("ALLOCATED");
        Document revised = orders().revise(order.id(),
            List.of(new Orders.Change(1, Optional.of(pcs(2)), Optional.empty(), Optional.empty())), List.of(), "")
            .value();
        assertThat(shown(revised)).containsExactly("HAMPER 2", "GIFT 4", "TEA 8", "CUP 4", "BOX 2");
        assertThat(warehouse.reserved("B1", "TEA")).isEqualByComparingTo("8");
        assertThat(orders().cancel(order.id(), lines(3), "").refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.PART_OF_A_KIT);
        Document split = orders().split(order.id(), "half", List.of(new Orders.Part(1, pcs(1)))).value();
        assertThat(shown(split)).containsExactly("HAMPER 1", "GIFT 2", "TEA 4", "CUP 2", "BOX 1");
        assertThat(now(order).lines()).extracting(line -> line.open(Step.SHIPPED).intValueExact())
            .containsExactly(1, 2, 4, 2, 1);
        Document cancelled = orders().cancel(order.id(), lines(1), "").value();
        assertThat(cancelled.state()).isEqualTo("CANCELLED");
        assertThat(warehouse.reserved("B1", "TEA")).isZero();
    }

    @Test
    void whatCannotBeAKitIsRefused() {
        Outcome<Integer> wrong = kits().saveAll(List.of(version("GIFT", FIRST, true),
            version("HAMPER", FIRST, true, "GIFT", 0), version("BOX", FIRST, true, "TEA", 1, "TEA", 2)));
        assertThat(wrong.refusals()).extracting(Refusal::code).containsExactly(FulfilmentRefusal.NO_COMPONENTS,
            FulfilmentRefusal.QUANTITY_NOT_POSITIVE, FulfilmentRefusal.COMPONENT_TWICE);
        kits().saveAll(List.of(version("GIFT", FIRST, true, "BOX", 1))).value();
        assertThat(kits().saveAll(List.of(version("BOX", TODAY, true, "GIFT", 1))).refusals())
            .extracting(Refusal::code).containsExactly(FulfilmentRefusal.KIT_CONTAINS_ITSELF);
        assertThat(kits().saveAll(List.of(version("GIFT", FIRST, true, "BOX", 1))).value()).isZero();
        assertThat(kits().rehearse(List.of(version("GIFT", FIRST, true, "BOX", 2))).value()).isEqualTo(1);
        assertThat(kits().remove(warehouse.itemOf("GIFT"), FIRST).value()).isTrue();
        assertThat(kits().remove(warehouse.itemOf("GIFT"), FIRST).value()).isFalse();
    }

    @Test
    void partsOfAPriceAddUpToIt() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            Currency currency = Currency.getInstance(List.of("EUR", "JPY", "KWD").get(random.nextInt(3)));
            BigDecimal amount = BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(5));
            List<BigDecimal> weights = new ArrayList<>();
            for (int i = 1 + random.nextInt(6); i > 0; i--) {
                weights.add(BigDecimal.valueOf(random.nextInt(500), random.nextInt(3)));
            }
            List<BigDecimal> parts = kits().splitPrice(amount, currency, weights);
            BigDecimal whole = amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP);
            assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(whole);
            BigDecimal total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal smallest = BigDecimal.ONE.movePointLeft(currency.getDefaultFractionDigits());
            for (int i = 0; i < parts.size() && total.signum() > 0; i++) {
                BigDecimal exact = whole.multiply(weights.get(i)).divide(total, 12, RoundingMode.HALF_UP);
                assertThat(parts.get(i).subtract(exact).abs()).isLessThan(smallest);
            }
        }
    }

    @Test
    void kitsAreAssembledFromStockAndTakenApartAgain() {
        kits().saveAll(List.of(version("GIFT", FIRST, false, "TEA", 2, "CUP", 1))).value();
        receive("B1", "TEA", 5);
        receive("B2", "TEA", 3);
        receive("B1", "CUP", 4);
        Kits.Assembly assembly = new Kits.Assembly("as-1", warehouse.itemOf("GIFT"), pcs(3),
            warehouse.place("MAIN").id(), warehouse.place("B3").id(), Optional.empty(), Map.of());
        Document made = kits().assemble(assembly).value();
        assertThat(made.number()).isEqualTo("AO-000001");
        assertThat(made.posting()).isPresent();
        assertThat(made.lines()).extracting(DocumentLine::item).containsExactly("GIFT", "TEA", "CUP");
        assertThat(kits().assemble(assembly).value()).isEqualTo(made);
        assertThat(warehouse.onHand("B3", "GIFT")).isEqualByComparingTo("3");
        assertThat(warehouse.onHand("B1", "TEA").add(warehouse.onHand("B2", "TEA"))).isEqualByComparingTo("2");
        assertThat(kits().assemble(new Kits.Assembly("as-2", warehouse.itemOf("GIFT"), pcs(2),
            warehouse.place("MAIN").id(), warehouse.place("B3").id(), Optional.empty(), Map.of())).refusals())
            .extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.TOO_FEW_COMPONENTS, FulfilmentRefusal.TOO_FEW_COMPONENTS);
        Kits.Assembly back = new Kits.Assembly("as-3", warehouse.itemOf("GIFT"), pcs(1),
            warehouse.place("B3").id(), warehouse.place("B1").id(), Optional.empty(), Map.of());
        assertThat(kits().disassemble(back).refusals()).extracting(Refusal::code)
            .containsExactly(FulfilmentRefusal.NO_STANDARD_COST, FulfilmentRefusal.NO_STANDARD_COST);
        warehouse.setItem("TEA", "standard_cost", new BigDecimal("1.5"));
        warehouse.setItem("CUP", "standard_cost", new BigDecimal("2"));
        assertThat(kits().disassemble(back).value().state()).isEqualTo("DISASSEMBLED");
        assertThat(warehouse.onHand("B3", "GIFT")).isEqualByComparingTo("2");
        assertThat(warehouse.onHand("B1", "CUP")).isEqualByComparingTo("2");
        assertThat(kits().assemble(new Kits.Assembly("as-4", warehouse.itemOf("TEA"), pcs(1),
            warehouse.place("MAIN").id(), warehouse.place("B3").id(), Optional.empty(), Map.of())).refusals())
            .extracting(Refusal::code).containsExactly(FulfilmentRefusal.UNKNOWN_KIT);
    }

}
