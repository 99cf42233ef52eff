package org.stockwright.valuation.ui.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.stockwright.base.Decimals;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.ui.TypedInstant;

/** Reads what was typed into the fields of a form, and collects every reason why it cannot be read. For one thread. */
public final class Typed {

    private final List<Refusal> refusals = new ArrayList<>();
    private final ZoneId zone;
    private final LocalDate today;

    /**
     * Nothing read yet.
     *
     * @param zone in which dates are typed
     * @param now the current instant
     */
    public Typed(ZoneId zone, Instant now) {
        this.zone = zone;
        today = LocalDate.ofInstant(now, zone);
    }

    /** An amount; zero when nothing was typed, or when it is none. */
    public BigDecimal amount(String column, String text) {
        if (text.isBlank()) {
            return BigDecimal.ZERO;
        }
        Outcome<BigDecimal> number = Decimals.parse(text);
        number.refusals().forEach(refusal -> refuse(refusal.at(Place.field(0, column))));
        return number.isDone() ? number.value() : BigDecimal.ZERO;
    }

    /** The beginning of what was typed; empty for nothing, or when it is no date. */
    public Optional<Instant> start(String text) {
        try {
            return TypedInstant.start(text, zone, today);
        } catch (DateTimeException e) {
            refuse(Refusal.of(LedgerRefusal.BAD_INSTANT, text.strip())
                .hint(Messages.Typed_instantHint));
            return Optional.empty();
        }
    }

    /** What has to be typed, without blanks around it. */
    public String text(String text, String what, String hint) {
        if (text.isBlank()) {
            missing(what, hint);
        }
        return text.strip();
    }

    /** Something that has to be typed was not. */
    public void missing(String what, String hint) {
        refuse(Refusal.of(CatalogRefusal.MISSING, what).hint(hint));
    }

    /** Something else is wrong. */
    public void refuse(Refusal refusal) {
        refusals.add(refusal);
    }

    /** Whether nothing was wrong up to now. */
    public boolean isGood() {
        return refusals.isEmpty();
    }

    /** What comes of it, or every reason why nothing does. */
    public <T> Outcome<T> outcome(Supplier<T> value) {
        return isGood() ? Outcome.done(value.get()) : Outcome.refused(refusals);
    }

}
