package org.stockwright.service.internal.capacity;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.documents.spi.LineQuery;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.spi.PlaceTree;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Access;
import org.stockwright.security.spi.Guarded;
import org.stockwright.service.Bookings;
import org.stockwright.service.Capacity;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Template;
import org.stockwright.service.Templates;
import org.stockwright.service.internal.capacity.BookingRows.Head;
import org.stockwright.service.internal.capacity.Spans.Span;

/** The bookings of the open book. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.service.Bookings")
public final class BookingsComponent implements Bookings, Guarded {

    private static final int MINUTES_OF_DAY = 1_440;
    private static final int FARTHEST_DAYS = 1_200;

    private final UnitOfWork work;
    private final StockWork stockWork;
    private final DocumentBook book;
    private final Locations locations;
    private final CompanyProfiles companies;
    private final Partners partners;
    private final Templates templates;
    private final Access access;

    /** Lives as long as the open book. */
    @Activate
    public BookingsComponent(@Reference UnitOfWork work, @Reference StockWork stockWork, @Reference DocumentBook book,
        @Reference Locations locations, @Reference CompanyProfiles companies, @Reference Partners partners,
        @Reference Templates templates, @Reference Access access) {
        this.access = access;
        this.work = work;
        this.stockWork = stockWork;
        this.book = book;
        this.locations = locations;
        this.companies = companies;
        this.partners = partners;
        this.templates = templates;
    }

    private Outcome<CompanyProfile> company() {
        return companies.current().map(Outcome::done).orElseGet(() -> Outcome
            .refused(Refusal.of(ServiceRefusal.COMPANY_IS_MISSING).hint("Save the company's profile first.")));
    }

    /** Whether an instant is so far away that it has no day. */
    private boolean isFar(Instant instant) {
        Instant now = work.clock().instant();
        return instant.isBefore(now.minus(FARTHEST_DAYS, ChronoUnit.DAYS))
            || instant.isAfter(now.plus(FARTHEST_DAYS, ChronoUnit.DAYS));
    }

    private Outcome<Template> template(String code, Instant at, CompanyProfile company) {
        if (isFar(at)) {
            return Outcome
                .refused(Refusal.of(ServiceRefusal.BAD_START, at).hint("Name a time of the next three years."));
        }
        LocalDate day = LocalDate.ofInstant(at, company.zone());
        return templates.on(code, day).map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal
            .of(ServiceRefusal.NO_TEMPLATE_THAT_DAY, code, day)
            .hint("Approve a version of the template for that day.")));
    }

    @Override
    public Outcome<List<Slot>> slots(Search search) {
        Outcome<CompanyProfile> company = company();
        if (!company.isDone()) {
            return Outcome.refused(company.refusals());
        }
        Instant next = work.clock().instant().truncatedTo(ChronoUnit.MINUTES);
        Instant from = search.from().isAfter(next) ? search.from() : next;
        Outcome<Template> template = template(search.template(), from, company.value());
        if (!template.isDone()) {
            return Outcome.refused(template.refusals());
        }
        if (search.minutes() < 1 || search.minutes() > MINUTES_OF_DAY || search.most() < 1
            || search.most() > MOST_SLOTS) {
            return Outcome.refused(Refusal.of(ServiceRefusal.BAD_SEARCH, MINUTES_OF_DAY, MOST_SLOTS)
                .hint("Look every 15 minutes, for example."));
        }
        if (search.until().isBefore(search.from())
            || search.until().isAfter(from.plus(Capacity.MOST_DAYS, ChronoUnit.DAYS))) {
            return Outcome
                .refused(Refusal.of(ServiceRefusal.BAD_DAYS, search.from(), search.until(), Capacity.MOST_DAYS)
                    .hint("Look at fewer days, or let the end follow the beginning."));
        }
        PlaceTree places = new PlaceTree(locations);
        Timetable timetable = new Timetable(template.value());
        return work.read(transaction -> slots(transaction, search, from, timetable, company.value(), places));
    }

    private static Outcome<List<Slot>> slots(Transaction transaction, Search search, Instant from, Timetable timetable,
        CompanyProfile company, PlaceTree places) throws SQLException {
        RosterReader reader = new RosterReader(transaction, company.zone());
        List<Refusal> refusals = new ArrayList<>(
            Appointments.wanted(search.resources(), timetable.at(from), search.template(), reader));
        Map<ItemId, BigDecimal> free = new FreeMaterials(transaction, places).free(timetable.materials().keySet(),
            Set.of(), LocalDate.ofInstant(from, company.zone()));
        Map<ItemId, ItemFacts> items = ItemFacts.read(transaction, timetable.materials().keySet());
        timetable.materials().forEach((item, quantity) -> {
            BigDecimal missing = quantity.subtract(free.getOrDefault(item, BigDecimal.ZERO));
            ItemFacts facts = items.get(item);
            if (missing.signum() > 0 && facts != null) {
                refusals.add(Refusal.of(ServiceRefusal.TOO_LITTLE_MATERIAL, new Quantity(missing, facts.unit()),
                    facts.code(), search.template())
                    .hint("What is held for others, locked or expired does not count."));
            }
        });
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        if (!from.isBefore(search.until())) {
            return Outcome.done(List.of());
        }
        Roster roster = reader.read(new Span(from, search.until().plus(timetable.length())),
            new HashSet<>(reader.resources().keySet()), Optional.empty(), Roster.SEARCHING);
        return Outcome.done(new FreeTimes(roster, timetable, search.resources(), company.zone()).find(from,
            search.until(), search.minutes(), search.most()));
    }

    @Override
    public List<Booking> list(Instant from, Instant until) {
        return work.read(transaction -> new BookingViews(transaction, book).of(
            new BookingRows(transaction).beginning(new Span(from, until)).stream().map(Head::document).toList()));
    }

    @Override
    public Optional<Booking> get(DocumentId id) {
        return work.read(transaction -> new BookingViews(transaction, book).of(List.of(id))).stream().findFirst();
    }

    private BookingWork.Terms terms(CompanyProfile company, String template) {
        return BookingWork.Terms.of(company, new PlaceTree(locations), templates.versions(template), access);
    }

    private List<Refusal> check(Subject subject, PlaceTree places) {
        List<Refusal> refusals = new ArrayList<>();
        boolean isKnown = subject.customer().equals(PartnerId.SELF)
            || partners.get(subject.customer()).filter(Partner::active).isPresent();
        if (!isKnown) {
            refusals
                .add(Refusal.of(ServiceRefusal.UNKNOWN_CUSTOMER).hint("Look the customer up in the list of partners."));
        }
        Optional<LocationId> place = subject.place();
        if (place.isPresent() && places.get(place.get()).isEmpty()) {
            refusals.add(Refusal.of(LedgerRefusal.UNKNOWN_LOCATION, place.get()));
        }
        return refusals;
    }

    @FunctionalInterface
    private interface Making {
        Outcome<Booking> in(BookingWork booking, Template template) throws SQLException;
    }

    /** Something that is wanted, and who wants it with which key. */
    private record Order(String key, String hash, Subject subject, Instant at) {

        static Order of(Request request) {
            return new Order(request.key(), BookingWork.hash(request), request.subject(), request.at().start());
        }

    }

    private Outcome<Booking> make(Order order, boolean isStored, Making making) {
        Outcome<CompanyProfile> company = company();
        if (!company.isDone()) {
            return Outcome.refused(company.refusals());
        }
        BookingWork.Terms terms = terms(company.value(), order.subject().template());
        List<Refusal> refusals = check(order.subject(), terms.places());
        Outcome<Template> template = template(order.subject().template(), order.at(), company.value());
        refusals.addAll(template.refusals());
        StockWork.Work<Booking> writing = step -> {
            BookingWork booking = new BookingWork(step, book, terms);
            // what was booked once is the answer, whatever has changed since
            Optional<Outcome<Booking>> known = booking.known(order.key(), order.hash());
            if (known.isPresent() || !refusals.isEmpty()) {
                return known.orElseGet(() -> Outcome.refused(refusals));
            }
            step.transaction().changes(Topic.DOCUMENTS);
            return making.in(booking, template.value());
        };
        return isStored ? stockWork.write(writing) : stockWork.attempt(writing);
    }

    @Override
    public Outcome<Booking> book(Request request) {
        return make(Order.of(request), true, (booking, template) -> booking.book(request, template));
    }

    @Override
    public Outcome<Booking> rehearse(Request request) {
        return make(Order.of(request), false, (booking, template) -> booking.book(request, template));
    }

    @Override
    public Outcome<Booking> await(Wish wish) {
        if (isFar(wish.until())) {
            return Outcome.refused(Refusal.of(ServiceRefusal.BAD_WISH, wish.from(), wish.until())
                .hint("Name times that are not past and in the next three years."));
        }
        return make(new Order(wish.key(), BookingWork.hash(wish), wish.subject(), wish.from()), true,
            (booking, template) -> booking.await(wish, template));
    }

    private Outcome<Head> head(DocumentId id) {
        return work.read(transaction -> new BookingRows(transaction).head(id)).map(Outcome::done)
            .orElseGet(() -> Outcome.refused(ServiceRefusal.UNKNOWN_BOOKING));
    }

    @FunctionalInterface
    private interface Changing {
        Outcome<Booking> in(BookingWork booking, Optional<Template> template) throws SQLException;
    }

    private Outcome<Booking> change(DocumentId id, Changing changing) {
        return company().then(company -> head(id).then(head -> {
            BookingWork.Terms terms = terms(company, head.code());
            // a wish has no version
            Optional<Template> template = terms.versions().stream().filter(one -> one.version() == head.version())
                .findFirst();
            return stockWork.write(step -> {
                step.transaction().changes(Topic.DOCUMENTS);
                return changing.in(new BookingWork(step, book, terms), template);
            });
        }));
    }

    @Override
    public Outcome<Booking> move(DocumentId id, At at, String why) {
        return change(id, (booking, template) -> template.isPresent() ? booking.move(id, at, why, template.get())
            : booking.noTime(id, "moved"));
    }

    @Override
    public Outcome<Booking> cancel(DocumentId id, String why) {
        return change(id, (booking, template) -> booking.close(id, CANCELLED, why, template));
    }

    @Override
    public Outcome<Booking> noShow(DocumentId id, String why) {
        return change(id, (booking, template) -> template.isPresent() ? booking.close(id, NO_SHOW, why, template)
            : booking.noTime(id, "not come"));
    }

    @Override
    public List<Booking> waiting() {
        return work.read(this::waiting);
    }

    private List<Booking> waiting(Transaction transaction) throws SQLException {
        Set<DocumentId> ids = new LinkedHashSet<>();
        book.lines(transaction, LineQuery.open(KIND).in(Set.of(WAITING)), (document, line) -> ids.add(document.id()));
        return new BookingViews(transaction, book).of(ids).stream().sorted(Offers.ORDER).toList();
    }

    @Override
    public List<Offer> offers() {
        return companies.current().map(company -> {
            PlaceTree places = new PlaceTree(locations);
            List<Template> all = templates.list();
            return work.read(transaction -> new Offers(transaction, company.zone(),
                new FreeMaterials(transaction, places), wish -> all.stream()
                    .filter(one -> one.code().equals(wish.template()))
                    .filter(one -> one.holds(LocalDate.ofInstant(
                        wish.from().isAfter(transaction.now()) ? wish.from() : transaction.now(), company.zone())))
                    .findFirst())
                .of(waiting(transaction), MOST_SLOTS));
        }).orElse(List.of());
    }

    @Override
    public Outcome<Booking> accept(DocumentId id, At at) {
        return company().then(company -> head(id)
            .then(head -> template(head.code(), at.start(), company).then(template -> {
                BookingWork.Terms terms = terms(company, head.code());
                return stockWork.write(step -> {
                    step.transaction().changes(Topic.DOCUMENTS);
                    return new BookingWork(step, book, terms).accept(id, at, template);
                });
            })));
    }

}
