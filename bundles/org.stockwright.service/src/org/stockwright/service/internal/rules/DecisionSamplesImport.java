package org.stockwright.service.internal.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.KeyedImport;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.service.DecisionTable;
import org.stockwright.service.DecisionTable.Sample;
import org.stockwright.service.DecisionTables;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Template.State;
import org.stockwright.service.internal.versions.Versions.Kind;

import static org.stockwright.exchange.spi.ImportColumn.required;

/** Cases whose outcome is known, from a file: they join the samples of the newest version of a table, which is a draft. */
@Component(service = ImportKind.class)
public final class DecisionSamplesImport extends KeyedImport<DecisionSamplesImport.Samples> {

    private static final String TABLE = "table";
    private static final String SAMPLE = "sample";

    private final DecisionTables tables;

    /** Lives as long as the open book. */
    @Activate
    public DecisionSamplesImport(@Reference UnitOfWork work, @Reference DecisionTables tables) {
        super(work, SAMPLE);
        this.tables = tables;
    }

    @Override
    public String id() {
        return "decision-samples";
    }

    @Override
    public String title() {
        return "Decision Samples";
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
        return List.of(required(TABLE, "code of the table"), required(SAMPLE, "what the case shows"),
            required("inputs", "what is known of it, for example score=650; country=DE"),
            required("outcomes", "what should be decided, separated by ;; of several rules separated by |"));
    }

    /**
     * The samples of a table.
     *
     * @param table its code
     * @param samples in the order of the rows
     */
    record Samples(String table, List<Sample> samples) {
    }

    @Override
    protected Optional<Samples> request(String key, List<ImportRow> rows, RowErrors errors) {
        int before = errors.count();
        List<Sample> samples = new ArrayList<>();
        for (ImportRow row : rows) {
            Optional<Map<String, String>> inputs = TableText.named(row.get("inputs"));
            Optional<List<List<String>>> outcomes = TableText.outcomesOfRules(row.get("outcomes"));
            if (inputs.isEmpty()) {
                errors.add(row, "inputs", Refusal.of(ServiceRefusal.BAD_SAMPLE, row.get(SAMPLE))
                    .hint("Write name=value for each input, separated by ;."));
            }
            if (outcomes.isEmpty()) {
                errors.add(row, "outcomes", Refusal.of(ServiceRefusal.BAD_SAMPLE, row.get(SAMPLE))
                    .hint("Close the quote."));
            }
            samples.add(new Sample(row.get(SAMPLE), inputs.orElse(Map.of()), outcomes.orElse(List.of())));
        }
        return errors.count() == before ? Optional.of(new Samples(key, samples)) : Optional.empty();
    }

    @Override
    protected Outcome<Made> make(Samples request) {
        List<DecisionTable> versions = tables.versions(request.table());
        if (versions.isEmpty()) {
            return Outcome.refused(Kind.DECISION.unknown(request.table(), 0));
        }
        DecisionTable newest = versions.getLast();
        Map<String, Sample> samples = new LinkedHashMap<>();
        newest.samples().forEach(sample -> samples.put(sample.name(), sample));
        request.samples().forEach(sample -> samples.put(sample.name(), sample));
        List<Sample> all = List.copyOf(samples.values());
        if (all.equals(newest.samples())) {
            return Outcome.done(new Made(true, List.of()));
        }
        if (newest.state() != State.DRAFT) {
            return Outcome.refused(Refusal.of(ServiceRefusal.NOT_A_DRAFT, newest.code(), newest.version())
                .hint("Make a new version of the table first."));
        }
        Outcome<DecisionTable> saved = tables.save(new DecisionTable(newest.code(), newest.version(), newest.name(),
            newest.state(), newest.policy(), newest.from(), newest.until(), newest.inputs(), newest.outputs(),
            newest.rules(), all));
        List<String> rows = request.samples().stream().map(Sample::name).toList();
        return saved.isDone() ? Outcome.done(new Made(false, List.of()))
            : Outcome.refused(saved.refusals().stream().map(refusal -> {
                int line = (int) refusal.place().line();
                String name = line >= 1 && line <= all.size() ? all.get(line - 1).name() : "";
                return refusal.at(Place.line(Math.max(1, rows.indexOf(name) + 1L)));
            }).toList());
    }

}
