package org.stockwright.service.internal.capacity;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
        RosterReader reader = new RosterReader(transaction, zone);
        Roster roster = reader.read(new Span(now, end), new HashSet<>(reader.resources().keySet()), Optional.empty(),
            Roster.SEARCHING);
        Map<ItemId, BigDecimal> used = new HashMap<>();
        for (Booking wish : waiting.stream().sorted(ORDER).toList()) {
            Optional<Template> template = result.size() < most ? templates.apply(wish) : Optional.empty();
            if (template.isPresent()) {
                Timetable timetable = new Timetable(template.get());
                Instant from = wish.from().isAfter(now) ? wish.from() : now;
                Instant until = wish.until().isBefore(end) ? wish.until() : end;
                Optional<Slot> slot = isStocked(wish, timetable, used)
                    ? new FreeTimes(roster, timetable, wish.wanted(), zone).find(from, until, MINUTES, 1).stream()
                        .findFirst()
                    : Optional.empty();
                if (slot.isPresent()) {
                    List<Need> needs = timetable.at(slot.get().start());
                    roster.place(needs, wish.wanted(), false)
                        .ifPresent(placing -> roster.add(wish.document().id(), needs, placing));
                    timetable.materials().forEach((item, quantity) -> used.merge(item, quantity, BigDecimal::add));
                    result.add(new Offer(wish, slot.get()));
                }
            }
        }
        return result;
    }

    private boolean isStocked(Booking wish, Timetable timetable, Map<ItemId, BigDecimal> used) throws SQLException {
        LocalDate day = LocalDate.ofInstant(transaction.now(), zone);
        Map<ItemId, BigDecimal> free = materials.free(timetable.materials().keySet(),
            wish.document().place().map(Set::of)
                .orElse(Set.of()),
            day);
        return timetable.materials().entrySet().stream()
            .allMatch(one -> free.getOrDefault(one.getKey(), BigDecimal.ZERO)
                .subtract(used.getOrDefault(one.getKey(), BigDecimal.ZERO)).compareTo(one.getValue()) >= 0);
    }

}
