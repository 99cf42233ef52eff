package org.stockwright.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;

/** Reads the foreign CSV files and writes ours. */
final class CsvFiles {

    private CsvFiles() {
    }

    static List<NamedCsvRecord> read(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }

    static Path write(Path file, List<String> header, List<String[]> rows) throws IOException {
        Files.createDirectories(file.getParent());
        try (CsvWriter writer = CsvWriter.builder().build(file)) {
            writer.writeRecord(header);
            for (String[] row : rows) {
                writer.writeRecord(row);
            }
        }
        return file;
    }

}
