package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.base.Refusal;
import org.stockwright.exchange.ExchangeRefusal;
import org.stockwright.exchange.Imports;
import org.stockwright.exchange.SourceTable;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.Nearest;

/** Rows of a file that a command reads itself: its columns are found by name, in any order. */
final class FileRows {

    private FileRows() {
        // only one function
    }

    /**
     * The rows.
     *
     * @param known the columns that it may have
     * @param refusals takes one for each column that nobody knows
     */
    static List<ImportRow> read(Session session, Path file, Collection<String> known, List<Refusal> refusals)
        throws IOException {
        SourceTable table = RefusedException.orRefuse(session.service(Imports.class).read(file, session.progress()));
        Map<String, Integer> positions = new HashMap<>();
        Nearest nearest = new Nearest();
        for (String column : table.header()) {
            if (!known.contains(column)) {
                refusals.add(Refusal.of(ExchangeRefusal.UNKNOWN_COLUMN, column)
                    .hint(nearest.hint(column, known, "Known are " + String.join(", ", known) + "."))
                    .at(new Refusal.Place(table.source(), 1, column)));
            }
            positions.put(column, positions.size());
        }
        List<ImportRow> rows = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            rows.add(new ImportRow(table.source(), table.lines()[i], positions, table.rows().get(i)));
        }
        return rows;
    }

}
