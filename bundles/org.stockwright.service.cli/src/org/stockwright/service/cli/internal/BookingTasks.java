package org.stockwright.service.cli.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.stockwright.base.Micros;
import org.stockwright.cli.spi.BookTask;
import org.stockwright.cli.spi.CommandEntry;
import org.stockwright.cli.spi.CommandEntry.Noun;
import org.stockwright.cli.spi.OpenBook;
import org.stockwright.documents.DocumentId;
import org.stockwright.exchange.RowWriter;
import org.stockwright.service.Arrivals;
import org.stockwright.service.Bookings;
import org.stockwright.service.Bookings.At;
import org.stockwright.service.Bookings.Booking;
import org.stockwright.service.Bookings.Offer;
import org.stockwright.service.Bookings.Request;
import org.stockwright.service.Bookings.Search;
import org.stockwright.service.Bookings.Slot;
import org.stockwright.service.Bookings.Subject;
import org.stockwright.service.Bookings.Use;
import org.stockwright.service.Bookings.Wish;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Services at a time, and the waiting list. */
final class BookingTasks {

    private static final int USUAL_DAYS = 7;

    private BookingTasks() {
        // only tasks
    }

    static Noun noun() {
        return CommandEntry.noun("book", "Books services at a time, and keeps the waiting list.",
            "stockwright service book slots LETTER --db ./acme", new Slots(), new Make(), new Listing(), new Move(),
            new Arrive(), new Cancel(), new NoShow(), new Await(), new Waiting(), new Offers(), new Accept());
    }

    private static void print(OpenBook book, List<Booking> bookings) throws IOException {
        try (RowWriter rows = book.data("service-bookings",
            List.of("number", "state", "customer", "template", "version", "from", "until", "resources", "outside",
                "reference", "unit"))) {
            for (Booking one : bookings) {
                rows.write(one.document().number(), Words.word(one.document().state()), one.document().partnerCode(),
                    one.template(), one.version(), one.from(), one.until(), resources(one.uses()), one.isOutside(),
                    one.document().reference(), one.unit().orElse(""));
            }
        }
    }

    private static String resources(List<Use> uses) {
        return uses.stream().map(Use::resource).distinct().collect(Collectors.joining("|"));
    }

    private static Instant first(OpenBook book, String from) {
        return from == null ? book.now() : book.start(from);
    }

    private static Instant last(OpenBook book, String to, Instant first) {
        return to == null ? first.plus(Duration.ofDays(USUAL_DAYS)) : book.end(to);
    }

    /** From when to when. */
    static final class Time {

        @Option(names = "--from", paramLabel = "T", description = "not before this; a date means its start; default: now")
        String from;

        @Option(names = "--to", paramLabel = "T", description = "before this; a date means its end; default: seven days later")
        String to;

    }

    /** For whom and what. */
    static final class For {

        @Parameters(index = "0", paramLabel = "TEMPLATE", description = "the code of the template")
        String template;

        @Option(names = "--customer", paramLabel = "C", required = true, description = "for whom: a partner's code")
        String customer;

        @Option(names = "--key", paramLabel = "K", required = true, description = "made by you; the same again books nothing twice")
        String key;

        @Option(names = "--place", paramLabel = "L", description = "where the materials come from; default: wherever they are")
        String place;

        @Option(names = "--reference", paramLabel = "T", description = "the customer's paper")
        String reference = "";

        @Option(names = "--note", paramLabel = "T", description = "more words")
        String note = "";

        Subject subject(OpenBook book) {
            return new Subject(template, Words.partner(book, customer), book.location(place), reference, note);
        }

    }

    /** When and by whom. */
    static final class When {

        @Option(names = "--at", paramLabel = "T", required = true, description = "when it begins, for example 2026-03-02T09:30")
        String at;

        @Option(names = "--resource", paramLabel = "R", description = "a resource that has to do it; may be repeated; default: whoever is there")
        List<String> resources = List.of();

        @Option(names = "--overtime", paramLabel = "R", description = "why the named resources work outside of their shifts")
        String overtime = "";

        At at(OpenBook book) {
            return new At(book.start(at), Set.copyOf(resources), overtime);
        }

    }

    /** Shows free times. */
    @Command(name = "slots", description = "Shows times at which a service can be booked.", footer = { "", "Example:",
        "  stockwright service book slots LETTER --from 2026-03-02 --to 2026-03-03 --minutes 30 --db ./acme" })
    static final class Slots implements BookTask {

