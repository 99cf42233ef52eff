package org.stockwright.cli.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Step;
import org.stockwright.exchange.RowWriter;
import org.stockwright.fulfilment.Picking;
import org.stockwright.fulfilment.Picking.Taken;
import org.stockwright.fulfilment.spi.PickStrategy.Limits;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Pick lists. */
@Command(name = "pick", description = "Makes pick lists, releases and confirms them, counts bins where something was missing.", footer = {
    "", "Example:", "  stockwright pick make --help" })
final class PickCommand extends CommandGroup {

    private static final List<String> COLUMNS = List.of("list", "line", "bin", "item", "lot", "quantity", "unit",
        "picked", "missing", "for", "state");

    /** The command with its own commands. */
    static CommandLine with(Invocation invocation) {
        CommandLine group = new CommandLine(new PickCommand());
        group.addSubcommand(new Make(invocation));
        group.addSubcommand(new Release(invocation));
        group.addSubcommand(new Confirm(invocation));
        group.addSubcommand(new Cancel(invocation));
        group.addSubcommand(new PutBack(invocation));
        group.addSubcommand(new Counts(invocation));
        return group;
    }

    private static void print(BookCommand command, Session session, List<Document> lists) throws IOException {
        session.progress().clear();
        try (RowWriter rows = command.invocation().data(command.options, "pick", COLUMNS)) {
            for (Document list : lists) {
                for (DocumentLine line : list.lines()) {
                    rows.write(list.number(), line.line(), line.locationCode(), line.item(), line.lot(),
                        line.quantity().amount(), line.quantity().unit().code(), line.done(Step.PICKED),
                        line.done(Step.SHORT), line.note(), list.state());
                }
            }
        }
    }

    private static Document document(Session session, String number) {
        return ReceiveCommand.document(session, number).orElseThrow();
    }

    /** Makes lists. */
    @Command(name = "make", description = {
        "Makes pick lists of what is allocated and on no list yet, by a strategy, in the order of the way through the",
        "warehouse." }, footer = { "", "Examples:",
            "  stockwright pick make --key P-1 --strategy single --to PACK --release --db ./acme",
            "  stockwright pick make --key P-2 --strategy wave --until 2026-02-03 --carrier DHL --to PACK --db ./acme" })
    static final class Make extends BookCommand {

        @Option(names = "--key", paramLabel = "K", required = true, description = "made by you, unique: sending the same again is harmless")
        String key;

        @Option(names = "--strategy", paramLabel = "S", description = "single, batch, wave, zone, cluster or one of a plug-in; default: single", defaultValue = "single")
        String strategy;

        @Option(names = "--order", paramLabel = "N", description = "only of this order; may be repeated")
        List<String> orders = new ArrayList<>();

        @Option(names = "--to", paramLabel = "P", description = "where the goods are taken to; default: the staging place")
        String to;

        @Option(names = "--until", paramLabel = "D", description = "only orders wanted until this day")
        String until;

        @Option(names = "--carrier", paramLabel = "C", description = "only orders of this carrier", defaultValue = "")
        String carrier;

        @Option(names = "--priority", paramLabel = "P", description = "only orders of at least this priority", defaultValue = "-2147483648")
        int priority;

        @Option(names = "--most", paramLabel = "M", description = "at most so many orders on a list; default: 8", defaultValue = "8")
        int most;

        @Option(names = "--release", description = "checks them against their orders and releases them")
        boolean release;

        Make(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            Picking picking = session.service(Picking.class);
            List<Document> lists = RefusedException.orRefuse(picking.make(new Picking.Wanted(key, strategy,
                orders.stream().map(order -> document(session, order).id()).toList(), session.location(to),
                new Limits(Optional.ofNullable(until).map(Moments::day), carrier, priority, Math.max(1, most)))));
            if (release) {
                List<Document> released = new ArrayList<>();
                for (Document list : lists) {
                    released.add(RefusedException.orRefuse(picking.release(list.id())));
                }
                lists = released;
            }
            print(this, session, lists);
            return DONE;
        }

    }

    /** Releases a list. */
    @Command(name = "release", description = "Checks a pick list line by line against its orders and their approval, and releases it.", footer = {
        "", "Example:", "  stockwright pick release PL-000042 --db ./acme" })
    static final class Release extends BookCommand {

        @Parameters(index = "0", paramLabel = "LIST", description = "number of the pick list")
        String list;

        @Option(names = "--approve", paramLabel = "N", description = "approves this order above the limit before; may be repeated")
        List<String> approved = new ArrayList<>();

        Release(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            Picking picking = session.service(Picking.class);
            for (String order : approved) {
                RefusedException.orRefuse(picking.approve(document(session, order).id(), ""));
            }
            print(this, session,
                List.of(RefusedException.orRefuse(picking.release(document(session, list).id()))));
            return DONE;
        }

    }

    /** Confirms what was picked. */
    @Command(name = "confirm", description = {
        "Posts what was picked. Without --line all that is open of the list. A line with a reason is short: the rest is",
        "given back and other stock allocated at once." }, footer = { "",
            "Columns of a file: key, list, line, quantity, missing (the reason), bin, item, lot, effective. Rows with the",
            "same key are one confirmation. The same again changes nothing.", "", "Examples:",
            "  stockwright pick confirm --file picked.csv --db ./acme --dry-run",
            "  stockwright pick confirm PL-000042 --key C-1 --db ./acme",
            "  stockwright pick confirm PL-000042 --key C-2 --line 1 --line \"2=3:bin was empty\" --db ./acme" })
    static final class Confirm extends BookCommand {

        @Parameters(index = "0", arity = "0..1", paramLabel = "LIST", description = "number of the pick list")
        String list;

        @Option(names = "--file", paramLabel = "FILE", description = "what was picked of many lists: CSV or XLSX with a header row")
        Path file;

