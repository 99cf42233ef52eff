package org.stockwright.cli.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.exchange.RowWriter;
import org.stockwright.fulfilment.Channels;
import org.stockwright.fulfilment.Channels.Channel;
import org.stockwright.fulfilment.Channels.Fetched;
import org.stockwright.fulfilment.Channels.Message;
import org.stockwright.fulfilment.Channels.PricePolicy;
import org.stockwright.fulfilment.Channels.Processed;
import org.stockwright.fulfilment.Channels.State;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Channels: shops, marketplaces, tills. */
@Command(name = "channel", description = "Sets up channels, takes and processes their orders and sales, tells them what they may sell.", footer = {
    "", "Example:", "  stockwright channel save --help" })
final class ChannelCommand extends CommandGroup {

    private static final List<String> MESSAGES = List.of("channel", "message", "state", "attempts", "next", "refusal",
        "result", "received", "changed", "user");

    /** The command with its own commands. */
    static CommandLine with(Invocation invocation) {
        CommandLine group = new CommandLine(new ChannelCommand());
        group.addSubcommand(new Listing(invocation));
        group.addSubcommand(new Save(invocation));
        group.addSubcommand(new Fetch(invocation));
        group.addSubcommand(new Process(invocation));
        group.addSubcommand(new Queue(invocation));
        group.addSubcommand(new Retry(invocation));
        group.addSubcommand(new Dismiss(invocation));
        group.addSubcommand(new Offer(invocation));
        return group;
    }

    private static void print(BookCommand command, Session session, List<Message> messages) throws IOException {
        session.progress().clear();
        try (RowWriter rows = command.invocation().data(command.options, "channel", MESSAGES)) {
            for (Message one : messages) {
                rows.write(one.channel(), one.id(), one.state().name(), one.attempts(), one.next().orElse(null),
                    one.refusal(), one.result(), one.received(), one.changed(), one.user());
            }
        }
    }

    /** Shows channels. */
    @Command(name = "list", description = "Shows the channels.", footer = { "", "Example:",
        "  stockwright channel list --db ./acme" })
    static final class Listing extends BookCommand {

        Listing(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            List<Channel> channels = session.service(Channels.class).list();
            session.progress().clear();
            try (RowWriter rows = invocation().data(options, "channels",
                List.of("channel", "title", "connector", "customer", "place", "currency", "prices", "buffer",
                    "buffer_percent", "active", "items"))) {
                for (Channel one : channels) {
                    rows.write(one.code(), one.title(), one.connector(),
                        one.customer().flatMap(session.service(Partners.class)::get).map(Partner::code).orElse(""),
                        one.place().flatMap(session.service(Locations.class)::get).map(Location::code).orElse(""),
                        one.currency().map(Currency::getCurrencyCode).orElse(""),
                        one.prices().name().toLowerCase(Locale.ROOT), one.bufferQuantity(), one.bufferPercent(),
                        one.active(), items(session, one));
                }
            }
            return DONE;
        }

        private static String items(Session session, Channel channel) {
            return channel.assortment().stream().map(session.service(Items.class)::get).flatMap(Optional::stream)
                .map(Item::code).sorted().collect(Collectors.joining("|"));
        }

    }

    /** Makes or changes one. */
    @Command(name = "save", description = {
        "Makes a channel, or changes what is named of one that is there; the rest stays." }, footer = { "", "Example:",
            "  stockwright channel save WEB --connector folder --settings folder.json --customer WEB --place MAIN "
                + "--buffer 2 --buffer-percent 10 --db ./acme" })
    static final class Save extends BookCommand {

        @Parameters(index = "0", paramLabel = "CHANNEL", description = "its code: letters, digits, '.', '_', '-'")
        String code;

        @Option(names = "--title", paramLabel = "T", description = "what people call it; default: its code")
        String title;

        @Option(names = "--connector", paramLabel = "C", description = "what speaks with it; default of a new one: folder")
        String connector;

