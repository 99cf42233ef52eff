package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.stockwright.exchange.Imports;
import org.stockwright.exchange.RowWriter;
import org.stockwright.exchange.SourceTable;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValuePreview.Change;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Values what has no value yet, or shows what a file would change in values. */
@Command(name = "reprice", description = {
    "Values what has no value yet and applies changes of policies and standard costs that are due. With --preview",
    "nothing is stored: it shows which earlier documents posting a file as a whole would make cheaper or dearer, and what",
    "each month would change. Whoever posts the same items waits meanwhile." }, footer = { "",
        "Examples:", "  stockwright reprice --db ./acme", "  stockwright reprice --preview late.csv --db ./acme" })
final class RepriceCommand extends BookCommand {

    /** The kind of import that the ledger contributes. */
    private static final String KIND = "movements";
    private static final List<String> COLUMNS = List.of("document", "effective", "period", "item", "kind", "account",
        "difference");

    @Option(names = "--preview", paramLabel = "FILE", description = "a file as 'post' takes it")
    Path file;

    RepriceCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    int run(Session session) throws IOException {
        return file == null ? catchUp(session) : preview(session);
    }

    private int catchUp(Session session) throws IOException {
        int items = RefusedException.orRefuse(session.service(Valuation.class).catchUp(session.progress()));
        session.progress().clear();
        try (RowWriter rows = invocation().result(options, "reprice", List.of("items"))) {
            rows.write(items);
        }
        return DONE;
    }

    private int preview(Session session) throws IOException {
        Imports imports = new FileImport(console(), session, "", "").imports();
        SourceTable table = RefusedException.orRefuse(imports.read(file, session.progress()));
        FilePreview preview = new FilePreview(imports.kind(KIND).orElseThrow(), session);
        ImportResult result = imports.run(preview, table, Map.of(), ImportMode.DRY_RUN, session.progress());
        session.progress().clear();
        if (!result.isClean()) {
            throw new RefusedException(result.refusals());
        }
        try (RowWriter rows = invocation().data(options, "reprice", COLUMNS)) {
            for (Change change : preview.preview().changes()) {
                rows.write(change.document(), change.effective(), change.period(), change.item(), change.kind(),
                    change.account(), session.amount(change.difference()));
            }
        }
        preview.preview().warnings().forEach(warning -> console().remark("Warning " + Console.text(warning)));
        preview.preview().periods().forEach(period -> console().remark(preview.sentence(period)));
        console().remark(preview.sentence());
        return DONE;
    }

}