        @Option(names = "--key", paramLabel = "K", description = "made by you, unique: sending the same again, with its date, is harmless")
        String key;

        @Option(names = "--line", paramLabel = "L[=Q[:REASON]]", description = "line, how much of it was there, why the rest is missing; may be repeated")
        List<String> lines = new ArrayList<>();

        @Option(names = "--effective", paramLabel = "T", description = "when; a date means its start; default: now")
        String effective;

        @Mixin
        StoringOptions storing = new StoringOptions();

        @Spec
        CommandSpec spec;

        Confirm(Invocation invocation) {
            super(invocation);
        }

        @Override
        public Integer call() throws IOException {
            storing.check(spec, file, list != null && key != null,
                list != null || key != null || effective != null || !lines.isEmpty(), "LIST with --key");
            return super.call();
        }

        @Override
        int run(Session session) throws IOException {
            if (file != null) {
                session.service(Picking.class);
                return new FileImport(console(), session, "confirmed", "repeated").run("picks", file, Map.of(),
                    storing.mode());
            }
            Instant at = session.moments().startOf(effective).orElseGet(session::now);
            List<Taken> taken = lines.stream().map(this::taken).toList();
            print(this, session, List.of(RefusedException.orRefuse(session.service(Picking.class)
                .confirm(new Picking.Confirmation(key, document(session, list).id(), at, taken)))));
            return DONE;
        }

        private Taken taken(String text) {
            LineQuantity line = LineQuantity.parse(spec.commandLine(), "--line", text);
            Taken taken = line.quantity().map(many -> Taken.of(line.line(), many))
                .orElseGet(() -> Taken.all(line.line()));
            return line.words().isEmpty() ? taken : taken.missing(line.words());
        }

    }

    /** Takes a list back. */
    @Command(name = "cancel", description = "Takes back what is not picked yet of a list; the stock stays held for its orders.", footer = {
        "", "Example:", "  stockwright pick cancel PL-000042 --reason \"too late\" --db ./acme" })
    static final class Cancel extends BookCommand {

        @Parameters(index = "0", paramLabel = "LIST", description = "number of the pick list")
        String list;

        @Option(names = "--reason", paramLabel = "R", description = "why", defaultValue = "")
        String reason;

        Cancel(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            print(this, session, List.of(RefusedException
                .orRefuse(session.service(Picking.class).cancel(document(session, list).id(), reason))));
            return DONE;
        }

    }

    /** Puts back what lies picked or packed. */
    @Command(name = "put-back", description = "Puts what lies picked or packed for an order back to its bins.", footer = {
        "", "Example:", "  stockwright pick put-back SO-000042 --key B-1 --cancelled --db ./acme" })
    static final class PutBack extends BookCommand {

        @Parameters(index = "0", paramLabel = "ORDER", description = "number of the order")
        String order;

        @Option(names = "--key", paramLabel = "K", required = true, description = "made by you, unique: sending the same again, with its date, is harmless")
        String key;

        @Option(names = "--to", paramLabel = "P", description = "where to; default: where each came from")
        String to;

        @Option(names = "--cancelled", description = "it is wanted no more")
        boolean cancelled;

        @Option(names = "--reason", paramLabel = "R", description = "why", defaultValue = "")
        String reason;

        @Option(names = "--effective", paramLabel = "T", description = "when; a date means its start; default: now")
        String effective;

        PutBack(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            Instant at = session.moments().startOf(effective).orElseGet(session::now);
            Document now = RefusedException.orRefuse(session.service(Picking.class).putBack(key,
                document(session, order).id(), session.location(to), cancelled, at, reason));
            session.progress().clear();
            console().remark(now.number() + " is " + now.state() + ".");
            return DONE;
        }

    }

    /** Bins to be counted. */
    @Command(name = "counts", description = "Lists the bins that want to be counted because something was missing there.", footer = {
        "", "Examples:", "  stockwright pick counts --db ./acme", "  stockwright pick counts --done 4711 --db ./acme" })
    static final class Counts extends BookCommand {

        @Option(names = "--done", paramLabel = "ID", description = "this one was counted: what was kept from everybody is free again; may be repeated")
        List<Long> done = new ArrayList<>();

        Counts(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            Picking picking = session.service(Picking.class);
            for (long one : done) {
                RefusedException.orRefuse(picking.counted(one));
            }
            session.progress().clear();
            try (RowWriter rows = invocation().data(options, "counts",
                List.of("id", "bin", "item", "lot", "missing", "kept", "list", "reason", "user", "since"))) {
                for (Picking.CountRequest one : picking.countRequests()) {
                    rows.write(one.id(), one.locationCode(), one.item(), one.lot(), one.missing(), one.held(),
                        one.number(), one.reason(), one.user(), one.since());
                }
            }
            return DONE;
        }

    }

    /**
     * A line as people write it: {@code 2}, {@code 2=3} or {@code 2=3:words}.
     *
     * @param line its number
     * @param quantity how much, if it says so
     * @param words what stands behind the colon, or empty
     */
    record LineQuantity(int line, Optional<BigDecimal> quantity, String words) {

        static LineQuantity parse(CommandLine command, String option, String text) {
            String[] parts = text.split("=", 2);
            String[] rest = parts.length > 1 ? parts[1].split(":", 2) : new String[0];
            if (!parts[0].strip().matches("\\d{1,6}")) {
                throw new ParameterException(command, option + " " + text + " is not LINE=QUANTITY.");
            }
            return new LineQuantity(Integer.parseInt(parts[0].strip()),
                rest.length > 0 ? Optional.of(Session.number(rest[0].strip())) : Optional.empty(),
                rest.length > 1 ? rest[1].strip() : "");
        }

    }

}
