package org.stockwright.ledger.internal.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

import org.stockwright.ledger.MovementLine;

/**
 * Keys for rows that bring none: a hash of the stock that the row names (not of its quantity and cost), and which of
 * the file's rows that name it this is.
 */
final class OpeningKeys {

    private static final int HASH_DIGITS = 40;

    private final Map<String, Integer> occurrences = new HashMap<>();
    private final MessageDigest digest;

    OpeningKeys() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    String next(MovementLine line, Optional<Instant> effective) {
        String identity = String.join("\n", line.item().toString(),
            line.to().map(Object::toString).orElse(""), line.lot(), line.owner().toString(), line.status(),
            effective.map(Instant::toString).orElse(""));
        byte[] hash = digest.digest(identity.getBytes(StandardCharsets.UTF_8));
        String name = HexFormat.of().formatHex(hash).substring(0, HASH_DIGITS);
        return "opening:" + name + ":" + occurrences.merge(name, 1, Integer::sum);
    }

}
