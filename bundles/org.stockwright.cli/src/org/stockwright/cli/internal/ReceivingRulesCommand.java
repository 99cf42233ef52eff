package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.LocationId;
import org.stockwright.exchange.RowWriter;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.purchasing.ReceivingRules;
import org.stockwright.purchasing.ReceivingRules.Docks;
import org.stockwright.purchasing.ReceivingRules.Excess;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows or sets what the company decided about receiving. */
@Command(name = "receiving-rules", description = {
    "Shows or sets the receiving and shipping areas of a warehouse, what happens when more comes than is tolerated, how",
    "lots are named, and whether a bin's capacity is strict." }, footer = { "", "Examples:",
        "  stockwright receiving-rules --db ./acme",
        "  stockwright receiving-rules --warehouse MAIN --receiving DOCK --shipping SHIP --excess warn --db ./acme" })
final class ReceivingRulesCommand extends BookCommand {

    /** Whether a bin may hold more than it can. */
    enum Capacity {
        /** It is refused. */
        STRICT,
        /** It is done with a warning. */
        FLAG
    }

    @Option(names = "--warehouse", paramLabel = "W", description = "whose areas are set; default: MAIN", defaultValue = "MAIN")
    String warehouse;

    @Option(names = "--receiving", paramLabel = "P", description = "code of the place where goods are put down")
    String receiving;

    @Option(names = "--shipping", paramLabel = "P", description = "code of the place where goods wait to leave")
    String shipping;

    @Option(names = "--excess", paramLabel = "E", description = "refuse, warn or accept: what happens when more comes than is tolerated")
    Excess excess;

    @Option(names = "--lot-pattern", paramLabel = "T", description = "how lots are named: text with {receipt} and {line}; {item}, {date} and {n} may be in it")
    String lotPattern;

    @Option(names = "--capacity", paramLabel = "C", description = "strict (refused) or flag (warned): a put-away beyond a bin's capacity")
    Capacity capacity;

    ReceivingRulesCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Session session) throws IOException {
        ReceivingRules rules = session.service(ReceivingRules.class);
        if (receiving != null || shipping != null) {
            LocationId place = session.location(warehouse).orElseThrow();
            Optional<Docks> before = rules.docks().stream().filter(one -> one.warehouse().equals(place)).findFirst();
            RefusedException.orRefuse(rules.setDocks(new Docks(place,
                session.location(receiving).or(() -> before.flatMap(Docks::receiving)),
                session.location(shipping).or(() -> before.flatMap(Docks::shipping)))));
        }
        if (excess != null) {
            RefusedException.orRefuse(rules.setExcess(excess));
        }
        if (lotPattern != null) {
            RefusedException.orRefuse(rules.setLotPattern(lotPattern));
        }
        if (capacity != null) {
            RefusedException.orRefuse(rules.setCapacityStrict(capacity == Capacity.STRICT));
        }
        session.progress().clear();
        Locations locations = session.service(Locations.class);
        try (RowWriter rows = invocation().result(options, "receiving-rules", List.of("rule", "warehouse", "value"))) {
            rows.write("excess", "", rules.excess().name().toLowerCase(java.util.Locale.ROOT));
            rows.write("lot-pattern", "", rules.lotPattern());
            rows.write("capacity", "", rules.isCapacityStrict() ? "strict" : "flag");
            for (Docks docks : rules.docks()) {
                String at = code(locations, Optional.of(docks.warehouse()));
                rows.write("receiving", at, code(locations, docks.receiving()));
                rows.write("shipping", at, code(locations, docks.shipping()));
            }
        }
        return DONE;
    }

    private static String code(Locations locations, Optional<LocationId> place) {
        return place.flatMap(locations::get).map(Location::code).orElse("");
    }

}
