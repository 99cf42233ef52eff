package org.stockwright.service.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import org.stockwright.base.Refusal;
import org.stockwright.cli.spi.BookTask;
import org.stockwright.cli.spi.CommandEntry;
import org.stockwright.cli.spi.CommandEntry.Noun;
import org.stockwright.cli.spi.OpenBook;
import org.stockwright.cli.spi.WrongUsage;
import org.stockwright.exchange.RowWriter;
import org.stockwright.exchange.spi.WholeFile;
import org.stockwright.service.DecisionTable;
import org.stockwright.service.DecisionTable.HitPolicy;
import org.stockwright.service.DecisionTable.Input;
import org.stockwright.service.DecisionTable.Output;
import org.stockwright.service.DecisionTables;
import org.stockwright.service.DecisionTables.Checked;
import org.stockwright.service.Decisions;
import org.stockwright.service.Decisions.Decision;
import org.stockwright.service.Decisions.FileMode;
import org.stockwright.service.Decisions.Many;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Template.State;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decision tables, and cases that are decided by them. */
final class DecideTasks {

    private static final VersionChange.Versioned<DecisionTables, DecisionTable> VERSIONS = new VersionChange.Versioned<>(
        DecisionTables.class,
        (book, code, typed) -> version(book, code, typed).version(), DecideTasks::printTables, DecisionTables::approve,
        DecisionTables::discard, DecisionTables::retire);

    private static final int USUAL_DAYS = 90;

    private DecideTasks() {
        // only tasks
    }

    static Noun noun() {
        return CommandEntry.noun("decide", "Decides cases by preset rules, and keeps the decision tables.",
            "stockwright service decide make CREDIT --input score=700 --key D-1 --db ./acme", new Make(), new Try(),
            new OfFile(), new Log(), new ByRule(), new Tables(), new Rules(), new Draft(), new Check(), new Approve(),
            new Discard(), new Retire());
    }

    private static void print(OpenBook book, List<Decision> decisions) throws IOException {
        try (RowWriter rows = book.data("service-decisions", List.of("key", "table", "version", "rules", "outcome",
            "reasons", "inputs", "at", "user", "repeated"))) {
            for (Decision one : decisions) {
                rows.write(one.key(), one.table(), one.version(),
                    one.rules().stream().map(String::valueOf).collect(Collectors.joining("|")), one.sentence(),
                    String.join("|", one.reasons()), Words.texts(one.inputs()), one.at(), one.by(), one.repeated());
            }
        }
    }

    private static void printTables(OpenBook book, List<DecisionTable> tables) throws IOException {
        try (
            RowWriter rows = book.data("service-decision-tables", List.of("table", "version", "state", "name", "policy",
                "from", "until", "inputs", "outputs"))) {
            for (DecisionTable one : tables) {
                rows.write(one.code(), one.version(), Words.word(one.state()), one.name(), Words.word(one.policy()),
                    one.from(), one.until().orElse(null),
                    one.inputs().stream().map(Input::name).collect(Collectors.joining("|")),
                    one.outputs().stream().map(Output::name).collect(Collectors.joining("|")));
            }
        }
    }

    /** The version that was asked for; without one the newest. */
    private static DecisionTable version(OpenBook book, String code, Integer version) {
        DecisionTables tables = book.service(DecisionTables.class);
        return tables.versions(code).stream().filter(one -> version == null || one.version() == version)
            .reduce((one, later) -> later).flatMap(one -> tables.get(code, one.version()))
            .orElseThrow(() -> book.refuse(
                Refusal.of(ServiceRefusal.UNKNOWN_TABLE, code, Words.version(version))
                    .hint("'service decide tables' shows them; case matters.")));
    }

    /** Which table, and what is known. */
    static final class Known {

        @Parameters(index = "0", paramLabel = "TABLE", description = "the code of the decision table")
        String table;

        @Option(names = "--input", paramLabel = "NAME=VALUE", description = "what is known of the case; may be repeated")
        List<String> inputs = List.of();

    }

    /** Decides. */
    @Command(name = "make", description = {
        "Decides a case by the version of today and keeps the decision with its reasons. The same key yields the first",
        "decision again." }, footer = { "", "Example:",
            "  stockwright service decide make CREDIT --input score=700 --input income=42000 --key D-1 --db ./acme" })
    static final class Make implements BookTask {

        @Mixin
        Known known = new Known();

