package org.stockwright.valuation.internal.book;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.valuation.internal.engine.ItemState;
import org.stockwright.valuation.internal.engine.Key;
import org.stockwright.valuation.internal.engine.PoolKey;

/**
 * The states of the items that were valued last, each under the stamp that its row in the database had to get: when the
 * row has another one, somebody else valued the item, or the transaction was undone. Thread-safe.
 */
@Component(service = { ItemMemory.class, ChangeListener.class })
public final class ItemMemory implements ChangeListener {

    private static final int MOST_LAYERS = 2_000_000;
    private static final int PER_ITEM = 8;

    private final Map<Long, Known> items = new LinkedHashMap<>(16, 0.75f, true);
    private final AtomicLong catalog = new AtomicLong();
    private long layers;

    /** Lives as long as the open book. */
    @Activate
    public ItemMemory(@Reference UnitOfWork work) {
        assert work != null;
    }

    /**
     * What is known of an item.
     *
     * @param stamp under which
     * @param key its last event
     * @param state its state; never changed, copied by whoever goes on from it
     * @param profile its standard costs and categories
     * @param pools the numbers of its pools
     * @param catalog what {@link #catalog} said when its standard cost and category were looked at
     */
    record Known(long stamp, Key key, ItemState state, ItemProfile profile, Map<PoolKey, Long> pools, long catalog) {
    }

    @Override
    public void changed(Set<Topic> topics) {
        if (topics.contains(Topic.ITEMS)) {
            catalog.incrementAndGet();
        }
    }

    /** Rises when items were changed. */
    long catalog() {
        return catalog.get();
    }

    /** What was kept under this stamp; null when it is not there. */
    synchronized Known find(long item, long stamp) {
        Known known = items.get(item);
        return known != null && known.stamp() == stamp ? known : null;
    }

    /**
     * Whether something at an instant probably comes before the item's last event: it is not looked up whether what is
     * known here still holds.
     */
    synchronized boolean isLate(long item, long effective) {
        Known known = items.get(item);
        return known == null || effective <= known.key().effective();
    }

    /** Keeps it; the items that were not asked for longest are forgotten when there is too much. */
    synchronized void keep(long item, Known known) {
        Known before = items.put(item, known);
        layers += weight(known) - (before == null ? 0 : weight(before));
        var oldest = items.entrySet().iterator();
        while (layers > MOST_LAYERS && items.size() > 1) {
            layers -= weight(oldest.next().getValue());
            oldest.remove();
        }
    }

    private static long weight(Known known) {
        return PER_ITEM + (long) known.state().layerCount();
    }

}
