package org.stockwright.company.ui.internal;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

import org.stockwright.company.SavedTexts;
import org.stockwright.ledger.Verification;

/**
 * What the last verification of a book found; kept in the book, for everybody.
 *
 * @param at when it ended
 * @param checks how many checks there were
 * @param failed how many of them found something wrong
 */
@SuppressWarnings("nls")
record LastProof(Instant at, int checks, int failed) {

    private static final String KIND = "verification";
    private static final String NAME = "last";

    static LastProof of(Instant at, List<Verification.Result> results) {
        return new LastProof(at, results.size(), (int) results.stream().filter(result -> !result.passed()).count());
    }

    boolean passed() {
        return failed == 0;
    }

    void save(SavedTexts texts) {
        texts.save(KIND, new SavedTexts.Saved(NAME, true, at + " " + checks + " " + failed));
    }

    static Optional<LastProof> find(SavedTexts texts) {
        return texts.find(KIND, NAME).flatMap(saved -> parse(saved.content()));
    }

    static Optional<LastProof> parse(String text) {
        String[] words = text.split(" ");
        try {
            return words.length != 3 ? Optional.empty() : Optional.of(new LastProof(Instant.parse(words[0]),
                Integer.parseInt(words[1]), Integer.parseInt(words[2])));
        } catch (DateTimeParseException | NumberFormatException e) {
            // written by another version
            return Optional.empty();
        }
    }

}
