package org.stockwright.service.cli.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.cli.spi.BookTask;
import org.stockwright.cli.spi.CommandEntry;
import org.stockwright.cli.spi.CommandEntry.Noun;
import org.stockwright.cli.spi.OpenBook;
import org.stockwright.cli.spi.WrongUsage;
import org.stockwright.exchange.RowWriter;
import org.stockwright.service.ClientProfiles;
import org.stockwright.service.ClientProfiles.Field;
import org.stockwright.service.ClientProfiles.Profile;
import org.stockwright.service.DecisionTable.Input;
import org.stockwright.service.ScoreModel;
import org.stockwright.service.Scores;
import org.stockwright.service.Scores.Recomputed;
import org.stockwright.service.Scores.Score;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Template.State;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores of clients, what they are computed of, and their formulas. */
final class ScoreTasks {

    private static final VersionChange.Versioned<Scores, ScoreModel> VERSIONS = new VersionChange.Versioned<>(
        Scores.class,
        (book, code, typed) -> version(book, code, typed).version(), ScoreTasks::print, Scores::approve,
        Scores::discard, Scores::retire);

    private ScoreTasks() {
        // only tasks
    }

    static Noun noun() {
        return CommandEntry.noun("score",
            "Scores of clients: computed ahead in batches, and kept as long as they are fresh.",
            "stockwright service score recompute CREDIT-SCORE --db ./acme", new Supply(), new Of(), new Recompute(),
            new WriteOff(), new Try(), new ShowProfile(), new SetProfile(), new Fields(), new FieldOf(), new Models(),
            new Draft(), new Approve(), new Discard(), new Retire());
    }

    private static void print(OpenBook book, List<ScoreModel> models) throws IOException {
        try (RowWriter rows = book.data("service-score-models", List.of("score", "version", "state", "name", "from",
            "until", "formula", "decimals", "validity_days", "item", "place", "cost"))) {
            for (ScoreModel one : models) {
                rows.write(one.code(), one.version(), Words.word(one.state()), one.name(), one.from(),
                    one.until().orElse(null), one.formula(), one.decimals(), one.validityDays(),
                    one.item().map(item -> Words.code(book, item)).orElse(""), Words.code(book, one.place()),
                    one.cost());
            }
        }
    }

    private static void print(OpenBook book, String score, Recomputed done) throws IOException {
        try (RowWriter rows = book.result("service-scores-recomputed",
            List.of("score", "clients", "computed", "kept", "written_off", "refused"))) {
            rows.write(score, done.clients(), done.computed(), done.kept(), done.writtenOff(), done.refused());
        }
        if (done.refused() > 0) {
            throw book.refuse(done.refusals());
        }
    }

    /** The newest version of a score, if there is one. */
    private static Optional<ScoreModel> newest(OpenBook book, String code) {
        return book.service(Scores.class).models().stream().filter(one -> one.code().equals(code))
            .reduce((one, later) -> later);
    }

    /** The version that was asked for; without one the newest. */
    private static ScoreModel version(OpenBook book, String code, Integer version) {
        return book.service(Scores.class).models().stream()
            .filter(one -> one.code().equals(code) && (version == null || one.version() == version))
            .reduce((one, later) -> later)
            .orElseThrow(() -> book.refuse(
                Refusal.of(ServiceRefusal.UNKNOWN_MODEL, code, Words.version(version))
                    .hint("'service score models' shows them; case matters.")));
    }

    /** Shows how far scores are there. */
    @Command(name = "supply", description = "Shows how many scores are fresh, expired or missing, for each score in use.", footer = {
        "", "Example:", "  stockwright service score supply --db ./acme" })
    static final class Supply implements BookTask {

        @Override
        public void run(OpenBook book) throws IOException {
            List<Scores.Supply> supply = book.service(Scores.class).supply();
            try (RowWriter rows = book.data("service-score-supply", List.of("score", "name", "clients", "fresh",
                "expired", "profile_changed", "model_changed", "missing", "on_hand", "summary"))) {
                for (Scores.Supply one : supply) {
                    rows.write(one.model(), one.name(), one.clients(), one.fresh(), one.expired(),
                        one.profileChanged(), one.modelChanged(), one.missing(), one.onHand().orElse(null),
                        one.sentence());
                }
            }
        }

    }

