package org.stockwright.service.internal.capacity;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.StoredText;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.ledger.spi.LostRace;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.Bookings;
import org.stockwright.service.Bookings.At;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Template;
import org.stockwright.service.internal.capacity.BookingRows.SlotRow;
import org.stockwright.service.internal.capacity.Roster.Member;
import org.stockwright.service.internal.capacity.Roster.Need;
import org.stockwright.service.internal.capacity.Roster.Placing;
import org.stockwright.service.internal.capacity.Spans.Span;

/**
 * Finds who does a booking at a time, and takes their time, in the transaction of a booking's step. The resources that the choice may
 * concern are locked by rising number before anything is read of them.
 */
final class Appointments {

    private static final int MOST_DAYS_AHEAD = 1_100;
    private static final int LONGEST_WHY = 200;
    private static final int HINT_DAYS = 14;
    private static final int HINT_MINUTES = 15;

    private final Transaction transaction;
    private final DocumentBook book;
    private final ZoneId zone;
    private final BookingRows rows;

    Appointments(Transaction transaction, DocumentBook book, ZoneId zone) {
        this.transaction = transaction;
        this.book = book;
        this.zone = zone;
        this.rows = new BookingRows(transaction);
    }

    /**
     * What was found for a time.
     *
     * @param needs what is needed
     * @param placing who does it
     * @param roster who is there
     * @param wanted the numbers of the resources that were asked for
     */
    record Found(List<Need> needs, Placing placing, Roster roster, Set<Long> wanted) {
    }

    /** The day of an instant in the company's zone. */
    LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** Whether an instant is too far away for a booking. */
    boolean isFar(Instant instant) {
        return instant.isAfter(transaction.now().plus(MOST_DAYS_AHEAD, ChronoUnit.DAYS));
    }

    /** What is wrong with a time in itself. */
    List<Refusal> check(At at) {
        List<Refusal> refusals = new ArrayList<>();
        boolean isWhole = at.start().equals(at.start().truncatedTo(ChronoUnit.MINUTES));
        boolean isPast = at.start().isBefore(transaction.now().truncatedTo(ChronoUnit.MINUTES));
        if (!isWhole || isPast || isFar(at.start())) {
            refusals.add(Refusal.of(ServiceRefusal.BAD_START, at.start())
                .hint("Name a whole minute that is not past and in the next three years."));
        }
        if (at.overtime().length() > LONGEST_WHY || isUnsound(at.overtime())) {
            refusals.add(Refusal.of(ServiceRefusal.TEXT_TOO_LONG, LONGEST_WHY)
                .hint("Write less, and no control characters."));
        }
        if (!at.overtime().isEmpty() && at.resources().isEmpty()) {
            refusals.add(Refusal.of(ServiceRefusal.OVERTIME_OF_NOBODY).hint("Name the resources that work overtime."));
        }
        return refusals;
    }

    private static boolean isUnsound(String text) {
        return !StoredText.isSound(text) || text.chars().anyMatch(Character::isISOControl);
    }

    /** What is wrong with the resources that are asked for, and with the pools that are needed. */
    static List<Refusal> wanted(Set<String> codes, List<Need> needs, String template, RosterReader reader) {
        List<Refusal> refusals = new ArrayList<>();
        Set<String> pools = new TreeSet<>(needs.stream().map(Need::pool).toList());
        for (String code : new TreeSet<>(codes)) {
            Optional<Long> number = reader.number(code);
            if (number.isEmpty()) {
                refusals.add(Refusal.of(ServiceRefusal.UNKNOWN_RESOURCE, code)
                    .hint("Look the code up in the list of resources."));
            } else if (reader.resource(number.get()).pools().stream().noneMatch(pools::contains)) {
                refusals.add(Refusal.of(ServiceRefusal.RESOURCE_NOT_NEEDED, code, template)
                    .hint("It needs " + String.join(", ", pools) + "."));
            }
        }
        if (codes.size() > pools.size()) {
            refusals.add(Refusal.of(ServiceRefusal.TOO_MANY_WANTED, codes.size(), pools.size())
                .hint("Ask for one of each pool at most."));
        }
        for (String pool : pools) {
            if (reader.resources().values().stream().noneMatch(one -> one.pools().contains(pool))) {
                refusals.add(Refusal.of(ServiceRefusal.UNKNOWN_POOL, pool).hint("Put a resource into it."));
            }
        }
        return refusals;
    }

