package org.stockwright.service.ui.internal.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.stockwright.service.DecisionTable;
import org.stockwright.service.DecisionTable.Input;
import org.stockwright.service.DecisionTable.Output;
import org.stockwright.service.DecisionTable.Rule;
import org.stockwright.service.DecisionTable.Sample;
import org.stockwright.service.DecisionTable.Type;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.ui.master.MasterColumn;
import org.stockwright.ui.master.MasterRow;

/** Columns, rules and samples of a decision table as rows of tables, and back. */
@SuppressWarnings("nls")
final class TableRows {

    /** The column that says why a rule is there, or what a sample shows; no input is called so. */
    static final String NOTE = "#note";

    private static final String KIND = "kind";
    private static final String NAME = "name";
    private static final String TYPE = "type";
    private static final String CHOICES = "choices";
    private static final int WIDE = 16;
    private static final List<String> KINDS = List.of(Messages.Rules_condition, Messages.Rules_outcome);
    private static final List<String> TYPES = List.of(Messages.Rules_number, Messages.Rules_text, Messages.Rules_yesNo,
        Messages.Rules_date);

    private TableRows() {
    }

    /**
     * A column of the grid.
     *
     * @param id of its cells: the name, or something that no name is while there is none
     */
    record Col(String id, String name, boolean isInput, Type type, List<String> choices) {
    }

    /** What a new table begins with. */
    static List<MasterRow> fresh() {
        return List.of(row(true, "amount", Type.NUMBER, List.of()), row(false, "decision", Type.TEXT, List.of()));
    }

    private static MasterRow row(boolean isInput, String name, Type type, List<String> choices) {
        return MasterRow.of(KIND, KINDS.get(isInput ? 0 : 1), NAME, name, TYPE, TYPES.get(type.ordinal()), CHOICES,
            String.join(", ", choices));
    }

    static List<MasterColumn> columnColumns() {
        return List.of(MasterColumn.word(KIND, Messages.Rules_kind, 12, KINDS),
            MasterColumn.text(NAME, Messages.Rules_columnName, 22),
            MasterColumn.word(TYPE, Messages.Rules_type, 12, TYPES),
            MasterColumn.text(CHOICES, Messages.Rules_choices, 50).hint(Messages.Rules_choicesHint));
    }

    static List<MasterRow> columns(DecisionTable table) {
        List<MasterRow> rows = new ArrayList<>();
        table.inputs().forEach(one -> rows.add(row(true, one.name(), one.type(), one.choices())));
        table.outputs().forEach(one -> rows.add(row(false, one.name(), one.type(), one.choices())));
        return rows;
    }

