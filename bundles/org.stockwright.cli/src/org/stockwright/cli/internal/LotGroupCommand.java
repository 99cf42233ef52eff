package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.List;

import org.stockwright.exchange.RowWriter;
import org.stockwright.valuation.LotGroups;
import org.stockwright.valuation.LotGroups.Decision;
import org.stockwright.valuation.LotGroups.Member;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows groups of lots, or puts lots into one. */
@Command(name = "lot-group", description = {
    "Shows which lots or serial numbers share one cost where the scope is lot-group, or puts lots of an item into a group.",
    "A lot is put into its group before its first movement; it need not be there yet." }, footer = { "", "Examples:",
        "  stockwright lot-group --db ./acme",
        "  stockwright lot-group \"Harvest 2026\" --item WINE --lot L1 --lot L2 --db ./acme",
        "  stockwright lot-group \"\" --item WINE --lot L2 --db ./acme" })
final class LotGroupCommand extends BookCommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "GROUP", description = "name of the group, for example a harvest or a project; \"\" for none; without it, all decisions are listed")
    String group;

    @Option(names = "--item", paramLabel = "I", description = "the item: its code, alias or barcode")
    String item;

    @Option(names = "--lot", paramLabel = "L", description = "a lot or serial number; may be repeated")
    List<String> lots = List.of();

    @Spec
    CommandSpec spec;

    LotGroupCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    public Integer call() throws IOException {
        boolean complete = item != null && !lots.isEmpty();
        if (group == null ? item != null || !lots.isEmpty() : !complete) {
            throw new ParameterException(spec.commandLine(), "A group needs --item and at least one --lot.");
        }
        return super.call();
    }

    @Override
    int run(Session session) throws IOException {
        LotGroups groups = session.service(LotGroups.class);
        if (group != null) {
            var id = session.item(item).orElseThrow();
            RefusedException.orRefuse(groups.assign(lots.stream().map(lot -> new Member(id, lot, group)).toList()));
        }
        session.progress().clear();
        try (RowWriter rows = invocation().result(options, "lot-groups",
            List.of("item", "lot", "group", "decided", "user"))) {
            for (Decision one : groups.list()) {
                rows.write(one.item(), one.member().lot(), one.member().group(), one.recorded(), one.user());
            }
        }
        return DONE;
    }

}