    /** Shows the score of a client. */
    @Command(name = "show", description = "Shows the newest score of a client, of what it was computed, and whether it is fresh.", footer = {
        "", "Example:", "  stockwright service score show CREDIT-SCORE C1001 --db ./acme" })
    static final class Of implements BookTask {

        @Parameters(index = "0", paramLabel = "SCORE", description = "its code")
        String code;

        @Parameters(index = "1", paramLabel = "CLIENT", description = "the partner's code")
        String client;

        @Override
        public void run(OpenBook book) throws IOException {
            version(book, code, null);
            Optional<Score> found = book.service(Scores.class).of(code, Words.partner(book, client));
            try (
                RowWriter rows = book.data("service-score", List.of("score", "version", "client", "points", "freshness",
                    "last_day", "computed", "user", "lot", "inputs"))) {
                if (found.isPresent()) {
                    Score one = found.get();
                    rows.write(one.model(), one.version(), client, one.points(), Words.word(one.freshness()),
                        one.lastDay(), one.computed(), one.by(), one.lot(), Words.texts(one.inputs()));
                }
            }
        }

    }

    /** Computes. */
    @Command(name = "recompute", description = {
        "Computes the scores of all clients with a profile that are not fresh, in parts that are each stored; to be run in quiet",
        "hours. Whose score cannot be computed is named." }, footer = { "", "Example:",
            "  stockwright service score recompute CREDIT-SCORE --progress --db ./acme" })
    static final class Recompute implements BookTask {

        @Parameters(index = "0", paramLabel = "SCORE", description = "its code")
        String code;

        @Option(names = "--all", description = "fresh ones too")
        boolean all;

        @Override
        public void run(OpenBook book) throws IOException {
            print(book, code, book.done(book.service(Scores.class).recompute(code, all, book.progress())));
        }

    }

    /** Throws away what has expired. */
    @Command(name = "write-off", description = "Writes off the units of scores whose last day is over.", footer = { "",
        "Example:", "  stockwright service score write-off CREDIT-SCORE --db ./acme" })
    static final class WriteOff implements BookTask {

        @Parameters(index = "0", paramLabel = "SCORE", description = "its code")
        String code;

        @Override
        public void run(OpenBook book) throws IOException {
            print(book, code, book.done(book.service(Scores.class).writeOff(code, book.progress())));
        }

    }

    /** Tries a formula. */
    @Command(name = "try", description = "Shows what a version of a score comes to for typed values; nothing is kept.", footer = {
        "", "Example:",
        "  stockwright service score try CREDIT-SCORE --value income=42000 --value debts=3000 --db ./acme" })
    static final class Try extends VersionTask {

        @Option(names = "--value", paramLabel = "NAME=VALUE", description = "what is known of a client; may be repeated")
        List<String> values = List.of();

        @Override
        public void check() {
            Words.pairs(values, "--value");
        }

        @Override
        public void run(OpenBook book) throws IOException {
            ScoreModel model = version(book, code, version);
            BigDecimal points = book
                .done(book.service(Scores.class).tryOut(model, Words.pairs(values, "--value")));
            try (RowWriter rows = book.result("service-score-try", List.of("score", "version", "points"))) {
                rows.write(code, model.version(), points);
            }
        }

    }

    /** Shows what is known of a client. */
    @Command(name = "profile", description = "Shows what is known of a client.", footer = { "", "Example:",
        "  stockwright service score profile C1001 --db ./acme" })
    static final class ShowProfile implements BookTask {

        @Parameters(index = "0", paramLabel = "CLIENT", description = "the partner's code")
        String client;

        @Override
        public void run(OpenBook book) throws IOException {
            print(book, client, Words.partner(book, client));
        }

