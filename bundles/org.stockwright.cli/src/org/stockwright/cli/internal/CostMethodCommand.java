package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.stockwright.base.ItemId;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.exchange.RowWriter;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.CostScope;
import org.stockwright.valuation.CostSettings;
import org.stockwright.valuation.CostSettings.Level;
import org.stockwright.valuation.CostSettings.Policy;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows or sets how cost flows. */
@Command(name = "cost-method", description = {
    "Shows or sets how cost flows: for the company, for a category or, which comes first, for an item. Items that it",
    "changes are valued anew from its date on." }, footer = { "", "Examples:",
        "  stockwright cost-method --db ./acme", "  stockwright cost-method fifo --from 2026-01-01 --db ./acme",
        "  stockwright cost-method standard --category Tools --db ./acme",
        "  stockwright cost-method --scope site --db ./acme" })
final class CostMethodCommand extends BookCommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "METHOD", description = "fifo, lifo, average, standard or specific; without it, the policies are listed")
    CostMethod method;

    @Option(names = "--category", paramLabel = "PATH", description = "only for a category and its parts")
    String category;

    @Option(names = "--item", paramLabel = "I", description = "only for this item: its code, alias or barcode")
    String item;

    @Option(names = "--from", paramLabel = "T", description = "from when; a date means its start; default: always, so that all is valued anew")
    String from;

    @Option(names = "--scope", paramLabel = "SCOPE", description = "company, site, lot or lot-group: which goods of an item share one cost; only before the first movement")
    String scope;

    @Spec
    CommandSpec spec;

    CostMethodCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    public Integer call() throws IOException {
        if (category != null && item != null) {
            throw new ParameterException(spec.commandLine(), "Name either --category or --item.");
        }
        if (method == null && (category != null || item != null || from != null)) {
            throw new ParameterException(spec.commandLine(), "A method is missing: fifo, lifo, average, standard or "
                + "specific.");
        }
        return super.call();
    }

    @Override
    int run(Session session) throws IOException {
        CostSettings settings = session.service(CostSettings.class);
        if (scope != null) {
            RefusedException.orRefuse(settings.setScope(scope()));
        }
        if (method != null) {
            int items = RefusedException.orRefuse(settings.setPolicy(policy(session), session.progress()));
            session.progress().clear();
            console().remark(items + (items == 1 ? " item was valued anew." : " items were valued anew."));
        }
        session.progress().clear();
        try (RowWriter rows = invocation().result(options, "cost-methods",
            List.of("level", "subject", "method", "from", "scope"))) {
            for (Policy policy : settings.policies()) {
                rows.write(policy.level().name().toLowerCase(Locale.ROOT), policy.subject(), policy.method().word(),
                    policy.from().orElse(null), settings.scope().word());
            }
        }
        return DONE;
    }

    private CostScope scope() {
        return Arrays.stream(CostScope.values()).filter(one -> one.word().equalsIgnoreCase(scope)).findFirst()
            .orElseThrow(() -> new ParameterException(spec.commandLine(), "'" + scope + "' is no scope: "
                + String.join(", ", Arrays.stream(CostScope.values()).map(CostScope::word).toList()) + "."));
    }

    private Policy policy(Session session) {
        Level level = item != null ? Level.ITEM : category != null ? Level.CATEGORY : Level.COMPANY;
        String subject = switch (level) {
            case ITEM -> code(session, session.item(item).orElseThrow());
            case CATEGORY -> category;
            case COMPANY -> "";
        };
        return new Policy(level, subject, method, session.moments().startOf(from));
    }

    private static String code(Session session, ItemId id) {
        return session.service(Items.class).get(id).map(Item::code).orElseThrow();
    }

}
