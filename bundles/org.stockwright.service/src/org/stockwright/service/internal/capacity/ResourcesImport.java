package org.stockwright.service.internal.capacity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Refusal;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.service.Resource;
import org.stockwright.service.Resource.Kind;
import org.stockwright.service.Resources;
import org.stockwright.service.Resources.Edit;
import org.stockwright.service.Resources.Profile;
import org.stockwright.service.ServiceRefusal;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** People, rooms and machines with their pools, from a file: one row for each. */
@Component(service = ImportKind.class)
public final class ResourcesImport extends ResourceFile {

    /** Lives as long as the open book. */
    @Activate
    public ResourcesImport(@Reference UnitOfWork work, @Reference Resources resources) {
        super("resources", "Resources", "name", work, resources);
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required(RESOURCE, "code of the resource"), required("name", "what people call it"),
            required("kind", "person, room or machine"),
            optional("pools",
                "codes of its pools and skills, with blanks or commas between them; empty: those that it has"));
    }

    @Override
    protected Optional<Edit> request(String key, List<ImportRow> rows, RowErrors errors) {
        for (ImportRow row : rows.subList(1, rows.size())) {
            errors.add(row, RESOURCE, Refusal.of(ServiceRefusal.RESOURCE_TWICE, key)
                .hint("It stands in line " + rows.getFirst().line() + " already."));
        }
        ImportRow row = rows.getFirst();
        Optional<Kind> kind = Arrays.stream(Kind.values())
            .filter(one -> one.name().equals(row.get("kind").toUpperCase(Locale.ROOT))).findFirst();
        if (kind.isEmpty()) {
            errors.add(row, "kind", Refusal.of(ServiceRefusal.BAD_RESOURCE_KIND, row.get("kind"))
                .hint("Write person, room or machine."));
            return Optional.empty();
        }
        Set<String> pools = new TreeSet<>(List.of(row.get("pools").split("[\\s,;]+")));
        pools.remove("");
        return rows.size() > 1 ? Optional.empty() : Optional.of(Edit.profile(key, new Profile(row.get("name"),
            kind.get(), row.has("pools") ? pools : resources().get(key).map(Resource::pools).orElse(Set.of()))));
    }

}
