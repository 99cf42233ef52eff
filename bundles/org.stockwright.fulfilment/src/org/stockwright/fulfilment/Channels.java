package org.stockwright.fulfilment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.security.Requires;

/**
 * Shops, marketplaces and tills: their orders and sales come in as messages, and what they may sell is told to them.
 *
 * <p>A message is a JSON object (RFC 8259, at most {@value #LONGEST_MESSAGE} characters) of one of two types. An order:
 * <pre>{@code
 * {"type": "order", "id": "W-1001", "customer": "C1", "date": "2026-01-15T10:00:00Z", "reference": "", "address": "",
 *  "currency": "EUR", "due": "2026-01-20", "place": "MAIN",
 *  "lines": [{"item": "BOLT", "quantity": 3, "unit": "PCS", "price": "1.20", "lot": "", "note": ""}]}
 * }</pre>
 * A sale at a till, whose negative quantities are goods that came back:
 * <pre>{@code
 * {"type": "sale", "receipt": "T1-000077", "date": "2026-01-15T10:00:00Z", "place": "SHOP", "original": "T1-000070",
 *  "lines": [{"barcode": "4006381333931", "quantity": -1, "price": "1.20"}]}
 * }</pre>
 * Type, id or receipt, and lines with item or barcode and quantity are needed. Numbers may be written as texts. Fields
 * that nobody knows are refused, so that no misspelt one is passed over. An order without a customer is of the channel's
 * customer for anonymous sales.
 *
 * <p>Each order becomes a customer order with the key {@code channel:CODE:ID}; each sale is posted as issues and returns with
 * the receipt as their paper. The message's state is stored together with what it does. An order or receipt of a channel is
 * settled once, however often and by whatever message it comes. Thread-safe; never called on the user interface's thread.
 */
@ProviderType
@Requires(FulfilmentPermission.CHANNELS)
public interface Channels {

    /** The most characters of a message. */
    int LONGEST_MESSAGE = 1_000_000;

    /** How often a message is tried before it is dead. */
    int MOST_ATTEMPTS = 8;

    /** What orders of a channel cost. */
    enum PricePolicy {
        /** What the message says; a line without a price costs what the price lists say. */
        CHANNEL,
        /** What the price lists say, whatever the message says. */
        LISTS
    }

    /**
     * A channel.
     *
     * @param code what people type: letters, digits, {@code . _ -}, at most 32 characters
     * @param title what people call it
     * @param connector the id of the connector that speaks with it
     * @param settings the connector's settings, at most 4,000 characters
     * @param customer whose orders and sales are that name nobody
     * @param place where its goods come from, with all its parts, when a message names no place; of that its offers are
     * @param currency of its prices; empty for the customer's or the company's
     * @param prices what its orders cost
     * @param bufferQuantity how much of each item, in its base unit, it is never told of; not negative
     * @param bufferPercent how much of what can be promised it is not told of besides; 0 to 100
     * @param active whether messages are taken and processed
     * @param assortment what it sells; empty for all active finished goods
     */
    record Channel(String code, String title, String connector, String settings, Optional<PartnerId> customer,
        Optional<LocationId> place, Optional<Currency> currency, PricePolicy prices, BigDecimal bufferQuantity,
        BigDecimal bufferPercent, boolean active, Set<ItemId> assortment) {

        /** Takes a copy of the assortment. */
        public Channel {
            assortment = Set.copyOf(assortment);
        }

    }

    /** All channels by code. */
    List<Channel> list();

    /**
     * How a channel is doing.
     *
     * @param channel its code
     * @param waiting how many of its messages are NEW or RETRY
     * @param dead how many are on the dead-letter list
     * @param last when its last message came; empty when none did
     */
    record Load(String channel, int waiting, int dead, Optional<Instant> last) {
    }

    /** How all channels are doing, by code. */
    List<Load> loads();

    /**
     * What speaks with a kind of channel.
     *
     * @param id its stable id, for example {@code folder}
     * @param title what people call it
     */
    record Connector(String id, String title) {
    }

    /** The connectors that are installed, by id. */
    List<Connector> connectors();

    /** Stores a channel, new or changed; the code tells one from another. */
    Outcome<Channel> save(Channel channel);

    /** Where a message stands. */
    enum State {
        /** It waits for its first attempt. */
        NEW,
        /** It failed for a reason that may pass, and is tried again. */
        RETRY,
        /** Its order is placed, or its sale posted. */
        DONE,
        /** It is on the dead-letter list: somebody has to look at it. */
        DEAD,
        /** Somebody decided that nothing comes of it. */
        DISMISSED
    }

