package org.stockwright.service.cli.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;

import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.cli.spi.BookTask;
import org.stockwright.cli.spi.CommandEntry;
import org.stockwright.cli.spi.CommandEntry.Noun;
import org.stockwright.cli.spi.OpenBook;
import org.stockwright.cli.spi.WrongUsage;
import org.stockwright.exchange.Imports;
import org.stockwright.exchange.RowWriter;
import org.stockwright.exchange.spi.WholeFile;
import org.stockwright.service.Letter;
import org.stockwright.service.LetterField;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.LetterTable;
import org.stockwright.service.LetterTemplate;
import org.stockwright.service.LetterTemplate.Stored;
import org.stockwright.service.LetterTemplates;
import org.stockwright.service.Letters;
import org.stockwright.service.Letters.Made;
import org.stockwright.service.Letters.Merge;
import org.stockwright.service.Letters.Merged;
import org.stockwright.service.Letters.Request;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Template.State;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Letter templates, and letters that are made by them. */
final class LetterTasks {

    private static final VersionChange.Versioned<LetterTemplates, LetterTemplate> VERSIONS = new VersionChange.Versioned<>(
        LetterTemplates.class,
        (book, code, typed) -> version(book, code, typed).version(), LetterTasks::print, LetterTemplates::approve,
        LetterTemplates::discard, LetterTemplates::retire);

    private LetterTasks() {
        // only tasks
    }

    static Noun noun() {
        return CommandEntry.noun("letters", "Makes letters by templates: one, or thousands from a file.",
            "stockwright service letters merge INSURER patients.csv --to letters.zip --key M-1 --db ./acme", new Make(),
            new MergeFile(), new Preview(), new Log(), new Templates(), new Fields(), new Content(), new Draft(),
            new Approve(), new Discard(), new Retire());
    }

    private static void print(OpenBook book, List<LetterTemplate> templates) throws IOException {
        try (RowWriter rows = book.data("service-letter-templates",
            List.of("template", "version", "state", "name", "format", "from", "until", "uses", "place", "hash"))) {
            for (LetterTemplate one : templates) {
                rows.write(one.code(), one.version(), Words.word(one.state()), one.name(), one.format().ending(),
                    one.from(), one.until().orElse(null),
                    one.stored().map(uses -> Words.code(book, uses.item())).orElse(""),
                    Words.code(book, one.stored().map(Stored::place)), one.hash());
            }
        }
    }

    private static void printLetters(OpenBook book, List<Letter> letters) throws IOException {
        try (
            RowWriter rows = book.data("service-letters", List.of("key", "template", "version", "file", "size", "merge",
                "case", "data_hash", "file_hash", "user", "made"))) {
            for (Letter one : letters) {
                rows.write(one.key(), one.template(), one.version(), one.fileName(), one.size(),
                    one.merge().orElse(""), one.caseNumber().orElse(""), one.dataHash(), one.fileHash(), one.user(),
                    one.made());
            }
        }
    }

    /** The version that was asked for; without one the newest. */
    private static LetterTemplate version(OpenBook book, String code, Integer version) {
        return book.service(LetterTemplates.class).versions(code).stream()
            .filter(one -> version == null || one.version() == version).reduce((one, later) -> later)
            .orElseThrow(() -> book.refuse(
                Refusal.of(ServiceRefusal.UNKNOWN_LETTER_VERSION, code, version == null ? "1" : version.toString())
                    .hint("'service letters templates' shows them; case matters.")));
    }

    private static Letters.Output output(boolean pdf) {
        return pdf ? Letters.Output.PDF : Letters.Output.AS_WRITTEN;
    }

    /** Makes one. */
    @Command(name = "make", description = {
        "Makes a letter and records it. The same key makes the same letter again and records nothing more." }, footer = {
            "", "Example:",
            "  stockwright service letters make INSURER --data name=Berg --to berg.pdf --pdf --key L-1 --db ./acme" })
    static final class Make implements BookTask {

        @Parameters(index = "0", paramLabel = "TEMPLATE", description = "the code of the letter template")
        String template;

