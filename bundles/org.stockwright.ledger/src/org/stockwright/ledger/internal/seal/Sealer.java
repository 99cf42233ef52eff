package org.stockwright.ledger.internal.seal;

import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.BookClosed;
import org.stockwright.base.ChangeListener;
import org.stockwright.base.Progress;
import org.stockwright.persistence.ChainAnchor;
import org.stockwright.persistence.UnitOfWork;

/**
 * The one background sealer of this process: lives while a store is open. It begins with what an earlier run left, seals
 * at once when something was posted, but no more often than once in a second, and looks by itself every few seconds.
 */
@Component(service = { Sealer.class, ChangeListener.class }, immediate = true)
public final class Sealer implements ChangeListener {

    /** The system property that switches the background sealer off when it is {@code off}: for measurements only. */
    public static final String SWITCH = "stockwright.seal";

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final long MILLIS_BETWEEN = 1_000;
    private static final long MILLIS_UNASKED = 4_000;
    private static final long MILLIS_TO_END = 10_000;

    private final Sealing sealing;
    private final Thread thread;
    private final Object turn = new Object();
    private boolean wanted = true;
    private boolean ended;

    /** Made by Declarative Services. */
    @Activate
    public Sealer(@Reference UnitOfWork work, @Reference ChainAnchor anchor) {
        this.sealing = new Sealing(work, new HeadKeeper(anchor));
        this.thread = Thread.ofPlatform().daemon().name("Stockwright sealer").unstarted(this::live);
        if (!"off".equals(System.getProperty(SWITCH))) {
            thread.start();
        }
    }

    /**
     * Seals what is settled now; waits while the background does it.
     *
     * @return false when another process is sealing, or the store takes nothing more: something may be left
     */
    public boolean seal(Progress progress) {
        return sealing.run(progress);
    }

    @Override
    public void changed(Set<Topic> topics) {
        if (topics.contains(Topic.STOCK)) {
            synchronized (turn) {
                wanted = true;
                turn.notifyAll();
            }
        }
    }

    private void live() {
        boolean told = false;
        while (await()) {
            try {
                sealing.run(Progress.silent(this::isEnded));
                told = false;
            } catch (Progress.Cancelled | BookClosed e) {
                return;
            } catch (RuntimeException e) {
                // The connection was lost, or the store is closing. Nobody waits for the seal: it is tried again.
                told = told || tell(e);
            }
            if (!rest()) {
                return;
            }
        }
    }

    private boolean tell(RuntimeException failure) {
        rest();
        if (!isEnded()) {
            LOG.warn("Movements could not be sealed now; it is tried again", failure);
        }
        return true;
    }

    /** Waits until something is to be done; false at the end. */
    private boolean await() {
        synchronized (turn) {
            long until = System.nanoTime() + MILLIS_UNASKED * 1_000_000;
            boolean alive = pause(until, true);
            wanted = false;
            return alive;
        }
    }

    /** Does nothing for a second; false at the end. */
    private boolean rest() {
        synchronized (turn) {
            return pause(System.nanoTime() + MILLIS_BETWEEN * 1_000_000, false);
        }
    }

    private boolean pause(long until, boolean wakes) {
        long left = until - System.nanoTime();
        while (!ended && left > 0 && !(wakes && wanted)) {
            try {
                turn.wait(left / 1_000_000 + 1);
            } catch (InterruptedException e) {
                ended = true;
            }
            left = until - System.nanoTime();
        }
        return !ended;
    }

    private boolean isEnded() {
        synchronized (turn) {
            return ended;
        }
    }

    /** Ends the thread behind the block at hand; what is left is sealed at the next opening. */
    @Deactivate
    void close() {
        synchronized (turn) {
            ended = true;
            turn.notifyAll();
        }
        try {
            thread.join(MILLIS_TO_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

}
