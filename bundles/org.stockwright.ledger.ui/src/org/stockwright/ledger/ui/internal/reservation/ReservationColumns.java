package org.stockwright.ledger.ui.internal.reservation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

import org.stockwright.ledger.ReservationView;
import org.stockwright.ledger.ui.internal.LedgerColumns;
import org.stockwright.ledger.ui.internal.Messages;
import org.stockwright.ui.grid.Column;

/** The columns of reservations. */
@SuppressWarnings("nls")
final class ReservationColumns {

    private ReservationColumns() {
    }

    static List<Column<ReservationView>> all(Supplier<ZoneId> zone) {
        return List.of(
            Column.<ReservationView>text("item", Messages.Column_item, ReservationView::item).width(13),
            Column.<ReservationView>text("location", Messages.Column_location, ReservationView::location).width(13),
            Column.<ReservationView>text("lot", Messages.Column_lot, ReservationView::lot).width(12),
            Column.<ReservationView>quantity("open", Messages.Column_held, ReservationView::open).width(12).summed(),
            Column.<ReservationView>quantity("quantity", Messages.Column_heldFirst, ReservationView::quantity)
                .width(12).summed(),
            Column.<ReservationView>text("holder", Messages.Column_holder, ReservationView::holder).width(22),
            Column.<ReservationView>text("user", Messages.Column_user, ReservationView::user).width(12),
            Column.<ReservationView, Instant>of("since", Messages.Column_since, ReservationView::since,
                instant -> LedgerColumns.minutes(instant, zone.get())).width(17),
            Column.<ReservationView, Instant>of("until", Messages.Column_until,
                held -> held.expires().orElse(null), instant -> LedgerColumns.minutes(instant, zone.get())).width(17),
            Column.<ReservationView>text("key", Messages.Column_key, ReservationView::key).width(20).hidden());
    }

}