        @Option(names = "--key", paramLabel = "K", required = true, description = "made by you")
        String key;

        @Option(names = "--dry-run", description = "checks everything, stores nothing")
        boolean dryRun;

        @Override
        public void check() {
            Words.pairs(known.inputs, "--input");
        }

        @Override
        public void run(OpenBook book) throws IOException {
            print(book, List.of(book.store(dryRun, () -> book.service(Decisions.class).decide(known.table,
                Words.pairs(known.inputs, "--input"), key))));
        }

    }

    /** Tries. */
    @Command(name = "try", description = "Shows what would be decided, and why; nothing is kept.", footer = { "",
        "Example:", "  stockwright service decide try CREDIT --version 2 --input score=700 --db ./acme" })
    static final class Try implements BookTask {

        @Mixin
        Known known = new Known();

        @Option(names = "--version", paramLabel = "N", description = "which version, a draft too; default: the one of today")
        Integer version;

        @Override
        public void check() {
            Words.pairs(known.inputs, "--input");
        }

        @Override
        public void run(OpenBook book) throws IOException {
            print(book, List.of(book.done(book.service(Decisions.class).tryOut(known.table,
                Optional.ofNullable(version), Words.pairs(known.inputs, "--input")))));
        }

    }

    /** Decides a file. */
    @Command(name = "file", description = {
        "Decides the cases of a CSV or XLSX file, whose columns are the inputs of the table and 'key'. By default nothing is",
        "kept when one cannot be decided." }, footer = { "", "Example:",
            "  stockwright service decide file CREDIT cases.csv --result decided.csv --progress --db ./acme" })
    static final class OfFile implements BookTask {

        @Parameters(index = "0", paramLabel = "TABLE", description = "the code of the decision table")
        String table;

        @Parameters(index = "1", paramLabel = "FILE", description = "the cases")
        Path file;

        @Option(names = "--result", paramLabel = "FILE", description = "each row with its outcome, rule and reason, as CSV")
        Path result;

        @Option(names = "--dry-run", description = "decides all, keeps nothing")
        boolean dryRun;

        @Option(names = "--keep-good", description = "keeps the decisions of those that can be decided")
        boolean keepGood;

        @Override
        public void check() {
            if (dryRun && keepGood) {
                throw new WrongUsage("Either --dry-run or --keep-good.");
            }
        }

        @Override
        public void run(OpenBook book) throws IOException {
            FileMode mode = dryRun ? FileMode.TRY : keepGood ? FileMode.KEEP_GOOD : FileMode.ALL_OR_NOTHING;
            Many many = decided(book, mode);
            try (RowWriter rows = book.result("service-decided",
                List.of("table", "cases", "decided", "repeated", "refused"))) {
                rows.write(table, many.cases(), many.decided(), many.repeated(), many.refused());
            }
            if (many.refused() > 0) {
                throw book.refuse(many.refusals());
            }
        }

        private Many decided(OpenBook book, FileMode mode) throws IOException {
            Decisions decisions = book.service(Decisions.class);
            if (result == null) {
                return book.done(decisions.decideFile(table, file, Optional.empty(), mode, book.progress()));
            }
            AtomicReference<Many> many = new AtomicReference<>();
            WholeFile.write(result, out -> many
                .set(book.done(decisions.decideFile(table, file, Optional.of(out), mode, book.progress()))));
            return many.get();
        }

    }

    /** Shows decisions. */
    @Command(name = "log", description = "Shows decisions with their reasons, the newest first; or the one with a key.", footer = {
        "", "Examples:", "  stockwright service decide log CREDIT --from 2026-03-01 --to 2026-03-31 --db ./acme",
        "  stockwright service decide log --key D-1 --db ./acme" })
    static final class Log implements BookTask {

        @Parameters(index = "0", arity = "0..1", paramLabel = "TABLE", description = "only of this table; default: all")
        String table;

        @Option(names = "--key", paramLabel = "K", description = "only the decision with this key")
        String key;

        @Option(names = "--from", paramLabel = "DAY", description = "the first day; default: 90 days before today")
        String from;

        @Option(names = "--to", paramLabel = "DAY", description = "the last day; default: today")
        String to;

        @Mixin
        Limit limit = new Limit();

        @Override
        public void check() {
            limit.check();
            if (key != null && (table != null || from != null || to != null)) {
                throw new WrongUsage("Either --key, or a table and days.");
            }
        }

