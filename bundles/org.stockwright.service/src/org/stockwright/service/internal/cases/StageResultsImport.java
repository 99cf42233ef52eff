package org.stockwright.service.internal.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.documents.Document;
import org.stockwright.documents.Documents;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.service.Cases.StageResult;
import org.stockwright.service.ServicePermission;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** What customers filled in, or our staff did, from a file: rows with the same key are one stage of one case. */
@Component(service = ImportKind.class)
public final class StageResultsImport extends CaseFiles<StageResult> {

    private final CaseDesk desk;

    /** Lives as long as the open book. */
    @Activate
    public StageResultsImport(@Reference UnitOfWork work, @Reference CaseDesk desk, @Reference Documents documents,
        @Reference Locations locations, @Reference CompanyProfiles companies) {
        super(new Services(work, documents, locations, companies));
        this.desk = desk;
    }

    @Override
    public String id() {
        return "service-stage-results";
    }

    @Override
    public String title() {
        return "Results of service stages";
    }

    @Override
    public String permission() {
        return ServicePermission.CASES;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required(KEY, "made by you; rows with the same key are one stage of one case"),
            required("case", "number of the case"), required("stage", "code of the stage whose turn it is"),
            optional("summary", "what it came to, in words"), optional(EFFECTIVE, "when it was done; empty for now"),
            optional(NAME, "name of something that was filled in, for example income"),
            optional(VALUE, "what it is; one name and value in each row"));
    }

    @Override
    protected Outcome<Made> make(StageResult result) {
        boolean known = desk.happened(result.key()).isPresent();
        return desk.done(result).map(document -> new Made(known, List.of()));
    }

    @Override
    protected Optional<StageResult> request(String key, List<ImportRow> rows, RowErrors errors) {
        int before = errors.count();
        ImportRow first = rows.getFirst();
        same(key, rows, List.of("case", "stage", "summary", EFFECTIVE), errors);
        Optional<Document> document = document(first, "case", errors);
        Instant effective = effective(first, errors, desk.happened(key));
        Map<String, String> data = data(rows, errors);
        return errors.count() > before ? Optional.empty()
            : Optional
                .of(new StageResult(key, document.orElseThrow().id(), first.get("stage"), first.get("summary"), data,
                    effective));
    }

}
