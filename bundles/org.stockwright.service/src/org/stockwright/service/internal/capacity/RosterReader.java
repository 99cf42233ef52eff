package org.stockwright.service.internal.capacity;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.stockwright.documents.DocumentId;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.Resource;
import org.stockwright.service.internal.capacity.BookingRows.SlotRow;
import org.stockwright.service.internal.capacity.Roster.Member;
import org.stockwright.service.internal.capacity.Roster.Need;
import org.stockwright.service.internal.capacity.Roster.Taken;
import org.stockwright.service.internal.capacity.Spans.Span;

/** Reads who is there and who is taken, in one transaction. */
final class RosterReader {

    private final Transaction transaction;
    private final ZoneId zone;
    private final SortedMap<Long, Resource> resources;
    private final Map<String, Long> numbers = new TreeMap<>();

    RosterReader(Transaction transaction, ZoneId zone) throws SQLException {
        this.transaction = transaction;
        this.zone = zone;
        this.resources = new ResourceRows(transaction.connection()).all();
        resources.forEach((id, resource) -> numbers.put(resource.code(), id));
    }

    /** All resources by number. */
    SortedMap<Long, Resource> resources() {
        return resources;
    }

    /** The resource with a number. */
    Resource resource(long number) {
        return java.util.Objects.requireNonNull(resources.get(number));
    }

    /** The number of the resource with a code. */
    Optional<Long> number(String code) {
        return Optional.ofNullable(numbers.get(code));
    }

    /**
     * The roster of a time and the day before and behind it.
     *
     * @param pools only the members of these and of whatever pools they are in; empty for everybody
     * @param without a booking whose times count as free
     */
    Roster read(Span time, Set<Long> some, Optional<DocumentId> without, int most) throws SQLException {
        LocalDate first = LocalDate.ofInstant(time.from(), zone).minusDays(1);
        LocalDate last = LocalDate.ofInstant(time.until(), zone).plusDays(1);
        Calendar calendar = new Calendar(zone);
        List<Member> members = resources.entrySet().stream().filter(one -> some.contains(one.getKey()))
            .map(Map.Entry::getValue)
            .map(one -> new Member(one.code(), one.pools(), calendar.open(one, first, last))).toList();
        return new Roster(members, taken(calendar.days(first, last), without), most);
    }

    private List<Taken> taken(Span time, Optional<DocumentId> without) throws SQLException {
        Map<String, List<SlotRow>> byNeed = new LinkedHashMap<>();
        for (SlotRow slot : new BookingRows(transaction).slots(time)) {
            if (!without.filter(slot.document()::equals).isPresent() && resources.containsKey(slot.resource())) {
                byNeed.computeIfAbsent(slot.document() + " " + slot.pool(), key -> new ArrayList<>()).add(slot);
            }
        }
        Instant now = transaction.now();
        return byNeed.values().stream().map(slots -> {
            SlotRow one = slots.getFirst();
            Need need = new Need(one.pool(), Spans.of(slots.stream().map(SlotRow::time).toList()));
            return new Taken(one.document(), need, resource(one.resource()).code(),
                one.isOpen() && !one.isWanted() && need.times().hull().from().isAfter(now));
        }).toList();
    }

}
