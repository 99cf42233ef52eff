package org.stockwright.catalog.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.catalog.Addresses.Address;
import org.stockwright.catalog.CatalogPermission;
import org.stockwright.catalog.Partner;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/** Addresses from a file. An empty cell changes nothing; the lines of an address are one cell in that. */
@Component
public final class AddressesImport implements ImportKind {

    private static final List<String> LINES = IntStream.rangeClosed(1, 4).mapToObj(number -> "line" + number).toList();

    private static final List<ImportColumn> COLUMNS = List.of(
        ImportColumn.optional("partner", "Code of the partner; empty: our own company and its sites"),
        ImportColumn.optional("code",
            "Which address, such as SHIP-1, or the location's code for a site of ours; empty: "
                + "the main one"),
        ImportColumn.optional("name", "Who is met there; empty for a new one: the partner's name"),
        ImportColumn.optional("line1", "Street, building and the like"),
        ImportColumn.optional("line2", "More of it"),
        ImportColumn.optional("line3", "More of it"),
        ImportColumn.optional("line4", "More of it"),
        ImportColumn.optional("postal_code", "As it is written in its country"),
        ImportColumn.optional("city", "Needed without lines"),
        ImportColumn.optional("region", "State, province or county"),
        ImportColumn.optional("country", "Two letters of ISO 3166"),
        ImportColumn.optional("phone", "Telephone number"),
        ImportColumn.optional("email", "E-mail address"));

    private final FileImport file;

    @Activate
    public AddressesImport(@Reference UnitOfWork work, @Reference CatalogMemory memory) {
        file = new FileImport(work, memory);
    }

    @Override
    public String id() {
        return "addresses";
    }

    @Override
    public String title() {
        return "Addresses";
    }

    @Override
    public String permission() {
        return CatalogPermission.EDIT;
    }

    @Override
    public List<ImportColumn> columns() {
        return COLUMNS;
    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        return file.run(mode, Topic.PARTNERS, tx -> store(tx, rows, mode, progress));
    }

    private static ImportResult store(Transaction tx, List<ImportRow> rows, ImportMode mode, Progress progress)
        throws SQLException {
        FileFacts facts = new FileFacts(tx, rows);
        List<Long> partners = rows.stream().map(row -> facts.partners().byCode().get(row.get("partner")))
            .map(partner -> partner == null ? PartnerId.SELF.value() : partner.id().value()).toList();
        AddressSaving saving = new AddressSaving(tx, facts.partners(), partners);
        return saving.saveFile(rows, mode, progress, "Checking addresses", cells -> {
            Optional<Partner> partner = cells.row().has("partner") ? facts.partner(cells, "partner")
                : facts.partners().get(PartnerId.SELF);
            return partner.map(whose -> address(cells, whose.id(), saving));
        });
    }

    private static Address address(Cells cells, PartnerId partner, AddressSaving saving) {
        String code = cells.row().get("code");
        Address old = saving.stored(new AddressTable.Key(partner, code))
            .orElse(new Address(partner, code, "", List.of(), "", "", "", "", "", ""));
        List<String> lines = LINES.stream().map(cells.row()::get).filter(line -> !line.isEmpty()).toList();
        return new Address(partner, code, cells.text("name").orElse(old.name()), lines.isEmpty() ? old.lines() : lines,
            cells.text("postal_code").orElse(old.postalCode()), cells.text("city").orElse(old.city()),
            cells.text("region").orElse(old.region()), cells.text("country").orElse(old.country()),
            cells.text("phone").orElse(old.phone()), cells.text("email").orElse(old.email()));
    }

}
