package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.valuation.Cost;
import org.stockwright.valuation.internal.engine.History;

/**
 * What went out, or came in, on one paper and what of it came back, in the order of time: returns bring back the newest
 * first. Deliveries that were reversed have nothing left to bring back; returns that were reversed never were.
 */
final class PaperTrail {

    private final Map<Long, Trip> deliveries = new LinkedHashMap<>();
    private final Map<Long, List<History.Original>> returns = new HashMap<>();

    /** A delivery, and how much of it came back. */
    private static final class Trip {

        private final BigDecimal quantity;
        private BigDecimal back = BigDecimal.ZERO;

        Trip(BigDecimal quantity) {
            this.quantity = quantity;
        }

    }

    /** Goods were delivered. */
    void delivered(long seq, BigDecimal quantity) {
        deliveries.put(seq, new Trip(quantity));
    }

    /** Goods came back. */
    void returned(long seq, BigDecimal quantity) {
        List<History.Original> parts = parts(quantity);
        parts.forEach(part -> add(part.movement(), part.part()));
        returns.put(seq, parts);
    }

    /** A delivery or a return was reversed. */
    void reversed(long seq, BigDecimal quantity) {
        if (deliveries.containsKey(seq)) {
            add(seq, quantity);
        } else {
            returns.getOrDefault(seq, List.of()).forEach(part -> add(part.movement(), part.part().negate()));
        }
    }

    private void add(long seq, BigDecimal quantity) {
        Trip trip = deliveries.get(seq);
        trip.back = trip.back.add(quantity);
    }

    /** What a return of so many would bring back now; without costs. */
    List<History.Original> parts(BigDecimal quantity) {
        List<History.Original> result = new ArrayList<>();
        BigDecimal left = quantity;
        List<Map.Entry<Long, Trip>> newestFirst = new ArrayList<>(deliveries.entrySet()).reversed();
        for (Map.Entry<Long, Trip> delivery : newestFirst) {
            Trip trip = delivery.getValue();
            BigDecimal part = trip.quantity.subtract(trip.back).min(left);
            if (part.signum() > 0) {
                result.add(new History.Original(delivery.getKey(), trip.quantity, trip.back, part, Cost.ZERO));
                left = left.subtract(part);
            }
        }
        return result;
    }

}
