package org.stockwright.catalog.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partner.Role;
import org.stockwright.catalog.Partners.Draft;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/** Partners from a file. */
@Component(service = ImportKind.class)
public final class PartnersImport extends CatalogImport {

    private static final List<ImportColumn> COLUMNS = List.of(
        ImportColumn.required("partner", "Code, what people type"),
        ImportColumn.required("name", "What people call it"),
        ImportColumn.optional("roles", "supplier, customer, carrier, owner, with | between them; empty: supplier for a "
            + "new partner, as it is for a stored one"),
        ImportColumn.optional("currency", "ISO 4217 code; empty: the company's for a new partner, as it is for a "
            + "stored one"));

    @Activate
    public PartnersImport(@Reference UnitOfWork work, @Reference CatalogMemory memory) {
        super("partners", "Partners", COLUMNS, Topic.PARTNERS, new FileImport(work, memory));
    }

    @Override
    ImportResult store(Transaction tx, List<ImportRow> rows, ImportMode mode, Progress progress)
        throws SQLException {
        PartnerBook book = PartnerTable.load(tx.connection());
        PartnerSaving saving = new PartnerSaving(tx, book);
        List<Refusal> refusals = new ArrayList<>();
        int changed = 0;
        progress.begin("Checking partners", rows.size());
        for (ImportRow row : rows) {
            progress.check();
            Cells cells = new Cells(row);
            if (saving.add(draft(cells, book), cells.findings())) {
                changed++;
            }
            refusals.addAll(cells.findings().refusals());
            progress.worked(1);
        }
        if (FileImport.writes(mode, refusals)) {
            saving.store();
        }
        return FileImport.result(rows, mode, changed, saving.ids().size() - changed, refusals, List.of());
    }

    private static Draft draft(Cells cells, PartnerBook book) {
        String code = cells.row().get("partner");
        Optional<Partner> old = Optional.ofNullable(book.byCode().get(code));
        Set<Role> roles = cells.words("roles", Role.class);
        if (cells.text("roles").isEmpty()) {
            roles = old.map(Partner::roles).orElse(Set.of(Role.SUPPLIER));
        }
        return new Draft(code, cells.row().get("name"), roles,
            cells.currency("currency").or(() -> old.flatMap(Partner::currency)), old.map(Partner::active).orElse(true));
    }

}