        @Option(names = "--settings", paramLabel = "FILE", description = "file with the connector's settings; for folder: {\"folder\": \"/where/it/is\"}")
        Path settings;

        @Option(names = "--customer", paramLabel = "C", description = "customer whose sales are that name nobody; '-' for none")
        String customer;

        @Option(names = "--place", paramLabel = "L", description = "location where its goods come from; '-' for none")
        String place;

        @Option(names = "--currency", paramLabel = "EUR", description = "of its prices; '-' for the customer's or the company's")
        String currency;

        @Option(names = "--prices", paramLabel = "P", description = "channel: what its messages say (default); lists: what the price lists say")
        PricePolicy prices;

        @Option(names = "--buffer", paramLabel = "N", description = "so much of each item, in its base unit, it is never told of")
        String buffer;

        @Option(names = "--buffer-percent", paramLabel = "N", description = "so many percent of what can be promised it is not told of")
        String bufferPercent;

        @Option(names = "--active", paramLabel = "yes|no", description = "whether its messages are taken and processed; default of a new one: yes")
        String active;

        @Option(names = "--item", paramLabel = "I", description = "an item that it sells; may be repeated")
        List<String> items;

        @Option(names = "--all-items", description = "it sells all active finished goods")
        boolean allItems;

        @Spec
        CommandSpec spec;

        Save(Invocation invocation) {
            super(invocation);
        }

        @Override
        public Integer call() throws IOException {
            if (allItems && items != null) {
                throw new ParameterException(spec.commandLine(), "Either --item or --all-items.");
            }
            if (active != null && !Set.of("yes", "no").contains(active)) {
                throw new ParameterException(spec.commandLine(), "--active is yes or no.");
            }
            return super.call();
        }

        @Override
        int run(Session session) throws IOException {
            Channels channels = session.service(Channels.class);
            Channel old = channels.list().stream().filter(one -> one.code().equals(code)).findFirst()
                .orElse(new Channel(code, code, "folder", "", Optional.empty(), Optional.empty(), Optional.empty(),
                    PricePolicy.CHANNEL, BigDecimal.ZERO, BigDecimal.ZERO, true, Set.of()));
            Channel saved = RefusedException.orRefuse(channels.save(new Channel(code,
                title == null ? old.title() : title, connector == null ? old.connector() : connector,
                settings == null ? old.settings() : Files.readString(settings).strip(),
                customer(session, old), place(session, old), currency(old), prices == null ? old.prices() : prices,
                buffer == null ? old.bufferQuantity() : Session.number(buffer),
                bufferPercent == null ? old.bufferPercent() : Session.number(bufferPercent),
                active == null ? old.active() : active.equals("yes"), assortment(session, old))));
            session.progress().clear();
            try (RowWriter rows = invocation().result(options, "channel", List.of("channel", "connector", "active"))) {
                rows.write(saved.code(), saved.connector(), saved.active());
            }
            return DONE;
        }

        private Optional<PartnerId> customer(Session session, Channel old) {
            if (customer == null || customer.equals("-")) {
                return customer == null ? old.customer() : Optional.empty();
            }
            return Optional.of(RefusedException.orRefuse(session.service(Partners.class).byCode(customer)
                .map(Partner::id).map(Outcome::done).orElseGet(() -> Outcome.refused(
                    Refusal.of(FulfilmentRefusal.UNKNOWN_CUSTOMER, customer).hint("Import the partner first.")))));
        }

        private Optional<LocationId> place(Session session, Channel old) {
            return "-".equals(place) ? Optional.empty() : session.location(place).or(() -> old.place());
        }

