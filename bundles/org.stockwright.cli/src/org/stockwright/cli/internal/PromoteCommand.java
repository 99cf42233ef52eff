package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.List;

import org.stockwright.company.Companies;
import org.stockwright.company.CopiedBook;
import org.stockwright.exchange.RowWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Copies an embedded book to a server. */
@Command(name = "promote", description = "Copies an embedded book into an empty PostgreSQL database and proves both equal, table by table. The embedded book stays as it is.", footer = {
    "", "The password of the database comes from the environment variable STOCKWRIGHT_DB_PASSWORD.", "", "Example:",
    "  stockwright promote 'jdbc:postgresql://db.example.org/acme?user=acme' --db ./acme" })
final class PromoteCommand extends BookCommand {

    @Parameters(index = "0", paramLabel = "JDBC-URL", description = "the address of the empty database")
    String url;

    PromoteCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Session session) throws IOException {
        CopiedBook copy = RefusedException
            .orRefuse(session.service(Companies.class).promote(url, session.progress()));
        session.progress().clear();
        try (RowWriter rows = invocation().result(options, "promote",
            List.of("table", "source_rows", "target_rows", "source_hash", "target_hash", "result"))) {
            for (CopiedBook.Proof proof : copy.proofs()) {
                rows.write(proof.name(), proof.sourceRows(), proof.targetRows(), proof.sourceHash(),
                    proof.targetHash(), proof.isEqual() ? "equal" : "different");
            }
        }
        console().remark("The book is now also at " + copy.location() + "; nothing was changed in " + options.db + ".");
        return DONE;
    }

}
