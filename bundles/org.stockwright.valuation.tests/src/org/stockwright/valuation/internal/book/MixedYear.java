package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.stockwright.ledger.MovementLine;
import org.stockwright.testkit.Warehouse;
import org.stockwright.valuation.TransitTerms;

/**
 * A year that was thought up: movements, production, reversals, late costs, new standard costs and terms, by the order of
 * time.
 */
final class MixedYear {

    /** Something that happens. */
    sealed interface Deed {

        /** Its key. */
        String key();

        /** When it takes effect; no two of them at the same instant. */
        Instant effective();

        /** What has to be entered before it; empty for nothing. */
        String after();

    }

    /** Goods move. */
    record Move(String key, Instant effective, String reference, MovementLine line) implements Deed {

        @Override
        public String after() {
            return "";
        }

    }

    /** A movement is reversed. */
    record Reverse(String key, Instant effective, String after) implements Deed {
    }

    /** Cost comes late. */
    record Late(String key, Instant effective, String after, BigDecimal amount) implements Deed {
    }

    /** Goods are used up or made for a production order. */
    record Make(String key, Instant effective, String order, List<MovementLine> lines) implements Deed {

        @Override
        public String after() {
            return "";
        }

    }

    /** Work is charged to a production order, or it is closed where there is no amount. */
    record OnOrder(String key, Instant effective, String after, String order, BigDecimal labour) implements Deed {
    }

    /** A standard cost changes. */
    record Standard(String key, Instant effective, String item, BigDecimal cost) implements Deed {

        @Override
        public String after() {
            return "";
        }

    }

    /** Whose goods in a place of transit are changes. */
    record Terms(String key, Instant effective, String place, TransitTerms.Direction direction,
        TransitTerms.Incoterm rule) implements Deed {

        @Override
        public String after() {
            return "";
        }

    }

    private static final String[] PLACES = { "MAIN", "A1", "TRANSIT", "SHOP", "SEA", "LORRY" };
    private static final String[] LOTS = { "L1", "L2", "L3" };

    private final Warehouse warehouse;
    private final Random random;
    private final List<Deed> deeds = new ArrayList<>();
    private final List<String> receipts = new ArrayList<>();
    private final List<String> movements = new ArrayList<>();
    private final Set<String> reversed = new HashSet<>();
    private final Map<String, Long> stock = new HashMap<>();
    private final Map<String, String> orders = new HashMap<>();

    MixedYear(Warehouse warehouse, Random random) {
        this.warehouse = warehouse;
        this.random = random;
    }

    /** So many deeds, by the order of time. The first of them make the lots. */
    List<Deed> think(int count) {
        for (String lot : LOTS) {
            Instant when = ValueWorld.day(0.1 + deeds.size() * 0.01);
            deeds.add(new Move("L" + deeds.size(), when, "", warehouse.line("SUPPLIER", "MAIN", "WINE", 1)
                .withLot(lot).withUnitCost(new BigDecimal("4.44"))));
        }
        for (int i = 0; i < count; i++) {
            Instant when = ValueWorld.day(1 + i * 0.3 + random.nextInt(1000) * 0.0002);
            int dice = random.nextInt(100);
            String key = "K" + i;
            if (dice < 6 && !receipts.isEmpty()) {
                deeds
                    .add(new Late(key, when, any(receipts), new BigDecimal(1 + random.nextInt(9999)).movePointLeft(2)));
            } else if (dice < 12 && reversed.size() < movements.size()) {
                reverse(key, when);
            } else if (dice < 15 && i % 3 == 0) {
                terms(key, when);
            } else if (dice < 15) {
                deeds.add(new Standard(key, when, any(List.of("BOLT", "WINE", "BOX", "SET")),
                    new BigDecimal(10000 + random.nextInt(50000)).movePointLeft(4)));
            } else if (dice < 45) {
                make(key, when);
            } else {
                move(key, when);
            }
        }
        return deeds;
    }

    private void terms(String key, Instant when) {
        TransitTerms.Incoterm[] rules = TransitTerms.Incoterm.values();
        boolean sea = random.nextBoolean();
        deeds.add(new Terms(key, when, sea ? "SEA" : "LORRY",
            sea ? TransitTerms.Direction.INBOUND : TransitTerms.Direction.OUTBOUND,
            rules[random.nextInt(rules.length)]));
    }

    private String any(List<String> keys) {
        return keys.get(random.nextInt(keys.size()));
    }

