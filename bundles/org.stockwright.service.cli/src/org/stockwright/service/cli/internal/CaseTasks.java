package org.stockwright.service.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.stockwright.cli.spi.BookTask;
import org.stockwright.cli.spi.CommandEntry;
import org.stockwright.cli.spi.CommandEntry.Noun;
import org.stockwright.cli.spi.OpenBook;
import org.stockwright.documents.Attachment;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.Documents;
import org.stockwright.exchange.RowWriter;
import org.stockwright.exchange.spi.WholeFile;
import org.stockwright.service.Cases;
import org.stockwright.service.Cases.Arrival;
import org.stockwright.service.Cases.StageResult;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.ServiceCase.CaseStage;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Cases of customers. */
final class CaseTasks {

    private CaseTasks() {
        // only tasks
    }

    static Noun noun() {
        return CommandEntry.noun("case", "Cases of customers: they take stored units and go through the other stages.",
            "stockwright service case open LETTER --customer C1001 --key C-1 --db ./acme", new Open(), new Done(),
            new Run(), new Deliver(), new Cancel(), new Listing(), new Show(), new FilesOf(), new History());
    }

    /** Prints cases, one row each. */
    static void print(OpenBook book, List<ServiceCase> cases) throws IOException {
        try (RowWriter rows = book.data("service-cases", List.of("number", "state", "template", "version", "customer",
            "customer_name", "stages_ahead", "batch", "unit", "arrived", "promised", "ended", "next_stage",
            "next_due"))) {
            for (ServiceCase one : cases) {
                rows.write(one.number(), Words.word(one.state()), one.template(), one.version(),
                    Words.code(book, one.customer()), one.customerName(), one.ahead(),
                    one.unit().map(ServiceCase.TakenUnit::number).orElse(""),
                    one.unit().map(ServiceCase.TakenUnit::unit).orElse(null), one.arrived(), one.promised(),
                    one.ended().orElse(null), one.next().map(next -> next.stage().code()).orElse(""),
                    one.next().flatMap(CaseStage::due).orElse(null));
            }
        }
    }

    /** Opens one. */
    @Command(name = "open", description = {
        "Opens a case: it takes the stored unit that expires first, or begins with the first stage; automated stages are run." }, footer = {
            "", "Example:",
            "  stockwright service case open LETTER --customer C1001 --data policy=P-77 --key C-1 --db ./acme" })
    static final class Open implements BookTask {

        @Parameters(index = "0", paramLabel = "TEMPLATE", description = "the code of the template")
        String template;

        @Option(names = "--customer", paramLabel = "C", required = true, description = "who comes: a partner's code")
        String customer;

        @Option(names = "--key", paramLabel = "K", required = true, description = "made by you; the same again opens nothing twice")
        String key;

        @Option(names = "--reference", paramLabel = "T", description = "the customer's paper")
        String reference = "";

        @Option(names = "--stored-only", description = "refuse the case when no unit is stored")
        boolean storedOnly;

        @Option(names = "--data", paramLabel = "NAME=VALUE", description = "what he brings; may be repeated")
        List<String> data = List.of();

        @Option(names = "--arrived", paramLabel = "T", description = "when he came; default: now")
        String arrived;

        @Option(names = "--dry-run", description = "checks everything, stores nothing")
        boolean dryRun;

        @Override
        public void check() {
            Words.pairs(data, "--data");
        }

        @Override
        public void run(OpenBook book) throws IOException {
            Arrival arrival = new Arrival(key, template, Words.partner(book, customer), reference, storedOnly,
                Words.pairs(data, "--data"), Words.moment(book, arrived, key));
            print(book, List.of(book.store(dryRun, () -> book.service(Cases.class).open(arrival))));
        }

    }

    /** What is done to one case. */
    private abstract static class OfOne implements BookTask {

        @Parameters(index = "0", paramLabel = "NUMBER", description = "the case's number")
        String number;

        @Option(names = "--key", paramLabel = "K", description = "made by you; default: made of the number")
        String key;

        @Option(names = "--effective", paramLabel = "T", description = "when; default: now")
        String effective;

        @Option(names = "--dry-run", description = "checks everything, stores nothing")
        boolean dryRun;

