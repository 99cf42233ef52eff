package org.stockwright.fulfilment.internal.dropship;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Step;
import org.stockwright.fulfilment.CustomerReturns;
import org.stockwright.fulfilment.DropShipping.Back;
import org.stockwright.fulfilment.DropShipping.DirectReturn;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.testkit.Invariants;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.CostSettings;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random dispatches, returns, reversals and purchases for own stock: whatever the method, each dispatch costs its purchase
 * price once, each return takes it back once, and own stock is worth what was bought for it and came back into it.
 */
class DropShipWalkTest extends DropShipWorld {

    private static final int STEPS = Integer.getInteger("stockwright.dropship.steps", 90);
    private static final String[] ITEMS = { "BOLT", "NUT" };
    private static final BigDecimal STANDARD = new BigDecimal("4.25");

    private final List<Document> orders = new ArrayList<>();
    private final List<Document> purchases = new ArrayList<>();
    private final List<Document> shipments = new ArrayList<>();
    private final Map<String, Long> own = new HashMap<>();
    private final Map<String, BigDecimal> ownValue = new HashMap<>();
    private BigDecimal sold = BigDecimal.ZERO;
    private BigDecimal soldPieces = BigDecimal.ZERO;
    private BigDecimal owed = BigDecimal.ZERO;
    private Random random = new Random(0);
    private int dispatched;
    private int returned;

    @ParameterizedTest
    @EnumSource(value = CostMethod.class, names = "SPECIFIC", mode = EnumSource.Mode.EXCLUDE)
    void eachDispatchCostsItsPurchasePriceOnce(CostMethod method) {
        long seed = Long.getLong("stockwright.seed", System.nanoTime());
        System.out.println("seed " + seed + " " + method);
        random = new Random(seed);
        warehouse.bins("RETURNS");
        world.service(CostSettings.class).setStandards(List.of(standard("BOLT"), standard("NUT")), Progress.NONE)
            .value();
        method(method);
        for (int i = 0; i < STEPS; i++) {
            world.clock().advance(Duration.ofMinutes(random.nextInt(3)));
            String did = step();
            check("seed " + seed + " " + method + " step " + i + ": " + did, method);
        }
        tiesOut();
        assertThat(dispatched).as("dispatches of seed " + seed).isPositive();
        assertThat(returned).as("returns of seed " + seed).isPositive();
    }

    private CostSettings.Standard standard(String item) {
        return new CostSettings.Standard(warehouse.itemOf(item), Optional.empty(), Cost.of(STANDARD));
    }

    private String step() {
        int what = random.nextInt(100);
        if (purchases.isEmpty() || what < 15) {
            return order();
        }
        if (what < 25) {
            String item = any(ITEMS);
            long pieces = 1 + random.nextInt(9);
            BigDecimal cost = price();
            buy("B1", item, pieces, cost.toPlainString());
            own.merge(item, pieces, Long::sum);
            ownValue.merge(item, cost.multiply(BigDecimal.valueOf(pieces)), BigDecimal::add);
            owed = owed.add(cost.multiply(BigDecimal.valueOf(pieces)));
            return "bought " + pieces + " " + item;
        }
        if (what < 62 || shipments.isEmpty()) {
            return dispatch();
        }
        if (what < 77) {
            return back(true);
        }
        if (what < 88) {
            return back(false);
        }
        return what < 95 ? reverse() : close();
    }

