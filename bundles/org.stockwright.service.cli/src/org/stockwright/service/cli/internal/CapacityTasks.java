package org.stockwright.service.cli.internal;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.stockwright.base.Refusal;
import org.stockwright.cli.spi.BookTask;
import org.stockwright.cli.spi.CommandEntry;
import org.stockwright.cli.spi.CommandEntry.Noun;
import org.stockwright.cli.spi.OpenBook;
import org.stockwright.cli.spi.WrongUsage;
import org.stockwright.exchange.RowWriter;
import org.stockwright.service.Capacity;
import org.stockwright.service.Resource;
import org.stockwright.service.Resource.Absence;
import org.stockwright.service.Resource.Kind;
import org.stockwright.service.Resource.Shift;
import org.stockwright.service.Resources;
import org.stockwright.service.Resources.Edit;
import org.stockwright.service.Resources.Profile;
import org.stockwright.service.Resources.Saved;
import org.stockwright.service.ServiceRefusal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Resources and how many services they are enough for. */
final class CapacityTasks {

    private CapacityTasks() {
        // only tasks
    }

    static Noun noun() {
        return CommandEntry.noun("capacity", "People, rooms and machines, and how many services they are enough for.",
            "stockwright service capacity show LETTER --db ./acme", new Show(), new Utilisation(), new Listing(),
            new Save(), new Shifts(), new Away(), new Back(), new Remove());
    }

    private static String sorted(Set<String> words) {
        return String.join("|", new TreeSet<>(words));
    }

    private static void print(OpenBook book, List<Resource> resources) throws IOException {
        LocalDate today = book.today();
        try (RowWriter rows = book.data("service-resources",
            List.of("resource", "name", "kind", "pools", "shifts", "absences"))) {
            for (Resource one : resources) {
                rows.write(one.code(), one.name(), Words.word(one.kind()), sorted(one.pools()),
                    one.shifts().stream().filter(shift -> shift.until().filter(last -> last.isBefore(today)).isEmpty())
                        .map(shift -> ShiftText.write(shift, today)).distinct().collect(Collectors.joining("|")),
                    one.absences().stream()
                        .map(away -> away.from() + "/" + away.until() + (away.why().isEmpty() ? "" : " " + away.why()))
                        .collect(Collectors.joining("|")));
            }
        }
    }

    /** Shows the capacity of a service. */
    @Command(name = "show", description = {
        "Shows how many services of a template are possible, booked and left in each day or week, and what limits them." }, footer = {
            "", "Example:",
            "  stockwright service capacity show LETTER --from 2026-03-02 --to 2026-03-08 --period week --db ./acme" })
    static final class Show implements BookTask {

        private static final int USUAL_DAYS = 7;

        @Parameters(index = "0", paramLabel = "TEMPLATE", description = "its code")
        String template;

        @Option(names = "--from", paramLabel = "DAY", description = "the first day; default: today")
        String from;

        @Option(names = "--to", paramLabel = "DAY", description = "the last day; default: six days after the first")
        String to;

        @Option(names = "--period", paramLabel = "P", description = "day or week; default: day")
        Capacity.Period period = Capacity.Period.DAY;

        @Override
        public void run(OpenBook book) throws IOException {
            LocalDate first = from == null ? book.today() : book.day(from);
            LocalDate last = to == null ? first.plusDays(USUAL_DAYS - 1L) : book.day(to);
            List<Capacity.Figure> figures = book.done(book.service(Capacity.class).of(template, first, last, period));
            try (RowWriter rows = book.data("service-capacity", List.of("first", "last", "template", "version",
                "capacity", "booked", "remaining", "limit", "limited_by"))) {
                for (Capacity.Figure one : figures) {
                    rows.write(one.first(), one.last(), one.template(), one.version(), one.capacity().orElse(null),
                        one.booked(), one.remaining().orElse(null),
                        one.limit().map(limit -> Words.word(limit.kind())).orElse(""),
                        one.limit().map(limit -> String.join("|", limit.names())).orElse(""));
                }
            }
        }

    }

    /** Shows how far resources are used. */
    @Command(name = "utilisation", description = "Shows how many minutes of resources and pools are available and booked.", footer = {
        "", "Example:",
        "  stockwright service capacity utilisation --from 2026-03-01 --to 2026-03-31 --db ./acme" })
    static final class Utilisation implements BookTask {

