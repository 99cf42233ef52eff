package org.stockwright.hostile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.MovementKind;

/** What the walk tries next: mostly what a clerk would post, sometimes what nobody should. */
final class WalkLines {

    private static final int SERIALS = 40;
    private static final int TRIES = 6;
    private static final List<String> STATUSES = List.of("AVAILABLE", "QUARANTINE", "BLOCKED", "REJECTED");

    private final Seed seed;
    private final WalkModel model;
    private final List<WalkBook.Key> seen = new ArrayList<>();
    private final Set<WalkBook.Key> known = new HashSet<>();

    WalkLines(Seed seed, WalkModel model) {
        this.seed = seed;
        this.model = model;
    }

    /** Takes note of balances that came into being. */
    void look() {
        if (known.size() < model.balances.size()) {
            for (WalkBook.Key key : model.balances.keySet()) {
                if (known.add(key)) {
                    seen.add(key);
                }
            }
        }
    }

    /** A balance with stock, if one is found quickly; else any. */
    WalkBook.Key stocked() {
        WalkBook.Key key = null;
        for (int i = 0; i < TRIES && !seen.isEmpty(); i++) {
            key = seen.get(seed.below(seen.size()));
            if (model.level(key).free() > 0) {
                return key;
            }
        }
        return key == null ? new WalkBook.Key("P-0", "W-1", "", "SELF", "AVAILABLE", "") : key;
    }

    String item() {
        return seed.of(List.copyOf(model.world.items.keySet()));
    }

    String place() {
        return seed.of(List.copyOf(model.world.places.keySet()));
    }

    private String bin() {
        return seed.of("MAIN", "W-1", "W-1", "W-2", "W-3", "W-4", "PRODUCTION", "TRANSIT", "CONS");
    }

    private String lot(WalkWorld.Item item) {
        return switch (item.tracking) {
            case NONE -> "";
            case LOT -> "L" + seed.below(8);
            case SERIAL -> "S" + seed.below(SERIALS);
        };
    }

    String unit(String item) {
        WalkWorld.Item known = model.world.items.get(item);
        return known == null || known.steps == 1 ? "PCS" : "G";
    }

    WalkBook.Line next() {
        int choice = seed.below(100);
        if (choice < 36) {
            return incoming();
        }
        return choice < 88 ? outgoing() : wild();
    }

    private WalkBook.Line incoming() {
        WalkWorld.Item item = model.world.items.get(item());
        MovementKind kind = seed.of(MovementKind.RECEIPT, MovementKind.RECEIPT, MovementKind.RETURN_IN,
            MovementKind.OPENING, MovementKind.ADJUST);
        boolean serial = item.tracking == Tracking.SERIAL;
        String unit = item.steps == 1000 ? seed.of("KG", "G") : serial ? "PCS" : seed.of("PCS", "PCS", "BOX", "THIRD");
        long amount = serial ? 1 : unit.equals("THIRD") ? 3L * (1 + seed.below(6)) : 1 + seed.below(12);
        return new WalkBook.Line(kind, item.code, unit, amount, "", bin(), lot(item),
            seed.percent(8) ? "OWN1" : "SELF", seed.percent(10) ? seed.of(STATUSES) : "AVAILABLE", "", "",
            seed.percent(6) ? "HU" + seed.below(6) : "");
    }

    private WalkBook.Line outgoing() {
        WalkBook.Key key = stocked();
        long there = Math.max(1, model.level(key).onHand());
        long amount = seed.percent(10) ? there + seed.below(4) : 1 + seed.below((int) Math.min(there, 20));
        return taking(key, amount);
    }

    /** A line that takes from a balance. */
    WalkBook.Line taking(WalkBook.Key key, long amount) {
        MovementKind kind = seed.of(MovementKind.ISSUE, MovementKind.ISSUE, MovementKind.TRANSFER,
            MovementKind.TRANSFER, MovementKind.SCRAP, MovementKind.RETURN_OUT, MovementKind.STATUS,
            MovementKind.ADJUST);
        String to = "";
        String toStatus = "";
        switch (kind) {
            case ISSUE -> to = seed.percent(10) ? "PRODUCTION" : "";
            case TRANSFER -> to = bin();
            case STATUS -> toStatus = seed.of(STATUSES);
            default -> {
                // implied
            }
        }
        boolean keepsUnit = kind == MovementKind.STATUS;
        return new WalkBook.Line(kind, key.item(), unit(key.item()),
            kind == MovementKind.ADJUST ? -amount : amount, key.place(), to, key.lot(), key.owner(), key.status(),
            toStatus, key.unit(), keepsUnit ? key.unit() : kind == MovementKind.TRANSFER && seed.percent(8)
                ? "HU" + seed.below(6) : "");
    }

    private WalkBook.Line wild() {
        String item = seed.percent(6) ? "NO-ITEM" : item();
        String lot = seed.percent(50) && model.world.items.containsKey(item) ? lot(model.world.items.get(item))
            : seed.of("", "L1", "S1", "NEVER-MADE");
        return new WalkBook.Line(seed.of(MovementKind.values()), item,
            seed.of("PCS", "PCS", "KG", "G", "BOX", "THIRD"), seed.below(12) - 2, anywhere(), anywhere(), lot,
            seed.of("SELF", "SELF", "OWN1", "NOBODY"), seed.of("AVAILABLE", "AVAILABLE", "QUARANTINE", "FANCY"),
            seed.of("", "", "BLOCKED", "FANCY"), seed.of("", "", "HU1", "HU-NEVER"), seed.of("", "", "HU2", "HU-NOT"));
    }

    private String anywhere() {
        return seed.percent(25) ? "" : seed.percent(5) ? "NOWHERE" : place();
    }

}
