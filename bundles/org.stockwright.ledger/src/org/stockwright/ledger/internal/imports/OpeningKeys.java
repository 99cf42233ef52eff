package org.stockwright.ledger.internal.imports;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Sha256;
import org.stockwright.ledger.MovementLine;

/**
 * Keys for rows that bring none: a hash of the stock that the row names (not of its quantity and cost), and which of
 * the file's rows that name it this is.
 */
final class OpeningKeys {

    private static final int HASH_DIGITS = 40;

    private final Map<String, Integer> occurrences = new HashMap<>();

    String next(MovementLine line, Optional<Instant> effective) {
        String identity = String.join("\n", line.item().toString(),
            line.to().map(Object::toString).orElse(""), line.lot(), line.owner().toString(), line.status(),
            effective.map(Instant::toString).orElse(""));
        String name = Sha256.of(identity).substring(0, HASH_DIGITS);
        return "opening:" + name + ":" + occurrences.merge(name, 1, Integer::sum);
    }

}
