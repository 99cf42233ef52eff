package org.stockwright.service.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stockwright.base.Outcome;
import org.stockwright.cli.spi.BookTask;
import org.stockwright.cli.spi.CommandEntry;
import org.stockwright.cli.spi.CommandEntry.Noun;
import org.stockwright.cli.spi.OpenBook;
import org.stockwright.cli.spi.WrongUsage;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.Documents;
import org.stockwright.exchange.RowWriter;
import org.stockwright.service.Batch;
import org.stockwright.service.Cases;
import org.stockwright.service.Preparations;
import org.stockwright.service.Preparations.Failed;
import org.stockwright.service.Preparations.Finish;
import org.stockwright.service.Preparations.Plan;
import org.stockwright.service.Preparations.QuietTime;
import org.stockwright.service.StoredWork;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stored work: batches that are prepared ahead of demand, and the stock of them. */
final class PrepareTasks {

    private PrepareTasks() {
        // only tasks
    }

    static Noun noun() {
        return CommandEntry.noun("prepare", "Prepares units of services ahead of demand, and shows their stock.",
            "stockwright service prepare make LETTER 50 --key B-1 --db ./acme", new Make(), new PlanOne(), new Begin(),
            new FinishOne(), new Cancel(), new Listing(), new Show(), new Stock(), new Levels(), new Proposals(),
            new Quiet(), new WriteOff());
    }

    private static void print(OpenBook book, List<Batch> batches) throws IOException {
        try (RowWriter rows = book.data("service-batches", List.of("number", "state", "template", "version", "stages",
            "item", "lot", "units", "made", "planned", "done", "expires"))) {
            for (Batch one : batches) {
                rows.write(one.number(), Words.word(one.state()), one.template(), one.version(), one.stages(),
                    Words.code(book, one.item()), one.lot(), one.units(), one.made(), one.planned().orElse(null),
                    one.done().orElse(null), one.expires().orElse(null));
            }
        }
    }

    private static Document document(OpenBook book, String number) {
        return Words.document(book, Preparations.KIND, number);
    }

    /** What is to be prepared. */
    static final class Wanted {

        @Parameters(index = "0", paramLabel = "TEMPLATE", description = "the code of the template")
        String template;

        @Parameters(index = "1", arity = "0..1", paramLabel = "UNITS", description = "how many; with --each as many as the file has rows")
        Integer units;

        @Option(names = "--each", paramLabel = "FILE", description = "a CSV or XLSX file with a row of data for each unit; the column 'client' says for which customer it is prepared, and nobody else gets it")
        Path each;

        @Option(names = "--key", paramLabel = "K", required = true, description = "made by you; the same again prepares nothing twice")
        String key;

        @Option(names = "--lot", paramLabel = "L", description = "the code of the lot; default: the batch's number")
        String lot = "";

        @Option(names = "--data", paramLabel = "NAME=VALUE", description = "what automated stages may use; may be repeated")
        List<String> data = List.of();

        void check() {
            if (units == null && each == null) {
                throw new WrongUsage("UNITS or --each says how many.");
            }
            if (units != null) {
                Words.positive(units, "UNITS");
            }
            Words.pairs(data, "--data");
        }

        Plan plan(OpenBook book, Optional<Instant> when) throws IOException {
            List<Map<String, String>> known = each == null ? List.of()
                : FieldRows.read(book, each).stream().map(Wanted::filled).toList();
            return new Plan(key, template, units == null ? known.size() : units, when, lot,
                Words.pairs(data, "--data"), known);
        }

        /** An empty cell says nothing. */
        private static Map<String, String> filled(Map<String, String> cells) {
            Map<String, String> result = new HashMap<>(cells);
            result.values().removeIf(String::isBlank);
            return result;
        }

    }

    /** Plans, prepares and finishes a batch. */
    @Command(name = "make", description = {
        "Prepares a batch at once: plans it, runs its automated stages and finishes it; the units are in stock then. The same",
        "key again goes on where it stopped." }, footer = { "", "Examples:",
            "  stockwright service prepare make LETTER 50 --key B-1 --db ./acme",
            "  stockwright service prepare make CREDIT --each known-clients.csv --key B-2 --db ./acme" })
    static final class Make implements BookTask {

        @Mixin
        Wanted wanted = new Wanted();

        @Option(names = "--effective", paramLabel = "T", description = "when it was finished; default: now")
        String effective;

