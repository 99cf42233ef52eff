package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.concurrent.Callable;

import org.stockwright.company.Companies;
import org.stockwright.company.Company;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The product's main job in one go, on a fresh demo company. */
@Command(name = "demo", description = {
    "A day with the demo company, told as it goes: receipts, transfers, issues, a refused oversell, a",
    "reversal; stock before and after, all checks, both reports as PDF." }, footer = { "", "Example:",
        "  stockwright demo --output ./demo-day" })
final class DemoCommand implements Callable<Integer> {

    @Mixin
    CommonOptions options = new CommonOptions();

    @Option(names = "--output", paramLabel = "FOLDER", description = "where the book and the reports go; default: a new temporary folder, of which the reports stay")
    Path output;

    private final Invocation invocation;

    DemoCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = output == null ? Files.createTempDirectory("stockwright-demo") : output.toAbsolutePath();
        Files.createDirectories(folder);
        Path book = Files.createTempDirectory(folder, "book");
        Companies companies = invocation.services().get(Companies.class);
        ConsoleProgress progress = invocation.progress(options);
        Company made = RefusedException
            .orRefuse(companies.create(book.resolve("company").toString(), options.userOrSystems(),
                new Companies.Draft("Alder & Finch Garden Works", Currency.getInstance("EUR"), ZoneId.systemDefault(),
                    true),
                progress));
        progress.clear();
        try (Session session = new Session(invocation.services(), companies, made, progress)) {
            boolean sound = new DemoDay(session, invocation.console(), folder).live();
            return sound ? BookCommand.DONE : BookCommand.REFUSED;
        } finally {
            delete(book);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

}
