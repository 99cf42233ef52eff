package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.stockwright.exchange.RowWriter;
import org.stockwright.valuation.TransitTerms;
import org.stockwright.valuation.TransitTerms.Decision;
import org.stockwright.valuation.TransitTerms.Direction;
import org.stockwright.valuation.TransitTerms.Incoterm;
import org.stockwright.valuation.TransitTerms.Point;
import org.stockwright.valuation.TransitTerms.Terms;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows or sets whose goods are while they are on their way. */
@Command(name = "transit-terms", description = {
    "Shows or sets whose goods in a place of transit are: by a rule of Incoterms 2020, or by the point from which they",
    "are the buyer's. What lies there at that instant goes from one owner to the other then, at its cost." }, footer = {
        "", "Examples:", "  stockwright transit-terms --db ./acme",
        "  stockwright transit-terms SEA --direction inbound --incoterm FOB --db ./acme",
        "  stockwright transit-terms TRUCK --direction outbound --incoterm DAP --from 2026-01-01 --db ./acme" })
final class TransitTermsCommand extends BookCommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "PLACE", description = "code of a place of kind transit; without it, all decisions are listed")
    String place;

    @Option(names = "--direction", paramLabel = "D", description = "inbound (from a supplier), outbound (to a customer) or own (always ours)")
    Direction direction;

    @Option(names = "--incoterm", paramLabel = "RULE", description = "EXW, FCA, FAS, FOB, CFR, CIF, CPT, CIP (the buyer's from where the way begins), DAP, DPU or DDP (from where it ends)")
    Incoterm rule;

    @Option(names = "--owned-from", paramLabel = "POINT", description = "origin or destination: from where goods are the buyer's, whatever the rule says")
    Point ownedFrom;

    @Option(names = "--from", paramLabel = "T", description = "from when; a date means its start; default: always")
    String from;

    @Spec
    CommandSpec spec;

    TransitTermsCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    public Integer call() throws IOException {
        boolean said = direction != null || rule != null || ownedFrom != null || from != null;
        if (place == null ? said : direction == null) {
            throw new ParameterException(spec.commandLine(),
                "Terms need a place and --direction inbound, outbound or own.");
        }
        return super.call();
    }

    @Override
    int run(Session session) throws IOException {
        TransitTerms terms = session.service(TransitTerms.class);
        if (place != null) {
            int stored = RefusedException.orRefuse(terms.set(List.of(new Terms(place, direction,
                Optional.ofNullable(rule), Optional.ofNullable(ownedFrom), session.moments().startOf(from))),
                session.progress()));
            session.progress().clear();
            if (stored == 0) {
                console().remark("These terms were known already.");
            }
        }
        session.progress().clear();
        try (RowWriter rows = invocation().result(options, "transit-terms",
            List.of("place", "direction", "incoterm", "owned_from", "from", "whose", "decided", "user"))) {
            for (Decision one : terms.list()) {
                rows.write(one.terms().place(), one.terms().direction().word(),
                    one.terms().rule().map(Incoterm::name).orElse(""),
                    one.terms().ownedFrom().map(Point::word).orElse(""), one.terms().from().orElse(null),
                    one.whose().word(), one.recorded(), one.user());
            }
        }
        return DONE;
    }

}
