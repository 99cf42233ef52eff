package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.stockwright.base.LocationId;
import org.stockwright.exchange.RowWriter;
import org.stockwright.purchasing.PutAway;
import org.stockwright.purchasing.PutAway.Move;
import org.stockwright.purchasing.PutAway.Proposal;
import org.stockwright.purchasing.PutAway.Request;
import org.stockwright.purchasing.PutAway.Stored;
import org.stockwright.purchasing.PutAway.Way;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proposes where received goods go, and puts them there. */
@Command(name = "put-away", description = {
    "Proposes where the goods in the receiving area of a warehouse go, and why there; with --all it puts them there.",
    "Goods for which nothing fits are named and stay where they are." }, footer = { "",
        "Columns of a file: key, item, quantity, unit, lot, from, to, scanned, status, effective.", "", "Examples:",
        "  stockwright put-away --propose --db ./acme",
        "  stockwright put-away --all --key PA-2026-01-15 --warehouse MAIN --db ./acme" })
final class PutAwayCommand extends BookCommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "puts away as a CSV or XLSX file says")
    Path file;

    @Option(names = "--warehouse", paramLabel = "W", description = "whose receiving area; default: MAIN", defaultValue = "MAIN")
    String warehouse;

    @Option(names = "--propose", description = "only shows the proposals")
    boolean propose;

    @Option(names = "--all", description = "puts away what is proposed")
    boolean all;

    @Option(names = "--key", paramLabel = "K", description = "for --all: made by you, unique")
    String key;

    @Option(names = "--effective", paramLabel = "T", description = "for --all: when; a date means its start; default: now")
    String effective;

    @Mixin
    StoringOptions storing = new StoringOptions();

    @Spec
    CommandSpec spec;

    PutAwayCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    public Integer call() throws IOException {
        long ways = Stream.of(propose, all, file != null).filter(way -> way).count();
        if (ways != 1 || all == (key == null)) {
            throw new ParameterException(spec.commandLine(), "Either --propose, or --all with --key, or a FILE.");
        }
        return super.call();
    }

    @Override
    int run(Session session) throws IOException {
        PutAway putAway = session.service(PutAway.class);
        if (file != null) {
            return new FileImport(console(), session, "stored", "repeated").run("put-aways", file, Map.of(),
                storing.mode());
        }
        LocationId place = session.location(warehouse).orElseThrow();
        Proposal proposal = RefusedException.orRefuse(putAway.propose(place));
        if (all && !proposal.ways().isEmpty()) {
            List<Move> moves = new ArrayList<>();
            proposal.ways().forEach(way -> moves.add(new Move(way.goods(), way.to(), way.toCode(),
                way.waitingOrder())));
            Stored stored = RefusedException.orRefuse(putAway.store(new Request(key,
                session.moments().startOf(effective).orElseGet(session::now), moves)));
            stored.warnings().forEach(warning -> console().remark("Warning " + Console.text(warning)));
            console().remark("Stored as " + stored.document().number() + ".");
        }
        session.progress().clear();
        try (RowWriter rows = invocation().result(options, "put-away",
            List.of("item", "lot", "quantity", "unit", "from", "to", "order", "why"))) {
            for (Way way : proposal.ways()) {
                rows.write(way.itemCode(), way.goods().lot(), way.goods().quantity().amount(),
                    way.goods().quantity().unit().code(), way.fromCode(), way.toCode(), way.waitingOrder(), way.why());
            }
        }
        proposal.left().forEach(console()::print);
        return proposal.left().isEmpty() ? DONE : REFUSED;
    }

}
