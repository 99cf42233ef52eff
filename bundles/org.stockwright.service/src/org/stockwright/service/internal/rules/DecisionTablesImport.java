package org.stockwright.service.internal.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.exchange.spi.FileInstants;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.KeyedImport;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.service.DecisionTable;
import org.stockwright.service.DecisionTable.HitPolicy;
import org.stockwright.service.DecisionTable.Input;
import org.stockwright.service.DecisionTable.Output;
import org.stockwright.service.DecisionTable.Rule;
import org.stockwright.service.DecisionTable.Sample;
import org.stockwright.service.DecisionTables;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Template.State;
import org.stockwright.service.internal.ServiceDays;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/**
 * Decision tables from a file: a rule in a row. They become drafts: the draft that is there is changed, otherwise there is a new
 * version, which has the samples of the one before.
 */
@Component(service = ImportKind.class)
public final class DecisionTablesImport extends KeyedImport<DecisionTable> {

    private static final String TABLE = "table";

    private final DecisionTables tables;
    private final ServiceDays days;

    /** Lives as long as the open book. */
    @Activate
    public DecisionTablesImport(@Reference UnitOfWork work, @Reference DecisionTables tables,
        @Reference CompanyProfiles profiles) {
        super(work, "conditions");
        this.tables = tables;
        this.days = new ServiceDays(profiles);
    }

    @Override
    public String id() {
        return "decision-tables";
    }

    @Override
    public String title() {
        return "Decision Tables";
    }

    @Override
    public String permission() {
        return ServicePermission.TEMPLATES;
    }

    @Override
    protected String keyColumn() {
        return TABLE;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required(TABLE, "code of the table"),
            required("conditions", "one for each input, separated by ;, for example [500..700); DE, FR; -"),
            required("outcomes", "one for each output, separated by ;"), optional("note", "why the rule is there"),
            optional("name", "what people call the table; in its first row"),
            optional("policy", "unique (default), first, priority, collect, sum, min, max or count; in the first row"),
            optional("from", "the first day on which it decides; in the first row"),
            optional("until", "the last such day; default no end"),
            optional("inputs",
                "name and type of each, separated by ;, for example score number; country text: DE, FR; in "
                    + "the first row"),
            optional("outputs", "the same of what is decided; in the first row"));
    }

    @Override
    protected Optional<DecisionTable> request(String key, List<ImportRow> rows, RowErrors errors) {
        int before = errors.count();
        ImportRow first = rows.getFirst();
        for (ImportRow row : rows) {
            for (String column : List.of("name", "policy", "from", "until", "inputs", "outputs")) {
                if (row.has(column) && !row.get(column).equals(first.get(column))) {
                    errors.add(row, column, Refusal.of(ServiceRefusal.BAD_DECLARATION, row.get(column))
                        .hint("It stands in the first row of the table; leave it empty here."));
                }
            }
        }
        Optional<HitPolicy> policy = policy(first, errors);
        Optional<LocalDate> from = day(first, "from", errors);
        if (!first.has("from")) {
            errors.add(first, "from", Refusal.of(ServiceRefusal.BAD_DECLARATION, "")
                .hint("Give the first day on which the table decides."));
        }
        Optional<LocalDate> until = day(first, "until", errors);
        Optional<List<Input>> inputs = columns(first, "inputs", errors);
        Optional<List<Input>> outputs = columns(first, "outputs", errors);
        List<Rule> rules = new ArrayList<>();
        for (ImportRow row : rows) {
            Optional<List<String>> conditions = TableText.conditions(row.get("conditions"));
            Optional<List<String>> outcomes = TableText.outcomes(row.get("outcomes"));
            if (conditions.isEmpty() || outcomes.isEmpty()) {
                errors.add(row, conditions.isEmpty() ? "conditions" : "outcomes",
                    Refusal
                        .of(ServiceRefusal.BAD_DECLARATION, row.get(conditions.isEmpty() ? "conditions" : "outcomes"))
                        .hint("Close the quote."));
            }
            rules.add(new Rule(conditions.orElse(List.of()), outcomes.orElse(List.of()), row.get("note")));
        }
        if (errors.count() > before || policy.isEmpty() || from.isEmpty() || inputs.isEmpty() || outputs.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DecisionTable(key, 0, first.has("name") ? first.get("name") : key, State.DRAFT,
            policy.get(), from.get(), until, inputs.get(), outputs.get().stream()
                .map(column -> new Output(column.name(), column.type(), column.choices())).toList(),
            rules, List.of()));
    }

    private static Optional<HitPolicy> policy(ImportRow row, RowErrors errors) {
        if (!row.has("policy")) {
            return Optional.of(HitPolicy.UNIQUE);
        }
        for (HitPolicy policy : HitPolicy.values()) {
            if (policy.name().equals(row.get("policy").toUpperCase(Locale.ROOT))) {
                return Optional.of(policy);
            }
        }
        errors.add(row, "policy", Refusal.of(ServiceRefusal.BAD_DECLARATION, row.get("policy"))
            .hint("Write unique, first, priority, collect, sum, min, max or count."));
        return Optional.empty();
    }

    private Optional<LocalDate> day(ImportRow row, String column, RowErrors errors) {
        return row.has(column)
            ? errors.value(row, column, new FileInstants(days.zone()).parse(row.get(column))).map(days::of)
            : Optional.empty();
    }

    private static Optional<List<Input>> columns(ImportRow row, String column, RowErrors errors) {
        Optional<List<Input>> columns = TableText.columns(row.get(column));
        if (columns.isEmpty()) {
            errors.add(row, column, Refusal.of(ServiceRefusal.BAD_DECLARATION, row.get(column))
                .hint("Write name and type (number, text, yes-no, date) of each column, separated by ;, with choices "
                    + "behind a colon: score number; country text: DE, FR."));
        }
        return columns;
    }

    @Override
    protected Outcome<Made> make(DecisionTable request) {
        List<DecisionTable> versions = tables.versions(request.code());
        Optional<DecisionTable> newest = versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
        List<Sample> samples = newest.filter(one -> one.inputs().equals(request.inputs())
            && one.outputs().equals(request.outputs())).map(DecisionTable::samples).orElse(List.of());
        DecisionTable draft = of(request, newest.filter(one -> one.state() == State.DRAFT)
            .map(DecisionTable::version).orElse(0), State.DRAFT, samples);
        if (newest.filter(one -> of(draft, one.version(), one.state(), samples).equals(one)).isPresent()) {
            return Outcome.done(new Made(true, List.of()));
        }
        Outcome<DecisionTable> saved = tables.save(draft);
        return saved.isDone() ? Outcome.done(new Made(false, tables.check(saved.value()).value().warnings()))
            : Outcome.refused(saved.refusals());
    }

    private static DecisionTable of(DecisionTable table, int version, State state, List<Sample> samples) {
        return new DecisionTable(table.code(), version, table.name(), state, table.policy(), table.from(),
            table.until(),
            table.inputs(), table.outputs(), table.rules(), samples);
    }

}