        @Option(names = "--dry-run", description = "checks everything, stores nothing")
        boolean dryRun;

        @Override
        public void check() {
            wanted.check();
        }

        @Override
        public void run(OpenBook book) throws IOException {
            Preparations preparations = book.service(Preparations.class);
            Plan plan = wanted.plan(book, Optional.empty());
            // before the unit of work of a rehearsal begins, for which everything later is the future
            Instant now = Words.moment(book, effective, finishKey(""));
            Batch made = dryRun ? book.store(true, () -> all(book, preparations, plan, now))
                : book.done(all(book, preparations, plan, now));
            print(book, List.of(made));
        }

        private Outcome<Batch> all(OpenBook book, Preparations preparations, Plan plan, Instant now) {
            return preparations.plan(plan).then(planned -> planned.state() == Batch.State.DONE ? Outcome.done(planned)
                : preparations.begin(planned.document(), book.progress()).then(begun -> preparations
                    .finish(new Finish(finishKey(begun.number()), begun.document(), List.of(),
                        effective != null ? now
                            : book.service(Cases.class).when(finishKey(begun.number())).orElse(now)))));
        }

    }

    /** The key of finishing a batch, when nobody made one: a batch is finished once. */
    private static String finishKey(String number) {
        return "finish:" + number;
    }

    /** Plans a batch. */
    @Command(name = "plan", description = "Plans a batch, for a quiet hour; nothing is prepared yet.", footer = { "",
        "Example:",
        "  stockwright service prepare plan LETTER 50 --at 2026-03-02T14:00 --key B-1 --db ./acme" })
    static final class PlanOne implements BookTask {

        @Mixin
        Wanted wanted = new Wanted();

        @Option(names = "--at", paramLabel = "T", description = "when it is to be prepared; 'service prepare quiet' proposes a time; default: any time")
        String at;

        @Option(names = "--dry-run", description = "checks everything, stores nothing")
        boolean dryRun;

        @Override
        public void check() {
            wanted.check();
        }

        @Override
        public void run(OpenBook book) throws IOException {
            Plan plan = wanted.plan(book, Optional.ofNullable(at).map(book::start));
            print(book, List.of(book.store(dryRun, () -> book.service(Preparations.class).plan(plan))));
        }

    }

    /** Begins one. */
    @Command(name = "begin", description = {
        "Begins a batch, or goes on with it: its automated stages are run for all units; results are kept as they come." }, footer = {
            "", "Example:", "  stockwright service prepare begin SP-000001 --db ./acme" })
    static final class Begin implements BookTask {

        @Parameters(index = "0", paramLabel = "NUMBER", description = "the batch's number")
        String number;

        @Override
        public void run(OpenBook book) throws IOException {
            DocumentId id = document(book, number).id();
            print(book, List.of(book.done(book.service(Preparations.class).begin(id, book.progress()))));
        }

    }

    /** Finishes one. */
    @Command(name = "finish", description = {
        "Finishes a batch: its materials are used up, and the units that passed the quality gates are in stock." }, footer = {
            "", "Example:",
            "  stockwright service prepare finish SP-000001 --failed 7:2='signature missing' --db ./acme" })
    static final class FinishOne implements BookTask {

        private static final Pattern FAILED = Pattern.compile("(\\d{1,6}):(\\d{1,3})=(.+)");

        @Parameters(index = "0", paramLabel = "NUMBER", description = "the batch's number")
        String number;

        @Option(names = "--failed", paramLabel = "UNIT:STAGE=REASON", description = "a unit that did not pass the quality gate of a stage; may be repeated")
        List<String> failed = List.of();

        @Option(names = "--key", paramLabel = "K", description = "made by you; default: made of the number")
        String key;

        @Option(names = "--effective", paramLabel = "T", description = "when it was finished; default: now")
        String effective;

        @Option(names = "--dry-run", description = "checks everything, stores nothing")
        boolean dryRun;

        @Override
        public void check() {
            failures();
        }

        private List<Failed> failures() {
            List<Failed> result = new ArrayList<>();
            for (String text : failed) {
                Matcher parts = FAILED.matcher(text);
                if (!parts.matches()) {
                    throw new WrongUsage("--failed is UNIT:STAGE=REASON: '" + text + "' is not.");
                }
                result.add(
                    new Failed(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), parts.group(3)));
            }
            return result;
        }

