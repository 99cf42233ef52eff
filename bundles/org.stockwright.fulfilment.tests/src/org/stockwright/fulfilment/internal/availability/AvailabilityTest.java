package org.stockwright.fulfilment.internal.availability;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.ItemId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.fulfilment.Availability.Day;
import org.stockwright.fulfilment.Availability.Promise;
import org.stockwright.fulfilment.Availability.View;
import org.stockwright.fulfilment.Availability.Want;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.Kits;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.internal.OrderWorld;
import org.stockwright.fulfilment.spi.IncomingSupply;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.testkit.Warehouse;

import static org.assertj.core.api.Assertions.assertThat;

class AvailabilityTest extends OrderWorld {

    private final List<IncomingSupply.Supply> coming = new ArrayList<>();
    private ServiceRegistration<IncomingSupply> supply;

    @BeforeEach
    void items() {
        IncomingSupply said = (transaction, items) -> coming.stream().filter(one -> items.contains(one.item()))
            .toList();
        supply = FrameworkUtil.getBundle(org.stockwright.testkit.World.class).getBundleContext()
            .registerService(IncomingSupply.class, said, null);
        warehouse.items("A", "B", "C", "SET", "SUPER");
    }

    @AfterEach
    void unregister() {
        supply.unregister();
    }

    private void comes(String item, long pieces, Optional<LocalDate> day) {
        coming.add(new IncomingSupply.Supply(warehouse.itemOf(item), BigDecimal.valueOf(pieces), day,
            Optional.of(warehouse.place("MAIN").id()), "PO-X", coming.size() + 1));
    }

    private static Optional<LocalDate> in(int days) {
        return Optional.of(TODAY.plusDays(days));
    }

    private View view(String item) {
        return availability().of(List.of(warehouse.itemOf(item)), Optional.empty()).getFirst();
    }

    private static List<String> days(View view) {
        return view.days().stream().map(day -> day.day() + " " + day.projected().amountText() + " "
            + day.promisable().amountText()).toList();
    }

    private Document place(int priority, Optional<LocalDate> due, OrderRequest.Line... lines) {
        return orders().place(request(lines).wanted(due, priority)).value();
    }

    @Test
    void whatIsPromisedLooksAtAllThatComesAndLeavesLater() {
        receive("B1", "A", 10);
        comes("A", 20, in(10));
        comes("A", 5, in(-3));
        comes("A", 100, Optional.empty());
        place(0, in(5), line("A", 8));
        place(0, in(12), line("A", 15));
        Document held = place(0, Optional.empty(), line("A", 1));
        allocate(held);
        View view = view("A");
        assertThat(view.onHand()).isEqualTo(pcs(10));
        assertThat(view.reserved()).isEqualTo(pcs(1));
        assertThat(view.available()).isEqualTo(pcs(9));
        assertThat(view.incoming()).isEqualTo(pcs(125));
        assertThat(view.demand()).isEqualTo(pcs(24));
        assertThat(view.unallocated()).isEqualTo(pcs(23));
        assertThat(view.backOrdered()).isEqualTo(pcs(14));
        assertThat(view.net()).isEqualTo(pcs(111));
        assertThat(days(view)).containsExactly("2026-01-15 9 6", "2026-01-16 14 6", "2026-01-20 6 6",
            "2026-01-25 26 11", "2026-01-27 11 11");
        assertThat(view.lying()).hasSize(1);
        assertThat(view.coming()).hasSize(3);
        assertThat(view.wanting()).hasSize(3);
        assertThat(view.promisable(TODAY.plusDays(11))).isEqualTo(pcs(11));
    }

    @Test
    void aPromiseIsTheFirstDayOnWhichAllIsThereAndOneTakesFromTheNext() {
        receive("B1", "A", 10);
        comes("A", 20, in(10));
        List<Promise> promises = availability().promise(List.of(want("A", 6, 0), want("A", 6, 0), want("A", 19, 0),
            want("A", 1, 0)), Optional.empty()).value();
        assertThat(promises).extracting(Promise::day).containsExactly(in(0), in(10), Optional.empty(),
            Optional.empty());
        assertThat(promises).extracting(one -> one.onDay().amountText()).containsExactly("6", "4", "4", "0");
        assertThat(availability().promise(List.of(want("A", 6, 0), want("A", 0, 0)), Optional.empty()).refusals())
            .extracting(Refusal::code).containsExactly(FulfilmentRefusal.QUANTITY_NOT_POSITIVE);
    }

    private Want want(String item, long pieces, int days) {
        return new Want(warehouse.itemOf(item), pcs(pieces), days == 0 ? Optional.empty() : in(days));
    }

