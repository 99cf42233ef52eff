package org.stockwright.fulfilment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.security.Requires;

/** Goods on their way to another place of ours arrive. Thread-safe; never called on the user interface's thread. */
@ProviderType
@Requires(FulfilmentPermission.VIEW)
public interface Transfers {

    /** The kind of what arrived of transfers. */
    String KIND = "transfer-receipt";

    /**
     * What arrived of a line.
     *
     * @param line the line's number in the shipment
     * @param quantity how much, in the item's base unit; positive
     * @param to where it is put; empty for where the order goes
     */
    record Arrived(int line, BigDecimal quantity, Optional<LocationId> to) {
    }

    /**
     * Receives what is on its way; it keeps the cost at which it left.
     *
     * @param key made by the sender, at most 100 characters
     * @param shipment the shipment of transfer orders
     * @param arrived line by line; empty for all that is still on its way
     * @param effective when it arrived
     */
    @Requires(FulfilmentPermission.SHIP)
    Outcome<Document> receive(String key, DocumentId shipment, List<Arrived> arrived, Instant effective);

    /**
     * A part of what is on its way.
     *
     * @param shipment the shipment
     * @param line the number of its line
     * @param item the item's code
     * @param lot the lot's code, or empty
     * @param quantity how much did not arrive yet, in the item's base unit
     */
    record OnItsWay(Document shipment, int line, String item, String lot, BigDecimal quantity) {
    }

    /** What left and did not arrive yet, by shipment. */
    List<OnItsWay> onTheirWay();

}