        @Override
        public void run(OpenBook book) throws IOException {
            Document document = document(book, number);
            String its = key == null ? finishKey(document.number()) : key;
            Finish finish = new Finish(its, document.id(), failures(), Words.moment(book, effective, its));
            print(book, List.of(book.store(dryRun, () -> book.service(Preparations.class).finish(finish))));
        }

    }

    /** Gives one up. */
    @Command(name = "cancel", description = "Gives a batch up before it is finished; nothing was moved.", footer = { "",
        "Example:", "  stockwright service prepare cancel SP-000001 --reason 'no demand' --db ./acme" })
    static final class Cancel implements BookTask {

        @Parameters(index = "0", paramLabel = "NUMBER", description = "the batch's number")
        String number;

        @Option(names = "--reason", paramLabel = "R", required = true, description = "why")
        String reason;

        @Option(names = "--dry-run", description = "checks everything, stores nothing")
        boolean dryRun;

        @Override
        public void run(OpenBook book) throws IOException {
            DocumentId id = document(book, number).id();
            print(book, List.of(book.store(dryRun, () -> book.service(Preparations.class).cancel(id, reason))));
        }

    }

    /** Shows batches. */
    @Command(name = "list", description = "Shows batches, the newest first.", footer = { "", "Example:",
        "  stockwright service prepare list LETTER --open --db ./acme" })
    static final class Listing implements BookTask {

        @Parameters(index = "0", arity = "0..1", paramLabel = "TEMPLATE", description = "only of this template; default: all")
        String template;

        @Option(names = "--open", description = "only those that are planned or in work")
        boolean open;

        @Mixin
        Limit limit = new Limit();

        @Override
        public void check() {
            limit.check();
        }

        @Override
        public void run(OpenBook book) throws IOException {
            Words.known(book, template);
            print(book, book.service(Preparations.class).list(Optional.ofNullable(template), open, limit.rows));
        }

    }

    /** Shows the units of one. */
    @Command(name = "show", description = "Shows what became of each unit of a batch.", footer = { "", "Example:",
        "  stockwright service prepare show SP-000001 --db ./acme" })
    static final class Show implements BookTask {

        @Parameters(index = "0", paramLabel = "NUMBER", description = "the batch's number")
        String number;

        @Override
        public void run(OpenBook book) throws IOException {
            Batch batch = book.service(Preparations.class).get(document(book, number).id()).orElseThrow();
            Documents documents = book.service(Documents.class);
            try (RowWriter rows = book.data("service-batch", List.of("number", "unit", "state", "case", "reason"))) {
                for (Batch.Unit unit : batch.each()) {
                    rows.write(batch.number(), unit.number(), Words.word(unit.state()),
                        unit.usedBy().flatMap(documents::get).map(Document::number).orElse(""), unit.reason());
                }
            }
        }

    }

    /** Shows lots. */
    @Command(name = "stock", description = "Shows the stored units that lie there, by lot, with how fresh they are.", footer = {
        "", "Example:", "  stockwright service prepare stock --db ./acme" })
    static final class Stock implements BookTask {

        @Parameters(index = "0", arity = "0..1", paramLabel = "TEMPLATE", description = "only of this template; default: all")
        String template;

        @Override
        public void run(OpenBook book) throws IOException {
            Words.known(book, template);
            List<StoredWork.Lot> lots = book.service(StoredWork.class).lots(Optional.ofNullable(template));
            try (RowWriter rows = book.data("service-stock",
                List.of("template", "version", "stages", "batch", "item", "lot", "place", "expires", "freshness",
                    "on_hand", "reserved", "free", "unit", "unit_cost"))) {
                for (StoredWork.Lot one : lots) {
                    rows.write(one.template(), one.version(), one.stages(), one.number(), one.item(), one.lot(),
                        one.place(), one.expires().orElse(null), Words.word(one.freshness()), one.onHand().amount(),
                        one.reserved().amount(), one.free(), one.onHand().unit().code(), one.unitCost().orElse(null));
                }
            }
        }

    }

    /** Shows levels. */
    @Command(name = "levels", description = "Shows how many stored units there are of each template, against its minimum and target.", footer = {
        "", "Example:", "  stockwright service prepare levels --db ./acme" })
    static final class Levels implements BookTask {

        @Override
        public void run(OpenBook book) throws IOException {
            List<StoredWork.Level> levels = book.service(StoredWork.class).levels();
            try (
                RowWriter rows = book.data("service-levels", List.of("template", "name", "fresh", "expiring", "expired",
                    "reserved", "in_work", "position", "minimum", "target"))) {
                for (StoredWork.Level one : levels) {
                    rows.write(one.template(), one.name(), Words.exact(one.fresh()), Words.exact(one.expiring()),
                        Words.exact(one.expired()), Words.exact(one.reserved()), one.inWork(),
                        Words.exact(one.position()), Words.exact(one.minimum()), Words.exact(one.target()));
                }
            }
        }

    }

    /** Shows proposals. */
    @Command(name = "proposals", description = {
        "Shows which batches should be prepared, by the minimum and target of the templates or by recorded demand." }, footer = {
            "", "Example:", "  stockwright service prepare proposals --by demand --days 60 --db ./acme" })
    static final class Proposals implements BookTask {

        private static final int USUAL_DAYS = 90;

        @Option(names = "--by", paramLabel = "B", description = "template or demand; default: template")
        StoredWork.Basis basis = StoredWork.Basis.TEMPLATE;

        @Option(names = "--days", paramLabel = "N", description = "for demand: recorded in so many days; default: ${DEFAULT-VALUE}")
        int days = USUAL_DAYS;

        @Override
        public void check() {
            Words.positive(days, "--days");
        }

        @Override
        public void run(OpenBook book) throws IOException {
            List<StoredWork.Proposal> found = book.done(book.service(StoredWork.class).proposals(basis, days));
            try (RowWriter rows = book.data("service-proposals",
                List.of("template", "units", "position", "below", "up_to", "by", "quiet_from", "quiet_until"))) {
                for (StoredWork.Proposal one : found) {
                    rows.write(one.template(), one.units(), Words.exact(one.position()), one.below(), one.upTo(),
                        Words.word(one.basis()), one.quiet().map(QuietTime::from).orElse(null),
                        one.quiet().map(QuietTime::until).orElse(null));
                }
            }
        }

    }

    /** Finds quiet hours. */
    @Command(name = "quiet", description = "Proposes when to prepare a batch: the hours in which the least customers arrive.", footer = {
        "", "Example:", "  stockwright service prepare quiet LETTER 50 --db ./acme" })
    static final class Quiet implements BookTask {

        @Parameters(index = "0", paramLabel = "TEMPLATE", description = "the code of the template")
        String template;

        @Parameters(index = "1", paramLabel = "UNITS", description = "how many")
        int units;

        @Override
        public void check() {
            Words.positive(units, "UNITS");
        }

        @Override
        public void run(OpenBook book) throws IOException {
            QuietTime time = book.done(book.service(Preparations.class).quietTime(template, units));
            try (RowWriter rows = book.data("service-quiet-time",
                List.of("template", "units", "from", "until", "arrivals"))) {
                rows.write(template, units, time.from(), time.until(), time.arrivals());
            }
        }

    }

    /** Throws away what has expired. */
    @Command(name = "write-off", description = "Throws expired units away that no case holds.", footer = { "",
        "Example:",
        "  stockwright service prepare write-off --key W-1 --reason expired --db ./acme" })
    static final class WriteOff implements BookTask {

        @Parameters(index = "0", arity = "0..1", paramLabel = "TEMPLATE", description = "only of this template; default: all")
        String template;

        @Option(names = "--key", paramLabel = "K", required = true, description = "made by you; the same again throws nothing more away")
        String key;

        @Option(names = "--reason", paramLabel = "R", required = true, description = "why: a reason code, or words")
        String reason;

        @Option(names = "--effective", paramLabel = "T", description = "when; default: now")
        String effective;

        @Option(names = "--dry-run", description = "checks everything, stores nothing")
        boolean dryRun;

        @Override
        public void run(OpenBook book) throws IOException {
            Words.known(book, template);
            Instant at = Words.moment(book, effective, key);
            List<StoredWork.WrittenOff> gone = book.store(dryRun, () -> book.service(StoredWork.class).writeOff(key,
                Optional.ofNullable(template), reason, at));
            try (RowWriter rows = book.result("service-write-off",
                List.of("item", "lot", "batch", "place", "expired", "quantity", "unit"))) {
                for (StoredWork.WrittenOff one : gone) {
                    rows.write(one.item(), one.lot(), one.number(), one.place(), one.expired(), one.quantity().amount(),
                        one.quantity().unit().code());
                }
            }
        }

    }

}
