package org.stockwright.catalog.ui.internal.master;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Money;
import org.stockwright.base.PartnerId;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.QuantityPrice;
import org.stockwright.catalog.ui.TypedFields;
import org.stockwright.catalog.ui.internal.Messages;
import org.stockwright.ui.master.DescribedPage;
import org.stockwright.ui.master.MasterColumn;
import org.stockwright.ui.master.MasterRow;

/** What pages of the catalog have in common: partners by their codes, and prices by quantity and day. */
@SuppressWarnings("nls")
abstract class CatalogPage extends DescribedPage {

    /** The area of partners and prices. */
    static final String AREA = "partners";

    /** What the ids of the pages' help begin with. */
    static final String HELP = "org.stockwright.catalog.ui.";

    final Partners partners;
    private final CompanyProfiles companies;

    CatalogPage(Facts facts, Partners partners, CompanyProfiles companies) {
        super(facts);
        this.partners = partners;
        this.companies = companies;
    }

    final String code(PartnerId id) {
        return partners.get(id).map(Partner::code).orElse("");
    }

    private Optional<CompanyProfile> company() {
        return companies.current();
    }

    /** The columns of a price by quantity and day, behind those that say what it is for. */
    static List<MasterColumn> priceColumns() {
        return List.of(MasterColumn.text("unit", Messages.Rows_unit, 8),
            MasterColumn.number("from_quantity", Messages.Rows_from, 14),
            MasterColumn.number("price", Messages.Rows_price, 12),
            MasterColumn.text("currency", Messages.Rows_currency, 9),
            MasterColumn.text("valid_from", Messages.Rows_validFrom, 12).hint(Messages.Rows_day),
            MasterColumn.text("valid_to", Messages.Rows_until, 12).hint(Messages.Rows_day));
    }

    /** A price as it is shown behind other columns. */
    static MasterRow with(MasterRow row, QuantityPrice terms) {
        return row.with("unit", terms.unit())
            .with("from_quantity", terms.fromQuantity().signum() == 0 ? "" : plain(terms.fromQuantity()))
            .with("price", plain(terms.price().amount()))
            .with("currency", terms.price().currency().getCurrencyCode())
            .with("valid_from", terms.validFrom().map(LocalDate::toString).orElse(""))
            .with("valid_to", terms.validTo().map(LocalDate::toString).orElse(""));
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    static String plain(Optional<BigDecimal> number) {
        return number.map(CatalogPage::plain).orElse("");
    }

    /** The price that was typed; a price without a currency is in that of the partner, or else of the company. */
    final Optional<Money> price(TypedFields typed, MasterRow row, Optional<Partner> partner, int line) {
        Optional<BigDecimal> amount = typed.number(row.get("price"), line, "price");
        Optional<Currency> named = typed.currency(row.get("currency"), line, "currency");
        return amount.flatMap(number -> named.or(() -> partner.flatMap(Partner::currency))
            .or(() -> company().map(CompanyProfile::currency)).map(currency -> new Money(number, currency)));
    }

    /** The terms that were typed; an empty unit is the one given. */
    final Optional<QuantityPrice> terms(TypedFields typed, MasterRow row, Optional<Partner> partner, String unit,
        int line) {
        LocalDate today = LocalDate.now(company().map(CompanyProfile::zone).orElseGet(ZoneId::systemDefault));
        typed.needed(row.get("price"), "The price", line, "price");
        Optional<Money> price = price(typed, row, partner, line);
        Optional<BigDecimal> from = typed.number(row.get("from_quantity"), line, "from_quantity");
        Optional<LocalDate> begin = typed.day(row.get("valid_from"), today, line, "valid_from");
        Optional<LocalDate> end = typed.day(row.get("valid_to"), today, line, "valid_to");
        return price.map(money -> new QuantityPrice(row.get("unit").isEmpty() ? unit : row.get("unit"),
            from.orElse(BigDecimal.ZERO), money, begin, end));
    }

    /** Whether two prices of the same thing take each other's place when they are stored. */
    static boolean same(QuantityPrice one, QuantityPrice other) {
        return one.unit().equals(other.unit()) && one.fromQuantity().compareTo(other.fromQuantity()) == 0
            && one.validFrom().equals(other.validFrom());
    }

}
