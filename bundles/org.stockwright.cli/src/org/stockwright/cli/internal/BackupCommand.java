package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.stockwright.company.Companies;
import org.stockwright.exchange.RowWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a backup. */
@Command(name = "backup", description = "Writes a consistent copy of the book into one file while others go on working.", footer = {
    "", "Example:", "  stockwright backup acme-2026-01-31.backup --db ./acme" })
final class BackupCommand extends BookCommand {

    @Parameters(index = "0", paramLabel = "FILE", description = "the file to write")
    Path file;

    BackupCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Session session) throws IOException {
        Path written = RefusedException.orRefuse(session.service(Companies.class).backup(file.toAbsolutePath(),
            session.progress()));
        session.progress().clear();
        try (RowWriter rows = invocation().result(options, "backup", List.of("file", "bytes"))) {
            rows.write(written.toString(), Files.size(written));
        }
        return DONE;
    }

}
