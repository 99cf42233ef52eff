package org.stockwright.service.internal.capacity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many services the time of resources is enough for. A service needs minutes of several pools, and a resource may be in
 * more than one of them. So many are possible as every set of pools allows: the minutes of all who are in any pool of the set,
 * divided by what the service needs of these pools together (Hall's condition); the set that allows least is the bottleneck.
 * <p>
 * Rests of time that are too short for a service are no use: of a resource that is in one pool of the set only, the time counts
 * that whole services fill.
 */
final class PoolCapacity {

    /** More pools than this in one service are looked at one by one only. */
    private static final int MOST_TOGETHER = 12;

    private final Map<String, BigDecimal> needs;
    private final Map<String, Map<String, BigDecimal>> minutes;
    private final Map<String, Map<String, BigDecimal>> filled;

    /**
     * Of one service.
     *
     * @param needs minutes for one service, by pool; positive
     * @param minutes what each resource of a pool has, in minutes, by pool and resource
     * @param filled how many of them whole services fill, when the resource does nothing but the part of this pool
     */
    PoolCapacity(Map<String, BigDecimal> needs, Map<String, Map<String, BigDecimal>> minutes,
        Map<String, Map<String, BigDecimal>> filled) {
        this.needs = needs;
        this.minutes = minutes;
        this.filled = filled;
    }

    /** The same when any minute counts. */
    PoolCapacity(Map<String, BigDecimal> needs, Map<String, Map<String, BigDecimal>> minutes) {
        this(needs, minutes, minutes);
    }

    /**
     * What limits it.
     *
     * @param services whole services that are possible
     * @param pools the pools that allow no more
     */
    record Limit(BigDecimal services, Set<String> pools) {
    }

    /** The bottleneck; empty when the service needs no pool. */
    Optional<Limit> limit() {
        List<String> pools = needs.keySet().stream().sorted().toList();
        List<Set<String>> sets = new ArrayList<>();
        if (pools.size() <= MOST_TOGETHER) {
            for (int bits = 1; bits < 1 << pools.size(); bits++) {
                Set<String> set = new HashSet<>();
                for (int i = 0; i < pools.size(); i++) {
                    if ((bits >> i & 1) == 1) {
                        set.add(pools.get(i));
                    }
                }
                sets.add(set);
            }
        } else {
            pools.forEach(pool -> sets.add(Set.of(pool)));
        }
        Limit least = null;
        for (Set<String> set : sets) {
            Limit limit = new Limit(services(set), set);
            int order = least == null ? -1 : limit.services().compareTo(least.services());
            if (order < 0 || order == 0 && set.size() < least.pools().size()) {
                least = limit;
            }
        }
        return Optional.ofNullable(least);
    }

    private BigDecimal services(Set<String> set) {
        Map<String, BigDecimal> there = new HashMap<>();
        BigDecimal needed = BigDecimal.ZERO;
        for (String pool : set) {
            needed = needed.add(needs.get(pool));
            Map<String, BigDecimal> whole = filled.getOrDefault(pool, Map.of());
            // whoever is in two pools of the set is counted once, with all his time
            minutes.getOrDefault(pool, Map.of()).forEach((member, time) -> there.merge(member,
                whole.getOrDefault(member, time), (one, other) -> time));
        }
        return there.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(needed, 0, RoundingMode.FLOOR);
    }

}
