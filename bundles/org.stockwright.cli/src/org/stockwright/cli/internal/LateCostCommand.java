package org.stockwright.cli.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.stockwright.exchange.RowWriter;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.LateCosts.Basis;
import org.stockwright.valuation.LateCosts.Receipt;
import org.stockwright.valuation.LateCosts.Request;
import org.stockwright.valuation.LateCosts.Share;
import org.stockwright.valuation.LateCosts.Target;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Enters cost that came after the goods. */
@Command(name = "late-cost", description = {
    "Enters freight, duty or a price change that came after the goods, and shows what each receipt got. What is sold",
    "already goes to the cost of sales. Files of them: 'import late-costs'." }, footer = { "", "Example:",
        "  stockwright late-cost --key INV-77 --document GR-2026-0042 --freight 120.50 --by weight",
        "    --effective 2026-02-03 --reference INV-77 --db ./acme" })
final class LateCostCommand extends BookCommand {

    private static final List<String> COLUMNS = List.of("movement", "item", "amount", "to_stock", "to_cost_of_sales",
        "to_other");

    @Option(names = "--key", paramLabel = "K", required = true, description = "made by you, unique: sending the same again, with its date, is harmless")
    String key;

    @Option(names = "--document", paramLabel = "D", required = true, arity = "1..*", description = "key or number of a posting that brought the goods in; may be repeated")
    List<String> documents = new ArrayList<>();

    @Option(names = "--line", paramLabel = "N", description = "only this line of the document, from 1; default: all")
    Integer line;

    @Option(names = "--material", paramLabel = "A", description = "what the goods themselves cost more; negative for less")
    String material;

    @Option(names = "--freight", paramLabel = "A", description = "freight, duty and the like")
    String freight;

    @Option(names = "--labour", paramLabel = "A", description = "work")
    String labour;

    @Option(names = "--overhead", paramLabel = "A", description = "overhead")
    String overhead;

    @Option(names = "--by", paramLabel = "BASIS", description = "value, quantity, weight or volume: how it is split over the goods; default: value")
    Basis by = Basis.VALUE;

    @Option(names = "--effective", paramLabel = "T", description = "when it counts, not before the receipts; a date means its start; default: now")
    String effective;

    @Option(names = "--reference", paramLabel = "R", description = "the paper that it stands for", defaultValue = "")
    String reference;

    @Option(names = "--reason", paramLabel = "R", description = "why", defaultValue = "")
    String reason;

    @Option(names = "--dry-run", description = "shows the shares, stores nothing")
    boolean dryRun;

    @Spec
    CommandSpec spec;

    LateCostCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    public Integer call() throws IOException {
        if (Stream.of(material, freight, labour, overhead).allMatch(amount -> amount == null)) {
            throw new ParameterException(spec.commandLine(),
                "An amount is missing: --material, --freight, --labour or --overhead.");
        }
        if (line != null && (documents.size() > 1 || line < 1)) {
            throw new ParameterException(spec.commandLine(), line < 1 ? "Lines are counted from 1."
                : "--line is a line of one document; there are " + documents.size() + ".");
        }
        return super.call();
    }

    @Override
    int run(Session session) throws IOException {
        Cost amount = new Cost(number(material), number(freight), number(labour), number(overhead));
        Request request = new Request(key, session.moments().startOf(effective).orElseGet(session::now),
            documents.stream().map(document -> new Target(document, Optional.ofNullable(line), Optional.empty()))
                .toList(),
            amount, by, reference, reason);
        LateCosts costs = session.service(LateCosts.class);
        Receipt receipt = RefusedException.orRefuse(dryRun ? costs.preview(request) : costs.post(request));
        session.progress().clear();
        try (RowWriter rows = invocation().data(options, "late-cost", COLUMNS)) {
            for (Share share : receipt.shares()) {
                rows.write(share.movement(), share.item(), session.amount(share.amount()),
                    session.amount(share.toStock()), session.amount(share.toCostOfSales()),
                    session.amount(share.toOther()));
            }
        }
        if (receipt.repeated()) {
            console().remark("It was posted before; nothing was changed.");
        }
        return DONE;
    }

    private static BigDecimal number(String text) {
        return text == null ? BigDecimal.ZERO : Session.number(text);
    }

}
