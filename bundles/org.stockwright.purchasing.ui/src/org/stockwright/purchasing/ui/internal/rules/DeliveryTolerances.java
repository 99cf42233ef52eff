package org.stockwright.purchasing.ui.internal.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partner.Role;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.ui.Choices;
import org.stockwright.catalog.ui.TypedFields;
import org.stockwright.purchasing.PurchasingPermission;
import org.stockwright.purchasing.PurchasingSettings;
import org.stockwright.purchasing.PurchasingSettings.Delivery;
import org.stockwright.purchasing.ui.internal.Messages;
import org.stockwright.ui.master.DescribedPage;
import org.stockwright.ui.master.MasterColumn;
import org.stockwright.ui.master.MasterPage;
import org.stockwright.ui.master.MasterRow;

/** How much more or less than ordered is received. */
@SuppressWarnings("nls")
@Component(service = MasterPage.class)
public final class DeliveryTolerances extends DescribedPage {

    private final PurchasingSettings settings;
    private final Items items;
    private final Partners partners;

    /** Of the open book. */
    @Activate
    public DeliveryTolerances(@Reference PurchasingSettings settings, @Reference Items items,
        @Reference Partners partners) {
        super(new Facts(RuleAreas.PURCHASING, 20, Messages.Deliveries_title, Messages.Deliveries_explanation,
            Messages.Deliveries_empty, RuleAreas.HELP + "deliveries", "", List.of(PurchasingPermission.SETTINGS),
            Set.of(Topic.SETTINGS)));
        this.settings = settings;
        this.items = items;
        this.partners = partners;
    }

    @Override
    public List<MasterColumn> columns() {
        return List.of(
            MasterColumn.code("supplier", Messages.Rules_supplier, 16, text -> Choices.partners(text, Role.SUPPLIER))
                .hint(Messages.Rules_any),
            MasterColumn.code("item", Messages.Rules_item, 20, Choices::items).hint(Messages.Rules_any),
            MasterColumn.number("over", Messages.Deliveries_over, 10),
            MasterColumn.number("under", Messages.Deliveries_under, 10));
    }

    @Override
    public List<MasterRow> read(String scope) {
        return settings.deliveries().stream()
            .map(one -> MasterRow.of("supplier", one.supplier().flatMap(partners::get).map(Partner::code).orElse(""),
                "item", one.item().flatMap(items::get).map(Item::code).orElse(""), "over",
                one.over().stripTrailingZeros().toPlainString(), "under",
                one.under().stripTrailingZeros().toPlainString()))
            .toList();
    }

    @Override
    public Outcome<?> store(String scope, List<MasterRow> rows) {
        TypedFields typed = new TypedFields(items);
        List<Delivery> now = new ArrayList<>();
        for (int line = 1; line <= rows.size(); line++) {
            MasterRow row = rows.get(line - 1);
            now.add(new Delivery(
                typed.partner(partners, row.get("supplier"), false, line, "supplier").map(Partner::id),
                typed.itemIfAny(row.get("item"), line, "item").map(Item::id),
                typed.numberNeeded(row.get("over"), "Over %", line, "over"),
                typed.numberNeeded(row.get("under"), "Under %", line, "under")));
        }
        return typed.outcome(() -> settings.setDeliveries(now));
    }

}