        @Override
        public void run(OpenBook book) throws IOException {
            if (table != null) {
                version(book, table, null);
            }
            Decisions decisions = book.service(Decisions.class);
            print(book, key != null ? decisions.find(key).stream().toList()
                : decisions.log(table == null ? "" : table, first(book, from), last(book, to), limit.rows));
        }

    }

    private static LocalDate first(OpenBook book, String from) {
        return from == null ? book.today().minusDays(USUAL_DAYS) : book.day(from);
    }

    private static LocalDate last(OpenBook book, String to) {
        return to == null ? book.today() : book.day(to);
    }

    /** Shows how often rules decided. */
    @Command(name = "by-rule", description = "Shows how often each rule decided, also those that never did.", footer = {
        "",
        "Example:", "  stockwright service decide by-rule CREDIT --from 2026-03-01 --db ./acme" })
    static final class ByRule implements BookTask {

        @Parameters(index = "0", arity = "0..1", paramLabel = "TABLE", description = "only of this table; default: all")
        String table;

        @Option(names = "--from", paramLabel = "DAY", description = "the first day; default: 90 days before today")
        String from;

        @Option(names = "--to", paramLabel = "DAY", description = "the last day; default: today")
        String to;

        @Override
        public void run(OpenBook book) throws IOException {
            if (table != null) {
                version(book, table, null);
            }
            List<Decisions.RuleUse> uses = book.service(Decisions.class).byRule(table == null ? "" : table,
                first(book, from), last(book, to));
            try (RowWriter rows = book.data("service-rule-use",
                List.of("table", "version", "rule", "outcome", "note", "hits", "decisions", "last"))) {
                for (Decisions.RuleUse one : uses) {
                    rows.write(one.table(), one.version(), one.rule(), String.join("|", one.outcomes()), one.note(),
                        one.hits(), one.decisions(), one.last().orElse(null));
                }
            }
        }

    }

    /** Shows tables. */
    @Command(name = "tables", description = "Shows decision tables with all their versions.", footer = { "", "Example:",
        "  stockwright service decide tables --db ./acme" })
    static final class Tables implements BookTask {

        @Override
        public void run(OpenBook book) throws IOException {
            printTables(book, book.service(DecisionTables.class).list());
        }

    }

    /** Shows rules. */
    @Command(name = "rules", description = "Shows the rules of a table, in the columns that 'service decide draft --rules' reads.", footer = {
        "", "Example:", "  stockwright service decide rules CREDIT --format csv --db ./acme" })
    static final class Rules extends VersionTask {

        @Override
        public void run(OpenBook book) throws IOException {
            TableFiles.write(book, version(book, code, version));
        }

    }

    /** Writes a draft. */
    @Command(name = "draft", description = {
        "Writes a draft: a new table, a new version of one, or a change of the newest version while it is a draft. What is not",
        "named stays as it is in the version before. What keeps it from being approved is named." }, footer = { "",
            "Example:",
            "  stockwright service decide draft CREDIT --policy first --input score:number --input 'grade:text:A|B|C' "
                + "--output 'decision:text:approve|decline' --rules rules.csv --samples samples.csv --db ./acme" })
    static final class Draft implements BookTask {

        @Parameters(index = "0", paramLabel = "TABLE", description = "its code")
        String code;

        @Option(names = "--name", paramLabel = "T", description = "what people call it")
        String name;

        @Option(names = "--policy", paramLabel = "P", description = "unique, first, priority, collect, sum, min, max or count; default of a new one: unique")
        HitPolicy policy;

        @Option(names = "--from", paramLabel = "DAY", description = "the first day on which it decides; default of a new version: today")
        String from;

        @Option(names = "--until", paramLabel = "DAY", description = "the last such day; '-' for no end")
        String until;

        @Option(names = "--input", paramLabel = "NAME:TYPE[:A|B]", description = "something that is known, of the type number, text, yes-no or date; all of them in their order")
        List<String> inputs;

        @Option(names = "--output", paramLabel = "NAME:TYPE[:A|B]", description = "something that is decided, the strongest outcome first; all of them in their order")
        List<String> outputs;

        @Option(names = "--rules", paramLabel = "FILE", description = "the rules: a CSV or XLSX file with the inputs, the outputs and 'note' as columns")
        Path rules;

