package org.stockwright.cli.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Decimals;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.ItemMatch;
import org.stockwright.catalog.Items;
import org.stockwright.company.Companies;
import org.stockwright.company.Company;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.UnitOfWork;

/** The open book; closing it closes the book. */
final class Session implements AutoCloseable {

    private final Services services;
    private final Companies companies;
    private final Company company;
    private final ConsoleProgress progress;
    private final Runnable afterwards;

    Session(Services services, Companies companies, Company company, ConsoleProgress progress) {
        this(services, companies, company, progress, () -> {
            // an ordinary book stays where it is
        });
    }

    Session(Services services, Companies companies, Company company, ConsoleProgress progress, Runnable afterwards) {
        this.services = services;
        this.companies = companies;
        this.company = company;
        this.progress = progress;
        this.afterwards = afterwards;
    }

    Company company() {
        return company;
    }

    /** What each module that is missing means, and what to do about it. */
    List<Refusal> missing() {
        return companies.modules().stream().flatMap(module -> module.missing().stream()).toList();
    }

    ConsoleProgress progress() {
        return progress;
    }

    <T> T service(Class<T> type) {
        return services.get(type);
    }

    /** Reads instants in the company's time zone. */
    Moments moments() {
        return new Moments(company.profile());
    }

    /** An amount as people expect it: exact, with the decimals of the company's currency at least. */
    BigDecimal amount(BigDecimal value) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return plain.setScale(Math.max(plain.scale(), company.profile().currency().getDefaultFractionDigits()));
    }

    /** An amount for a sentence. */
    String money(BigDecimal value) {
        return amount(value).toPlainString() + ' ' + company.profile().currency();
    }

    /** Now, by the clock of the book. */
    Instant now() {
        return service(UnitOfWork.class).clock().instant();
    }

    /** The number that somebody typed. */
    static BigDecimal number(String text) {
        return RefusedException.orRefuse(Decimals.parse(text));
    }

    /** The item that a code, alias or barcode stands for; nothing when nothing was typed. */
    Optional<ItemId> item(String text) {
        return text == null ? Optional.empty()
            : Optional.of(RefusedException.orRefuse(service(Items.class).resolve(text).map(ItemMatch::item)));
    }

    /** The location with a code; nothing when nothing was typed. */
    Optional<LocationId> location(String code) {
        if (code == null) {
            return Optional.empty();
        }
        Optional<LocationId> found = service(Locations.class).byCode(code).map(Location::id);
        if (found.isEmpty()) {
            throw new RefusedException(Refusal.of(LedgerRefusal.UNKNOWN_LOCATION, code)
                .hint("Its code is one that 'import locations' stored; case matters."));
        }
        return found;
    }

    @Override
    public void close() {
        progress.clear();
        try {
            companies.close();
        } finally {
            afterwards.run();
        }
    }

}
