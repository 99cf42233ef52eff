package org.stockwright.fulfilment.spi;

import java.io.IOException;
import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.base.Refusal;

/**
 * Speaks with one kind of shop, marketplace or till: brings its orders and sales as JSON of the neutral form (see
 * {@link org.stockwright.fulfilment.Channels}) and takes what may be sold. It keeps nothing: the queue, attempts and the
 * dead-letter list are the product's. Register it as an OSGi service. Thread-safe; called on background threads, outside
 * of transactions.
 */
@ConsumerType
public interface ChannelConnector {

    /** Its stable id, for example {@code folder}. */
    String id();

    /** What people call it. */
    String title();

    /**
     * What is wrong with the settings of a channel; nothing when they can be used.
     *
     * @param settings the text that was entered for the channel, JSON by convention; may be empty
     */
    List<Refusal> check(String settings);

    /**
     * A message that waits on the other side.
     *
     * @param id its id there, at most 128 characters: the same id with the same text is the same message
     * @param text its JSON
     * @param problem why it cannot be read at all, or empty; the text does not matter then
     */
    record Arrived(String id, String text, String problem) {

        /** One that can be read. */
        public static Arrived of(String id, String text) {
            return new Arrived(id, text, "");
        }

        /** One that cannot be read. */
        public static Arrived unreadable(String id, String problem) {
            return new Arrived(id, "", problem);
        }

    }

    /**
     * The oldest messages that wait. They stay until they are {@link #settle settled}: after a crash they come again, which
     * is harmless.
     *
     * @param most at most so many
     * @throws IOException when the other side cannot be reached
     */
    List<Arrived> fetch(String settings, int most) throws IOException;

    /**
     * Takes a message away on the other side, because it is in the queue now, or because it never will be.
     *
     * @param message its id
     * @param accepted whether it is in the queue
     * @param why it is not, or empty
     * @throws IOException when the other side cannot be reached; the message comes again then
     */
    void settle(String settings, String message, boolean accepted, String why) throws IOException;

    /**
     * Tells what may be sold.
     *
     * @param offer JSON as {@link org.stockwright.fulfilment.Channels#publish} describes it
     * @throws IOException when the other side cannot be reached; it is told again later then
     */
    void publish(String settings, String offer) throws IOException;

}
