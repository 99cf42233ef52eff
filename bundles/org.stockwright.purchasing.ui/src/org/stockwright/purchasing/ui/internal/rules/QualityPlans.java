package org.stockwright.purchasing.ui.internal.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

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
import org.stockwright.purchasing.Inspections;
import org.stockwright.purchasing.Inspections.Extent;
import org.stockwright.purchasing.Inspections.Plan;
import org.stockwright.purchasing.ReceivingPermission;
import org.stockwright.purchasing.ui.internal.Messages;
import org.stockwright.ui.master.DescribedPage;
import org.stockwright.ui.master.MasterColumn;
import org.stockwright.ui.master.MasterPage;
import org.stockwright.ui.master.MasterRow;

/** Which goods are inspected. */
@SuppressWarnings("nls")
@Component(service = MasterPage.class)
public final class QualityPlans extends DescribedPage {

    private final Inspections inspections;
    private final Items items;
    private final Partners partners;

    /** Of the open book. */
    @Activate
    public QualityPlans(@Reference Inspections inspections, @Reference Items items, @Reference Partners partners) {
        super(new Facts(RuleAreas.RECEIVING, 10, Messages.Plans_title, Messages.Plans_explanation,
            Messages.Plans_empty, RuleAreas.HELP + "plans", "quality-plans", List.of(ReceivingPermission.RULES),
            Set.of(Topic.SETTINGS)));
        this.inspections = inspections;
        this.items = items;
        this.partners = partners;
    }

    /** The word of an extent, as files have it. */
    private static String word(Extent extent) {
        return extent.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public List<MasterColumn> columns() {
        return List.of(MasterColumn.code("item", Messages.Rules_item, 20, Choices::items).hint(Messages.Rules_any),
            MasterColumn.code("category", Messages.Rules_category, 24, Choices::categories).hint(Messages.Rules_any),
            MasterColumn.code("supplier", Messages.Rules_supplier, 16, text -> Choices.partners(text, Role.SUPPLIER))
                .hint(Messages.Rules_any),
            MasterColumn.word("extent", Messages.Plans_extent, 12,
                Stream.of(Extent.values()).map(QualityPlans::word).toList()),
            MasterColumn.number("every", Messages.Plans_every, 11));
    }

    @Override
    public List<MasterRow> read(String scope) {
        return inspections.plans().stream()
            .map(plan -> MasterRow.of("item", plan.item().flatMap(items::get).map(Item::code).orElse(""), "category",
                plan.category(), "supplier", plan.supplier().flatMap(partners::get).map(Partner::code).orElse(""),
                "extent", word(plan.extent()), "every",
                plan.extent() == Extent.EVERY_NTH ? Integer.toString(plan.every()) : ""))
            .toList();
    }

    @Override
    public Outcome<?> store(String scope, List<MasterRow> rows) {
        TypedFields typed = new TypedFields(items);
        List<Plan> now = new ArrayList<>();
        for (int line = 1; line <= rows.size(); line++) {
            MasterRow row = rows.get(line - 1);
            now.add(new Plan(typed.itemIfAny(row.get("item"), line, "item").map(Item::id), row.get("category"),
                typed.partner(partners, row.get("supplier"), false, line, "supplier").map(Partner::id),
                Stream.of(Extent.values()).filter(one -> word(one).equals(row.get("extent"))).findFirst()
                    .orElse(Extent.ALL),
                typed.whole(row.get("every"), line, "every").orElse(1)));
        }
        return typed.outcome(() -> inspections.setPlans(now));
    }

}
