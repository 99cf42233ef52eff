package org.stockwright.fulfilment.internal.shipping;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.documents.Document;
import org.stockwright.documents.Step;
import org.stockwright.documents.Task;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.TaskSource;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.fulfilment.internal.orders.UrgentDocuments;
import org.stockwright.persistence.UnitOfWork;

/** Transfers in transit that should have arrived before today. */
@Component
public final class LateTransferTasks implements TaskSource {

    private final UnitOfWork work;
    private final DocumentBook book;
    private final CompanyProfiles profiles;

    /** Lives as long as the open book. */
    @Activate
    public LateTransferTasks(@Reference UnitOfWork work, @Reference DocumentBook book,
        @Reference CompanyProfiles profiles) {
        this.work = work;
        this.book = book;
        this.profiles = profiles;
    }

    @Override
    public String permission() {
        return FulfilmentPermission.SHIP;
    }

    @Override
    public List<Task> tasks(int limit) {
        Clock clock = work.clock();
        LocalDate today = LocalDate.ofInstant(clock.instant(),
            profiles.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC));
        return work
            .read(transaction -> new UrgentDocuments(book, transaction).in(List.of(Shipping.KIND),
                List.of(ShipmentKind.IN_TRANSIT), limit))
            .stream().filter(shipment -> shipment.due().filter(today::isAfter).isPresent())
            .map(shipment -> UrgentDocuments.task("fulfilment.late-transfer", "Look for late transfer", shipment,
                UrgentDocuments.lines(onTheirWay(shipment))))
            .toList();
    }

    private static int onTheirWay(Document shipment) {
        return (int) shipment.lines().stream().filter(line -> line.open(Step.RECEIVED).signum() > 0).count();
    }

}
