package org.stockwright.valuation.internal.book;

import java.util.function.BiConsumer;
import java.util.function.Supplier;

import org.osgi.service.component.annotations.Component;
import org.stockwright.ledger.spi.PostedBatch;

/** Lets whoever tries a posting see what its values would be, before the trial is undone. */
@Component(service = PreviewCollector.class)
public final class PreviewCollector {

    private final ThreadLocal<BiConsumer<PostedBatch, Valuer.Result>> listening = new ThreadLocal<>();

    /** Runs a trial on this thread; the listener hears of what it values. */
    <T> T during(BiConsumer<PostedBatch, Valuer.Result> listener, Supplier<T> trial) {
        listening.set(listener);
        try {
            return trial.get();
        } finally {
            listening.remove();
        }
    }

    void valued(PostedBatch batch, Valuer.Result result) {
        BiConsumer<PostedBatch, Valuer.Result> listener = listening.get();
        if (listener != null) {
            listener.accept(batch, result);
        }
    }

}
