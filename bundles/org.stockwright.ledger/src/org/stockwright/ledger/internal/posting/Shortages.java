package org.stockwright.ledger.internal.posting;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.stockwright.base.Micros;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.persistence.Transaction;

/** Says how much would fit and who holds the rest. */
final class Shortages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Transaction transaction;
    private final ZoneId zone;

    Shortages(Transaction transaction, ZoneId zone) {
        this.transaction = transaction;
        this.zone = zone;
    }

    /** The refusals of a posting that takes too much from these balances. */
    List<Refusal> refusals(Document document, List<StockChanges.Change> tooLittle) throws SQLException {
        List<Refusal> result = new ArrayList<>();
        for (StockChanges.Change change : tooLittle) {
            StockChanges.Level level = Optional
                .ofNullable(StockChanges.levels(transaction.connection(), List.of(change.id()), "").get(change.id()))
                .orElseThrow();
            result.add(refusal(document, change.side(), change.onHand().negate(), level,
                holders(change.id(), document.lines().get(0).item())));
        }
        return result;
    }

    /** The refusal of taking a quantity from what lies in a balance. */
    static Refusal refusal(Document document, CheckedLine.Side side, BigDecimal asked, StockChanges.Level level,
        String holders) {
        CheckedLine line = document.lines().stream().filter(one -> one.from().key().equals(side.key())).findFirst()
            .orElseGet(() -> document.lines().get(0));
        Quantity free = new Quantity(level.free().max(BigDecimal.ZERO), line.item().unit());
        Refusal refusal = Refusal.of(LedgerRefusal.WOULD_GO_NEGATIVE, free, new Quantity(asked, line.item().unit()),
            line.item().code(), side.place().code());
        String fits = free.isZero() ? "Nothing is free there."
            : "The largest quantity that fits is " + inEnteredUnit(line, free) + ".";
        return refusal.hint(holders.isEmpty() ? fits : fits + " " + holders).at(Refusal.Place.line(line.number()));
    }

    /** In the unit that was entered, when it is another one: as many of it as fit. */
    private static String inEnteredUnit(CheckedLine line, Quantity free) {
        if (line.enteredUnit().equals(line.item().unit().code())) {
            return free.toString();
        }
        BigDecimal whole = free.amount().multiply(line.entered().abs()).divideToIntegralValue(line.quantity());
        return whole.stripTrailingZeros().toPlainString() + " " + line.enteredUnit() + " (" + free + ")";
    }

    /** Who holds stock of a balance: {@code 3 EA are held by PL-0042 of 10:31.} Empty when nobody does. */
    String holders(long balance, ItemFacts item) throws SQLException {
        List<String> held = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement("SELECT open_quantity, holder, "
            + "created_at FROM reservation WHERE balance_id = ? AND open_quantity > 0 ORDER BY created_at, id")) {
            select.setLong(1, balance);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    held.add(new Quantity(row.getBigDecimal(1), item.unit()) + " are held by " + row.getString(2)
                        + " of " + time(Micros.toInstant(row.getLong(3))));
                }
            }
        }
        return held.isEmpty() ? "" : String.join(", ", held) + ".";
    }

    private String time(Instant instant) {
        ZonedDateTime then = instant.atZone(zone);
        boolean today = then.toLocalDate().equals(transaction.now().atZone(zone).toLocalDate());
        return (today ? TIME : DAY_AND_TIME).format(then);
    }

}
