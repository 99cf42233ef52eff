package org.stockwright.service.internal.stock;

import java.time.Instant;
import java.time.LocalDate;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.ledger.LedgerPermission;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.spi.PlaceTree;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Access;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Template;
import org.stockwright.service.Templates;

/** What preparations, stored work and cases work with. */
@Component(service = WorkDesk.class)
public final class WorkDesk {

    private final UnitOfWork work;
    private final StockWork stockWork;
    private final DocumentBook book;
    private final Templates templates;
    private final Locations locations;
    private final CompanyProfiles companies;
    private final Access access;

    /** Lives as long as the open book. */
    @Activate
    public WorkDesk(@Reference UnitOfWork work, @Reference StockWork stockWork, @Reference DocumentBook book,
        @Reference Templates templates, @Reference Locations locations, @Reference CompanyProfiles companies,
        @Reference Access access) {
        this.work = work;
        this.stockWork = stockWork;
        this.book = book;
        this.templates = templates;
        this.locations = locations;
        this.companies = companies;
        this.access = access;
    }

    /** Units of work. */
    public UnitOfWork work() {
        return work;
    }

    /** Units of work that move stock. */
    public StockWork stockWork() {
        return stockWork;
    }

    /** The rows of documents. */
    public DocumentBook book() {
        return book;
    }

    /** The library. */
    public Templates templates() {
        return templates;
    }

    /** Now, by the clock that stamps the book. */
    public Instant now() {
        return work.clock().instant();
    }

    /** What is known of the company and of where whoever acts may work; refused while it has no profile. */
    public Outcome<WorkTerms> terms() {
        return companies.current()
            .map(profile -> Outcome.done(new WorkTerms(new PlaceTree(locations), profile.currency(), profile.zone(),
                WorkTerms.sites(access, LedgerPermission.RESERVE), WorkTerms.sites(access, LedgerPermission.POST))))
            .orElseGet(() -> Outcome.refused(Refusal.of(ServiceRefusal.COMPANY_IS_MISSING)
                .hint("Save the company's profile first.")));
    }

    /** The version of a template that is used on a day. */
    public Outcome<Template> inUse(String code, LocalDate day) {
        return templates.on(code, day).map(Outcome::done)
            .orElseGet(() -> Outcome.refused(Refusal.of(ServiceRefusal.NO_TEMPLATE_THAT_DAY, code, day)
                .hint("Approve a version of the template that begins on that day or before.")));
    }

    /** A version of a template, in use or not. */
    public Outcome<Template> version(String code, int version) {
        return templates.versions(code).stream().filter(one -> one.version() == version).findFirst().map(Outcome::done)
            .orElseGet(() -> Outcome.refused(Refusal.of(ServiceRefusal.VERSION_MISSING, code, version)
                .hint("Verify the book: versions that were in use are kept.")));
    }

}
