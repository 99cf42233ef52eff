package org.stockwright.service.internal.capacity;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.documents.Task;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.TaskSource;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.service.Bookings.Booking;
import org.stockwright.service.Bookings.Use;
import org.stockwright.service.ServicePermission;

/** Bookings to come that stand outside of somebody's shifts, because of overtime or because he is away by now. */
@Component
public final class MoveTasks implements TaskSource {

    private final UnitOfWork work;
    private final DocumentBook book;
    private final CompanyProfiles companies;

    /** Lives as long as the open book. */
    @Activate
    public MoveTasks(@Reference UnitOfWork work, @Reference DocumentBook book, @Reference CompanyProfiles companies) {
        this.work = work;
        this.book = book;
        this.companies = companies;
    }

    @Override
    public String permission() {
        return ServicePermission.BOOK;
    }

    @Override
    public List<Task> tasks(int limit) {
        ZoneId zone = companies.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
        return work.read(transaction -> new BookingViews(transaction, book).of(new BookingRows(transaction).outside()))
            .stream().sorted(Comparator.comparing(Booking::from)).limit(limit).map(one -> task(one, zone)).toList();
    }

    private static Task task(Booking booking, ZoneId zone) {
        List<String> outside = booking.uses().stream().filter(use -> !use.note().isEmpty())
            .map(MoveTasks::words).distinct().toList();
        return new Task("service.move", "Check booking outside of shifts", booking.document().number(),
            booking.document().id(), String.join(", ", outside), Optional.of(LocalDate.ofInstant(booking.from(), zone)),
            booking.document().priority());
    }

    private static String words(Use use) {
        return use.resource() + ": " + use.note();
    }

}
