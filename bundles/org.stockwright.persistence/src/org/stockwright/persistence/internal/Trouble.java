package org.stockwright.persistence.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.StoreRefusal;

/** What keeps the open store from working now, since when; listeners hear when it comes and when it is over. */
final class Trouble {

    private final StoreLocation location;
    private final ChangeTeller changes;
    private final Supplier<Instant> now;
    private volatile Refusal current;

    /** No trouble. */
    Trouble(StoreLocation location, ChangeTeller changes, Supplier<Instant> now) {
        this.location = location;
        this.changes = changes;
        this.now = now;
    }

    /** What it is now. */
    Optional<Refusal> current() {
        return Optional.ofNullable(current);
    }

    /** Whether the database does not answer. */
    boolean isDisconnected() {
        Refusal known = current;
        return known != null && known.code() == StoreRefusal.DISCONNECTED;
    }

    /** The database does not answer. */
    Refusal disconnected() {
        return report(StoreRefusal.DISCONNECTED, "Nothing more was stored. The work goes on by itself when the"
            + " connection is back; if it stays away, check the network and the server.");
    }

    /** The server says that its disk is full. */
    Refusal diskFull() {
        return report(StoreRefusal.SERVER_DISK_FULL, "Nothing was stored. Free space on the server; the work goes on by"
            + " itself.");
    }

    /** The server takes no changes. */
    Refusal readOnly() {
        return report(StoreRefusal.SERVER_READ_ONLY, "Nothing was stored. Is this a standby, or was the database set to"
            + " read-only? The work goes on by itself when it takes changes again.");
    }

    /** Its own words, for an embedded store. */
    void is(Refusal refusal) {
        boolean fresh;
        synchronized (this) {
            fresh = current == null;
            current = refusal;
        }
        if (fresh) {
            changes.tell(Set.of(Topic.UPKEEP));
        }
    }

    /** It is over. */
    void over() {
        boolean was;
        synchronized (this) {
            was = current != null;
            current = null;
        }
        if (was) {
            changes.tell(Set.of(Topic.UPKEEP));
        }
    }

    private synchronized Refusal report(StoreRefusal code, String hint) {
        Refusal known = current;
        if (known != null && known.code() == code) {
            return known;
        }
        Refusal fresh = Refusal.of(code, location, now.get()).hint(hint);
        current = fresh;
        changes.tell(Set.of(Topic.UPKEEP));
        return fresh;
    }

}
