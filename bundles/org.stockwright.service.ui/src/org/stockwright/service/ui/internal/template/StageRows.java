package org.stockwright.service.ui.internal.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.stockwright.base.Contributions;
import org.stockwright.base.Decimals;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.documents.ui.Figures;
import org.stockwright.ledger.ui.TypedParts;
import org.stockwright.service.Performer;
import org.stockwright.service.Stage;
import org.stockwright.service.Stage.Automation;
import org.stockwright.service.Stage.Material;
import org.stockwright.service.Stage.Need;
import org.stockwright.service.spi.StageAutomation;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.ui.CodeField.Choice;
import org.stockwright.ui.Services;
import org.stockwright.ui.master.MasterColumn;
import org.stockwright.ui.master.MasterRow;

/** Stages as the rows of a table. */
@SuppressWarnings("nls")
final class StageRows {

    private static final List<String> PERFORMERS = List.of(Messages.Stage_staff, Messages.Stage_client,
        Messages.Stage_automation);
    private static final int MOST = 20;

    private StageRows() {
    }

    /** From left to right. */
    static List<MasterColumn> columns() {
        return List.of(MasterColumn.text("code", Messages.Stage_code, 11),
            MasterColumn.text("name", Messages.Stage_name, 26),
            MasterColumn.word("performer", Messages.Stage_performer, 11, PERFORMERS),
            MasterColumn.number("minutes", Messages.Stage_minutes, 8),
            MasterColumn.number("cost", Messages.Stage_cost, 8),
            MasterColumn.number("validity", Messages.Stage_validity, 10).hint(Messages.Stage_validityHint),
            MasterColumn.number("due", Messages.Stage_due, 9),
            MasterColumn.text("materials", Messages.Stage_materials, 18).hint(Messages.Stage_materialsHint),
            MasterColumn.text("needs", Messages.Stage_needs, 15).hint(Messages.Stage_needsHint),
            MasterColumn.code("automation", Messages.Stage_does, 18, StageRows::automations)
                .hint(Messages.Stage_doesHint),
            MasterColumn.text("gate", Messages.Stage_gate, 24));
    }

    private static List<Choice<String>> automations(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return Services.find(StageRows.class, Contributions.class).stream()
            .flatMap(guard -> Services.findAll(StageRows.class, StageAutomation.class).stream()
                .map(kind -> guard.ask(kind, StageRows::choices)))
            .filter(Outcome::isDone).flatMap(choices -> choices.value().stream())
            .filter(choice -> (choice.code() + ' ' + choice.label()).toLowerCase(Locale.ROOT).contains(wanted))
            .limit(MOST).toList();
    }

    private static List<Choice<String>> choices(StageAutomation kind) {
        return kind.choices().stream().map(choice -> {
            String code = kind.kind() + ':' + choice.code();
            return new Choice<>(code, code, choice.title());
        }).toList();
    }

    /** A stage as a row. Reads master data: called in a job. */
    static MasterRow of(Stage stage, Items items) {
        return MasterRow.of("code", stage.code(), "name", stage.name(), "performer",
            PERFORMERS.get(stage.performer().ordinal()), "minutes", Figures.text(stage.minutes()), "cost",
            Figures.text(stage.cost()), "validity", stage.validityDays().map(String::valueOf).orElse(""), "due",
            stage.dueMinutes().map(Figures::text).orElse(""), "materials",
            stage.materials().stream()
                .map(one -> items.get(one.item()).map(Item::code).orElse("?") + ' ' + Figures.text(one.quantity()))
                .collect(Collectors.joining("; ")),
            "needs", stage.needs().stream().map(one -> one.pool() + ' ' + Figures.text(one.minutes()))
                .collect(Collectors.joining("; ")),
            "automation", stage.automation().map(one -> one.kind() + ':' + one.code()).orElse(""), "gate",
            stage.gate());
    }

    /** The stage of a row; what is wrong is gathered. */
    static Stage read(TypedParts typed, MasterRow row, int line) {
        List<Material> materials = new ArrayList<>();
        for (Part part : parts(row.get("materials"))) {
            BigDecimal quantity = typed.take(part.amount(), line, "materials").orElse(BigDecimal.ZERO);
            typed.item(part.name(), line, "materials").map(Item::id)
                .ifPresent(item -> materials.add(new Material(item, quantity)));
        }
        List<Need> needs = new ArrayList<>();
        for (Part part : parts(row.get("needs"))) {
            needs.add(new Need(part.name(), typed.take(part.amount(), line, "needs").orElse(BigDecimal.ZERO)));
        }
        return new Stage(row.get("code"), row.get("name"), performer(row), automation(row.get("automation")),
            typed.number(row.get("minutes"), line, "minutes").orElse(BigDecimal.ZERO),
            typed.number(row.get("cost"), line, "cost").orElse(BigDecimal.ZERO),
            typed.whole(row.get("validity"), line, "validity"), row.get("gate"),
            typed.number(row.get("due"), line, "due"), materials, needs);
    }

    private static Performer performer(MasterRow row) {
        return Performer.values()[Math.max(0, PERFORMERS.indexOf(row.get("performer")))];
    }

    private static Optional<Automation> automation(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int colon = text.indexOf(':');
        return Optional.of(new Automation(text.substring(0, Math.max(0, colon)).strip(),
            text.substring(colon + 1).strip()));
    }

    /** What stands before and behind the last blank of {@code PAPER 2}. */
    private record Part(String name, Outcome<BigDecimal> amount) {
    }

    private static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        for (String piece : text.split(";")) {
            String part = piece.strip();
            int blank = part.lastIndexOf(' ');
            if (blank > 0) {
                parts.add(new Part(part.substring(0, blank).strip(), Decimals.parse(part.substring(blank + 1))));
            } else if (!part.isEmpty()) {
                parts.add(new Part(part, Outcome.done(BigDecimal.ONE)));
            }
        }
        return parts;
    }

    /** A row as the diagram draws it. */
    static StageDiagram.Box box(MasterRow row) {
        String name = row.get("name").isEmpty() ? row.get("code") : row.get("name");
        String minutes = row.get("minutes").isEmpty() ? "0" : row.get("minutes");
        return new StageDiagram.Box(name, NLS.bind(Messages.Stage_about, row.get("performer"), minutes));
    }

    /** How many stages can be done ahead: those before the first one that the customer does. */
    static int most(List<MasterRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (performer(rows.get(i)) == Performer.CLIENT) {
                return i;
            }
        }
        return rows.size();
    }

}
