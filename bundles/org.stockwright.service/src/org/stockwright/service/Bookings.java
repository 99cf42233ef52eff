package org.stockwright.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.security.Requires;

/**
 * Services that are booked at a time. A booking takes the time of a resource of every pool that the service needs, and holds
 * its materials, in one step: all of it or nothing. Of a service with stages that are done ahead it holds a stored unit too, when one
 * is free that is good on its day: nobody else is given it. Thread-safe; never called on the user interface's thread.
 * <p>
 * Resources are assigned so that a booking that is possible is made: where it helps, other bookings are given other resources
 * of the same pools at the same time, unless a customer asked for the resource that he has.
 */
@ProviderType
@Requires(ServicePermission.VIEW)
public interface Bookings {

    /** The kind of its documents. */
    String KIND = "service-booking";

    /** The state of a booking that has a time. */
    String BOOKED = "BOOKED";
    /** The state of a wish on the waiting list. */
    String WAITING = "WAITING";
    /** The state of a booking whose customer came: it is a case now. */
    String ARRIVED = "ARRIVED";
    /** The state of a booking whose customer did not come. */
    String NO_SHOW = "NO_SHOW";
    /** The state of a booking or wish that is cancelled. */
    String CANCELLED = "CANCELLED";

    /** The most times that are offered at once. */
    int MOST_SLOTS = 1_000;

    /** Times at which a service can be booked, by time. */
    Outcome<List<Slot>> slots(Search search);

    /** Bookings that begin in a time, whatever became of them, by time. */
    List<Booking> list(Instant from, Instant until);

    /** A booking or wish. */
    Optional<Booking> get(DocumentId id);

    /** Books a service at a time. Repeating a request with its key yields the first booking. */
    @Requires(ServicePermission.BOOK)
    Outcome<Booking> book(Request request);

    /** What {@link #book} would come to now; nothing is stored. */
    @Requires(ServicePermission.BOOK)
    Outcome<Booking> rehearse(Request request);

    /**
     * Gives a booking another time or other resources; its materials stay held. What expires before its new day is exchanged, and a
     * booking without a stored unit gets one if one is free.
     */
    @Requires(ServicePermission.BOOK)
    Outcome<Booking> move(DocumentId id, At at, String why);

    /** Cancels a booking, and gives its time and its materials back; or takes a wish off the waiting list. */
    @Requires(ServicePermission.BOOK)
    Outcome<Booking> cancel(DocumentId id, String why);

    /** The customer did not come: his materials are given back, his time was lost. Not before the booking begins. */
    @Requires(ServicePermission.BOOK)
    Outcome<Booking> noShow(DocumentId id, String why);

    /** Puts a customer on the waiting list, for whom there is no time now. */
    @Requires(ServicePermission.BOOK)
    Outcome<Booking> await(Wish wish);

    /** The waiting list: by priority, then by arrival. */
    List<Booking> waiting();

    /**
     * Who on the waiting list can be offered which time now: the list is gone through in its order, and each is offered the first
     * time that he wants and that is not offered to somebody before him. Nothing is held for an offer.
     */
    List<Offer> offers();

    /** Books a time for somebody on the waiting list. */
    @Requires(ServicePermission.BOOK)
    Outcome<Booking> accept(DocumentId id, At at);

    /**
     * When and by whom a service is done.
     *
     * @param start when it begins; a whole minute, not past
     * @param resources the codes of resources that have to be among those that do it; empty when any will do
     * @param overtime why the resources that are asked for work outside of their shifts; empty when they do not
     */
    record At(Instant start, Set<String> resources, String overtime) {

        /** Takes a copy. */
        public At {
            resources = Set.copyOf(resources);
        }

        /** At a time, by whoever is there. */
        public static At of(Instant start) {
            return new At(start, Set.of(), "");
        }

    }

    /**
     * What it is for.
     *
     * @param template the code of the template; the version that is approved on the day of the booking counts
     * @param customer for whom
     * @param place where the materials come from, with all its parts; empty for wherever they are
     * @param reference the customer's paper, or empty
     * @param note more words, or empty
     */
    record Subject(String template, PartnerId customer, Optional<LocationId> place, String reference, String note) {

        /** A service for a customer. */
        public static Subject of(String template, PartnerId customer) {
            return new Subject(template, customer, Optional.empty(), "", "");
        }

    }

    /**
     * A booking that is wanted.
     *
     * @param key made by the sender; the same again yields the first booking
     */
    record Request(String key, Subject subject, At at) {
    }

    /**
     * A booking that is wanted as soon as there is a time for it.
     *
     * @param key made by the sender; the same again yields the first wish
     * @param from from when on the customer can come
     * @param until before this the service begins
     * @param resources the codes of resources that have to be among those that do it
     * @param priority the higher, the sooner; 0 for the usual
     */
    record Wish(String key, Subject subject, Instant from, Instant until, Set<String> resources, int priority) {

        /** Takes a copy. */
        public Wish {
            resources = Set.copyOf(resources);
        }

    }

    /**
     * Which times are looked for.
     *
     * @param template the code of the template
     * @param from not before this, nor before now
     * @param until the service begins before this; at most {@link Capacity#MOST_DAYS} days later
     * @param resources the codes of resources that have to be among those that do it
     * @param minutes how far the times are apart, counted from midnight: 1 to 1440
     * @param most at most so many times
     */
    record Search(String template, Instant from, Instant until, Set<String> resources, int minutes, int most) {

        /** Takes a copy. */
        public Search {
            resources = Set.copyOf(resources);
        }

    }

    /**
     * A time at which a service can be booked.
     *
     * @param start when it begins
     * @param end when it ends
     * @param uses which resources would do it
     */
    record Slot(Instant start, Instant end, List<Use> uses) {

        /** Takes a copy. */
        public Slot {
            uses = List.copyOf(uses);
        }

    }

    /**
     * A time of a resource.
     *
     * @param pool as a member of which pool
     * @param resource its code
     * @param from the beginning
     * @param until the end
     * @param note why it stands outside of the resource's shifts; empty when it does not
     */
    record Use(String pool, String resource, Instant from, Instant until, String note) {
    }

    /**
     * A booking or a wish.
     *
     * @param document the document, with the service as its first line and the materials as parts of it
     * @param template the code of the template
     * @param version its version; 0 for a wish
     * @param from when it begins; of a wish the first time that will do
     * @param until when it ends; of a wish when it has to have begun
     * @param uses what it occupies; nothing for a wish and when it is cancelled
     * @param wanted the codes of the resources that the customer asked for
     * @param opened the case that it became when the customer came
     * @param unit the lot of the stored unit that it holds; empty when nothing is done ahead, when none was free that is good on its
     *     day, and when it has ended
     */
    record Booking(Document document, String template, int version, Instant from, Instant until, List<Use> uses,
        Set<String> wanted, Optional<DocumentId> opened, Optional<String> unit) {

        /** Takes a copy. */
        public Booking {
            uses = List.copyOf(uses);
            wanted = Set.copyOf(wanted);
        }

        /** Whether a resource does it outside of its shifts, or is away by now. */
        public boolean isOutside() {
            return uses.stream().anyMatch(use -> !use.note().isEmpty());
        }

    }

    /**
     * A time for somebody on the waiting list.
     *
     * @param wish what he waits for
     * @param slot when he can come
     */
    record Offer(Booking wish, Slot slot) {
    }

}
