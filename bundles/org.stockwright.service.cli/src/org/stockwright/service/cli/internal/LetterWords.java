package org.stockwright.service.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.stockwright.base.Refusal;
import org.stockwright.cli.spi.OpenBook;
import org.stockwright.exchange.Imports;
import org.stockwright.service.LetterData;
import org.stockwright.service.LetterTable;
import org.stockwright.service.ServiceRefusal;

import picocli.CommandLine.Option;

/** What a letter says, as it is given at the command line: texts, and tables from files. */
final class LetterWords {

    @Option(names = "--data", paramLabel = "NAME=VALUE", description = "what the letter says; may be repeated; a draft and its preview keep the sample without it")
    List<String> data = List.of();

    @Option(names = "--table", paramLabel = "NAME=FILE", description = "the rows of a table of the letter, from a CSV or XLSX file; may be repeated")
    List<String> tables = List.of();

    /** Refuses what is not written as it should be. */
    void check() {
        Words.pairs(data, "--data");
        Words.pairs(tables, "--table");
    }

    /** Whether nothing is given. */
    boolean isEmpty() {
        return data.isEmpty() && tables.isEmpty();
    }

    /** Reads it. */
    LetterData read(OpenBook book) throws IOException {
        Map<String, List<Map<String, String>>> read = new LinkedHashMap<>();
        for (Map.Entry<String, String> one : Words.pairs(tables, "--table").entrySet()) {
            read.put(one.getKey(), rows(book, Path.of(one.getValue())));
        }
        return new LetterData(Words.pairs(data, "--data"), read);
    }

    private static List<Map<String, String>> rows(OpenBook book, Path file) throws IOException {
        LetterTable table = new LetterTable(book.done(book.service(Imports.class).read(file, book.progress())), "");
        Set<String> twice = table.sameTwice();
        if (!twice.isEmpty()) {
            throw book.refuse(Refusal.of(ServiceRefusal.SAME_FIELD_TWICE, String.join(", ", twice))
                .hint("Give one of them another name."));
        }
        List<Map<String, String>> rows = new ArrayList<>();
        table.forEach(row -> rows.add(row.data().fields()));
        return rows;
    }

}
