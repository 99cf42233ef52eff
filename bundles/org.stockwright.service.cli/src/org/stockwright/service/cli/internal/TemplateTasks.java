package org.stockwright.service.cli.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.cli.spi.BookTask;
import org.stockwright.cli.spi.CommandEntry;
import org.stockwright.cli.spi.CommandEntry.Noun;
import org.stockwright.cli.spi.OpenBook;
import org.stockwright.cli.spi.WrongUsage;
import org.stockwright.exchange.RowWriter;
import org.stockwright.service.BoundaryEffect;
import org.stockwright.service.Demand;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Stage;
import org.stockwright.service.Stage.Material;
import org.stockwright.service.StarterParts;
import org.stockwright.service.Template;
import org.stockwright.service.Template.Mismatch;
import org.stockwright.service.Template.Replenishment;
import org.stockwright.service.Template.State;
import org.stockwright.service.Templates;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Templates of services and their push-pull boundary. */
final class TemplateTasks {

    private static final VersionChange.Versioned<Templates, Template> VERSIONS = new VersionChange.Versioned<>(
        Templates.class,
        (book, code, typed) -> version(book, code, typed).version(), TemplateTasks::print, Templates::approve,
        Templates::discard, Templates::retire);

    private static final List<String> COLUMNS = List.of("template", "version", "state", "name", "service", "stored",
        "queue", "from", "until", "boundary", "stages", "minimum", "target", "under_cost", "over_cost");

    private TemplateTasks() {
        // only tasks
    }

    static Noun noun() {
        return CommandEntry.noun("template", "Templates of services: their stages, and how many are done ahead.",
            "stockwright service template list --db ./acme", new Listing(), new Show(), new Starters(), new Draft(),
            new Approve(), new Discard(), new Retire(), new Boundary(), new Move(), new Response());
    }

    private static void print(OpenBook book, List<Template> templates) throws IOException {
        try (RowWriter rows = book.data("service-templates", COLUMNS)) {
            for (Template one : templates) {
                rows.write(one.code(), one.version(), Words.word(one.state()), one.name(),
                    Words.code(book, one.service()), one.stored().map(item -> Words.code(book, item)).orElse(""),
                    Words.code(book, one.queue()), one.from(), one.until().orElse(null), one.boundary(),
                    one.stages().size(), one.replenishment().minimum(), one.replenishment().target(),
                    one.mismatch().under(), one.mismatch().over().orElse(null));
            }
        }
    }

    /** The version that was asked for; without one the newest. */
    static Template version(OpenBook book, String code, Integer version) {
        List<Template> all = book.service(Templates.class).versions(code);
        return all.stream().filter(one -> version == null || one.version() == version).reduce((one, later) -> later)
            .orElseThrow(() -> book.refuse(Refusal
                .of(ServiceRefusal.UNKNOWN_TEMPLATE, code, version == null ? "1" : version.toString())
                .hint("'service template list' shows them; case matters.")));
    }

    /** Shows templates. */
    @Command(name = "list", description = "Shows templates with all their versions.", footer = { "", "Example:",
        "  stockwright service template list --db ./acme" })
    static final class Listing implements BookTask {

        @Parameters(index = "0", arity = "0..1", paramLabel = "TEMPLATE", description = "only this one; default: all")
        String code;

        @Option(names = "--on", paramLabel = "DAY", description = "only what is in use on this day")
        String on;

        @Override
        public void run(OpenBook book) throws IOException {
            Templates templates = book.service(Templates.class);
            Words.known(book, code);
            Optional<LocalDate> day = Optional.ofNullable(on).map(book::day);
            print(book, (code == null ? templates.list() : templates.versions(code)).stream()
                .filter(one -> day.map(one::holds).orElse(true)).toList());
        }

    }

    /** Shows the stages of one. */
    @Command(name = "show", description = {
        "Shows a template with a row for each stage, in the columns that 'import service-templates' reads." }, footer = {
            "", "Example:", "  stockwright service template show LETTER --format csv --db ./acme" })
    static final class Show extends VersionTask {