    /**
     * A message of the queue.
     *
     * @param channel the channel's code
     * @param id its id within the channel
     * @param state where it stands
     * @param attempts how often it was tried since it came or was sent again
     * @param next when it is tried next, while it is NEW or RETRY
     * @param refusal what spoke against it last, with code and hint; empty when nothing did
     * @param result the number of the order or receipt that it became, or empty
     * @param received when it came
     * @param changed when it last changed
     * @param user who changed it last
     */
    record Message(String channel, String id, State state, int attempts, Optional<Instant> next, String refusal,
        String result, Instant received, Instant changed, String user) {
    }

    /**
     * Puts a message into the queue.
     *
     * @param id unique within the channel, at most 128 characters
     * @param text its JSON; whether it has the right form is found when it is processed
     * @return whether it is new; the same message again changes nothing
     */
    Outcome<Boolean> take(String channel, String id, String text);

    /**
     * What was fetched.
     *
     * @param taken how many new messages are in the queue
     * @param known how many were there before
     * @param refused why others are not, with their id as source
     */
    record Fetched(int taken, int known, List<Refusal> refused) {

        /** Takes a copy. */
        public Fetched {
            refused = List.copyOf(refused);
        }

    }

    /** Takes the messages that wait at a channel's connector into the queue. */
    Outcome<Fetched> fetch(String channel);

    /**
     * What became of messages.
     *
     * @param done how many are done now
     * @param retry how many are tried again later
     * @param dead how many are on the dead-letter list now
     * @param left how many somebody else was processing
     */
    record Processed(int done, int retry, int dead, int left) {
    }

    /**
     * Processes all messages that are due, the oldest first, each by itself: none stops the others. What may succeed later
     * (an item, customer or stock that is not there yet, trouble of the outside world) is tried again after 1, 2, 4 … minutes,
     * at most 6 hours, and is dead after {@link #MOST_ATTEMPTS} attempts; what cannot succeed is dead at once. Any number of
     * processors may run at the same time.
     *
     * @param channel only of this channel; empty for all active ones
     */
    Outcome<Processed> process(Optional<String> channel, Progress progress);

    /**
     * Messages, the newest first.
     *
     * @param channel only of this channel
     * @param states only in these states; empty for all
     * @param limit at most so many
     */
    List<Message> queue(Optional<String> channel, Set<State> states, int limit);

    /** The text of a message as it is now. */
    Outcome<String> text(String channel, String id);

    /**
     * What happened to a message.
     *
     * @param at when
     * @param user who did it
     * @param action what: TAKEN, DONE, RETRY, DEAD, CORRECTED, SENT_AGAIN or DISMISSED
     * @param note the refusal, reason or result
     */
    record Event(Instant at, String user, String action, String note) {
    }

    /** What happened to a message, the oldest first. */
    Outcome<List<Event>> trail(String channel, String id);

    /**
     * Sends a message that is RETRY, DEAD or DISMISSED again: it is due at once, with all its attempts.
     *
     * @param corrected its text from now on; the old one is kept with it. Empty to leave it
     */
    Outcome<Message> retry(String channel, String id, Optional<String> corrected);

    /** Decides that nothing comes of a message that is not done. */
    Outcome<Message> dismiss(String channel, String id, String reason);

    /**
     * What may be sold of an item.
     *
     * @param id the item
     * @param item its code
     * @param quantity what can be promised today, less the buffer, not below nothing, rounded down to the item's unit
     * @param changed since when the channel has been told so, or is to be told
     */
    record Offered(ItemId id, String item, Quantity quantity, Instant changed) {
    }

    /**
     * What a channel may sell, by item; what is said is remembered, so that changes can be told. An item that left the
     * assortment is told once more, with nothing.
     *
     * @param since only what changed at or after this instant; empty for all
     */
    Outcome<List<Offered>> offer(String channel, Optional<Instant> since);

    /**
     * Tells the channel's connector what {@link #offer} answers, as JSON:
     * {@code {"channel": "WEB", "at": "…", "full": true, "items": [{"item": "BOLT", "quantity": 7, "unit": "PCS"}]}}.
     *
     * @param since only what changed at or after this instant; empty for all
     * @return how many items were told
     */
    Outcome<Integer> publish(String channel, Optional<Instant> since);

}