        @Mixin
        LetterWords words = new LetterWords();

        @Option(names = "--to", paramLabel = "FILE", required = true, description = "where the letter is written")
        Path target;

        @Option(names = "--key", paramLabel = "K", required = true, description = "made by you")
        String key;

        @Option(names = "--case", paramLabel = "NUMBER", description = "the case or document that it is for")
        String caseNumber;

        @Option(names = "--day", paramLabel = "DAY", description = "on which it is written; default: today")
        String day;

        @Option(names = "--pdf", description = "as PDF")
        boolean pdf;

        @Option(names = "--dry-run", description = "checks everything, stores and writes nothing")
        boolean dryRun;

        @Override
        public void check() {
            words.check();
        }

        @Override
        public void run(OpenBook book) throws IOException {
            Request request = new Request(key, template, day == null ? book.today() : book.day(day),
                words.read(book), Optional.ofNullable(caseNumber), output(pdf));
            Made made = book.store(dryRun, () -> book.service(Letters.class).make(request));
            if (!dryRun) {
                WholeFile.write(target, out -> out.write(made.content()));
            }
            printLetters(book, List.of(made.letter()));
        }

    }

    /** Makes many. */
    @Command(name = "merge", description = {
        "Makes a letter for each row of a CSV or XLSX file, into a folder or one file. The same key again makes what is",
        "missing." }, footer = { "", "Example:",
            "  stockwright service letters merge INSURER patients.csv --by patient --to letters.zip --key M-1 --progress "
                + "--db ./acme" })
    static final class MergeFile implements BookTask {

        @Parameters(index = "0", paramLabel = "TEMPLATE", description = "the code of the letter template")
        String template;

        @Parameters(index = "1", paramLabel = "FILE", description = "a row for each letter, or several with the same --by")
        Path file;

        @Option(names = "--to", paramLabel = "TARGET", required = true, description = "a folder, a file that ends in .zip, or with --pdf one that ends in .pdf for all of them")
        Path target;

        @Option(names = "--key", paramLabel = "K", required = true, description = "made by you")
        String key;

        @Option(names = "--by", paramLabel = "COLUMN", description = "the column that names the letters; default: their lines")
        String by = "";

        @Option(names = "--day", paramLabel = "DAY", description = "on which they are written; default: today")
        String day;

        @Option(names = "--pdf", description = "as PDF")
        boolean pdf;

        @Option(names = "--dry-run", description = "checks everything, stores and writes nothing")
        boolean dryRun;

        @Override
        public void run(OpenBook book) throws IOException {
            LetterTable table = table(book);
            Merge merge = new Merge(key, template, day == null ? book.today() : book.day(day), output(pdf), target);
            Letters letters = book.service(Letters.class);
            Merged merged = book.done(dryRun ? letters.rehearse(merge, table, book.progress())
                : letters.merge(merge, table, book.progress()));
            try (RowWriter rows = book.result("service-merge",
                List.of("template", "made", "repeated", "refused", "complete"))) {
                rows.write(template, merged.made(), merged.repeated(), merged.refused(), merged.complete());
            }
            if (!merged.refusals().isEmpty()) {
                throw book.refuse(merged.refusals());
            }
            if (!merged.complete()) {
                throw new Progress.Cancelled();
            }
        }

        private LetterTable table(OpenBook book) throws IOException {
            try {
                return new LetterTable(book.done(book.service(Imports.class).read(file, book.progress())), by);
            } catch (NoSuchElementException e) {
                throw new WrongUsage("The file has no column '" + by + "'.");
            }
        }

    }

    /** Shows what a letter would be. */
    @Command(name = "preview", description = "Writes the letter that a version, also a draft, would yield; nothing is recorded.", footer = {
        "", "Example:",
        "  stockwright service letters preview INSURER --version 2 --data name=Berg --to test.html --db ./acme" })
    static final class Preview implements BookTask {

        @Parameters(index = "0", paramLabel = "TEMPLATE", description = "the code of the letter template")
        String template;