        @Override
        public void run(OpenBook book) throws IOException {
            TemplateFile.write(book, version(book, code, version));
        }

    }

    private static String named(StarterParts.Part part) {
        return part.kind() + " " + part.code();
    }

    /** Shows what comes with the product. */
    @Command(name = "starters", description = {
        "Shows the ready templates that come with the product, and how far the letters, decision tables and scores are that",
        "their stages name: missing, draft, ready, or past." }, footer = { "", "Example:",
            "  stockwright service template starters --db ./acme" })
    static final class Starters implements BookTask {

        @Override
        public void run(OpenBook book) throws IOException {
            List<Templates.Starter> starters = book.service(Templates.class).starters();
            StarterParts parts = book.service(StarterParts.class);
            try (RowWriter rows = book.result("service-starters",
                List.of("starter", "name", "about", "stages", "boundary", "materials", "parts"))) {
                for (Templates.Starter one : starters) {
                    rows.write(one.id(), one.name(), one.about(),
                        String.join("|", one.template().stages().stream().map(Stage::code).toList()),
                        one.template().boundary(),
                        String.join("|",
                            one.materials().stream().map(
                                each -> each.stage() + ": " + Words.plain(each.quantity()) + " " + each.material())
                                .toList()),
                        String.join("|", parts.of(one.id()).stream()
                            .map(each -> named(each) + ": " + Words.word(each.standing())).toList()));
                }
            }
        }

    }

    /** Writes a draft. */
    @Command(name = "draft", description = {
        "Writes a draft: a new template from a starter, a new version of one, or a change of the newest version while it is a",
        "draft. What is not named stays as it is. With a starter, the letters, decision tables and scores that its stages name",
        "are drafted too where there are none; approve them before the template.",
        "'import service-templates' writes drafts with stages of your own." }, footer = {
            "", "Examples:",
            "  stockwright service template draft LETTER --starter medical-letter --item LETTER --stored LETTER-READY "
                + "--queue READY --minimum 20 --target 50 --under 12 --db ./acme",
            "  stockwright service template draft LETTER --target 60 --from 2026-03-01 --db ./acme" })
    static final class Draft implements BookTask {

        @Parameters(index = "0", paramLabel = "TEMPLATE", description = "its code")
        String code;

        @Option(names = "--starter", paramLabel = "ID", description = "begin with this ready template")
        String starter;

        @Option(names = "--without-parts", description = "draft only the template of the starter, without its letters, tables and scores")
        boolean withoutParts;

        @Option(names = "--name", paramLabel = "T", description = "what people call it")
        String name;

        @Option(names = "--item", paramLabel = "I", description = "the item that customers get")
        String item;

        @Option(names = "--stored", paramLabel = "I", description = "the item of a prepared unit, tracked by lot; '-' for none")
        String stored;

        @Option(names = "--queue", paramLabel = "L", description = "where prepared units lie; '-' for none")
        String queue;

        @Option(names = "--from", paramLabel = "DAY", description = "first day of use; default of a new version: today")
        String from;

        @Option(names = "--until", paramLabel = "DAY", description = "last day of use; '-' for no end")
        String until;

        @Option(names = "--boundary", paramLabel = "N", description = "so many stages are done ahead; 0 for none")
        Integer boundary;

        @Option(names = "--minimum", paramLabel = "N", description = "below this a batch is proposed")
        String minimum;

        @Option(names = "--target", paramLabel = "N", description = "up to this")
        String target;

        @Option(names = "--under", paramLabel = "N", description = "what it costs when a customer finds no prepared unit")
        String under;

        @Option(names = "--over", paramLabel = "N", description = "what it costs when a unit expires; '-' for what its preparation costs")
        String over;

        @Option(names = "--material", paramLabel = "STAGE:ITEM=N", description = "a material that a stage uses up for one unit, besides the others; may be repeated")
        List<String> materials = List.of();

