package org.stockwright.persistence.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.stockwright.base.BookClosed;

/** Which units of work run, on which threads; lets the store wait for them before it closes. */
final class RunningWork {

    private final ThreadLocal<StoreTransaction> current = new ThreadLocal<>();
    private final ThreadLocal<String> lastHolder = new ThreadLocal<>();
    private final Set<StoreTransaction> transactions = ConcurrentHashMap.newKeySet();
    private int running;
    private boolean stopping;

    /** The innermost unit of work of the calling thread, or null. */
    StoreTransaction current() {
        return current.get();
    }

    /** Makes this the innermost one of the calling thread. */
    void begin(StoreTransaction transaction) {
        current.set(transaction);
        transactions.add(transaction);
    }

    /** It is over; the thread's innermost one is the outer one now, or none when that is null. */
    void end(StoreTransaction transaction, StoreTransaction outer) {
        transactions.remove(transaction);
        lastHolder.set(transaction.holder());
        if (outer == null) {
            current.remove();
        } else {
            current.set(outer);
        }
    }

    /** This is the innermost one of the calling thread, too, which does something for it. */
    void borrow(StoreTransaction transaction) {
        current.set(transaction);
    }

    /** The calling thread has none any more. */
    void giveBack() {
        current.remove();
    }

    /** Those that have begun and not ended. */
    Collection<StoreTransaction> transactions() {
        return transactions;
    }

    /**
     * Who probably held what the calling thread's last unit of work waited for: who the server named while it waited,
     * else the one of this program that runs longest.
     */
    Optional<String> holder() {
        String named = lastHolder.get();
        return named != null ? Optional.of(named)
            : transactions.stream().filter(one -> one != current.get()).min(Comparator.comparing(StoreTransaction::now))
                .map(StoreTransaction::description);
    }

    /**
     * One more runs.
     *
     * @throws BookClosed when the store is closing; work that runs already may still read
     */
    synchronized void enter() {
        if (stopping && current.get() == null) {
            throw new BookClosed("The database is being closed");
        }
        running++;
    }

    /** One of them is over. */
    synchronized void leave() {
        running--;
        notifyAll();
    }

    /** Whether the store is closing. */
    synchronized boolean isStopping() {
        return stopping;
    }

    /** Lets nobody begin any more and waits for those who run; tells whether all of them ended. */
    synchronized boolean stop(Duration patience) {
        stopping = true;
        long end = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        long left = patience.toMillis();
        while (running > 0 && left > 0) {
            try {
                wait(left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
            left = (end - System.nanoTime()) / 1_000_000;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return running == 0;
    }

}