    private void reverse(String key, Instant when) {
        String target = any(movements);
        if (reversed.add(target)) {
            deeds.add(new Reverse(key, when, target));
        } else {
            move(key, when);
        }
    }

    private void move(String key, Instant when) {
        String item = random.nextInt(2) == 0 ? "WINE" : "BOLT";
        String lot = item.equals("WINE") ? LOTS[random.nextInt(LOTS.length)] : "";
        String place = PLACES[random.nextInt(PLACES.length)];
        long there = stock.getOrDefault(item + lot + place, 0L);
        MovementLine line = there <= 0 || random.nextInt(100) < 40 ? in(key, item, place)
            : out(item, lot, place, there);
        if (line.unitCost().isPresent()) {
            stock.merge(item + lot + place, line.quantity().amount().longValue(), Long::sum);
        }
        movements.add(key);
        deeds.add(new Move(key, when, "P" + random.nextInt(8), lot.isEmpty() ? line : line.withLot(lot)));
    }

    /** Some of it goes round in circles: what is made may be used up for what it was made of. */
    private void make(String key, Instant when) {
        String order = "O" + random.nextInt(6);
        int dice = random.nextInt(12);
        if (dice < 2 && orders.containsKey(order)) {
            deeds.add(new OnOrder(key, when, orders.get(order), order, dice == 0 ? null
                : new BigDecimal(1 + random.nextInt(9999)).movePointLeft(2)));
            return;
        }
        List<MovementLine> lines = new ArrayList<>();
        if (dice < 8) {
            String item = any(List.of("BOLT", "BOLT", "BOX", "SET"));
            long pieces = 1 + random.nextLong(Math.max(1, stock.getOrDefault(item + "MAIN", 0L) + 2));
            stock.merge(item + "MAIN", -pieces, Long::sum);
            lines.add(warehouse.line("MAIN", "CONVERSION", item, pieces));
        }
        if (dice >= 6) {
            for (int i = random.nextInt(3); i < 3; i += 2) {
                lines.add(output(any(List.of("BOX", "BOX", "SET", "SET", "BOLT"))));
            }
            receipts.add(key);
        }
        orders.putIfAbsent(order, key);
        movements.add(key);
        deeds.add(new Make(key, when, order, lines));
    }

    private MovementLine output(String item) {
        long pieces = 1 + random.nextInt(10);
        stock.merge(item + "MAIN", pieces, Long::sum);
        MovementLine line = warehouse.line("CONVERSION", "MAIN", item, pieces);
        return random.nextInt(5) == 0
            ? line.withUnitCost(new BigDecimal(10000 + random.nextInt(50000)).movePointLeft(4)) : line;
    }

    private MovementLine in(String key, String item, String place) {
        long pieces = 1 + random.nextInt(40);
        if (random.nextInt(8) == 0) {
            return warehouse.line("CUSTOMER", place, item, pieces);
        }
        receipts.add(key);
        return warehouse.line("SUPPLIER", place, item, pieces)
            .withUnitCost(new BigDecimal(10000 + random.nextInt(90000)).movePointLeft(4));
    }

    /** Now and then more than there is. */
    private MovementLine out(String item, String lot, String place, long there) {
        long pieces = 1 + random.nextLong(there + 3);
        stock.merge(item + lot + place, -pieces, Long::sum);
        String to = PLACES[random.nextInt(PLACES.length)];
        if (random.nextInt(100) < 45 && !to.equals(place)) {
            stock.merge(item + lot + to, pieces, Long::sum);
            return warehouse.line(place, to, item, pieces);
        }
        return warehouse.line(place, random.nextInt(6) == 0 ? "SUPPLIER" : "CUSTOMER", item, pieces);
    }

    /** The same deeds in any order in which each comes after what it needs. */
    static List<Deed> shuffled(List<Deed> deeds, Random random) {
        List<Deed> waiting = new ArrayList<>(deeds.subList(LOTS.length, deeds.size()));
        java.util.Collections.shuffle(waiting, random);
        List<Deed> result = new ArrayList<>(deeds.subList(0, LOTS.length));
        Set<String> entered = new HashSet<>(Set.of(""));
        while (!waiting.isEmpty()) {
            for (Deed deed : List.copyOf(waiting)) {
                if (entered.contains(deed.after())) {
                    result.add(deed);
                    entered.add(deed.key());
                    waiting.remove(deed);
                }
            }
        }
        return result;
    }

}
