package org.stockwright.fulfilment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.LineId;
import org.stockwright.security.Requires;

/**
 * Goods leave: to customers, to departments and production, or on their way to another place of ours. Thread-safe; never
 * called on the user interface's thread.
 */
@ProviderType
@Requires(FulfilmentPermission.VIEW)
public interface Shipping {

    /** The kind of shipments. */
    String KIND = "shipment";

    /** What may leave. */
    enum Ready {
        /** Only what is packed. */
        PACKED,
        /** What is packed and what is picked. */
        PICKED,
        /** All that is held, straight from its bins too: for those who do not pick and pack by documents. */
        HELD
    }

    /**
     * A part of an order's line.
     *
     * @param line the order's line
     * @param quantity how much of it, in the item's base unit; positive
     */
    record Part(LineId line, BigDecimal quantity) {
    }

    /**
     * What is to be shipped.
     *
     * @param key made by the sender, at most 100 characters
     * @param orders at least one; all go to the same receiver in the same way
     * @param ready what may leave
     * @param units only these packed units and what they hold, by code; empty for all
     * @param parts only so much of these lines, of what lies loose; empty for all that is ready
     * @param carrier who carries it; {@link PartnerId#SELF} for whom the order names
     * @param tracking his number, or empty
     * @param expected when a transfer is to arrive; empty for the day of the order
     * @param transit the place of transit of transfers; empty for the standard one
     * @param effective when it left
     */
    record Request(String key, List<DocumentId> orders, Ready ready, List<String> units, List<Part> parts,
        PartnerId carrier, String tracking, Optional<Instant> expected, Optional<LocationId> transit,
        Instant effective) {

        /** Takes copies. */
        public Request {
            orders = List.copyOf(orders);
            units = List.copyOf(units);
            parts = List.copyOf(parts);
        }

        /** All that is ready of an order. */
        public static Request of(String key, DocumentId order, Ready ready, Instant effective) {
            return new Request(key, List.of(order), ready, List.of(), List.of(), PartnerId.SELF, "", Optional.empty(),
                Optional.empty(), effective);
        }

        /** The same, carried by somebody under his number. */
        public Request carried(PartnerId somebody, String number) {
            return new Request(key, orders, ready, units, parts, somebody, number, expected, transit, effective);
        }

        /** The same, only these parts. */
        public Request only(List<Part> some) {
            return new Request(key, orders, ready, units, some, carrier, tracking, expected, transit, effective);
        }

        /** The same, only these packed units. */
        public Request onlyUnits(List<String> codes) {
            return new Request(key, orders, ready, codes, parts, carrier, tracking, expected, transit, effective);
        }

    }

    /** Ships: the stock leaves with the shipment's number as its paper. An order of which nothing is open is closed. */
    @Requires(FulfilmentPermission.SHIP)
    Outcome<Document> ship(Request request);

    /** The outcome that {@link #ship} would have now; nothing is stored. */
    @Requires(FulfilmentPermission.SHIP)
    Outcome<Document> rehearse(Request request);

    /** Says by whom and under which number a shipment is carried, after it left. */
    @Requires(FulfilmentPermission.SHIP)
    Outcome<Document> track(DocumentId shipment, PartnerId carrier, String tracking);

    /**
     * Takes a shipment back that did not leave after all: the stock lies again where it was taken from. What was picked is
     * held for its order again; what was packed lies loose where it was packed, picked for its order.
     *
     * @param key made by the sender, at most 100 characters
     * @param effective the reversal's own date
     * @param reason why, for the auditors
     */
    @Requires(FulfilmentPermission.SHIP)
    Outcome<Document> reverse(String key, DocumentId shipment, Instant effective, String reason);

}
