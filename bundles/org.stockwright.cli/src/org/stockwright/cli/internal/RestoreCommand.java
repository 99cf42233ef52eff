package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.stockwright.company.Companies;
import org.stockwright.exchange.RowWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a book from a backup. */
@Command(name = "restore", description = "Makes a book from a backup; its location must be empty or not exist.", footer = {
    "", "Example:", "  stockwright restore acme-2026-01-31.backup --db ./acme-again" })
final class RestoreCommand implements Callable<Integer> {

    @Mixin
    CommonOptions options = new CommonOptions();

    @Parameters(index = "0", paramLabel = "FILE", description = "the backup")
    Path file;

    private final Invocation invocation;

    RestoreCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        ConsoleProgress progress = invocation.progress(options);
        String restored;
        try {
            restored = RefusedException.orRefuse(invocation.services().get(Companies.class)
                .restore(file.toAbsolutePath(), invocation.location(options), progress));
        } finally {
            progress.clear();
        }
        try (RowWriter rows = invocation.result(options, "restore", List.of("location"))) {
            rows.write(restored);
        }
        return BookCommand.DONE;
    }

}
