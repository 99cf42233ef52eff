package org.stockwright.service.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.stockwright.cli.spi.OpenBook;
import org.stockwright.cli.spi.WrongUsage;
import org.stockwright.exchange.RowWriter;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.service.DecisionTable;
import org.stockwright.service.DecisionTable.Input;
import org.stockwright.service.DecisionTable.Output;
import org.stockwright.service.DecisionTable.Rule;
import org.stockwright.service.DecisionTable.Sample;
import org.stockwright.service.DecisionTable.Type;

/** Columns, rules and samples of decision tables as people type and file them; what is written can be read again. */
final class TableFiles {

    private static final String NOTE = "note";
    private static final String ANYTHING = "-";
    private static final String SAMPLE = "sample";

    private TableFiles() {
        // only functions
    }

    /** Reads {@code NAME:TYPE} or {@code NAME:TYPE:A|B|C}. */
    static Input input(String text) {
        Column column = column(text, "--input");
        return new Input(column.name(), column.type(), column.choices());
    }

    /** Reads {@code NAME:TYPE} or {@code NAME:TYPE:A|B|C}. */
    static Output output(String text) {
        Column column = column(text, "--output");
        return new Output(column.name(), column.type(), column.choices());
    }

    private record Column(String name, Type type, List<String> choices) {
    }

    private static Column column(String text, String option) {
        String[] parts = text.split(":", 3);
        Optional<Type> type = parts.length < 2 ? Optional.empty()
            : Stream.of(Type.values()).filter(each -> Words.word(each).equals(parts[1].toLowerCase(Locale.ROOT)))
                .findFirst();
        return new Column(parts[0], type.orElseThrow(() -> new WrongUsage(option + " is NAME:TYPE or NAME:TYPE:A|B|C, "
            + "the type one of number, text, yes-no and date: '" + text + "' is not.")),
            parts.length < 3 ? List.of() : List.of(parts[2].split("\\|")));
    }

    private static List<String> columns(List<Input> inputs, List<Output> outputs) {
        return Stream.concat(inputs.stream().map(Input::name), outputs.stream().map(Output::name)).toList();
    }

    private static List<String> cells(ImportRow row, Stream<String> names) {
        return names.map(row::get).toList();
    }

    /** Reads rules: the columns of inputs and outputs, and {@code note}. An empty condition fits anything. */
    static List<Rule> rules(OpenBook book, Path file, List<Input> inputs, List<Output> outputs) throws IOException {
        List<String> known = new ArrayList<>(columns(inputs, outputs));
        known.add(NOTE);
        List<Rule> rules = new ArrayList<>();
        for (ImportRow row : book.read(file, known)) {
            rules.add(new Rule(cells(row, inputs.stream().map(Input::name)).stream()
                .map(cell -> cell.isEmpty() ? ANYTHING : cell).toList(), cells(row, outputs.stream().map(Output::name)),
                row.get(NOTE)));
        }
        return rules;
    }

    /** Writes rules in the columns in which they are read. */
    static void write(OpenBook book, DecisionTable table) throws IOException {
        List<String> known = new ArrayList<>(columns(table.inputs(), table.outputs()));
        known.add(NOTE);
        try (RowWriter rows = book.data("service-rules", known)) {
            for (Rule rule : table.rules()) {
                // a cell that begins with - would be guarded against spreadsheets that calculate
                List<String> cells = new ArrayList<>(
                    rule.conditions().stream().map(cell -> cell.equals(ANYTHING) ? "" : cell).toList());
                cells.addAll(rule.outcomes());
                cells.add(rule.note());
                rows.write(cells.toArray());
            }
        }
    }

    /**
     * Reads samples: {@code sample} and the columns of inputs and outputs. Rows that follow each other with one name are one
     * sample, which several rules decide.
     */
    static List<Sample> samples(OpenBook book, Path file, List<Input> inputs, List<Output> outputs) throws IOException {
        List<String> known = new ArrayList<>(columns(inputs, outputs));
        known.add(SAMPLE);
        List<Sample> samples = new ArrayList<>();
        for (ImportRow row : book.read(file, known)) {
            List<List<String>> outcomes = new ArrayList<>();
            if (!samples.isEmpty() && samples.getLast().name().equals(row.get(SAMPLE))) {
                outcomes.addAll(samples.removeLast().outcomes());
            }
            outcomes.add(cells(row, outputs.stream().map(Output::name)));
            Map<String, String> values = new LinkedHashMap<>();
            inputs.forEach(input -> values.put(input.name(), row.get(input.name())));
            samples.add(new Sample(row.get(SAMPLE), values, outcomes));
        }
        return samples;
    }

}
