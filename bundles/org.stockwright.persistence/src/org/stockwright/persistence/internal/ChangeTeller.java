package org.stockwright.persistence.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.ChangeListener;
import org.stockwright.base.ChangeListener.Topic;

/** Tells listeners of committed changes on a thread of its own; what comes while they are told is told as one. */
final class ChangeTeller implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeTeller.class);

    private final Supplier<List<ChangeListener>> listeners;
    private final Set<Topic> waiting = EnumSet.noneOf(Topic.class);
    private boolean closed;

    /** Begins to tell whoever listens at the time. */
    ChangeTeller(Supplier<List<ChangeListener>> listeners) {
        this.listeners = listeners;
        Thread.ofPlatform().daemon().name("Stockwright changes").start(this::run);
    }

    /** Tells of these, soon. */
    synchronized void tell(Set<Topic> topics) {
        if (waiting.addAll(topics)) {
            notifyAll();
        }
    }

    private void run() {
        Set<Topic> topics = next();
        while (!topics.isEmpty()) {
            for (ChangeListener listener : listeners.get()) {
                try {
                    listener.changed(topics);
                } catch (RuntimeException e) {
                    if (isClosed()) {
                        LOG.debug("A listener asked a store that is being closed", e);
                    } else {
                        LOG.error("A listener failed: {}", listener.getClass().getName(), e);
                    }
                }
            }
            topics = next();
        }
    }

    /** Waits for changes; nothing when it is over. */
    private synchronized Set<Topic> next() {
        while (waiting.isEmpty() && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                closed = true;
            }
        }
        Set<Topic> topics = Set.copyOf(waiting);
        waiting.clear();
        return topics;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Tells what is left, then ends; does not wait for it. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

}
