package org.stockwright.fulfilment.ui.internal.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.PackingRules;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ui.master.MasterPage;
import org.stockwright.ui.master.SettingsPage;

/** The prefix of the numbers of units, and the place to which goods are picked. */
@SuppressWarnings("nls")
@Component(service = MasterPage.class)
public final class PackingSettings extends SettingsPage {

    private static final String PREFIX = "prefix";
    private static final String STAGING = "staging";

    private final PackingRules rules;

    /** Of the open book. */
    @Activate
    public PackingSettings(@Reference PackingRules rules) {
        super(new Facts(PackingRulesPage.AREA, 20, Messages.Settings_title, Messages.Settings_explanation, "",
            "org.stockwright.fulfilment.ui.packingSettings", "", List.of(FulfilmentPermission.RULES),
            Set.of(Topic.SETTINGS)));
        this.rules = rules;
    }

    @Override
    protected List<Setting> settings() {
        return List.of(
            new Setting(PREFIX, Messages.Settings_prefix, rules.companyPrefix(), Messages.Settings_prefixMeaning),
            new Setting(STAGING, Messages.Settings_staging, rules.stagingPlace(), Messages.Settings_stagingMeaning));
    }

    /** When the place is refused, the prefix is again what it was. */
    @Override
    protected Outcome<?> store(Map<String, String> values, ToIntFunction<String> line) {
        String before = rules.companyPrefix();
        Outcome<String> prefix = located(rules.setCompanyPrefix(values.get(PREFIX)), line.applyAsInt(PREFIX));
        if (!prefix.isDone() || values.get(STAGING).equals(rules.stagingPlace())) {
            return prefix;
        }
        Outcome<String> staging = located(rules.setStagingPlace(values.get(STAGING)), line.applyAsInt(STAGING));
        return staging.isDone() ? staging : rules.setCompanyPrefix(before).then(restored -> staging);
    }

}
