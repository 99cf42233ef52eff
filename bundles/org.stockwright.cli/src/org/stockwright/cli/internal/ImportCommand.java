package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.stockwright.exchange.RowWriter;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports master data and opening stock. */
@Command(name = "import", description = "Imports master data or opening stock from a CSV or XLSX file.", footer = { "",
    "Examples:", "  stockwright import items items.csv --db ./acme",
    "  stockwright import items list.xlsx --map \"Article No=item,Label=name,Colour=\"",
    "  stockwright import --list" })
final class ImportCommand extends BookCommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "KIND", description = "what the file holds; see --list")
    String kind;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "CSV or XLSX with a header row")
    Path file;

    @Option(names = "--map", paramLabel = "column=field,…", description = "the file's column and the field that it is; an empty field ignores the column")
    List<String> map = new ArrayList<>();

    @Option(names = "--list", description = "lists the kinds with their columns")
    boolean list;

    @Mixin
    StoringOptions storing = new StoringOptions();

    @Spec
    CommandSpec spec;

    private Map<String, String> mapping = Map.of();

    ImportCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    public Integer call() throws IOException {
        if (list) {
            // the kinds come with an open book; listing them must not leave one behind
            try (Session session = options.db == null ? invocation().openTemporary(options)
                : invocation().open(options)) {
                return list(session);
            }
        }
        if (kind == null || file == null) {
            throw new ParameterException(spec.commandLine(), "KIND and FILE are needed, or --list.");
        }
        mapping = FileImport.mapping(map).orElseThrow(() -> new ParameterException(spec.commandLine(),
            "--map takes column=field pairs, not '" + String.join(",", map) + "'."));
        return super.call();
    }

    @Override
    int run(Session session) throws IOException {
        return new FileImport(console(), session, "stored", "unchanged").run(kind, file, mapping, storing.mode());
    }

    private int list(Session session) throws IOException {
        session.progress().clear();
        FileImport imports = new FileImport(console(), session, "", "");
        try (RowWriter rows = invocation().result(options, "kinds",
            List.of("kind", "column", "required", "description"))) {
            for (ImportKind each : imports.imports().kinds()) {
                for (ImportColumn column : each.columns()) {
                    rows.write(each.id(), column.name(), column.required(), column.description());
                }
            }
        }
        return DONE;
    }

}
