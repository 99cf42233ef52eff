package org.stockwright.ledger.spi;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.base.Outcome;

/**
 * Knows what prices in foreign currencies are worth in the company's. Register it as an OSGi service while a book is open;
 * without one, files with such prices are refused.
 */
@ConsumerType
public interface PriceConversion {

    /**
     * An amount of a foreign currency in the company's, at the rate in force at an instant, to at most nine decimals; or
     * why it is not known. Thread-safe.
     */
    Outcome<BigDecimal> convert(BigDecimal amount, Currency currency, Instant at);

}