        private static void print(OpenBook book, String code, PartnerId client) throws IOException {
            Map<String, String> values = book.service(ClientProfiles.class).get(client).map(Profile::values)
                .orElse(Map.of());
            try (RowWriter rows = book.data("service-profile", List.of("client", "field", "value"))) {
                for (Map.Entry<String, String> one : values.entrySet().stream().sorted(Map.Entry.comparingByKey())
                    .toList()) {
                    rows.write(code, one.getKey(), one.getValue());
                }
            }
        }

    }

    /** Says what is known of a client. */
    @Command(name = "set", description = "Says what is known of a client: values that are named are changed; an empty one is taken away.", footer = {
        "", "Example:", "  stockwright service score set C1001 --value income=42000 --db ./acme" })
    static final class SetProfile implements BookTask {

        @Parameters(index = "0", paramLabel = "CLIENT", description = "the partner's code")
        String client;

        @Option(names = "--value", paramLabel = "FIELD=VALUE", required = true, description = "a value; may be repeated")
        List<String> values = List.of();

        @Option(names = "--dry-run", description = "checks everything, stores nothing")
        boolean dryRun;

        @Override
        public void check() {
            Words.pairs(values, "--value");
        }

        @Override
        public void run(OpenBook book) throws IOException {
            PartnerId id = Words.partner(book, client);
            Profile profile = new Profile(id, Words.pairs(values, "--value"));
            int changed = book.store(dryRun, () -> book.service(ClientProfiles.class).saveAll(List.of(profile)));
            try (RowWriter rows = book.result("service-profile-changed", List.of("client", "changed"))) {
                rows.write(client, changed > 0);
            }
        }

    }

    private static void printFields(OpenBook book, List<Field> fields) throws IOException {
        try (RowWriter rows = book.data("service-profile-fields", List.of("field", "type", "choices"))) {
            for (Field one : fields) {
                rows.write(one.name(), Words.word(one.type()), String.join("|", one.choices()));
            }
        }
    }

    /** Shows fields. */
    @Command(name = "fields", description = "Shows the fields of client profiles.", footer = { "", "Example:",
        "  stockwright service score fields --db ./acme" })
    static final class Fields implements BookTask {

        @Override
        public void run(OpenBook book) throws IOException {
            printFields(book, book.service(ClientProfiles.class).fields());
        }

    }

    /** Makes fields. */
    @Command(name = "field", description = "Makes fields of client profiles, or gives them more choices.", footer = {
        "",
        "Example:", "  stockwright service score field income:number 'branch:text:retail|trade' --db ./acme" })
    static final class FieldOf implements BookTask {

        @Parameters(index = "0", arity = "1..*", paramLabel = "NAME:TYPE[:A|B]", description = "of the type number, text, yes-no or date")
        List<String> fields;

        @Option(names = "--dry-run", description = "checks everything, stores nothing")
        boolean dryRun;

        @Override
        public void check() {
            fields.forEach(TableFiles::input);
        }

        @Override
        public void run(OpenBook book) throws IOException {
            List<Field> wanted = fields.stream().map(TableFiles::input).map(ScoreTasks::field).toList();
            printFields(book, book.store(dryRun, () -> book.service(ClientProfiles.class).saveFields(wanted)));
        }

    }

    private static Field field(Input input) {
        return new Field(input.name(), input.type(), input.choices());
    }

    /** Shows models. */
    @Command(name = "models", description = "Shows scores with their formulas, in all their versions.", footer = { "",
        "Example:", "  stockwright service score models --db ./acme" })
    static final class Models implements BookTask {

        @Override
        public void run(OpenBook book) throws IOException {
            print(book, book.service(Scores.class).models());
        }

    }

    /** Writes a draft. */
    @Command(name = "draft", description = {
        "Writes a draft: a new score, a new version of one, or a change of the newest version while it is a draft. What is not",
        "named stays as it is." }, footer = { "", "Example:",
            "  stockwright service score draft CREDIT-SCORE --formula 'income / 100 - debts / 50' --validity-days 30 --db ./acme" })
    static final class Draft implements BookTask {

