package org.stockwright.catalog.ui.internal.master;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.catalog.CatalogPermission;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.ItemSupplierTerms;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partner.Role;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.ui.Choices;
import org.stockwright.catalog.ui.TypedFields;
import org.stockwright.catalog.ui.internal.Messages;
import org.stockwright.ui.master.MasterColumn;
import org.stockwright.ui.master.MasterRow;

/** On which terms suppliers sell one item; the scope is its identity. */
@SuppressWarnings("nls")
final class TermsTable extends CatalogPage {

    private final Items items;

    TermsTable(Items items, Partners partners, CompanyProfiles companies) {
        super(new Facts(AREA, 10, Messages.Terms_title, Messages.Terms_explanation, Messages.Terms_empty,
            HELP + "suppliers", "item-suppliers",
            List.of(CatalogPermission.EDIT), Set.of(Topic.ITEMS)), partners, companies);
        this.items = items;
    }

    @Override
    public List<MasterColumn> columns() {
        return List.of(MasterColumn.number("rank", Messages.Rows_rank, 5),
            MasterColumn.code("supplier", Messages.Rows_supplier, 14, text -> Choices.partners(text, Role.SUPPLIER)),
            MasterColumn.text("supplier_code", Messages.Rows_theirCode, 14),
            MasterColumn.number("price", Messages.Rows_price, 12),
            MasterColumn.text("currency", Messages.Rows_currency, 9), MasterColumn.text("unit", Messages.Rows_unit, 8),
            MasterColumn.number("minimum", Messages.Rows_minimum, 10),
            MasterColumn.number("multiple", Messages.Rows_multiple, 10),
            MasterColumn.number("lead_time_days", Messages.Rows_lead, 16));
    }

    /** The item that a scope stands for. */
    static Optional<ItemId> item(String scope) {
        return scope.isEmpty() ? Optional.empty() : Optional.of(new ItemId(Long.parseLong(scope)));
    }

    @Override
    public List<MasterRow> read(String scope) {
        return item(scope).map(items::suppliers).orElse(List.of()).stream()
            .map(terms -> MasterRow.of("rank", Integer.toString(terms.rank()), "supplier", code(terms.supplier()),
                "supplier_code", terms.supplierCode(), "price",
                terms.price().map(price -> plain(price.amount())).orElse(""),
                "currency", terms.price().map(price -> price.currency().getCurrencyCode()).orElse(""), "unit",
                terms.unit(), "minimum", plain(terms.minimum()), "multiple", plain(terms.multiple()), "lead_time_days",
                terms.leadTimeDays().map(String::valueOf).orElse("")))
            .toList();
    }

    @Override
    public Outcome<?> store(String scope, List<MasterRow> rows) {
        ItemId item = item(scope).orElseThrow();
        TypedFields typed = new TypedFields(items);
        List<ItemSupplierTerms> now = new ArrayList<>();
        for (int line = 1; line <= rows.size(); line++) {
            MasterRow row = rows.get(line - 1);
            Optional<Partner> supplier = typed.partner(partners, row.get("supplier"), true, line, "supplier");
            Optional<Integer> rank = typed.whole(row.get("rank"), line, "rank");
            ItemSupplierTerms terms = new ItemSupplierTerms(item,
                supplier.map(Partner::id).orElse(PartnerId.SELF), row.get("supplier_code"),
                price(typed, row, supplier, line), row.get("unit"), typed.number(row.get("minimum"), line, "minimum"),
                typed.number(row.get("multiple"), line, "multiple"),
                typed.whole(row.get("lead_time_days"), line, "lead_time_days"), rank.orElse(line));
            now.add(terms);
        }
        return typed.outcome(() -> items.changeSuppliers(items.suppliers(item).stream()
            .filter(old -> now.stream().noneMatch(one -> one.supplier().equals(old.supplier()))).toList(), now));
    }

}