        @Option(names = "--dry-run", description = "checks everything, stores nothing")
        boolean dryRun;

        @Override
        public void check() {
            for (String material : materials) {
                if (!material.matches("[^:]+:[^=]+=[^=]+")) {
                    throw new WrongUsage("--material is STAGE:ITEM=N: '" + material + "' is not.");
                }
            }
            if (withoutParts && starter == null) {
                throw new WrongUsage("--without-parts belongs to --starter.");
            }
        }

        @Override
        public void run(OpenBook book) throws IOException {
            Templates templates = book.service(Templates.class);
            Optional<Template> old = templates.versions(code).stream().reduce((one, later) -> later);
            if (old.isEmpty() && (starter == null || item == null)) {
                throw new WrongUsage("A new template needs --starter and --item.");
            }
            Template base = starter == null ? old.orElseThrow() : starter(book, templates);
            int number = old.filter(one -> one.state() == State.DRAFT).map(Template::version).orElse(0);
            LocalDate first = day(book, base, number);
            Template draft = new Template(code, number, name == null ? base.name() : name, State.DRAFT,
                item == null ? old.map(Template::service).orElse(base.service()) : Words.item(book, item),
                chosen(stored, starter == null ? base.stored() : old.flatMap(Template::stored),
                    text -> Words.item(book, text)),
                chosen(queue, starter == null ? base.queue() : old.flatMap(Template::queue),
                    text -> book.location(text).orElseThrow()),
                first, Words.until(book, until, base.until().filter(last -> number != 0 || !last.isBefore(first))),
                boundary == null ? base.boundary() : boundary,
                new Replenishment(number(book, minimum, base.replenishment().minimum()),
                    number(book, target, base.replenishment().target())),
                new Mismatch(number(book, under, base.mismatch().under()),
                    chosen(over, base.mismatch().over(), book::number)),
                withMaterials(book, base.stages()));
            StarterParts parts = book.service(StarterParts.class);
            Drafted drafted = book.store(dryRun,
                () -> (starter == null || withoutParts ? Outcome.done(List.<StarterParts.Part>of())
                    : parts.draft(starter)).then(made -> templates.save(draft).map(saved -> new Drafted(saved, made))));
            print(book, List.of(drafted.template()));
            if (!drafted.parts().isEmpty()) {
                book.remark("Drafted with it: "
                    + String.join(", ", drafted.parts().stream().map(TemplateTasks::named).toList())
                    + ". Look at them and approve them before the template.");
            }
        }

        /** A template, and what was drafted with it. */
        private record Drafted(Template template, List<StarterParts.Part> parts) {
        }

        private Template starter(OpenBook book, Templates templates) {
            return templates.starters().stream().filter(one -> one.id().equals(starter)).findFirst()
                .map(Templates.Starter::template)
                .orElseThrow(() -> book.refuse(Refusal.of(ServiceRefusal.UNKNOWN_STARTER, starter).hint("There are: "
                    + String.join(", ", templates.starters().stream().map(Templates.Starter::id).toList()) + ".")));
        }

        private LocalDate day(OpenBook book, Template base, int number) {
            if (from != null) {
                return book.day(from);
            }
            return number == 0 || starter != null ? book.today() : base.from();
        }

        private static BigDecimal number(OpenBook book, String text, BigDecimal old) {
            return text == null ? old : book.number(text);
        }

        private static <T> Optional<T> chosen(String text, Optional<T> old,
            Function<String, T> reading) {
            return text == null ? old : text.equals("-") ? Optional.empty() : Optional.of(reading.apply(text));
        }

        private List<Stage> withMaterials(OpenBook book, List<Stage> wanted) {
            List<Stage> result = new ArrayList<>(wanted);
            for (String material : materials) {
                String stage = material.substring(0, material.indexOf(':'));
                String[] pair = material.substring(material.indexOf(':') + 1).split("=");
                Material added = new Material(Words.item(book, pair[0]), book.number(pair[1]));
                int at = result.stream().map(Stage::code).toList().indexOf(stage);
                if (at < 0) {
                    throw new WrongUsage("There is no stage '" + stage + "': "
                        + String.join(", ", result.stream().map(Stage::code).toList()) + ".");
                }
                result.set(at, with(result.get(at), added));
            }
            return result;
        }

