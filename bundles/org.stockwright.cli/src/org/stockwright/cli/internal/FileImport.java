package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.stockwright.base.Refusal;
import org.stockwright.exchange.Imports;
import org.stockwright.exchange.SourceTable;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.fulfilment.PackingRules;
import org.stockwright.ledger.Ledger;
import org.stockwright.purchasing.PutAway;
import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.PeriodicInventory;

/** Imports a file and tells what became of its rows: the part that {@code import} and {@code post} share. */
final class FileImport {

    private final Console console;
    private final Session session;
    private final String stored;
    private final String unchanged;

    /**
     * For a book.
     *
     * @param stored how a row that was stored is called, for example {@code posted}
     * @param unchanged how a row that was stored before is called, for example {@code repeated}
     */
    FileImport(Console console, Session session, String stored, String unchanged) {
        this.console = console;
        this.session = session;
        this.stored = stored;
        this.unchanged = unchanged;
    }

    /** All kinds of the installed areas. */
    Imports imports() {
        // the areas' kinds come with the store, as the ledger and what stands on it do
        session.service(Ledger.class);
        session.service(LateCosts.class);
        session.service(PeriodicInventory.class);
        session.service(PutAway.class);
        session.service(PackingRules.class);
        return session.service(Imports.class);
    }

    /** Reads, checks and stores; answers with the exit code. */
    int run(String kindId, Path file, Map<String, String> mapping, ImportMode mode) throws IOException {
        return run(kindId, file, mapping, mode, UnaryOperator.identity());
    }

    /** The same of a table to which the command adds something. */
    int run(String kindId, Path file, Map<String, String> mapping, ImportMode mode, UnaryOperator<SourceTable> adding)
        throws IOException {
        Imports imports = imports();
        ImportKind kind = imports.kind(kindId).orElseThrow(
            () -> new RefusedException(Refusal.of(CliRefusal.UNKNOWN_KIND, kindId).hint("There are "
                + String.join(", ", imports.kinds().stream().map(ImportKind::id).toList()) + ".")));
        SourceTable table = adding.apply(RefusedException.orRefuse(imports.read(file, session.progress())));
        ImportResult result = imports.run(kind, table, mapping, mode, session.progress());
        session.progress().clear();
        warnings(result.warnings());
        result.refusals().forEach(console::print);
        summary(result, mode);
        if (result.isClean()) {
            return BookCommand.DONE;
        }
        if (mode == ImportMode.KEEP_GOOD) {
            Path errors = file.resolveSibling(file.getFileName() + ".errors.csv");
            imports.writeErrors(table, result, errors);
            console.remark("The refused rows are in " + errors + ".");
        }
        return BookCommand.REFUSED;
    }

    private void summary(ImportResult result, ImportMode mode) {
        StringBuilder text = new StringBuilder().append(result.rows()).append(result.rows() == 1 ? " row: " : " rows: ")
            .append(result.stored()).append(mode == ImportMode.DRY_RUN ? " would be " : " ").append(stored).append(", ")
            .append(result.unchanged()).append(' ').append(unchanged);
        long refused = result.refusals().stream().filter(refusal -> refusal.place().line() > 1)
            .mapToLong(refusal -> refusal.place().line()).distinct().count();
        if (!result.isClean()) {
            text.append(", ").append(refused).append(" with errors");
            text.append(result.stored() == 0 && mode != ImportMode.DRY_RUN ? "; nothing was stored" : "");
        }
        console.remark(text.toString());
    }

    /** Thousands of warnings help nobody: one line per code, with the first place. */
    private void warnings(List<Refusal> warnings) {
        Map<String, List<Refusal>> byCode = new TreeMap<>();
        for (Refusal warning : warnings) {
            byCode.computeIfAbsent(warning.code().name(), code -> new ArrayList<>()).add(warning);
        }
        byCode.forEach((code, all) -> console.remark("Warning " + Console.text(all.getFirst())
            + (all.size() > 1 ? " And " + (all.size() - 1) + " more of this kind." : "")));
    }

    /** Reads {@code header=column,header=column}; an empty column ignores the header. Empty when that is no mapping. */
    static Optional<Map<String, String>> mapping(List<String> texts) {
        Map<String, String> mapping = new LinkedHashMap<>();
        for (String text : texts) {
            for (String pair : text.split(",")) {
                int equals = pair.lastIndexOf('=');
                if (equals < 0) {
                    return Optional.empty();
                }
                mapping.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
            }
        }
        return Optional.of(mapping);
    }

}
