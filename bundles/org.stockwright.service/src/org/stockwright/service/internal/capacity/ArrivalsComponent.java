package org.stockwright.service.internal.capacity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.spi.PlaceTree;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Access;
import org.stockwright.security.spi.Guarded;
import org.stockwright.service.Arrivals;
import org.stockwright.service.Bookings;
import org.stockwright.service.Bookings.Booking;
import org.stockwright.service.Cases;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Template;
import org.stockwright.service.Templates;
import org.stockwright.service.internal.cases.CaseDesk;

/** Makes cases of bookings. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.service.Arrivals")
public final class ArrivalsComponent implements Arrivals, Guarded {

    private final UnitOfWork work;
    private final StockWork stockWork;
    private final DocumentBook book;
    private final Locations locations;
    private final CompanyProfiles companies;
    private final Templates templates;
    private final Bookings bookings;
    private final Cases cases;
    private final CaseDesk desk;
    private final Access access;

    /** Lives as long as the open book. */
    @Activate
    public ArrivalsComponent(@Reference UnitOfWork work, @Reference StockWork stockWork, @Reference DocumentBook book,
        @Reference Locations locations, @Reference CompanyProfiles companies, @Reference Templates templates,
        @Reference Bookings bookings, @Reference Cases cases, @Reference CaseDesk desk, @Reference Access access) {
        this.desk = desk;
        this.access = access;
        this.work = work;
        this.stockWork = stockWork;
        this.book = book;
        this.locations = locations;
        this.companies = companies;
        this.templates = templates;
        this.bookings = bookings;
        this.cases = cases;
    }

    @Override
    public Outcome<ServiceCase> arrive(DocumentId id, Map<String, String> data) {
        Optional<Refusal> denied = access.refusal(ServicePermission.CASES);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        Outcome<DocumentId> opened = work.together(() -> {
            Optional<Booking> booking = bookings.get(id);
            if (booking.isEmpty()) {
                return Outcome.refused(ServiceRefusal.UNKNOWN_BOOKING);
            }
            return booking.get().opened().map(Outcome::done)
                .orElseGet(() -> ended(booking.get()).then(at -> open(booking.get(), data, at)));
        }, true);
        // automated stages may take long: nobody waits for the booking's resources meanwhile
        return opened.then(desk::runOrTell).then(opening -> cases.get(opening).map(Outcome::done)
            .orElseGet(() -> Outcome.refused(ServiceRefusal.UNKNOWN_CASE, opening.value())));
    }

    /** When the customer came, by the clock of the unit of work: what is after it would be in the future. */
    private Outcome<Instant> ended(Booking booking) {
        List<Template> versions = templates.versions(booking.template());
        Optional<Template> template = versions.stream().filter(one -> one.version() == booking.version()).findFirst();
        if (companies.current().isEmpty()) {
            return Outcome
                .refused(Refusal.of(ServiceRefusal.COMPANY_IS_MISSING).hint("Save the company's profile first."));
        }
        BookingWork.Terms terms = BookingWork.Terms.of(companies.current().get(), new PlaceTree(locations), versions,
            access);
        DocumentId id = booking.document().id();
        return stockWork.write(step -> {
            step.transaction().changes(Topic.DOCUMENTS);
            BookingWork one = new BookingWork(step, book, terms);
            Outcome<Booking> ended = template.isPresent() ? one.close(id, Bookings.ARRIVED, "", template)
                : one.noTime(id, "arrived");
            return ended.map(done -> step.transaction().now());
        });
    }

    private Outcome<DocumentId> open(Booking booking, Map<String, String> data, Instant at) {
        DocumentId id = booking.document().id();
        return desk
            .open(new Cases.Arrival(booking.document().number() + ":case", booking.template(),
                booking.document().partner(), booking.document().reference(), false, data, at),
                step -> BookingWork.release(step, BookingRows.Hold::isUnit, id))
            .then(opened -> work.write(transaction -> {
                new BookingRows(transaction).opened(id, opened);
                return Outcome.done(opened);
            }));
    }

}