        @Override
        public final void run(OpenBook book) throws IOException {
            DocumentId id = Words.document(book, Cases.KIND, number).id();
            String its = key == null ? step() + ":" + number : key;
            print(book, List.of(change(book, its, id, Words.moment(book, effective, its))));
        }

        /** What a case has once: with its number it is the key when nobody made one. */
        abstract String step();

        abstract ServiceCase change(OpenBook book, String its, DocumentId id, Instant at);

    }

    /** A stage is done. */
    @Command(name = "done", description = {
        "Says that a stage was done: its materials are issued, and automated stages behind it are run." }, footer = {
            "",
            "Example:",
            "  stockwright service case done SV-000001 sign --summary 'signed by Dr. Berg' --db ./acme" })
    static final class Done extends OfOne {

        @Parameters(index = "1", paramLabel = "STAGE", description = "the code of the stage whose turn it is")
        String stage;

        @Option(names = "--summary", paramLabel = "T", description = "what it came to, in words")
        String summary = "";

        @Option(names = "--data", paramLabel = "NAME=VALUE", description = "what later stages may use; may be repeated")
        List<String> data = List.of();

        @Override
        public void check() {
            Words.pairs(data, "--data");
        }

        @Override
        String step() {
            return "stage:" + stage;
        }

        @Override
        ServiceCase change(OpenBook book, String its, DocumentId id, Instant at) {
            Map<String, String> results = Words.pairs(data, "--data");
            return book.store(dryRun, () -> book.service(Cases.class)
                .done(new StageResult(its, id, stage, summary, results, at)));
        }

    }

    /** Automated stages. */
    @Command(name = "run", description = "Runs the automated stages whose turn it is, after one of them failed.", footer = {
        "", "Example:", "  stockwright service case run SV-000001 --db ./acme" })
    static final class Run implements BookTask {

        @Parameters(index = "0", paramLabel = "NUMBER", description = "the case's number")
        String number;

        @Option(names = "--dry-run", description = "checks everything, stores nothing")
        boolean dryRun;

        @Override
        public void run(OpenBook book) throws IOException {
            DocumentId id = Words.document(book, Cases.KIND, number).id();
            print(book, List.of(book.store(dryRun, () -> book.service(Cases.class).run(id))));
        }

    }

    /** Hands it over. */
    @Command(name = "deliver", description = "Delivers a case whose stages are all done: its stored unit is used up.", footer = {
        "", "Example:", "  stockwright service case deliver SV-000001 --db ./acme" })
    static final class Deliver extends OfOne {

        @Override
        String step() {
            return "deliver";
        }

        @Override
        ServiceCase change(OpenBook book, String its, DocumentId id, Instant at) {
            return book.store(dryRun, () -> book.service(Cases.class).deliver(its, id, at));
        }

    }

    /** Gives one up. */
    @Command(name = "cancel", description = {
        "Gives a case up: its stored unit goes back into its lot, or is thrown away; what stages used up stays used." }, footer = {
            "", "Example:",
            "  stockwright service case cancel SV-000001 --reason 'customer withdrew' --scrap --db ./acme" })
    static final class Cancel extends OfOne {

        @Option(names = "--reason", paramLabel = "R", required = true, description = "why")
        String reason;

        @Option(names = "--scrap", description = "its stored unit is thrown away")
        boolean scrap;

        @Override
        String step() {
            return "cancel";
        }

        @Override
        ServiceCase change(OpenBook book, String its, DocumentId id, Instant at) {
            return book.store(dryRun,
                () -> book.service(Cases.class).cancel(new Cases.Cancel(its, id, scrap, reason, at)));
        }

    }

    /** Shows cases. */
    @Command(name = "list", description = "Shows the open cases, what is due first before others.", footer = { "",
        "Example:", "  stockwright service case list LETTER --all --db ./acme" })
    static final class Listing implements BookTask {

        @Parameters(index = "0", arity = "0..1", paramLabel = "TEMPLATE", description = "only of this template; default: all")
        String template;

        @Option(names = "--all", description = "also those that are delivered or cancelled")
        boolean all;

        @Mixin
        Limit limit = new Limit();

        @Override
        public void check() {
            limit.check();
        }

