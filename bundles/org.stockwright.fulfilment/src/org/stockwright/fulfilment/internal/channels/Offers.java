package org.stockwright.fulfilment.internal.channels;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.ItemRow;
import org.stockwright.catalog.Items;
import org.stockwright.fulfilment.Availability;
import org.stockwright.fulfilment.Channels.Channel;
import org.stockwright.fulfilment.Channels.Offered;
import org.stockwright.fulfilment.internal.channels.ChannelRows.Stored;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

import com.google.gson.stream.JsonWriter;

/** Works out what channels may sell. */
@Component(service = Offers.class)
public final class Offers {

    private static final String FINISHED = "FINISHED";

    private final UnitOfWork work;
    private final Items items;
    private final Availability availability;

    /** Lives as long as the open book. */
    @Activate
    public Offers(@Reference UnitOfWork work, @Reference Items items, @Reference Availability availability) {
        this.work = work;
        this.items = items;
        this.availability = availability;
    }

    /** What is told now, by item; what is told is remembered. */
    Outcome<List<Offered>> of(Stored channel, Optional<Instant> since) {
        Map<ItemId, ItemRow> rows = new HashMap<>();
        items.list().forEach(item -> rows.put(item.id(), item));
        Map<ItemId, Quantity> now = quantities(channel.channel(), rows);
        return work.write(transaction -> {
            new ChannelRows(transaction).lock(channel.id());
            return Outcome.done(remember(transaction, channel.id(), rows, now).stream()
                .filter(one -> since.filter(one.changed()::isBefore).isEmpty())
                .sorted(Comparator.comparing(Offered::item)).toList());
        });
    }

    private Map<ItemId, Quantity> quantities(Channel channel, Map<ItemId, ItemRow> rows) {
        Buffer buffer = new Buffer(channel.bufferQuantity(), channel.bufferPercent());
        List<ItemId> sold = rows.values().stream().filter(item -> sells(channel, item)).map(ItemRow::id).toList();
        Map<ItemId, Quantity> result = new HashMap<>();
        for (Availability.View view : availability.of(sold, channel.place())) {
            result.put(view.id(), buffer.of(view.days().getFirst().promisable()));
        }
        return result;
    }

    private static boolean sells(Channel channel, ItemRow item) {
        Set<ItemId> assortment = channel.assortment();
        return item.active() && item.lockReason().isEmpty()
            && (assortment.isEmpty() ? item.roles().contains(FINISHED) : assortment.contains(item.id()));
    }

    private static List<Offered> remember(Transaction transaction, long channel, Map<ItemId, ItemRow> rows,
        Map<ItemId, Quantity> now) throws SQLException {
        OfferRows offers = new OfferRows(transaction, channel);
        Map<ItemId, OfferRows.Told> before = offers.read();
        Map<ItemId, Quantity> all = new HashMap<>(now);
        before.keySet().forEach(gone -> {
            ItemRow item = rows.get(gone);
            if (item != null) {
                all.putIfAbsent(gone, Quantity.zero(item.unit()));
            }
        });
        Map<ItemId, BigDecimal> changed = new HashMap<>();
        List<Offered> result = new ArrayList<>();
        all.forEach((id, quantity) -> {
            OfferRows.Told told = before.get(id);
            boolean same = told != null && told.quantity().compareTo(quantity.amount()) == 0;
            Instant since = told != null && same ? told.changed() : transaction.now();
            if (!same) {
                changed.put(id, quantity.amount());
            }
            // what left the assortment and was told so is not told for ever
            if (!same || now.containsKey(id)) {
                result.add(new Offered(id, rows.get(id).code(), quantity, since));
            }
        });
        offers.save(changed, before);
        return result;
    }

    /** The JSON of an offer. */
    static String json(String channel, Instant at, boolean full, List<Offered> offer) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject().name("channel").value(channel).name("at").value(at.toString()).name("full").value(full)
                .name("items").beginArray();
            for (Offered one : offer) {
                json.beginObject().name("item").value(one.item()).name("quantity")
                    .jsonValue(one.quantity().amountText()).name("unit").value(one.quantity().unit().code())
                    .endObject();
            }
            json.endArray().endObject();
        } catch (IOException e) {
            throw new IllegalStateException("a text takes everything", e);
        }
        return text.toString();
    }

}
