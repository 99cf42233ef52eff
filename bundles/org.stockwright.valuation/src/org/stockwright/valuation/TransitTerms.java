package org.stockwright.valuation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.security.Requires;

/**
 * Whose goods are while they are on their way: a place of transit has terms, from an instant on. Goods that are not ours have
 * layers and a cost as usual, but they are no value of our stock. Decisions are appended, never changed. Thread-safe.
 */
@ProviderType
@Requires(ValuationPermission.VIEW)
public interface TransitTerms {

    /** Which way goods go through a place of transit. */
    enum Direction {
        /** From a supplier to us. */
        INBOUND,
        /** From us to a customer. */
        OUTBOUND,
        /** From one of our places to another: always ours. */
        OWN;

        /** The word of files and commands, for example {@code inbound}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where the goods become the buyer's. */
    enum Point {
        /** Where their way begins. */
        ORIGIN,
        /** Where it ends. */
        DESTINATION;

        /** The word of files and commands, for example {@code origin}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A rule of Incoterms 2020. Such a rule says where the risk passes, not where ownership does; accounting takes goods as
     * the buyer's from where he bears the risk, unless the contract says otherwise.
     */
    enum Incoterm {
        /** Ex works. */
        EXW(Point.ORIGIN),
        /** Free carrier. */
        FCA(Point.ORIGIN),
        /** Free alongside ship. */
        FAS(Point.ORIGIN),
        /** Free on board. */
        FOB(Point.ORIGIN),
        /** Cost and freight. */
        CFR(Point.ORIGIN),
        /** Cost, insurance and freight. */
        CIF(Point.ORIGIN),
        /** Carriage paid to. */
        CPT(Point.ORIGIN),
        /** Carriage and insurance paid to. */
        CIP(Point.ORIGIN),
        /** Delivered at place. */
        DAP(Point.DESTINATION),
        /** Delivered at place unloaded. */
        DPU(Point.DESTINATION),
        /** Delivered duty paid. */
        DDP(Point.DESTINATION);

        private final Point passes;

        Incoterm(Point passes) {
            this.passes = passes;
        }

        /** Where the risk passes to the buyer. */
        public Point passes() {
            return passes;
        }
    }

    /**
     * The terms of a place of transit.
     *
     * @param place the code of a place of kind transit
     * @param direction which way goods go
     * @param rule the rule of Incoterms; empty for goods of our own, or when only the point is known
     * @param ownedFrom from where the goods are the buyer's, whatever the rule says; empty for what follows from it
     * @param from from when; empty for always
     */
    record Terms(String place, Direction direction, Optional<Incoterm> rule, Optional<Point> ownedFrom,
        Optional<Instant> from) {
    }

    /**
     * Terms as they were decided.
     *
     * @param terms what was decided
     * @param whose whose the goods are by them
     * @param recorded when it was decided
     * @param user by whom
     */
    record Decision(Terms terms, ValueRow.Whose whose, Instant recorded, String user) {
    }

    /** All decisions, in their order; of two for the same place and instant the later one holds. */
    List<Decision> list();

    /**
     * Decides terms. What lies in the place at that instant goes from one owner to the other then, at its cost; items that
     * were ever there are valued anew from then on. All or none. Refused when the place is not one of transit, when the
     * terms contradict themselves, and when the instant is in a closed period and something of value was ever there.
     * Refusals carry the index (from 1) as their line.
     *
     * @return how many were stored; the others were known
     */
    @Requires(ValuationPermission.POLICIES)
    Outcome<Integer> set(List<Terms> terms, Progress progress);

    /** What {@link #set} would do now; nothing is stored. */
    @Requires(ValuationPermission.POLICIES)
    Outcome<Integer> rehearse(List<Terms> terms, Progress progress);

}
