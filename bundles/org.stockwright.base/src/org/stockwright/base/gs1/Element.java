package org.stockwright.base.gs1;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;

/**
 * An application identifier with its data.
 *
 * @param identifier what the data mean
 * @param value the data: length, characters, check digit and date are right
 */
public record Element(ApplicationIdentifier identifier, String value) {

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException when it does not fit: callers with data from outside use {@link #of}
     */
    public Element {
        Optional<Refusal> wrong = identifier.check(value);
        if (wrong.isPresent()) {
            throw new IllegalArgumentException(wrong.get().toString());
        }
    }

    /** The element with this identifier and value, or why the value does not fit. */
    public static Outcome<Element> of(ApplicationIdentifier identifier, String value) {
        Optional<Refusal> wrong = identifier.check(value);
        return wrong.isPresent() ? Outcome.refused(wrong.get()) : Outcome.done(new Element(identifier, value));
    }

    /** The element with these digits as identifier, or why there is none. */
    public static Outcome<Element> of(String code, String value) {
        return ApplicationIdentifier.of(code).map(identifier -> of(identifier, value))
            .orElseGet(() -> Outcome.refused(ElementReader.unknown(code)));
    }

    /**
     * The day that the value begins with, or is.
     *
     * @param thisYear the year that its two digits are seen from: from 49 years before it to 50 years after it
     * @return empty when the value has no date
     */
    public Optional<LocalDate> date(int thisYear) {
        return identifier.parts().getFirst().isDate() ? Optional.of(ElementDate.of(value, thisYear))
            : Optional.empty();
    }

    /**
     * The number that the value is, or that its last part is behind the digits of a currency: exact, with as many decimals
     * as the fourth digit of the identifier says.
     *
     * @return empty when it has other characters than digits
     */
    public Optional<BigDecimal> number() {
        Part last = identifier.parts().getLast();
        int before = identifier.parts().stream().limit(identifier.parts().size() - 1L).mapToInt(Part::most).sum();
        return last.numeric() && value.length() > before
            ? Optional.of(new BigDecimal(new BigInteger(value.substring(before)), identifier.decimals()))
            : Optional.empty();
    }

    /** What was measured; empty when it is no measure. */
    public Optional<Measure> measure() {
        return identifier.unit().isEmpty() ? Optional.empty()
            : number().map(amount -> new Measure(amount, identifier.unit()));
    }

    /** As it is written under the bars, for example {@code (10)AB-123}. */
    @Override
    public String toString() {
        return identifier + value;
    }

}