        private static Stage with(Stage stage, Material added) {
            List<Material> all = new ArrayList<>(stage.materials());
            all.removeIf(one -> one.item().equals(added.item()));
            all.add(added);
            return new Stage(stage.code(), stage.name(), stage.performer(), stage.automation(), stage.minutes(),
                stage.cost(), stage.validityDays(), stage.gate(), stage.dueMinutes(), all, stage.needs());
        }

    }

    /** Puts a draft in use. */
    @Command(name = "approve", description = {
        "Approves a draft: from its first day on it is used in place of the version before." }, footer = { "",
            "Example:",
            "  stockwright service template approve LETTER --db ./acme" })
    static final class Approve extends VersionChange.Approval<Templates, Template> {

        Approve() {
            super(VERSIONS);
        }

    }

    /** Throws a draft away. */
    @Command(name = "discard", description = "Throws a draft away.", footer = { "", "Example:",
        "  stockwright service template discard LETTER --version 3 --db ./acme" })
    static final class Discard extends VersionChange.Discarding<Templates, Template> {

        Discard() {
            super(VERSIONS);
        }

    }

    /** Ends the use of a version. */
    @Command(name = "retire", description = "Uses a version no more after a day; what it prepared is still used up.", footer = {
        "", "Example:", "  stockwright service template retire LETTER --version 1 --last 2026-06-30 --db ./acme" })
    static final class Retire extends VersionChange.Retirement<Templates, Template> {

        Retire() {
            super(VERSIONS);
        }

    }

    /** Moves the boundary. */
    @Command(name = "move", description = {
        "Moves the push-pull boundary: a draft is changed; of a version that is in use a new draft is made, to be approved.",
        "'service template boundary' shows before what it does." }, footer = { "", "Example:",
            "  stockwright service template move LETTER 2 --from 2026-07-01 --db ./acme" })
    static final class Move extends VersionChange<Templates, Template> {

        @Parameters(index = "1", paramLabel = "N", description = "so many stages are done ahead from then on")
        int boundary;

        @Option(names = "--from", paramLabel = "DAY", description = "first day of the new draft; default: today")
        String from;

        Move() {
            super(VERSIONS);
        }

        @Override
        Supplier<Outcome<Template>> change(OpenBook book, VersionChange.Versioned<Templates, Template> of,
            Templates templates, int number) {
            LocalDate day = from == null ? book.today() : book.day(from);
            return () -> templates.move(code, number, boundary, day);
        }

    }

    /** Shows what moving the boundary does. */
    @Command(name = "boundary", description = {
        "Shows what each position of the push-pull boundary does to the customer's waiting time (in minutes), the stock to",
        "hold, its cost and what expires; by recorded demand, or by the one that is typed." }, footer = { "",
            "Examples:",
            "  stockwright service template boundary LETTER --days 90 --db ./acme",
            "  stockwright service template boundary LETTER --mean 12 --deviation 4 --lead-days 1 --db ./acme" })
    static final class Boundary implements BookTask {

        private static final int USUAL_DAYS = 90;

        @Parameters(index = "0", paramLabel = "TEMPLATE", description = "its code")
        String code;

        @Option(names = "--version", paramLabel = "N", description = "which version; default: the newest")
        Integer version;

        @Option(names = "--days", paramLabel = "N", description = "demand recorded in so many days before today; default: 90")
        Integer days;

        @Option(names = "--mean", paramLabel = "N", description = "demand that is assumed: units of a day")
        String mean;

        @Option(names = "--deviation", paramLabel = "N", description = "its standard deviation; default: 0")
        String deviation;

