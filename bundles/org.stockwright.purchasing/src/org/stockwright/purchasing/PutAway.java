package org.stockwright.purchasing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.security.Requires;

/**
 * From the receiving area to where goods are stored: rules, proposals that say why, and the way there. Thread-safe; never
 * called on the user interface's thread.
 */
@ProviderType
@Requires(ReceivingPermission.VIEW)
public interface PutAway {

    /** The kind of put-aways. */
    String KIND = "put-away";

    /**
     * Where goods of a kind go. A part that is empty fits everything. Rules that fit are tried by rising priority, then by
     * code.
     *
     * @param code tells one rule from another
     * @param priority the lower, the earlier
     * @param item only this item
     * @param category only items of this category and its parts, as a path
     * @param abcClass only items of this ABC class
     * @param temperatureClass only items of this temperature class
     * @param hazardClass only items of this class of dangerous goods
     * @param target a bin, or a place whose bins are meant
     * @param fixed whether only bins are used that are fixed to the item
     * @param consolidate whether bins with the same item, first of the same lot, come before empty ones
     * @param fillPercent so much of a bin's weight, volume and count is used, 1 to 100
     */
    record Rule(String code, int priority, Optional<ItemId> item, String category, String abcClass,
        String temperatureClass, String hazardClass, LocationId target, boolean fixed, boolean consolidate,
        int fillPercent) {

        /** Everything goes to a place, to the same item first, with bins used in full. */
        public static Rule of(String code, int priority, LocationId target) {
            return new Rule(code, priority, Optional.empty(), "", "", "", "", target, false, true, 100);
        }

        /** The same for items of these classes. */
        public Rule of(String abc, String temperature, String hazard) {
            return new Rule(code, priority, item, category, abc, temperature, hazard, target, fixed, consolidate,
                fillPercent);
        }

        /** The same for one item. */
        public Rule of(ItemId one) {
            return new Rule(code, priority, Optional.of(one), category, abcClass, temperatureClass, hazardClass, target,
                fixed, consolidate, fillPercent);
        }

    }

    /** All rules by priority and code. */
    List<Rule> rules();

    /**
     * Stores rules, new or changed, all or none; refusals carry the index (from 1) as their line.
     *
     * @return how many differed from what was stored
     */
    @Requires(ReceivingPermission.RULES)
    Outcome<Integer> saveRules(List<Rule> rules);

    /**
     * Takes rules away by their codes and stores others, all of it or nothing; refusals carry the index (from 1) as their
     * line.
     *
     * @return how many were taken away or differed
     */
    @Requires(ReceivingPermission.RULES)
    Outcome<Integer> changeRules(List<String> removed, List<Rule> stored);

    /** Takes a rule away, and tells whether there was one. */
    @Requires(ReceivingPermission.RULES)
    Outcome<Boolean> removeRule(String code);

    /**
     * Goods that lie where they were received.
     *
     * @param item which
     * @param lot the lot or serial number, or empty
     * @param from where they lie
     * @param status their quality status
     * @param quantity how much is to go
     */
    record Goods(ItemId item, String lot, LocationId from, String status, Quantity quantity) {
    }

    /**
     * One way that goods shall go.
     *
     * @param goods what, with the quantity of this way
     * @param itemCode the item's code
     * @param fromCode the code of the place where it lies
     * @param to where it shall go
     * @param toCode its code
     * @param why why there, for people
     * @param passedOver why other bins before it were not taken, for people, by bin; at most 20
     * @param waitingOrder the number of the order that waits for it; empty when it is stored
     */
    record Way(Goods goods, String itemCode, String fromCode, LocationId to, String toCode, String why,
        List<String> passedOver, String waitingOrder) {
    }

    /**
     * What is proposed.
     *
     * @param ways where goods shall go
     * @param left what fits nowhere, one refusal for each that names the nearest miss
     */
    record Proposal(List<Way> ways, List<Refusal> left) {

        /** Takes copies. */
        public Proposal {
            ways = List.copyOf(ways);
            left = List.copyOf(left);
        }

    }

    /** Proposals for all available goods that lie, free, in the receiving area of a warehouse. */
    Outcome<Proposal> propose(LocationId warehouse);

    /** Proposals for these goods in a warehouse, one after the other: what goes first leaves less room. */
    Outcome<Proposal> propose(LocationId warehouse, List<Goods> goods);

    /**
     * Goods that go to a place.
     *
     * @param goods what
     * @param to where it goes
     * @param scanned the code of the place as it was scanned there; empty when nothing was scanned
     * @param note more words, such as the order that waits for it
     */
    record Move(Goods goods, LocationId to, String scanned, String note) {
    }

    /**
     * Goods that are put away together.
     *
     * @param key made by the sender
     * @param effective when
     * @param moves at least one
     */
    record Request(String key, Instant effective, List<Move> moves) {

        /** Takes a copy. */
        public Request {
            moves = List.copyOf(moves);
        }

    }

    /**
     * What was put away.
     *
     * @param document the document
     * @param repeated whether it had been made before with the same content
     * @param warnings bins that hold more than they can, where the rules allow it
     */
    record Stored(Document document, boolean repeated, List<Refusal> warnings) {
    }

    /**
     * Puts goods away, all or nothing. Temperature, dangerous goods and fixed bins are never passed over; capacity is refused
     * or told, as the rules say.
     */
    @Requires(ReceivingPermission.PUT_AWAY)
    Outcome<Stored> store(Request request);

    /** What {@link #store} would answer now; nothing is stored. */
    @Requires(ReceivingPermission.PUT_AWAY)
    Outcome<Stored> attempt(Request request);

    /** Reverses a put-away: the goods lie where they were received. */
    @Requires(ReceivingPermission.REVERSE)
    Outcome<Document> reverse(Receipts.Reversal reversal);

    /** The receipt's lines that are not put away yet, as goods. */
    List<Goods> waiting(DocumentId receipt);

}
