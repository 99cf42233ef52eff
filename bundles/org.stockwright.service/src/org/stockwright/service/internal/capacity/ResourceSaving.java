package org.stockwright.service.internal.capacity;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.documents.Document;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.Resource;
import org.stockwright.service.Resource.Absence;
import org.stockwright.service.Resources.Edit;
import org.stockwright.service.Resources.Saved;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.internal.capacity.BookingRows.SlotRow;

/** Changes resources in one transaction, all or none, and finds the bookings that stand outside of their shifts then. */
final class ResourceSaving {

    private final Transaction transaction;
    private final DocumentBook book;
    private final ZoneId zone;
    private final ResourceRows rows;
    private final List<Refusal> warnings = new ArrayList<>();

    /**
     * What becomes of a resource.
     *
     * @param code its code
     * @param change the resource as it shall be, of the one that there is
     */
    record Change(String code, Function<Optional<Resource>, Outcome<Resource>> change) {

        /** The resource as it is given. */
        static Change to(Resource resource) {
            return new Change(resource.code(), before -> Outcome.done(resource));
        }

        /** Parts of it are others. */
        static Change of(Edit edit) {
            return new Change(edit.code(), before -> edited(before, edit));
        }

    }

    ResourceSaving(Transaction transaction, DocumentBook book, ZoneId zone) {
        this.transaction = transaction;
        this.book = book;
        this.zone = zone;
        this.rows = new ResourceRows(transaction.connection());
    }

    private static Outcome<Resource> edited(Optional<Resource> before, Edit edit) {
        if (before.isEmpty() && edit.profile().isEmpty()) {
            return Outcome.refused(Refusal.of(ServiceRefusal.RESOURCE_WITHOUT_PROFILE, edit.code())
                .hint("Look the code up in the list of resources, or say what the new resource is."));
        }
        List<Absence> absences = new ArrayList<>(before.map(Resource::absences).orElse(List.of()));
        absences.removeAll(edit.removed());
        edit.added().stream().filter(one -> !absences.contains(one)).forEach(absences::add);
        return Outcome.done(new Resource(edit.code(),
            edit.profile().map(one -> one.name()).or(() -> before.map(Resource::name)).orElse(""),
            edit.profile().map(one -> one.kind()).or(() -> before.map(Resource::kind)).orElse(Resource.Kind.PERSON),
            edit.profile().map(one -> one.pools()).or(() -> before.map(Resource::pools)).orElse(Set.of()),
            edit.shifts().or(() -> before.map(Resource::shifts)).orElse(List.of()), absences));
    }