        @Option(names = "--review-days", paramLabel = "N", description = "units are prepared every so many days; default: 1")
        String review;

        @Option(names = "--lead-days", paramLabel = "N", description = "preparing a batch takes so many days; default: 0")
        String lead;

        @Option(names = "--service", paramLabel = "N", description = "share of customers that find a prepared unit, for units that keep; default: 0.95")
        String service;

        @Override
        public void check() {
            if (mean == null && deviation != null || mean != null && days != null) {
                throw new WrongUsage("Either --days, or --mean with or without --deviation.");
            }
            if (days != null) {
                Words.positive(days, "--days");
            }
        }

        @Override
        public void run(OpenBook book) throws IOException {
            Templates templates = book.service(Templates.class);
            Template template = version(book, code, version);
            List<BoundaryEffect> effects = book.done(templates.boundaries(template, demand(book, templates, template)));
            try (RowWriter rows = book.data("service-boundary",
                List.of("boundary", "stage", "chosen", "model", "ratio", "stock", "fill", "wait_stored", "wait_all",
                    "wait_expected", "preparation", "obsolete", "obsolescence", "invested", "validity_days"))) {
                for (BoundaryEffect one : effects) {
                    if (one.boundary() > template.furthest()) {
                        // the customer does the stage: nobody can do it ahead
                        continue;
                    }
                    rows.write(one.boundary(),
                        one.boundary() == 0 ? "" : template.stages().get(one.boundary() - 1).code(),
                        one.boundary() == template.boundary(), Words.word(one.model()), Words.exact(one.ratio()),
                        one.stock(), Words.exact(one.fill()), one.waitStored(), one.waitAll(),
                        Words.exact(one.waitExpected()), book.amount(one.preparation()), Words.exact(one.obsolete()),
                        book.amount(one.obsolescence()), book.amount(one.invested()),
                        one.validityDays().orElse(null));
                }
            }
        }

        private Demand demand(OpenBook book, Templates templates, Template template) {
            Demand usual = templates.recorded(template.service(), days == null ? USUAL_DAYS : days);
            Demand wanted = mean == null ? usual
                : new Demand(book.number(mean), deviation == null ? BigDecimal.ZERO : book.number(deviation), List.of(),
                    usual.reviewDays(), usual.leadDays(), usual.service());
            return new Demand(wanted.mean(), wanted.deviation(), wanted.days(),
                review == null ? wanted.reviewDays() : book.number(review),
                lead == null ? wanted.leadDays() : book.number(lead),
                service == null ? wanted.service() : book.number(service));
        }

    }

    /** Shows measured waiting times. */
    @Command(name = "response", description = {
        "Shows how many minutes customers waited, by how many stages had been done ahead: with and without stored work." }, footer = {
            "", "Example:",
            "  stockwright service template response --from 2026-01-01 --to 2026-03-31 --db ./acme" })
    static final class Response implements BookTask {

        private static final int USUAL_DAYS = 90;

        @Option(names = "--from", paramLabel = "DAY", description = "delivered on or after this day; default: 90 days before today")
        String from;

        @Option(names = "--to", paramLabel = "DAY", description = "delivered on or before this day; default: today")
        String to;

        @Override
        public void run(OpenBook book) throws IOException {
            LocalDate first = from == null ? book.today().minusDays(USUAL_DAYS) : book.day(from);
            LocalDate last = to == null ? book.today() : book.day(to);
            List<Templates.ResponseTime> times = book.service(Templates.class).responseTimes(first, last);
            try (RowWriter rows = book.data("service-response", List.of("template", "version", "name", "stages_ahead",
                "cases", "mean_minutes", "longest_minutes", "standard_minutes"))) {
                for (Templates.ResponseTime one : times) {
                    rows.write(one.code(), one.version(), one.name(), one.done(), one.cases(),
                        Words.exact(one.meanMinutes()), Words.exact(one.longestMinutes()),
                        Words.exact(one.standardMinutes()));
                }
            }
        }

    }

}
