package org.stockwright.service.internal.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.Document;
import org.stockwright.documents.Documents;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.service.Cases.Arrival;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.ServiceRefusal;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** Arrivals of customers from a file: rows with the same key open one case. */
@Component(service = ImportKind.class)
public final class CasesImport extends CaseFiles<Arrival> {

    private final CaseDesk desk;
    private final Partners partners;

    /** Lives as long as the open book. */
    @Activate
    public CasesImport(@Reference UnitOfWork work, @Reference CaseDesk desk, @Reference Partners partners,
        @Reference Documents documents, @Reference Locations locations, @Reference CompanyProfiles companies) {
        super(new Services(work, documents, locations, companies));
        this.desk = desk;
        this.partners = partners;
    }

    @Override
    public String id() {
        return "service-cases";
    }

    @Override
    public String title() {
        return "Service cases";
    }

    @Override
    public String permission() {
        return ServicePermission.CASES;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required(KEY, "made by you; rows with the same key open one case"),
            required("template", "code of the service template"), required("customer", "code of the customer"),
            optional("reference", "the customer's paper"),
            optional("stored_only", "yes: the case is refused when no unit is stored; empty for no"),
            optional(EFFECTIVE, "when the customer came; empty for now"),
            optional(NAME, "name of something that the customer brings, for example age"),
            optional(VALUE, "what it is; one name and value in each row"));
    }

    @Override
    protected Outcome<Made> make(Arrival arrival) {
        boolean known = isKnown(arrival.key());
        return desk.open(arrival).map(document -> new Made(known, List.of()));
    }

    @Override
    protected Optional<Arrival> request(String key, List<ImportRow> rows, RowErrors errors) {
        int before = errors.count();
        ImportRow first = rows.getFirst();
        same(key, rows, List.of("template", "customer", "reference", "stored_only", EFFECTIVE), errors);
        Optional<Partner> customer = errors.value(first, "customer", partners.byCode(first.get("customer"))
            .map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal
                .of(ServiceRefusal.NOT_A_CUSTOMER, first.get("customer")).hint("Import the partner first."))));
        String stored = first.get("stored_only");
        if (!List.of("", "yes", "no").contains(stored)) {
            errors.add(first, "stored_only", Refusal.of(CatalogRefusal.UNKNOWN_VALUE, stored, "stored_only")
                .hint("Write yes or no."));
        }
        Instant arrived = effective(first, errors,
            known(key).flatMap(id -> services().documents().get(id)).map(Document::effective));
        Map<String, String> data = data(rows, errors);
        return errors.count() > before ? Optional.empty()
            : Optional.of(new Arrival(key, first.get("template"), customer.orElseThrow().id(), first.get("reference"),
                stored.equals("yes"), data, arrived));
    }

}
