package org.stockwright.ui.scan;

import java.util.function.LongSupplier;

/**
 * The time of keys. The window system's own time stamp counts, because keys that wait while the user interface is busy
 * come all at once then; keys that a program posts have none and count when they are seen. The stamp is a number of 32
 * bits that starts again every 49 days.
 */
final class KeyClock {

    /** Between a stamped key and one without stamp nobody knows; it is no scanner. */
    private static final long UNKNOWN_GAP = 10_000;

    private final LongSupplier millis;
    private long now;
    private int lastStamp;
    private long lastSeen;
    private boolean lastHadStamp;
    private boolean any;

    /** A clock that takes the time of keys without stamp from here, in milliseconds. */
    KeyClock(LongSupplier millis) {
        this.millis = millis;
    }

    /** The time of a key with this stamp, 0 for none, in milliseconds from a fixed origin; never goes back. */
    long at(int stamp) {
        long seen = millis.getAsLong();
        boolean hasStamp = stamp != 0;
        if (any && hasStamp == lastHadStamp) {
            now += Math.max(0, hasStamp ? stamp - lastStamp : seen - lastSeen);
        } else {
            now += UNKNOWN_GAP;
        }
        any = true;
        lastHadStamp = hasStamp;
        lastStamp = stamp;
        lastSeen = seen;
        return now;
    }

}
