package org.stockwright.service.internal.capacity;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.documents.Task;
import org.stockwright.documents.spi.TaskSource;
import org.stockwright.service.Bookings;
import org.stockwright.service.Bookings.Offer;
import org.stockwright.service.ServicePermission;

/** Customers on the waiting list for whom there is a time. */
@Component
public final class OfferTasks implements TaskSource {

    private final Bookings bookings;
    private final CompanyProfiles companies;

    /** Lives as long as the open book. */
    @Activate
    public OfferTasks(@Reference Bookings bookings, @Reference CompanyProfiles companies) {
        this.bookings = bookings;
        this.companies = companies;
    }

    @Override
    public String permission() {
        return ServicePermission.BOOK;
    }

    @Override
    public List<Task> tasks(int limit) {
        ZoneId zone = companies.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
        return bookings.offers().stream().limit(limit).map(offer -> task(offer, zone)).toList();
    }

    private static Task task(Offer offer, ZoneId zone) {
        var document = offer.wish().document();
        String time = offer.slot().start().atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString()
            .replace('T', ' ');
        return new Task("service.offer", "Offer time", document.number(), document.id(),
            offer.wish().template() + (document.partnerName().isEmpty() ? "" : ", " + document.partnerName()) + ": "
                + time,
            Optional.of(LocalDate.ofInstant(offer.slot().start(), zone)), document.priority());
    }

}
