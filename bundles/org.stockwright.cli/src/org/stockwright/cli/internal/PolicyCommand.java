package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.stockwright.catalog.NegativePolicy;
import org.stockwright.exchange.RowWriter;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows or sets what happens when an issue would take more than there is. */
@Command(name = "policy", description = {
    "Shows or sets what happens when an issue would take more than there is: block, warn or allow,",
    "by kind of location or, which comes first, by item category." }, footer = { "", "Examples:",
        "  stockwright policy --db ./acme", "  stockwright policy allow --kind warehouse --db ./acme",
        "  stockwright policy block --category Tools/Spades --db ./acme" })
final class PolicyCommand extends BookCommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "POLICY", description = "block, warn or allow; without it, the policies are listed")
    NegativePolicy policy;

    @Option(names = "--kind", paramLabel = "KIND", description = "a kind of location, for example bin")
    String kind;

    @Option(names = "--category", paramLabel = "PATH", description = "an item category and its parts")
    String category;

    @Spec
    CommandSpec spec;

    PolicyCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Session session) throws IOException {
        Locations locations = session.service(Locations.class);
        if (policy != null) {
            if ((kind == null) == (category == null)) {
                throw new ParameterException(spec.commandLine(), "Name either --kind or --category.");
            }
            if (kind != null) {
                RefusedException.orRefuse(locations.setPolicy(kind(), policy));
            } else {
                RefusedException.orRefuse(locations.setCategoryPolicy(category, Optional.of(policy)));
            }
        }
        session.progress().clear();
        try (RowWriter rows = invocation().result(options, "policies", List.of("kind", "policy"))) {
            for (LocationKind each : LocationKind.values()) {
                if (each.isKept()) {
                    rows.write(each.word(), locations.policy(each).name().toLowerCase(Locale.ROOT));
                }
            }
        }
        return DONE;
    }

    private LocationKind kind() {
        return Arrays.stream(LocationKind.values()).filter(each -> each.word().equals(kind)).findFirst()
            .orElseThrow(() -> new ParameterException(spec.commandLine(), "'" + kind + "' is no kind of location: "
                + String.join(", ", Arrays.stream(LocationKind.values()).map(LocationKind::word).toList()) + "."));
    }

}
