package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.List;

import org.stockwright.exchange.RowWriter;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.PostingReceipt;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reverses a posting. */
@Command(name = "reverse", description = "Posts the opposite of a posted movement or document.", footer = { "",
    "Example:", "  stockwright reverse GR-2026-0042 --reason \"counted twice\" --db ./acme" })
final class ReverseCommand extends BookCommand {

    private static final String PREFIX = "reverse:";
    private static final int LONGEST_KEY = 128;

    @Parameters(index = "0", paramLabel = "KEY", description = "the posting's key or document number")
    String key;

    @Option(names = "--effective", paramLabel = "T", description = "when it takes effect; default: now")
    String effective;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why, for the auditors")
    String reason;

    ReverseCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Session session) throws IOException {
        PostingReceipt receipt = RefusedException.orRefuse(session.service(Ledger.class).reverse(key,
            reversalKey(key), session.moments().startOf(effective), reason));
        session.progress().clear();
        receipt.warnings().forEach(warning -> console().remark("Warning " + Console.text(warning)));
        try (RowWriter rows = invocation().result(options, "reversal",
            List.of("key", "number", "seq", "lines", "recorded", "repeated"))) {
            rows.write(receipt.key(), receipt.number(), receipt.firstSeq(), receipt.lines(), receipt.recorded(),
                receipt.repeated());
        }
        return DONE;
    }

    /** The same for the same posting, so that sending the command twice reverses once. */
    static String reversalKey(String key) {
        return key.length() + PREFIX.length() <= LONGEST_KEY ? PREFIX + key
            : PREFIX + key.substring(0, LONGEST_KEY - PREFIX.length() - 9) + "#"
                + String.format("%08x", key.hashCode());
    }

}
