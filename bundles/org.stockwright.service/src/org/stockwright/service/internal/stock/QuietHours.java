package org.stockwright.service.internal.stock;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.stockwright.service.Preparations.QuietTime;

/** Looks for the hours of the next days in which the least customers arrive, by when they arrived before. */
final class QuietHours {

    /** So many hours are looked ahead: a week. */
    static final int AHEAD = 168;
    private static final int HOURS = 24;

    private final int[] arrivals = new int[AHEAD];
    private final ZoneId zone;

    /** @param arrived when customers arrived in the last weeks */
    QuietHours(ZoneId zone, List<Instant> arrived) {
        this.zone = zone;
        arrived.forEach(instant -> arrivals[hour(instant.atZone(zone))]++);
    }

    private static int hour(ZonedDateTime time) {
        return (time.getDayOfWeek().getValue() - 1) * HOURS + time.getHour();
    }

    /** The quietest time of so many full hours from the next full hour on; of several the first. Empty when a week is too short. */
    Optional<QuietTime> next(Instant now, int hours) {
        ZonedDateTime first = now.atZone(zone).truncatedTo(ChronoUnit.HOURS).plusHours(1);
        Optional<QuietTime> best = Optional.empty();
        for (int start = 0; start + hours <= AHEAD; start++) {
            int count = 0;
            for (int i = start; i < start + hours; i++) {
                count += arrivals[hour(first.plusHours(i))];
            }
            if (best.isEmpty() || count < best.get().arrivals()) {
                best = Optional.of(new QuietTime(first.plusHours(start).toInstant(),
                    first.plusHours(start + (long) hours).toInstant(), count));
            }
        }
        return best;
    }

}
