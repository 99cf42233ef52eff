package org.stockwright.fulfilment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.documents.Document;
import org.stockwright.security.Requires;

/**
 * Kits and bundles: items that are made of others. A virtual kit is taken apart on the order: its components stand there as
 * lines of their own, frozen as they were on that day, and the kit has no stock. An assembled kit is put together and lies
 * in stock like any item. Thread-safe; never called on the user interface's thread.
 */
@ProviderType
@Requires(FulfilmentPermission.VIEW)
public interface Kits {

    /** The kind of document by which kits are assembled and taken apart. */
    String ASSEMBLY = "assembly-order";

    /**
     * A component.
     *
     * @param item what
     * @param quantity how much of it, in its base unit, one base unit of the kit takes; positive
     */
    record Component(ItemId item, BigDecimal quantity) {

        /** Writes equal numbers the same way. */
        public Component {
            quantity = quantity.stripTrailingZeros();
        }

    }

    /**
     * What a kit is made of from a day on, until the next version.
     *
     * @param item the kit
     * @param from the first day on which it holds
     * @param virtual whether it is taken apart on orders; else it is assembled
     * @param components at least one, each item once
     */
    record Version(ItemId item, LocalDate from, boolean virtual, List<Component> components) {

        /** Takes a copy. */
        public Version {
            components = List.copyOf(components);
        }

    }

    /**
     * Stores versions, new or in place of those of the same kit and day, all or none. Orders that were placed keep the
     * composition that they have. Refusals carry the index (from 1) as their line.
     *
     * @return how many differed from what was stored
     */
    @Requires(FulfilmentPermission.KITS)
    Outcome<Integer> saveAll(List<Version> versions);

    /** What {@link #saveAll} would answer now; nothing is stored. */
    @Requires(FulfilmentPermission.KITS)
    Outcome<Integer> rehearse(List<Version> versions);

    /** Takes a version away, and tells whether there was one. */
    @Requires(FulfilmentPermission.KITS)
    Outcome<Boolean> remove(ItemId item, LocalDate from);

    /** All versions of all kits, by item and first day. */
    List<Version> list();

    /** The version of a kit that holds on a day. */
    Optional<Version> on(ItemId item, LocalDate day);

    /**
     * What of an amount belongs to each component of a kit: in proportion to their list prices, rounded to the currency's
     * smallest unit by the largest remainder, so that the parts add up to the amount.
     *
     * @param amount not negative; rounded half up to the smallest unit first
     * @param weights the components' list prices times their quantities, not negative; when all are zero, all weigh the same
     */
    List<BigDecimal> splitPrice(BigDecimal amount, java.util.Currency currency, List<BigDecimal> weights);

    /**
     * Kits to be put together or taken apart.
     *
     * @param key made by the sender: sending the same again yields the first document
     * @param kit the kit, assembled on that day
     * @param quantity how many, in a unit of the kit; positive
     * @param from the place, with its parts, whose free stock is used up: what expires first, then the oldest
     * @param to the place where it goes
     * @param effective when it happened; empty for now
     * @param lots the lots of what is made, for items tracked by lot, by item
     */
    record Assembly(String key, ItemId kit, Quantity quantity, LocationId from, LocationId to,
        Optional<Instant> effective, Map<ItemId, String> lots) {

        /** Takes a copy. */
        public Assembly {
            lots = Map.copyOf(lots);
        }

    }

    /**
     * Puts kits together: the components are used up, the kits are made, and take their cost.
     *
     * @return the assembly order, which is the paper of the posting; its first line is the kit, the others are its parts
     */
    @Requires(FulfilmentPermission.ASSEMBLE)
    Outcome<Document> assemble(Assembly assembly);

    /**
     * Takes kits apart: they are used up, and their components come back at their standard costs. What the kits cost more or
     * less stays with the order until it is closed.
     *
     * @return the assembly order; its first line is the kit, the others are its parts
     */
    @Requires(FulfilmentPermission.ASSEMBLE)
    Outcome<Document> disassemble(Assembly assembly);

}
