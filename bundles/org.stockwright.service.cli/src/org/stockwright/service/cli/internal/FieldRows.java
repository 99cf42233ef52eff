package org.stockwright.service.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.stockwright.base.Refusal;
import org.stockwright.cli.spi.OpenBook;
import org.stockwright.exchange.Imports;
import org.stockwright.service.LetterTable;
import org.stockwright.service.ServiceRefusal;

/** Files whose columns are the fields of letters. */
final class FieldRows {

    private FieldRows() {
        // only one function
    }

    /** The rows of a file, each with its texts by field; refused when two columns are one field. */
    static List<Map<String, String>> read(OpenBook book, Path file) throws IOException {
        LetterTable table = new LetterTable(book.done(book.service(Imports.class).read(file, book.progress())), "");
        if (!table.sameTwice().isEmpty()) {
            throw book.refuse(table.sameTwice().stream().map(name -> Refusal.of(ServiceRefusal.SAME_FIELD_TWICE, name)
                .hint("Give one of the columns another name.")).toList());
        }
        List<Map<String, String>> rows = new ArrayList<>();
        table.forEach(row -> rows.add(row.data().fields()));
        return rows;
    }

}
