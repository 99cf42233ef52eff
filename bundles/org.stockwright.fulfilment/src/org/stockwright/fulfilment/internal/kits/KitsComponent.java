package org.stockwright.fulfilment.internal.kits;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.documents.Document;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.Kits;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.spi.PlaceTree;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;

/** Defines kits, puts them together and takes them apart. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.fulfilment.Kits")
public final class KitsComponent implements Kits, Guarded {

    private final UnitOfWork work;
    private final StockWork stockWork;
    private final DocumentBook book;
    private final Locations locations;
    private final CompanyProfiles profiles;

    /** Lives as long as the open book. */
    @Activate
    public KitsComponent(@Reference UnitOfWork work, @Reference StockWork stockWork, @Reference DocumentBook book,
        @Reference Locations locations, @Reference CompanyProfiles profiles) {
        this.work = work;
        this.stockWork = stockWork;
        this.book = book;
        this.locations = locations;
        this.profiles = profiles;
    }

    @Override
    public Outcome<Integer> saveAll(List<Version> versions) {
        return work.write(transaction -> save(transaction, versions));
    }

    @Override
    public Outcome<Integer> rehearse(List<Version> versions) {
        return work.attempt(transaction -> save(transaction, versions));
    }

    private static Outcome<Integer> save(Transaction transaction, List<Version> versions) throws SQLException {
        return new KitSaving(transaction).save(versions);
    }

    @Override
    public Outcome<Boolean> remove(ItemId item, LocalDate from) {
        return work.write(transaction -> Outcome.done(new KitRows(transaction).remove(item, from).isPresent()));
    }

    @Override
    public List<Version> list() {
        return work.read(transaction -> new KitRows(transaction).all().stream().map(KitsComponent::version).toList());
    }

    private static Version version(Kit kit) {
        return new Version(kit.item(), kit.from(), kit.virtual(),
            kit.parts().stream().map(part -> new Kits.Component(part.item(), part.quantity())).toList());
    }

    @Override
    public Optional<Version> on(ItemId item, LocalDate day) {
        return work.read(transaction -> Optional
            .ofNullable(KitRows.unlocked(transaction).on(day, List.of(item)).get(item)).map(KitsComponent::version));
    }

    @Override
    public List<BigDecimal> splitPrice(BigDecimal amount, Currency currency, List<BigDecimal> weights) {
        return BundlePrice.split(amount, currency, weights);
    }

    @Override
    public Outcome<Document> assemble(Assembly assembly) {
        return run(assembly, true);
    }

    @Override
    public Outcome<Document> disassemble(Assembly assembly) {
        return run(assembly, false);
    }

    private Outcome<Document> run(Assembly assembly, boolean together) {
        Optional<CompanyProfile> company = profiles.current();
        if (company.isEmpty()) {
            return Outcome.refused(Refusal.of(FulfilmentRefusal.COMPANY_MISSING)
                .hint("Save the company's profile first."));
        }
        Instant effective = assembly.effective().orElseGet(() -> work.clock().instant());
        Assembling.Terms terms = new Assembling.Terms(new PlaceTree(locations), company.get().currency(),
            LocalDate.ofInstant(effective, company.get().zone()), effective);
        return stockWork.write(step -> new Assembling(book, step, assembly, together, terms).run());
    }

}
