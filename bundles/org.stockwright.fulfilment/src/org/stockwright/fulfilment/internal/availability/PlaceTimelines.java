package org.stockwright.fulfilment.internal.availability;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.stockwright.base.LocationId;
import org.stockwright.ledger.spi.PlaceTree;

/**
 * Projected stock of an item in the places that orders name, and in all places together. A place gives to those around it what
 * its own orders leave, by each day; an order that names a place around it, or none, is filled from elsewhere first, and what
 * elsewhere cannot give by its day is kept for it here. As places are parts of one another, that is exact: so much can be
 * promised at a place as can be taken from there with every promise before it still kept. For one thread.
 */
final class PlaceTimelines {

    private final LocalDate today;
    private final PlaceTree places;
    /** Each place before its parts; all places together come first. */
    private final List<Node> nodes = new ArrayList<>();

    /** A place, or all of them; its timeline has what lies, comes and is wanted there and in none of its parts. */
    private record Node(Optional<LocationId> place, int parent, Timeline own) {
    }

    /**
     * From the figures of an item in all places.
     *
     * @param asked places that will be asked for
     * @param wanting whether what open orders want counts; else only what nobody holds and what comes
     */
    PlaceTimelines(LocalDate today, ItemFigures figures, PlaceTree places, Collection<LocationId> asked,
        boolean wanting) {
        this.today = today;
        this.places = places;
        Set<LocationId> named = new TreeSet<>(asked);
        figures.wanting().forEach(one -> one.place().ifPresent(named::add));
        nodes.add(new Node(Optional.empty(), -1, new Timeline(today, BigDecimal.ZERO)));
        named.stream().sorted(Comparator.comparingInt((LocationId one) -> places.above(one, named).size())
            .thenComparing(Comparator.naturalOrder())).forEach(
                place -> nodes.add(new Node(Optional.of(place), around(places.above(place, named)),
                    new Timeline(today, BigDecimal.ZERO))));
        figures.lying().forEach(one -> at(Optional.of(one.place())).own().leaves(Optional.of(today),
            one.available().negate()));
        figures.coming().forEach(one -> one.day().ifPresent(day -> at(one.place()).own().comes(day, one.quantity())));
        if (wanting) {
            figures.wanting().forEach(one -> at(one.place()).own().leaves(one.day(), one.missing()));
        }
    }

    private int around(List<LocationId> above) {
        return above.isEmpty() ? 0 : index(Optional.of(above.getFirst()));
    }

    private int index(Optional<LocationId> place) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).place().equals(place)) {
                return i;
            }
        }
        throw new IllegalArgumentException("nobody asked for the place " + place);
    }

    /** The smallest of the places that something is in. */
    private Node at(Optional<LocationId> place) {
        for (int i = nodes.size() - 1; i > 0; i--) {
            LocationId one = nodes.get(i).place().orElseThrow();
            if (place.filter(part -> places.isWithin(part, Set.of(one))).isPresent()) {
                return nodes.get(i);
            }
        }
        return nodes.getFirst();
    }

    /** So much is promised for a day, from a place or from any. */
    void take(Optional<LocationId> place, BigDecimal quantity, LocalDate day) {
        at(place).own().leaves(Optional.of(day), quantity);
    }

    /** What can be promised at a place, or from any. */
    Timeline of(Optional<LocationId> place) {
        if (nodes.size() == 1) {
            return nodes.getFirst().own();
        }
        TreeSet<LocalDate> all = new TreeSet<>(Set.of(today));
        nodes.forEach(node -> all.addAll(node.own().days()));
        List<LocalDate> days = List.copyOf(all);
        Levels levels = new Levels(days);
        int at = index(place);
        return Timeline.of(today, days, levels.free(at));
    }

    /** The sums of all places at the end of each day. */
    private final class Levels {

        private final int days;
        /** What lies directly there, less what is wanted there. */
        private final BigDecimal[][] own;
        /** What is left of it with what its parts give, before those around it take something. */
        private final BigDecimal[][] left;
        /** What those around it may take by each day. */
        private final BigDecimal[][] gives;

        private Levels(List<LocalDate> all) {
            this.days = all.size();
            this.own = new BigDecimal[nodes.size()][];
            this.left = new BigDecimal[nodes.size()][];
            this.gives = new BigDecimal[nodes.size()][];
            BigDecimal[][] whole = new BigDecimal[nodes.size()][];
            for (int i = nodes.size() - 1; i >= 0; i--) {
                own[i] = nodes.get(i).own().levels(all);
                whole[i] = own[i].clone();
                left[i] = own[i].clone();
                for (int part = i + 1; part < nodes.size(); part++) {
                    if (nodes.get(part).parent() == i) {
                        add(whole[i], whole[part]);
                        add(left[i], gives[part]);
                    }
                }
                for (int day = 0; day < days; day++) {
                    // a part that lacks something lacks it for the whole, too
                    left[i][day] = left[i][day].min(whole[i][day]);
                }
                gives[i] = least(left[i]);
            }
        }

        private void add(BigDecimal[] sums, BigDecimal[] more) {
            for (int day = 0; day < days; day++) {
                sums[day] = sums[day].add(more[day]);
            }
        }

        /** The least from each day on, not below nothing. */
        private BigDecimal[] least(BigDecimal[] levels) {
            BigDecimal[] result = new BigDecimal[days];
            BigDecimal least = levels[days - 1];
            for (int day = days - 1; day >= 0; day--) {
                least = least.min(levels[day]);
                result[day] = least.max(BigDecimal.ZERO);
            }
            return result;
        }

        /** What is left at a place when those around it have taken what they get nowhere else. */
        private BigDecimal[] free(int at) {
            BigDecimal[] kept = kept(at);
            BigDecimal[] result = left[at].clone();
            for (int day = 0; day < days; day++) {
                result[day] = result[day].subtract(kept[day]);
            }
            return result;
        }

        private BigDecimal[] kept(int at) {
            BigDecimal[] result = new BigDecimal[days];
            Arrays.fill(result, BigDecimal.ZERO);
            int around = nodes.get(at).parent();
            if (around < 0) {
                return result;
            }
            BigDecimal[] elsewhere = own[around].clone();
            for (int part = 0; part < nodes.size(); part++) {
                if (nodes.get(part).parent() == around && part != at) {
                    add(elsewhere, Objects.requireNonNull(gives[part]));
                }
            }
            BigDecimal[] wanted = kept(around);
            BigDecimal most = BigDecimal.ZERO;
            for (int day = 0; day < days; day++) {
                most = most.max(wanted[day].subtract(elsewhere[day]));
                result[day] = most.min(gives[at][day]);
            }
            return result;
        }

    }

}
