package org.stockwright.company.internal;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.stockwright.catalog.Tracking;

/**
 * What the simulation of the demo year knows to lie of one item at one site: whole base units, oldest lots first.
 */
final class DemoStock {

    /**
     * So much of one lot.
     *
     * @param lot the lot's or serial number's code; empty for none
     * @param amount how much
     */
    record Portion(String lot, long amount) {

        BigDecimal decimal() {
            return BigDecimal.valueOf(amount);
        }

    }

    private final Deque<Portion> portions = new ArrayDeque<>();
    private long total;

    long total() {
        return total;
    }

    void put(Portion portion) {
        portions.addLast(portion);
        total += portion.amount();
    }

    /** Takes the oldest stock, at most what is there. */
    List<Portion> take(long wanted) {
        List<Portion> taken = new ArrayList<>();
        long left = Math.min(wanted, total);
        total -= left;
        while (left > 0) {
            Portion oldest = portions.removeFirst();
            if (oldest.amount() > left) {
                portions.addFirst(new Portion(oldest.lot(), oldest.amount() - left));
                oldest = new Portion(oldest.lot(), left);
            }
            left -= oldest.amount();
            taken.add(oldest);
        }
        return merged(taken);
    }

    private static List<Portion> merged(List<Portion> portions) {
        List<Portion> result = new ArrayList<>();
        for (Portion portion : portions) {
            int last = result.size() - 1;
            if (last >= 0 && result.get(last).lot().equals(portion.lot())) {
                result.set(last, new Portion(portion.lot(), result.get(last).amount() + portion.amount()));
            } else {
                result.add(portion);
            }
        }
        return result;
    }

    /** New portions of an amount: one lot, or one serial number per piece. */
    static List<Portion> fresh(Tracking tracking, String prefix, long amount) {
        return switch (tracking) {
            case NONE -> List.of(new Portion("", amount));
            case LOT -> List.of(new Portion("L" + prefix, amount));
            case SERIAL -> {
                List<Portion> pieces = new ArrayList<>();
                for (long piece = 1; piece <= amount; piece++) {
                    pieces.add(new Portion("SN" + prefix + "-" + piece, 1));
                }
                yield pieces;
            }
        };
    }

}
