package org.stockwright.service.internal.capacity;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.exchange.spi.FileInstants;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.service.Resource.Absence;
import org.stockwright.service.Resources;
import org.stockwright.service.Resources.Edit;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** Absences from a file: they are added to those that are there; bookings in them are warnings. */
@Component(service = ImportKind.class)
public final class AbsencesImport extends ResourceFile {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final CompanyProfiles companies;

    /** Lives as long as the open book. */
    @Activate
    public AbsencesImport(@Reference UnitOfWork work, @Reference Resources resources,
        @Reference CompanyProfiles companies) {
        super("absences", "Absences of resources", "from", work, resources);
        this.companies = companies;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required(RESOURCE, "code of the resource"),
            required("from", "when it begins: a day, or a day with a time"),
            required("until", "when it ends: a day, which still belongs to it, or a day with a time"),
            optional("why", "for whoever plans"));
    }

    @Override
    protected Optional<Edit> request(String key, List<ImportRow> rows, RowErrors errors) {
        int before = errors.count();
        ZoneId zone = companies.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
        FileInstants instants = new FileInstants(zone);
        List<Absence> absences = new ArrayList<>();
        for (ImportRow row : rows) {
            Optional<Instant> from = errors.value(row, "from", instants.parse(row.get("from")));
            Optional<Instant> until = errors.value(row, "until", instants.parse(row.get("until"))
                .map(end -> DAY.matcher(row.get("until")).matches()
                    ? end.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant() : end));
            if (from.isPresent() && until.isPresent()) {
                absences.add(new Absence(from.get(), until.get(), row.get("why")));
            }
        }
        return errors.count() > before ? Optional.empty() : Optional.of(Edit.away(key, absences));
    }

}
