package org.stockwright.catalog.internal;

import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer that is kept until somebody says that it may have changed. What was loaded while it changed is answered to
 * the one who asked, but not kept. Thread-safe.
 */
final class Remembered<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);

    private final Supplier<T> loader;
    private final Object loading = new Object();
    private T value;
    private long changes;
    private long forgets;

    Remembered(Supplier<T> loader) {
        this.loader = loader;
    }

    T get() {
        T kept = kept();
        if (kept != null) {
            return kept;
        }
        synchronized (loading) {
            kept = kept();
            return kept != null ? kept : load();
        }
    }

    private T load() {
        long before = changes();
        T loaded = loader.get();
        synchronized (this) {
            if (changes == before) {
                value = loaded;
            }
        }
        return loaded;
    }

    private synchronized T kept() {
        return value;
    }

    private synchronized long changes() {
        return changes;
    }

    /**
     * It may have changed: it is loaded now, by whoever says so. What was kept is answered until then, so that those who
     * must not wait for the database never have to. When it cannot be loaded it is forgotten: the next one who asks hears
     * why.
     */
    void renew() {
        long forgotten;
        synchronized (this) {
            changes++;
            forgotten = forgets;
        }
        synchronized (loading) {
            try {
                T loaded = loader.get();
                synchronized (this) {
                    // another change that is told meanwhile waits to load; this is newer than what is kept in any case
                    value = forgets == forgotten ? loaded : value;
                }
            } catch (RuntimeException e) {
                LOG.debug("Forgotten, since it could not be loaded", e);
                forget();
            }
        }
    }

    /** It may have changed: the next one who asks loads it. */
    synchronized void forget() {
        changes++;
        forgets++;
        value = null;
    }

}