    @SafeVarargs
    private <T> T any(T... things) {
        return things[random.nextInt(things.length)];
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private BigDecimal price() {
        return BigDecimal.valueOf(50 + random.nextInt(900), 2);
    }

    private String order() {
        Document order = place(line("BOLT", 2 + random.nextInt(12)), line("NUT", 2 + random.nextInt(12)));
        orders.add(order);
        List<org.stockwright.fulfilment.DropShipping.Part> parts = new ArrayList<>();
        for (DocumentLine line : order.lines()) {
            long pieces = 1 + random.nextLong(line.quantity().amount().longValue());
            parts.add(part(line.line(), pieces, price().toPlainString()));
        }
        purchases.add(approved(routed(order, parts.toArray(org.stockwright.fulfilment.DropShipping.Part[]::new))));
        return "ordered " + order.number();
    }

    private String dispatch() {
        Document purchase = now(any(purchases));
        if (!PurchaseOrders.RECEIVABLE.contains(purchase.state())) {
            return "nothing";
        }
        List<org.stockwright.fulfilment.DropShipping.Sent> sent = new ArrayList<>();
        for (DocumentLine line : purchase.lines()) {
            long open = line.open(Step.RECEIVED).longValue();
            long pieces = open == 0 ? 0 : random.nextInt(4) == 0 ? open : random.nextLong(open + 1);
            if (pieces > 0) {
                sent.add(sent(line.line(), pieces));
                count(line.price().orElseThrow(), pieces);
            }
        }
        if (sent.isEmpty()) {
            return "nothing";
        }
        shipments.add(dispatch(purchase, sent.toArray(org.stockwright.fulfilment.DropShipping.Sent[]::new)));
        dispatched++;
        return "dispatched " + shipments.getLast().number();
    }

    /** Sold and owed at a price; less with negative pieces. */
    private void count(BigDecimal price, long pieces) {
        sold = sold.add(price.multiply(BigDecimal.valueOf(pieces)));
        soldPieces = soldPieces.add(BigDecimal.valueOf(pieces));
        owed = owed.add(price.multiply(BigDecimal.valueOf(pieces)));
    }

    /** The purchase price of a line of a shipment: that of the order of its number with the same item. */
    private BigDecimal price(DocumentLine shipped) {
        return purchases.stream().filter(one -> one.number().equals(shipped.note())).findFirst().orElseThrow().lines()
            .stream().filter(line -> line.itemId().equals(shipped.itemId())).findFirst().orElseThrow().price()
            .orElseThrow();
    }

    private String back(boolean direct) {
        Document shipment = now(any(shipments));
        DocumentLine line = any(shipment.lines());
        long open = line.open(Step.RETURNED).longValue();
        if (open == 0 || !shipment.state().equals("SHIPPED")) {
            return "nothing";
        }
        returned++;
        long pieces = 1 + random.nextLong(open);
        return direct ? direct(shipment, line, pieces) : intoStock(shipment, line, pieces);
    }

    private String direct(Document shipment, DocumentLine line, long pieces) {
        dropShipping().giveBack(new DirectReturn(key(), shipment.id(),
            List.of(new Back(line.line(), BigDecimal.valueOf(pieces))), "bent", "", at())).value();
        count(price(line), -pieces);
        return "gave back " + pieces + " of " + shipment.number();
    }

    private String intoStock(Document shipment, DocumentLine line, long pieces) {
        CustomerReturns returns = world.service(CustomerReturns.class);
        Document back = returns.announce(new CustomerReturns.Announcement(key(), Optional.of(shipment.id()),
            PartnerId.SELF, "bent", List.of(CustomerReturns.Line.of(line.line(), pcs(pieces))), at())).value();
        returns.receive(key(), back.id(), warehouse.place("RETURNS").id(), List.of(), at()).value();
        BigDecimal amount = price(line).multiply(BigDecimal.valueOf(pieces));
        sold = sold.subtract(amount);
        soldPieces = soldPieces.subtract(BigDecimal.valueOf(pieces));
        own.merge(line.item(), pieces, Long::sum);
        ownValue.merge(line.item(), amount, BigDecimal::add);
        return "took back " + pieces + " of " + shipment.number();
    }

    private String reverse() {
        Document shipment = now(any(shipments));
        boolean back = shipment.lines().stream().anyMatch(line -> line.done(Step.RETURNED).signum() > 0);
        if (back || !shipment.state().equals("SHIPPED")) {
            return "nothing";
        }
        dropShipping().reverse(key(), shipment.id(), at(), "not collected").value();
        shipment.lines().forEach(line -> count(price(line), -line.quantity().amount().longValue()));
        return "reversed " + shipment.number();
    }

    private String close() {
        Document purchase = now(any(purchases));
        if (!PurchaseOrders.RECEIVABLE.contains(purchase.state())) {
            return "nothing";
        }
        purchases().closeShort(purchase.id(), "sold out").value();
        return "closed " + purchase.number();
    }

    private void check(String when, CostMethod method) {
        Invariants.check(warehouse.work());
        BigDecimal value = BigDecimal.ZERO;
        BigDecimal pieces = BigDecimal.ZERO;
        for (String item : ITEMS) {
            BigDecimal there = warehouse.onHand("B1", item).add(warehouse.onHand("RETURNS", item));
            assertThat(there).as(when).isEqualByComparingTo(BigDecimal.valueOf(own.getOrDefault(item, 0L)));
            assertThat(warehouse.onHand("DROP-SHIP", item)).as(when).isEqualByComparingTo("0");
            value = value.add(ownValue.getOrDefault(item, BigDecimal.ZERO));
            pieces = pieces.add(there);
        }
        boolean standard = method == CostMethod.STANDARD;
        assertThat(account(TRANSIT)).as(when).isEqualByComparingTo("0");
        assertThat(account(STOCK)).as(when).isEqualByComparingTo(standard ? STANDARD.multiply(pieces) : value);
        assertThat(account(COST_OF_SALES)).as(when)
            .isEqualByComparingTo(standard ? STANDARD.multiply(soldPieces) : sold);
        assertThat(account(SUPPLIERS)).as(when).isEqualByComparingTo(owed.negate());
        for (Document order : orders) {
            for (DocumentLine line : now(order).lines()) {
                assertThat(line.done(Step.ORDERED).signum()).as(when).isNotNegative();
                assertThat(line.done(Step.ORDERED).add(line.done(Step.SHIPPED)).add(line.done(Step.CANCELLED)))
                    .as(when).isLessThanOrEqualTo(line.quantity().amount());
                assertThat(line.done(Step.RETURNED)).as(when).isLessThanOrEqualTo(line.done(Step.SHIPPED));
            }
        }
        // what is with the suppliers is what their open orders still have to send
        for (Document purchase : purchases) {
            Document now = now(purchase);
            BigDecimal with = now.lines().stream().map(line -> PurchaseOrders.RECEIVABLE.contains(now.state())
                ? line.open(Step.RECEIVED) : BigDecimal.ZERO).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal ordered = orders.stream().filter(one -> Optional.of(one.id()).equals(purchase.source()))
                .flatMap(one -> now(one).lines().stream()).map(line -> line.done(Step.ORDERED))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(ordered).as(when).isEqualByComparingTo(with);
        }
    }

}
