package org.stockwright.catalog.ui.internal.master;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.CatalogPermission;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.ItemSupplierTerms;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partner.Role;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.PriceBreaks;
import org.stockwright.catalog.PriceBreaks.PriceBreak;
import org.stockwright.catalog.QuantityPrice;
import org.stockwright.catalog.ui.Choices;
import org.stockwright.catalog.ui.TypedFields;
import org.stockwright.catalog.ui.internal.Messages;
import org.stockwright.security.SecurityPermission;
import org.stockwright.ui.master.MasterColumn;
import org.stockwright.ui.master.MasterRow;

/** What suppliers take for one item by quantity and day; the scope is its identity. */
@SuppressWarnings("nls")
final class BreaksTable extends CatalogPage {

    private final PriceBreaks breaks;
    private final Items items;

    BreaksTable(PriceBreaks breaks, Items items, Partners partners, CompanyProfiles companies) {
        super(new Facts(AREA, 20, Messages.Breaks_page, Messages.Breaks_explanation, Messages.Breaks_empty,
            HELP + "suppliers", "supplier-prices",
            List.of(CatalogPermission.EDIT, SecurityPermission.COSTS), Set.of(Topic.ITEMS)), partners, companies);
        this.breaks = breaks;
        this.items = items;
    }

    @Override
    public List<MasterColumn> columns() {
        return Stream.concat(Stream.of(MasterColumn.code("supplier", Messages.Rows_supplier, 14,
            text -> Choices.partners(text, Role.SUPPLIER))), priceColumns().stream()).toList();
    }

    @Override
    public List<MasterRow> read(String scope) {
        return TermsTable.item(scope).map(breaks::list).orElse(List.of()).stream()
            .map(line -> with(MasterRow.of("supplier", code(line.supplier())), line.terms())).toList();
    }

    @Override
    public Outcome<?> store(String scope, List<MasterRow> rows) {
        ItemId item = TermsTable.item(scope).orElseThrow();
        String base = items.get(item).map(one -> one.unit().code()).orElse("");
        List<ItemSupplierTerms> known = items.suppliers(item);
        TypedFields typed = new TypedFields(items);
        List<PriceBreak> now = new ArrayList<>();
        for (int line = 1; line <= rows.size(); line++) {
            MasterRow row = rows.get(line - 1);
            Optional<Partner> supplier = typed.partner(partners, row.get("supplier"), true, line, "supplier");
            String unit = supplier.flatMap(one -> known.stream().filter(its -> its.supplier().equals(one.id()))
                .findFirst()).map(ItemSupplierTerms::unit).orElse(base);
            Optional<QuantityPrice> terms = terms(typed, row, supplier, unit, line);
            if (supplier.isPresent() && terms.isPresent()) {
                now.add(new PriceBreak(item, supplier.get().id(), terms.get()));
            }
        }
        return typed.outcome(() -> breaks.change(breaks.list(item).stream()
            .filter(old -> now.stream()
                .noneMatch(one -> one.supplier().equals(old.supplier()) && same(one.terms(), old.terms())))
            .toList(), now));
    }

}