        @Parameters(index = "0", paramLabel = "SCORE", description = "its code")
        String code;

        @Option(names = "--name", paramLabel = "T", description = "what people call it")
        String name;

        @Option(names = "--formula", paramLabel = "F", description = "an expression over the fields of client profiles")
        String formula;

        @Option(names = "--decimals", paramLabel = "N", description = "the result is rounded to so many; default of a new one: 0")
        Integer decimals;

        @Option(names = "--validity-days", paramLabel = "N", description = "a score can be used for so many days; default of a new one: 30")
        Integer validity;

        @Option(names = "--from", paramLabel = "DAY", description = "first day of use; default of a new version: today")
        String from;

        @Option(names = "--until", paramLabel = "DAY", description = "last day of use; '-' for no end")
        String until;

        @Option(names = "--item", paramLabel = "I", description = "the item of a computed score, tracked by lot; '-' for none")
        String item;

        @Option(names = "--place", paramLabel = "L", description = "where these units lie; '-' for none")
        String place;

        @Option(names = "--cost", paramLabel = "N", description = "what computing one costs; default of a new one: 0")
        String cost;

        @Option(names = "--dry-run", description = "checks everything, stores nothing")
        boolean dryRun;

        @Override
        public void run(OpenBook book) throws IOException {
            Optional<ScoreModel> old = newest(book, code);
            if (old.isEmpty() && formula == null) {
                throw new WrongUsage("A new score needs --formula.");
            }
            Optional<ScoreModel> changed = old.filter(one -> one.state() == State.DRAFT);
            ScoreModel draft = new ScoreModel(code, changed.map(ScoreModel::version).orElse(0),
                name == null ? old.map(ScoreModel::name).orElse(code) : name, State.DRAFT, first(book, changed),
                Words.until(book, until, changed.flatMap(ScoreModel::until)),
                formula == null ? old.orElseThrow().formula() : formula,
                decimals == null ? old.map(ScoreModel::decimals).orElse(0) : decimals,
                validity == null ? old.map(ScoreModel::validityDays).orElse(30) : validity, item(book, old),
                place(book, old), cost == null ? old.map(ScoreModel::cost).orElse(BigDecimal.ZERO) : book.number(cost));
            print(book, List.of(book.store(dryRun, () -> book.service(Scores.class).save(draft))));
        }

        private LocalDate first(OpenBook book, Optional<ScoreModel> changed) {
            return from == null ? changed.map(ScoreModel::from).orElseGet(book::today) : book.day(from);
        }

        private Optional<ItemId> item(OpenBook book, Optional<ScoreModel> old) {
            return item == null ? old.flatMap(ScoreModel::item)
                : item.equals("-") ? Optional.empty() : book.item(item);
        }

        private Optional<LocationId> place(OpenBook book, Optional<ScoreModel> old) {
            return place == null ? old.flatMap(ScoreModel::place)
                : place.equals("-") ? Optional.empty() : book.location(place);
        }

    }

    /** Puts a draft in use. */
    @Command(name = "approve", description = "Approves a draft: from its first day on scores are computed by it.", footer = {
        "", "Example:", "  stockwright service score approve CREDIT-SCORE --db ./acme" })
    static final class Approve extends VersionChange.Approval<Scores, ScoreModel> {

        Approve() {
            super(VERSIONS);
        }

    }

    /** Throws a draft away. */
    @Command(name = "discard", description = "Throws a draft away.", footer = { "", "Example:",
        "  stockwright service score discard CREDIT-SCORE --version 3 --db ./acme" })
    static final class Discard extends VersionChange.Discarding<Scores, ScoreModel> {

        Discard() {
            super(VERSIONS);
        }

    }

    /** Ends the use of a version. */
    @Command(name = "retire", description = "Computes no more scores by a version after a day.", footer = { "",
        "Example:", "  stockwright service score retire CREDIT-SCORE --version 1 --last 2026-06-30 --db ./acme" })
    static final class Retire extends VersionChange.Retirement<Scores, ScoreModel> {

        Retire() {
            super(VERSIONS);
        }

    }

}
