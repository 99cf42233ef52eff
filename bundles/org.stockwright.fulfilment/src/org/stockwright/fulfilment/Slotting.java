package org.stockwright.fulfilment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.security.Requires;

/**
 * Where items should lie so that pickers walk less: what is picked most belongs nearest to the beginning of the way through
 * the warehouse. It proposes and moves nothing. Thread-safe; never called on the user interface's thread.
 */
@ProviderType
@Requires(FulfilmentPermission.VIEW)
public interface Slotting {

    /** A class of items by how often they are picked, and the zone of bins that belongs to it. */
    enum Grade {
        /** With those before it at most 80 % of all picks; the item that crosses the cut belongs here. */
        A,
        /** With those before it at most 95 %; the item that crosses the cut belongs here. */
        B,
        /** The rest, and what was not picked. */
        C
    }

    /**
     * An item of a warehouse.
     *
     * @param itemId which
     * @param item its code
     * @param name its name
     * @param grade its class
     * @param picks how often it was picked in the warehouse: lines of pick lists of which something was taken, and issues
     *            straight from bins
     * @param bin the code of the bin in which most of it lies
     * @param distance how far that is: the number of the bin on the way through its warehouse, from 1
     * @param zone the class to which that bin belongs
     * @param target the code of the bin where it should lie; empty when it lies in the zone of its class
     * @param targetDistance how far that would be; the same as now when it may stay
     */
    record Slot(ItemId itemId, String item, String name, Grade grade, long picks, String bin, int distance, Grade zone,
        Optional<String> target, int targetDistance) {

        /** What the move saves in the span, {@code picks (distance − targetDistance)}; negative for what makes room. */
        public long saving() {
            return picks * (distance - targetDistance);
        }

    }

    /**
     * The proposal for a warehouse.
     *
     * @param warehouse its code
     * @param picks how often something was picked
     * @param now {@code Σ picks · distance}, as items lie now
     * @param proposed the same when the items that lie wrong have moved
     * @param slots the items, the most picked first
     */
    record Proposal(String warehouse, long picks, long now, long proposed, List<Slot> slots) {

        /** Takes a copy. */
        public Proposal {
            slots = List.copyOf(slots);
        }

        /** The items that lie in the zone of another class: those that are picked most first. */
        public List<Slot> moves() {
            return slots.stream().filter(slot -> slot.target().isPresent()).toList();
        }

    }

    /**
     * The proposals for the warehouses in which something lies in bins, by code.
     *
     * @param place only in this place and its parts; empty for everywhere
     * @param from the first day whose picks count
     * @param to the last one
     */
    List<Proposal> proposals(Optional<LocationId> place, LocalDate from, LocalDate to);

}
