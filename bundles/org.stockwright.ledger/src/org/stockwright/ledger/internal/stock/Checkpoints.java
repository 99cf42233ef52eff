package org.stockwright.ledger.internal.stock;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.BookClosed;
import org.stockwright.base.ChangeListener;
import org.stockwright.persistence.UnitOfWork;

/**
 * Keeps the checkpoints of the open store as new as they have to be, in the background: when somebody asked about the
 * past, or posted, and nobody has posted for a moment. Without them every answer is the same, only later. Thread-safe;
 * shared inside this package.
 */
@Component(service = { Checkpoints.class, ChangeListener.class }, immediate = true)
public final class Checkpoints implements ChangeListener {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final long LOOK_MILLIS = 500;
    /** While others post, it waits; for so many looks at most. */
    private static final int PATIENCE = 240;

    private final ScheduledExecutorService clockwork;
    private final CheckpointMaker maker;
    private final AtomicBoolean wanted = new AtomicBoolean(true);
    private final AtomicBoolean posted = new AtomicBoolean();
    private volatile boolean over;
    private int waited;

    /** Begins to look after the checkpoints of this store. */
    @Activate
    public Checkpoints(@Reference UnitOfWork work) {
        this.maker = new CheckpointMaker(work, CheckpointMaker.FEWEST, () -> over);
        this.clockwork = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "stock checkpoints");
            thread.setDaemon(true);
            return thread;
        });
        clockwork.scheduleWithFixedDelay(this::look, 2 * LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Ends at the next unit of work. It is not interrupted: the database's files do not like it. */
    @Deactivate
    void stop() {
        over = true;
        clockwork.shutdown();
    }

    private void look() {
        if (over || !wanted.get() || posted.getAndSet(false) && ++waited < PATIENCE) {
            return;
        }
        waited = 0;
        wanted.set(false);
        try {
            maker.makeIfDue();
        } catch (BookClosed e) {
            over = true;
        } catch (RuntimeException e) {
            // tried again when somebody asks or posts; letting it out would end the schedule
            if (!over) {
                LOG.warn("No checkpoints of the stock were made", e);
            }
        }
    }

    /** Makes those that are due, in the background's own thread, and waits for them. */
    void makeNow() {
        try {
            clockwork.submit(maker::makeIfDue).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("No checkpoints of the stock were made", e.getCause());
        } catch (InterruptedException e) {
            // made all the same; the caller goes on
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void changed(Set<Topic> topics) {
        if (topics.contains(Topic.STOCK)) {
            posted.set(true);
            wanted.set(true);
        }
    }

    /** A checkpoint with its figures. */
    record Found(Checkpoint checkpoint, Figures figures) {
    }

    /** The checkpoint from which it is the fewest movements to the bounds, if there is one that helps. */
    Optional<Found> nearest(Connection connection, Bounds bounds) throws SQLException {
        wanted.set(true);
        if (bounds.effective().isEmpty()) {
            return Optional.empty();
        }
        CheckpointRows rows = new CheckpointRows(connection);
        List<Checkpoint> usable = rows.list().stream()
            .filter(one -> bounds.recorded().isEmpty() || one.recorded() <= bounds.recorded().get()).toList();
        Optional<Checkpoint> nearest = Nearest.of(usable, bounds.effective().get());
        return nearest.isEmpty() ? Optional.empty()
            : rows.figures(nearest.get()).map(figures -> new Found(nearest.get(), figures));
    }

}
