package org.stockwright.purchasing.ui.internal.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.ui.TypedFields;
import org.stockwright.purchasing.PurchasingPermission;
import org.stockwright.purchasing.PurchasingSettings;
import org.stockwright.purchasing.PurchasingSettings.Matching;
import org.stockwright.purchasing.ui.internal.Messages;
import org.stockwright.ui.master.MasterPage;
import org.stockwright.ui.master.SettingsPage;

/** What approval and matching still take as the same. */
@SuppressWarnings("nls")
@Component(service = MasterPage.class)
public final class MatchingRules extends SettingsPage {

    private static final String PRICE = "price";
    private static final String AMOUNT = "amount";
    private static final String QUANTITY = "quantity";
    private static final String DAYS = "days";
    private static final String RECEIPTS = "receipts";

    private final PurchasingSettings settings;
    private final Items items;

    /** Of the open book. */
    @Activate
    public MatchingRules(@Reference PurchasingSettings settings, @Reference Items items) {
        super(new Facts(RuleAreas.PURCHASING, 30, Messages.Matching_title, Messages.Matching_explanation, "",
            RuleAreas.HELP + "matching", "", List.of(PurchasingPermission.SETTINGS), Set.of(Topic.SETTINGS)));
        this.settings = settings;
        this.items = items;
    }

    @Override
    protected List<Setting> settings() {
        Matching now = settings.matching();
        return List.of(
            new Setting(PRICE, Messages.Matching_price, plain(now.pricePercent()), Messages.Matching_priceMeaning),
            new Setting(AMOUNT, Messages.Matching_amount, plain(now.amount()), Messages.Matching_amountMeaning),
            new Setting(QUANTITY, Messages.Matching_quantity, plain(now.quantityPercent()),
                Messages.Matching_quantityMeaning),
            new Setting(DAYS, Messages.Matching_days, Integer.toString(now.duplicateDays()),
                Messages.Matching_daysMeaning),
            new Setting(RECEIPTS, Messages.Matching_receipts, now.threeWay() ? Messages.Rules_yes : Messages.Rules_no,
                Messages.Matching_receiptsMeaning));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    @Override
    protected Outcome<?> store(Map<String, String> values, ToIntFunction<String> line) {
        TypedFields typed = new TypedFields(items);
        String receipts = values.get(RECEIPTS).toLowerCase(Locale.ROOT);
        if (!List.of(Messages.Rules_yes, Messages.Rules_no).contains(receipts)) {
            typed.refuse(Refusal.of(CatalogRefusal.UNKNOWN_VALUE, receipts, "yes or no").hint("Write yes or no."),
                line.applyAsInt(RECEIPTS), VALUE);
        }
        BigDecimal price = typed.numberNeeded(values.get(PRICE), Messages.Matching_price, line.applyAsInt(PRICE),
            VALUE);
        BigDecimal amount = typed.numberNeeded(values.get(AMOUNT), Messages.Matching_amount, line.applyAsInt(AMOUNT),
            VALUE);
        BigDecimal quantity = typed.numberNeeded(values.get(QUANTITY), Messages.Matching_quantity,
            line.applyAsInt(QUANTITY), VALUE);
        int days = typed.whole(typed.needed(values.get(DAYS), Messages.Matching_days, line.applyAsInt(DAYS), VALUE),
            line.applyAsInt(DAYS), VALUE).orElse(0);
        return typed.outcome(() -> settings
            .setMatching(new Matching(price, amount, quantity, days, receipts.equals(Messages.Rules_yes))));
    }

}