        private static final int USUAL_DAYS = 7;

        @Option(names = "--from", paramLabel = "DAY", description = "the first day; default: today")
        String from;

        @Option(names = "--to", paramLabel = "DAY", description = "the last day; default: six days after the first")
        String to;

        @Override
        public void run(OpenBook book) throws IOException {
            LocalDate first = from == null ? book.today() : book.day(from);
            LocalDate last = to == null ? first.plusDays(USUAL_DAYS - 1L) : book.day(to);
            List<Capacity.Utilisation> found = book.done(book.service(Capacity.class).utilisation(first, last));
            try (RowWriter rows = book.data("service-utilisation", List.of("kind", "code", "name", "members",
                "available_minutes", "booked_minutes", "unused_minutes", "percent"))) {
                for (Capacity.Utilisation one : found) {
                    rows.write(one.isPool() ? "pool" : "resource", one.code(), one.name(), sorted(one.members()),
                        one.available(), one.booked(), one.unused(), one.percent().orElse(null));
                }
            }
        }

    }

    /** Shows resources. */
    @Command(name = "resources", description = "Shows people, rooms and machines with their shifts, those of later days too, and absences.", footer = {
        "", "Example:", "  stockwright service capacity resources --db ./acme" })
    static final class Listing implements BookTask {

        @Override
        public void run(OpenBook book) throws IOException {
            print(book, book.service(Resources.class).list());
        }

    }

    /** A change of one resource. */
    private abstract static class Change implements BookTask {

        @Parameters(index = "0", paramLabel = "RESOURCE", description = "its code")
        String code;

        @Option(names = "--dry-run", description = "checks everything, stores nothing")
        boolean dryRun;

        @Override
        public final void run(OpenBook book) throws IOException {
            Resources resources = book.service(Resources.class);
            Edit edit = edit(book, resources.get(code));
            Saved saved = book.store(dryRun, () -> resources.edit(List.of(edit)));
            saved.warnings().forEach(book::warn);
            try (RowWriter rows = book.result("service-resource", List.of("resource", "changed", "warnings"))) {
                rows.write(code, saved.changed() > 0, saved.warnings().size());
            }
        }

        abstract Edit edit(OpenBook book, Optional<Resource> old);

    }

    /** Makes or changes one. */
    @Command(name = "save", description = "Makes a resource, or changes what is named of one; its times stay.", footer = {
        "", "Example:",
        "  stockwright service capacity save ANNA --kind person --name 'Anna Berg' --pool CLERK --db ./acme" })
    static final class Save extends Change {

        @Option(names = "--name", paramLabel = "T", description = "what people call it; default of a new one: its code")
        String name;

        @Option(names = "--kind", paramLabel = "K", description = "person, room or machine; default of a new one: person")
        Kind kind;

        @Option(names = "--pool", paramLabel = "P", description = "a pool or skill that it has, in place of those before; may be repeated")
        List<String> pools;

        @Override
        Edit edit(OpenBook book, Optional<Resource> old) {
            return Edit.profile(code, new Profile(name == null ? old.map(Resource::name).orElse(code) : name,
                kind == null ? old.map(Resource::kind).orElse(Kind.PERSON) : kind,
                pools == null ? old.map(Resource::pools).orElse(Set.of()) : Set.copyOf(pools)));
        }

    }

    /** Sets shifts. */
    @Command(name = "shifts", description = {
        "Sets when a resource is there in every week, in place of its shifts of that time before." }, footer = { "",
            "Example:",
            "  stockwright service capacity shifts ANNA --shift mon-thu=08:00-16:00 --shift fri=08:00-12:00 --db ./acme" })
    static final class Shifts extends Change {

        @Option(names = "--shift", paramLabel = "DAYS=FROM-TO", description = "for example mon-fri=08:00-16:00; may be repeated; without one it is never there")
        List<String> shifts = List.of();

        @Option(names = "--since", paramLabel = "DAY", description = "from this day on; default: today")
        String since;

        @Option(names = "--until", paramLabel = "DAY", description = "to this day; those before hold again on the next; default: no end")
        String until;

        @Override
        public void check() {
            shifts.forEach(text -> ShiftText.read(text, LocalDate.EPOCH, Optional.empty()));
        }