        private static final int USUAL_MINUTES = 30;
        private static final int USUAL_MOST = 100;

        @Parameters(index = "0", paramLabel = "TEMPLATE", description = "the code of the template")
        String template;

        @Mixin
        Time time = new Time();

        @Option(names = "--resource", paramLabel = "R", description = "a resource that has to do it; may be repeated")
        List<String> resources = List.of();

        @Option(names = "--minutes", paramLabel = "N", description = "the times are so far apart; default: ${DEFAULT-VALUE}")
        int minutes = USUAL_MINUTES;

        @Mixin
        Limit limit = new Limit(USUAL_MOST);

        @Override
        public void check() {
            Words.positive(minutes, "--minutes");
            limit.check();
        }

        @Override
        public void run(OpenBook book) throws IOException {
            Instant from = first(book, time.from);
            List<Slot> slots = book.done(book.service(Bookings.class).slots(new Search(template, from,
                last(book, time.to, from), Set.copyOf(resources), minutes, limit.rows)));
            try (RowWriter rows = book.data("service-slots", List.of("from", "until", "resources"))) {
                for (Slot one : slots) {
                    rows.write(one.start(), one.end(), resources(one.uses()));
                }
            }
        }

    }

    /** Books. */
    @Command(name = "make", description = {
        "Books a service at a time: a resource of every pool that it needs, and its materials, or nothing." }, footer = {
            "", "Example:",
            "  stockwright service book make LETTER --customer C1001 --at 2026-03-02T09:30 --key B-1 --db ./acme" })
    static final class Make implements BookTask {

        @Mixin
        For subject = new For();

        @Mixin
        When when = new When();

        @Option(names = "--dry-run", description = "checks everything, stores nothing")
        boolean dryRun;

        @Override
        public void run(OpenBook book) throws IOException {
            Request request = new Request(subject.key, subject.subject(book), when.at(book));
            print(book, List.of(book.store(dryRun, () -> book.service(Bookings.class).book(request))));
        }

    }

    /** Shows bookings. */
    @Command(name = "list", description = "Shows the bookings that begin in a time, whatever became of them.", footer = {
        "", "Example:", "  stockwright service book list --from 2026-03-02 --to 2026-03-06 --db ./acme" })
    static final class Listing implements BookTask {

        @Mixin
        Time time = new Time();

        @Override
        public void run(OpenBook book) throws IOException {
            Instant from = first(book, time.from);
            print(book, book.service(Bookings.class).list(from, last(book, time.to, from)));
        }

    }

    /** What is done to one booking or wish. */
    private abstract static class OfOne implements BookTask {

        @Parameters(index = "0", paramLabel = "NUMBER", description = "the number of the booking or wish")
        String number;

        @Option(names = "--dry-run", description = "checks everything, stores nothing")
        boolean dryRun;

        @Override
        public final void run(OpenBook book) throws IOException {
            print(book, List.of(change(book, Words.document(book, Bookings.KIND, number).id())));
        }

        abstract Booking change(OpenBook book, DocumentId id);

    }

    /** Gives one another time. */
    @Command(name = "move", description = "Gives a booking another time or other resources; its materials stay held.", footer = {
        "", "Example:",
        "  stockwright service book move SB-000001 --at 2026-03-03T10:00 --reason 'customer asked' --db ./acme" })
    static final class Move extends OfOne {

        @Mixin
        When when = new When();

        @Option(names = "--reason", paramLabel = "R", required = true, description = "why")
        String reason;

        @Override
        Booking change(OpenBook book, DocumentId id) {
            At at = when.at(book);
            return book.store(dryRun, () -> book.service(Bookings.class).move(id, at, reason));
        }

    }

    /** Gives one up. */
    @Command(name = "cancel", description = "Cancels a booking and gives its time and materials back, or takes a wish off the waiting list.", footer = {
        "", "Example:", "  stockwright service book cancel SB-000001 --reason 'customer called' --db ./acme" })
    static final class Cancel extends OfOne {

        @Option(names = "--reason", paramLabel = "R", required = true, description = "why")
        String reason;

        @Override
        Booking change(OpenBook book, DocumentId id) {
            return book.store(dryRun, () -> book.service(Bookings.class).cancel(id, reason));
        }

    }