    @Test
    void ordersArePromisedOneBehindTheOther() {
        receive("B1", "A", 10);
        comes("A", 20, in(10));
        assertThat(promised(place(0, Optional.empty(), line("A", 6)))).containsExactly(in(0));
        assertThat(promised(place(0, Optional.empty(), line("A", 3), line("A", 3)))).containsExactly(in(0), in(10));
        assertThat(promised(place(0, in(20), line("A", 18)))).containsExactly(in(20));
        assertThat(promised(place(0, Optional.empty(), line("A", 1)))).containsExactly(Optional.empty());
    }

    private static List<Optional<LocalDate>> promised(Document order) {
        return order.lines().stream().map(DocumentLine::promised).toList();
    }

    @Test
    void stockThatMayNotBeUsedIsNotAvailableAndTransitIsNotThere() {
        receive("B1", "A", 5);
        receive("B2", "A", 3);
        post(warehouse.line("SUPPLIER", "B3", "A", 4).withStatus("BLOCKED", ""));
        warehouse.places().lock(warehouse.place("B2").id(), "counted").value();
        post(warehouse.line("B1", "TRANSIT", "A", 2));
        View view = view("A");
        assertThat(view.onHand()).isEqualTo(pcs(10));
        assertThat(view.available()).isEqualTo(pcs(3));
        assertThat(view.lying()).extracting(row -> row.location() + " " + row.available().amountText())
            .containsExactly("B1 3", "B2 0", "B3 0");
    }

    @Test
    void aTransferWantsGoodsHereAndBringsThemThere() {
        warehouse.places().saveAll(List.of(Locations.Draft.of("EAST", "East", "", LocationKind.WAREHOUSE))).value();
        receive("B1", "A", 10);
        orders().place(OrderRequest.transfer(key(), warehouse.place("MAIN").id(), warehouse.place("EAST").id(),
            List.of(line("A", 4))).carried(org.stockwright.base.PartnerId.SELF, in(3))).value();
        assertThat(view("A").net()).isEqualTo(pcs(10));
        List<ItemId> a = List.of(warehouse.itemOf("A"));
        View main = availability().of(a, Optional.of(warehouse.place("MAIN").id())).getFirst();
        View east = availability().of(a, Optional.of(warehouse.place("EAST").id())).getFirst();
        assertThat(main.net()).isEqualTo(pcs(6));
        assertThat(days(east)).containsExactly("2026-01-15 0 0", "2026-01-18 4 4");
    }

    @Test
    void availableToPromiseNeverExceedsWhatThereIsLessWhatIsWantedWhileClerksWork() throws Exception {
        receive("B1", "A", 200);
        comes("A", 20, in(3));
        AtomicBoolean done = new AtomicBoolean();
        List<Throwable> wrong = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Thread> clerks = new ArrayList<>();
        for (int clerk = 0; clerk < 4; clerk++) {
            int number = clerk;
            clerks.add(Thread.ofPlatform().unstarted(() -> {
                for (int i = 0; i < 8; i++) {
                    Document order = orders()
                        .place(OrderRequest.customer("w" + number + "-" + i, customer, List.of(line("A", 3)))).value();
                    allocate(order);
                    if (i % 2 == 0) {
                        orders().cancel(order.id(), lines(), "").value();
                    }
                }
            }));
        }
        Thread watcher = Thread.ofPlatform().unstarted(() -> {
            while (!done.get()) {
                try {
                    sound(view("A"));
                } catch (RuntimeException | AssertionError e) {
                    wrong.add(e);
                    return;
                }
            }
        });
        watcher.start();
        clerks.forEach(Thread::start);
        for (Thread clerk : clerks) {
            clerk.join();
        }
        done.set(true);
        watcher.join();
        assertThat(wrong).isEmpty();
        assertThat(view("A").demand()).isEqualTo(pcs(48));
    }

