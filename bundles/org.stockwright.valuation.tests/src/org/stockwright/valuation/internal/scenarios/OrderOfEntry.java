package org.stockwright.valuation.internal.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Orders in which the steps of a scenario can be entered. */
final class OrderOfEntry {

    private OrderOfEntry() {
        // only functions
    }

    /** Any order in which each step comes after what it needs. */
    static List<Step> shuffled(List<Step> steps, Random random) {
        List<Step> result = new ArrayList<>();
        List<Step> part = new ArrayList<>();
        for (Step step : steps) {
            if (step.verb().isBarrier() || !step.refusal().isEmpty()) {
                shuffle(part, random, result);
                part.clear();
                result.add(step);
            } else {
                part.add(step);
            }
        }
        shuffle(part, random, result);
        return result;
    }

    private static void shuffle(List<Step> steps, Random random, List<Step> result) {
        List<Step> left = new ArrayList<>(steps);
        while (!left.isEmpty()) {
            List<Step> free = new ArrayList<>();
            for (int i = 0; i < left.size(); i++) {
                Step step = left.get(i);
                if (left.subList(0, i).stream().noneMatch(step::needs)) {
                    free.add(step);
                }
            }
            Step next = free.get(random.nextInt(free.size()));
            result.add(next);
            left.remove(next);
        }
    }

}
