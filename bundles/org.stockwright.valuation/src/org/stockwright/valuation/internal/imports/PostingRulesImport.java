package org.stockwright.valuation.internal.imports;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.base.RefusalCode;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.Nearest;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.ledger.MovementKind;
import org.stockwright.valuation.Accounts;
import org.stockwright.valuation.Accounts.Account;
import org.stockwright.valuation.Accounts.Rule;
import org.stockwright.valuation.ValuationPermission;
import org.stockwright.valuation.ValuationRefusal;
import org.stockwright.valuation.internal.engine.AccountSide;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** Which movement is booked to which account, from a file. */
@Component
public final class PostingRulesImport implements ImportKind {

    private static final List<String> SIDES = Arrays.stream(AccountSide.values()).map(AccountSide::word).toList();
    private static final List<String> TYPES = Arrays.stream(MovementKind.values()).map(MovementKind::word).toList();

    private final Accounts accounts;
    private final CompanyProfiles profiles;

    @Activate
    public PostingRulesImport(@Reference Accounts accounts, @Reference CompanyProfiles profiles) {
        this.accounts = accounts;
        this.profiles = profiles;
    }

    @Override
    public String id() {
        return "posting-rules";
    }

    @Override
    public String title() {
        return "Posting Rules";
    }

    @Override
    public String permission() {
        return ValuationPermission.POLICIES;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(optional("category", "path of a category with '/': it and its parts; default any"),
            optional("type", "kind of movement: " + String.join(", ", TYPES) + "; default any"),
            required("side", "kind of place on that side of the movement, or kind of difference: "
                + String.join(", ", SIDES)),
            required("account", "the account's code"),
            optional("cost_centre", "default none"),
            optional("effective", "from when: a date (start of the day) or an instant; default always"));
    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        progress.begin("Checking rows", rows.size());
        RowErrors errors = new RowErrors();
        Cells cells = new Cells(profiles, errors);
        RowBatch<Rule> batch = new RowBatch<>(errors);
        Nearest nearest = new Nearest();
        Set<Rule> stored = new HashSet<>(accounts.rules());
        Map<String, Account> known = accounts.accounts().stream().filter(Account::active)
            .collect(Collectors.toMap(Account::code, Function.identity()));
        for (ImportRow row : rows) {
            progress.check();
            int before = errors.count();
            String type = row.has("type")
                ? errors.value(row, "type", known(row.get("type"), TYPES, ValuationRefusal.UNKNOWN_KIND, nearest))
                    .orElse("")
                : "";
            String side = errors
                .value(row, "side", known(row.get("side"), SIDES, ValuationRefusal.UNKNOWN_SIDE, nearest)).orElse("");
            if (!known.containsKey(row.get("account"))) {
                errors.add(row, "account", Refusal.of(ValuationRefusal.UNKNOWN_ACCOUNT, row.get("account"))
                    .hint(nearest.hint(row.get("account"), known.keySet(), "Import it first, or make it active.")));
            }
            Rule rule = new Rule(row.get("category"), type, side, row.get("account"), row.get("cost_centre"),
                cells.instant(row, "effective"));
            if (errors.count() == before
                && batch.isFirst(row, "side", List.of(rule.category(), type, side, rule.from()))) {
                batch.add(row, rule, stored.contains(rule));
            }
            progress.worked(1);
        }
        return batch.store(rows.size(), mode, new Storing(accounts));
    }

    private static Outcome<String> known(String text, List<String> words, RefusalCode code, Nearest nearest) {
        String word = text.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        return words.contains(word) ? Outcome.done(word) : Outcome.refused(Refusal.of(code, text)
            .hint(nearest.hint(word, words, "Known are " + String.join(", ", words) + ".")));
    }

    /** How they are stored. */
    private static final class Storing implements RowBatch.Storing<Rule> {

        private final Accounts accounts;

        Storing(Accounts accounts) {
            this.accounts = accounts;
        }

        @Override
        public Outcome<Integer> store(List<Rule> values) {
            return accounts.saveRules(values);
        }

        @Override
        public Outcome<Integer> rehearse(List<Rule> values) {
            return accounts.rehearseRules(values);
        }

        @Override
        public String column(Refusal refusal) {
            return switch (refusal.code().name()) {
                case "UNKNOWN_CATEGORY" -> "category";
                case "UNKNOWN_KIND" -> "type";
                case "UNKNOWN_SIDE" -> "side";
                case "PERIOD_CLOSED", "PERIOD_SOFT_CLOSED", "BAD_INSTANT" -> "effective";
                case "BAD_TEXT" -> "cost_centre";
                default -> "account";
            };
        }

    }

}
