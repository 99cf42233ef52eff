package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Posts movements from a file. */
@Command(name = "post", description = "Posts movements from a CSV or XLSX file, one per row, in file order.", footer = {
    "", "Columns: key, effective, type, item, quantity, unit, from, to, lot, serial, owner, status,",
    "unit_cost, reference, reason. Posting the same file again changes nothing.", "", "Example:",
    "  stockwright post january.csv --db ./acme --dry-run" })
final class PostCommand extends BookCommand {

    /** The kind of import that the ledger contributes. */
    private static final String KIND = "movements";

    @Parameters(index = "0", paramLabel = "FILE", description = "CSV or XLSX with a header row")
    Path file;

    @Mixin
    StoringOptions storing = new StoringOptions();

    PostCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Session session) throws IOException {
        return new FileImport(console(), session, "posted", "repeated").run(KIND, file, Map.of(), storing.mode());
    }

}