    /** Somebody came. */
    @Command(name = "arrive", description = {
        "Says that the customer of a booking came: a case is opened for him, and what the booking holds is its." }, footer = {
            "", "Example:", "  stockwright service book arrive SB-000001 --data policy=P-77 --db ./acme" })
    static final class Arrive implements BookTask {

        @Parameters(index = "0", paramLabel = "NUMBER", description = "the number of the booking")
        String number;

        @Option(names = "--data", paramLabel = "NAME=VALUE", description = "what he brings; may be repeated")
        List<String> data = List.of();

        @Override
        public void check() {
            Words.pairs(data, "--data");
        }

        @Override
        public void run(OpenBook book) throws IOException {
            DocumentId id = Words.document(book, Bookings.KIND, number).id();
            CaseTasks.print(book,
                List.of(book.done(book.service(Arrivals.class).arrive(id, Words.pairs(data, "--data")))));
        }

    }

    /** Nobody came. */
    @Command(name = "no-show", description = "Notes that the customer did not come: his materials are given back, his time was lost.", footer = {
        "", "Example:", "  stockwright service book no-show SB-000001 --db ./acme" })
    static final class NoShow extends OfOne {

        @Option(names = "--reason", paramLabel = "R", description = "more words")
        String reason = "";

        @Override
        Booking change(OpenBook book, DocumentId id) {
            return book.store(dryRun, () -> book.service(Bookings.class).noShow(id, reason));
        }

    }

    /** Puts somebody on the waiting list. */
    @Command(name = "wait", description = "Puts a customer on the waiting list, for whom there is no time now.", footer = {
        "", "Example:",
        "  stockwright service book wait LETTER --customer C1001 --from 2026-03-02 --to 2026-03-06 --key W-1 --db ./acme" })
    static final class Await implements BookTask {

        @Mixin
        For subject = new For();

        @Mixin
        Time time = new Time();

        @Option(names = "--resource", paramLabel = "R", description = "a resource that has to do it; may be repeated")
        List<String> resources = List.of();

        @Option(names = "--priority", paramLabel = "N", description = "the higher, the sooner; default: 0")
        int priority;

        @Option(names = "--dry-run", description = "checks everything, stores nothing")
        boolean dryRun;

        @Override
        public void run(OpenBook book) throws IOException {
            Instant from = time.from != null ? book.start(time.from) : before(book);
            Wish wish = new Wish(subject.key, subject.subject(book), from, last(book, time.to, from),
                Set.copyOf(resources), priority);
            print(book, List.of(book.store(dryRun, () -> book.service(Bookings.class).await(wish))));
        }

        /** From now on; from then on when the same wish waits already. */
        private Instant before(OpenBook book) {
            return book.service(Bookings.class).waiting().stream()
                .filter(one -> one.document().key().equals(subject.key)).map(Booking::from).findFirst()
                .orElseGet(() -> Micros.toInstant(Micros.of(book.now())));
        }

    }

    /** Shows the waiting list. */
    @Command(name = "waiting", description = "Shows the waiting list in its order.", footer = { "", "Example:",
        "  stockwright service book waiting --db ./acme" })
    static final class Waiting implements BookTask {

        @Override
        public void run(OpenBook book) throws IOException {
            print(book, book.service(Bookings.class).waiting());
        }

    }

    /** Shows who can be offered what. */
    @Command(name = "offers", description = "Shows who on the waiting list can be offered which time now; nothing is held.", footer = {
        "", "Example:", "  stockwright service book offers --db ./acme" })
    static final class Offers implements BookTask {

        @Override
        public void run(OpenBook book) throws IOException {
            List<Offer> offers = book.service(Bookings.class).offers();
            try (RowWriter rows = book.data("service-offers",
                List.of("number", "customer", "template", "from", "until", "resources"))) {
                for (Offer one : offers) {
                    rows.write(one.wish().document().number(), one.wish().document().partnerCode(),
                        one.wish().template(), one.slot().start(), one.slot().end(), resources(one.slot().uses()));
                }
            }
        }

    }

    /** Books for somebody who waits. */
    @Command(name = "accept", description = "Books a time for somebody on the waiting list.", footer = { "", "Example:",
        "  stockwright service book accept SB-000002 --at 2026-03-02T11:00 --db ./acme" })
    static final class Accept extends OfOne {

        @Mixin
        When when = new When();

        @Override
        Booking change(OpenBook book, DocumentId id) {
            At at = when.at(book);
            return book.store(dryRun, () -> book.service(Bookings.class).accept(id, at));
        }

    }

}
