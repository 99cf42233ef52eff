package org.stockwright.service.internal.capacity;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.stockwright.service.internal.capacity.PoolCapacity.Limit;

import static org.assertj.core.api.Assertions.assertThat;

class PoolCapacityTest {

    private static Map<String, BigDecimal> minutes(Object... values) {
        Map<String, BigDecimal> result = new TreeMap<>();
        for (int i = 0; i < values.length; i += 2) {
            result.put((String) values[i], BigDecimal.valueOf((Integer) values[i + 1]));
        }
        return result;
    }

    @Test
    void thePoolWithTheLeastTimeForItLimits() {
        Limit limit = new PoolCapacity(minutes("DOCTOR", 45, "ROOM", 30),
            Map.of("DOCTOR", minutes("ANNA", 240, "BEN", 480), "ROOM", minutes("R1", 540))).limit().orElseThrow();
        assertThat(limit).isEqualTo(new Limit(BigDecimal.valueOf(16), Set.of("DOCTOR")));
    }

    @Test
    void whoeverIsInTwoPoolsIsCountedOnce() {
        Limit limit = new PoolCapacity(minutes("DOCTOR", 30, "NURSE", 30),
            Map.of("DOCTOR", minutes("ANNA", 480), "NURSE", minutes("ANNA", 480, "BEN", 60))).limit().orElseThrow();
        assertThat(limit).isEqualTo(new Limit(BigDecimal.valueOf(9), Set.of("DOCTOR", "NURSE")));
    }

    @Test
    void onlyTimeThatWholeServicesFillCountsUnlessSomebodyIsInTwoPools() {
        Map<String, Map<String, BigDecimal>> minutes = Map.of("DOCTOR", minutes("ANNA", 100, "BEN", 80), "NURSE",
            minutes("ANNA", 100));
        Map<String, Map<String, BigDecimal>> filled = Map.of("DOCTOR", minutes("ANNA", 60, "BEN", 60), "NURSE",
            minutes("ANNA", 80));
        // DOCTOR alone 120 / 60; with NURSE ANNA counts with all her time: (100 + 60) / (60 + 40)
        Limit limit = new PoolCapacity(minutes("DOCTOR", 60, "NURSE", 40), minutes, filled).limit().orElseThrow();
        assertThat(limit).isEqualTo(new Limit(BigDecimal.ONE, Set.of("DOCTOR", "NURSE")));
        assertThat(new PoolCapacity(minutes("DOCTOR", 60), minutes, filled).limit().orElseThrow())
            .isEqualTo(new Limit(BigDecimal.TWO, Set.of("DOCTOR")));
    }

    @Test
    void aPoolThatNobodyIsInAllowsNothing() {
        assertThat(new PoolCapacity(minutes("DOCTOR", 1), Map.of()).limit().orElseThrow().services()).isZero();
        assertThat(new PoolCapacity(Map.of(), Map.of()).limit()).isEmpty();
    }

    /** Against the largest number of services whose minutes flow from the pools to their members. */
    @Test
    void asManyAreCountedAsAFlowOfMinutesAllows() {
        long seed = Long.getLong("stockwright.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            int pools = 1 + random.nextInt(4);
            int resources = 1 + random.nextInt(4);
            int[] needs = new int[pools];
            int[] there = new int[resources];
            boolean[][] members = new boolean[pools][resources];
            Map<String, BigDecimal> wanted = new TreeMap<>();
            Map<String, Map<String, BigDecimal>> minutes = new TreeMap<>();
            for (int r = 0; r < resources; r++) {
                there[r] = random.nextInt(40);
            }
            for (int p = 0; p < pools; p++) {
                needs[p] = 1 + random.nextInt(9);
                wanted.put("P" + p, BigDecimal.valueOf(needs[p]));
                Map<String, BigDecimal> some = new TreeMap<>();
                for (int r = 0; r < resources; r++) {
                    members[p][r] = random.nextInt(3) > 0;
                    if (members[p][r]) {
                        some.put("R" + r, BigDecimal.valueOf(there[r]));
                    }
                }
                minutes.put("P" + p, some);
            }
            int most = 0;
            while (flows(needs, there, members, most + 1)) {
                most++;
            }
            assertThat(new PoolCapacity(wanted, minutes).limit().orElseThrow().services())
                .as("round %d: %s of %s", round, wanted, minutes).isEqualByComparingTo(BigDecimal.valueOf(most));
        }
    }

    private static boolean flows(int[] needs, int[] there, boolean[][] members, int services) {
        int pools = needs.length;
        int all = pools + there.length + 2;
        int[][] left = new int[all][all];
        int wanted = 0;
        for (int p = 0; p < pools; p++) {
            left[0][1 + p] = needs[p] * services;
            wanted += needs[p] * services;
            for (int r = 0; r < there.length; r++) {
                left[1 + p][1 + pools + r] = members[p][r] ? Integer.MAX_VALUE / 2 : 0;
                left[1 + pools + r][all - 1] = there[r];
            }
        }
        int flow = 0;
        for (int some = augment(left); some > 0; some = augment(left)) {
            flow += some;
        }
        return flow == wanted;
    }

    private static int augment(int[][] left) {
        int[] from = new int[left.length];
        Arrays.fill(from, -1);
        from[0] = 0;
        Deque<Integer> next = new ArrayDeque<>(List.of(0));
        while (!next.isEmpty()) {
            int node = next.poll();
            for (int to = 0; to < left.length; to++) {
                if (from[to] < 0 && left[node][to] > 0) {
                    from[to] = node;
                    next.add(to);
                }
            }
        }
        int last = left.length - 1;
        if (from[last] < 0) {
            return 0;
        }
        int some = Integer.MAX_VALUE;
        for (int node = last; node > 0; node = from[node]) {
            some = Math.min(some, left[from[node]][node]);
        }
        for (int node = last; node > 0; node = from[node]) {
            left[from[node]][node] -= some;
            left[node][from[node]] += some;
        }
        return some;
    }

}
