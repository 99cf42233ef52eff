package org.stockwright.fulfilment.internal.channels;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.stockwright.base.LocationId;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.documents.DocumentQuery;
import org.stockwright.documents.DocumentRow;
import org.stockwright.documents.Documents;
import org.stockwright.fulfilment.Channels;
import org.stockwright.fulfilment.Channels.Channel;
import org.stockwright.fulfilment.Channels.Message;
import org.stockwright.fulfilment.Channels.PricePolicy;
import org.stockwright.fulfilment.Channels.Processed;
import org.stockwright.fulfilment.internal.OrderWorld;
import org.stockwright.ledger.MovementQuery;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.Stock;

/** A channel WEB that sells from B1 to C1, and words for its messages. */
abstract class ChannelWorld extends OrderWorld {

    @BeforeEach
    void channel() {
        warehouse.items("A", "B");
        channels().save(web()).value();
    }

    Channels channels() {
        return world.service(Channels.class);
    }

    Path shop() {
        return folder.resolve("shop").toAbsolutePath();
    }

    Channel web() {
        return channel("WEB", Optional.of(customer), Optional.of(warehouse.place("B1").id()), "0", "0");
    }

    Channel channel(String code, Optional<PartnerId> anonymous, Optional<LocationId> place, String buffer,
        String percent) {
        return new Channel(code, "The shop", "folder", "{\"folder\": \"" + shop() + "\"}", anonymous, place,
            Optional.empty(), PricePolicy.CHANNEL, new BigDecimal(buffer), new BigDecimal(percent), true, Set.of());
    }

    static String order(String id, String item, String quantity) {
        return "{\"type\": \"order\", \"id\": \"" + id + "\", \"lines\": [{\"item\": \"" + item + "\", \"quantity\": "
            + quantity + ", \"price\": \"2.50\"}]}";
    }

    static String sale(String receipt, String lines) {
        return "{\"type\": \"sale\", \"receipt\": \"" + receipt + "\", \"lines\": [" + lines + "]}";
    }

    static String of(String item, int quantity) {
        return "{\"item\": \"" + item + "\", \"quantity\": " + quantity + "}";
    }

    boolean take(String id, String text) {
        return channels().take("WEB", id, text).value();
    }

    Processed process() {
        return channels().process(Optional.of("WEB"), Progress.NONE).value();
    }

    Message message(String id) {
        return channels().queue(Optional.of("WEB"), Set.of(), 1000).stream().filter(one -> one.id().equals(id))
            .findFirst().orElseThrow();
    }

    List<DocumentRow> placed() {
        return world.service(Documents.class).list(DocumentQuery.of("customer-order"), 1000);
    }

    /** The movements of an item as {@code kind from to quantity paper}. */
    List<String> moves(String item) {
        return world.service(Stock.class).page(MovementQuery.of(warehouse.itemOf(item)), 0, 100).stream()
            .map(ChannelWorld::told).toList();
    }

    private static String told(MovementView one) {
        return one.kind().word() + " " + one.from() + " " + one.to() + " " + one.quantity().amountText() + " "
            + one.reference();
    }

}
