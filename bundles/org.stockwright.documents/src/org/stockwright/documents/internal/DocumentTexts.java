package org.stockwright.documents.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.stockwright.base.Refusal;
import org.stockwright.base.StoredText;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.spi.NewDocument;

/** Whether a document fits its rows. */
final class DocumentTexts {

    /** The most lines of a document. */
    static final int MAX_LINES = 2_000;

    static final int MAX_DETAIL = 4_000;

    static final int MAX_FILE_NAME = 200;
    static final int MAX_MEDIA_TYPE = 100;

    private static final int MAX_KEY = 128;
    private static final int MAX_REFERENCE = 200;
    private static final int MAX_CODE = 64;
    private static final int MAX_TRACKING = 100;
    private static final int MAX_NOTE = 400;
    private static final int DIGITS = 18;
    private static final int DECIMALS = 9;

    private DocumentTexts() {
    }

    static List<Refusal> check(NewDocument made) {
        List<Refusal> refusals = new ArrayList<>();
        if (made.key().isBlank() || !fits(made.key(), MAX_KEY)) {
            refusals.add(Refusal.of(DocumentRefusal.BAD_KEY, shown(made.key()))
                .hint("A key has 1 to " + MAX_KEY + " characters and no control characters."));
        }
        if (made.lines().isEmpty()) {
            refusals.add(Refusal.of(DocumentRefusal.NO_LINES).hint("Add at least one line."));
        }
        if (made.lines().size() > MAX_LINES) {
            refusals.add(Refusal.of(DocumentRefusal.TOO_MANY_LINES, made.lines().size(), MAX_LINES)
                .hint("Split it into several documents."));
        }
        text(refusals, 0, "reference", made.reference(), MAX_REFERENCE);
        text(refusals, 0, "address", made.address(), MAX_CODE);
        text(refusals, 0, "department", made.department(), MAX_CODE);
        text(refusals, 0, "cost centre", made.costCentre(), MAX_CODE);
        text(refusals, 0, "tracking number", made.tracking(), MAX_TRACKING);
        refusals.addAll(checkLines(made.lines()));
        return refusals;
    }

    static List<Refusal> checkLines(List<NewDocument.Line> lines) {
        List<Refusal> refusals = new ArrayList<>();
        int number = 0;
        for (NewDocument.Line line : lines) {
            number++;
            text(refusals, number, "lot", line.lot(), MAX_CODE);
            text(refusals, number, "note", line.note(), MAX_NOTE);
            if (line.price().isPresent() && !isPrice(line.price().get())) {
                refusals.add(Refusal.of(DocumentRefusal.BAD_PRICE, line.price().get().toPlainString())
                    .hint("A price is not negative and has at most " + DECIMALS + " decimals.")
                    .at(Refusal.Place.line(number)));
            }
        }
        return refusals;
    }

    static boolean isPrice(BigDecimal price) {
        BigDecimal plain = price.stripTrailingZeros();
        return plain.signum() >= 0 && plain.scale() <= DECIMALS && plain.precision() - plain.scale() <= DIGITS;
    }

    static boolean fits(String text, int most) {
        return text.length() <= most && text.chars().noneMatch(Character::isISOControl) && StoredText.isSound(text);
    }

    private static String shown(String key) {
        return key.length() > MAX_KEY ? key.substring(0, MAX_KEY) + "…" : key;
    }

    private static void text(List<Refusal> refusals, int line, String what, String text, int most) {
        if (!fits(text, most)) {
            Refusal refusal = Refusal.of(DocumentRefusal.BAD_TEXT, what, most);
            refusals.add(line == 0 ? refusal : refusal.at(Refusal.Place.line(line)));
        }
    }

}
