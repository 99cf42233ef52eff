package org.stockwright.catalog.internal;

import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Money;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Partner;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.persistence.Transaction;

/** The items, partners and currencies that the rows of a file name. For one file and one transaction. */
final class FileFacts {

    private final Map<String, StoredItem> items;
    private final PartnerBook partners;
    private final Optional<CompanyProfile> company;

    /** Looks up what the columns {@code item} name, all partners and the company. */
    FileFacts(Transaction tx, List<ImportRow> rows) throws SQLException {
        items = new ItemReader(tx.connection()).byCodes(rows.stream().map(row -> row.get("item")).toList());
        partners = PartnerTable.load(tx.connection());
        company = CompanyTable.load(tx.connection());
    }

    /** The numbers of the items that the rows name. */
    List<Long> itemIds() {
        return items.values().stream().map(stored -> stored.item().id().value()).toList();
    }

    PartnerBook partners() {
        return partners;
    }

    /** The item that a row is about; none after a finding. */
    Optional<Item> item(Cells cells) {
        String code = cells.required("item");
        StoredItem stored = items.get(code);
        if (stored == null && !code.isEmpty()) {
            cells.findings().add("item", Refusal.of(CatalogRefusal.UNKNOWN_ITEM, code).hint("Import the item first."));
        }
        return Optional.ofNullable(stored).map(StoredItem::item);
    }

    /** The partner that a cell names; none when it is empty, or after a finding. */
    Optional<Partner> partner(Cells cells, String column) {
        return cells.text(column).flatMap(code -> {
            Optional<Partner> partner = Optional.ofNullable(partners.byCode().get(code));
            if (partner.isEmpty()) {
                cells.findings().add(column, Refusal.of(CatalogRefusal.UNKNOWN_PARTNER, code)
                    .hint(Nearest.hint(code, partners.byCode().keySet(), "Import the partner first.")));
            }
            return partner;
        });
    }

    /**
     * The price of a row in its column {@code price}; none when the cell is empty, or after a finding.
     *
     * @param otherwise the currency when the cell {@code currency} is empty, before the company's
     */
    Optional<Money> price(Cells cells, Optional<Currency> otherwise) {
        Optional<Currency> currency = cells.currency("currency").or(() -> otherwise)
            .or(() -> company.map(CompanyProfile::currency));
        return cells.decimal("price").flatMap(amount -> {
            if (currency.isEmpty()) {
                cells.findings().add("currency", Refusal.of(CatalogRefusal.MISSING, "currency")
                    .hint("The company has none yet; fill the cell."));
                return Optional.empty();
            }
            cells.findings().amount("price", amount);
            return cells.findings().isClean() ? Optional.of(new Money(amount, currency.get())) : Optional.empty();
        });
    }

}