        @Option(names = "--version", paramLabel = "N", description = "which version; default: the newest")
        Integer version;

        @Mixin
        LetterWords words = new LetterWords();

        @Option(names = "--to", paramLabel = "FILE", required = true, description = "where it is written")
        Path target;

        @Option(names = "--pdf", description = "as PDF")
        boolean pdf;

        @Override
        public void check() {
            words.check();
        }

        @Override
        public void run(OpenBook book) throws IOException {
            LetterTemplate found = version(book, template, version);
            byte[] content = book.done(book.service(Letters.class).preview(template, found.version(),
                words.isEmpty() ? found.sample() : words.read(book), output(pdf)));
            WholeFile.write(target, out -> out.write(content));
            try (RowWriter rows = book.result("service-preview", List.of("template", "version", "file", "size"))) {
                rows.write(template, found.version(), target.toString(), content.length);
            }
        }

    }

    /** Shows letters. */
    @Command(name = "log", description = "Shows the letters that were made, the newest first.", footer = { "",
        "Example:",
        "  stockwright service letters log --merge M-1 --db ./acme" })
    static final class Log implements BookTask {

        @Parameters(index = "0", arity = "0..1", paramLabel = "TEMPLATE", description = "only by this template; default: all")
        String template = "";

        @Option(names = "--merge", paramLabel = "K", description = "only of the merge with this key")
        String merge = "";

        @Option(names = "--case", paramLabel = "NUMBER", description = "only for this case or document")
        String caseNumber = "";

        @Mixin
        Limit limit = new Limit();

        @Override
        public void check() {
            limit.check();
        }

        @Override
        public void run(OpenBook book) throws IOException {
            if (!template.isEmpty()) {
                version(book, template, null);
            }
            printLetters(book, book.service(Letters.class).list(template, merge, caseNumber, limit.rows));
        }

    }

    /** Shows templates. */
    @Command(name = "templates", description = "Shows letter templates with all their versions.", footer = { "",
        "Example:",
        "  stockwright service letters templates --db ./acme" })
    static final class Templates implements BookTask {

        @Override
        public void run(OpenBook book) throws IOException {
            print(book, book.service(LetterTemplates.class).list());
        }

    }

    /** Shows what a template asks for. */
    @Command(name = "fields", description = "Shows the fields and tables that a letter template asks for.", footer = {
        "",
        "Example:", "  stockwright service letters fields INSURER --db ./acme" })
    static final class Fields extends VersionTask {

        @Override
        public void run(OpenBook book) throws IOException {
            LetterTemplate found = version(book, code, version);
            try (RowWriter rows = book.data("service-letter-fields",
                List.of("template", "version", "field", "columns", "required", "sample"))) {
                for (LetterField field : found.fields()) {
                    rows.write(found.code(), found.version(), field.name(),
                        field.columns().stream().sorted().collect(Collectors.joining("|")), field.required(),
                        found.sample().fields().getOrDefault(field.name(), ""));
                }
            }
        }

    }

    /** Writes the content. */
    @Command(name = "content", description = "Writes the content of a letter template to a file, to be changed and drafted again.", footer = {
        "", "Example:", "  stockwright service letters content INSURER --to insurer.html --db ./acme" })
    static final class Content extends VersionTask {

        @Option(names = "--to", paramLabel = "FILE", required = true, description = "where it is written")
        Path target;

        @Override
        public void run(OpenBook book) throws IOException {
            LetterTemplate found = version(book, code, version);
            byte[] content = book.done(book.service(LetterTemplates.class).content(code, found.version()));
            WholeFile.write(target, out -> out.write(content));
            print(book, List.of(found));
        }

    }

    /** Writes a draft. */
    @Command(name = "draft", description = {
        "Writes a draft: a new letter template, a new version of one, or a change of the newest version while it is a draft.",
        "What is not named stays as it is. The letter of its sample is made as a test." }, footer = { "", "Example:",
            "  stockwright service letters draft INSURER insurer.html --name 'Letter to the insurer' --data name=Berg "
                + "--db ./acme" })
    static final class Draft implements BookTask {

