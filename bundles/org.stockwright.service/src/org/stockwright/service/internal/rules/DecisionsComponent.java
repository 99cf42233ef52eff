package org.stockwright.service.internal.rules;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.exchange.ExchangeRefusal;
import org.stockwright.exchange.Exports;
import org.stockwright.exchange.Imports;
import org.stockwright.exchange.RowWriter;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;
import org.stockwright.service.DecisionTable;
import org.stockwright.service.DecisionTable.Input;
import org.stockwright.service.DecisionTable.Output;
import org.stockwright.service.DecisionTable.Rule;
import org.stockwright.service.Decisions;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.internal.ServiceDays;
import org.stockwright.service.internal.rules.Deciding.Case;
import org.stockwright.service.internal.rules.DecisionRows.Use;
import org.stockwright.service.internal.versions.Head;
import org.stockwright.service.internal.versions.Versions;
import org.stockwright.service.internal.versions.Versions.Kind;

/** Decides, and keeps what was decided. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.service.Decisions")
public final class DecisionsComponent implements Decisions, Guarded {

    private final UnitOfWork work;
    private final StockWork races;
    private final Imports imports;
    private final Exports exports;
    private final ServiceDays days;
    private final Deciding deciding;

    /** Lives as long as the open book. */
    @Activate
    public DecisionsComponent(@Reference UnitOfWork work, @Reference StockWork races, @Reference Imports imports,
        @Reference Exports exports, @Reference CompanyProfiles profiles) {
        this.work = work;
        this.races = races;
        this.imports = imports;
        this.exports = exports;
        this.days = new ServiceDays(profiles);
        this.deciding = new Deciding(days);
    }

    @Override
    public Outcome<Decision> decide(String table, Map<String, String> inputs, String key) {
        return races.write(step -> {
            step.transaction().changes(Topic.DOCUMENTS);
            return deciding.decide(step.transaction(), table, List.of(new Case(key, inputs))).getFirst();
        });
    }

    @Override
    public Outcome<Decision> tryOut(String table, Optional<Integer> version, Map<String, String> inputs) {
        return work.read(transaction -> {
            Outcome<Head> head = version.isPresent()
                ? new Versions(transaction, Kind.DECISION).find(table, version.get())
                : deciding.today(transaction, table);
            return head.isDone()
                ? deciding.tryOut(transaction, head.value(), List.of(new Case("", inputs))).getFirst()
                : Outcome.refused(head.refusals());
        });
    }

    @Override
    public Outcome<Decision> tryOut(DecisionTable table, Map<String, String> inputs) {
        return ReadTable.of(table).then(read -> work.read(transaction -> Deciding.tried(read, "", inputs,
            transaction.now(), transaction.user())));
    }

    @Override
    public Outcome<Many> decideFile(String table, Path cases, Optional<OutputStream> result, FileMode mode,
        Progress progress) throws IOException {
        Outcome<DecisionTable> today = work.read(transaction -> {
            Outcome<Head> head = deciding.today(transaction, table);
            return head.isDone() ? Outcome.done(deciding.table(transaction, head.value()).table())
                : Outcome.refused(head.refusals());
        });
        if (!today.isDone()) {
            return Outcome.refused(today.refusals());
        }
        if (mode == FileMode.KEEP_GOOD) {
            return run(today.value(), cases, result, part -> keep(table, part, true), progress);
        }
        boolean keeps = mode == FileMode.ALL_OR_NOTHING;
        Outcome<Many> looked = look(today.value(), cases, keeps ? Optional.empty() : result, keeps, progress);
        return !keeps || !looked.isDone() || looked.value().refused() > 0 ? looked
            : run(today.value(), cases, result, part -> keep(table, part, false), progress);
    }

    /** Looks at all cases and keeps nothing. */
    private Outcome<Many> look(DecisionTable table, Path file, Optional<OutputStream> result, boolean withKeys,
        Progress progress) throws IOException {
        KeyMarks marks = new KeyMarks();
        try (Closing writer = new Closing(
            result.isEmpty() ? Optional.empty() : Optional.of(open(table, result.get())))) {
            ManyCases cases = cases(table, part -> tryAll(table.code(), part, withKeys), writer.writer(), progress);
            Outcome<List<String>> header = imports.each(file, row -> {
                cases.take(row);
                if (withKeys) {
                    marks.add(row.get(KEY));
                }
            }, progress);
            cases.finish();
            Optional<Outcome<Many>> bad = bad(table, header, withKeys);
            if (bad.isPresent()) {
                return bad.get();
            }
            Set<Long> twice = withKeys ? marks.twice() : Set.of();
            if (!twice.isEmpty()) {
                Set<Long> met = new HashSet<>();
                imports.each(file, row -> again(row, twice, met, cases), progress);
            }
            return Outcome.done(cases.told(!withKeys));
        }
    }

    private static void again(ImportRow row, Set<Long> twice, Set<Long> met, ManyCases cases) {
        long mark = KeyMarks.of(row.get(KEY));
        if (twice.contains(mark) && !met.add(mark)) {
            cases.refuse(row, Refusal.of(ServiceRefusal.DECISION_KEY_USED, row.get(KEY))
                .hint("It stands in the file before; delete one of the two rows, or give another key."));
        }
    }

    private Outcome<Many> run(DecisionTable table, Path file, Optional<OutputStream> result,
        Function<List<Case>, List<Outcome<Decision>>> keeping, Progress progress) throws IOException {
        try (Closing writer = new Closing(
            result.isEmpty() ? Optional.empty() : Optional.of(open(table, result.get())))) {
            ManyCases cases = cases(table, keeping, writer.writer(), progress);
            Outcome<List<String>> header = imports.each(file, cases::take, progress);
            cases.finish();
            return bad(table, header, true).orElseGet(() -> Outcome.done(cases.told(true)));
        }
    }

    private static ManyCases cases(DecisionTable table, Function<List<Case>, List<Outcome<Decision>>> deciding,
        Optional<RowWriter> writer, Progress progress) {
        return new ManyCases(table.inputs().stream().map(Input::name).toList(), deciding, writer, progress);
    }

    private RowWriter open(DecisionTable table, OutputStream result) throws IOException {
        return exports.open("decisions", ManyCases.columns(table.outputs().stream().map(Output::name).toList()),
            Exports.Format.CSV, result);
    }

    /** Ends the table that is written, if there is one. */
    private record Closing(Optional<RowWriter> writer) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            if (writer.isPresent()) {
                writer.get().close();
            }
        }

    }

    /** What is wrong with the file as a whole. */
    private static Optional<Outcome<Many>> bad(DecisionTable table, Outcome<List<String>> header, boolean withKeys) {
        if (!header.isDone()) {
            return Optional.of(Outcome.refused(header.refusals()));
        }
        List<Refusal> missing = Stream.concat(withKeys ? Stream.of(KEY) : Stream.empty(),
            table.inputs().stream().map(Input::name)).filter(name -> !header.value().contains(name))
            .map(name -> Refusal.of(ExchangeRefusal.MISSING_COLUMN, name)
                .hint("The table " + table.code() + " asks for it."))
            .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(Outcome.refused(missing));
    }

    private List<Outcome<Decision>> tryAll(String table, List<Case> part, boolean withKeys) {
        if (withKeys) {
            List<Outcome<Decision>> outcomes = new ArrayList<>();
            // what deciding would say, keys of earlier decisions included; nothing is stored
            races.attempt(step -> {
                outcomes.clear();
                outcomes.addAll(deciding.decide(step.transaction(), table, part));
                return Outcome.done(part.size());
            });
            return outcomes;
        }
        return work.read(transaction -> {
            Outcome<Head> head = deciding.today(transaction, table);
            return head.isDone() ? deciding.tryOut(transaction, head.value(), part)
                : part.stream().<Outcome<Decision>>map(one -> Outcome.refused(head.refusals())).toList();
        });
    }

    private List<Outcome<Decision>> keep(String table, List<Case> part, boolean keepsGood) {
        List<Outcome<Decision>> outcomes = new ArrayList<>();
        Outcome<Integer> stored = races.write(step -> {
            outcomes.clear();
            outcomes.addAll(deciding.decide(step.transaction(), table, part));
            step.transaction().changes(Topic.DOCUMENTS);
            List<Refusal> refusals = outcomes.stream().flatMap(one -> one.refusals().stream()).toList();
            return keepsGood || refusals.isEmpty() ? Outcome.done(part.size()) : Outcome.refused(refusals);
        });
        // of a part with one that is refused now, although it was not before, nothing is kept
        return stored.isDone() ? outcomes
            : outcomes.isEmpty() || outcomes.stream().allMatch(Outcome::isDone)
                ? part.stream().<Outcome<Decision>>map(one -> Outcome.refused(stored.refusals())).toList()
                : outcomes.stream().map(one -> one.isDone() ? Outcome.<Decision>refused(stored.refusals().getFirst())
                    : one).toList();
    }

    @Override
    public Optional<Decision> find(String key) {
        return work.read(transaction -> deciding.told(transaction,
            List.copyOf(new DecisionRows(transaction).byKeys(List.of(key)).values())).stream().findFirst());
    }

    @Override
    public List<Decision> log(String table, LocalDate from, LocalDate until, int limit) {
        return work.read(transaction -> deciding.told(transaction, new DecisionRows(transaction).newest(table,
            days.begin(from), days.begin(until.plusDays(1)), limit)));
    }

    @Override
    public List<RuleUse> byRule(String table, LocalDate from, LocalDate until) {
        return work.read(transaction -> {
            Map<Long, Map<Integer, Use>> uses = new DecisionRows(transaction).uses(table, days.begin(from),
                days.begin(until.plusDays(1)));
            Versions versions = new Versions(transaction, Kind.DECISION);
            List<RuleUse> result = new ArrayList<>();
            for (Head head : table.isEmpty() ? versions.all() : versions.of(table)) {
                if (uses.containsKey(head.id())) {
                    add(deciding.table(transaction, head).table(), uses.getOrDefault(head.id(), Map.of()), result);
                }
            }
            return result;
        });
    }

    private static void add(DecisionTable table, Map<Integer, Use> uses, List<RuleUse> result) {
        long decisions = uses.getOrDefault(0, new Use(0, Instant.EPOCH)).count();
        for (int i = 0; i < table.rules().size(); i++) {
            Rule rule = table.rules().get(i);
            Optional<Use> use = Optional.ofNullable(uses.get(i + 1));
            result.add(new RuleUse(table.code(), table.version(), i + 1, rule.note(), rule.outcomes(),
                use.map(Use::count).orElse(0L), decisions, use.map(Use::last)));
        }
    }

}