    /** The numbers of the resources with these codes. */
    static Set<Long> numbers(Set<String> codes, RosterReader reader) {
        return new TreeSet<>(codes.stream().flatMap(code -> reader.number(code).stream()).toList());
    }

    /** Locks all resources that a choice for a template may concern. */
    Set<Long> lock(Timetable timetable, Optional<DocumentId> own) throws SQLException {
        TreeSet<Long> ids = concerned(timetable, own);
        ResourceRows.lock(transaction, ids);
        if (!ids.containsAll(concerned(timetable, own))) {
            throw new LostRace();
        }
        return ids;
    }

    private TreeSet<Long> concerned(Timetable timetable, Optional<DocumentId> own) throws SQLException {
        TreeSet<Long> ids = new ResourceRows(transaction.connection()).concerned(timetable.micros().keySet());
        if (own.isPresent()) {
            rows.slots(List.of(own.get())).values().forEach(slots -> slots.forEach(slot -> ids.add(slot.resource())));
        }
        return ids;
    }

    /**
     * Who does it; locks all resources that it may concern.
     *
     * @param without a booking whose times count as free
     */
    Outcome<Found> find(Template template, Timetable timetable, At at, Optional<DocumentId> without)
        throws SQLException {
        Set<Long> ids = lock(timetable, without);
        RosterReader reader = new RosterReader(transaction, zone);
        List<Need> needs = timetable.at(at.start());
        List<Refusal> refusals = wanted(at.resources(), needs, template.code(), reader);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        boolean isOvertime = !at.overtime().isEmpty();
        Roster roster = reader.read(new Span(at.start(), at.start().plus(timetable.length())), ids, without,
            Roster.BOOKING);
        Optional<Placing> placing = roster.place(needs, at.resources(), isOvertime);
        return placing.isPresent()
            ? Outcome.done(new Found(needs, placing.get(), roster, numbers(at.resources(), reader)))
            : Outcome.refused(Refusal
                .of(ServiceRefusal.NO_RESOURCE_FREE, template.code(), local(at.start()),
                    String.join(", ", roster.lacking(needs, at.resources(), isOvertime)))
                .hint(next(timetable, at, reader, ids, without)));
    }

    private String next(Timetable timetable, At at, RosterReader reader, Set<Long> ids, Optional<DocumentId> without)
        throws SQLException {
        Instant until = at.start().plus(HINT_DAYS, ChronoUnit.DAYS);
        Roster roster = reader.read(new Span(at.start(), until.plus(timetable.length())), ids, without,
            Roster.SEARCHING);
        return new FreeTimes(roster, timetable, at.resources(), zone)
            .find(at.start(), until, HINT_MINUTES, 1).stream().findFirst()
            .map(slot -> "The next possible time is " + local(slot.start()) + ".")
            .orElse("Nothing is possible within " + HINT_DAYS + " days: put the customer on the waiting list.");
    }

    /** A time as the company's clocks show it. */
    String local(Instant instant) {
        return instant.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ');
    }

    /** Takes the time of who was found, and gives others theirs. */
    void take(DocumentId id, Found found, At at) throws SQLException {
        RosterReader reader = new RosterReader(transaction, zone);
        for (Roster.Taken moved : found.placing().moved()) {
            rows.reassign(moved.booking(), moved.need().pool(), number(reader, moved.resource()));
            book.tell(transaction, moved.booking(), "reassigned", moved.need().pool() + ": " + moved.resource());
        }
        List<SlotRow> slots = new ArrayList<>();
        for (Need need : found.needs()) {
            String code = Objects.requireNonNull(found.placing().chosen().get(need.pool()));
            Member member = Objects.requireNonNull(found.roster().members().get(code));
            for (Span time : need.times().list()) {
                slots.add(new SlotRow(id, need.pool(), slots.size() + 1, number(reader, code), time,
                    member.open().holds(time) ? "" : at.overtime(), Bookings.BOOKED, "", false));
            }
        }
        rows.take(slots);
    }

    private static long number(RosterReader reader, String code) {
        return reader.number(code).orElseThrow();
    }

    /** What is wrong with a reason. */
    static List<Refusal> why(String why) {
        return why.length() <= LONGEST_WHY && !isUnsound(why) ? List.of()
            : List.of(Refusal.of(ServiceRefusal.TEXT_TOO_LONG, LONGEST_WHY)
                .hint("Write less, and no control characters."));
    }

}
