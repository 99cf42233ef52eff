package org.stockwright.catalog.ui.internal.master;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.CatalogPermission;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partner.Role;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.PriceLists;
import org.stockwright.catalog.PriceLists.PriceLine;
import org.stockwright.catalog.QuantityPrice;
import org.stockwright.catalog.ui.Choices;
import org.stockwright.catalog.ui.TypedFields;
import org.stockwright.catalog.ui.internal.Messages;
import org.stockwright.security.SecurityPermission;
import org.stockwright.ui.CodeField.Choice;
import org.stockwright.ui.master.MasterColumn;
import org.stockwright.ui.master.MasterPage;
import org.stockwright.ui.master.MasterRow;

/** What customers pay, list by list. */
@SuppressWarnings("nls")
@Component(service = MasterPage.class)
public final class PriceListsPage extends CatalogPage {

    private final PriceLists lists;
    private final Items items;

    /** Of the open book. */
    @Activate
    public PriceListsPage(@Reference PriceLists lists, @Reference Items items, @Reference Partners partners,
        @Reference CompanyProfiles companies) {
        super(new Facts(AREA, 30, Messages.Lists_title, Messages.Lists_explanation, Messages.Lists_empty,
            HELP + "priceLists", "price-lists",
            List.of(CatalogPermission.EDIT, SecurityPermission.COSTS), Set.of(Topic.ITEMS)), partners, companies);
        this.lists = lists;
        this.items = items;
    }

    @Override
    public Optional<Scope> scope() {
        return Optional.of(new Scope(Messages.Lists_of, PriceLists.STANDARD, this::found));
    }

    /** The lists that there are, and the one that a text would begin. */
    private List<Choice<String>> found(String text) {
        List<String> known = Stream.concat(Stream.of(PriceLists.STANDARD), lists.lists().stream()).distinct().toList();
        Stream<Choice<String>> begun = text.isBlank() || known.stream().anyMatch(text.strip()::equalsIgnoreCase)
            ? Stream.empty() : Stream.of(new Choice<>(text.strip(), text.strip(), Messages.Lists_new));
        return Stream.concat(known.stream()
            .filter(code -> code.toLowerCase(Locale.ROOT).contains(text.strip().toLowerCase(Locale.ROOT)))
            .map(code -> new Choice<>(code, code, "")), begun).toList();
    }

    @Override
    public List<MasterColumn> columns() {
        return Stream.concat(Stream.of(
            MasterColumn.code("customer", Messages.Rows_customer, 14, text -> Choices.partners(text, Role.CUSTOMER))
                .hint(Messages.Rows_any),
            MasterColumn.code("item", Messages.Rows_item, 18, Choices::items)), priceColumns().stream()).toList();
    }

    private static String list(String scope) {
        return scope.isEmpty() ? PriceLists.STANDARD : scope;
    }

    @Override
    public List<MasterRow> read(String scope) {
        return lists.list(list(scope)).stream()
            .map(line -> with(MasterRow.of("customer", line.customer().map(this::code).orElse(""), "item",
                items.get(line.item()).map(Item::code).orElse("")), line.terms()))
            .toList();
    }

    @Override
    public Outcome<?> store(String scope, List<MasterRow> rows) {
        TypedFields typed = new TypedFields(items);
        List<PriceLine> now = new ArrayList<>();
        for (int line = 1; line <= rows.size(); line++) {
            MasterRow row = rows.get(line - 1);
            Optional<Partner> customer = typed.partner(partners, row.get("customer"), false, line, "customer");
            Optional<Item> item = typed.item(row.get("item"), line, "item");
            Optional<QuantityPrice> terms = terms(typed, row, customer,
                item.map(one -> one.unit().code()).orElse(""), line);
            if (item.isPresent() && terms.isPresent()) {
                now.add(new PriceLine(list(scope), customer.map(Partner::id), item.get().id(), terms.get()));
            }
        }
        return typed.outcome(() -> lists.change(lists.list(list(scope)).stream()
            .filter(old -> now.stream().noneMatch(one -> one.item().equals(old.item())
                && one.customer().equals(old.customer()) && same(one.terms(), old.terms())))
            .toList(), now));
    }

}