        private Optional<Currency> currency(Channel old) {
            if (currency == null || currency.equals("-")) {
                return currency == null ? old.currency() : Optional.empty();
            }
            return Optional.of(RefusedException.orRefuse(Currency.getAvailableCurrencies().stream()
                .filter(one -> one.getCurrencyCode().equals(currency)).findFirst().map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.of(FulfilmentRefusal.UNKNOWN_CURRENCY, currency)
                    .hint("Use the three letters of ISO 4217, such as EUR.")))));
        }

        private Set<ItemId> assortment(Session session, Channel old) {
            if (items == null) {
                return allItems ? Set.of() : old.assortment();
            }
            Set<ItemId> result = new HashSet<>();
            items.forEach(item -> session.item(item).ifPresent(result::add));
            return result;
        }

    }

    /** Takes messages. */
    @Command(name = "fetch", description = "Takes the messages that wait at a channel's connector into the queue.", footer = {
        "", "Example:", "  stockwright channel fetch WEB --db ./acme" })
    static final class Fetch extends BookCommand {

        @Parameters(index = "0", paramLabel = "CHANNEL", description = "its code")
        String code;

        Fetch(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            Fetched fetched = RefusedException.orRefuse(session.service(Channels.class).fetch(code));
            session.progress().clear();
            fetched.refused().forEach(console()::print);
            try (RowWriter rows = invocation().result(options, "fetch",
                List.of("channel", "taken", "known", "refused"))) {
                rows.write(code, fetched.taken(), fetched.known(), fetched.refused().size());
            }
            return fetched.refused().isEmpty() ? DONE : REFUSED;
        }

    }

    /** Processes messages. */
    @Command(name = "process", description = {
        "Places the orders and posts the sales of all messages that are due. What may succeed later is tried again by a",
        "later run; see 'channel queue --state dead' for the rest." }, footer = { "", "Example:",
            "  stockwright channel process --db ./acme" })
    static final class Process extends BookCommand {

        @Parameters(index = "0", arity = "0..1", paramLabel = "CHANNEL", description = "only this one; default: all active ones")
        String code;

        Process(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            Processed processed = RefusedException.orRefuse(session.service(Channels.class)
                .process(Optional.ofNullable(code), session.progress()));
            session.progress().clear();
            try (RowWriter rows = invocation().result(options, "process", List.of("done", "retry", "dead", "left"))) {
                rows.write(processed.done(), processed.retry(), processed.dead(), processed.left());
            }
            return DONE;
        }

    }

    /** Shows messages. */
    @Command(name = "queue", description = "Shows messages, the newest first; one with its text or with what happened to it.", footer = {
        "", "Examples:", "  stockwright channel queue --state dead --db ./acme",
        "  stockwright channel queue WEB --text W-1001 --db ./acme" })
    static final class Queue extends BookCommand {

        private static final int USUAL = 1000;

        @Parameters(index = "0", arity = "0..1", paramLabel = "CHANNEL", description = "only this one; default: all")
        String code;

        @Option(names = "--state", paramLabel = "S", split = ",", description = "only new, retry, done, dead or dismissed ones; several with commas")
        State[] states = {};

        @Option(names = "--limit", paramLabel = "N", description = "at most so many; default: ${DEFAULT-VALUE}")
        int limit = USUAL;

        @Option(names = "--text", paramLabel = "ID", description = "prints the text of this message as it is now")
        String text;

        @Option(names = "--trail", paramLabel = "ID", description = "what happened to this message, and who did it")
        String trail;

        @Spec
        CommandSpec spec;

        Queue(Invocation invocation) {
            super(invocation);
        }

        @Override
        public Integer call() throws IOException {
            if (text != null && trail != null) {
                throw new ParameterException(spec.commandLine(), "Either --text or --trail.");
            }
            if (code == null && (text != null || trail != null)) {
                throw new ParameterException(spec.commandLine(), "--text and --trail need the channel.");
            }
            if (limit < 1) {
                throw new ParameterException(spec.commandLine(), "--limit is 1 or more.");
            }
            return super.call();
        }

        @Override
        int run(Session session) throws IOException {
            Channels channels = session.service(Channels.class);
            if (text != null) {
                String body = RefusedException.orRefuse(channels.text(code, text));
                session.progress().clear();
                try (RowWriter rows = invocation().data(options, "message", List.of("message", "text"))) {
                    rows.write(text, body);
                }
            } else if (trail != null) {
                List<Channels.Event> events = RefusedException.orRefuse(channels.trail(code, trail));
                session.progress().clear();
                try (RowWriter rows = invocation().data(options, "trail", List.of("at", "user", "action", "note"))) {
                    for (Channels.Event event : events) {
                        rows.write(event.at(), event.user(), event.action(), event.note());
                    }
                }
            } else {
                print(this, session, channels.queue(Optional.ofNullable(code),
                    Arrays.stream(states).collect(Collectors.toSet()), limit));
            }
            return DONE;
        }

    }

    /** Sends one again. */
    @Command(name = "retry", description = "Sends a message that waits, is dead or was dismissed again, corrected or as it is.", footer = {
        "", "Example:", "  stockwright channel retry WEB W-1001 --file corrected.json --db ./acme" })
    static final class Retry extends BookCommand {

        @Parameters(index = "0", paramLabel = "CHANNEL", description = "its code")
        String code;

        @Parameters(index = "1", paramLabel = "ID", description = "the message's id")
        String id;

        @Option(names = "--file", paramLabel = "FILE", description = "its text from now on; the old one is kept with it")
        Path file;

        Retry(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            Optional<String> corrected = file == null ? Optional.empty() : Optional.of(Files.readString(file));
            print(this, session,
                List.of(RefusedException.orRefuse(session.service(Channels.class).retry(code, id, corrected))));
            return DONE;
        }

    }

    /** Gives one up. */
    @Command(name = "dismiss", description = "Decides that nothing comes of a message that is not done.", footer = { "",
        "Example:", "  stockwright channel dismiss WEB W-1001 --reason 'entered by hand' --db ./acme" })
    static final class Dismiss extends BookCommand {

        @Parameters(index = "0", paramLabel = "CHANNEL", description = "its code")
        String code;

        @Parameters(index = "1", paramLabel = "ID", description = "the message's id")
        String id;

        @Option(names = "--reason", paramLabel = "R", required = true, description = "why")
        String reason;

        Dismiss(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            print(this, session,
                List.of(RefusedException.orRefuse(session.service(Channels.class).dismiss(code, id, reason))));
            return DONE;
        }

    }

    /** Tells what may be sold. */
    @Command(name = "offer", description = "Shows what a channel may sell, less its buffer, or tells it to the channel's connector.", footer = {
        "", "Examples:", "  stockwright channel offer WEB --since 2026-02-03T08:00 --db ./acme",
        "  stockwright channel offer WEB --publish --db ./acme" })
    static final class Offer extends BookCommand {

        @Parameters(index = "0", paramLabel = "CHANNEL", description = "its code")
        String code;

        @Option(names = "--since", paramLabel = "T", description = "only what changed at or after this; a date means its start")
        String since;

        @Option(names = "--publish", description = "tells the connector, instead of showing it")
        boolean publish;

        Offer(Invocation invocation) {
            super(invocation);
        }

        @Override
        int run(Session session) throws IOException {
            Optional<Instant> from = session.moments().startOf(since);
            Channels channels = session.service(Channels.class);
            if (publish) {
                int told = RefusedException.orRefuse(channels.publish(code, from));
                session.progress().clear();
                try (RowWriter rows = invocation().result(options, "offer", List.of("channel", "told"))) {
                    rows.write(code, told);
                }
                return DONE;
            }
            List<Channels.Offered> offer = RefusedException.orRefuse(channels.offer(code, from));
            session.progress().clear();
            try (RowWriter rows = invocation().data(options, "offer",
                List.of("item", "quantity", "unit", "changed"))) {
                for (Channels.Offered one : offer) {
                    rows.write(one.item(), one.quantity().amount(), one.quantity().unit().code(), one.changed());
                }
            }
            return DONE;
        }

    }

}
