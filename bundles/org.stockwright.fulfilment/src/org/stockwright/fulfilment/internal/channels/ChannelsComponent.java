package org.stockwright.fulfilment.internal.channels;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Contributions;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.base.Sha256;
import org.stockwright.base.StoredText;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.fulfilment.Channels;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.internal.Columns;
import org.stockwright.fulfilment.internal.channels.ChannelRows.Stored;
import org.stockwright.fulfilment.internal.channels.MessageRows.Row;
import org.stockwright.fulfilment.spi.ChannelConnector;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;

/** Keeps channels and their queue. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.fulfilment.Channels")
public final class ChannelsComponent implements Channels, Guarded {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
    private static final int LONGEST_ID = 128;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_SETTINGS = 4_000;
    private static final int LONGEST_REASON = 400;
    private static final int AT_ONCE = 500;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private final UnitOfWork work;
    private final MessageWork messages;
    private final Offers offers;
    private final Partners partners;
    private final Locations locations;
    private final List<ChannelConnector> connectors;

    /** Lives as long as the open book. */
    @Activate
    public ChannelsComponent(@Reference UnitOfWork work, @Reference MessageWork messages, @Reference Offers offers,
        @Reference Partners partners, @Reference Locations locations,
        @Reference(policyOption = ReferencePolicyOption.GREEDY) List<ChannelConnector> connectors,
        @Reference Contributions contributions) {
        this.work = work;
        this.messages = messages;
        this.offers = offers;
        this.partners = partners;
        this.locations = locations;
        this.connectors = List.copyOf(contributions.by(ChannelConnector::id, connectors).values());
    }

    @Override
    public List<Channel> list() {
        return work.read(transaction -> new ChannelRows(transaction).list()).stream().map(Stored::channel).toList();
    }

    @Override
    public List<Load> loads() {
        return work.read(transaction -> new ChannelRows(transaction).loads());
    }

    @Override
    public List<Connector> connectors() {
        return connectors.stream().map(one -> new Connector(one.id(), one.title()))
            .sorted(Comparator.comparing(Connector::id)).toList();
    }

    @Override
    public Outcome<Channel> save(Channel channel) {
        List<Refusal> refusals = check(channel);
        return !refusals.isEmpty() ? Outcome.refused(refusals) : work.write(transaction -> {
            new ChannelRows(transaction).save(channel);
            transaction.changes(Topic.SETTINGS);
            transaction.tell("SAVE_CHANNEL", "channel", channel.code(),
                Map.of("connector", channel.connector(), "active", Boolean.toString(channel.active()), "buffer",
                    channel.bufferQuantity().toPlainString(), "buffer_percent",
                    channel.bufferPercent().toPlainString()));
            return Outcome.done(channel);
        });
    }

    private List<Refusal> check(Channel channel) {
        List<Refusal> refusals = new ArrayList<>();
        wrong(channel).forEach(what -> refusals.add(Refusal.of(FulfilmentRefusal.BAD_CHANNEL, channel.code(), what)));
        Optional<ChannelConnector> connector = find(channel.connector());
        if (connector.isEmpty()) {
            refusals.add(unknownConnector(channel.connector()));
        } else {
            refusals.addAll(connector.get().check(channel.settings()));
        }
        return refusals;
    }

    private List<String> wrong(Channel channel) {
        List<String> result = new ArrayList<>();
        if (!CODE.matcher(channel.code()).matches()) {
            result.add("its code has 1 to 32 letters, digits, '.', '_' or '-' and begins with a letter or digit");
        }
        if (channel.title().length() > LONGEST_TITLE || !StoredText.isSound(channel.title())) {
            result.add("its title has at most " + LONGEST_TITLE + " characters");
        }
        if (channel.settings().length() > LONGEST_SETTINGS || !StoredText.isSound(channel.settings())) {
            result.add("its settings have at most " + LONGEST_SETTINGS + " characters");
        }
        if (channel.customer().isPresent() && channel.customer().flatMap(partners::get)
            .filter(one -> one.active() && one.roles().contains(Partner.Role.CUSTOMER)).isEmpty()) {
            result.add("its customer for anonymous sales is no active customer");
        }
        if (channel.place().isPresent()
            && channel.place().flatMap(locations::get).filter(place -> place.kind().isPickable()).isEmpty()) {
            result.add("its place is none to pick from");
        }
        if (channel.bufferQuantity().signum() < 0 || !Columns.isStored(channel.bufferQuantity())) {
            result.add("the quantity of its buffer is not negative, with at most " + Columns.DECIMALS + " decimals");
        }
        if (channel.bufferPercent().signum() < 0 || channel.bufferPercent().compareTo(ALL) > 0
            || !Columns.isStored(channel.bufferPercent())) {
            result.add("the percent of its buffer are 0 to 100, with at most " + Columns.DECIMALS + " decimals");
        }
        return result;
    }

    private Optional<ChannelConnector> find(String id) {
        return connectors.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private Refusal unknownConnector(String id) {
        return Refusal.of(FulfilmentRefusal.UNKNOWN_CONNECTOR, id).hint(
            "There are " + String.join(", ", connectors.stream().map(ChannelConnector::id).sorted().toList()) + ".");
    }

    private static Refusal unknown(String code) {
        return Refusal.of(FulfilmentRefusal.UNKNOWN_CHANNEL, code).hint("Save it first; case matters.");
    }

    private Outcome<Stored> stored(String code) {
        return work.read(transaction -> new ChannelRows(transaction).find(code)).map(Outcome::done)
            .orElseGet(() -> Outcome.refused(unknown(code)));
    }

    private Outcome<Stored> active(String code) {
        return stored(code).then(ChannelsComponent::active);
    }

    private static Outcome<Stored> active(Stored channel) {
        return channel.channel().active() ? Outcome.done(channel)
            : Outcome.refused(Refusal.of(FulfilmentRefusal.CHANNEL_INACTIVE, channel.channel().code())
                .hint("Make it active first."));
    }

    @Override
    public Outcome<Boolean> take(String channel, String id, String text) {
        Optional<String> wrong = wrong(id, text);
        return wrong.isPresent() ? Outcome.refused(Refusal.of(FulfilmentRefusal.BAD_MESSAGE, id, wrong.get()))
            : active(channel).then(stored -> work.write(transaction -> put(transaction, stored, id, text))
                .map(Optional::isPresent));
    }

    private static Optional<String> wrong(String id, String text) {
        if (id.isBlank() || id.length() > LONGEST_ID || !StoredText.isSound(id)
            || id.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("its id has 1 to " + LONGEST_ID + " characters and no control characters");
        }
        return text(text);
    }

    private static Optional<String> text(String text) {
        if (text.length() > LONGEST_MESSAGE) {
            return Optional.of("it is longer than " + LONGEST_MESSAGE + " characters");
        }
        return StoredText.isSound(text) ? Optional.empty() : Optional.of("it has characters that cannot be stored");
    }

    /** Puts a message into the queue; nothing when the same is there already. */
    static Outcome<Optional<Row>> put(Transaction transaction, Stored channel, String id, String text)
        throws SQLException {
        // two who bring the same message wait for each other
        new ChannelRows(transaction).lock(channel.id());
        MessageRows rows = new MessageRows(transaction);
        Optional<Row> known = rows.find(channel.id(), id);
        if (known.isEmpty()) {
            return Outcome.done(rows.lock(rows.add(channel.id(), id, text)));
        }
        boolean same = known.get().hash().equals(Sha256.of(text));
        return same ? Outcome.done(Optional.empty())
            : Outcome.refused(Refusal
                .of(FulfilmentRefusal.MESSAGE_REUSED_WITH_OTHER_CONTENT, id, channel.channel().code())
                .hint("Correct the message that is there, or send it with an id of its own."));
    }

    @Override
    public Outcome<Fetched> fetch(String channel) {
        return active(channel).then(stored -> {
            Optional<ChannelConnector> connector = find(stored.channel().connector());
            if (connector.isEmpty()) {
                return Outcome.refused(unknownConnector(stored.channel().connector()));
            }
            try {
                return Outcome.done(fetch(stored.channel(), connector.get()));
            } catch (IOException e) {
                return Outcome.refused(failed(connector.get(), e));
            }
        });
    }

    private static Refusal failed(ChannelConnector connector, IOException e) {
        return Refusal.of(FulfilmentRefusal.CONNECTOR_FAILED, connector.id(), String.valueOf(e.getMessage()))
            .hint("What was taken before is in the queue; the same again goes on.");
    }

    private Fetched fetch(Channel channel, ChannelConnector connector) throws IOException {
        int taken = 0;
        int known = 0;
        List<Refusal> refused = new ArrayList<>();
        List<ChannelConnector.Arrived> some;
        int before;
        do {
            before = taken;
            some = connector.fetch(channel.settings(), AT_ONCE);
            for (ChannelConnector.Arrived one : some) {
                Outcome<Boolean> outcome = one.problem().isEmpty() ? take(channel.code(), one.id(), one.text())
                    : Outcome.refused(FulfilmentRefusal.BAD_MESSAGE, one.id(), one.problem());
                outcome.refusals()
                    .forEach(refusal -> refused.add(refusal.at(new Refusal.Place(one.id(), 0, ""))));
                if (outcome.isDone() && outcome.value()) {
                    taken++;
                } else if (outcome.isDone()) {
                    known++;
                }
                connector.settle(channel.settings(), one.id(), outcome.isDone(),
                    outcome.isDone() ? "" : outcome.refusals().getFirst().toString());
            }
        } while (some.size() >= AT_ONCE && taken > before);
        return new Fetched(taken, known, refused);
    }

    @Override
    public Outcome<Processed> process(Optional<String> channel, Progress progress) {
        List<Stored> chosen;
        if (channel.isPresent()) {
            Outcome<Stored> one = active(channel.get());
            if (!one.isDone()) {
                return Outcome.refused(one.refusals());
            }
            chosen = List.of(one.value());
        } else {
            chosen = work.read(transaction -> new ChannelRows(transaction).list()).stream()
                .filter(one -> one.channel().active()).toList();
        }
        Map<State, Integer> count = new EnumMap<>(State.class);
        int left = 0;
        for (Stored one : chosen) {
            List<Row> due = work.read(transaction -> new MessageRows(transaction).due(one.id()));
            progress.begin("Processing messages", due.size());
            for (Row row : due) {
                progress.check();
                Optional<State> state = messages.process(one, row);
                state.ifPresent(now -> count.merge(now, 1, Integer::sum));
                left += state.isEmpty() ? 1 : 0;
                progress.worked(1);
            }
        }
        return Outcome.done(new Processed(count.getOrDefault(State.DONE, 0), count.getOrDefault(State.RETRY, 0),
            count.getOrDefault(State.DEAD, 0), left));
    }

    @Override
    public List<Message> queue(Optional<String> channel, Set<State> states, int limit) {
        return work.read(transaction -> {
            MessageRows rows = new MessageRows(transaction);
            Optional<Stored> one = channel.isEmpty() ? Optional.empty()
                : new ChannelRows(transaction).find(channel.get());
            List<Row> found = new ArrayList<>();
            if (channel.isPresent() && one.isEmpty()) {
                return List.of();
            }
            if (states.isEmpty()) {
                found.addAll(one.isEmpty() ? rows.newest(limit) : rows.newest(one.get().id(), limit));
            }
            for (State state : states) {
                found.addAll(one.isEmpty() ? rows.newest(state, limit) : rows.newest(one.get().id(), state, limit));
            }
            return found.stream().sorted(Comparator.comparing((Row row) -> row.message().received())
                .thenComparing(Row::id).reversed()).limit(limit).map(Row::message).toList();
        });
    }

    private static Outcome<Row> row(Transaction transaction, Stored channel, String id) throws SQLException {
        return new MessageRows(transaction).find(channel.id(), id).map(Outcome::done).orElseGet(() -> Outcome
            .refused(Refusal.of(FulfilmentRefusal.UNKNOWN_MESSAGE, channel.channel().code(), id)
                .hint("See the queue; case matters.")));
    }

    @Override
    public Outcome<String> text(String channel, String id) {
        return stored(channel).then(stored -> work.read(transaction -> {
            Outcome<Row> row = row(transaction, stored, id);
            return row.isDone()
                ? Outcome.done(new MessageRows(transaction).text(row.value().id(), row.value().version()))
                : Outcome.refused(row.refusals());
        }));
    }

    @Override
    public Outcome<List<Event>> trail(String channel, String id) {
        return stored(channel).then(stored -> work.read(transaction -> {
            Outcome<Row> row = row(transaction, stored, id);
            return row.isDone() ? Outcome.done(new MessageRows(transaction).trail(row.value().id()))
                : Outcome.refused(row.refusals());
        }));
    }

    @Override
    public Outcome<Message> retry(String channel, String id, Optional<String> corrected) {
        Optional<String> wrong = corrected.flatMap(ChannelsComponent::text);
        if (wrong.isPresent()) {
            return Outcome.refused(FulfilmentRefusal.BAD_MESSAGE, id, wrong.get());
        }
        return change(channel, id, Set.of(State.RETRY, State.DEAD, State.DISMISSED),
            (rows, row) -> rows.again(row, corrected));
    }

    @Override
    public Outcome<Message> dismiss(String channel, String id, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            return Outcome.refused(Refusal.of(FulfilmentRefusal.DISMISSED_WITHOUT_REASON)
                .hint("Write why, in at most " + LONGEST_REASON + " characters."));
        }
        return change(channel, id, Set.of(State.NEW, State.RETRY, State.DEAD),
            (rows, row) -> rows.dismissed(row, reason));
    }

    /** What somebody does to a message. */
    @FunctionalInterface
    private interface Change {

        void to(MessageRows rows, Row row) throws SQLException;

    }

    private Outcome<Message> change(String channel, String id, Set<State> from, Change change) {
        return stored(channel).then(stored -> work.write(transaction -> {
            Outcome<Row> found = row(transaction, stored, id);
            if (!found.isDone()) {
                return Outcome.refused(found.refusals());
            }
            MessageRows rows = new MessageRows(transaction);
            Row row = rows.lock(found.value().id()).orElseThrow();
            if (!from.contains(row.message().state())) {
                return Outcome.refused(
                    Refusal.of(FulfilmentRefusal.MESSAGE_NOT_IN_THIS_STATE, id, row.message().state())
                        .hint("This is for messages that are "
                            + String.join(", ", from.stream().map(State::name).sorted().toList()) + "."));
            }
            change.to(rows, row);
            return Outcome.done(rows.lock(row.id()).orElseThrow().message());
        }));
    }

    @Override
    public Outcome<List<Offered>> offer(String channel, Optional<Instant> since) {
        return active(channel).then(stored -> offers.of(stored, since));
    }

    @Override
    public Outcome<Integer> publish(String channel, Optional<Instant> since) {
        return active(channel).then(stored -> {
            Optional<ChannelConnector> connector = find(stored.channel().connector());
            if (connector.isEmpty()) {
                return Outcome.refused(unknownConnector(stored.channel().connector()));
            }
            Instant at = work.clock().instant();
            return offers.of(stored, since).then(offer -> {
                try {
                    connector.get().publish(stored.channel().settings(),
                        Offers.json(channel, at, since.isEmpty(), offer));
                    return Outcome.done(offer.size());
                } catch (IOException e) {
                    return Outcome.refused(failed(connector.get(), e));
                }
            });
        });
    }

}
