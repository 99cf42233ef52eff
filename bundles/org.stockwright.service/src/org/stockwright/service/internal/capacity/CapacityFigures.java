package org.stockwright.service.internal.capacity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.stockwright.base.ItemId;
import org.stockwright.base.Sample;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.Bookings;
import org.stockwright.service.Capacity.Figure;
import org.stockwright.service.Capacity.Limit;
import org.stockwright.service.Capacity.LimitKind;
import org.stockwright.service.Capacity.Utilisation;
import org.stockwright.service.Template;
import org.stockwright.service.internal.capacity.BookingRows.SlotRow;
import org.stockwright.service.internal.capacity.Roster.Member;
import org.stockwright.service.internal.capacity.Roster.Need;
import org.stockwright.service.internal.capacity.Spans.Span;

/**
 * Counts capacity and utilisation in one transaction.
 * <p>
 * By time, as many services are possible as every set of pools allows ({@link PoolCapacity}). By a material, the quantity that
 * is free, and what bookings of the same service in the period hold, divided by the quantity that one service uses up, and those
 * whose time has come already. The least of these is the capacity. What remains is counted the same way of the time from now on that nobody has booked and of the
 * material that is free, and is at most capacity - booked.
 */
final class CapacityFigures {

    private static final int DECIMALS = 3;

    private final Transaction transaction;
    private final Calendar calendar;
    private final FreeMaterials materials;
    private final BookingRows rows;
    private final RosterReader reader;

    CapacityFigures(Transaction transaction, ZoneId zone, FreeMaterials materials) throws SQLException {
        this.transaction = transaction;
        this.calendar = new Calendar(zone);
        this.materials = materials;
        this.rows = new BookingRows(transaction);
        this.reader = new RosterReader(transaction, zone);
    }

    /** The figure of a template for the days from the first to the last one. */
    Figure figure(Template template, LocalDate first, LocalDate last) throws SQLException {
        Timetable timetable = new Timetable(template);
        Span period = calendar.days(first, last);
        List<String> states = rows.beginning(period).stream().filter(head -> head.code().equals(template.code()))
            .map(BookingRows.Head::state).filter(state -> !Bookings.CANCELLED.equals(state)).toList();
        BigDecimal booked = BigDecimal.valueOf(states.size());
        BigDecimal over = BigDecimal.valueOf(states.stream().filter(state -> !Bookings.BOOKED.equals(state)).count());
        List<Limit> limits = new ArrayList<>();
        pools(timetable, period).ifPresent(limits::add);
        limits.addAll(materials(template, timetable, first, period, over));
        limits.sort(Comparator.comparing(Limit::services).thenComparing(Limit::left).thenComparing(Limit::kind));
        Optional<BigDecimal> capacity = limits.stream().map(Limit::services).min(Comparator.naturalOrder());
        Optional<BigDecimal> left = limits.stream().map(Limit::left).min(Comparator.naturalOrder());
        Optional<BigDecimal> remaining = capacity
            .map(most -> most.subtract(booked).min(left.orElse(most)).max(BigDecimal.ZERO));
        return new Figure(first, last, template.code(), template.version(), capacity, booked, remaining, limits);
    }

    private Optional<Limit> pools(Timetable timetable, Span period) throws SQLException {
        Map<String, BigDecimal> needs = timetable.micros();
        Roster roster = reader.read(period, new HashSet<>(reader.resources().keySet()), Optional.empty(),
            Roster.BOOKING);
        Span future = new Span(transaction.now().isAfter(period.from()) ? transaction.now() : period.from(),
            period.until());
        Map<String, Map<String, BigDecimal>> all = new HashMap<>();
        Map<String, Map<String, BigDecimal>> filled = new HashMap<>();
        Map<String, Map<String, BigDecimal>> free = new HashMap<>();
        for (Member member : roster.members().values()) {
            Spans shifts = member.open().within(period);
            BigDecimal open = micros(shifts);
            BigDecimal left = future.isEmpty() ? BigDecimal.ZERO : micros(roster.free(member.code(), future));
            for (String pool : member.pools()) {
                all.computeIfAbsent(pool, code -> new TreeMap<>()).put(member.code(), open);
                filled.computeIfAbsent(pool, code -> new TreeMap<>()).put(member.code(),
                    timetable.filled(pool, shifts));
                free.computeIfAbsent(pool, code -> new TreeMap<>()).put(member.code(), left);
            }
        }
        boolean isPossible = isPossible(timetable, all);
        Optional<PoolCapacity.Limit> most = new PoolCapacity(needs, all, filled).limit();
        Optional<PoolCapacity.Limit> left = new PoolCapacity(needs, free).limit();
        // of the time that is left another set of pools may be the bottleneck: it is named once it stops the service
        return most.flatMap(limit -> left.map(rest -> new Limit(LimitKind.POOLS,
            List.copyOf(new TreeSet<>(rest.services().signum() == 0 && limit.services().signum() > 0 ? rest.pools()
                : isPossible ? limit.pools() : needs.keySet())),
            isPossible ? limit.services() : BigDecimal.ZERO,
            isPossible ? rest.services().min(limit.services()) : BigDecimal.ZERO)));
    }

