package org.stockwright.fulfilment.internal.shipping;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.stockwright.base.PartnerId;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.fulfilment.CustomerReturns;
import org.stockwright.fulfilment.Picking;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.fulfilment.internal.allocation.AllocationRows;
import org.stockwright.testkit.Invariants;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is done in whatever order: what is held is what is allocated, nothing is shipped twice, nothing is lost. */
class ShippingWalkTest extends ShippingWorld {

    private static final int STEPS = 160;
    private static final String[] ITEMS = { "A", "B", "C" };

    private final long seed = Long.getLong("stockwright.test.seed", 20260115L);
    private final Random random = new Random(seed);
    private final List<Document> orders = new ArrayList<>();
    private final List<Document> lists = new ArrayList<>();
    private final List<Document> shipments = new ArrayList<>();
    private final Map<String, Integer> done = new HashMap<>();

    @Test
    void aWalkThroughAllStepsKeepsTheBooks() {
        System.out.println("seed " + seed);
        warehouse.items(ITEMS);
        warehouse.bins("PACK", "RETURNS");
        for (String item : ITEMS) {
            receive("B1", item, 60);
            receive("B2", item, 60);
        }
        for (int step = 0; step < STEPS; step++) {
            String did = step();
            check("seed " + seed + " step " + step + " " + did);
        }
        System.out.println("walk " + done);
        assertThat(done.keySet()).contains("place", "make", "pick", "short", "pack", "ship", "return", "reverse",
            "back");
    }

    private Instant at() {
        return world.clock().instant();
    }

    private <T> Optional<T> any(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private String did(String what, boolean really) {
        if (really) {
            done.merge(what, 1, Integer::sum);
        }
        return what;
    }

    private String step() {
        return switch (random.nextInt(14)) {
            case 0, 1 -> {
                Document order = place(line(ITEMS[random.nextInt(3)], 1 + random.nextInt(9)),
                    line(ITEMS[random.nextInt(3)], 1 + random.nextInt(9)));
                orders.add(order);
                allocate(order);
                yield did("place", true);
            }
            case 2, 3 -> {
                List<String> strategies = List.of("single", "batch", "zone", "cluster", "wave");
                List<Document> made = picking().make(new Picking.Wanted(key(), any(strategies).orElseThrow(),
                    List.of(), Optional.of(warehouse.place("PACK").id()),
                    org.stockwright.fulfilment.spi.PickStrategy.Limits.NONE)).map(all -> all).refusals().isEmpty()
                        ? openLists() : List.of();
                made.forEach(list -> picking().release(list.id()));
                lists.clear();
                lists.addAll(openLists());
                yield did("make", !made.isEmpty());
            }
            case 4, 5 -> did("pick", any(lists).map(list -> picking().confirm(confirm(list)).isDone()).orElse(false));
            case 6 -> did("short", any(lists).map(this::shortPick).orElse(false));
            case 7 -> did("pack",
                any(orders).map(order -> packing().packAll(key(), order.id(), at()).isDone()).orElse(false));
            case 8, 9 -> did("ship", any(orders).map(this::shipAny).orElse(false));
            case 10, 11 -> did("return", any(shipments).map(this::bringBack).orElse(false));
            case 12 -> did("reverse", any(shipments)
                .map(one -> shipping().reverse(key(), one.id(), at(), "walk").isDone()).orElse(false));
            default -> did("back", any(orders).map(order -> {
                boolean cancelled = random.nextBoolean();
                if (cancelled) {
                    orders().cancel(order.id(), List.of(), "");
                }
                return picking().putBack(key(), order.id(), Optional.empty(), cancelled, at(), "walk").isDone();
            }).orElse(false));
        };
    }

    private List<Document> openLists() {
        return world.service(org.stockwright.documents.Documents.class)
            .list(org.stockwright.documents.DocumentQuery.of(Picking.KIND).open(), 50).stream()
            .map(row -> world.service(org.stockwright.documents.Documents.class).get(row.id()).orElseThrow()).toList();
    }

    private boolean shortPick(Document list) {
        Document now = now(list);
        Optional<DocumentLine> line = any(now.lines().stream().filter(one -> one.parent().isEmpty())
            .filter(one -> one.open(Step.PICKED).signum() > 0).toList());
        if (line.isEmpty()) {
            return false;
        }
        BigDecimal found = BigDecimal.valueOf(random.nextInt(line.get().open(Step.PICKED).intValueExact() + 1));
        boolean done = picking().confirm(confirm(list, Picking.Taken.of(line.get().line(), found).missing("walk")))
            .isDone();
        picking().countRequests().forEach(one -> picking().counted(one.id()).value());
        return done;
    }

    private boolean shipAny(Document order) {
        Shipping.Ready ready = Shipping.Ready.values()[random.nextInt(3)];
        var shipped = shipping().ship(Shipping.Request.of(key(), order.id(), ready, at()));
        shipped.map(shipments::add);
        return shipped.isDone();
    }

    private boolean bringBack(Document shipment) {
        var announced = returns().announce(new CustomerReturns.Announcement(key(), Optional.of(shipment.id()),
            PartnerId.SELF, "walk", List.of(CustomerReturns.Line.of(1, pcs(1))), at()));
        if (!announced.isDone()) {
            return false;
        }
        returns().receive(key(), announced.value().id(), warehouse.place("RETURNS").id(), List.of(), at()).value();
        returns().decide(key(), announced.value().id(),
            List.of(new CustomerReturns.Decided(1, BigDecimal.ONE, CustomerReturns.Decision.RESTOCK,
                Optional.of(warehouse.place("B1").id()), false, "")),
            at()).value();
        return true;
    }

    private void check(String when) {
        Invariants.check(warehouse.work());
        Map<LineId, BigDecimal> held = new HashMap<>();
        warehouse.work().read(transaction -> new AllocationRows(transaction)
            .ofDocuments(orders.stream().map(Document::id).toList()))
            .forEach(row -> held.merge(row.line(), row.open(), BigDecimal::add));
        Map<String, BigDecimal> gone = new HashMap<>();
        for (Document order : orders) {
            for (DocumentLine line : now(order).lines()) {
                BigDecimal open = held.getOrDefault(line.id(), BigDecimal.ZERO);
                BigDecimal shipped = line.done(Step.SHIPPED);
                assertThat(shipped.add(line.done(Step.CANCELLED))).as(when)
                    .isLessThanOrEqualTo(line.quantity().amount());
                assertThat(line.done(Step.ALLOCATED)).as(when).isEqualByComparingTo(shipped.add(open));
                assertThat(shipped.signum()).as(when).isNotNegative();
                assertThat(line.done(Step.RETURNED)).as(when).isLessThanOrEqualTo(shipped);
                gone.merge(line.item(), shipped.subtract(line.done(Step.RETURNED)), BigDecimal::add);
            }
        }
        for (String item : ITEMS) {
            BigDecimal there = BigDecimal.ZERO;
            for (String place : List.of("B1", "B2", "B3", "PACK", "RETURNS")) {
                there = there.add(warehouse.onHand(place, item));
            }
            assertThat(there.add(gone.getOrDefault(item, BigDecimal.ZERO))).as(when).isEqualByComparingTo("120");
        }
        BigDecimal reserved = BigDecimal.ZERO;
        for (String item : ITEMS) {
            for (String place : List.of("B1", "B2", "B3", "PACK", "RETURNS")) {
                reserved = reserved.add(warehouse.reserved(place, item));
            }
        }
        assertThat(reserved).as(when).isEqualByComparingTo(held.values().stream().reduce(BigDecimal.ZERO,
            BigDecimal::add));
    }

}
