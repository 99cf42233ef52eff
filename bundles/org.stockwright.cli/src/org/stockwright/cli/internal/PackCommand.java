package org.stockwright.cli.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.stockwright.base.Outcome;
import org.stockwright.documents.DocumentId;
import org.stockwright.exchange.RowWriter;
import org.stockwright.fulfilment.PackedUnit;
import org.stockwright.fulfilment.Packing;
import org.stockwright.fulfilment.PackingSession;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Packs an order. */
@Command(name = "pack", description = {
    "Packs what lies picked for an order into units with numbers, by the packing rules, or verified scan by scan from a",
    "file with one scan in each line. What does not match stops it, unless an override says why. Or packs many orders",
    "as a CSV or XLSX file says." }, footer = { "",
        "Columns of a file: key, order, scan, quantity, override, effective. Rows with the same key pack one order: by the",
        "rules, or scan by scan. The same again changes nothing.", "", "Examples:",
        "  stockwright pack --file packed.csv --db ./acme --dry-run",
        "  stockwright pack SO-000042 --key K-1 --db ./acme",
        "  stockwright pack SO-000042 --key K-2 --scans table1.txt --db ./acme" })
final class PackCommand extends BookCommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "ORDER", description = "number of the order")
    String order;

    @Option(names = "--file", paramLabel = "FILE", description = "many orders: CSV or XLSX with a header row")
    Path file;

    @Option(names = "--key", paramLabel = "K", description = "made by you, unique: sending the same again, with its date, is harmless")
    String key;

    @Option(names = "--scans", paramLabel = "FILE", description = "one scan in each line: items, lots, places, codes of packing rules; 3* before it means three")
    Path scans;

    @Option(names = "--override", paramLabel = "R", description = "closes it in spite of what does not match; why")
    String override;

    @Option(names = "--effective", paramLabel = "T", description = "when; a date means its start; default: now")
    String effective;

    @Mixin
    StoringOptions storing = new StoringOptions();

    @Spec
    CommandSpec spec;

    PackCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    public Integer call() throws IOException {
        storing.check(spec, file, order != null && key != null,
            order != null || key != null || scans != null || override != null || effective != null,
            "ORDER with --key");
        return super.call();
    }

    @Override
    int run(Session session) throws IOException {
        Packing packing = session.service(Packing.class);
        if (file != null) {
            return new FileImport(console(), session, "packed", "repeated").run("packing", file, Map.of(),
                storing.mode());
        }
        Instant at = session.moments().startOf(effective).orElseGet(session::now);
        DocumentId id = ReceiveCommand.document(session, order).orElseThrow().id();
        List<PackedUnit> units = RefusedException
            .orRefuse(scans == null ? packing.packAll(key, id, at) : scanned(packing, id, at));
        session.progress().clear();
        try (RowWriter rows = invocation().result(options, "pack",
            List.of("unit", "holder", "rule", "level", "item", "lot", "quantity", "weight_kg", "volume_l", "state"))) {
            for (PackedUnit unit : units) {
                if (unit.content().isEmpty()) {
                    row(rows, unit, "", "", null);
                }
                for (PackedUnit.Content content : unit.content()) {
                    row(rows, unit, content.item(), content.lot(), content.quantity());
                }
            }
        }
        return DONE;
    }

    private static void row(RowWriter rows, PackedUnit unit, String item, String lot, BigDecimal quantity)
        throws IOException {
        rows.write(unit.code(), unit.holder(), unit.rule(), unit.level(), item, lot, quantity,
            unit.weight().orElse(null), unit.volume().orElse(null), unit.state().name());
    }

    private Outcome<List<PackedUnit>> scanned(Packing packing, DocumentId id, Instant at) throws IOException {
        PackingSession table = RefusedException.orRefuse(packing.begin(id));
        for (String line : Files.readAllLines(scans)) {
            String text = line.strip();
            int star = text.indexOf('*');
            if (star > 0 && text.substring(0, star).matches("\\d{1,6}")) {
                table.quantity(new BigDecimal(text.substring(0, star)));
                text = text.substring(star + 1);
            }
            if (!text.isEmpty()) {
                PackingSession.Result result = packing.scan(table, text);
                result.message().ifPresent(console()::print);
                if (result.error().isPresent()) {
                    // whoever sends a file has put the wrong goods aside: what is missing then stops it
                    table.putAside();
                }
            }
        }
        if (override != null) {
            RefusedException.orRefuse(packing.override(table, override));
        }
        return packing.close(table, key, at);
    }

}