    /** Whether those who are there at all in the period can do one service together, whatever the hour. */
    private static boolean isPossible(Timetable timetable, Map<String, Map<String, BigDecimal>> minutes) {
        List<Need> needs = timetable.at(Instant.EPOCH);
        List<Assignment.Unit> units = needs.stream()
            .map(need -> new Assignment.Unit(need, minutes.getOrDefault(need.pool(), Map.of()).entrySet().stream()
                .filter(one -> one.getValue().signum() > 0).map(Map.Entry::getKey).toList()))
            .toList();
        return new Assignment(units, Set.of(), Roster.BOOKING).solve().isPresent();
    }

    private static BigDecimal micros(Spans spans) {
        return Timetable.micros(spans.length());
    }

    /** @param over how many services of the period have used their material already, or have given it back */
    private List<Limit> materials(Template template, Timetable timetable, LocalDate first, Span period,
        BigDecimal over) throws SQLException {
        Map<ItemId, BigDecimal> needed = timetable.materials();
        Map<ItemId, BigDecimal> free = materials.free(needed.keySet(), Set.of(), first);
        Map<ItemId, BigDecimal> held = rows.held(template.code(), period);
        Map<ItemId, ItemFacts> items = ItemFacts.read(transaction, needed.keySet());
        List<Limit> result = new ArrayList<>();
        needed.forEach((item, quantity) -> {
            BigDecimal left = free.getOrDefault(item, BigDecimal.ZERO);
            result.add(new Limit(LimitKind.MATERIAL, List.of(Objects.requireNonNull(items.get(item)).code()),
                services(left.add(held.getOrDefault(item, BigDecimal.ZERO)), quantity).add(over),
                services(left, quantity)));
        });
        return result;
    }

    private static BigDecimal services(BigDecimal there, BigDecimal quantity) {
        return there.divide(quantity, 0, RoundingMode.FLOOR);
    }

    /** How far resources and pools are used. */
    List<Utilisation> utilisation(LocalDate first, LocalDate last) throws SQLException {
        Span period = calendar.days(first, last);
        Map<Long, BigDecimal> booked = new HashMap<>();
        Map<Long, BigDecimal> unused = new HashMap<>();
        for (SlotRow slot : rows.slots(period)) {
            Span within = slot.time().within(period);
            if (!within.isEmpty()) {
                BigDecimal time = Timetable.micros(within.length());
                booked.merge(slot.resource(), time, BigDecimal::add);
                if (Bookings.NO_SHOW.equals(slot.state())) {
                    unused.merge(slot.resource(), time, BigDecimal::add);
                }
            }
        }
        Map<String, Utilisation> resources = new TreeMap<>();
        reader.resources().forEach((id, resource) -> resources.put(resource.code(),
            use(false, resource.code(), resource.name(), Set.of(),
                micros(calendar.open(resource, first, last).within(period)),
                booked.getOrDefault(id, BigDecimal.ZERO), unused.getOrDefault(id, BigDecimal.ZERO))));
        Map<String, Set<String>> pools = new TreeMap<>();
        reader.resources().values().forEach(resource -> resource.pools()
            .forEach(pool -> pools.computeIfAbsent(pool, code -> new TreeSet<>()).add(resource.code())));
        List<Utilisation> result = new ArrayList<>(resources.values().stream().map(CapacityFigures::minutes).toList());
        pools.forEach((pool, members) -> {
            BigDecimal[] sums = { BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO };
            members.stream().map(code -> Objects.requireNonNull(resources.get(code))).forEach(one -> {
                sums[0] = sums[0].add(one.available());
                sums[1] = sums[1].add(one.booked());
                sums[2] = sums[2].add(one.unused());
            });
            result.add(minutes(use(true, pool, pool, members, sums[0], sums[1], sums[2])));
        });
        return result;
    }

    private static Utilisation use(boolean isPool, String code, String name, Set<String> members, BigDecimal available,
        BigDecimal booked, BigDecimal unused) {
        return new Utilisation(isPool, code, name, members, available, booked, unused,
            Sample.percent(booked, available, 1));
    }

    /** Microseconds as minutes. */
    private static Utilisation minutes(Utilisation micros) {
        return new Utilisation(micros.isPool(), micros.code(), micros.name(), micros.members(),
            minutes(micros.available()),
            minutes(micros.booked()), minutes(micros.unused()), micros.percent());
    }

    private static BigDecimal minutes(BigDecimal micros) {
        BigDecimal minutes = micros.divide(Timetable.MICROS, DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return minutes.scale() < 0 ? minutes.setScale(0) : minutes;
    }

}
