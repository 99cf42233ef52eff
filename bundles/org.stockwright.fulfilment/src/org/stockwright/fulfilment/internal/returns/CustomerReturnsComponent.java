package org.stockwright.fulfilment.internal.returns;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.spi.ActionKeys;
import org.stockwright.documents.spi.Canonical;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.fulfilment.CustomerReturns;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;

/** Takes what customers send back. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.fulfilment.CustomerReturns")
public final class CustomerReturnsComponent implements CustomerReturns, Guarded {

    private final UnitOfWork work;
    private final StockWork stockWork;
    private final DocumentBook book;
    private final Partners partners;
    private final CompanyProfiles companies;

    /** Lives as long as the open book. */
    @Activate
    public CustomerReturnsComponent(@Reference UnitOfWork work, @Reference StockWork stockWork,
        @Reference DocumentBook book, @Reference Partners partners, @Reference CompanyProfiles companies) {
        this.work = work;
        this.stockWork = stockWork;
        this.book = book;
        this.partners = partners;
        this.companies = companies;
    }

    @Override
    public Outcome<Document> announce(Announcement asked) {
        Optional<Refusal> bad = ActionKeys.bad(asked.key());
        if (bad.isPresent()) {
            return Outcome.refused(bad.get());
        }
        if (asked.reason().isBlank()) {
            return Outcome.refused(Refusal.of(FulfilmentRefusal.RETURN_WITHOUT_REASON)
                .hint("For example: damaged, wrong item, not wanted."));
        }
        Optional<Currency> currency = companies.current().map(CompanyProfile::currency);
        if (currency.isEmpty()) {
            return Outcome.refused(FulfilmentRefusal.COMPANY_MISSING);
        }
        if (asked.shipment().isEmpty()) {
            Optional<Partner> customer = asked.customer().equals(PartnerId.SELF) ? Optional.empty()
                : partners.get(asked.customer());
            if (customer.filter(one -> one.roles().contains(Partner.Role.CUSTOMER)).isEmpty()) {
                return Outcome.refused(Refusal.of(FulfilmentRefusal.NOT_A_CUSTOMER,
                    customer.map(Partner::code).orElse("nobody")).hint("Without a shipment name the customer."));
            }
        }
        Canonical text = new Canonical(KIND).add(asked.shipment()).add(asked.customer()).add(asked.reason())
            .add(asked.effective());
        asked.lines().forEach(line -> text.add(line.shipmentLine()).add(line.item()).add(line.lot())
            .add(line.quantity()).add(line.note()));
        String hash = text.hash();
        return stockWork.write(step -> new Announcing(book, step, asked).announce(hash, currency.get()));
    }

    @Override
    public Outcome<Document> receive(String key, DocumentId customerReturn, LocationId at, List<Came> came,
        Instant effective) {
        Optional<Refusal> bad = ActionKeys.bad(key);
        if (bad.isPresent()) {
            return Outcome.refused(bad.get());
        }
        Canonical text = new Canonical("return-receipt").add(customerReturn).add(at).add(effective);
        came.forEach(one -> text.add(one.line()).add(one.quantity()));
        String hash = text.hash();
        return stockWork.write(step -> new ReturnStep(book, step, customerReturn, effective)
            .receive(key, hash, at, came));
    }

    @Override
    public Outcome<Document> decide(String key, DocumentId customerReturn, List<Decided> decided, Instant effective) {
        Optional<Refusal> bad = ActionKeys.bad(key);
        if (bad.isPresent()) {
            return Outcome.refused(bad.get());
        }
        Canonical text = new Canonical("return-decision").add(customerReturn).add(effective);
        decided.forEach(one -> text.add(one.line()).add(one.quantity()).add(one.decision()).add(one.to())
            .add(one.refund()).add(one.note()));
        String hash = text.hash();
        return stockWork
            .write(step -> new ReturnStep(book, step, customerReturn, effective).decide(key, hash, decided));
    }

    @Override
    public Outcome<Document> cancel(DocumentId customerReturn, String reason) {
        return stockWork.write(step -> new ReturnStep(book, step, customerReturn, step.transaction().now())
            .cancel(reason));
    }

    @Override
    public List<DecisionMade> decisions(DocumentId customerReturn) {
        return work.read(transaction -> new ReturnRows(transaction).of(customerReturn));
    }

}
