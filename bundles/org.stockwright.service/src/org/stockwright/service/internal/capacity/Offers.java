package org.stockwright.service.internal.capacity;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.stockwright.base.ItemId;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.Bookings.Booking;
import org.stockwright.service.Bookings.Offer;
import org.stockwright.service.Bookings.Slot;
import org.stockwright.service.Template;
import org.stockwright.service.internal.capacity.Roster.Need;
import org.stockwright.service.internal.capacity.Spans.Span;

/**
 * Goes through the waiting list and finds a time for each, as if those before had taken theirs: by priority, then by arrival.
 */
final class Offers {

    /** Those who come first, first. */
    static final Comparator<Booking> ORDER = Comparator.comparingInt((Booking one) -> -one.document().priority())
        .thenComparing(one -> one.document().created()).thenComparing(one -> one.document().id());

    private static final int MINUTES = 15;
    private static final int MOST_DAYS = 60;

    private final Transaction transaction;
    private final ZoneId zone;
    private final FreeMaterials materials;
    private final Function<Booking, Optional<Template>> templates;

    /**
     * Of one moment.
     *
     * @param templates the version by which a wish would be booked
     */
    Offers(Transaction transaction, ZoneId zone, FreeMaterials materials,
        Function<Booking, Optional<Template>> templates) {
        this.transaction = transaction;
        this.zone = zone;
        this.materials = materials;
        this.templates = templates;
    }

    /** At most so many offers to those who wait. */
    List<Offer> of(List<Booking> waiting, int most) throws SQLException {
        Instant now = transaction.now().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        Instant last = waiting.stream().map(Booking::until).max(Comparator.naturalOrder()).orElse(now);
        Instant horizon = now.plus(MOST_DAYS, ChronoUnit.DAYS);
        Instant end = last.isBefore(horizon) ? last : horizon;
        List<Offer> result = new ArrayList<>();
        if (!now.isBefore(end)) {
            return result;
        }
        Map<Booking, Template> versions = new LinkedHashMap<>();
        for (Booking wish : waiting.stream().sorted(ORDER).toList()) {
            templates.apply(wish).ifPresent(template -> versions.put(wish, template));
        }
        Duration longest = versions.values().stream().map(template -> new Timetable(template).length())
            .max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        RosterReader reader = new RosterReader(transaction, zone);
        Roster roster = reader.read(new Span(now, end.plus(longest)), new HashSet<>(reader.resources().keySet()),
            Optional.empty(), Roster.SEARCHING);
        Map<ItemId, BigDecimal> used = new HashMap<>();
        Map<Alike, Span> fruitless = new HashMap<>();
        for (Map.Entry<Booking, Template> one : versions.entrySet()) {
            if (result.size() < most) {
                Booking wish = one.getKey();
                Timetable timetable = new Timetable(one.getValue());
                Span time = new Span(wish.from().isAfter(now) ? wish.from() : now,
                    wish.until().isBefore(end) ? wish.until() : end);
                Optional<Slot> slot = isStocked(wish, timetable, used, now)
                    ? find(new FreeTimes(roster, timetable, wish.wanted(), zone), time,
                        new Alike(wish.template(), one.getValue().version(), wish.wanted()), fruitless)
                    : Optional.empty();
                if (slot.isPresent() && isStocked(wish, timetable, used, slot.get().start())) {
                    List<Need> needs = timetable.at(slot.get().start());
                    roster.place(needs, wish.wanted(), false)
                        .ifPresent(placing -> roster.add(wish.document().id(), needs, placing, wish.wanted()));
                    timetable.materials().forEach((item, quantity) -> used.merge(item, quantity, BigDecimal::add));
                    result.add(new Offer(wish, slot.get()));
                }
            }
        }
        return result;
    }

    /** Wishes for the same: what is impossible for one is impossible for those behind it, since times only become fewer. */
    private record Alike(String template, int version, Set<String> wanted) {
    }

    /** @param fruitless in which time nothing is possible for those that are alike */
    private static Optional<Slot> find(FreeTimes times, Span time, Alike alike, Map<Alike, Span> fruitless) {
        Span before = fruitless.getOrDefault(alike, new Span(time.from(), time.from()));
        boolean isInside = !time.from().isBefore(before.from()) && !time.from().isAfter(before.until());
        Instant from = isInside ? before.until() : time.from();
        Optional<Slot> slot = times.find(from, time.until(), MINUTES, 1).stream().findFirst();
        Instant until = slot.map(Slot::start).orElse(time.until());
        if (until.isAfter(from)) {
            fruitless.put(alike, new Span(isInside ? before.from() : from, until));
        }
        return slot;
    }

    /** @param when what expires before its day does not count */
    private boolean isStocked(Booking wish, Timetable timetable, Map<ItemId, BigDecimal> used, Instant when)
        throws SQLException {
        LocalDate day = LocalDate.ofInstant(when, zone);
        Map<ItemId, BigDecimal> free = materials.free(timetable.materials().keySet(),
            wish.document().place().map(Set::of)
                .orElse(Set.of()),
            day);
        return timetable.materials().entrySet().stream()
            .allMatch(one -> free.getOrDefault(one.getKey(), BigDecimal.ZERO)
                .subtract(used.getOrDefault(one.getKey(), BigDecimal.ZERO)).compareTo(one.getValue()) >= 0);
    }

}
