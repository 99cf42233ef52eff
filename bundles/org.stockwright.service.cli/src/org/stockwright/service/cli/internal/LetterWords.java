package org.stockwright.service.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.cli.spi.OpenBook;
import org.stockwright.service.LetterData;

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
            read.put(one.getKey(), FieldRows.read(book, Path.of(one.getValue())));
        }
        return new LetterData(Words.pairs(data, "--data"), read);
    }

}
