package org.stockwright.documents.spi;

import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.StoredText;
import org.stockwright.documents.DocumentRefusal;

/** The rules for keys of what is asked of a document after it was made: the same again changes nothing. */
public final class ActionKeys {

    /** The longest key of a sender: something is appended for what is posted. */
    public static final int MAX_KEY = 100;

    private ActionKeys() {
        // only functions
    }

    /** What is wrong with a sender's key. */
    public static Optional<Refusal> bad(String key) {
        boolean fits = !key.isBlank() && key.length() <= MAX_KEY && key.chars().noneMatch(Character::isISOControl)
            && StoredText.isSound(key);
        return fits ? Optional.empty() : Optional.of(Refusal
            .of(DocumentRefusal.BAD_KEY, key.length() > MAX_KEY ? key.substring(0, MAX_KEY) + "…" : key)
            .hint("A key has 1 to " + MAX_KEY + " characters and no control characters."));
    }

    /**
     * What a key that is known yields: what it stands for when the content is the same, else a refusal.
     *
     * @param hash of what is asked for now
     * @param before of what was asked for with the key before
     * @param value what it stands for
     */
    public static <T> Outcome<T> known(String key, String hash, String before, T value) {
        return hash.equals(before) ? Outcome.done(value)
            : Outcome.refused(Refusal.of(DocumentRefusal.KEY_REUSED_WITH_OTHER_CONTENT, key, "another step")
                .hint("Give a new step a new key."));
    }

}