        @Parameters(index = "0", paramLabel = "TEMPLATE", description = "its code")
        String code;

        @Parameters(index = "1", paramLabel = "FILE", description = "its content: .html, .docx or .odt")
        Path file;

        @Option(names = "--name", paramLabel = "T", description = "what people call it")
        String name;

        @Mixin
        LetterWords words = new LetterWords();

        @Option(names = "--from", paramLabel = "DAY", description = "first day of use; default of a new version: today")
        String from;

        @Option(names = "--until", paramLabel = "DAY", description = "last day of use; '-' for no end")
        String until;

        @Option(names = "--uses", paramLabel = "ITEM@LOCATION", description = "what each letter uses up, such as a letterhead; '-' for nothing")
        String uses;

        @Option(names = "--dry-run", description = "checks everything, stores nothing")
        boolean dryRun;

        @Override
        public void check() {
            words.check();
            format();
            if (uses != null && !uses.equals("-") && !uses.matches("[^@]+@[^@]+")) {
                throw new WrongUsage("--uses is ITEM@LOCATION, or '-'.");
            }
        }

        private LetterFormat format() {
            return LetterFormat.ofFile(file.toString())
                .orElseThrow(() -> new WrongUsage("The content is a file .html, .docx or .odt."));
        }

        @Override
        public void run(OpenBook book) throws IOException {
            LetterTemplates templates = book.service(LetterTemplates.class);
            Optional<LetterTemplate> old = templates.versions(code).stream().reduce((one, later) -> later);
            Optional<LetterTemplate> changed = old.filter(one -> one.state() == State.DRAFT);
            LocalDate first = from == null ? changed.map(LetterTemplate::from).orElseGet(book::today) : book.day(from);
            Optional<Stored> used = uses == null ? old.flatMap(LetterTemplate::stored)
                : uses.equals("-") ? Optional.empty() : Optional.of(stored(book));
            LetterTemplate draft = new LetterTemplate(code, changed.map(LetterTemplate::version).orElse(0),
                name == null ? old.map(LetterTemplate::name).orElse(code) : name, State.DRAFT, format(), first,
                Words.until(book, until, changed.flatMap(LetterTemplate::until)), used,
                words.isEmpty() && old.isPresent() ? old.get().sample() : words.read(book), List.of(), "");
            byte[] content;
            try (InputStream in = Files.newInputStream(file)) {
                // what is too large is refused, however large it is
                content = in.readNBytes(LetterTemplates.MOST_BYTES + 1);
            }
            print(book, List.of(book.store(dryRun, () -> templates.save(draft, content))));
        }

        private Stored stored(OpenBook book) {
            String[] parts = uses.split("@");
            return new Stored(Words.item(book, parts[0]), book.location(parts[1]).orElseThrow());
        }

    }

    /** Puts a draft in use. */
    @Command(name = "approve", description = "Approves a draft: from its first day on letters are made by it.", footer = {
        "", "Example:", "  stockwright service letters approve INSURER --db ./acme" })
    static final class Approve extends VersionChange.Approval<LetterTemplates, LetterTemplate> {

        Approve() {
            super(VERSIONS);
        }

    }

    /** Throws a draft away. */
    @Command(name = "discard", description = "Throws a draft away.", footer = { "", "Example:",
        "  stockwright service letters discard INSURER --version 3 --db ./acme" })
    static final class Discard extends VersionChange.Discarding<LetterTemplates, LetterTemplate> {

        Discard() {
            super(VERSIONS);
        }

    }

    /** Ends the use of a version. */
    @Command(name = "retire", description = "Makes no more letters by a version after a day.", footer = { "",
        "Example:",
        "  stockwright service letters retire INSURER --version 1 --last 2026-06-30 --db ./acme" })
    static final class Retire extends VersionChange.Retirement<LetterTemplates, LetterTemplate> {

        Retire() {
            super(VERSIONS);
        }

    }

}