    private static void sound(View view) {
        BigDecimal most = view.onHand().amount().add(view.incoming().amount()).subtract(view.reserved().amount())
            .subtract(view.unallocated().amount()).max(BigDecimal.ZERO);
        for (Day day : view.days()) {
            assertThat(day.promisable().amount()).isLessThanOrEqualTo(most);
        }
        assertThat(view.reserved().amount()).isEqualByComparingTo(view.wanting().stream()
            .map(row -> row.held().amount()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private void kit(String kit, Object... parts) {
        List<Kits.Component> components = new ArrayList<>();
        for (int i = 0; i < parts.length; i += 2) {
            components.add(new Kits.Component(warehouse.itemOf((String) parts[i]),
                BigDecimal.valueOf((Integer) parts[i + 1])));
        }
        world.service(Kits.class).saveAll(List.of(new Kits.Version(warehouse.itemOf(kit),
            LocalDate.of(2020, 1, 1), true, components))).value();
    }

    @Test
    void aKitHasTheLeastOfTheNetFiguresOfItsComponents() {
        kit("SET", "A", 2, "B", 1);
        kit("SUPER", "SET", 1, "A", 1);
        receive("B1", "A", 10);
        receive("B1", "B", 9);
        place(0, Optional.empty(), line("B", 6));
        place(0, in(4), line("A", 2));
        View set = view("SET");
        assertThat(set.available()).isEqualTo(pcs(5));
        assertThat(set.net()).isEqualTo(pcs(3));
        assertThat(view("SUPER").net()).isEqualTo(pcs(2));
        assertThat(set.components()).extracting(one -> one.item() + " " + one.net().amountText())
            .containsExactlyInAnyOrder("A 8", "B 3");
        place(0, Optional.empty(), line("B", 6));
        assertThat(view("SET").net()).isEqualTo(pcs(-3));
        assertThat(view("SET").days().getFirst().promisable()).isEqualTo(pcs(0));
    }

    /** As many kits as can be taken, one after the other, from the components' figures day by day. */
    @Test
    void whatCanBePromisedOfKitsEqualsTakingThemOneByOne() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            Map<ItemId, Timeline> timelines = new HashMap<>();
            Map<ItemId, BigDecimal> takes = new HashMap<>();
            int components = 1 + random.nextInt(4);
            for (int i = 0; i < components; i++) {
                Timeline timeline = new Timeline(TODAY, BigDecimal.valueOf(random.nextInt(40) - 5));
                for (int event = random.nextInt(6); event > 0; event--) {
                    if (random.nextBoolean()) {
                        timeline.comes(TODAY.plusDays(random.nextInt(9) - 1),
                            BigDecimal.valueOf(1 + random.nextInt(20)));
                    } else {
                        timeline.leaves(in(random.nextInt(9) - 1), BigDecimal.valueOf(1 + random.nextInt(20)));
                    }
                }
                timelines.put(new ItemId(i), timeline);
                takes.put(new ItemId(i), BigDecimal.valueOf(1 + random.nextInt(4)));
            }
            LocalDate day = TODAY.plusDays(random.nextInt(9));
            BigDecimal computed = Promises.of(TODAY, timelines).net(takes, Warehouse.PCS, day)
                .max(BigDecimal.ZERO);
            assertThat(computed).as("round %s", round).isEqualByComparingTo(BigDecimal.valueOf(
                bruteForce(timelines, takes, day)));
        }
    }

    /** Takes kits on a day while the stock of no component is below nothing on that day or any later one. */
    private static int bruteForce(Map<ItemId, Timeline> timelines, Map<ItemId, BigDecimal> takes, LocalDate day) {
        int kits = 0;
        while (true) {
            BigDecimal next = BigDecimal.valueOf(kits + 1L);
            for (Map.Entry<ItemId, BigDecimal> take : takes.entrySet()) {
                for (LocalDate later = day; later.isBefore(TODAY.plusDays(20)); later = later.plusDays(1)) {
                    BigDecimal stock = timelines.get(take.getKey()).projected(later);
                    if (stock.compareTo(next.multiply(take.getValue())) < 0) {
                        return kits;
                    }
                }
            }
            kits++;
        }
    }

    @Test
    void kitsOfAWholeCompanyEqualBruteForceOnOrdersThatShareComponents() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        kit("SET", "A", 2, "B", 3);
        kit("SUPER", "SET", 2, "C", 1, "A", 1);
        receive("B1", "A", 60 + random.nextInt(40));
        receive("B2", "B", 60 + random.nextInt(40));
        receive("B3", "C", 10 + random.nextInt(20));
        for (int i = 0; i < 8; i++) {
            Document order = place(random.nextInt(3), random.nextBoolean() ? in(random.nextInt(5)) : Optional.empty(),
                line(List.of("A", "B", "C", "SET", "SUPER").get(random.nextInt(5)), 1 + random.nextInt(3)));
            if (random.nextBoolean()) {
                allocate(order);
            }
        }
        Map<String, Quantity> net = new HashMap<>();
        List.of("A", "B", "C").forEach(item -> net.put(item, view(item).net()));
        long a = net.get("A").amount().longValueExact();
        long b = net.get("B").amount().longValueExact();
        long c = net.get("C").amount().longValueExact();
        long expected = 0;
        while ((expected + 1) * 5 <= a && (expected + 1) * 6 <= b && expected + 1 <= c) {
            expected++;
        }
        assertThat(view("SUPER").net().amount().max(BigDecimal.ZERO)).isEqualByComparingTo(
            BigDecimal.valueOf(expected));
        LocalDate last = TODAY.plusDays(30);
        assertThat(view("SUPER").promisable(last).amount()).isEqualByComparingTo(BigDecimal.valueOf(expected));
        if (expected > 0) {
            assertThat(availability().promise(List.of(want("SUPER", expected, 30)), Optional.empty()).value()
                .getFirst().day()).hasValue(last);
        }
        assertThat(availability().promise(List.of(want("SUPER", expected + 1, 30)), Optional.empty()).value()
            .getFirst().day()).isEmpty();
    }

}
