package org.stockwright.ledger.internal.posting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

import org.stockwright.base.Micros;
import org.stockwright.base.Sha256;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;

/**
 * SHA-256 over a canonical text of a command: each field as its length, a colon and its text, so that no two commands
 * have the same text. Repeating a command is harmless because its hash is compared.
 */
final class ContentHash {

    private final StringBuilder text = new StringBuilder();

    private ContentHash(String kind) {
        add(kind);
    }

    static String of(PostingRequest request) {
        ContentHash hash = new ContentHash("posting");
        hash.request(request);
        return hash.hex();
    }

    /** A posting of reserved stock is another command than the posting alone. */
    static String ofReserved(long reservation, PostingRequest request) {
        ContentHash hash = new ContentHash("reserved");
        hash.add(Long.toString(reservation));
        hash.request(request);
        return hash.hex();
    }

    /** A reversal whose effective instant was left out is the same whenever it is sent. */
    static String ofReversal(long posting, Optional<Instant> effective, String reason) {
        ContentHash hash = new ContentHash("reversal");
        hash.add(Long.toString(posting));
        hash.add(effective.map(Micros::of).map(String::valueOf).orElse(""));
        hash.add(reason);
        return hash.hex();
    }

    private void request(PostingRequest request) {
        add(Long.toString(Micros.of(request.effective())));
        add(request.reference());
        add(request.note());
        add(request.series());
        for (MovementLine line : request.lines()) {
            add(line.kind().name());
            add(line.item().toString());
            add(line.quantity().amountText());
            add(line.quantity().unit().code());
            add(line.quantity().unit().factor().toString());
            add(line.from().map(String::valueOf).orElse(""));
            add(line.to().map(String::valueOf).orElse(""));
            add(line.lot());
            add(line.expires().map(String::valueOf).orElse(""));
            add(line.owner().toString());
            add(line.status());
            add(line.toStatus());
            add(line.fromHandlingUnit());
            add(line.toHandlingUnit());
            add(line.unitCost().map(BigDecimal::stripTrailingZeros).map(BigDecimal::toPlainString).orElse(""));
            add(line.reason());
        }
    }

    private void add(String field) {
        text.append(field.length()).append(':').append(field);
    }

    private String hex() {
        return Sha256.of(text.toString());
    }

}