        @Override
        Edit edit(OpenBook book, Optional<Resource> old) {
            LocalDate first = since == null ? book.today() : book.day(since);
            Optional<LocalDate> last = Optional.ofNullable(until).map(book::day);
            if (last.filter(end -> end.isBefore(first)).isPresent()) {
                throw new WrongUsage("--until is a day before --since.");
            }
            List<Shift> all = new ArrayList<>();
            old.ifPresent(one -> one.shifts().forEach(shift -> outside(shift, first, last, all)));
            shifts.forEach(text -> all.addAll(ShiftText.read(text, first, last)));
            return Edit.shifts(code, all);
        }

        /** What of a shift is before the first day or after the last one. */
        private static void outside(Shift shift, LocalDate first, Optional<LocalDate> last, List<Shift> kept) {
            if (shift.since().isBefore(first)) {
                kept.add(new Shift(shift.day(), shift.from(), shift.to(), shift.since(),
                    Optional.of(shift.until().filter(end -> end.isBefore(first)).orElse(first.minusDays(1)))));
            }
            last.filter(day -> shift.until().map(end -> end.isAfter(day)).orElse(true))
                .map(day -> shift.since().isAfter(day) ? shift.since() : day.plusDays(1))
                .ifPresent(since -> kept
                    .add(new Shift(shift.day(), shift.from(), shift.to(), since, shift.until())));
        }

    }

    /** A time in which a resource is away, or not any more. */
    private abstract static class AbsenceChange extends Change {

        private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

        @Option(names = "--from", paramLabel = "T", required = true, description = "the beginning; a date means its start")
        String from;

        @Option(names = "--until", paramLabel = "T", required = true, description = "the end; a date means its end")
        String until;

        final Absence absence(OpenBook book, String why) {
            // an absence ends where the next day begins, not in the last microsecond before
            Instant end = DAY.matcher(until).matches() ? book.start(book.day(until).plusDays(1).toString())
                : book.end(until);
            return new Absence(book.start(from), end, why);
        }

    }

    /** Adds an absence. */
    @Command(name = "away", description = "Notes that a resource is away in spite of its shifts; bookings that it has then are named.", footer = {
        "", "Example:",
        "  stockwright service capacity away ANNA --from 2026-07-06 --until 2026-07-17 --why holiday --db ./acme" })
    static final class Away extends AbsenceChange {

        @Option(names = "--why", paramLabel = "R", description = "for whoever plans")
        String why = "";

        @Override
        Edit edit(OpenBook book, Optional<Resource> old) {
            return Edit.away(code, List.of(absence(book, why)));
        }

    }

    /** Takes an absence away. */
    @Command(name = "back", description = "Takes an absence of exactly this time away.", footer = { "", "Example:",
        "  stockwright service capacity back ANNA --from 2026-07-06 --until 2026-07-17 --db ./acme" })
    static final class Back extends AbsenceChange {

        @Override
        Edit edit(OpenBook book, Optional<Resource> old) {
            Absence wanted = absence(book, "");
            return Edit.back(code, old.stream().flatMap(one -> one.absences().stream())
                .filter(one -> one.from().equals(wanted.from()) && one.until().equals(wanted.until())).findFirst()
                .map(List::of)
                .orElseThrow(() -> book.refuse(old.isEmpty() ? Refusal.of(ServiceRefusal.UNKNOWN_RESOURCE, code)
                    .hint("'service capacity resources' shows them; case matters.")
                    : Refusal.of(ServiceRefusal.UNKNOWN_ABSENCE, code, wanted.from(), wanted.until())
                        .hint("'service capacity resources' shows when it is away."))));
        }

    }

    /** Removes one. */
    @Command(name = "remove", description = "Removes a resource that was never booked.", footer = { "", "Example:",
        "  stockwright service capacity remove ROOM-9 --db ./acme" })
    static final class Remove implements BookTask {

        @Parameters(index = "0", paramLabel = "RESOURCE", description = "its code")
        String code;

        @Option(names = "--dry-run", description = "checks everything, stores nothing")
        boolean dryRun;

        @Override
        public void run(OpenBook book) throws IOException {
            print(book, List.of(book.store(dryRun, () -> book.service(Resources.class).remove(code))));
        }

    }

}
