package org.stockwright.service.internal.capacity;

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
import org.stockwright.security.spi.Guarded;
import org.stockwright.service.Arrivals;
import org.stockwright.service.Bookings;
import org.stockwright.service.Bookings.Booking;
import org.stockwright.service.Cases;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Template;
import org.stockwright.service.Templates;

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

    /** Lives as long as the open book. */
    @Activate
    public ArrivalsComponent(@Reference UnitOfWork work, @Reference StockWork stockWork, @Reference DocumentBook book,
        @Reference Locations locations, @Reference CompanyProfiles companies, @Reference Templates templates,
        @Reference Bookings bookings, @Reference Cases cases) {
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
        return work.together(() -> {
            Optional<Booking> booking = bookings.get(id);
            if (booking.isEmpty()) {
                return Outcome.refused(ServiceRefusal.UNKNOWN_BOOKING);
            }
            Optional<ServiceCase> before = booking.get().opened().flatMap(cases::get);
            return before.isPresent() ? Outcome.done(before.get())
                : ended(booking.get()).then(ended -> open(ended, data));
        }, true);
    }

    private Outcome<Booking> ended(Booking booking) {
        Optional<Template> template = templates.versions(booking.template()).stream()
            .filter(one -> one.version() == booking.version()).findFirst();
        if (companies.current().isEmpty()) {
            return Outcome
                .refused(Refusal.of(ServiceRefusal.COMPANY_IS_MISSING).hint("Save the company's profile first."));
        }
        BookingWork.Terms terms = new BookingWork.Terms(companies.current().get().zone(),
            companies.current().get().currency(), new PlaceTree(locations));
        DocumentId id = booking.document().id();
        return stockWork.write(step -> {
            step.transaction().changes(Topic.DOCUMENTS);
            BookingWork one = new BookingWork(step, book, terms);
            return template.isPresent() ? one.close(id, Bookings.ARRIVED, "", template) : one.noTime(id, "arrived");
        });
    }

    private Outcome<ServiceCase> open(Booking booking, Map<String, String> data) {
        return cases
            .open(new Cases.Arrival(booking.document().number() + ":case", booking.template(),
                booking.document().partner(),
                booking.document().reference(), false, data, work.clock().instant()))
            .then(opened -> work.write(transaction -> {
                new BookingRows(transaction).opened(booking.document().id(), opened.document());
                return Outcome.done(opened);
            }));
    }

}
