package org.stockwright.valuation.internal.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.valuation.Accounts;
import org.stockwright.valuation.Accounts.Account;
import org.stockwright.valuation.Accounts.Kind;
import org.stockwright.valuation.ValuationPermission;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** Accounts from a file. An empty cell of a stored account changes nothing. */
@Component
public final class AccountsImport implements ImportKind {

    private static final Map<String, Kind> KINDS = Arrays.stream(Kind.values())
        .collect(Collectors.toMap(kind -> kind.name().toLowerCase(Locale.ROOT), Function.identity()));

    private final Accounts accounts;
    private final CompanyProfiles profiles;

    @Activate
    public AccountsImport(@Reference Accounts accounts, @Reference CompanyProfiles profiles) {
        this.accounts = accounts;
        this.profiles = profiles;
    }

    @Override
    public String id() {
        return "accounts";
    }

    @Override
    public String title() {
        return "Accounts";
    }

    @Override
    public String permission() {
        return ValuationPermission.POLICIES;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required("account", "the code, unique"),
            optional("name", "what people call it; a new account needs one"),
            optional("type", "asset, liability, equity, income or expense; a new account needs one"),
            optional("external", "the general ledger's code for it in exports; default the same"),
            optional("active", "whether new posting rules may name it: yes or no; default yes"));
    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        progress.begin("Checking rows", rows.size());
        RowErrors errors = new RowErrors();
        Cells cells = new Cells(profiles, errors);
        RowBatch<Account> batch = new RowBatch<>(errors);
        Map<String, Account> stored = accounts.accounts().stream()
            .collect(Collectors.toMap(Account::code, Function.identity()));
        for (ImportRow row : rows) {
            progress.check();
            Optional<Account> old = Optional.ofNullable(stored.get(row.get("account")));
            int before = errors.count();
            Account account = read(row, old, cells, errors);
            if (batch.isFirst(row, "account", account.code()) && errors.count() == before) {
                batch.add(row, account, old.equals(Optional.of(account)));
            }
            progress.worked(1);
        }
        return batch.store(rows.size(), mode, new Storing(accounts));
    }

    private static Account read(ImportRow row, Optional<Account> old, Cells cells, RowErrors errors) {
        if (old.isEmpty()) {
            for (String needed : List.of("name", "type")) {
                if (!row.has(needed)) {
                    errors.add(row, needed, Refusal.of(CatalogRefusal.MISSING, needed)
                        .hint("An account that is not stored yet needs it."));
                }
            }
        }
        Optional<Kind> kind = cells.word(row, "type", "kind of account", KINDS);
        Optional<Boolean> active = cells.yesOrNo(row, "active");
        return new Account(row.get("account"), row.has("name") ? row.get("name") : old.map(Account::name).orElse(""),
            kind.or(() -> old.map(Account::kind)).orElse(Kind.ASSET),
            row.has("external") ? row.get("external") : old.map(Account::external).orElse(""),
            active.or(() -> old.map(Account::active)).orElse(true));
    }

    /** How they are stored. */
    private static final class Storing implements RowBatch.Storing<Account> {

        private final Accounts accounts;

        Storing(Accounts accounts) {
            this.accounts = accounts;
        }

        @Override
        public Outcome<Integer> store(List<Account> values) {
            return accounts.saveAccounts(values);
        }

        @Override
        public Outcome<Integer> rehearse(List<Account> values) {
            return accounts.rehearseAccounts(values);
        }

        @Override
        public String column(Refusal refusal) {
            Object what = refusal.arguments().getLast();
            return what.equals("name") ? "name" : what.equals("general ledger's code") ? "external" : "account";
        }

    }

}
