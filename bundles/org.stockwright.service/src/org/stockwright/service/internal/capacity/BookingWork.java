package org.stockwright.service.internal.capacity;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.spi.Canonical;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.documents.spi.LineChange;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.ledger.LedgerPermission;
import org.stockwright.ledger.ReservationView;
import org.stockwright.ledger.spi.LostRace;
import org.stockwright.ledger.spi.PlaceTree;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.persistence.Transaction;
import org.stockwright.security.Access;
import org.stockwright.service.Bookings;
import org.stockwright.service.Bookings.At;
import org.stockwright.service.Bookings.Booking;
import org.stockwright.service.Bookings.Request;
import org.stockwright.service.Bookings.Subject;
import org.stockwright.service.Bookings.Wish;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Template;
import org.stockwright.service.internal.capacity.BookingRows.Head;
import org.stockwright.service.internal.capacity.Spans.Span;
import org.stockwright.service.internal.stock.FreeUnits;
import org.stockwright.service.internal.stock.WorkTerms;

/**
 * One step of a booking. It locks the resources that the choice may concern, by rising number, then the booking's document, and
 * then calls the ledger; so nobody else changes what these resources are taken for meanwhile.
 */
final class BookingWork {

    private final StockStep step;
    private final Transaction transaction;
    private final DocumentBook book;
    private final Terms terms;
    private final BookingRows rows;
    private final Appointments times;

    /**
     * How it is done.
     *
     * @param zone the company's
     * @param currency the company's
     * @param places the tree of places
     * @param versions all versions of the template
     * @param allowed the places with their parts where whoever books may hold stock; empty for all
     */
    record Terms(ZoneId zone, Currency currency, PlaceTree places, List<Template> versions,
        Optional<Set<LocationId>> allowed) {

        /** With the places of whoever acts. */
        static Terms of(CompanyProfile company, PlaceTree places, List<Template> versions, Access access) {
            return new Terms(company.zone(), company.currency(), places, versions,
                WorkTerms.sites(access, LedgerPermission.RESERVE));
        }

    }

    BookingWork(StockStep step, DocumentBook book, Terms terms) {
        this.step = step;
        this.transaction = step.transaction();
        this.book = book;
        this.terms = terms;
        this.rows = new BookingRows(transaction);
        this.times = new Appointments(transaction, book, terms.zone());
    }

    private Outcome<Booking> view(DocumentId id) throws SQLException {
        return new BookingViews(transaction, book).of(List.of(id)).stream().findFirst().map(Outcome::done)
            .orElseGet(() -> Outcome.refused(ServiceRefusal.UNKNOWN_BOOKING));
    }

    // new ones

    private static Canonical hash(String kind, Subject subject) {
        return new Canonical(kind).add(subject.template()).add(subject.customer()).add(subject.place())
            .add(subject.reference()).add(subject.note());
    }

    private static Canonical add(Canonical text, Set<String> codes) {
        new TreeSet<>(codes).forEach(text::add);
        return text;
    }

    /** All that a request says. */
    static String hash(Request request) {
        At at = request.at();
        return add(hash("booking", request.subject()).add(at.start()).add(at.overtime()), at.resources()).hash();
    }

    /** All that a wish says. */
    static String hash(Wish wish) {
        Canonical text = hash("wish", wish.subject()).add(wish.from()).add(wish.until()).add(wish.priority());
        return add(text, wish.resources()).hash();
    }

