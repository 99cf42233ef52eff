package org.stockwright.ledger.ui.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.Stock.Contribution;
import org.stockwright.ledger.StockRow;
import org.stockwright.ui.grid.Column;

/** The columns of stock and of movements, shared by all grids that show them. */
@SuppressWarnings("nls")
public final class LedgerColumns {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private LedgerColumns() {
    }

    /** An instant as people of the company write it. */
    public static String minutes(Instant instant, ZoneId zone) {
        return MINUTES.format(instant.atZone(zone));
    }

    /** Stock. */
    public static List<Column<StockRow>> stock() {
        return List.of(
            Column.<StockRow>text("item", Messages.Column_item, StockRow::item).width(13),
            Column.<StockRow>text("name", Messages.Column_itemName, StockRow::itemName).width(28),
            Column.<StockRow>text("location", Messages.Column_location, StockRow::location).width(13),
            Column.<StockRow>text("lot", Messages.Column_lot, StockRow::lot).width(13),
            Column.<StockRow>quantity("onHand", Messages.Column_onHand, StockRow::onHand).width(13).summed(),
            Column.<StockRow>quantity("reserved", Messages.Column_reserved, StockRow::reserved).width(12).summed(),
            Column.<StockRow>quantity("available", Messages.Column_available, StockRow::available).width(13)
                .summed(),
            Column.<StockRow>text("category", Messages.Column_category, StockRow::category).width(20),
            Column.<StockRow>text("status", Messages.Column_status, StockRow::status).width(12),
            Column.<StockRow>text("owner", Messages.Column_owner, StockRow::owner).width(10).hidden(),
            Column.<StockRow>text("handlingUnit", Messages.Column_handlingUnit, StockRow::handlingUnit).width(14)
                .hidden());
    }

    /** Movements of the paged ledger: sorted only as the book sorts them. */
    public static List<Column<MovementView>> movements(ZoneId zone) {
        return movements(zone, Function.identity());
    }

    /** Movements that other rows carry. */
    public static <T> List<Column<T>> movements(ZoneId zone, Function<T, MovementView> movement) {
        return List.of(
            number("seq", Messages.Column_seq, movement),
            Column.<T, Instant>of("effective", Messages.Column_effective, row -> movement.apply(row).effective(),
                instant -> minutes(instant, zone)).width(17).unfiltered(),
            Column.<T>text("kind", Messages.Column_kind, row -> movement.apply(row).kind().word()).width(11),
            text("number", Messages.Column_number, movement, MovementView::number, 13),
            Column.<T>text("item", Messages.Column_item, row -> movement.apply(row).item()).width(14),
            Column.<T>text("name", Messages.Column_itemName, row -> movement.apply(row).itemName()).width(26)
                .unsorted().unfiltered(),
            Column.<T>quantity("quantity", Messages.Column_quantity, row -> movement.apply(row).quantity()).width(13)
                .unsorted().unfiltered(),
            text("from", Messages.Column_from, movement, MovementView::from, 14),
            text("to", Messages.Column_to, movement, MovementView::to, 14),
            text("lot", Messages.Column_lot, movement, MovementView::lot, 12),
            text("reference", Messages.Column_reference, movement, MovementView::reference, 20),
            text("reason", Messages.Column_reason, movement, MovementView::reason, 18),
            text("user", Messages.Column_user, movement, MovementView::user, 10),
            Column.<T, Instant>of("recorded", Messages.Column_recorded, row -> movement.apply(row).recorded(),
                instant -> SECONDS.format(instant.atZone(zone))).width(19).unfiltered().unsorted(),
            Column.<T>number("unitCost", Messages.Column_unitCost,
                row -> movement.apply(row).unitCost().orElse(null)).width(10).unsorted().unfiltered().hidden(),
            text("key", Messages.Column_key, movement, MovementView::key, 20).hidden());
    }

    private static <T> Column<T> number(String id, String label, Function<T, MovementView> movement) {
        return Column.<T>number(id, label, row -> java.math.BigDecimal.valueOf(movement.apply(row).seq())).width(9)
            .unfiltered();
    }

    private static <T> Column<T> text(String id, String label, Function<T, MovementView> movement,
        Function<MovementView, String> text, int width) {
        return Column.<T>text(id, label, row -> text.apply(movement.apply(row))).width(width).unsorted().unfiltered();
    }

    /** The movements that a figure comes from, with what each added. */
    public static List<Column<Contribution>> contributions(ZoneId zone) {
        return List.of(
            Column.<Contribution, Instant>of("effective", Messages.Column_effective,
                row -> row.movement().effective(), instant -> minutes(instant, zone)).width(17),
            Column.<Contribution>text("kind", Messages.Column_kind, row -> row.movement().kind().word()).width(11),
            Column.<Contribution>quantity("delta", Messages.Column_delta, Contribution::delta).width(13).summed(),
            Column.<Contribution>quantity("running", Messages.Column_running, Contribution::running).width(13),
            Column.<Contribution>text("from", Messages.Column_from, row -> row.movement().from()).width(14),
            Column.<Contribution>text("to", Messages.Column_to, row -> row.movement().to()).width(14),
            Column.<Contribution>text("lot", Messages.Column_lot, row -> row.movement().lot()).width(12),
            Column.<Contribution>text("number", Messages.Column_number, row -> row.movement().number()).width(13),
            Column.<Contribution>text("reference", Messages.Column_reference, row -> row.movement().reference())
                .width(22),
            Column.<Contribution>text("user", Messages.Column_user, row -> row.movement().user()).width(10),
            Column.<Contribution, Instant>of("recorded", Messages.Column_recorded, row -> row.movement().recorded(),
                instant -> SECONDS.format(instant.atZone(zone))).width(19),
            Column.<Contribution>number("seq", Messages.Column_seq,
                row -> java.math.BigDecimal.valueOf(row.movement().seq())).width(9));
    }

    /** The identity of a row of stock, whatever it was grouped by. */
    public static Object key(StockRow row) {
        return String.join("\t", row.item(), row.location(), row.lot(), row.owner(), row.status(),
            row.handlingUnit()).toLowerCase(Locale.ROOT);
    }

}
