package org.stockwright.purchasing.ui.internal.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.ui.TypedFields;
import org.stockwright.purchasing.ReceivingPermission;
import org.stockwright.purchasing.ReceivingRules;
import org.stockwright.purchasing.ReceivingRules.Excess;
import org.stockwright.purchasing.ui.internal.Messages;
import org.stockwright.ui.master.MasterPage;
import org.stockwright.ui.master.SettingsPage;

/** What happens when too much comes, and how lots are named. */
@SuppressWarnings("nls")
@Component(service = MasterPage.class)
public final class ReceivingSettings extends SettingsPage {

    private static final String EXCESS = "excess";
    private static final String LOTS = "lots";
    private static final String FULL = "full";
    private static final String REFUSE = "refuse";
    private static final String WARN = "warn";

    private final ReceivingRules rules;
    private final Items items;

    /** Of the open book. */
    @Activate
    public ReceivingSettings(@Reference ReceivingRules rules, @Reference Items items) {
        super(new Facts(RuleAreas.RECEIVING, 40, Messages.Receiving_title, Messages.Receiving_explanation, "",
            RuleAreas.HELP + "receiving", "", List.of(ReceivingPermission.RULES), Set.of(Topic.SETTINGS)));
        this.rules = rules;
        this.items = items;
    }

    @Override
    protected List<Setting> settings() {
        return List.of(
            new Setting(EXCESS, Messages.Receiving_excess, rules.excess().name().toLowerCase(Locale.ROOT),
                Messages.Receiving_excessMeaning),
            new Setting(LOTS, Messages.Receiving_lots, rules.lotPattern(), Messages.Receiving_lotsMeaning),
            new Setting(FULL, Messages.Receiving_full, rules.isCapacityStrict() ? REFUSE : WARN,
                Messages.Receiving_fullMeaning));
    }

    /** The pattern first: only it can be refused by the rules, and nothing is stored then. */
    @Override
    protected Outcome<?> store(Map<String, String> values, ToIntFunction<String> line) {
        TypedFields typed = new TypedFields(items);
        String full = values.get(FULL).toLowerCase(Locale.ROOT);
        Optional<Excess> excess = Stream.of(Excess.values())
            .filter(one -> one.name().equalsIgnoreCase(values.get(EXCESS))).findFirst();
        if (excess.isEmpty()) {
            unknown(typed, values.get(EXCESS), Messages.Receiving_excessMeaning, line.applyAsInt(EXCESS));
        }
        if (!List.of(REFUSE, WARN).contains(full)) {
            unknown(typed, full, "refuse or warn", line.applyAsInt(FULL));
        }
        return typed.outcome(() -> Outcome.done(excess.get())).then(sound -> located(
            rules.setLotPattern(values.get(LOTS)), line.applyAsInt(LOTS))
            .then(pattern -> rules.setExcess(sound)).then(stored -> rules.setCapacityStrict(full.equals(REFUSE))));
    }

    private static void unknown(TypedFields typed, String text, String words, int line) {
        typed.refuse(Refusal.of(CatalogRefusal.UNKNOWN_VALUE, text, "known word").hint("Write " + words + "."), line,
            VALUE);
    }

}