        @Option(names = "--samples", paramLabel = "FILE", description = "cases whose outcome is known: a file with 'sample', the inputs and the outputs as columns")
        Path samples;

        @Option(names = "--dry-run", description = "checks everything, stores nothing")
        boolean dryRun;

        @Override
        public void check() {
            if (inputs != null) {
                inputs.forEach(TableFiles::input);
            }
            if (outputs != null) {
                outputs.forEach(TableFiles::output);
            }
        }

        @Override
        public void run(OpenBook book) throws IOException {
            DecisionTables tables = book.service(DecisionTables.class);
            Optional<DecisionTable> old = tables.versions(code).stream().reduce((one, later) -> later)
                .flatMap(one -> tables.get(code, one.version()));
            if (old.isEmpty() && (inputs == null || outputs == null || rules == null)) {
                throw new WrongUsage("A new table needs --input, --output and --rules.");
            }
            List<Input> known = inputs == null ? old.orElseThrow().inputs()
                : inputs.stream().map(TableFiles::input).toList();
            List<Output> decided = outputs == null ? old.orElseThrow().outputs()
                : outputs.stream().map(TableFiles::output).toList();
            Optional<DecisionTable> changed = old.filter(one -> one.state() == State.DRAFT);
            LocalDate day = from != null ? book.day(from)
                : changed.map(DecisionTable::from).orElseGet(book::today);
            DecisionTable draft = new DecisionTable(code, changed.map(DecisionTable::version).orElse(0),
                name == null ? old.map(DecisionTable::name).orElse(code) : name, State.DRAFT,
                policy == null ? old.map(DecisionTable::policy).orElse(HitPolicy.UNIQUE) : policy, day,
                Words.until(book, until, changed.flatMap(DecisionTable::until)),
                known, decided,
                rules == null ? old.orElseThrow().rules() : TableFiles.rules(book, rules, known, decided),
                samples == null ? old.map(DecisionTable::samples).orElse(List.of())
                    : TableFiles.samples(book, samples, known, decided));
            DecisionTable saved = book.store(dryRun, () -> tables.save(draft));
            Checked found = book.done(tables.check(saved));
            found.problems().forEach(book::warn);
            found.failedSamples().forEach(book::warn);
            printTables(book, List.of(saved));
        }

    }

    /** Looks through one. */
    @Command(name = "check", description = {
        "Looks at all cases that a table may meet: gaps, overlaps, rules that never decide, and its samples." }, footer = {
            "", "Example:", "  stockwright service decide check CREDIT --version 2 --db ./acme" })
    static final class Check extends VersionTask {

        @Override
        public void run(OpenBook book) throws IOException {
            Checked found = book.done(book.service(DecisionTables.class).check(version(book, code, version)));
            try (RowWriter rows = book.data("service-table-check",
                List.of("kind", "line", "code", "sentence", "hint"))) {
                write(rows, "problem", found.problems());
                write(rows, "sample", found.failedSamples());
                write(rows, "warning", found.warnings());
            }
        }

        private static void write(RowWriter rows, String kind, List<Refusal> refusals) throws IOException {
            for (Refusal one : refusals) {
                rows.write(kind, one.place().line(), one.code().name(), one.sentence(), one.hint());
            }
        }

    }

    /** Puts a draft in use. */
    @Command(name = "approve", description = "Approves a draft in which nothing wrong is found: from its first day on it decides.", footer = {
        "", "Example:", "  stockwright service decide approve CREDIT --db ./acme" })
    static final class Approve extends VersionChange.Approval<DecisionTables, DecisionTable> {

        Approve() {
            super(VERSIONS);
        }

    }

    /** Throws a draft away. */
    @Command(name = "discard", description = "Throws a draft away.", footer = { "", "Example:",
        "  stockwright service decide discard CREDIT --version 3 --db ./acme" })
    static final class Discard extends VersionChange.Discarding<DecisionTables, DecisionTable> {

        Discard() {
            super(VERSIONS);
        }

    }

    /** Ends the use of a version. */
    @Command(name = "retire", description = "Decides no more by a version after a day.", footer = { "", "Example:",
        "  stockwright service decide retire CREDIT --version 1 --last 2026-06-30 --db ./acme" })
    static final class Retire extends VersionChange.Retirement<DecisionTables, DecisionTable> {

        Retire() {
            super(VERSIONS);
        }

    }

}
