package org.stockwright.service.internal.capacity;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.KindView;
import org.stockwright.documents.KindView.State;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.documents.spi.PlainKind;
import org.stockwright.service.Bookings;
import org.stockwright.service.ServicePermission;

/** Bookings of services, and wishes on the waiting list. */
@Component(service = DocumentKind.class)
public final class BookingKind extends PlainKind {

    static final String SERIES = "SB";

    /** What a booking is. */
    public BookingKind() {
        super(new KindView(Bookings.KIND, "Booking",
            List.of(new State(Bookings.WAITING, "On the waiting list", true),
                new State(Bookings.BOOKED, "Booked", true),
                new State(Bookings.ARRIVED, "Arrived", false), new State(Bookings.NO_SHOW, "Did not come", false),
                new State(Bookings.CANCELLED, "Cancelled", false))),
            SERIES, ServicePermission.VIEW, false);
    }

}
