package org.stockwright.purchasing.internal.orders;

import java.util.Optional;

import org.stockwright.base.Refusal;
import org.stockwright.base.StoredText;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.purchasing.PurchasingRefusal;

/** Texts that people write beside documents. */
public final class Texts {

    /** The most characters of what a trail tells. */
    public static final int DETAIL = 4_000;

    private static final int REASON = 1_000;

    private Texts() {
        // only functions
    }

    /** What is wrong with a reason that has to be given. */
    public static Optional<Refusal> reason(String text, String hint) {
        if (text.isBlank()) {
            return Optional.of(Refusal.of(PurchasingRefusal.REASON_MISSING).hint(hint));
        }
        return text.length() <= REASON && text.chars().noneMatch(Character::isISOControl) && StoredText.isSound(text)
            ? Optional.empty() : Optional.of(Refusal.of(DocumentRefusal.BAD_TEXT, "reason", REASON));
    }

    /** The beginning of a text that is too long. */
    public static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

}
