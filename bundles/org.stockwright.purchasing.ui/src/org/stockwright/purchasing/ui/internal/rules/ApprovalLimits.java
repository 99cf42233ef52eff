package org.stockwright.purchasing.ui.internal.rules;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.ui.TypedFields;
import org.stockwright.purchasing.PurchasingPermission;
import org.stockwright.purchasing.PurchasingSettings;
import org.stockwright.purchasing.PurchasingSettings.Limit;
import org.stockwright.purchasing.ui.internal.Messages;
import org.stockwright.ui.master.DescribedPage;
import org.stockwright.ui.master.MasterColumn;
import org.stockwright.ui.master.MasterPage;
import org.stockwright.ui.master.MasterRow;

/** Who may approve how much. */
@SuppressWarnings("nls")
@Component(service = MasterPage.class)
public final class ApprovalLimits extends DescribedPage {

    private final PurchasingSettings settings;
    private final Items items;
    private final CompanyProfiles companies;

    /** Of the open book. */
    @Activate
    public ApprovalLimits(@Reference PurchasingSettings settings, @Reference Items items,
        @Reference CompanyProfiles companies) {
        super(new Facts(RuleAreas.PURCHASING, 10, Messages.Limits_title, Messages.Limits_explanation,
            Messages.Limits_empty, RuleAreas.HELP + "limits", "", List.of(PurchasingPermission.SETTINGS),
            Set.of(Topic.SETTINGS)));
        this.settings = settings;
        this.items = items;
        this.companies = companies;
    }

    @Override
    public List<MasterColumn> columns() {
        return List.of(
            MasterColumn.word("for", Messages.Limits_for, 7, List.of(Messages.Limits_user, Messages.Limits_role)),
            MasterColumn.text("name", Messages.Limits_name, 22),
            MasterColumn.text("department", Messages.Limits_department, 22).hint(Messages.Rules_all),
            MasterColumn.number("amount", Messages.Limits_amount, 16),
            MasterColumn.text("currency", Messages.Rules_currency, 9).hint("EUR"));
    }

    @Override
    public List<MasterRow> read(String scope) {
        return settings.limits().stream()
            .map(limit -> MasterRow.of("for", limit.isRole() ? Messages.Limits_role : Messages.Limits_user, "name",
                limit.name(), "department", limit.department(), "amount", limit.amount().toPlainString(), "currency",
                limit.currency().getCurrencyCode()))
            .toList();
    }

    @Override
    public Outcome<?> store(String scope, List<MasterRow> rows) {
        TypedFields typed = new TypedFields(items);
        Currency ours = companies.current().map(CompanyProfile::currency).orElseThrow();
        List<Limit> now = new ArrayList<>();
        for (int line = 1; line <= rows.size(); line++) {
            MasterRow row = rows.get(line - 1);
            Optional<Currency> currency = typed.currency(row.get("currency"), line, "currency");
            now.add(new Limit(row.get("for").equals(Messages.Limits_role),
                typed.needed(row.get("name"), "The name", line, "name"), row.get("department"),
                typed.numberNeeded(row.get("amount"), "The largest total", line, "amount"), currency.orElse(ours)));
        }
        return typed.outcome(() -> settings.setLimits(now));
    }

}
