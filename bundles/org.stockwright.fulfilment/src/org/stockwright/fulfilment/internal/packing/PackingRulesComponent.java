package org.stockwright.fulfilment.internal.packing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.StoredText;
import org.stockwright.base.gs1.Sscc;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.PackingRules;
import org.stockwright.fulfilment.Picking;
import org.stockwright.fulfilment.internal.Columns;
import org.stockwright.fulfilment.internal.shipping.Settings;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;

/** Keeps the packing rules and the settings of picking and packing. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.fulfilment.PackingRules")
public final class PackingRulesComponent implements PackingRules, Guarded {

    private static final int MAX_CODE = 64;

    private final UnitOfWork work;
    private final Locations locations;

    /** Lives as long as the open book. */
    @Activate
    public PackingRulesComponent(@Reference UnitOfWork work, @Reference Locations locations) {
        this.work = work;
        this.locations = locations;
    }

    @Override
    public List<Rule> list() {
        return work.read(transaction -> new RuleRows(transaction).list());
    }

    @Override
    public Outcome<Integer> saveAll(List<Rule> rules) {
        List<Refusal> refusals = check(rules);
        return refusals.isEmpty() ? work.write(transaction -> save(transaction, rules)) : Outcome.refused(refusals);
    }

    @Override
    public Outcome<Integer> rehearse(List<Rule> rules) {
        List<Refusal> refusals = check(rules);
        return refusals.isEmpty() ? work.attempt(transaction -> save(transaction, rules)) : Outcome.refused(refusals);
    }

    private static Outcome<Integer> save(Transaction transaction, List<Rule> rules) throws java.sql.SQLException {
        RuleRows rows = new RuleRows(transaction);
        Map<String, Rule> stored = new HashMap<>();
        rows.list().forEach(rule -> stored.put(rule.code(), rule));
        int changed = 0;
        for (Rule rule : rules) {
            Rule before = stored.get(rule.code());
            if (!plain(rule).equals(before)) {
                rows.save(rule);
                changed++;
                transaction.tell("PACKING_RULES", "packing_rule", rule.code(),
                    Map.of("before", before == null ? "" : words(before), "after", words(plain(rule))));
            }
        }
        if (changed > 0) {
            transaction.changes(Topic.SETTINGS);
        }
        return Outcome.done(changed);
    }

    private static String words(Rule rule) {
        return (rule.level() == BOX ? "box" : "pallet") + ", units " + words(rule.leastUnits()) + " to "
            + words(rule.mostUnits()) + ", weight to " + words(rule.mostWeight()) + ", volume to "
            + words(rule.mostVolume()) + ", tare " + rule.tare().toPlainString() + ", outer volume "
            + words(rule.outerVolume()) + (rule.packingItem().isPresent() ? ", uses material" : "")
            + (rule.onlyItem().isPresent() ? ", one item only" : "") + (rule.active() ? "" : ", inactive");
    }

    private static String words(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("-");
    }

    private static Rule plain(Rule rule) {
        return new Rule(rule.code(), rule.level(), rule.packingItem(), rule.materialPlace(), rule.onlyItem(),
            rule.leastUnits().map(BigDecimal::stripTrailingZeros),
            rule.mostUnits().map(BigDecimal::stripTrailingZeros),
            rule.mostWeight().map(BigDecimal::stripTrailingZeros),
            rule.mostVolume().map(BigDecimal::stripTrailingZeros), rule.tare().stripTrailingZeros(),
            rule.outerVolume().map(BigDecimal::stripTrailingZeros), rule.active());
    }

    private List<Refusal> check(List<Rule> rules) {
        List<Refusal> refusals = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            String wrong = codes.add(rule.code()) ? wrong(rule) : "it stands there twice";
            if (!wrong.isEmpty()) {
                refusals.add(Refusal.of(FulfilmentRefusal.BAD_PACKING_RULE, rule.code(), wrong)
                    .hint("Correct it and store it again.").at(Refusal.Place.line(i + 1L)));
            }
        }
        return refusals;
    }

    private String wrong(Rule rule) {
        if (rule.code().isBlank() || rule.code().length() > MAX_CODE || !StoredText.isSound(rule.code())
            || rule.code().chars().anyMatch(Character::isISOControl)) {
            return "its code has 1 to " + MAX_CODE + " characters and no control characters";
        }
        if (rule.level() != BOX && rule.level() != PALLET) {
            return "its level is " + BOX + " for what holds goods or " + PALLET + " for what holds boxes";
        }
        if (rule.packingItem().isPresent() != rule.materialPlace().isPresent()) {
            return "a packing item needs the place where it is taken from";
        }
        if (rule.materialPlace().isPresent()
            && rule.materialPlace().flatMap(locations::get).filter(place -> place.kind().isKept()).isEmpty()) {
            return "packing material is taken from a place that keeps stock";
        }
        boolean limits = Stream.of(rule.leastUnits(), rule.mostUnits(), rule.mostWeight(), rule.mostVolume(),
            rule.outerVolume()).flatMap(Optional::stream).allMatch(one -> one.signum() > 0 && Columns.isStored(one));
        if (!limits || rule.tare().signum() < 0 || !Columns.isStored(rule.tare())) {
            return "limits are more than 0 and weights not negative, with at most " + Columns.DECIMALS + " decimals";
        }
        return rule.leastUnits().isPresent() && rule.mostUnits().isPresent()
            && rule.leastUnits().get().compareTo(rule.mostUnits().get()) > 0
                ? "it is used for no less than " + rule.leastUnits().get() + " and takes no more than "
                    + rule.mostUnits().get()
                : "";
    }

    @Override
    public String companyPrefix() {
        return work.read(transaction -> Settings.read(transaction, PREFIX_SETTING));
    }

    @Override
    public Outcome<String> setCompanyPrefix(String prefix) {
        String digits = prefix.strip();
        if (!digits.isEmpty()) {
            Outcome<Sscc> trial = Sscc.of(digits, 0, BigInteger.ZERO);
            if (!trial.isDone()) {
                return Outcome.refused(trial.refusals());
            }
        }
        return work.write(transaction -> {
            Settings.write(transaction, PREFIX_SETTING, digits);
            return Outcome.done(digits);
        });
    }

    @Override
    public String stagingPlace() {
        return work.read(transaction -> Settings.read(transaction, Picking.STAGING_SETTING));
    }

    @Override
    public Outcome<String> setStagingPlace(String code) {
        Optional<Location> place = locations.byCode(code).filter(one -> one.kind().isPickable());
        if (place.isEmpty()) {
            return Outcome.refused(Refusal.of(FulfilmentRefusal.NO_STAGING_PLACE)
                .hint("'" + code + "' is no place of ours that keeps stock."));
        }
        return work.write(transaction -> {
            Settings.write(transaction, Picking.STAGING_SETTING, code);
            return Outcome.done(code);
        });
    }

}