        @Override
        public void run(OpenBook book) throws IOException {
            Words.known(book, template);
            print(book, book.service(Cases.class).list(Optional.ofNullable(template), !all, limit.rows));
        }

    }

    /** Shows the stages of one. */
    @Command(name = "show", description = "Shows the stages of a case: done ahead, done, whose turn it is.", footer = {
        "",
        "Example:", "  stockwright service case show SV-000001 --db ./acme" })
    static final class Show implements BookTask {

        @Parameters(index = "0", paramLabel = "NUMBER", description = "the case's number")
        String number;

        @Override
        public void run(OpenBook book) throws IOException {
            ServiceCase found = book.service(Cases.class).get(Words.document(book, Cases.KIND, number).id())
                .orElseThrow();
            try (RowWriter rows = book.data("service-case", List.of("number", "state", "stage_number", "stage", "name",
                "performer", "stage_state", "due", "done", "user", "result"))) {
                for (CaseStage stage : found.stages()) {
                    rows.write(found.number(), Words.word(found.state()), stage.number(), stage.stage().code(),
                        stage.stage().name(), Words.word(stage.stage().performer()), Words.word(stage.state()),
                        stage.due().orElse(null), stage.done().orElse(null), stage.user(), stage.result());
                }
            }
        }

    }

    /** Shows and writes files. */
    @Command(name = "files", description = {
        "Shows the files of a case, such as the letters that its stages made, those of its stored unit first, and writes them to a",
        "folder." }, footer = { "", "Example:",
            "  stockwright service case files SV-000001 --to ./letters --db ./acme" })
    static final class FilesOf implements BookTask {

        @Parameters(index = "0", paramLabel = "NUMBER", description = "the case's number")
        String number;

        @Option(names = "--to", paramLabel = "FOLDER", description = "where they are written; default: they are only shown")
        Path folder;

        @Override
        public void run(OpenBook book) throws IOException {
            Documents documents = book.service(Documents.class);
            Cases cases = book.service(Cases.class);
            ServiceCase one = cases.get(Words.document(book, Cases.KIND, number).id()).orElseThrow();
            List<Cases.CaseFile> found = cases.files(one.document());
            List<String> names = FileNames.in(found.stream().map(Cases.CaseFile::name).toList());
            if (folder != null) {
                Files.createDirectories(folder);
                for (int i = 0; i < names.size(); i++) {
                    byte[] content = documents.content(found.get(i).attachment()).orElseThrow();
                    WholeFile.write(folder.resolve(names.get(i)), out -> out.write(content));
                }
            }
            Map<Long, Attachment> known = new HashMap<>();
            documents.attachments(one.document()).forEach(file -> known.put(file.id(), file));
            one.unit().ifPresent(
                unit -> documents.attachments(unit.batch()).forEach(file -> known.put(file.id(), file)));
            try (RowWriter rows = book.data("service-case-files",
                List.of("number", "file", "type", "ahead", "size", "sha256", "user", "made"))) {
                for (int i = 0; i < names.size(); i++) {
                    Cases.CaseFile file = found.get(i);
                    Attachment stored = Objects.requireNonNull(known.get(file.attachment()));
                    rows.write(number, names.get(i), file.type(), file.ahead(), stored.size(), stored.sha256(),
                        stored.user(), stored.created());
                }
            }
        }

    }

    /** Shows what happened. */
    @Command(name = "history", description = "Shows what happened to a case, and who did it, the oldest first.", footer = {
        "", "Example:", "  stockwright service case history SV-000001 --db ./acme" })
    static final class History implements BookTask {

        @Parameters(index = "0", paramLabel = "NUMBER", description = "the case's number")
        String number;

        @Override
        public void run(OpenBook book) throws IOException {
            List<Cases.Happening> found = book.service(Cases.class)
                .history(Words.document(book, Cases.KIND, number).id());
            try (RowWriter rows = book.data("service-case-history",
                List.of("number", "action", "stage_number", "effective", "user", "recorded"))) {
                for (Cases.Happening one : found) {
                    rows.write(number, one.action(), one.stage() == 0 ? null : one.stage(), one.effective(), one.user(),
                        one.recorded());
                }
            }
        }

    }

}
