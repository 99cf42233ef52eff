package org.stockwright.valuation.internal.scenarios;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The headings and tables of a page; the prose around them is for people. */
final class Markdown {

    private static final String DIFFERENCE = "Known difference:";
    private static final String ORDER = "Order of entry: as written";

    private final String file;
    private final List<Table> tables = new ArrayList<>();
    private final List<String> sections = new ArrayList<>();
    private String title = "";
    private boolean asWritten;
    private boolean different;
    private String section = "";
    private Table open;

    /** Reads a page, line by line. */
    Markdown(String file, List<String> lines) {
        this.file = file;
        for (int i = 0; i < lines.size(); i++) {
            take(lines.get(i).strip(), i + 1);
        }
    }

    String title() {
        return title;
    }

    /** Whether the page says that its steps can only be entered in the order in which they are written. */
    boolean isAsWritten() {
        return asWritten;
    }

    /** Whether the page says that the program does not do yet what it explains. */
    boolean isDifferent() {
        return different;
    }

    /** The headings of the second level. */
    List<String> sections() {
        return sections;
    }

    /** All tables below a heading of the second level. */
    List<Table> tables(String heading) {
        return tables.stream().filter(table -> table.section().equals(heading)).toList();
    }

    private void take(String line, int number) {
        if (line.startsWith("|")) {
            row(cells(line), number);
            return;
        }
        open = null;
        if (line.startsWith("## ")) {
            section = line.substring(3).strip();
            sections.add(section);
        } else if (line.startsWith("# ")) {
            title = line.substring(2).strip();
        } else if (line.startsWith(ORDER)) {
            asWritten = true;
        } else if (line.startsWith(DIFFERENCE)) {
            different = true;
        }
    }

    private static List<String> cells(String line) {
        String inner = line.endsWith("|") ? line.substring(1, line.length() - 1) : line.substring(1);
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }

    private void row(List<String> cells, int number) {
        if (open == null) {
            open = new Table(file, section, number, cells, new ArrayList<>());
            tables.add(open);
            return;
        }
        if (cells.stream().allMatch(cell -> cell.matches(":?-+:?"))) {
            return;
        }
        if (cells.size() != open.columns().size()) {
            throw new BadScenario(file, number, cells.size() + " cells below " + open.columns().size() + " columns");
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(open.columns().get(i), cells.get(i));
        }
        open.rows().add(new Table.Row(file, number, row));
    }

}
