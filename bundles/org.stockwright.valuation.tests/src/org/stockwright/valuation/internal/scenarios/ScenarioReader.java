package org.stockwright.valuation.internal.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads scenarios. What it does not know, it refuses: a word that is misspelt must not go unnoticed. */
final class ScenarioReader {

    private static final Set<String> SECTIONS = Set.of("Given", "Steps", "By hand", "Expected", "Limits");
    private static final String REFUSED = ": refused ";

    private final String file;
    private final Markdown page;

    private ScenarioReader(String file, List<String> lines) {
        this.file = file;
        this.page = new Markdown(file, lines);
    }

    static Scenario read(Path path) {
        try {
            return read(path.getFileName().toString(), Files.readAllLines(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Scenario read(String file, List<String> lines) {
        return new ScenarioReader(file, lines).scenario();
    }

    private Scenario scenario() {
        for (String section : page.sections()) {
            if (!SECTIONS.contains(section)) {
                throw new BadScenario(file, 1, "the section '" + section + "' is not known");
            }
        }
        List<Table.Row> settings = new ArrayList<>();
        List<Table.Row> sites = new ArrayList<>();
        List<Table.Row> transits = new ArrayList<>();
        List<Table.Row> groups = new ArrayList<>();
        List<Table.Row> items = new ArrayList<>();
        List<Table.Row> rules = new ArrayList<>();
        for (Table table : page.tables("Given")) {
            given(table, settings, sites, transits, groups, items, rules);
        }
        List<Step> steps = new ArrayList<>();
        for (Table table : page.tables("Steps")) {
            table.expect(List.of("Day", "What"), List.of("Document", "Item", "Lot", "Quantity", "Unit cost", "From",
                "To", "Reference"));
            steps.addAll(steps(table));
        }
        if (items.isEmpty() || steps.isEmpty()) {
            throw new BadScenario(file, 1, "it has no items or no steps");
        }
        List<Table> expected = page.tables("Expected");
        if (expected.isEmpty()) {
            throw new BadScenario(file, 1, "it expects nothing");
        }
        expected.forEach(Expectation::of);
        return new Scenario(file, page.title(), page.isAsWritten(), page.isDifferent(), settings, sites, transits,
            groups,
            items,
            rules, steps,
            expected);
    }

    private static void given(Table table, List<Table.Row> settings, List<Table.Row> sites,
        List<Table.Row> transits, List<Table.Row> groups, List<Table.Row> items, List<Table.Row> rules) {
        if (table.columns().contains("Setting")) {
            table.expect(List.of("Setting", "Value"), List.of());
            settings.addAll(table.rows());
        } else if (table.columns().contains("Site")) {
            table.expect(List.of("Site"), List.of());
            sites.addAll(table.rows());
        } else if (table.columns().contains("Transit")) {
            table.expect(List.of("Transit"), List.of("Terms"));
            transits.addAll(table.rows());
        } else if (table.columns().contains("Group")) {
            table.expect(List.of("Item", "Lot", "Group"), List.of());
            groups.addAll(table.rows());
        } else if (table.columns().contains("Side")) {
            table.expect(List.of("Category", "Side", "Account"), List.of());
            rules.addAll(table.rows());
        } else {
            table.expect(List.of("Item"), List.of("Unit", "Tracking", "Standard cost", "Category"));
            items.addAll(table.rows());
        }
    }

    /** Rows of the same document that follow each other are one posting. */
    private static List<Step> steps(Table table) {
        List<Step> result = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            Step step = step(row);
            Step last = result.isEmpty() ? null : result.get(result.size() - 1);
            if (last != null && step.verb().movesGoods() && step.document().equals(last.document())) {
                if (!step.effective().equals(last.effective())
                    || !row.text("Reference").equals(last.row().text("Reference"))) {
                    throw row.wrong("the lines of a document have one instant and one reference");
                }
                List<Table.Row> rows = new ArrayList<>(last.rows());
                rows.add(row);
                result.set(result.size() - 1, new Step(last.verb(), last.argument(), last.refusal(), last.effective(),
                    last.document(), rows));
            } else {
                result.add(step);
            }
        }
        return result;
    }

    private static Step step(Table.Row row) {
        String what = row.needed("What");
        int cut = what.indexOf(REFUSED);
        String sentence = cut < 0 ? what : what.substring(0, cut);
        Verb verb = Verb.of(sentence).orElseThrow(() -> row.wrong("'" + sentence + "' is nothing that happens"));
        String argument = sentence.substring(verb.word().length()).strip();
        if (verb.movesGoods() && !argument.isEmpty()) {
            throw row.wrong("'" + argument + "' behind '" + verb.word() + "' is not known");
        }
        if (verb.movesGoods()) {
            row.needed("Document");
            row.needed("Item");
            row.needed("Quantity");
        }
        return new Step(verb, argument, cut < 0 ? "" : what.substring(cut + REFUSED.length()),
            Days.instant(row, "Day"), row.text("Document"), List.of(row));
    }

}
