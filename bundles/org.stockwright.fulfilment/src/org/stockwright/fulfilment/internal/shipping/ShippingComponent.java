package org.stockwright.fulfilment.internal.shipping;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.spi.ActionKeys;
import org.stockwright.documents.spi.Canonical;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.security.spi.Guarded;

/** Goods leave. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.fulfilment.Shipping")
public final class ShippingComponent implements Shipping, Guarded {

    private final StockWork stockWork;
    private final DocumentBook book;
    private final Locations locations;
    private final Partners partners;
    private final CompanyProfiles companies;

    /** Lives as long as the open book. */
    @Activate
    public ShippingComponent(@Reference StockWork stockWork, @Reference DocumentBook book,
        @Reference Locations locations, @Reference Partners partners, @Reference CompanyProfiles companies) {
        this.stockWork = stockWork;
        this.book = book;
        this.locations = locations;
        this.partners = partners;
        this.companies = companies;
    }

    @Override
    public Outcome<Document> ship(Request request) {
        Optional<Refusal> wrong = wrong(request);
        return wrong.isPresent() ? Outcome.refused(wrong.get()) : stockWork.write(work(request));
    }

    @Override
    public Outcome<Document> rehearse(Request request) {
        Optional<Refusal> wrong = wrong(request);
        return wrong.isPresent() ? Outcome.refused(wrong.get()) : stockWork.attempt(work(request));
    }

    private Optional<Refusal> wrong(Request request) {
        Optional<Refusal> bad = ActionKeys.bad(request.key());
        if (bad.isEmpty() && request.orders().isEmpty()) {
            return Optional.of(Refusal.of(DocumentRefusal.NO_LINES).hint("Name an order."));
        }
        return bad.or(() -> wrongCarrier(partners, request.carrier()));
    }

    /** What is wrong with a carrier; {@link PartnerId#SELF} names none. */
    public static Optional<Refusal> wrongCarrier(Partners partners, PartnerId carrier) {
        boolean right = carrier.equals(PartnerId.SELF)
            || partners.get(carrier).filter(Partner::active)
                .filter(one -> one.roles().contains(Partner.Role.CARRIER)).isPresent();
        return right ? Optional.empty() : Optional.of(Refusal.of(FulfilmentRefusal.NOT_A_CARRIER,
            partners.get(carrier).map(Partner::code).orElse(carrier.toString())));
    }

    private StockWork.Work<Document> work(Request request) {
        String hash = hash(request);
        ZoneId zone = companies.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
        return step -> new ShipStep(book, step, locations, zone, request).ship(hash);
    }

    private static String hash(Request request) {
        Canonical text = new Canonical(KIND).add(request.ready()).add(request.carrier()).add(request.tracking())
            .add(request.expected()).add(request.transit()).add(request.effective()).add(request.orders().size());
        request.orders().stream().sorted().forEach(text::add);
        request.units().stream().sorted().forEach(text::add);
        request.parts().forEach(part -> text.add(part.line()).add(part.quantity()));
        return text.hash();
    }

    @Override
    public Outcome<Document> track(DocumentId shipment, PartnerId carrier, String tracking) {
        Optional<Refusal> wrong = wrongCarrier(partners, carrier);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        if (tracking.length() > 100 || tracking.chars().anyMatch(Character::isISOControl)) {
            return Outcome.refused(DocumentRefusal.BAD_TEXT, "tracking number", 100);
        }
        return stockWork.write(step -> {
            Outcome<Document> found = new GoodsWork(book, step).find(shipment, KIND);
            if (!found.isDone()) {
                return found;
            }
            book.lock(step.transaction(), shipment);
            book.carrier(step.transaction(), shipment, carrier, tracking);
            return Outcome.done(book.read(step.transaction(), List.of(shipment)).getFirst());
        });
    }

    @Override
    public Outcome<Document> reverse(String key, DocumentId shipment, Instant effective, String reason) {
        Optional<Refusal> bad = ActionKeys.bad(key);
        if (bad.isPresent()) {
            return Outcome.refused(bad.get());
        }
        String hash = new Canonical("shipment-reversal").add(shipment).add(effective).add(reason).hash();
        return stockWork
            .write(step -> new ShipmentReversal(book, step).reverse(key, hash, shipment, effective, reason));
    }

}