    /** The columns that the rows of the tab Columns stand for: conditions first. */
    static List<Col> cols(List<MasterRow> rows) {
        List<Col> inputs = new ArrayList<>();
        List<Col> outputs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            MasterRow row = rows.get(i);
            boolean isInput = KINDS.indexOf(row.get(KIND)) != 1;
            String name = row.get(NAME);
            String id = name.isEmpty() || !names.add(name) ? "#" + i : name;
            List<String> choices = Arrays.stream(row.get(CHOICES).split(",")).map(String::strip)
                .filter(one -> !one.isEmpty()).toList();
            (isInput ? inputs : outputs).add(new Col(id, name, isInput,
                Type.values()[Math.max(0, TYPES.indexOf(row.get(TYPE)))], choices));
        }
        inputs.addAll(outputs);
        return inputs;
    }

    /** The names of columns by the ids of their rows, to see which was given another name. */
    static Map<Long, String> names(List<MasterRow> rows) {
        Map<Long, String> names = new HashMap<>();
        rows.forEach(row -> names.put(Long.valueOf(row.id()), row.get(NAME)));
        return names;
    }

    /** Rows whose cells follow columns that were given other names. */
    static List<MasterRow> renamed(List<MasterRow> rows, Map<String, String> names) {
        return rows.stream().map(row -> {
            Map<String, String> values = new HashMap<>();
            row.values().forEach((column, text) -> values.put(names.getOrDefault(column, column), text));
            return new MasterRow(row.id(), values);
        }).toList();
    }

    static List<MasterColumn> ruleColumns(List<Col> cols) {
        List<MasterColumn> columns = new ArrayList<>();
        cols.forEach(one -> columns.add(MasterColumn.text(one.id(), (one.isInput() ? "" : "→ ") + one.name(), WIDE)
            .hint(one.isInput() ? "-" : "")));
        columns.add(MasterColumn.text(NOTE, Messages.Rules_why, 30));
        return columns;
    }

    static List<MasterColumn> sampleColumns(List<Col> cols) {
        List<MasterColumn> columns = new ArrayList<>();
        columns.add(MasterColumn.text(NOTE, Messages.Rules_sample, 24));
        cols.forEach(
            one -> columns.add(MasterColumn.text(one.id(), (one.isInput() ? "" : "→ ") + one.name(), WIDE)));
        return columns;
    }

    static List<MasterRow> rules(DecisionTable table) {
        return table.rules().stream().map(rule -> {
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < table.inputs().size(); i++) {
                values.put(table.inputs().get(i).name(), rule.conditions().get(i));
            }
            for (int i = 0; i < table.outputs().size(); i++) {
                values.put(table.outputs().get(i).name(), rule.outcomes().get(i));
            }
            values.put(NOTE, rule.note());
            return new MasterRow(0, values);
        }).toList();
    }

    static List<MasterRow> samples(DecisionTable table) {
        return table.samples().stream().map(sample -> {
            Map<String, String> values = new HashMap<>(sample.inputs());
            for (int i = 0; i < table.outputs().size(); i++) {
                int column = i;
                values.put(table.outputs().get(i).name(), sample.outcomes().stream()
                    .map(one -> column < one.size() ? one.get(column) : "").collect(Collectors.joining(" | ")));
            }
            values.put(NOTE, sample.name());
            return new MasterRow(0, values);
        }).toList();
    }

    static List<Input> inputs(List<Col> cols) {
        return cols.stream().filter(Col::isInput).map(one -> new Input(one.name(), one.type(), one.choices())).toList();
    }

    static List<Output> outputs(List<Col> cols) {
        return cols.stream().filter(one -> !one.isInput())
            .map(one -> new Output(one.name(), one.type(), one.choices())).toList();
    }

    static List<Rule> readRules(List<MasterRow> rows, List<Col> cols) {
        return rows.stream()
            .map(row -> new Rule(
                cols.stream().filter(Col::isInput).map(one -> row.get(one.id()).isEmpty() ? "-" : row.get(one.id()))
                    .toList(),
                cols.stream().filter(one -> !one.isInput()).map(one -> row.get(one.id())).toList(), row.get(NOTE)))
            .toList();
    }

    static List<Sample> readSamples(List<MasterRow> rows, List<Col> cols) {
        return rows.stream().map(row -> {
            Map<String, String> inputs = new LinkedHashMap<>();
            List<List<String>> outcomes = new ArrayList<>();
            for (Col one : cols) {
                String cell = row.get(one.id());
                if (!one.isInput()) {
                    spread(cell, outcomes);
                } else if (!cell.isEmpty()) {
                    inputs.put(one.name(), cell);
                }
            }
            return new Sample(row.get(NOTE), inputs, outcomes);
        }).toList();
    }

    /** One value for each rule that decides: {@code a | b} is of two of them. */
    private static void spread(String cell, List<List<String>> outcomes) {
        String[] parts = cell.split("\\|", -1);
        for (int i = 0; i < parts.length; i++) {
            if (outcomes.size() <= i) {
                outcomes.add(new ArrayList<>());
            }
            outcomes.get(i).add(parts[i].strip());
        }
    }

}
