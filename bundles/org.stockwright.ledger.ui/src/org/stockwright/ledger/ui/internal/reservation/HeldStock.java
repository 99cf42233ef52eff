package org.stockwright.ledger.ui.internal.reservation;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.stockwright.ledger.ReservationView;

/**
 * What the reservations view shows: all that is held, narrowed by what the user looks for. No widgets; used on one
 * thread.
 */
public final class HeldStock {

    private List<ReservationView> all = List.of();
    private ZoneId zone = ZoneId.systemDefault();
    private String wanted = ""; //$NON-NLS-1$

    /** Takes what is held now, and the zone in which the company writes its instants. */
    public void take(List<ReservationView> held, ZoneId itsZone) {
        all = List.copyOf(held);
        zone = itsZone;
    }

    /** Takes what the user looks for: words that all have to be in a reservation's texts; case does not matter. */
    public void look(String text) {
        wanted = text.strip().toLowerCase(Locale.ROOT);
    }

    /** The reservations that fit, by item and time. */
    public List<ReservationView> shown() {
        String[] words = wanted.split("\\s+"); //$NON-NLS-1$
        return all.stream().filter(held -> Stream.of(words).allMatch(text(held)::contains)).toList();
    }

    private static String text(ReservationView held) {
        return String.join("\n", held.item(), held.location(), held.lot(), held.holder(), held.user(), held.key()) //$NON-NLS-1$
            .toLowerCase(Locale.ROOT);
    }

    /** Whether nothing is held at all. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** What the user looks for; empty for everything. */
    public String wanted() {
        return wanted;
    }

    /** The zone in which instants are shown. */
    public ZoneId zone() {
        return zone;
    }

}