    private void lock() throws SQLException {
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE service_roster SET changes = changes + 1 WHERE id = 1")) {
            update.executeUpdate();
        }
    }

    Outcome<Saved> save(List<Change> changes) throws SQLException {
        lock();
        Map<String, Long> numbers = new TreeMap<>();
        rows.all().forEach((id, resource) -> numbers.put(resource.code(), id));
        TreeSet<Long> ids = new TreeSet<>();
        changes.forEach(one -> Optional.ofNullable(numbers.get(one.code())).ifPresent(ids::add));
        ResourceRows.lock(transaction, ids);
        Map<Long, Resource> before = rows.all();
        List<Refusal> refusals = new ArrayList<>();
        List<Resource> made = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < changes.size(); i++) {
            long line = i + 1L;
            Change change = changes.get(i);
            if (!seen.add(change.code())) {
                refusals.add(Refusal.of(ServiceRefusal.RESOURCE_TWICE, change.code()).hint("Leave one of them out.")
                    .at(Place.field(line, "code")));
            }
            Outcome<Resource> outcome = change.change()
                .apply(Optional.ofNullable(numbers.get(change.code())).map(before::get));
            outcome.refusals().forEach(refusal -> refusals.add(refusal.at(Place.field(line, "code"))));
            if (outcome.isDone()) {
                Resource resource = ordered(outcome.value());
                refusals.addAll(new ResourceCheck(resource, line).run());
                made.add(resource);
            }
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        int changed = 0;
        for (Resource resource : made) {
            changed += store(resource, Optional.ofNullable(numbers.get(resource.code())), before) ? 1 : 0;
        }
        return Outcome.done(new Saved(changed, warnings));
    }

    /** Shifts and absences as they are read again: in order, absences in whole microseconds and each once. */
    private static Resource ordered(Resource resource) {
        return new Resource(resource.code(), resource.name(), resource.kind(), resource.pools(),
            resource.shifts().stream().distinct().sorted((one, other) -> {
                int order = one.day().compareTo(other.day());
                order = order == 0 ? one.from().compareTo(other.from()) : order;
                return order == 0 ? one.since().compareTo(other.since()) : order;
            }).toList(),
            resource.absences().stream()
                .map(one -> new Absence(one.from().truncatedTo(ChronoUnit.MICROS),
                    one.until().truncatedTo(ChronoUnit.MICROS),
                    one.why().strip()))
                .collect(java.util.stream.Collectors.toMap(one -> one.from() + " " + one.until(), one -> one,
                    (one, other) -> other, TreeMap::new))
                .values().stream().sorted((one, other) -> {
                    int order = one.from().compareTo(other.from());
                    return order == 0 ? one.until().compareTo(other.until()) : order;
                }).toList());
    }

    private boolean store(Resource resource, Optional<Long> number, Map<Long, Resource> before) throws SQLException {
        long id = number.isPresent() ? number.get() : transaction.nextId("service_seq");
        Resource old = before.get(id);
        if (resource.equals(old)) {
            return false;
        }
        rows.store(id, resource, old == null);
        transaction.tell("SAVE_RESOURCE", "resource", resource.code(),
            Map.of("name", resource.name(), "kind", resource.kind().name(), "pools",
                String.join(" ", new TreeSet<>(resource.pools())), "shifts", Integer.toString(resource.shifts().size()),
                "absences", Integer.toString(resource.absences().size())));
        if (old != null) {
            warn(id, resource);
        }
        return true;
    }

    private void warn(long id, Resource resource) throws SQLException {
        BookingRows bookings = new BookingRows(transaction);
        List<SlotRow> open = bookings.slotsOf(id).stream().filter(SlotRow::isOpen).toList();
        Map<Long, Document> documents = new TreeMap<>();
        book.read(transaction, open.stream().map(SlotRow::document).distinct().toList())
            .forEach(one -> documents.put(one.id().value(), one));
        for (SlotRow slot : open) {
            String why = why(resource, slot);
            if (why.isEmpty() != slot.note().isEmpty()) {
                bookings.note(slot, why);
            }
            Document document = documents.get(slot.document().value());
            if (!why.isEmpty() && document != null) {
                warnings.add(Refusal
                    .of(ServiceRefusal.BOOKED_OUTSIDE_SHIFTS, resource.code(), document.number(),
                        slot.time().from().atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES),
                        document.partnerCode().isEmpty() ? "ourselves" : document.partnerName(), why)
                    .hint("Move the booking, or cancel it."));
            }
        }
    }

    /** Why a booking stands outside; empty when it does not. */
    private String why(Resource resource, SlotRow slot) {
        LocalDate first = LocalDate.ofInstant(slot.time().from(), zone).minusDays(1);
        LocalDate last = LocalDate.ofInstant(slot.time().until(), zone);
        if (new Calendar(zone).open(resource, first, last).holds(slot.time())) {
            return "";
        }
        return resource.absences().stream()
            .filter(one -> new Spans.Span(one.from(), one.until()).overlaps(slot.time())).findFirst()
            .map(one -> one.why().isEmpty() ? "away" : one.why()).orElse("not in the shifts any more");
    }

    Outcome<Resource> remove(String code) throws SQLException {
        lock();
        Optional<Long> id = rows.all().entrySet().stream().filter(one -> one.getValue().code().equals(code))
            .map(Map.Entry::getKey).findFirst();
        if (id.isEmpty()) {
            return Outcome.refused(Refusal.of(ServiceRefusal.UNKNOWN_RESOURCE, code)
                .hint("Look at the resources that there are; case matters."));
        }
        ResourceRows.lock(transaction, new TreeSet<>(Set.of(id.get())));
        Resource resource = java.util.Objects.requireNonNull(rows.all().get(id.get()));
        BookingRows bookings = new BookingRows(transaction);
        List<Document> booked = book.read(transaction,
            bookings.concerned(id.get()).stream().limit(1).toList());
        if (!booked.isEmpty()) {
            return Outcome.refused(Refusal.of(ServiceRefusal.RESOURCE_IS_BOOKED, code, booked.getFirst().number())
                .hint("Let its shifts end instead: what it did stays known."));
        }
        rows.delete(id.get());
        transaction.tell("REMOVE_RESOURCE", "resource", code, Map.of("name", resource.name()));
        return Outcome.done(resource);
    }

}
