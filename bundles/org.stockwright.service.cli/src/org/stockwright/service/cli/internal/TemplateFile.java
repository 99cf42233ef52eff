package org.stockwright.service.cli.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

import org.stockwright.cli.spi.OpenBook;
import org.stockwright.exchange.RowWriter;
import org.stockwright.service.Stage;
import org.stockwright.service.Template;

/** A template as rows of a file, one for each stage, that {@code import service-templates} reads again. */
final class TemplateFile {

    private static final List<String> COLUMNS = List.of("template", "name", "service", "stored", "queue", "valid_from",
        "valid_until", "boundary", "minimum", "target", "under_cost", "over_cost", "stage", "stage_name", "performer",
        "automation", "minutes", "cost", "validity_days", "gate", "due_minutes", "materials", "needs");

    private TemplateFile() {
        // only one function
    }

    static void write(OpenBook book, Template template) throws IOException {
        try (RowWriter rows = book.data("service-template", COLUMNS)) {
            for (Stage stage : template.stages()) {
                rows.write(template.code(), template.name(), Words.code(book, template.service()),
                    template.stored().map(item -> Words.code(book, item)).orElse(""),
                    Words.code(book, template.queue()), template.from(), template.until().orElse(null),
                    template.boundary(), template.replenishment().minimum(), template.replenishment().target(),
                    template.mismatch().under(), template.mismatch().over().orElse(null), stage.code(), stage.name(),
                    Words.word(stage.performer()),
                    stage.automation().map(automation -> automation.kind() + ":" + automation.code()).orElse(""),
                    stage.minutes(), stage.cost(), stage.validityDays().orElse(null), stage.gate(),
                    stage.dueMinutes().orElse(null),
                    Words.numbers(stage.materials().stream().<Entry<String, BigDecimal>>map(
                        material -> Map.entry(Words.code(book, material.item()), material.quantity())).toList()),
                    Words.numbers(stage.needs().stream().<Entry<String, BigDecimal>>map(
                        need -> Map.entry(need.pool(), need.minutes())).toList()));
            }
        }
    }

}