    /** What came of a key before; empty when nobody used it. */
    Optional<Outcome<Booking>> known(String key, String hash) throws SQLException {
        Optional<Outcome<Document>> known = book.known(transaction, key, hash);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
            known.get().isDone() ? view(known.get().value().id()) : Outcome.refused(known.get().refusals()));
    }

    Outcome<Booking> book(Request request, Template template) throws SQLException {
        At at = request.at();
        String hash = hash(request);
        Timetable timetable = new Timetable(template);
        Map<ItemId, ItemFacts> items = items(template, timetable);
        NewDocument made = document(request.key(), hash, Bookings.BOOKED, request.subject(), 0,
            lines(template, timetable, items, times.day(at.start()), request.subject().note()));
        List<Refusal> refusals = new ArrayList<>(book.check(made));
        refusals.addAll(times.check(at));
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Outcome<Appointments.Found> found = times.find(template, timetable, at, Optional.empty());
        // a second sender of the same key waited for the resources, and finds them taken by his own booking
        Optional<Outcome<Booking>> known = known(request.key(), hash);
        if (known.isPresent() || !found.isDone()) {
            return known.orElseGet(() -> Outcome.refused(found.refusals()));
        }
        String number = step.number(BookingKind.SERIES);
        if (book.known(transaction, request.key(), hash).isPresent()) {
            throw new LostRace();
        }
        Outcome<List<ReservationView>> held = materials()
            .hold(new Materials.Wanted(number, 0, timetable.materials(), request.subject().place(),
                times.day(at.start()), units(template)));
        if (!held.isDone()) {
            return Outcome.refused(held.refusals());
        }
        Document document = book.store(transaction, made, number);
        rows.insert(head(document.id(), template, timetable, at), found.value().wanted());
        rows.hold(document.id(), held.value().stream().map(ReservationView::id).toList());
        times.take(document.id(), found.value(), at);
        return view(document.id());
    }

    Outcome<Booking> await(Wish wish, Template template) throws SQLException {
        String hash = hash(wish);
        Timetable timetable = new Timetable(template);
        RosterReader reader = new RosterReader(transaction, terms.zone());
        NewDocument made = document(wish.key(), hash, Bookings.WAITING, wish.subject(), wish.priority(),
            lines(template, timetable, items(template, timetable), times.day(wish.from()), wish.subject().note())
                .subList(0, 1));
        List<Refusal> refusals = new ArrayList<>(book.check(made));
        refusals.addAll(Appointments.wanted(wish.resources(), timetable.at(wish.from()), template.code(), reader));
        if (!wish.from().isBefore(wish.until()) || !wish.until().isAfter(transaction.now())
            || times.isFar(wish.until())) {
            refusals.add(Refusal.of(ServiceRefusal.BAD_WISH, wish.from(), wish.until())
                .hint("Name times that are not past and in the next three years."));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        String number = step.number(BookingKind.SERIES);
        if (book.known(transaction, wish.key(), hash).isPresent()) {
            throw new LostRace();
        }
        Document document = book.store(transaction, made, number);
        rows.insert(Head.of(document.id(), template.code(), 0, new Span(wish.from(), wish.until())),
            Appointments.numbers(wish.resources(), reader));
        return view(document.id());
    }

    private NewDocument document(String key, String hash, String state, Subject subject, int priority,
        List<NewDocument.Line> lines) {
        return NewDocument.of(Bookings.KIND, key, hash, state, terms.currency(), transaction.now(), lines)
            .with(subject.customer(), "", subject.reference()).at(subject.place(), Optional.empty())
            .wanted(Optional.empty(), priority);
    }

    private Map<ItemId, ItemFacts> items(Template template, Timetable timetable) throws SQLException {
        Set<ItemId> ids = new HashSet<>(timetable.materials().keySet());
        ids.add(template.service());
        return ItemFacts.read(transaction, ids);
    }

    private static List<NewDocument.Line> lines(Template template, Timetable timetable, Map<ItemId, ItemFacts> items,
        LocalDate day, String note) {
        List<NewDocument.Line> lines = new ArrayList<>();
        lines.add(line(template.service(), BigDecimal.ONE, items).noted(note));
        timetable.materials().forEach((item, quantity) -> lines.add(line(item, quantity, items)));
        return lines.stream().map(line -> line.dated(Optional.of(day), Optional.empty())).toList();
    }

    private static NewDocument.Line line(ItemId item, BigDecimal quantity, Map<ItemId, ItemFacts> items) {
        return NewDocument.Line.of(item,
            new Quantity(quantity, Objects.requireNonNull(items.get(item)).unit()));
    }

    private static Head head(DocumentId id, Template template, Timetable timetable, At at) {
        return Head.of(id, template.code(), template.version(),
            new Span(at.start(), at.start().plus(timetable.length())));
    }

    private Materials materials() {
        return new Materials(step, terms.places(), terms.allowed());
    }

    /** Those of which one is held; empty when nothing of the service is done ahead of demand. */
    private Optional<FreeUnits> units(Template template) throws SQLException {
        return template.boundary() == 0 ? Optional.empty()
            : Optional.of(new FreeUnits(transaction, terms.places(), template.code(), terms.versions()));
    }

    // those that are there

    private Outcome<Document> lock(DocumentId id, Set<String> states, String what) throws SQLException {
        Optional<Document> document = book.lock(transaction, id).filter(one -> one.kind().equals(Bookings.KIND));
        if (document.isEmpty()) {
            return Outcome.refused(ServiceRefusal.UNKNOWN_BOOKING);
        }
        Document one = document.get();
        return states.contains(one.state()) ? Outcome.done(one)
            : Outcome.refused(Refusal.of(ServiceRefusal.BOOKING_IN_OTHER_STATE, one.number(),
                new BookingKind().view().titleOf(one.state()).toLowerCase(Locale.ROOT), what));
    }

    /** @param template the version that the booking has */
    Outcome<Booking> move(DocumentId id, At at, String why, Template template) throws SQLException {
        List<Refusal> refusals = new ArrayList<>(times.check(at));
        refusals.addAll(Appointments.why(why));
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Timetable timetable = new Timetable(template);
        Outcome<Appointments.Found> found = times.find(template, timetable, at, Optional.of(id));
        if (!found.isDone()) {
            return Outcome.refused(found.refusals());
        }
        Outcome<Document> locked = lock(id, Set.of(Bookings.BOOKED), "moved");
        if (!locked.isDone()) {
            return Outcome.refused(locked.refusals());
        }
        Document document = locked.value();
        List<Refusal> lacking = renew(document, template, times.day(at.start()));
        if (!lacking.isEmpty()) {
            return Outcome.refused(lacking);
        }
        Instant before = rows.head(id).map(one -> one.time().from()).orElse(at.start());
        rows.giveBack(id);
        rows.update(head(id, template, timetable, at), found.value().wanted());
        times.take(id, found.value(), at);
        due(document, times.day(at.start()), why);
        book.tell(transaction, id, "moved",
            times.local(before) + " -> " + times.local(at.start()) + (why.isEmpty() ? "" : ": " + why));
        return view(id);
    }

    /** Exchanges what a booking holds and what expires before its day, and holds a stored unit if it has none. */
    private List<Refusal> renew(Document document, Template template, LocalDate day) throws SQLException {
        List<BookingRows.Hold> holds = rows.holds(document.id());
        Map<ItemId, BigDecimal> wanted = new TreeMap<>();
        List<StockStep.Take> stale = new ArrayList<>();
        boolean hasUnit = false;
        for (BookingRows.Hold one : holds) {
            if (one.isOpen() && one.expires().filter(day::isAfter).isPresent()) {
                stale.add(StockStep.Take.all(one.reservation()));
                if (!one.isUnit()) {
                    wanted.merge(one.item(), one.quantity(), BigDecimal::add);
                }
            } else {
                hasUnit |= one.isOpen() && one.isUnit();
            }
        }
        if (!stale.isEmpty()) {
            step.release(stale);
        }
        Outcome<List<ReservationView>> held = materials()
            .hold(new Materials.Wanted(document.number(), holds.size(), wanted, document.place(), day,
                hasUnit ? Optional.empty() : units(template)));
        if (held.isDone()) {
            rows.hold(document.id(), held.value().stream().map(ReservationView::id).toList());
        }
        return held.refusals();
    }

    private void due(Document document, LocalDate day, String why) throws SQLException {
        List<LineChange> changes = document.lines().stream().filter(line -> !line.due().equals(Optional.of(day)))
            .map(DocumentLine::id)
            .map(line -> new LineChange(line, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(day), Optional.empty()))
            .toList();
        if (!changes.isEmpty()) {
            book.revise(transaction, document.id(), changes, why);
        }
    }

    Outcome<Booking> accept(DocumentId id, At at, Template template) throws SQLException {
        List<Refusal> refusals = times.check(at);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Timetable timetable = new Timetable(template);
        Outcome<Appointments.Found> found = times.find(template, timetable, at, Optional.of(id));
        if (!found.isDone()) {
            return Outcome.refused(found.refusals());
        }
        Outcome<Document> locked = lock(id, Set.of(Bookings.WAITING), "booked");
        if (!locked.isDone()) {
            return Outcome.refused(locked.refusals());
        }
        Document document = locked.value();
        Map<ItemId, ItemFacts> items = items(template, timetable);
        Outcome<List<ReservationView>> held = materials()
            .hold(new Materials.Wanted(document.number(), 0, timetable.materials(), document.place(),
                times.day(at.start()), units(template)));
        if (!held.isDone()) {
            return Outcome.refused(held.refusals());
        }
        rows.update(head(id, template, timetable, at), found.value().wanted());
        rows.hold(id, held.value().stream().map(ReservationView::id).toList());
        times.take(id, found.value(), at);
        due(document, times.day(at.start()), "");
        List<NewDocument.Line> materials = lines(template, timetable, items, times.day(at.start()), "");
        if (materials.size() > 1) {
            book.add(transaction, id, materials.subList(1, materials.size()));
        }
        book.state(transaction, id, Bookings.BOOKED, "booked", times.local(at.start()));
        return view(id);
    }

    /** Gives back what a booking holds, as far as it is of a sort. */
    static void release(StockStep step, Predicate<BookingRows.Hold> sort, DocumentId id) throws SQLException {
        List<StockStep.Take> takes = new BookingRows(step.transaction()).holds(id).stream()
            .filter(BookingRows.Hold::isOpen).filter(sort).map(one -> StockStep.Take.all(one.reservation())).toList();
        if (!takes.isEmpty()) {
            step.release(takes);
        }
    }

    /** Refuses what only a booking with a time can go through. */
    Outcome<Booking> noTime(DocumentId id, String what) throws SQLException {
        return lock(id, Set.of(), what).then(document -> Outcome.refused(ServiceRefusal.UNKNOWN_BOOKING));
    }

    /**
     * Ends a booking or a wish.
     *
     * @param state the state that it comes into
     * @param template the version that a booking has; empty for a wish
     */
    Outcome<Booking> close(DocumentId id, String state, String why, Optional<Template> template) throws SQLException {
        List<Refusal> refusals = Appointments.why(why);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        if (template.isPresent()) {
            times.lock(new Timetable(template.get()), Optional.of(id));
        }
        String action = switch (state) {
            case Bookings.CANCELLED -> "cancelled";
            case Bookings.NO_SHOW -> "not come";
            default -> "arrived";
        };
        Outcome<Document> locked = lock(id, Set.of(template.isPresent() ? Bookings.BOOKED : Bookings.WAITING), action);
        if (!locked.isDone()) {
            return Outcome.refused(locked.refusals());
        }
        Instant begins = rows.head(id).map(one -> one.time().from()).orElse(Instant.EPOCH);
        if (state.equals(Bookings.NO_SHOW) && begins.isAfter(transaction.now())) {
            return Outcome
                .refused(Refusal.of(ServiceRefusal.BOOKING_NOT_BEGUN, locked.value().number(), times.local(begins))
                    .hint("Cancel it when the customer says that he will not come."));
        }
        if (state.equals(Bookings.CANCELLED)) {
            rows.giveBack(id);
        }
        if (!state.equals(Bookings.ARRIVED)) {
            release(step, hold -> true, id);
        }
        book.state(transaction, id, state, action, why);
        return view(id);
    }

}
